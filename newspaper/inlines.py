"""Inline markup of a line in an article file.

`{1 words}` is content of quotation 1, `{1s words}` its source, `{1q words}` its cue; `**bold**`, `[[link]]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

OPENING = re.compile(r"\{(\d+)([sq]?) ")
PARTS = {"": "content", "s": "source", "q": "cue"}


@dataclass(frozen=True, slots=True)
class Inline:
    """A line as plain text and as HTML, and its marked spans: quotation, part, begin and end in `plain`."""

    plain: str
    html: str
    spans: tuple[tuple[int, str, int, int], ...]


def inline(raw: str) -> Inline:
    """Parse the markup of one line. Raises ValueError if braces do not pair."""
    plain, html, spans = "", "", []
    opened: tuple[int, str, int] | None = None
    position = 0
    while position < len(raw):
        if (mark := OPENING.match(raw, position)) and not opened:
            opened = (int(mark[1]), PARTS[mark[2]], len(plain))
            position = mark.end()
        elif raw[position] == "}" and opened:
            spans.append((*opened, len(plain)))
            opened = None
            position += 1
        elif raw[position] in "{}":
            raise ValueError(f"a brace without its partner in: {raw[position : position + 60]}")
        elif raw[position : position + 2] in ("**", "[[", "]]"):
            html += _tag(raw[position : position + 2], html)
            position += 2
        else:
            plain += raw[position]
            html += escape(raw[position], quote=False)
            position += 1
    if opened:
        raise ValueError(f"a brace is not closed in: {raw[:60]}")
    return Inline(plain, html, tuple(spans))


def _tag(mark: str, html: str) -> str:
    if mark == "**":
        return "</strong>" if html.count("<strong>") > html.count("</strong>") else "<strong>"
    return '<a href="/topics/">' if mark == "[[" else "</a>"
