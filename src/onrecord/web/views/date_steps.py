"""The steps in which dates are shown: takes a search and a request, gives the answer with its dates fine enough to see.

The archive counts by year where no date is asked for; four months would be one bar, so we ask again by month.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from onrecord.archive.requests import Request
from onrecord.archive.results import Answer, Facet
from onrecord.dates.steps import Level

T = TypeVar("T")

_NO_DATES = Facet(buckets=())

LISTED = 12
"""Dates in a list before it is longer than those of the other facets, which come after it."""

_FINER = {Level.YEAR: (Level.MONTH, 3), Level.MONTH: (Level.DAY, 2)}
"""At so few years, months: show the finer step. Three years are 36 bars, two months 62: both fit a phone."""


@dataclass(frozen=True, slots=True)
class Scaled(Generic[T]):
    """An answer, its dates in the steps of the list of dates, and in those of the histogram, which may be finer."""

    answer: Answer[T]
    listed: Facet
    drawn: Facet
    level: Level


def to_scale(find: Callable[[Request], Answer[T]], asked: Request) -> Scaled[T]:
    """The answer, and its dates fine enough to see: few years are shown by month, few months by day."""
    answer = finest = find(asked)
    listed = _dates(answer)
    while finer := _finer(finest):
        finest = find(replace(asked, level=finer, size=0, after=None))
        listed = _dates(finest) if len(_dates(finest).buckets) <= LISTED else listed
    return Scaled(answer, listed, _dates(finest), finest.level)


def _finer(answer: Answer[T]) -> Level | None:
    finer, few = _FINER.get(answer.level, (None, 0))
    return finer if 0 < len(_dates(answer).buckets) <= few else None


def _dates(answer: Answer[T]) -> Facet:
    return answer.facets.get("published", _NO_DATES)
