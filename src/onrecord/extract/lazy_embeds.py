"""Which posts wait in an attribute for a script to show them?

Takes the tree and the characters it was parsed from; turns embed codes that stand in an attribute
(`data-html="&lt;blockquote …"`) into elements. Few pages have any, and their characters tell
so sooner than a search of all attributes does.
"""

from __future__ import annotations

from lxml.html import HtmlElement, fragments_fromstring

from onrecord.extract.tree import finder

_DATA = "<blockquote"
_WAITING = finder(f".//@*[contains(., '{_DATA}')]/..")


def unfold(tree: HtmlElement, html: str) -> None:
    """Embed codes that wait in an attribute of `tree`, parsed from `html`, become elements there."""
    if not _waits(tree, html):
        return
    for element in _WAITING(tree):
        for name, value in element.attrib.items():
            if name.startswith(("data-", "srcdoc")) and _DATA in value:
                for fragment in fragments_fromstring(value):
                    if not isinstance(fragment, str) and fragment.tag == "blockquote":
                        element.append(fragment) if element.tag != "iframe" else element.addprevious(fragment)
                del element.attrib[name]
                break


def _waits(tree: HtmlElement, html: str) -> bool:
    """Whether an attribute can hold an embed code: one stands in `html` that is escaped, or that is no element."""
    if _DATA[1:] not in html:
        return False
    escaped = any(f"{bracket}{_DATA[1:]}" in html for bracket in ("&lt;", "&#60;", "&#x3c;", "&#x3C;"))
    return escaped or html.count(_DATA) != sum(1 for _ in tree.iter("blockquote"))
