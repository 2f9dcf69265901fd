"""Dates in words: EDTF values (ISO 8601-2 level 0, also weeks, seasons and intervals) as a reader sees them.

A value of any other form is returned unchanged, so that nothing in the record is hidden.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from datetime import date, timedelta

from onrecord.archive.requests import Level

_VALUE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?(?P<time>T.+)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_SEASON = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])")
_PARTS = {
    **dict(zip(range(21, 25), ("spring", "summer", "autumn", "winter"), strict=True)),
    **{32 + n: f"quarter {n} of" for n in range(1, 5)},
    **{39 + n: f"half {n} of" for n in (1, 2)},
}
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_LENGTH = {Level.YEAR: 4, Level.MONTH: 7, Level.DAY: 10}
_LEVEL = {length: level for level, length in _LENGTH.items()}


def date_text(value: str) -> str:
    """Return a date in words: `2021-02-21` → "21 February 2021", `2020/2021-03` → "2020 to March 2021"."""
    begin, slash, end = value.partition("/")
    if slash:
        return _interval(*("" if part == ".." else date_text(part) for part in (begin, end)))
    if week := _WEEK.fullmatch(value):
        return f"week {int(week[2])} of {week[1]}"
    if part := _SEASON.fullmatch(value):
        return f"{_PARTS[int(part[2])]} {part[1]}"
    if re.fullmatch(r"\d{3}X", value):
        return f"the {value[:3]}0s"
    match = _VALUE.fullmatch(value)
    if match is None:
        return value
    month = month_name[int(match["month"])] if match["month"] else ""
    day = str(int(match["day"])) if match["day"] else ""
    clock = _clock(match["time"]) if match["time"] else ""
    return " ".join(part for part in (day, month, match["year"]) if part) + clock


def imprecise_date_text(value: str) -> str:
    """Return an imprecise date with what it leaves open: `2020-12` → "December 2020, day unknown"."""
    return f"{date_text(value)}, {'day' if '-' in value else 'month'} unknown"


def filter_date_text(value: str) -> str:
    """Return a filter's date as its chip shows it: ISO values, and an interval as "A to B"."""
    begin, slash, end = value.partition("/")
    return _interval(begin.strip("."), end.strip(".")) if slash else value


def short_date(value: str) -> str:
    """Return the shortest label of a date for a chart or list: "2021", "Feb 2021", "21 Feb"."""
    match = _VALUE.fullmatch(value)
    if match is None or not match["month"]:
        return value
    month = month_abbr[int(match["month"])]
    return f"{int(match['day'])} {month}" if match["day"] else f"{month} {match['year']}"


def level_of(value: str) -> Level | None:
    """Return the precision of a value: year, month or day; None for anything else."""
    return _LEVEL.get(len(value)) if _VALUE.fullmatch(value) else None


def enclosing_dates(value: str) -> tuple[str, ...]:
    """Return the year and the month that contain a day or a month, longest first."""
    return tuple(value[:length] for length in _LENGTH.values() if length < len(value)) if level_of(value) else ()


def dates_between(first: str, last: str, level: Level) -> tuple[str, ...]:
    """Return every year, month or day from `first` to `last`, inclusive; both have the precision `level`."""
    if level is Level.YEAR:
        return tuple(f"{year:04}" for year in range(int(first), int(last) + 1))
    if level is Level.MONTH:
        numbers = range(_month_number(first), _month_number(last) + 1)
        return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers)
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return tuple((begin + timedelta(days=n)).isoformat() for n in range((end - begin).days + 1))


def first_and_last_day(value: str) -> tuple[str, str]:
    """Return the first and last day of a filter's date for the date form; "" for an open end or another kind."""
    begin, slash, end = value.partition("/")
    return _first_day(begin), _last_day(end if slash else begin)


def _interval(begin: str, end: str) -> str:
    if begin and end:
        return f"{begin} to {end}"
    return f"from {begin}" if begin else f"until {end}"


def _clock(time: str) -> str:
    match = _CLOCK.fullmatch(time)
    if match is None:
        return f", {time[1:]}"
    zone = {None: "", "Z": " UTC"}.get(match[2], f" UTC{match[2]}")
    return f", {match[1]}{zone}"


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
