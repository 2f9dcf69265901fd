"""The text of an element in paragraphs, as a browser would lay it out.

Blocks and double line breaks separate paragraphs, a single line break is a blank. Text of scripts and text that a
reader does not see is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from onrecord.extract.tree import line

BLOCKS = frozenset(
    {
        "p", "div", "section", "article", "aside", "header", "footer", "figure", "figcaption", "blockquote", "ul", "ol",
        "li", "dl", "dt", "dd", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "address", "main",
    }
)  # fmt: skip
UNSEEN = frozenset({"script", "style", "svg", "button", "iframe", "object", "input", "select"})


def paragraphs(element: HtmlElement, *, without: frozenset[HtmlElement] = frozenset()) -> list[str]:
    """Return the non-empty paragraphs of `element`, each in one line, without the elements of `without`."""
    found: list[str] = []
    parts: list[str] = []
    for piece in _pieces(element, without):
        if piece is None or (piece == "\n" and parts[-1:] == ["\n"]):
            found.append("".join(parts))
            parts = []
        elif piece.strip() or piece == "\n" or parts[-1:] != ["\n"]:
            parts.append(piece)
    return [text for raw in [*found, "".join(parts)] if (text := line(raw))]


def _pieces(element: HtmlElement, without: frozenset[HtmlElement]) -> Iterator[str | None]:
    """Yield runs of text, "\n" for a line break, None where a block begins or ends."""
    apart = element.tag in BLOCKS
    if apart:
        yield None
    if element.text:
        yield element.text
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag not in UNSEEN and child not in without:
            yield from _pieces(child, without)
        if child.tail:
            yield child.tail
    if apart:
        yield None
