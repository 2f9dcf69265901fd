"""Dates as pages and inputs write them, parsed to EDTF (ISO 8601-2, level 0) with the precision that is written.

`parse_date` is for a field that holds one date and nothing else, `date_in` for a page's text or number, where other
words may surround the date. Both accept the same forms: ISO 8601 in its common variants, RFC 2822, JavaScript's,
English month names, year-month-day in Japanese and Chinese. The day stays as written, in the zone as written. Ambiguous
dates (02/03/2021) and impossible ones (31 February) are None.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from onrecord.dates.calendar_names import MONTH_NAMES, MONTH_PREFIXES, MONTHS, WEEKDAYS, any_of
from onrecord.dates.edtf import valid_day
from onrecord.dates.zones import offset_of
from onrecord.model import Dated, Precision

_MONTH = rf"(?P<name>(?:{'|'.join(MONTH_PREFIXES)})[a-z]*)\.?"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAYS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<separator>[/.])(?P<month>\d{1,2})(?P=separator)(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=$|[T\s])",
        r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        rf"\b{_NUMBER}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+{_NUMBER},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})\b",
        r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})\b",
    )
)
_SHORT_YEAR = re.compile(rf"{_NUMBER}[\s-]+{_MONTH},?[\s-]+(?P<year>\d\d)(?!\d)", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
_YEAR_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH_YEAR = re.compile(rf"{_MONTH}\s+(?P<year>\d{{4}})", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?:{any_of(WEEKDAYS)})\.?,?\s+", re.IGNORECASE)
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.時](?P<minute>\d{2})分?)(?::(?P<second>\d{2})(?:[.,:]\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*\(?(?:(?:GMT|UTC)(?=[+-]))?(?P<zone>Z\b|[A-Z]{2,4}\b|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?"
)
_TIME = re.compile(rf"(?:T|\s|^|,)\s*{_CLOCK}", re.IGNORECASE)
_TIME_ONLY = re.compile(rf"(?:T|,?\s)\s*{_CLOCK}", re.IGNORECASE)
_COMPACT_TIME = re.compile(
    r"T(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<half>)(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
# Placeholders for a date that was never filled in: day zero of .NET, Excel, Unix (also in zones west of it), databases.
_PLACEHOLDERS = frozenset({"1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30", "1899-12-31"})
# The first printed newspaper (Relation, Strasbourg) dates from 1605.
_YEARS = range(1605, 2100)
_LONGEST = 80


def parse_date(written: str, *, basis: str) -> Dated | None:
    """Return the date that is the whole of `written`; None if it is no date, or has words around one.

    Years, months and ISO weeks are dates too. UTC is written Z, whatever its name.
    """
    written = " ".join(written.split())
    if found := _vaguer_than_a_day(written, basis):
        return found
    if weekday := _WEEKDAY.match(written):
        written = written[weekday.end() :]
    for form in (*_DAYS, _SHORT_YEAR):
        if (match := form.match(written)) and (day := _day(match)) and _is_month(match):
            return _whole(day.isoformat(), written[match.end() :], basis)
    return None


def date_in(value: object, *, basis: str) -> Dated | None:
    """Return the first date in `value`: text, or a number of seconds or milliseconds since 1970; None if there is none.

    Dates before the first newspaper are rejected, and so are placeholders for a date that was never filled in.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(value, basis)
    return _find(value.strip()[:_LONGEST], basis) if isinstance(value, str) else None


def _vaguer_than_a_day(written: str, basis: str) -> Dated | None:
    if re.fullmatch(r"\d{4}", written):
        return Dated(written, Precision.YEAR, basis) if valid_day(int(written), 1, 1) else None
    if match := _YEAR_WEEK.fullmatch(written):
        return _week(match, basis)
    match = _YEAR_MONTH.fullmatch(written) or _MONTH_YEAR.fullmatch(_WEEKDAY.sub("", written, count=1))
    first = _day(match) if match and _is_month(match) else None
    return Dated(first.isoformat()[:7], Precision.MONTH, basis) if first else None


def _week(match: re.Match[str], basis: str) -> Dated | None:
    try:
        date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    return Dated(match[0], Precision.WEEK, basis)


def _whole(day: str, after: str, basis: str) -> Dated | None:
    """Return the day with the time of day in `after`; None if `after` is anything else."""
    if not after:
        return Dated(day, Precision.DAY, basis)
    match = _COMPACT_TIME.fullmatch(after) or _TIME_ONLY.fullmatch(after)
    if match is None or (time := _time(match)) is None:
        return None
    zone = match["zone"] or ""
    offset = offset_of(zone)
    if zone[:1].isalpha() and not offset:
        return None
    offset = "Z" if offset in {"+00:00", "-00:00"} else offset
    return Dated(f"{day}T{time}{offset}", _precision(match), basis)


def _find(text: str, basis: str) -> Dated | None:
    if re.fullmatch(r"\d{10}(?:\d{3})?", text):
        return _epoch(int(text), basis)
    if match := _YEAR_MONTH.fullmatch(text):
        plausible = int(match["year"]) in _YEARS and 1 <= int(match["month"]) <= 12
        return Dated(match[0], Precision.MONTH, basis) if plausible else None
    for form in _DAYS:
        if (match := form.search(text)) and (day := _day(match)) and day.year in _YEARS:
            written = day.isoformat()
            if written not in _PLACEHOLDERS:
                return _with_time(written, text[: match.start()], text[match.end() :], basis)
    return None


def _with_time(day: str, before: str, after: str, basis: str) -> Dated:
    """Return the day with the time of day next to it: most forms write it after, some before ("9.30am, 20 Feb")."""
    match = _COMPACT_TIME.match(after) or _TIME.search(after) or _TIME.search(before)
    if match is None or (time := _time(match)) is None:
        return Dated(day, Precision.DAY, basis)
    return Dated(f"{day}T{time}{offset_of(match['zone'] or '')}", _precision(match), basis)


def _day(match: re.Match[str]) -> date | None:
    """Return the day of a match, the first of the month if it has no day; None if there is no such day."""
    parts = match.groupdict()
    month = MONTHS[parts["name"][:3].lower()] if parts.get("name") else int(parts["month"])
    return valid_day(_year(parts["year"]), month, int(parts.get("day") or 1))


def _year(written: str) -> int:
    """Return the year in full; two digits below 50 are of this century (RFC 2822, section 4.3)."""
    year = int(written)
    return year if len(written) == 4 else year + (2000 if year < 50 else 1900)


def _is_month(match: re.Match[str]) -> bool:
    """True if a match has no month in letters, or one that is a month's name or the beginning of one."""
    name = (match.groupdict().get("name") or "").lower()
    return not name or name in MONTHS or any(whole.startswith(name) for whole in MONTH_NAMES)


def _time(match: re.Match[str]) -> str | None:
    """Return `09:30` or `09:30:15`; fractions of a second are dropped. None for an impossible time."""
    hour, minute, second = int(match["hour"]), int(match["minute"]), match["second"]
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59 or (second and int(second) > 59):
        return None
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else "")


def _precision(match: re.Match[str]) -> Precision:
    return Precision.SECOND if match["second"] else Precision.MINUTE


def _epoch(number: float, basis: str) -> Dated | None:
    """Return the time of seconds since 1970, or of milliseconds: 12 digits of seconds would be after the year 5000."""
    try:
        moment = datetime.fromtimestamp(number / 1000 if abs(number) >= 1e11 else number, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    # Numbers this small are years, days or version numbers, not moments: 1e8 seconds is March 1973.
    if abs(number) < 1e8 or moment.year not in _YEARS:
        return None
    return Dated(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), Precision.SECOND, basis)
