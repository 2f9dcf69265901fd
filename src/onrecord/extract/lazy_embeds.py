"""Embed codes in attributes (`data-html="&lt;blockquote …"`), which a script would show, turned into elements.

Few pages have any; a search of the page's source finds out faster than a search of all attributes.
"""

from __future__ import annotations

from lxml.html import HtmlElement, fragments_fromstring

from onrecord.extract.tree import finder

_DATA = "<blockquote"
_WITH_CODE = finder(f".//@*[contains(., '{_DATA}')]/..")


def unfold_embeds(tree: HtmlElement, html: str) -> None:
    """Turn embed codes in attributes of `tree`, parsed from `html`, into elements there."""
    if not _may_have_code(tree, html):
        return
    for element in _WITH_CODE(tree):
        for name, value in element.attrib.items():
            if name.startswith(("data-", "srcdoc")) and _DATA in value:
                for fragment in fragments_fromstring(value):
                    if not isinstance(fragment, str) and fragment.tag == "blockquote":
                        element.append(fragment) if element.tag != "iframe" else element.addprevious(fragment)
                del element.attrib[name]
                break


def _may_have_code(tree: HtmlElement, html: str) -> bool:
    """True if an attribute can hold an embed code: `html` has one that is escaped, or that is not an element."""
    if _DATA[1:] not in html:
        return False
    escaped = any(f"{bracket}{_DATA[1:]}" in html for bracket in ("&lt;", "&#60;", "&#x3c;", "&#x3C;"))
    return escaped or html.count(_DATA) != sum(1 for _ in tree.iter("blockquote"))
