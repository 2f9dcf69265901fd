"""A whole text: takes it with its day of printing, gives its time expressions in order.

Words in quotation marks whose day of saying is known count from that day; the opening of a text that was filed under
a day of its own ("LAGOS, March 2 (Agency) —") counts from that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from onrecord.annotate.times.context import Anchor, Memory, Scene
from onrecord.annotate.times.date_order import day_first
from onrecord.annotate.times.grammar.fiscal import stated
from onrecord.annotate.times.matcher import read
from onrecord.annotate.times.values import first_day
from onrecord.model import Span, Time

_DATELINE = re.compile(
    r"\s*(?:\(\w+\)\s*)?(?P<place>[A-Z][A-Z.'’ -]+[A-Z](?:, [A-Z][\w.]+)?), "
    r"(?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))"
    r"(?:, \d{4})?\s*(?:\([^()\n]{2,30}\)\s*)?(?:--|—|–|-|_)"
)
# A dateline's day lies at most this far before the day of printing.
_FILED_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Quoted:
    """A piece of text in quotation marks and the EDTF value of the day on which it was said."""

    span: Span
    said: str


def read_times(
    text: str, published: str | None, sentences: Iterable[Span], quoted: Sequence[Quoted] = ()
) -> list[Time]:
    """The time expressions of a text, in order, none over another.

    `published` is an EDTF or ISO 8601 value ("2021-02-20", "2021-02", with or without a time of day) or None, where
    relative expressions get X's for what is not known; as `Printed` it also tells how the page writes days. Spans hold
    no preposition. Time grows linearly with the text.
    """
    anchor = Anchor((published or "").partition("T")[0])
    memory = Memory(
        latest=anchor.shift("quarter", -1) if anchor.day else "",
        day_first=cache(partial(day_first, text, "" if published is None else published)),
    )
    times: list[Time] = []
    pending = sorted(quoted, key=lambda piece: piece.span)
    for number, (begin, end) in enumerate(sentences):
        if number < 3 and (filed := _filed(text, begin, anchor)):
            anchor = filed
        for first, last, said in _pieces(begin, end, pending):
            scene = Scene(text, first, last, Anchor(said) if said else anchor, memory, spoken=bool(said))
            times += [Time(r.span, r.found.type, *stated(r.found.value)) for r in read(scene)]
    return times


def _pieces(begin: int, end: int, quoted: list[Quoted]) -> list[tuple[int, int, str]]:
    """A sentence cut where a quotation with its own day begins or ends: (begin, end, day or "")."""
    while quoted and quoted[0].span[1] <= begin:
        quoted.pop(0)
    pieces = []
    for piece in quoted:
        first, last = max(begin, piece.span[0]), min(end, piece.span[1])
        if piece.span[0] >= end:
            break
        if first > begin:
            pieces.append((begin, first, ""))
        if last > first:
            pieces.append((first, last, piece.said))
        begin = max(begin, last)
    if begin < end:
        pieces.append((begin, end, ""))
    return pieces


def _filed(text: str, begin: int, printed: Anchor) -> Anchor | None:
    """The day in the dateline at `begin`, where it lies shortly before the day of printing."""
    match = _DATELINE.match(text, begin, min(len(text), begin + 120))
    if match is None or printed.day is None or printed.unit != "day":
        return None
    scene = Scene(text, match.start("day"), match.end("day"), printed, Memory())
    readings = read(scene)
    day: date | None = first_day(readings[0].found.value) if readings else None
    if day is None or not 0 <= (printed.day - day).days <= _FILED_BEFORE:
        return None
    return Anchor(day.isoformat())
