"""Dates of an article: EDTF values, the part of the page that states each, and contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from onrecord.model.span import Span


class Precision(StrEnum):
    """How much of a date its evidence states, from a second to a year."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Dated(Struct, frozen=True):
    """One of an article's dates: an EDTF value, its precision, and the part of the page that states it (`basis`).

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
    """A date that a page states for `field` (published, modified), whether it was chosen, and the reason."""

    field: str
    date: Dated
    chosen: bool
    reason: str


class DoubtKind(StrEnum):
    """The kind of a doubt; WEEKDAY: the text gives the wrong weekday; LATER: a past event is after publication."""

    DISAGREEMENT = "disagreement"
    FUTURE = "future"
    STALE = "stale"
    WEEKDAY = "weekday"
    LATER = "later"


class Doubt(Struct, frozen=True):
    """A reason not to trust one of an article's dates (`about`: published, modified), and the words that give it.

    Sources that disagree, a date after the capture, an old "today", a weekday that is wrong for its day, an event in
    the past tense that lies after the publication date. `span` is None if other dates contradict, not the text.
    """

    kind: DoubtKind
    detail: str
    about: str = "published"
    span: Span | None = None
