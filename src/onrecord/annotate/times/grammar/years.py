"""Years and decades: "1996", "2019-20", "the '90s", "nineteen ninety-six"."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import not_times
from onrecord.annotate.times.context import DATE, Context, Timex
from onrecord.annotate.times.grammar.patterns import number_below_hundred
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import DECADES
from onrecord.annotate.times.year_choice import two_digits

BOOK = Rulebook()
rule = BOOK.rule


@rule("#", r"{year=year}(?P<range>[-–/](?P<to>\d{2}|(?:1[5-9]|20)\d\d)\b(?!-))?(?:['’]?s\b)?(?!-\d)")
def year(match: Match[str], context: Context) -> Timex | None:
    """A year, or a season of two: "1996", "2019-20"."""
    if not_times.is_not_year(match, context):
        return None
    begin = int(match["year"])
    if match["to"]:
        end = int(match["to"]) if len(match["to"]) == 4 else begin // 100 * 100 + int(match["to"])
        return Timex(DATE, f"{begin}/{end}") if begin < end <= begin + 60 else None
    return Timex(DATE, match["year"])


@rule("#", r"(?:(?P<century>1[5-9]|20)|'|(?<=['’‘]))(?P<decade>\d)0['’]?s\b")
def decade(match: Match[str], context: Context) -> Timex | None:
    """ "the 1990s", "the '90s": three digits, as in TimeML; without a century the last decade that has begun."""
    if match["century"]:
        return Timex(DATE, f"{match['century']}{match['decade']}")
    year = context.anchor.day.year if context.anchor.day else 2030
    return Timex(DATE, f"{20 if 2000 + 10 * int(match['decade']) <= year else 19}{match['decade']}")


@rule("#", r"(?<=['’‘])(?P<short>\d\d)\b(?!['’\d]|[.,]\d)")
def short_year(match: Match[str], context: Context) -> Timex | None:
    """ "in '68", "the summer of '95"."""
    if not re.search(
        r"\b(?:in|since|of|by|until|during|before|after|early|late|from) ['’‘]$", context.before(match), re.I
    ):
        return None
    return Timex(DATE, str(two_digits(int(match["short"]), context.anchor.day)))


@rule("<decade>", r"(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b")
def decade_in_words(match: Match[str], context: Context) -> Timex | None:
    """ "the nineties"; "in his sixties" is an age."""
    if re.search(
        r"\b(?:his|her|their|my|our|your|whose|the high|the low)\s+(?:early |mid-?"
        r"|late )?$",
        context.before(match),
        re.I,
    ):
        return None
    if not re.search(r"\b(?:the|early|late|mid)[ -]$", context.before(match), re.I):
        return None
    return Timex(DATE, str(DECADES[match["word"].lower()]))


@rule(
    "<number>",
    r"(?P<tens>nineteen|eighteen|twenty)(?: |-)(?P<rest>(?:ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|oh)(?:[ -](?:one|two|three|four|five|six|seven|eight"
    r"|nine))?)\b(?! (?:percent|people|dollars|years?|days?|hours?|minutes?|months?|weeks?))",
)
def year_in_words(match: Match[str], context: Context) -> Timex | None:
    """ "nineteen ninety-six", as in transcripts of broadcasts."""
    from_tens = {"eighteen": 18, "nineteen": 19, "twenty": 20}[match["tens"].lower()]
    rest = number_below_hundred(match["rest"])
    if rest is None or (from_tens == 20 and rest < 10):
        return None
    return Timex(DATE, f"{from_tens}{rest:02}")


@rule("the year", r"(?:the )?year (?:{year}|(?P<words>two thousand))\b")
def the_year(match: Match[str], context: Context) -> Timex | None:
    """ "the year 2000"."""
    return Timex(DATE, match["year"] or "2000")


@rule("two", r"two thousand(?: (?:and )?(?P<rest>\w+))?\b")
def two_thousand(match: Match[str], context: Context) -> Timex | None:
    """ "the year two thousand"; without "year" or "in" it is a count."""
    if not re.search(r"\b(?:year|in|since|by)\s+$", context.before(match), re.I):
        return None
    return Timex(DATE, "2000") if not match["rest"] or number_below_hundred(match["rest"]) is None else None
