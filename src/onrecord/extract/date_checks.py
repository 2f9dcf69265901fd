"""What speaks against the dates?

Takes the candidates and the capture; gives the doubts, each with a sentence that names the sources. Days are compared,
not times: sources of one page stand in different zones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.dates.edtf import day_of
from onrecord.model import Candidate, Dated, Doubt, DoubtKind

# Zones lie 26 hours apart at most, so that one moment has two dates; two days apart are two moments.
_APART = 1
_YEAR = 330


def doubts(candidates: Iterable[Candidate], *, captured: Dated | None) -> tuple[Doubt, ...]:
    """What is to be said against the dates chosen; nothing where there is none or only one source."""
    return tuple(_doubts(list(candidates), captured))


def _doubts(candidates: list[Candidate], captured: Dated | None) -> Iterator[Doubt]:
    chosen = {candidate.field: candidate.date for candidate in candidates if candidate.chosen}
    published, modified = chosen.get("published"), chosen.get("modified")
    # What dates another thing on the page (a video, a recipe), and a guess, contradict nothing.
    others = [
        one.date
        for one in candidates
        if one.field == "published" and not one.chosen and "(" not in one.date.basis and one.date.basis != "htmldate"
    ]
    if published and (other := max(others, key=lambda one: abs(_days(one, published)), default=None)):
        if abs(_days(other, published)) > _APART:
            yield Doubt(DoubtKind.DISAGREEMENT, f"{_told(published)}, {_told(other)}")
        if captured and abs(_days(published, captured)) <= _APART and _days(published, other) >= _YEAR:
            yield Doubt(DoubtKind.STALE, f"{_told(published)}, which is the day of capture; {_told(other)}")
    if published and modified and _days(published, modified) > _APART:
        yield Doubt(
            DoubtKind.DISAGREEMENT,
            f"modified before it was published: {_told(modified)}, {_told(published)}",
            "modified",
        )
    for field, stated in chosen.items():
        if captured and _days(stated, captured) > _APART:
            yield Doubt(DoubtKind.FUTURE, f"{field} after the capture: {_told(stated)}, captured {captured.day}", field)


def _days(later: Dated, earlier: Dated) -> int:
    """How many days lie between; 0 where one is less precise than a day."""
    after, before = day_of(later.value), day_of(earlier.value)
    return (after - before).days if after and before else 0


def _told(stated: Dated) -> str:
    return f"{stated.basis} says {stated.day}"
