"""Fiscal years and their quarters: "fiscal 2020", "the 2020 fiscal year", "its fiscal fourth quarter", "Q2 FY20".

A fiscal year begins when its company chooses, usually not in January, so none of these is a calendar year or quarter:
the rules prefix them (FY2020, FY2020-Q4; TIMEX2's token), and a quarter that a text has called fiscal stays fiscal when
the text names it again without the word. `record_values` removes the prefix, as TimeBank does (1989-Q4), and leaves
EDTF empty, since the text does not say which days are meant.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.context import DATE, Context, Timex
from onrecord.annotate.times.grammar.patterns import ordinal_number
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.values import to_edtf
from onrecord.annotate.times.year_choice import quarter_year, two_digits

BOOK = Rulebook()
rule = BOOK.rule
_YEARS = {"last": -1, "previous": -1, "prior": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?:-| )"
_KIND = r"(?:fiscal|financial)"
_YEAR = r"(?:{year}|'(?P<short>\d\d)\b)"
# "of fiscal 2020", "of its 2020 fiscal year", "of the fiscal year ending in 2020"
_OF_YEAR = (
    rf"(?:,? (?:of|in|for) (?:(?:the|its|their|our) )?{_KIND}(?:-| )(?:year )?{_YEAR}"
    rf"|,? (?:of|in|for) (?:the|its|their|our) {{before=year}} {_KIND} year\b)"
)
_PREFIX = "FY"


def record_values(value: str) -> tuple[str, str]:
    """Return the TIMEX3 value of a rule's result as records have it, and its EDTF value, "" if it is fiscal."""
    return (value.replace(_PREFIX, ""), "") if value.startswith(_PREFIX) else (value, to_edtf(value))


@rule("fiscal financial", rf"{_KIND}(?:-| )(?:year )?{_YEAR}(?:[-–/](?P<to>\d\d)\b)?")
@rule("#", rf"{{year}}(?:[-–/](?P<to>\d\d))? {_KIND} year\b")
@rule("fy", r"(?-i:FY) ?-?{year}")
def fiscal_year(match: Match[str], context: Context) -> Timex | None:
    """ "fiscal 1990", "the 1990 fiscal year", "FY 1990"."""
    year = _year(match, context)
    to = match.groupdict().get("to")
    if to is None:
        return Timex(DATE, year)
    end = f"{year[2:4]}{to}"
    return Timex(DATE, f"{year}/{_PREFIX}{end}") if end > year[2:] else None


@rule("fy", r"(?-i:FY) ?'?(?P<short>\d\d)(?!\d|[.,]\d|%)")
def short_fiscal_year(match: Match[str], context: Context) -> Timex | None:
    """ "FY20"."""
    return Timex(DATE, _year(match, context))


@rule(
    "last this next current previous coming prior",
    rf"(?P<rel>last|this|next|current|previous|coming|prior) {_KIND} year\b",
)
def which_fiscal_year(match: Match[str], context: Context) -> Timex | None:
    """ "last fiscal year"."""
    return Timex(DATE, _PREFIX + context.anchor.shift("year", _YEARS[match["rel"].lower()]))


@rule("first second third fourth #", rf"{_NTH}quarter{_OF_YEAR}")
@rule("first second third fourth #", rf"{_NTH}{_KIND} quarter(?:{_OF_YEAR}|,? (?:of )?{{plain=year}})?")
@rule("fiscal financial", rf"{_KIND} {_NTH}quarter(?:,? (?:of )?(?:{_KIND} )?{{year}})?")
@rule("fiscal financial", rf"{_KIND} (?:year )?{_YEAR}(?:'s)? {_NTH}quarter\b")
@rule("q", rf"(?-i:Q)(?P<nth>[1-4]){_OF_YEAR}")
@rule("q", r"(?-i:Q)(?P<nth>[1-4]) (?:of )?(?-i:FY) ?'?(?:{year}|(?P<short>\d\d)\b)")
@rule("fiscal", rf"{_KIND} (?-i:Q)(?P<nth>[1-4])\b")
def fiscal_quarter(match: Match[str], context: Context) -> Timex | None:
    """ "the first quarter of fiscal 2020", "its fiscal fourth quarter"."""
    nth = int(match["nth"]) if match["nth"].isdigit() else ordinal_number(match["nth"])
    year = _year(match, context)
    if not year and (anchor := context.anchor.day):
        year = f"{_PREFIX}{quarter_year(anchor, nth, context.direction(match)):04}"
    return Timex(DATE, f"{year or _PREFIX + 'XXXX'}-Q{nth}")


@rule("first second", rf"(?P<nth>first|second) half{_OF_YEAR}")
@rule("first second", rf"(?P<nth>first|second) {_KIND} half\b")
@rule("fiscal financial", rf"{_KIND} (?P<nth>first|second) half\b")
def fiscal_half(match: Match[str], context: Context) -> Timex | None:
    """ "the first half of fiscal 2020"."""
    year = _year(match, context) or _PREFIX + context.anchor.shift("year", 0)
    return Timex(DATE, f"{year}-H{ordinal_number(match['nth'])}")


def _year(match: Match[str], context: Context) -> str:
    """Return the fiscal year that a match gives, as FY2020; "" if it gives none."""
    groups = match.groupdict()
    if numbered := groups.get("year") or groups.get("before") or groups.get("plain"):
        return f"{_PREFIX}{numbered}"
    if short := groups.get("short"):
        return f"{_PREFIX}{two_digits(int(short), context.anchor.day)}"
    return ""


def year_before(quarter: str, context: Context) -> str:
    """Return the same quarter a year before: 1989-Q3 → 1988-Q3, FY2020-Q1 → FY2019-Q1; last year if it has no year."""
    if not re.search(r"\d{4}", quarter):
        return context.anchor.shift("year", -1)
    return re.sub(r"\d{4}", lambda year: f"{int(year[0]) - 1:04}", quarter, count=1)
