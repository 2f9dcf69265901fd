"""Fiscal years and their quarters: "fiscal 2020", "the 2020 fiscal year", "its fiscal fourth quarter", "Q2 FY20".

A fiscal year begins when its company says, mostly in no January, so none of these is a calendar year or quarter: the
rules mark them (FY2020, FY2020-Q4; TIMEX2's token), and a quarter that a text has called fiscal stays fiscal when the
text names it again without the word. `stated` gives what a record has: the value without the mark, as TimeBank writes
it (1989-Q4), and no EDTF, since which days are meant the text does not say.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.context import DATE, Found, Scene
from onrecord.annotate.times.edtf_values import edtf
from onrecord.annotate.times.grammar.patterns import ordinal_number
from onrecord.annotate.times.grammar.rule import Rulebook
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
_MARK = "FY"


def stated(value: str) -> tuple[str, str]:
    """The TIMEX3 value of what the rules found, and its EDTF value: "" for what is fiscal."""
    return (value.replace(_MARK, ""), "") if value.startswith(_MARK) else (value, edtf(value))


@rule("fiscal financial", rf"{_KIND}(?:-| )(?:year )?{_YEAR}(?:[-–/](?P<to>\d\d)\b)?")
@rule("#", rf"{{year}}(?:[-–/](?P<to>\d\d))? {_KIND} year\b")
@rule("fy", r"(?-i:FY) ?-?{year}")
def fiscal_year(match: Match[str], scene: Scene) -> Found | None:
    """ "fiscal 1990", "the 1990 fiscal year", "FY 1990"."""
    year = _year(match, scene)
    to = match.groupdict().get("to")
    if to is None:
        return Found(DATE, year)
    end = f"{year[2:4]}{to}"
    return Found(DATE, f"{year}/{_MARK}{end}") if end > year[2:] else None


@rule("fy", r"(?-i:FY) ?'?(?P<short>\d\d)(?!\d|[.,]\d|%)")
def short_fiscal_year(match: Match[str], scene: Scene) -> Found | None:
    """ "FY20"."""
    return Found(DATE, _year(match, scene))


@rule(
    "last this next current previous coming prior",
    rf"(?P<rel>last|this|next|current|previous|coming|prior) {_KIND} year\b",
)
def which_fiscal_year(match: Match[str], scene: Scene) -> Found | None:
    """ "last fiscal year"."""
    return Found(DATE, _MARK + scene.anchor.shift("year", _YEARS[match["rel"].lower()]))


@rule("first second third fourth #", rf"{_NTH}quarter{_OF_YEAR}")
@rule("first second third fourth #", rf"{_NTH}{_KIND} quarter(?:{_OF_YEAR}|,? (?:of )?{{plain=year}})?")
@rule("fiscal financial", rf"{_KIND} {_NTH}quarter(?:,? (?:of )?(?:{_KIND} )?{{year}})?")
@rule("fiscal financial", rf"{_KIND} (?:year )?{_YEAR}(?:'s)? {_NTH}quarter\b")
@rule("q", rf"(?-i:Q)(?P<nth>[1-4]){_OF_YEAR}")
@rule("q", r"(?-i:Q)(?P<nth>[1-4]) (?:of )?(?-i:FY) ?'?(?:{year}|(?P<short>\d\d)\b)")
@rule("fiscal", rf"{_KIND} (?-i:Q)(?P<nth>[1-4])\b")
def fiscal_quarter(match: Match[str], scene: Scene) -> Found | None:
    """ "the first quarter of fiscal 2020", "its fiscal fourth quarter"."""
    nth = int(match["nth"]) if match["nth"].isdigit() else ordinal_number(match["nth"])
    year = _year(match, scene)
    if not year and (anchor := scene.anchor.day):
        year = f"{_MARK}{quarter_year(anchor, nth, scene.direction(match)):04}"
    return Found(DATE, f"{year or _MARK + 'XXXX'}-Q{nth}")


@rule("first second", rf"(?P<nth>first|second) half{_OF_YEAR}")
@rule("first second", rf"(?P<nth>first|second) {_KIND} half\b")
@rule("fiscal financial", rf"{_KIND} (?P<nth>first|second) half\b")
def fiscal_half(match: Match[str], scene: Scene) -> Found | None:
    """ "the first half of fiscal 2020"."""
    year = _year(match, scene) or _MARK + scene.anchor.shift("year", 0)
    return Found(DATE, f"{year}-H{ordinal_number(match['nth'])}")


def _year(match: Match[str], scene: Scene) -> str:
    """The fiscal year that a match numbers: FY2020; "" where it numbers none."""
    groups = match.groupdict()
    if numbered := groups.get("year") or groups.get("before") or groups.get("plain"):
        return f"{_MARK}{numbered}"
    if short := groups.get("short"):
        return f"{_MARK}{two_digits(int(short), scene.anchor.day)}"
    return ""


def year_before(quarter: str, scene: Scene) -> str:
    """The same quarter a year before: 1989-Q3 → 1988-Q3, FY2020-Q1 → FY2019-Q1; of an unknown year, last year."""
    if not re.search(r"\d{4}", quarter):
        return scene.anchor.shift("year", -1)
    return re.sub(r"\d{4}", lambda year: f"{int(year[0]) - 1:04}", quarter, count=1)
