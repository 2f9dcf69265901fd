"""Which day does this string name?

Takes a date as pages write it: ISO 8601 in all its common forms, RFC 2822, JavaScript's, epoch seconds or milliseconds,
month names in English, year-month-day in Japanese and Chinese. Gives an EDTF value with time and zone as written, or
None: what has two readings (02/03/2021), cannot be (31 February), or stands where a date was never filled in.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from onrecord.model import Dated, Precision

_MONTHS = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<separator>[/.])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=$|[T\s])",
        r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})\b",
        r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})\b",
    )
)
_MONTH_ONLY = re.compile(r"^(?P<year>\d{4})-(?P<month>\d{2})$")
_TIME = re.compile(
    r"(?:T|\s|^|,)\s*(?P<hour>\d{1,2})(?:[:.時](?P<minute>\d{2})分?)(?::(?P<second>\d{2})(?:[.,:]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*\(?(?:(?:GMT|UTC)(?=[+-]))?(?P<zone>Z\b|[A-Z]{2,4}\b|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(
    r"T(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<half>)(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
# RFC 2822, section 4.3; BST as British news pages use it. Names with two offsets (ET, IST, CST in China) are left out
# but for RFC 2822's own.
_ZONES = {
    "Z": "Z", "UTC": "Z", "GMT": "Z", "UT": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "BST": "+01:00", "JST": "+09:00",
    "SAST": "+02:00",
}  # fmt: skip
# Days that stand for "never filled in": the zero of .NET, Excel, Unix (also seen from zones west of it) and databases.
_PLACEHOLDERS = frozenset({"1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30", "1899-12-31"})
# The first printed newspaper (Relation, Strasbourg) is of 1605.
_YEARS = range(1605, 2100)
_LONGEST = 80


def dated(value: object, *, basis: str) -> Dated | None:
    """The date that `value` (text or a number of seconds or milliseconds) states, on that basis; None where none."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(value, basis)
    return _written(value.strip()[:_LONGEST], basis) if isinstance(value, str) else None


def _written(text: str, basis: str) -> Dated | None:
    if re.fullmatch(r"\d{10}(?:\d{3})?", text):
        return _epoch(int(text), basis)
    if match := _MONTH_ONLY.match(text):
        return _month(match, basis)
    for shape in _SHAPES:
        if (match := shape.search(text)) and (day := _day(match)):
            return _with_time(day, text[: match.start()], text[match.end() :], basis)
    return None


def _day(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    try:
        day = date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return ""
    return day if int(parts["year"]) in _YEARS and day not in _PLACEHOLDERS else ""


def _month(match: re.Match[str], basis: str) -> Dated | None:
    plausible = int(match["year"]) in _YEARS and 1 <= int(match["month"]) <= 12
    return Dated(match[0], Precision.MONTH, basis) if plausible else None


def _with_time(day: str, before: str, after: str, basis: str) -> Dated:
    """The day with the time of day next to it, which most formats write after, some before it ("9.30am, 20 Feb")."""
    match = _COMPACT_TIME.match(after) or _TIME.search(after) or _TIME.search(before)
    if match is None:
        return Dated(day, Precision.DAY, basis)
    hour, minute, second = int(match["hour"]), int(match["minute"]), match["second"]
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59 or (second and int(second) > 59):
        return Dated(day, Precision.DAY, basis)
    time = f"{hour:02}:{minute:02}" + (f":{second}" if second else "") + _zone(match["zone"] or "")
    return Dated(f"{day}T{time}", Precision.SECOND if second else Precision.MINUTE, basis)


def _zone(zone: str) -> str:
    if zone[:1] in "+-" and zone:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        return f"{zone[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) <= 14 and int(digits[2:]) <= 59 else ""
    return _ZONES.get(zone.upper(), "")


def _epoch(number: float, basis: str) -> Dated | None:
    """Seconds since 1970, or milliseconds: 12 digits of seconds would be after the year 5000."""
    try:
        moment = datetime.fromtimestamp(number / 1000 if abs(number) >= 1e11 else number, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    # Numbers this small are years, days or version numbers, not moments: 1e8 seconds is March 1973.
    if abs(number) < 1e8 or moment.year not in _YEARS:
        return None
    return Dated(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), Precision.SECOND, basis)
