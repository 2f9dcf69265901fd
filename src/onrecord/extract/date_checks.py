"""Doubts about an article's dates, each with a sentence that names the sources.

Days are compared, not times: the sources of one page use different zones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.dates.edtf import day_of
from onrecord.model import Candidate, Dated, Doubt, DoubtKind

# Zones lie 26 hours apart at most, so that one moment has two dates; two days apart are two moments.
_APART = 1
_YEAR = 330


def check_dates(candidates: Iterable[Candidate], *, captured: Dated | None) -> tuple[Doubt, ...]:
    """Return the doubts about the chosen dates; none if there is no date, or one source only."""
    return tuple(_doubts(list(candidates), captured))


def _doubts(candidates: list[Candidate], captured: Dated | None) -> Iterator[Doubt]:
    chosen = {candidate.field: candidate.date for candidate in candidates if candidate.chosen}
    published, modified = chosen.get("published"), chosen.get("modified")
    # The date of another thing on the page (a video, a recipe) or a guess contradicts nothing.
    others = [
        other.date
        for other in candidates
        if other.field == "published"
        and not other.chosen
        and "(" not in other.date.basis
        and other.date.basis != "htmldate"
    ]
    if published and (other := max(others, key=lambda date: abs(_days(date, published)), default=None)):
        if abs(_days(other, published)) > _APART:
            yield Doubt(DoubtKind.DISAGREEMENT, f"{_statement(published)}, {_statement(other)}")
        if captured and abs(_days(published, captured)) <= _APART and _days(published, other) >= _YEAR:
            yield Doubt(DoubtKind.STALE, f"{_statement(published)}, which is the day of capture; {_statement(other)}")
    if published and modified and _days(published, modified) > _APART:
        yield Doubt(
            DoubtKind.DISAGREEMENT,
            f"modified before it was published: {_statement(modified)}, {_statement(published)}",
            "modified",
        )
    for field, stated in chosen.items():
        if captured and _days(stated, captured) > _APART:
            yield Doubt(
                DoubtKind.FUTURE, f"{field} after the capture: {_statement(stated)}, captured {captured.day}", field
            )


def _days(later: Dated, earlier: Dated) -> int:
    """Return the days between two dates; 0 if one is less precise than a day."""
    after, before = day_of(later.value), day_of(earlier.value)
    return (after - before).days if after and before else 0


def _statement(stated: Dated) -> str:
    return f"{stated.basis} says {stated.day}"
