"""The context of a match: its sentence, the date that "today" is, and what the text named before.

`Timex` is the result of a rule: TIMEX3 type and value. `Anchor` is the publication date, a dateline's or a date said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from functools import cached_property
from re import Match

from onrecord.annotate.times import tense
from onrecord.annotate.times.grammar.vocabulary import PARTS_OF_DAY
from onrecord.annotate.times.values import first_day, moved, unit_of
from onrecord.model import Span

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
_FINENESS = {"year": 0, "quarter": 1, "month": 2, "week": 3, "day": 4, "decade": -1, "century": -2, "weekend": 3}
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
}


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 type and value; `clock` is True while a time of day lacks its day ("T09:00")."""

    type: str
    value: str
    clock: bool = False


@dataclass(frozen=True)
class Anchor:
    """The date from which relative expressions count: the first day of `value`, as precise as `unit`."""

    value: str

    @cached_property
    def day(self) -> date | None:
        """The first day of the anchor; None if it is unknown, or within five years of the ends of the calendar."""
        day = first_day(self.value)
        return day if day and MINYEAR + 5 < day.year < MAXYEAR - 5 else None

    @cached_property
    def unit(self) -> str:
        """The precision of the anchor: day, week, month, quarter or year; "" if it is unknown."""
        return unit_of(self.value)

    def shift(self, unit: str, count: int) -> str:
        """Return the value of the unit `count` units away; X's if the anchor is less precise than the unit."""
        if self.day is None or _FINENESS[unit] > _FINENESS[self.unit or "year"]:
            return (self.value if not count and self.value else _UNKNOWN.get(unit, "XXXX")) if unit else "XXXX"
        return moved(self.day, unit, count) or _UNKNOWN.get(unit, "XXXX")


@dataclass(slots=True)
class Memory:
    """What has been tagged in a text so far: the last calendar value, day and quarter, and the last expression's span.

    `reported` is the period that a company report named last (quarter, months); `latest` the last quarter that was over
    at publication, "" if unknown; `fiscal` the quarters that the text calls fiscal, by their number ("Q3");
    `is_day_first` returns the order of day and month in 3/4/2020.
    """

    last: str = ""
    day: str = ""
    day_end: int = 0
    quarter: str = ""
    reported: str = ""
    latest: str = ""
    fiscal: dict[str, str] = field(default_factory=dict)
    is_day_first: Callable[[], bool | None] = lambda: None
    span: Span = (0, 0)
    by_span: dict[Span, str] = field(default_factory=dict)

    def note(self, span: Span, timex: Timex) -> None:
        """Remember an expression for those that follow it."""
        self.span = span
        self._report(timex)
        if timex.type not in {DATE, TIME} or not timex.value[:4].isdigit():
            return
        self.last = timex.value
        if unit_of(timex.value) == "day":
            self.day, self.day_end = timex.value[:10], span[1]

    def _report(self, timex: Timex) -> None:
        """Remember the period that a company report is about; the year before and forecasts do not replace it."""
        if "-Q" in timex.value:
            self.reported = "quarter"
            if timex.value.startswith("FY"):
                self.quarter = self.fiscal[timex.value[-2:]] = timex.value
            elif self.quarter.startswith("FY") or self.quarter <= timex.value <= (self.latest or "9999"):
                self.quarter = timex.value
        elif (
            timex.type == DURATION
            and timex.value.endswith("M")
            and timex.value.startswith("P")
            and "T" not in timex.value
        ):
            self.reported = "months"


@dataclass(slots=True)
class Context:
    """The part of a sentence of `text` from `begin` to `end`; `in_quotation` is True if it counts from a date said."""

    text: str
    begin: int
    end: int
    anchor: Anchor
    memory: Memory
    in_quotation: bool = False

    def direction(self, match: Match[str]) -> int:
        """Return -1 if the sentence around a match is about the past, 1 for the future, 0 if it is open."""
        return tense.direction(self.text, (self.begin, self.end), match.span())

    def past_governs(self, match: Match[str]) -> bool:
        """True if a verb in the past tense governs the match itself ("sank in October")."""
        return tense.past_governs(self.text, (self.begin, self.end), match.span())

    def before(self, match: Match[str], length: int = 24) -> str:
        """Return the text before a match in its sentence, at most `length` characters."""
        return self.text[max(self.begin, match.start() - length) : match.start()]

    def after(self, match: Match[str], length: int = 24) -> str:
        """Return the text after a match in its sentence, at most `length` characters."""
        return self.text[match.end() : min(self.end, match.end() + length)]


Build = Callable[[Match[str], Context], Timex | None]


def part_of_day(value: str, part: str | None) -> Timex:
    """Return a day, or the part of it that a word names (morning, night)."""
    word = (part or "").lower().rstrip("s")
    return Timex(TIME, value + PARTS_OF_DAY[word]) if word else Timex(DATE, value)


def shift_last_date(context: Context, unit: str, count: int) -> Timex | None:
    """Return the unit that is `count` units from the date that the text named last; None if it named none."""
    base = first_day(context.memory.last)
    value = moved(base, unit, count) if base else None
    return Timex(DATE, value) if value else None
