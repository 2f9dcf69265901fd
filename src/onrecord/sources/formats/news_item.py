"""Articles in the formats of news agencies: NITF 3.x (`<nitf>`) and NewsML-G2 (`<newsItem>`, `<newsMessage>`).

Each item becomes a Page: its paragraphs as a small HTML document; its headline, byline, provider and date as stated.
Offsets count items from 0. Entities that the file declares are not resolved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape

from lxml import etree

from onrecord.dates.written import parse_date
from onrecord.model import Dated, Evidence, Given, Page, Rejected
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.feed import PROLOG
from onrecord.sources.formats.format import Format, Lead, digest_of
from onrecord.sources.limits import Limits

_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_KEPT = frozenset({"p", "hl2", "h1", "h2", "h3", "h4", "li", "blockquote", "block", "bq", "credit", "pre", "td"})
_ASIDE = frozenset({"media", "media-caption", "table", "script", "style", "note"})
_ROOT = re.compile(rf"{PROLOG}<(?:nitf|newsItem|newsMessage)[\s>]", re.S)


def sniff(lead: Lead) -> bool:
    """Return True for NITF and NewsML-G2 by their root."""
    return _ROOT.match(lead.text) is not None


def read_news_items(file: str, stream: PackedFile, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield a page for each item that is a text; an item without text is rejected alone."""
    body = stream.read(limits.page + 1)
    if len(body) > limits.page:
        yield Rejected(file, "", content_codings.too_large(limits.page))
        return
    try:
        root = etree.fromstring(body, etree.XMLParser(**_PARSER))  # type: ignore[arg-type] # the stubs know no **
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        yield Rejected(
            file, f"line {line}" if line else "", f"its XML is broken ({' '.join(str(error).split())[:160]})"
        )
        return
    items = (
        [root] if _name(root) != "newsMessage" else [element for element in root.iter() if _name(element) == "newsItem"]
    )
    for number, item in enumerate(items):
        page = _page(file, number, item)
        yield page or Rejected(file, f"item {number + 1}", "the item holds no text")
    if not items:
        yield Rejected(file, "", "the message holds no newsItem")


def _page(file: str, number: int, item: etree._Element) -> Page | None:
    content = _first(item, "body.content", "inlineXML", "inlineData", "body")
    paragraphs = list(_paragraphs(content)) if content is not None else []
    if not paragraphs:
        return None
    title = _text(_first(item, "hl1", "headline", "title"))
    html = _document(title, paragraphs).encode("utf-8", "replace")
    byline = _text(_first(item, "byline", "by", "creator"))
    provider = _text(_first(item, "creditline", "provider", "distributor"))
    outlet = provider or next((element.get("name") or "" for element in item.iter() if _name(element) == "pubdata"), "")
    link = next((element.get("ex-ref") or "" for element in item.iter() if _name(element) == "pubdata"), "")
    ids = [
        item.get("guid") or "",
        *(element.get("id-string") or "" for element in item.iter() if _name(element) == "doc-id"),
    ]
    identity = next(filter(None, ids), "")
    return Page(
        url=link if link.startswith("http") else "",
        evidence=Evidence(file, number, digest_of(html)),
        html=html,
        charset="utf-8",
        given=Given(id=identity, outlet=outlet, title=title, authors=_authors(byline), published=_published(item)),
    )


def _published(item: etree._Element) -> Dated | None:
    """Return the issue date: NITF's date.issue or story.date, NewsML's contentCreated or the version's date."""
    for name in ("date.issue", "date.release", "story.date", "contentCreated", "firstCreated", "versionCreated"):
        for element in item.iter():
            if _name(element) == name and (
                dated := parse_date(_iso(element.get("norm") or _text(element)), basis=f"the item's {name}")
            ):
                return dated
    stated = [element.get("date.publication") or "" for element in item.iter() if _name(element) == "pubdata"]
    return next((dated for day in stated if (dated := parse_date(_iso(day), basis="the item's pubdata"))), None)


def _iso(written: str) -> str:
    """Return ISO 8601's basic format, which NITF uses (`20220308T093000-0500`), in its extended format."""
    day, _, time = written.strip().partition("T")
    if len(day) == 8 and day.isdigit():
        day = f"{day[:4]}-{day[4:6]}-{day[6:]}"
        if len(time) >= 6 and time[:6].isdigit():
            time = f"{time[:2]}:{time[2:4]}:{time[4:6]}{time[6:]}"
    return f"{day}T{time}" if time else day


def _paragraphs(content: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield tag and text of each innermost block; content without blocks is one paragraph a line."""
    has_blocks = False
    for element in content.iter():
        name = _name(element)
        if name not in _KEPT or any(_name(up) in _ASIDE for up in element.iterancestors()):
            continue
        if any(_name(inner) in _KEPT for inner in element.iterdescendants()):
            continue
        if text := _text(element):
            has_blocks = True
            quoted = any(_name(up) in {"bq", "blockquote"} for up in (element, *element.iterancestors()))
            yield "blockquote" if quoted else "h2" if name.startswith("h") else "p", text
    if not has_blocks:
        for line in "".join(str(part) for part in content.itertext()).splitlines():
            if line.strip():
                yield "p", " ".join(line.split())


def _first(item: etree._Element, *names: str) -> etree._Element | None:
    return next(
        (element for name in names for element in item.iter() if _name(element) == name and _text(element)), None
    )


def _text(element: etree._Element | None) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _authors(byline: str) -> tuple[str, ...]:
    name = byline.removeprefix("By ").removeprefix("by ").strip()
    return (name,) if name else ()


def _document(title: str, paragraphs: list[tuple[str, str]]) -> str:
    inner = "\n".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in paragraphs)
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f"<!doctype html>\n<html>{head}\n<body><article>\n{inner}\n</article></body></html>\n"


NEWS_ITEM = Format(name="news item", endings=(".nitf",), sniff=sniff, read=read_news_items)
