"""Fiscal years and their quarters: "fiscal 2020", "the 2020 fiscal year", "its fiscal fourth quarter", "Q2 FY20".

A fiscal year begins when its company says, mostly in no January, so none of these is a calendar year or quarter:
FY2020, FY2020-Q4, and FYXXXX where the text does not number the year. (FY is TIMEX2's token, which TIMEX3 keeps.) A
quarter that a text has called fiscal stays fiscal when the text names it again without the word.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.choosing import two_digits
from onrecord.annotate.times.pieces import ordinal_number
from onrecord.annotate.times.rules import Rulebook
from onrecord.annotate.times.scene import DATE, Found, Scene

BOOK = Rulebook()
rule = BOOK.rule
_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?:-| )"
_KIND = r"(?:fiscal|financial)"
_YEAR = r"(?:{year}|'(?P<short>\d\d)\b)"
# "of fiscal 2020", "of its 2020 fiscal year", "of the fiscal year ending in 2020"
_OF_YEAR = (
    rf"(?:,? (?:of|in|for) (?:(?:the|its|their|our) )?{_KIND}(?:-| )(?:year )?{_YEAR}"
    rf"|,? (?:of|in|for) (?:the|its|their|our) {{before=year}} {_KIND} year\b)"
)
_UNKNOWN = "FYXXXX"


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
    return Found(DATE, f"{year}/FY{end}") if end > year[2:] else None


@rule("fy", r"(?-i:FY) ?'?(?P<short>\d\d)(?!\d|[.,]\d|%)")
def short_fiscal_year(match: Match[str], scene: Scene) -> Found | None:
    """ "FY20"."""
    return Found(DATE, _year(match, scene))


@rule(
    "last this next current previous coming prior", rf"(?:last|this|next|current|previous|coming|prior) {_KIND} year\b"
)
def which_fiscal_year(match: Match[str], scene: Scene) -> Found | None:
    """ "last fiscal year": the text does not say when it began, so not which it is."""
    return Found(DATE, _UNKNOWN)


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
    return Found(DATE, f"{_year(match, scene)}-Q{nth}")


@rule("first second", rf"(?P<nth>first|second) half{_OF_YEAR}")
@rule("first second", rf"(?P<nth>first|second) {_KIND} half\b")
@rule("fiscal financial", rf"{_KIND} (?P<nth>first|second) half\b")
def fiscal_half(match: Match[str], scene: Scene) -> Found | None:
    """ "the first half of fiscal 2020"."""
    return Found(DATE, f"{_year(match, scene)}-H{ordinal_number(match['nth'])}")


def _year(match: Match[str], scene: Scene) -> str:
    """The fiscal year that a match numbers: FY2020, or FYXXXX."""
    groups = match.groupdict()
    if numbered := groups.get("year") or groups.get("before") or groups.get("plain"):
        return f"FY{numbered}"
    if short := groups.get("short"):
        return f"FY{two_digits(int(short), scene.anchor.day)}"
    return _UNKNOWN


def year_before(quarter: str, scene: Scene) -> str:
    """The same quarter a year before: 1989-Q3 → 1988-Q3, FY2020-Q1 → FY2019-Q1; of an unknown year, last year."""
    if not re.search(r"\d{4}", quarter):
        return scene.anchor.shift("year", -1)
    return re.sub(r"\d{4}", lambda year: f"{int(year[0]) - 1:04}", quarter, count=1)
