"""Dates of an article: EDTF values, with what in the page says so, and what contradicts them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span


class Precision(StrEnum):
    """How much of a date its evidence states, from a second to a year."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Dated:
    """One of an article's dates: an EDTF value, how precise it is, and what in the page says so.

    `value` is ISO 8601-2 (EDTF level 0): `2021`, `2021-02`, `2021-02-20`, `2021-02-20T09:30:00-05:00`.
    The day is the day as written by the source, in the source's own zone.
    """

    value: str
    precision: Precision
    basis: str

    @property
    def day(self) -> str:
        """The value without its time of day: a year, a month or a day as EDTF writes it."""
        return self.value.partition("T")[0]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that a page lets find for `field` (published, modified); whether it won, and why or why not."""

    field: str
    date: Dated
    chosen: bool
    reason: str


class DoubtKind(StrEnum):
    """What is wrong with an article's dates; a WEEKDAY that the day did not have and LATER are told by its text."""

    DISAGREEMENT = "disagreement"
    FUTURE = "future"
    STALE = "stale"
    WEEKDAY = "weekday"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason not to trust one of an article's dates (`about`: published, modified), and the words that give it.

    Sources that disagree, a date after the capture, an old "today", a weekday that is wrong for its day, something told
    as past that lies after the day of printing. `span` is None where no words of the text but other dates speak.
    """

    kind: DoubtKind
    detail: str
    about: str = "published"
    span: Span | None = None
