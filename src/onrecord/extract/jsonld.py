"""JSON-LD: the schema.org nodes of a page's `application/ld+json` scripts, and the one that describes its article.

Broken JSON is repaired if the fault is a common one, else skipped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.extract.tree import elements, plain

Node = dict[str, Any]

# The subtypes of schema.org's Article that news pages use, the most specific first.
ARTICLE_TYPES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "SatiricalArticle",
    "AdvertiserContentArticle",
    "ScholarlyArticle",
    "TechArticle",
    "Report",
    "Review",
    "SocialMediaPosting",
)
_RANK = {name: len(ARTICLE_TYPES) - place for place, name in enumerate(ARTICLE_TYPES)}
# Properties that lead to a page's own article; others (hasPart, itemListElement) lead to other articles.
_INWARD = ("@graph", "mainEntity", "mainEntityOfPage")
_SHELL = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*+;?\s*+$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DEPTH = 6


def read_nodes(tree: HtmlElement) -> list[Node]:
    """Return all typed nodes of the page itself, in document order."""
    found: list[Node] = []
    for script in elements(tree, ".//script[@type]"):
        if "ld+json" in (script.get("type") or "").lower() and (text := script.text):
            for value in _load(text):
                found.extend(_typed(value, _DEPTH))
    return found


def main_article(found: list[Node], *, url: str = "") -> Node:
    """Return the node that describes the page's article; an empty one if none does.

    A node with the page's URL takes precedence, then one with headline and date, then the more specific type, then the
    earlier one.
    """

    def weight(node: Node) -> tuple[bool, bool, int]:
        names_page = bool(url) and any(_same_page(address, url) for address in _addresses(node))
        return names_page, bool(node.get("headline")) and bool(node.get("datePublished")), _rank(node)

    return max((node for node in found if _rank(node)), key=weight, default={})


def types(node: Node) -> list[str]:
    """Return the node's schema.org types, without prefix."""
    return [name.rpartition("/")[2].rpartition(":")[2] for name in _list(node.get("@type")) if isinstance(name, str)]


def is_page(node: Node) -> bool:
    """True if the node describes a page or an article, and not another thing on the page (a video, a recipe)."""
    return bool(_rank(node)) or any(name.endswith("Page") for name in types(node)) or not types(node)


def texts(stated: Any, found: list[Node], *, keys: tuple[str, ...] = ("name", "@value")) -> list[str]:
    """Return the texts in a property's value: strings, named nodes, references to nodes, lists of these."""
    out: list[str] = []
    for item in _list(stated):
        value = item
        if isinstance(item, dict):
            value = next((item[key] for key in keys if item.get(key)), None) or _referred(item, found)
        out.extend(text for part in _list(value) if isinstance(part, str) and (text := plain(part)))
    return out


def _referred(item: Node, found: list[Node]) -> Any:
    name = item.get("@id")
    return (
        next((node.get("name") for node in found if node.get("@id") == name and node.get("name")), None)
        if name
        else None
    )


def _rank(node: Node) -> int:
    return max((_RANK.get(name, 0) for name in types(node)), default=0)


def _load(text: str) -> list[Any]:
    """Return the JSON values in a script. `strict=False` allows line breaks in strings, the commonest fault."""
    text = text.strip()
    if not (text.startswith(("{", "[")) and text.endswith(("}", "]"))):
        text = _SHELL.sub("", _SHELL.sub("", text)).strip().rstrip(";")
    for candidate in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return [json.loads(candidate, strict=False)]
        except (ValueError, RecursionError):
            continue
    return list(_run_on(_TRAILING_COMMA.sub(r"\1", text)))


def _run_on(text: str) -> Iterator[Any]:
    """Yield values written one after the other, up to the first that cannot be read."""
    decoder, place = json.JSONDecoder(strict=False), 0
    while (match := re.compile(r"[\[{]").search(text, place)) is not None:
        try:
            value, place = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            return
        yield value


def _typed(value: Any, depth: int) -> Iterator[Node]:
    if depth == 0:
        return
    for item in _list(value):
        if isinstance(item, list):
            yield from _typed(item, depth - 1)
        elif isinstance(item, dict):
            if "@type" in item:
                yield item
            for key in _INWARD:
                if isinstance(item.get(key), dict | list):
                    yield from _typed(item[key], depth - 1)


def _addresses(node: Node) -> Iterator[str]:
    page = node.get("mainEntityOfPage")
    for value in (node.get("url"), page, page.get("@id") if isinstance(page, dict) else None, node.get("@id")):
        if isinstance(value, str):
            yield value


def _same_page(address: str, url: str) -> bool:
    def bare(text: str) -> str:
        return re.sub(r"^https?://(www\.)?|[?#].*$", "", text).rstrip("/")

    return bool(address) and bare(address) == bare(url)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
