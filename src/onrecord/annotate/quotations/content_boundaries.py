"""Content boundaries: contents whose ends lie inside quotation marks are moved to the marks.

Quotation marks show better than any model where the words in them begin and end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.annotate.text.document import Document
from onrecord.model import Span
from onrecord.spans import merge, overlap

_BLANKS = re.compile(r"\s+")


def snap_to_quotation_marks(document: Document, contents: list[Span]) -> tuple[Span, ...]:
    """Return the contents with their ends moved out to the quotation marks around them, one piece a paragraph.

    A stretch of which less than half is content stays as it is: the content is then only a part of it. A stretch over
    several paragraphs is one quotation, and becomes content as a whole if most of one of its paragraphs is content.
    """
    moved: list[Span] = []
    for content in contents:
        span = content
        for stretch in _touching(document.quoted, *content):
            held = [piece for piece in stretch if 2 * overlap(span, piece) >= piece[1] - piece[0]]
            for left, right in held:
                span = min(span[0], left), max(span[1], right)
            moved += stretch if held and len(stretch) > 1 else ()
        moved.append(span)
    return tuple(piece for span in merge(moved) for piece in _by_paragraph(document.text, *span))


def _touching(quoted: list[tuple[Span, ...]], begin: int, end: int) -> list[tuple[Span, ...]]:
    """Return the stretches, which are in order and do not overlap, that reach into a span."""
    low = bisect_right(quoted, begin, key=lambda stretch: stretch[-1][1])
    return quoted[low : bisect_left(quoted, end, lo=low, key=lambda stretch: stretch[0][0])]


def _by_paragraph(text: str, begin: int, end: int) -> list[Span]:
    pieces = []
    for gap in _BLANKS.finditer(text, begin, end):
        if gap[0].count("\n") > 1:
            pieces.append((begin, gap.start()))
            begin = gap.end()
    return [*pieces, (begin, end)]
