"""What a rule may know beside its own words: the sentence, the day that "today" is, what the text named before.

`Found` is what a rule gives: TIMEX3 type and value. `Anchor` is the day of publication, of a dateline, or of saying.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from functools import cached_property
from re import Match

from onrecord.annotate.times.grammar.vocabulary import PARTS_OF_DAY
from onrecord.annotate.times.tense import direction, is_told
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
class Found:
    """A rule's reading of its words: TIMEX3 type and value; `clock` where the value still lacks its day ("T09:00")."""

    type: str
    value: str
    clock: bool = False


@dataclass(frozen=True)
class Anchor:
    """The time from which relative expressions count: the first day of `value`, as precise as `unit` says."""

    value: str

    @cached_property
    def day(self) -> date | None:
        """The first day of the anchor; None where nothing is known, or where the calendar ends beside it."""
        day = first_day(self.value)
        return day if day and MINYEAR + 5 < day.year < MAXYEAR - 5 else None

    @cached_property
    def unit(self) -> str:
        """How precise the anchor is: day, week, month, quarter or year; "" where nothing is known."""
        return unit_of(self.value)

    def shift(self, unit: str, count: int) -> str:
        """The value of the unit `count` units away; X's where the anchor is too vague to say."""
        if self.day is None or _FINENESS[unit] > _FINENESS[self.unit or "year"]:
            return (self.value if not count and self.value else _UNKNOWN.get(unit, "XXXX")) if unit else "XXXX"
        return moved(self.day, unit, count) or _UNKNOWN.get(unit, "XXXX")


@dataclass(slots=True)
class Memory:
    """What was read so far in a text: the latest calendar value, day and quarter, and the latest expression's span.

    `reported` is what a company's report spoke of last (quarter, months); `latest` the quarter of printing, "" unknown;
    `fiscal` the quarters that the text calls fiscal, by their number ("Q3"); `day_first` says how it writes 3/4/2020.
    """

    last: str = ""
    day: str = ""
    day_end: int = 0
    quarter: str = ""
    reported: str = ""
    latest: str = ""
    fiscal: dict[str, str] = field(default_factory=dict)
    day_first: Callable[[], bool | None] = lambda: None
    span: Span = (0, 0)
    by_span: dict[Span, str] = field(default_factory=dict)

    def note(self, span: Span, found: Found) -> None:
        """Keep a reading for what follows it."""
        self.span = span
        self._report(found)
        if found.type not in {DATE, TIME} or not found.value[:4].isdigit():
            return
        self.last = found.value
        if unit_of(found.value) == "day":
            self.day, self.day_end = found.value[:10], span[1]

    def _report(self, found: Found) -> None:
        """Keep which period a company's report is about; the year-earlier one and forecasts are no new subject."""
        if "-Q" in found.value:
            self.reported = "quarter"
            if found.value.startswith("FY"):
                self.quarter = self.fiscal[found.value[-2:]] = found.value
            elif self.quarter.startswith("FY") or self.quarter <= found.value <= (self.latest or "9999"):
                self.quarter = found.value
        elif (
            found.type == DURATION
            and found.value.endswith("M")
            and found.value.startswith("P")
            and "T" not in found.value
        ):
            self.reported = "months"


@dataclass(slots=True)
class Scene:
    """One sentence (`begin`, `end`) of `text` while it is read; `spoken` where it counts from the day it was said."""

    text: str
    begin: int
    end: int
    anchor: Anchor
    memory: Memory
    spoken: bool = False

    def direction(self, match: Match[str]) -> int:
        """Whether the sentence around a match speaks of what was (-1), will be (1), or leaves it open (0)."""
        return direction(self.text, (self.begin, self.end), match.span())

    def is_told(self, match: Match[str]) -> bool:
        """Whether a verb in the past tense governs the match itself ("sank in October")."""
        return is_told(self.text, (self.begin, self.end), match.span())

    def before(self, match: Match[str], length: int = 24) -> str:
        """What stands before a match in its sentence, at most `length` characters."""
        return self.text[max(self.begin, match.start() - length) : match.start()]

    def after(self, match: Match[str], length: int = 24) -> str:
        """What stands after a match in its sentence, at most `length` characters."""
        return self.text[match.end() : min(self.end, match.end() + length)]


Build = Callable[[Match[str], Scene], Found | None]


def in_part(value: str, part: str | None) -> Found:
    """A day, or the part of it that a word names (morning, night)."""
    word = (part or "").lower().rstrip("s")
    return Found(TIME, value + PARTS_OF_DAY[word]) if word else Found(DATE, value)


def from_memory(scene: Scene, unit: str, count: int) -> Found | None:
    """The unit that lies `count` units from the date that was named last."""
    base = first_day(scene.memory.last)
    value = moved(base, unit, count) if base else None
    return Found(DATE, value) if value else None
