"""Which paragraphs are an interviewer's questions?

Takes the tree, before it is read; remembers the paragraphs that the page sets wholly in bold and that ask ("…?", "Q:"),
where there are two at least. They stay in the text as they are; their role says that the answer is someone else's.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from onrecord.extract.text_lines import paragraphs
from onrecord.extract.tree import content
from onrecord.model import Role

_ASKS = re.compile(r"\?[\"”’)]*$|^(?:Q|Question)\s*[:.]")


class Questions:
    """The questions of one page."""

    def __init__(self, tree: HtmlElement) -> None:
        found = {text for element in tree.iter("p", "dt") for text in _asked(element)}
        self._found = found if len(found) > 1 else set()

    def role(self, paragraph: str) -> Role | None:
        """The role of a paragraph of the text: a question, or none."""
        return Role.QUESTION if paragraph in self._found else None


def _asked(element: HtmlElement) -> list[str]:
    """The question that the element is, or that its first line is where the answer follows after a line break."""
    bold = "".join(content(inner) for inner in element.iter("strong", "b"))
    if element.tag == "p" and not bold:
        return []
    first = paragraphs(element)[:1]
    if not first or not _ASKS.search(first[0]):
        return []
    whole = element.tag != "p" or "".join(bold.split()) == "".join(first[0].split())
    return first if whole else []
