"""Pages from saved feeds: RSS 2.0, RSS 1.0 (RDF) and Atom, .xml, .rss, .atom.

Each entry becomes a Page: its full content if the feed carries it, else its summary, as a small HTML document. Titles,
links and content are read by fastfeedparser; offsets, dates and authors by `feed_entries`. Offsets count bytes of the
unpacked file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from onrecord.model import Evidence, Given, Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.feed_entries import Entry, Outline
from onrecord.sources.formats.format import Format, Lead, digest_of
from onrecord.sources.limits import Limits

PROLOG = r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+"
"""Text that can precede the root of an XML document; possessive, since a file of comments would otherwise never end."""

_ROOT = re.compile(rf"{PROLOG}<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.S)
_SITEMAP = re.compile(rf"{PROLOG}<(?:urlset|sitemapindex)[\s>]", re.S)


def sniff(lead: Lead) -> bool:
    """Return True for RSS, RDF and Atom by their root. Raises InputError for a sitemap."""
    if _SITEMAP.match(lead.text):
        reason = "it is a sitemap, which lists addresses and holds no page: give it to onrecord fetch"
        raise InputError(lead.file, reason)
    return _ROOT.match(lead.text) is not None


def read_feed(file: str, stream: PackedFile, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield a page for each entry of a feed; if it is malformed, for each entry before that, and a Rejected."""
    body = stream.read(limits.page + 1)
    if len(body) > limits.page:
        yield Rejected(file, "", content_codings.too_large(limits.page))
        return
    outline = Outline(body)
    try:
        feed, entries = _parsed(body, outline)
    except ValueError as error:
        yield Rejected(file, f"line {outline.line}" if outline.line else "", outline.error or str(error))
        return
    for outlined, entry in zip(outline.entries, entries, strict=False):
        yield _page(file, feed, outlined, entry)
    if outline.error:
        yield Rejected(file, f"line {outline.line}", f"{outline.error}: the entries from there on are not read")
    elif not entries:
        yield Rejected(file, "", "the feed has no entries")


def _parsed(body: bytes, outline: Outline) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the feed's own fields and its entries, in the outline's order. Raises ValueError."""
    if outline.error and not outline.entries:
        raise ValueError(outline.error)
    # Here, since it takes 0.06 s to load (urllib.request, dateutil), and most inputs are not feeds.
    import fastfeedparser  # noqa: PLC0415

    try:
        parsed = fastfeedparser.parse(body, include_tags=False, include_media=False, include_enclosures=False)
    except SyntaxError as error:
        raise ValueError(f"the feed cannot be parsed ({error})") from error
    entries: list[dict[str, Any]] = parsed["entries"]
    if len(entries) != len(outline.entries) and not outline.error:
        raise ValueError(f"the feed's {len(outline.entries)} entries cannot be matched: {len(entries)} were parsed")
    return parsed["feed"], entries


def _page(file: str, feed: dict[str, Any], outlined: Entry, entry: dict[str, Any]) -> Page:
    title = unescape(entry.get("title") or "")
    html = _document(title, _content(entry)).encode("utf-8", errors="replace")
    link = entry.get("link") or ""
    return Page(
        url=urljoin(feed.get("link") or "", link) if link else "",
        evidence=Evidence(file, outlined.offset, digest_of(html)),
        html=html,
        charset="utf-8",
        given=Given(
            outlet=unescape(feed.get("title") or ""),
            title=title,
            authors=tuple(outlined.authors),
            published=outlined.published,
        ),
    )


def _content(entry: dict[str, Any]) -> str:
    """Return the entry's full content as HTML, else its summary."""
    for content in entry.get("content") or ():
        if value := content.get("value"):
            return f"<p>{escape(value)}</p>" if content.get("type") in ("text", "text/plain") else str(value)
    return entry.get("description") or ""


def _document(title: str, content: str) -> str:
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f"<!doctype html>\n<html>{head}\n<body><article>\n{content}\n</article></body></html>\n"


FEED = Format(name="feed", endings=(".rss", ".atom", ".rdf"), sniff=sniff, read=read_feed)
