"""An interviewer's questions: paragraphs wholly in bold that ask ("…?", "Q:"), if the page has at least two.

They stay in the text; their role says that the answer is by someone else.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from onrecord.extract.text_lines import paragraphs
from onrecord.extract.tree import content
from onrecord.model import Role

_ASKS = re.compile(r"\?[\"”’)]*$|^(?:Q|Question)\s*[:.]")


class Questions:
    """The questions of one page, collected before its tree is changed."""

    def __init__(self, tree: HtmlElement) -> None:
        found = {text for element in tree.iter("p", "dt") for text in _asked(element)}
        self._found = found if len(found) > 1 else set()

    def role(self, paragraph: str) -> Role | None:
        """Return the role of a paragraph of the text: a question, or None."""
        return Role.QUESTION if paragraph in self._found else None


def _asked(element: HtmlElement) -> list[str]:
    """Return the question in an element: all of it, or its first line if the answer follows after a line break."""
    bold = "".join(content(inner) for inner in element.iter("strong", "b"))
    if element.tag == "p" and not bold:
        return []
    first = paragraphs(element)[:1]
    if not first or not _ASKS.search(first[0]):
        return []
    whole = element.tag != "p" or "".join(bold.split()) == "".join(first[0].split())
    return first if whole else []
