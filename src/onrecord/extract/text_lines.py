"""Which lines does this element hold?

Takes an element; gives its text in paragraphs, as a browser would set them: blocks and double line breaks part them, a
single line break is a blank. Text that a script writes or a reader does not see is left out.
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
    """The non-empty paragraphs of `element`, each in one line; what lies in the elements of `without` is left out."""
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
    """Runs of text, "\n" for a line break, None where a block begins or ends."""
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
