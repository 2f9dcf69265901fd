"""A period cut into years, months or days, as a histogram and a date filter need it.

Values are EDTF years (`2021`), months (`2021-02`) and days (`2021-02-20`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

_VALUE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class Level(StrEnum):
    """The width of a step of the date facet and the histogram."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


_LENGTH = {Level.YEAR: 4, Level.MONTH: 7, Level.DAY: 10}
_LEVEL = {length: level for level, length in _LENGTH.items()}


def level_of(value: str) -> Level | None:
    """Return the level of a year, a month or a day; None for any other value."""
    return _LEVEL[len(value)] if _VALUE.fullmatch(value) else None


def wider(value: str) -> tuple[str, ...]:
    """Return the year and the month that a day or a month lies in, widest first."""
    return tuple(value[:length] for length in _LENGTH.values() if length < len(value)) if level_of(value) else ()


def steps(first: str, last: str, level: Level) -> tuple[str, ...]:
    """Return every year, month or day from `first` to `last`, both of that level and included."""
    if level is Level.YEAR:
        return tuple(f"{year:04}" for year in range(int(first), int(last) + 1))
    if level is Level.MONTH:
        numbers = range(_month_number(first), _month_number(last) + 1)
        return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers)
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return tuple((begin + timedelta(days=n)).isoformat() for n in range((end - begin).days + 1))


def bounds(value: str) -> tuple[str, str]:
    """Return the first and the last day of a date filter, each "" where it is open or of another form."""
    begin, slash, end = value.partition("/")
    return _first_day(begin), _last_day(end if slash else begin)


def _month_number(value: str) -> int:
    return int(value[:4]) * 12 + int(value[5:]) - 1


def _first_day(value: str) -> str:
    return value + "-01-01"[len(value) - 4 :] if level_of(value) else ""


def _last_day(value: str) -> str:
    if not level_of(value):
        return ""
    if len(value) == 10:
        return value
    month = value if len(value) == 7 else f"{value}-12"
    return f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"
