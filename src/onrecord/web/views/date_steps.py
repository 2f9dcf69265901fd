"""The steps in which dates are counted: a search repeated by month or day if it finds only a few years or months.

An archive counts by year unless a filter names a date. Articles of four months would be one bar, so the chart is drawn
from a second search by month.
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
"""Longest list of dates; a longer one would push the other facets, which come after it, out of sight."""

_FINER = {Level.YEAR: (Level.MONTH, 3), Level.MONTH: (Level.DAY, 2)}
"""The finer step, and up to how many coarse ones it is used for: 3 years are 36 bars, 2 months 62; both fit a phone."""


@dataclass(frozen=True, slots=True)
class DatedAnswer(Generic[T]):
    """An answer with its publication dates counted twice: for the list, and for the histogram, which can be finer."""

    answer: Answer[T]
    listed: Facet
    drawn: Facet
    level: Level


def search_with_dates(find: Callable[[Request], Answer[T]], request: Request) -> DatedAnswer[T]:
    """Run a search, and again with a finer step while it finds too few: a few years by month, a few months by day."""
    answer = finest = find(request)
    listed = _dates(answer)
    while finer := _finer(finest):
        finest = find(replace(request, level=finer, size=0, after=None))
        listed = _dates(finest) if len(_dates(finest).buckets) <= LISTED else listed
    return DatedAnswer(answer, listed, _dates(finest), finest.level)


def _finer(answer: Answer[T]) -> Level | None:
    finer, few = _FINER.get(answer.level, (None, 0))
    return finer if 0 < len(_dates(answer).buckets) <= few else None


def _dates(answer: Answer[T]) -> Facet:
    return answer.facets.get("published", _NO_DATES)
