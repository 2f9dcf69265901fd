"""The lxml tree of a page, parsed once for metadata, body and dates, and the helpers that read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from lxml.etree import ElementDefaultClassLookup, HTMLParser, ParserError, XPath
from lxml.html import HtmlElement, document_fromstring

from onrecord.model.errors import NotAnArticle

# The parser's own limits stay on (256 levels, 10 MB a text): without them copying the tree of a page of 100,000 nested
# <div> overflows the C stack.
_PARSER = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
# lxml.html's own parser asks a Python function for the class of each element that is touched.
_PARSER.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))

_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
# Characters 128-159 are controls in Unicode; pages that write &#146; mean windows-1252 (HTML, section 13.2.5.80).
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_DROPPED = dict.fromkeys([*range(0x20), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF])
_PLAIN = {**_DROPPED, **_C1, **dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85), " ")}


def parse(html: str) -> HtmlElement:
    """Return the tree of a page. Raises NotAnArticle if there is no markup and no text."""
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=_PARSER)
    except (ParserError, ValueError) as fault:
        raise NotAnArticle("empty page: nothing in it that is HTML") from fault


def elements(tree: HtmlElement, path: str) -> Iterator[HtmlElement]:
    """Yield the elements at an ElementPath, in document order, typed as lxml's stubs do not."""
    yield from tree.iterfind(path)


def finder(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """Return a compiled XPath that selects elements, in document order."""
    find: Any = XPath(path)
    return lambda element: list(find(element))


def drop(tree: HtmlElement, *tags: str) -> None:
    """Remove the elements of these names from the tree; the text after them stays."""
    for element in list(tree.iter(*tags)):
        if element.getparent() is not None:
            element.drop_tree()


def content(element: HtmlElement) -> str:
    """Return the element's text in one line."""
    return line("".join(element.itertext()))


def line(text: str) -> str:
    """Return `text` in one line: blanks of every kind become single spaces, control and invisible characters go."""
    return " ".join(text.translate(_PLAIN).split())


def plain(value: str) -> str:
    """Return a metadata value in one line: entities resolved (also those escaped twice), tags removed."""
    if "&" in value:
        value = unescape(unescape(value))
    if "<" in value:
        value = _TAG.sub(" ", value)
    return line(value)
