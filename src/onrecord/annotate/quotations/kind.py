"""Which kind a quotation is: takes its content, gives direct, mixed or indirect by where its quotation marks stand."""

from __future__ import annotations

import re

from onrecord.annotate.text.quotation_marks import pair
from onrecord.model import Kind, Span

_CLOSING = re.compile(r"[”»][\s.,;:?!]*\Z")
_SIGNS = frozenset(" ,.;:?!…—–-\n\xa0")


def kind_of(text: str, content: tuple[Span, ...]) -> Kind:
    """DIRECT where `content` stands wholly in marks, INDIRECT where nothing of it does, else MIXED.

    A mark without its partner, as over paragraphs or by a slip, marks a piece to its end or from its beginning.
    """
    marked = bare = False
    for begin, end in content:
        at = begin
        for left, right in _marked(text, begin, end):
            marked = True
            bare = bare or not _SIGNS.issuperset(text[at:left])
            at = right
        bare = bare or not _SIGNS.issuperset(text[at:end])
    return Kind.INDIRECT if not marked else Kind.MIXED if bare else Kind.DIRECT


def _marked(text: str, begin: int, end: int) -> list[Span]:
    spans, left_open = pair(text, begin, end)
    if left_open is not None and all(right <= left_open for _, right in spans):
        return [*spans, (left_open, end)]
    closing = _CLOSING.search(text, begin, end)
    return spans if spans or closing is None else [(begin, end)]
