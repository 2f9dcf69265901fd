"""Date values in EDTF (ISO 8601-2:2019) and the whole days that they cover.

Days are numbered as by `datetime.date.toordinal` (day 1 is 0001-01-01), so that they compare and index as integers.
Forms: level 0 with ISO weeks, open intervals, intervals with a duration (P1W/2021-02-20 ends on that day,
2021-02-01/P1M begins on it); of level 1 the qualifiers ? ~ %, seasons (2021-21) and decades (199X); of level 2 quarters
(2021-33) and halves (2021-40).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
"""The numbers of the calendar's first and last day."""


class PartOfYear(NamedTuple):
    """A season, quarter or half: its name, the month it begins in, and its length in months."""

    name: str
    begins: int
    months: int


PARTS_OF_YEAR = {
    21: PartOfYear("spring", 3, 3),
    22: PartOfYear("summer", 6, 3),
    23: PartOfYear("autumn", 9, 3),
    24: PartOfYear("winter", 12, 3),
    33: PartOfYear("quarter 1", 1, 3),
    34: PartOfYear("quarter 2", 4, 3),
    35: PartOfYear("quarter 3", 7, 3),
    36: PartOfYear("quarter 4", 10, 3),
    40: PartOfYear("half 1", 1, 6),
    41: PartOfYear("half 2", 7, 6),
}
"""EDTF's codes in the place of a month: seasons (level 1), quarters and halves (level 2)."""

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"((\d{4})-(\d{2})-(\d{2}))(?:[T ].*)?")
_DECADE = re.compile(r"(\d{3})X|(\d{2})XX")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(\d))?(?:T.*)?")
_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days by their numbers, both ends included."""

    first: int
    last: int

    @property
    def first_date(self) -> date:
        """The first day."""
        return date.fromordinal(self.first)

    @property
    def last_date(self) -> date:
        """The last day."""
        return date.fromordinal(self.last)


def days_of(value: str) -> Days:
    """Return the days that an EDTF value covers. Raise ValueError, with the reason, if it names none that exist."""
    begin, slash, end = value.strip().partition("/")
    if not slash:
        return _days(begin)
    if begin.startswith("P") or end.startswith("P"):
        return _with_duration(value, begin, end)
    first = FIRST if begin == ".." else _days(begin).first
    last = LAST if end == ".." else _days(end).last
    if last < first:
        raise ValueError(f"{value} ends before it begins")
    return Days(first, last)


def known_days(value: str) -> Days | None:
    """Return the days that a record's date covers; None if it is empty, of no known form, or open at one end."""
    try:
        return None if not value or ".." in value else days_of(value)
    except ValueError:
        return None


def day_of(value: str) -> date | None:
    """Return the day that a value names, with or without a time of day; None for any other value."""
    match = _DAY.fullmatch(value)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def valid_day(year: int, month: int, day: int) -> date | None:
    """Return the day; None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_whole(within: Days, unit: str) -> int:
    """Return the first day of the last whole "year" or "month" that ends within `within`, even if it begins before."""
    end = date.fromordinal(min(within.last, LAST - 1) + 1)
    if unit == "year":
        return date(max(end.year - 1, 1), 1, 1).toordinal()
    month = end.replace(day=1).toordinal() - 1
    return date.fromordinal(max(month, 1)).replace(day=1).toordinal()


def _days(value: str) -> Days:
    value = value.rstrip("?~%")
    try:
        if match := _YEAR.fullmatch(value):
            year = int(match[1])
            return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if match := _MONTH.fullmatch(value):
            return _month(int(match[1]), int(match[2]))
        if match := _DECADE.fullmatch(value):
            years, begin = (10, int(match[1]) * 10) if match[1] else (100, int(match[2]) * 100)
            return Days(date(begin, 1, 1).toordinal(), date(begin + years - 1, 12, 31).toordinal())
        if match := _DAY.fullmatch(value):
            ordinal = date(int(match[2]), int(match[3]), int(match[4])).toordinal()
            return Days(ordinal, ordinal)
        if match := _WEEK.fullmatch(value):
            return _week(int(match[1]), int(match[2]), match[3])
    except (ValueError, OverflowError):
        raise ValueError(f"{value} is no day in the calendar") from None
    raise ValueError(f"“{value}” is no date")


def _with_duration(value: str, begin: str, end: str) -> Days:
    length = _DURATION.fullmatch(begin if begin.startswith("P") else end)
    if length is None or not any(length.groups()):
        raise ValueError(f"“{value}” has no length: write P1W, P10D, P3M or P1Y")
    years, months, weeks, days = (int(part or 0) for part in length.groups())
    rest = 7 * weeks + days
    try:
        if begin.startswith("P"):
            last = _days(end).last
            return Days(_shifted(last + 1, -12 * years - months) - rest, last)
        first = _days(begin).first
        return Days(first, _shifted(first, 12 * years + months) + rest - 1)
    except (ValueError, OverflowError):
        raise ValueError(f"{value} is not in the calendar") from None


def _shifted(ordinal: int, months: int) -> int:
    """Return the day some months later; the month's last day if it has no such day."""
    day = date.fromordinal(ordinal)
    index = 12 * day.year + day.month - 1 + months
    month = _month(index // 12, index % 12 + 1)
    return min(month.first + day.day - 1, month.last)


def _month(year: int, month: int) -> Days:
    if part := PARTS_OF_YEAR.get(month):
        ends = 12 * year + part.begins + part.months - 2
        return Days(_month(year, part.begins).first, _month(ends // 12, ends % 12 + 1).last)
    first = date(year, month, 1)
    following = (first + timedelta(days=31)).replace(day=1).toordinal() if (year, month) != (9999, 12) else LAST + 1
    return Days(first.toordinal(), following - 1)


def _week(year: int, week: int, weekday: str | None) -> Days:
    first = date.fromisocalendar(year, week, int(weekday or 1)).toordinal()
    return Days(first, first if weekday else first + 6)
