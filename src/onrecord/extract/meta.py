"""What do the page's meta tags and microdata say?

Takes the tree; gives the values by name: `name`, `property` and `itemprop` in one table, lower-cased, since pages mix
them up (OpenGraph, Dublin Core, Parsely, Sailthru, Highwire, HTML's own).
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement

from onrecord.extract.tree import content, elements, finder, plain

Meta = dict[str, list[str]]

_ITEMS = finder(".//body//@itemprop/..")


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


def microdata(tree: HtmlElement, names: Iterable[str]) -> Meta:
    """The values of elements in the body that bear an `itemprop` of `names` (HTML, section 5.2.4) by name, in document
    order, readers' comments aside.
    """
    table: Meta = {name: [] for name in names}
    for element in _ITEMS(tree):
        for name in table.keys() & (element.get("itemprop") or "").split():
            value = element.get("content") or element.get("datetime") or content(element)
            if value.strip() and not _in_comment(element):
                table[name].append(plain(value))
    return table


def _in_comment(element: HtmlElement) -> bool:
    return any(
        "Comment" in (up.get("itemtype") or "") or up.get("itemprop") == "comment" for up in element.iterancestors()
    )
