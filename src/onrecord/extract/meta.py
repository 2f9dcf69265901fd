"""What do the page's meta tags and microdata say?

Takes the tree; gives the values by name: `name`, `property` and `itemprop` in one table, lower-cased, since pages mix
them up (OpenGraph, Dublin Core, Parsely, Sailthru, Highwire, HTML's own).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from onrecord.extract.tree import content, elements, plain

Meta = dict[str, list[str]]


def read(tree: HtmlElement) -> Meta:
    """All non-empty values of the page's <meta> tags by lower-case name, in document order."""
    table: Meta = {}
    for tag in elements(tree, ".//meta[@content]"):
        value = plain(tag.get("content") or "")
        if value:
            for name in {tag.get(key, "").strip().lower() for key in ("name", "property", "itemprop")} - {""}:
                table.setdefault(name, []).append(value)
    return table


def first(table: Meta, names: Iterable[str]) -> str:
    """The first value of the first name that has one; "" where none has."""
    return next((table[name][0] for name in names if name in table), "")


def microdata(tree: HtmlElement, name: str) -> Iterator[str]:
    """The values of elements in the body that bear `itemprop=name` (HTML, section 5.2.4), readers' comments aside."""
    for element in elements(tree, ".//body//*[@itemprop]"):
        if name in (element.get("itemprop") or "").split() and not _in_comment(element):
            value = element.get("content") or element.get("datetime") or content(element)
            if value.strip():
                yield plain(value)


def _in_comment(element: HtmlElement) -> bool:
    return any(
        "Comment" in (up.get("itemtype") or "") or up.get("itemprop") == "comment" for up in element.iterancestors()
    )
