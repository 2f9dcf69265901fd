"""Vague references: "now", "recently", "the future", and "the year" if the current one is meant."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    FUTURE,
    PAST,
    PRESENT,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar.patterns import PIECES
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import UNITS

BOOK = Rulebook()
rule = BOOK.rule


_DATED = re.compile(
    rf",?\s+(?:(?:last|this|on|in|at|during)\s+)?(?:{PIECES['month']}|{PIECES['weekday']}|\d{{4}}\b"
    r"|(?:fall|spring|summer|winter|year|month|week)\b)"
)
_NO_UNIT = re.compile(
    r"\s+(?:ended|ending|of(?! [$£€])|in|that|when|before|after|he|she|they|and a half|to|long|old)\b|[-'’]|\s+-"
)


@rule("<unit> the", r"(?:the )?(?:(?:full|whole|entire) )?(?P<unit>year|month|week|weekend|decade)\b(?!-)")
def the_unit(match: Match[str], context: Context) -> Timex | None:
    """ "the year", "the month", "the week" if the current one is meant; "the weekend" near the anchor."""
    unit, before, after = match["unit"].lower(), context.before(match), context.after(match)
    if not match[0].lower().startswith("the"):
        return None
    if _NO_UNIT.match(after):
        ended = re.match(r"\s+(?:ended|ending)\b", after)
        return Timex(DURATION, f"P1{UNITS[unit]}") if ended else None
    if unit == "decade" and not re.search(r"\b(?:end|rest|close|middle|start|beginning) of $", before, re.I):
        return None
    if unit == "weekend":
        return _weekend(match, context)
    if re.search(
        r"\b(?:of|for|in|during|so far|through|throughout|on|over|half|rest of|end of|later in|earlier in)\s+$",
        before,
        re.I,
    ):
        return Timex(DATE, context.anchor.shift(unit, 0))
    return None


def _weekend(match: Match[str], context: Context) -> Timex:
    """Return the last weekend, on a working day and unless the sentence is about the future; else the anchor's."""
    if context.anchor.day is None:
        return Timex(DATE, "XXXX-WXX-WE")
    is_over = context.anchor.day.isoweekday() <= 5 and context.direction(match) <= 0
    return Timex(DATE, context.anchor.shift("weekend", -1 if is_over else 0))


@rule("the", r"the (?:fiscal|financial) year\b(?! \d)")
def the_fiscal_year(match: Match[str], context: Context) -> Timex | None:
    """ "the fiscal year", whose bounds the text does not give: a duration of one year."""
    return Timex(DURATION, "P1Y")


@rule("<unit>", r"(?P<unit>year|quarter|month|week|decade|century)(?:(?:'s |-| )end\b(?: {year})?)(?!-)")
def end_of_unit(match: Match[str], context: Context) -> Timex | None:
    """ "year's end" has the value of the year, since TimeML marks END separately; "year-end 1988", "by month's end"."""
    unit = match["unit"].lower()
    if match["year"]:
        return Timex(DATE, match["year"]) if unit == "year" else None
    apart = match[0][len(unit)].isspace()
    if apart and not re.search(r"\b(?:by|at|before|until|after|around|near|since) $", context.before(match), re.I):
        return None
    return Timex(DATE, context.anchor.shift(unit, 0))


@rule("mid midyear midmonth midweek", r"mid[- ]?(?P<unit>year|month|week)\b(?:[- ]{year})?(?!-)")
def middle(match: Match[str], context: Context) -> Timex | None:
    """ "by midyear", "mid-year 1990": has the value of the unit, since TimeML marks MID separately."""
    if match["year"]:
        return Timex(DATE, match["year"])
    return Timex(DATE, context.anchor.shift(match["unit"].lower(), 0))


@rule("now nowadays", r"(?:right now|just now|now|nowadays)\b(?! that\b|-)")
@rule("right just", r"right now\b")
@rule("currently presently", r"(?:currently|presently)\b")
@rule("current", r"current\b(?! (?:affairs|account|events)\b)")
@rule("these", r"these days\b")
@rule("at the this", r"(?:the|this) (?:present|moment|present time)\b(?= *(?:[,.;]|$| time))")
def present(match: Match[str], context: Context) -> Timex | None:
    """ "now", "currently", "these days"; Current TV is a name."""
    if match[0] == "Current" and context.before(match).strip() and re.match(r"\s+[A-Z]", context.after(match)):
        return None
    if (
        match[0].lower() == "now"
        and re.search(r"\bby $|\buntil $", context.before(match)) is None
        and re.match(r"[-'’]", context.after(match))
    ):
        return None
    return Timex(DATE, PRESENT)


@rule(
    "recently recent more",
    r"(?:more recently|recently|recent)\b(?! (?:days|weeks|months|years|decades|quarters|history|memory))",
)
@rule("lately", r"lately\b")
@rule(
    "the",
    r"(?:the past|the recent past|the distant past|the not-too-distant past)\b(?= *(?:[,.;:]|$|and\b|that\b"
    r"|have|has|were|was|to\b))",
)
@rule("the", r"the other (?:day|week|night)\b")
@rule("<unit>", r"{unit}s past\b(?= *(?:[,.;]|$))")
@rule("once", r"once-\w+|(?<=a\s)once(?= \w+-\w+)")
@rule("previously formerly", r"(?:formerly)\b")
def past(match: Match[str], context: Context) -> Timex | None:
    """ "recently", "the past"; in "most recently in May" it only modifies the month."""
    if re.search(r"\bmost $", context.before(match), re.I) and _DATED.match(context.after(match)):
        return None
    return Timex(DATE, PAST)


@rule("soon", r"soon(?:er)?\b(?! after\b| as\b| became\b| began\b)")
@rule(
    "the",
    r"the (?:(?:near|foreseeable|immediate|not-too-distant|distant) )?(?:future|near term|short term"
    r"|long term)\b(?! contracts)",
)
def future(match: Match[str], context: Context) -> Timex | None:
    """ "soon", "the future"; "as soon as" is not a time."""
    if re.search(r"\b(?:as|too|how|no|so) $", context.before(match), re.I) or "sooner" in match[0].lower():
        return None
    return Timex(DATE, FUTURE)
