"""Quarters, halves and periods of company reports: "third-quarter", "the year-ago period", "the first half of 1990".

A quarter without a year is the last one that has begun; "the quarter" is the one that the text named last.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import year_choice
from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar.fiscal import year_before
from onrecord.annotate.times.grammar.patterns import expand, month_number, ordinal_number
from onrecord.annotate.times.grammar.rule import Rulebook

BOOK = Rulebook()
rule = BOOK.rule
_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"
_ENDED = expand(r",? (?:that )?(?P<how>ended|ending|ends) (?:on |in )?{month}(?: \d\d?\b)?(?:,? {year})?")
_YEARS = {"last": -1, "this": 0, "next": 1}


@rule(
    "first second third fourth #",
    _NTH + r"(?:-| )quarters?\b(?:,? (?:of )?(?:{year}|(?P<rel>last|this|next) year))?",
)
@rule("last this next", r"(?P<rel>last|this|next) year's " + _NTH + r"(?:-| )quarter\b")
@rule("#", r"{year}(?:'s)? " + _NTH + r"(?:-| )quarter\b")
@rule("year", r"(?P<ago>year-(?:ago|earlier)) " + _NTH + r"(?:-| )quarter\b")
def quarter(match: Match[str], context: Context) -> Timex | None:
    """A numbered quarter."""
    groups = match.groupdict()
    nth = ordinal_number(groups["nth"])
    if not 1 <= nth <= 4:
        return None
    if groups.get("year"):
        return Timex(DATE, f"{groups['year']}-Q{nth}")
    if fiscal := context.memory.fiscal.get(f"Q{nth}"):
        return Timex(DATE, year_before(fiscal, context) if groups.get("ago") else fiscal)
    anchor = context.anchor.day
    if anchor is None:
        return Timex(DATE, f"XXXX-Q{nth}")
    if groups.get("rel"):
        return Timex(DATE, f"{anchor.year + _YEARS[groups['rel'].lower()]}-Q{nth}")
    year = year_choice.quarter_year(anchor, nth, context.direction(match))
    return Timex(DATE, f"{year - bool(groups.get('ago')):04}-Q{nth}")


@rule(
    "first second third fourth",
    _NTH + r"(?= (?:and|or|to|through) (?:the )?(?:first|second|third|fourth)(?:-| )quarters?\b)",
)
def quarter_of_two(match: Match[str], context: Context) -> Timex | None:
    """The "third" in "the third and fourth quarters"."""
    return quarter(match, context)


@rule("final last closing", r"(?:final|last|closing) quarter of (?:{year}|(?P<rel>last|this|next|the) year\b)")
def final_quarter(match: Match[str], context: Context) -> Timex | None:
    """ "the last quarter of 1988"."""
    year = match["year"] or context.anchor.shift("year", _YEARS.get((match["rel"] or "").lower(), 0))
    return Timex(DATE, f"{year}-Q4")


@rule("q", r"(?-i:Q)[1-4]\b(?:,? {year})?")
@rule("q1 q2 q3 q4", r"(?-i:Q)(?P<nth>[1-4])\b(?:,? (?:of )?{year})?")
def short_quarter(match: Match[str], context: Context) -> Timex | None:
    """ "Q3 2019"."""
    nth = int(match[0][1])
    if match["year"]:
        return Timex(DATE, f"{match['year']}-Q{nth}")
    anchor = context.anchor.day
    return Timex(DATE, f"{anchor.year - (3 * nth - 2 > anchor.month):04}-Q{nth}" if anchor else f"XXXX-Q{nth}")


@rule(
    "first second # latter",
    r"(?P<nth>first|second|1st|2nd|latter) half\b(?: of (?:{year}|(?P<rel>last|this|next|the) year))?",
)
@rule("first last", r"(?P<nth>first|last) two quarters of {year}")
@rule("#", r"{year}(?:'s)? (?P<nth>first|second)(?:-| )half\b")
@rule("last this next", r"(?P<rel>last|this|next) year's (?P<nth>first|second)(?:-| )half\b")
def half_year(match: Match[str], context: Context) -> Timex | None:
    """ "the first half of 1990"; without a year it may be half of anything, so a year or "the year" is required."""
    half = 1 if match["nth"].lower() in {"first", "1st"} else 2
    if year := match.groupdict().get("year"):
        return Timex(DATE, f"{year}-H{half}")
    rel = match.groupdict().get("rel")
    if rel is None or context.anchor.day is None:
        return None
    return Timex(DATE, f"{context.anchor.day.year + _YEARS.get(rel.lower(), 0):04}-H{half}")


@rule(
    "<unit> the latest current",
    r"(?:the )?(?:(?P<latest>latest|most recent|current) )?quarter\b(?! of\b|-)",
)
@rule("the latest", r"(?:the )?(?P<latest>latest) period\b")
def the_quarter(match: Match[str], context: Context) -> Timex | None:
    """ "the quarter": the one named last, else the last one that is over."""
    if not match[0].lower().startswith("the") and not match["latest"]:
        return None
    if (match["latest"] or "").lower() == "current":
        return Timex(DATE, context.anchor.shift("quarter", 0))
    if ended := _ENDED.match(context.text, match.end(), context.end):
        return _ending(ended, context)
    if not context.memory.quarter and not re.search(
        r"\b(?:in|for|during|of|last|over) (?:the )?$", context.before(match), re.I
    ):
        return None
    if context.memory.quarter:
        return Timex(DATE, context.memory.quarter)
    return Timex(DATE, context.anchor.shift("quarter", -1))


def _ending(ended: Match[str], context: Context) -> Timex:
    """ "the quarter ended Sept. 30" is the third of its calendar year; one that ends in October is only a duration."""
    month, anchor = month_number(ended["month"]), context.anchor.day
    if month % 3:
        return Timex(DURATION, "P1Q")
    if not ended["year"] and anchor is None:
        return Timex(DATE, f"XXXX-Q{month // 3}")
    sign = 1 if ended["how"].lower() == "ending" else -1
    year = ended["year"] or (year_choice.year_of(anchor, month, 0, sign) if anchor else "XXXX")
    return Timex(DATE, f"{year}-Q{month // 3}")


_LIKE = r"(?:same|like|comparable|corresponding|equivalent|similar)"


@rule("year", r"year[- ](?P<ago>ago|earlier)(?: (?:quarter|period))?\b")
@rule("#", r"{year} (?:quarter|period)\b")
@rule(
    "same like comparable corresponding equivalent similar",
    _LIKE + r" (?:{year} |(?P<ago>year-(?:ago|earlier)) )(?:quarter|period)\b",
)
@rule(
    "same like comparable corresponding equivalent similar",
    _LIKE + r" (?:quarter|period),? (?:(?:of|in) {year}|(?P<ago>(?:of |in )?last year|a year (?:ago|earlier|before)"
    r"|(?:of |in )?the (?:previous|prior|preceding|year-ago) (?:year|period)))\b",
)
def year_ago(match: Match[str], context: Context) -> Timex | None:
    """ "the year-ago period", "the 1988 quarter", "the like period of 1988": the period reported last, in that year.

    After a report on months ("the first nine months") it is as many months of that year: only the year is certain.
    """
    year = match["year"] if "year" in match.groupdict() else None
    if context.memory.reported == "months" and "quarter" not in match[0].lower():
        return Timex(DATE, year or context.anchor.shift("year", -1))
    quarter = context.memory.quarter or context.anchor.shift("quarter", -1)
    if not year:
        return Timex(DATE, year_before(quarter, context))
    return Timex(DATE, f"{year}{quarter[4:]}" if quarter[:4].isdigit() else year)


@rule("nine six three", r"(?P<n>nine|six|three) months\b(?= (?:ended|ending|through)\b|, losses)")
def months_of_report(match: Match[str], context: Context) -> Timex | None:
    """ "the nine months ended Sept. 30"."""
    return Timex(DURATION, {"nine": "P9M", "six": "P6M", "three": "P3M"}[match["n"].lower()])


@rule("#", r"(?P<nth>\d\d)(?:st|nd|rd|th)[- ]century\b")
@rule(
    "<ordinal> twenty", r"(?P<nth>(?:twenty-first|twentieth|nineteenth|eighteenth|seventeenth|sixteenth))[- ]century\b"
)
def century(match: Match[str], context: Context) -> Timex | None:
    """ "the 19th century" is 18XX, as TimeBank writes it."""
    word = match["nth"].lower()
    named = {
        "twenty-first": 21,
        "twentieth": 20,
        "nineteenth": 19,
        "eighteenth": 18,
        "seventeenth": 17,
        "sixteenth": 16,
    }
    nth = int(word) if word.isdigit() else named[word]
    return Timex(DATE, f"{nth - 1:02}XX") if 1 < nth < 30 else None
