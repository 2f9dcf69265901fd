"""Dates as inputs write them, read as EDTF with their own precision (ISO 8601-2, level 0).

Takes one date and nothing around it, gives value and precision, or None where it is no date or can be read two ways
(02/03/2021). The day stays the day that is written, in the zone that is written.
"""

from __future__ import annotations

import re
from datetime import date, time

from onrecord.model import Dated, Precision

_TIME = r"(?P<time>\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?)(?:\s*(?P<zone>Z|UTC|GMT|UT|[ECMP][SD]T|[+-]\d\d:?\d\d))?"
_ISO = re.compile(rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ]\s*{_TIME})?)?)?", re.I)
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{{4}})", re.I)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}}|\d\d)(?:,?\s+{_TIME})?", re.I
)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# RFC 822, section 5.1: the zones that feeds may name.
_ZONES = {"EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00"}
_ZONES |= {"MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00"}
_ZONES |= dict.fromkeys(("Z", "UTC", "GMT", "UT", "+00:00", "-00:00"), "Z")


def dated(written: str, basis: str) -> Dated | None:
    """The date that `written` states, or None."""
    written = " ".join(written.split())
    if week := _WEEK.fullmatch(written):
        return _valid_week(written, int(week[1]), int(week[2]), basis)
    for form in (_ISO, _MONTH_FIRST, _DAY_FIRST):
        if stated := form.fullmatch(written):
            return _valid(stated.groupdict(), basis)
    return None


def _valid_week(written: str, year: int, week: int, basis: str) -> Dated | None:
    try:
        date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Dated(written, Precision.WEEK, basis)


def _valid(stated: dict[str, str | None], basis: str) -> Dated | None:
    month = stated.get("month") or _month(stated.get("name"))
    if stated.get("name") and not month:
        return None
    try:
        day = date(_year(stated["year"] or ""), int(month or 1), int(stated.get("day") or 1)).isoformat()
        clock = _clock(stated.get("time"), stated.get("zone"))
    except ValueError:
        return None
    if clock:
        seconds = (stated.get("time") or "").count(":") == 2
        return Dated(f"{day}T{clock}", Precision.SECOND if seconds else Precision.MINUTE, basis)
    if stated.get("day"):
        return Dated(day, Precision.DAY, basis)
    return Dated(day[:7], Precision.MONTH, basis) if month else Dated(day[:4], Precision.YEAR, basis)


def _year(written: str) -> int:
    """RFC 2822, section 4.3: two digits below 50 are of this century."""
    year = int(written)
    return year if len(written) == 4 else year + (2000 if year < 50 else 1900)


def _month(name: str | None) -> int | None:
    matches = [number for number, month in enumerate(_MONTHS, 1) if name and month.startswith(name.lower())]
    if name and name.lower() == "sept":
        return 9
    return matches[0] if len(matches) == 1 else None


def _clock(written: str | None, zone: str | None) -> str:
    """`09:30:00-05:00`; the fraction of a second is left out. Raises ValueError."""
    if not written:
        return ""
    whole = re.split(r"[.,]", written)[0].zfill(5 if written.count(":") == 1 else 8)
    time.fromisoformat(whole)
    if not zone:
        return whole
    zone = zone.upper()
    if len(zone) == 5 and zone[0] in "+-":
        zone = f"{zone[:3]}:{zone[3:]}"
    return whole + _ZONES.get(zone, zone)
