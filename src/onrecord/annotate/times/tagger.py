"""The tagger: the time expressions of a whole text, in order.

Expressions count from the publication date, with two exceptions: words in quotation marks whose date said is known
count from that date, and the opening of a text with a dated dateline ("LAGOS, March 2 (Agency) —") from the dateline's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from onrecord.annotate.times.context import Anchor, Context, Memory
from onrecord.annotate.times.date_order import is_day_first
from onrecord.annotate.times.grammar.fiscal import record_values
from onrecord.annotate.times.matcher import match_sentence
from onrecord.annotate.times.publication import Publication
from onrecord.annotate.times.values import first_day
from onrecord.model import Span, Time
from onrecord.spans import clip

_DATELINE = re.compile(
    r"\s*(?:\(\w+\)\s*)?(?P<place>[A-Z][A-Z.'’ -]+[A-Z](?:, [A-Z][\w.]+)?), "
    r"(?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))"
    r"(?:, \d{4})?\s*(?:\([^()\n]{2,30}\)\s*)?(?:--|—|–|-|_)"
)
_DATELINE_SENTENCES = 3
# The most days by which a dateline's date may precede the publication date.
_FILED_BEFORE = 4


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A span in quotation marks, and the date on which its words were said (EDTF)."""

    span: Span
    said: str


def tag_times(
    text: str, publication: Publication, sentences: Iterable[Span], quoted: Sequence[QuotedSpan] = ()
) -> list[Time]:
    """Return the time expressions of a text, in order and without overlap; their spans hold no preposition.

    Without a publication date, relative expressions have X's for what is not known. Takes time linear in the text.
    """
    anchor = Anchor(publication.date.partition("T")[0])
    memory = Memory(
        latest=anchor.shift("quarter", -1) if anchor.day else "",
        is_day_first=cache(partial(is_day_first, text, publication)),
    )
    times: list[Time] = []
    pending = sorted(quoted, key=lambda piece: piece.span)
    for number, (begin, end) in enumerate(sentences):
        if number < _DATELINE_SENTENCES and (filed := _dateline_anchor(text, begin, anchor)):
            anchor = filed
        for first, last, said in _split_at_quotations(begin, end, pending):
            context = Context(text, first, last, Anchor(said) if said else anchor, memory, in_quotation=bool(said))
            times += [Time(e.span, e.timex.type, *record_values(e.timex.value)) for e in match_sentence(context)]
    return times


def _split_at_quotations(begin: int, end: int, quoted: list[QuotedSpan]) -> list[tuple[int, int, str]]:
    """Return a sentence split where a dated quotation begins or ends, as (begin, end, date said or "").

    Quotations that end before the sentence are removed from `quoted`.
    """
    while quoted and quoted[0].span[1] <= begin:
        quoted.pop(0)
    pieces = []
    for quotation in quoted:
        if quotation.span[0] >= end:
            break
        if (inside := clip(quotation.span, (begin, end))) is None:
            continue
        if inside[0] > begin:
            pieces.append((begin, inside[0], ""))
        pieces.append((*inside, quotation.said))
        begin = inside[1]
    if begin < end:
        pieces.append((begin, end, ""))
    return pieces


def _dateline_anchor(text: str, begin: int, published: Anchor) -> Anchor | None:
    """Return the date in the dateline at `begin`, if it is shortly before the publication date."""
    match = _DATELINE.match(text, begin, min(len(text), begin + 120))
    if match is None or published.day is None or published.unit != "day":
        return None
    context = Context(text, match.start("day"), match.end("day"), published, Memory())
    expressions = match_sentence(context)
    day = first_day(expressions[0].timex.value) if expressions else None
    if day is None or not 0 <= (published.day - day).days <= _FILED_BEFORE:
        return None
    return Anchor(day.isoformat())
