"""Which days a date value stands for: takes EDTF values of records and of queries, gives intervals of whole days.

Days are counted as `datetime.date.toordinal` does (day 1 is 0001-01-01), so that they compare and index as integers.
Forms: ISO 8601-2 (EDTF) level 0, with ISO weeks, open intervals, intervals of a duration and an end (P1W/2021-02-20),
the level 1 qualifiers ? ~ %, seasons (2021-21), quarters (2021-33), halves (2021-40) and decades (199X).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

NONE = "none"
"""The query value that asks for what has no date."""

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
HINT = (
    "write 2021, 2021-02, 2021-02-20, an interval like 2021-01/2021-03, ../2021 or 2021-02/.., P1W/2021-02-20, or none"
)

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_DECADE = re.compile(r"(\d{3})X|(\d{2})XX")
_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")
# The first month and the length of EDTF's seasons, quarters and halves.
_PARTS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(\d))?(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends included."""

    first: int
    last: int


def days(value: str) -> Days:
    """The days that an EDTF value covers. Raises ValueError, with the reason, where it names none that exist."""
    begin, slash, end = value.strip().partition("/")
    if not slash:
        return _days(begin)
    if begin.startswith("P") or end.startswith("P"):
        return _lasting(value, begin, end)
    first = FIRST if begin == ".." else _days(begin).first
    last = LAST if end == ".." else _days(end).last
    if last < first:
        raise ValueError(f"{value} ends before it begins")
    return Days(first, last)


def known(value: str) -> Days | None:
    """The days that a record's date covers; None where there is no date, no known form, or no end to it."""
    try:
        return None if not value or ".." in value else days(value)
    except ValueError:
        return None


def asked(value: str) -> Days | None:
    """The days that a query's date value asks for; None for `none`. Raises ValueError with the reason."""
    return None if value.lower() == NONE else days(value)


def last_first(within: Days, width: str) -> int:
    """The first day of the last whole month or year (`width`) that ends within an interval, be it before its begin."""
    end = date.fromordinal(min(within.last, LAST - 1) + 1)
    if width == "year":
        return date(max(end.year - 1, 1), 1, 1).toordinal()
    month = end.replace(day=1).toordinal() - 1
    return date.fromordinal(max(month, 1)).replace(day=1).toordinal()


def day(ordinal: int) -> date:
    """The day with this number."""
    return date.fromordinal(ordinal)


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
            ordinal = date(int(match[1]), int(match[2]), int(match[3])).toordinal()
            return Days(ordinal, ordinal)
        if match := _WEEK.fullmatch(value):
            return _week(int(match[1]), int(match[2]), match[3])
    except (ValueError, OverflowError):
        raise ValueError(f"{value} is no day in the calendar") from None
    raise ValueError(f"“{value}” is no date")


def _lasting(value: str, begin: str, end: str) -> Days:
    """An interval of a duration and a day: P1W/2021-02-20 ends on that day, 2021-02-01/P1M begins on it."""
    length = _DURATION.fullmatch(begin if begin.startswith("P") else end)
    if length is None or not any(length.groups()):
        raise ValueError(f"“{value}” has no length: write P1W, P10D, P3M or P1Y")
    years, months, weeks, days = (int(part or 0) for part in length.groups())
    rest = 7 * weeks + days
    try:
        if begin.startswith("P"):
            last = _days(end).last
            return Days(_moved(last + 1, -12 * years - months) - rest, last)
        first = _days(begin).first
        return Days(first, _moved(first, 12 * years + months) + rest - 1)
    except (ValueError, OverflowError):
        raise ValueError(f"{value} is not in the calendar") from None


def _moved(ordinal: int, months: int) -> int:
    """A day some months on; the last day of a shorter month stands for a day that it lacks."""
    day = date.fromordinal(ordinal)
    index = 12 * day.year + day.month - 1 + months
    month = _month(index // 12, index % 12 + 1)
    return min(month.first + day.day - 1, month.last)


def _month(year: int, month: int) -> Days:
    if month in _PARTS:
        begin, length = _PARTS[month]
        ends = 12 * year + begin + length - 2
        return Days(_month(year, begin).first, _month(ends // 12, ends % 12 + 1).last)
    first = date(year, month, 1)
    following = (first + timedelta(days=31)).replace(day=1).toordinal() if (year, month) != (9999, 12) else LAST + 1
    return Days(first.toordinal(), following - 1)


def _week(year: int, week: int, weekday: str | None) -> Days:
    first = date.fromisocalendar(year, week, int(weekday or 1)).toordinal()
    return Days(first, first if weekday else first + 6)
