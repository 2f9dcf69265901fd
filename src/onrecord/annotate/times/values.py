"""Calendar arithmetic on TIMEX3 values: takes days, units and counts, gives values such as 1998-W07 or 1989-Q3.

Weeks are ISO weeks. Moving by months keeps the precision of the unit, so that no day is made up.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.annotate.times.grammar.vocabulary import EASTER_FEASTS, FIXED_FEASTS, WEEKDAY_FEASTS

_VALUE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?")


def week_of(day: date) -> str:
    """The ISO week of a day: 1998-W07."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def moved(day: date, unit: str, count: int) -> str | None:
    """The value of the `unit` (day, week, month, quarter, year, decade, century) that lies `count` units from a day's.

    None where that leaves the calendar.
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
    """The first day that a calendar value covers (1989-Q3 → 1 July 1989); None for what is no calendar value."""
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
    """The unit that a calendar value names: day, week, month, quarter or year; "" for any other value."""
    match = _VALUE.match(value)
    if match is None:
        return ""
    _, quarter, week, month, day = match.groups()
    return "day" if day else "month" if month else "week" if week else "quarter" if quarter else "year"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 20 April 1876)."""
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
    """The nth given weekday of a month (`nth` from 1), or its last one (`nth` -1)."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def feast(name: str, year: int) -> date:
    """The day of a feast in a year; `name` is one of those in `tables`. Raises KeyError for any other."""
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
