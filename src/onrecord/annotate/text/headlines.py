"""Headlines within a text: short lines in which nearly all longer words are capitalised.

A run of capitalised words in a headline need not be a name: `Mayor Breaks With Lund`.
"""

from __future__ import annotations

import re

from onrecord.model import Span

_LINE = re.compile(r"[^\n]+")
_LONGER = re.compile(r"[^\W\d_][\w’'-]{3,}")
_LONGEST = 200  # Characters; no headline of the PolNeAR articles is longer.
_FEWEST = 4  # Longer words; a line with fewer is a name or a signature.
_FEWEST_FIRST = 3  # The same in the first line of a text.
_QUOTATION_MARK = re.compile('["“”]')
_SHARE = 0.7  # Of the longer words, capitalised.


def headlines(text: str) -> list[Span]:
    """Return the headlines of `text` in order."""
    return [
        line.span()
        for line in _LINE.finditer(text)
        if line.end() - line.start() <= _LONGEST
        and _is_headline(line[0], first=not line.start() and line.end() < len(text))
    ]


def _is_headline(line: str, *, first: bool) -> bool:
    words = _LONGER.findall(line)
    fewest = _FEWEST_FIRST if first and not _QUOTATION_MARK.search(line) else _FEWEST
    return len(words) >= fewest and sum(word[0].isupper() for word in words) >= _SHARE * len(words)
