"""English names of months and weekdays, whole and abbreviated, with their ISO 8601 numbers.

Keys are lower case and without a full stop: `MONTHS["sept"]` is 9, `WEEKDAYS["thurs"]` is 4 (Monday is 1).
"""

from __future__ import annotations

from collections.abc import Iterable

_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_WEEKDAYS = (
    "monday mon",
    "tuesday tues tue",
    "wednesday wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)


def _numbered(rows: tuple[str, ...]) -> dict[str, int]:
    return {name: number for number, names in enumerate(rows, 1) for name in names.split()}


def _wholes(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(names.split()[0] for names in rows)


def _abbreviations(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for names in rows for name in names.split()[1:])


MONTHS, WEEKDAYS = _numbered(_MONTHS), _numbered(_WEEKDAYS)
MONTH_NAMES, WEEKDAY_NAMES = _wholes(_MONTHS), _wholes(_WEEKDAYS)
MONTH_ABBREVIATIONS, WEEKDAY_ABBREVIATIONS = _abbreviations(_MONTHS), _abbreviations(_WEEKDAYS)
MONTH_PREFIXES = tuple(name[:3] for name in MONTH_NAMES)
"""The first three letters of each month, which tell the months apart."""


def any_of(names: Iterable[str]) -> str:
    """Return a regular expression for any of these names, longest first."""
    return "|".join(sorted(names, key=len, reverse=True))
