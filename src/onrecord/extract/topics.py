"""Section, tags and canonical URL of a page, and whether it is paywalled or a live blog, as the page states them.

Tags are the publisher's own words; nothing is guessed from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from onrecord.extract import jsonld, meta
from onrecord.extract.tree import content, elements

_SECTIONS = ("article:section", "og:article:section", "parsely-section", "cxenseparse:section", "section", "dc.subject")
_TAGS = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords")
_LIVE = re.compile(
    r"/live(?:-|/|blog)|[-/]live-?(?:blog|updates?|coverage)\b|\blive:? ?updates?\b|\bas it happened\b", re.I
)
_ARTICLE_LIVE = "LiveBlogPosting"
_LONGEST, _MOST = 60, 30


def section(node: jsonld.Node, nodes: list[jsonld.Node], table: meta.Meta) -> str:
    """Return the section of the article as the publisher names it; "" if none is named."""
    stated = [*jsonld.texts(node.get("articleSection"), nodes), *(v for name in _SECTIONS for v in table.get(name, []))]
    return next((text for text in _split(stated) if not text.startswith("http")), "")


def tags(tree: HtmlElement, node: jsonld.Node, nodes: list[jsonld.Node], table: meta.Meta) -> tuple[str, ...]:
    """Return the publisher's keywords, each once whatever its case, in the order of the page."""
    stated = [*jsonld.texts(node.get("keywords"), nodes), *(value for name in _TAGS for value in table.get(name, []))]
    stated += [content(link) for link in elements(tree, ".//a[@rel='tag']")]
    found: dict[str, str] = {}
    for text in _split(stated):
        # "Section:Politics", "type: story" and the like are notes to the publisher's own software.
        if len(text) <= _LONGEST and ":" not in text and not text.startswith("http"):
            found.setdefault(text.casefold(), text)
    return tuple(found.values())[:_MOST]


def canonical(tree: HtmlElement, table: meta.Meta, url: str) -> str:
    """Return the canonical URL that the page states, absolute; "" if it states none or the site's front page."""
    links = [link.get("href") or "" for link in elements(tree, ".//link[@rel='canonical']")]
    for link in [*links, meta.first(table, ("og:url",))]:
        try:
            own: str = urljoin(url, link.strip())
            parts = urlsplit(own)
        except ValueError:
            continue
        if link.strip() and parts.scheme in {"http", "https"} and (parts.path.strip("/") or parts.query):
            return own
    return ""


def is_paywalled(node: jsonld.Node, table: meta.Meta) -> bool:
    """True if the page says that it is not free: schema.org's isAccessibleForFree, or `article:content_tier`."""
    parts = node.get("hasPart")
    stated = [node.get("isAccessibleForFree")]
    stated += [part.get("isAccessibleForFree") for part in _list(parts) if isinstance(part, dict)]
    tier = meta.first(table, ("article:content_tier",)).lower()
    return tier in {"locked", "metered"} or any(str(value).strip().lower() == "false" for value in stated)


def word_count(node: jsonld.Node) -> int:
    """Return the number of words of the whole article as the publisher states it; 0 if not stated."""
    try:
        return int(node.get("wordCount") or 0)
    except (TypeError, ValueError):
        return 0


def is_live(node: jsonld.Node, url: str, title: str) -> bool:
    """True if the page calls itself a live blog in its type, URL or title."""
    return _ARTICLE_LIVE in jsonld.types(node) or _LIVE.search(url) is not None or _LIVE.search(title) is not None


def _split(stated: Iterable[str]) -> Iterator[str]:
    for text in stated:
        for part in re.split(r"\s*[,;|]\s*", text) if "," in text or ";" in text or "|" in text else [text]:
            if part.strip():
                yield part.strip()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
