"""Calendar arithmetic on TIMEX3 values such as 1998-W07 and 1989-Q3, feasts, and TIMEX3 values as EDTF.

Weeks are ISO weeks. Moving by months keeps the precision of the unit, so that no day is made up.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.annotate.times.grammar.vocabulary import EASTER_FEASTS, EDTF_PARTS_OF_YEAR, FIXED_FEASTS, WEEKDAY_FEASTS

_PLAIN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2})?(?:/\d{4})?")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::00)?(Z|[+-]\d{2}:\d{2})?")
_VAGUER = re.compile(r"(\d{4}-\d{2}-\d{2})T[A-Z]{2}|(\d{4}-W\d{2})-WE")
_PART_OF_YEAR = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_BEGUN = re.compile(r"\d{2,3}|\d{2}XX")
_VALUE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?")


def week_of(day: date) -> str:
    """Return the ISO week of a day: 1998-W07."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def moved(day: date, unit: str, count: int) -> str | None:
    """Return the value of the `unit` that is `count` units from a day's; None outside the calendar.

    Units: day, week, weekend, month, quarter, year, decade, century.
    """
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is None:
            return _of_days(day + timedelta(days=count * (1 if unit == "day" else 7)), unit)
        index = 12 * day.year + day.month - 1 + count * months
        first = date(index // 12, index % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None
    written = {"month": f"{first:%m}", "quarter": f"Q{(first.month + 2) // 3}"}
    year = f"{first.year:04}"
    return f"{year}-{written[unit]}" if unit in written else year[: {"decade": 3, "century": 2}.get(unit, 4)]


def _of_days(day: date, unit: str) -> str:
    return day.isoformat() if unit == "day" else week_of(day) + ("-WE" if unit == "weekend" else "")


def first_day(value: str) -> date | None:
    """Return the first day that a calendar value covers (1989-Q3 → 1 July 1989); None for any other value."""
    match = _VALUE.match(value)
    if match is None:
        return None
    year, quarter, week, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if week:
            return date.fromisocalendar(year, week, 1)
        return date(year, 3 * quarter - 2 if quarter else month or 1, day or 1)
    except ValueError:
        return None


def unit_of(value: str) -> str:
    """Return the unit of a calendar value: day, week, month, quarter or year; "" for any other value."""
    match = _VALUE.match(value)
    if match is None:
        return ""
    _, quarter, week, month, day = match.groups()
    return "day" if day else "month" if month else "week" if week else "quarter" if quarter else "year"


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (the anonymous algorithm in Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth given weekday (ISO number) of a month, `nth` from 1, or its last one, `nth` -1."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def feast(name: str, year: int) -> date:
    """Return the day of a feast in a year. Raise KeyError for a `name` that is not in `grammar.vocabulary`."""
    if name in FIXED_FEASTS:
        return date(year, *FIXED_FEASTS[name])
    if name in WEEKDAY_FEASTS:
        return nth_weekday(year, *WEEKDAY_FEASTS[name])
    if name in EASTER_FEASTS:
        return easter(year) + timedelta(days=EASTER_FEASTS[name])
    return {
        "black friday": nth_weekday(year, 11, 4, 4) + timedelta(days=1),
        "election day": nth_weekday(year, 11, 1, 1) + timedelta(days=1),
        "inauguration day": date(year, 1, 20),
        "super bowl sunday": nth_weekday(year, 2, 7, 2 if year > 2021 else 1),
    }[name]


def to_edtf(value: str) -> str:
    """Return the EDTF form (ISO 8601-2) of a TIMEX3 calendar value.

    "" for durations, sets and vague references, which have none. A part of a day becomes its day, a decade 199X, a
    season 1998-23.
    """
    if _PLAIN.fullmatch(value):
        return value
    if match := _CLOCK.fullmatch(value):
        return f"{match[1]}:00{match[2] or ''}"
    if match := _VAGUER.fullmatch(value):
        return match[1] or match[2]
    if match := _PART_OF_YEAR.fullmatch(value):
        return f"{match[1]}-{EDTF_PARTS_OF_YEAR[match[2]]}"
    return value.ljust(4, "X") if _BEGUN.fullmatch(value) else ""
