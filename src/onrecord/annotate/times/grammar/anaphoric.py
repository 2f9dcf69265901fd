"""Distances from the date that the text named last: "a year earlier", "the following year", "that day".

Distances from the anchor are in `ago`.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    Anchor,
    Context,
    Timex,
    part_of_day,
    shift_last_date,
)
from onrecord.annotate.times.grammar.fiscal import year_before
from onrecord.annotate.times.grammar.patterns import number
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import UNITS
from onrecord.annotate.times.values import first_day, moved, unit_of

BOOK = Rulebook()
rule = BOOK.rule
# No clause may follow "later" or "before": "a year before he left" counts from no date.
_ALONE = r"\b(?! (?:he|she|it|they|the|a|his|her|that|last|next|[A-Z]))"
# Characters between a day and "the next morning" that counts from it, at most.
_NEAR = 400
_COMPARED = re.compile(r"\b(?:from|than|compared (?:with|to)|against|versus|over)\b[^.;]*$", re.I)
_SIGNS = {"earlier": -1, "before": -1, "previous": -1, "preceding": -1, "prior": -1, "same": 0}


@rule(
    "a an one the",
    r"(?:an?|one|the) (?P<unit>year|month|week|day|quarter) (?P<how>earlier|later|(?:before|after)" + _ALONE + r")\b",
)
@rule(
    "<number> #",
    r"{number} (?P<unit>year|month|week|day|quarter|decade)s? (?P<how>earlier|later|(?:before|after|prior)"
    + _ALONE
    + r")\b",
)
@rule("the", r"the (?P<how>following|next|previous|same|preceding) (?P<unit>day|month|year|week|quarter)\b")
@rule("that", r"that (?P<how>same )?(?P<unit>day|month|year|week)\b")
def from_last_date(match: Match[str], context: Context) -> Timex | None:
    """ "a year earlier", "two days later", "the following year", "that day": from the date that was named last."""
    groups = match.groupdict()
    how, unit = (groups.get("how") or "same").lower().strip(), groups["unit"].lower()
    count = number(groups["number"]) if groups.get("number") else 1
    sign = _SIGNS.get(how, 1)
    last = unit_of(context.memory.last)
    if how == "earlier" and unit == "year" and count == 1 and (earlier := _report_before(context)):
        return earlier
    if not last and (how in {"next", "previous"} or (unit == "year" and sign < 0)):
        return Timex(DATE, context.anchor.shift(unit, int(sign * count)))
    if not last or count % 1 or (unit == "day" and last != "day"):
        if sign < 0 and not count % 1 and _COMPARED.search(context.before(match, 60)):
            return _compared(match, context, unit, -int(count))
        if sign and groups.get("number"):
            return Timex(DURATION, f"P{count:g}{UNITS[unit]}")
        return Timex(DATE, f"{context.memory.last}-XX") if last == "month" else None
    return shift_last_date(context, unit, int(sign * count))


def _compared(match: Match[str], context: Context, unit: str, count: int) -> Timex:
    """Return the date in "up from a week earlier": from the day named shortly before, else from the anchor."""
    near = context.memory.day and match.start() - context.memory.day_end < _NEAR
    anchor = Anchor(context.memory.day) if near else context.anchor
    return Timex(DATE, anchor.shift(unit, count))


@rule("that the same next following", r"(?:that|the (?:same|next|following)|next) {part}")
def that_part(match: Match[str], context: Context) -> Timex | None:
    """ "that night", "the next morning": from the day that was named last, else from the anchor."""
    step = 1 if re.search(r"next|following", match[0], re.I) else 0
    base = first_day(context.memory.day) if match.start() - context.memory.day_end < _NEAR else None
    if base is None and step:
        return None
    value = moved(base, "day", step) if base else context.anchor.shift("day", step)
    return part_of_day(value or "XXXX-XX-XX", match["part"])


@rule("the same", r"the same month (?:(?:(?:of|in) )?(?:{year}|(?P<last>last year))|a year (?:ago|earlier|before))")
def same_month(match: Match[str], context: Context) -> Timex | None:
    """ "the same month last year": the month named last, in that year."""
    last = context.memory.last
    if unit_of(last) not in {"month", "day"}:
        return Timex(DATE, match["year"] or context.anchor.shift("year", -1))
    year = match["year"] or (context.anchor.shift("year", -1) if match["last"] else f"{int(last[:4]) - 1:04}")
    return Timex(DATE, f"{year[:4]}-{last[5:7]}")


@rule("the", r"the (?P<part>night|evening|afternoon|morning) before\b(?= *(?:[,.;]|$))")
def part_before(match: Match[str], context: Context) -> Timex | None:
    """ "the night before": the night before the day named last, else before the anchor."""
    near = context.memory.day and match.start() - context.memory.day_end < _NEAR
    return part_of_day((Anchor(context.memory.day) if near else context.anchor).shift("day", -1), match["part"])


@rule("later earlier", r"(?P<how>later|earlier) that (?:same )?(?P<unit>day|month|year|week)\b")
def later_that(match: Match[str], context: Context) -> Timex | None:
    """ "later that year"."""
    return shift_last_date(context, match["unit"].lower(), 0) if context.memory.last else Timex(DATE, "XXXX")


def _report_before(context: Context) -> Timex | None:
    """Return the date of "a year earlier" in a company report: the last quarter a year before, or last year."""
    if context.memory.reported == "quarter" and context.memory.quarter:
        return Timex(DATE, year_before(context.memory.quarter, context))
    if context.memory.reported == "months":
        return Timex(DATE, context.anchor.shift("year", -1))
    return None
