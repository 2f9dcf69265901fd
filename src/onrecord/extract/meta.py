"""Meta tags and microdata of a page.

`name`, `property` and `itemprop` are keys of one table, lower-cased, since pages mix them up (OpenGraph, Dublin Core,
Parsely, Sailthru, Highwire, HTML's own).
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement

from onrecord.extract.tree import content, elements, finder, plain

Meta = dict[str, list[str]]

_ITEMS = finder(".//body//@itemprop/..")


def read_meta(tree: HtmlElement) -> Meta:
    """Return all non-empty values of the page's <meta> tags by lower-case name, in document order."""
    table: Meta = {}
    for tag in elements(tree, ".//meta[@content]"):
        value = plain(tag.get("content") or "")
        if value:
            for name in {tag.get(key, "").strip().lower() for key in ("name", "property", "itemprop")} - {""}:
                table.setdefault(name, []).append(value)
    return table


def first(table: Meta, names: Iterable[str]) -> str:
    """Return the first value of the first name that has one; "" if none has."""
    return next((table[name][0] for name in names if name in table), "")


def microdata(tree: HtmlElement, names: Iterable[str]) -> Meta:
    """Return the values of body elements with an `itemprop` of `names` (HTML, section 5.2.4), in document order.

    Readers' comments are left out.
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
