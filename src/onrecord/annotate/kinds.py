"""Which kind a quotation is: takes its content, gives direct, mixed or indirect by where its quotation marks stand."""

from __future__ import annotations

from onrecord.annotate.marks import pair
from onrecord.model import Kind, Span

_SIGNS = frozenset(" ,.;:?!…—–-\n\xa0")


def kind_of(text: str, content: tuple[Span, ...]) -> Kind:
    """DIRECT where `content` stands wholly in marks, INDIRECT where nothing of it does, else MIXED.

    The opening piece of a quotation over several paragraphs has no closing mark and is in marks to its end.
    """
    marked = bare = False
    for begin, end in content:
        at = begin
        spans, left_open = pair(text, begin, end)
        for span in [*spans, *([(left_open, end)] if left_open == begin and not spans else [])]:
            marked = True
            bare = bare or not _SIGNS.issuperset(text[at : span[0]])
            at = span[1]
        bare = bare or not _SIGNS.issuperset(text[at:end])
    return Kind.INDIRECT if not marked else Kind.MIXED if bare else Kind.DIRECT
