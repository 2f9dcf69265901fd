"""EDTF values in words, for readers: days, weeks, parts of a year, decades, times of day and intervals.

A value of any other form is returned as it is: what the record holds is never hidden.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name

from onrecord.dates.edtf import PARTS_OF_YEAR

_VALUE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?(?P<time>T.+)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PART = re.compile(rf"(\d{{4}})-({'|'.join(map(str, PARTS_OF_YEAR))})")
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def in_words(value: str) -> str:
    """`2021-02-21` → "21 February 2021", `2020-12` → "December 2020", `2020/2021-03` → "2020 to March 2021"."""
    begin, slash, end = value.partition("/")
    if slash:
        return _interval(*("" if part == ".." else in_words(part) for part in (begin, end)))
    if week := _WEEK.fullmatch(value):
        return f"week {int(week[2])} of {week[1]}"
    if part := _PART.fullmatch(value):
        name = PARTS_OF_YEAR[int(part[2])].name
        return f"{name} of {part[1]}" if name[-1].isdigit() else f"{name} {part[1]}"
    if re.fullmatch(r"\d{3}X", value):
        return f"the {value[:3]}0s"
    match = _VALUE.fullmatch(value)
    if match is None:
        return value
    month = month_name[int(match["month"])] if match["month"] else ""
    day = str(int(match["day"])) if match["day"] else ""
    clock = _clock(match["time"]) if match["time"] else ""
    return " ".join(part for part in (day, month, match["year"]) if part) + clock


def imprecise_in_words(value: str) -> str:
    """Return a date less precise than a day in words, and what it leaves open: "in December 2020, day unknown"."""
    return f"in {in_words(value)}, {'day' if '-' in value else 'month'} unknown"


def interval_in_words(value: str) -> str:
    """Return a filter's date as its chip shows it: dates stay ISO 8601, an interval of them is put in words."""
    begin, slash, end = value.partition("/")
    return _interval(begin.strip("."), end.strip(".")) if slash else value


def short(value: str) -> str:
    """Return the shortest label of a year, month or day: "2021", "Feb 2021", "21 Feb"."""
    match = _VALUE.fullmatch(value)
    if match is None or not match["month"]:
        return value
    month = month_abbr[int(match["month"])]
    return f"{int(match['day'])} {month}" if match["day"] else f"{month} {match['year']}"


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
