"""Which days a date value stands for: takes EDTF values of records and of queries, gives intervals of whole days.

Days are counted as `datetime.date.toordinal` does (day 1 is 0001-01-01), so that they compare and index as integers.
Forms: ISO 8601-2 (EDTF) level 0, with ISO weeks, open intervals and the level 1 qualifiers ? ~ %.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

NONE = "none"
"""The query value that asks for what has no date."""

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
HINT = "write 2021, 2021-02, 2021-02-20, an interval like 2021-01/2021-03, ../2021 or 2021-02/.., or none"

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
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
        if match := _DAY.fullmatch(value):
            ordinal = date(int(match[1]), int(match[2]), int(match[3])).toordinal()
            return Days(ordinal, ordinal)
        if match := _WEEK.fullmatch(value):
            return _week(int(match[1]), int(match[2]), match[3])
    except (ValueError, OverflowError):
        raise ValueError(f"{value} is no day in the calendar") from None
    raise ValueError(f"“{value}” is no date")


def _month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    following = (first + timedelta(days=31)).replace(day=1).toordinal() if (year, month) != (9999, 12) else LAST + 1
    return Days(first.toordinal(), following - 1)


def _week(year: int, week: int, weekday: str | None) -> Days:
    first = date.fromisocalendar(year, week, int(weekday or 1)).toordinal()
    return Days(first, first if weekday else first + 6)
