"""The kind of a quotation: direct, mixed or indirect, by the quotation marks in its content."""

from __future__ import annotations

import re

from onrecord.annotate.text.quotation_marks import quoted_spans
from onrecord.model import Kind, Span

_CLOSING = re.compile(r"[”»][\s.,;:?!]*\Z")
_PUNCTUATION = frozenset(" ,.;:?!…—–-\n\xa0")


def kind_of(text: str, content: tuple[Span, ...]) -> Kind:
    """Return DIRECT if all of `content` is in quotation marks, INDIRECT if nothing of it is, else MIXED.

    An unpaired quotation mark, as over paragraphs or by a slip, counts to the end or from the beginning of its piece.
    """
    quoted = bare = False
    for begin, end in content:
        at = begin
        for left, right in _quoted(text, begin, end):
            quoted = True
            bare = bare or not _PUNCTUATION.issuperset(text[at:left])
            at = right
        bare = bare or not _PUNCTUATION.issuperset(text[at:end])
    return Kind.INDIRECT if not quoted else Kind.MIXED if bare else Kind.DIRECT


def _quoted(text: str, begin: int, end: int) -> list[Span]:
    spans, left_open = quoted_spans(text, begin, end)
    if left_open is not None and all(right <= left_open for _, right in spans):
        return [*spans, (left_open, end)]
    closing = _CLOSING.search(text, begin, end)
    return spans if spans or closing is None else [(begin, end)]
