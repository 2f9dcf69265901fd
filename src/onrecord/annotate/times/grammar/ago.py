"""Distances from the anchor: "two years ago", "30 years ago today", "a week from Friday".

No value is more precise than its words: "a year and a half ago" is a month, "a few years ago" only the past.
"""

from __future__ import annotations

from re import Match

from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    FUTURE,
    PAST,
    TIME,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar.fiscal import year_before
from onrecord.annotate.times.grammar.patterns import number, unit_name, weekday_number
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import CLOCK_UNITS, UNITS
from onrecord.annotate.times.values import moved
from onrecord.dates.edtf import valid_day

BOOK = Rulebook()
rule = BOOK.rule


@rule(
    "<number> # a an half",
    r"(?:{number}|(?P<one>an?|half an?)) (?:(?:or|to) {to=number} )?{unit}s? (?P<how>ago|hence|from (?:now|today))\b",
)
@rule("<number> # a an", r"(?:{number}|(?P<one>an?))[- ]{unit}s? (?P<how>ago|hence|from (?:now|today))\b")
def ago(match: Match[str], context: Context) -> Timex | None:
    """ "two years ago" is a year, "six weeks ago" a week, "11 days ago" a day, "an hour ago" today."""
    groups = match.groupdict()
    unit = unit_name(groups["unit"])
    count = number(groups["number"]) if groups["number"] else 0.5 if groups["one"].lower().startswith("half") else 1
    sign = -1 if groups["how"].lower() == "ago" else 1
    if groups.get("to"):
        return Timex(DATE, PAST if sign < 0 else FUTURE)
    if unit in CLOCK_UNITS:
        return (
            Timex(TIME, f"{context.anchor.shift('day', 0)}TXX")
            if sign < 0
            else Timex(DURATION, f"PT{count:g}{UNITS[unit]}")
        )
    if (
        unit == "year"
        and count == 1
        and sign < 0
        and context.memory.quarter
        and "quarter" in context.text[context.begin : match.start()]
    ):
        return Timex(DATE, year_before(context.memory.quarter, context))
    if unit == "decade":
        unit, count = "year", count * 10
    if unit == "century":
        unit, count = "year", count * 100
    if count % 1 and unit == "year":
        return Timex(DATE, context.anchor.shift("month", round(sign * 12 * count)))
    if unit == "year" and count == 1 and sign < 0:
        return Timex(DATE, context.anchor.shift("year", -1))
    return Timex(DATE, context.anchor.shift(unit, int(sign * count)))


@rule("<number> # a an", r"(?:{number} {units=unit}s?|an? {unit}) and a half ago\b")
@rule("<number> #", r"{number}(?: |-)and(?: |-)a(?: |-)half {unit}s? ago\b")
def and_a_half_ago(match: Match[str], context: Context) -> Timex | None:
    """ "a year and a half ago": a month, 18 months back; the half of a shorter unit does not count."""
    groups = match.groupdict()
    unit = unit_name(groups["unit"] or groups["units"])
    count = int(number(groups["number"])) if groups.get("number") else 1
    if unit in CLOCK_UNITS:
        return Timex(TIME, f"{context.anchor.shift('day', 0)}TXX")
    months = {"year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        return Timex(DATE, context.anchor.shift("month", -months * count - months // 2))
    return Timex(DATE, context.anchor.shift(unit, -count))


@rule("<number> # a", r"(?:{number}|an?) (?P<unit>year|month)s? ago (?:(?P<today>today)|this (?P<this>month|week))\b")
def ago_this(match: Match[str], context: Context) -> Timex | None:
    """ "30 years ago today", "a year ago this month": the day, week or month so many years or months back."""
    count = number(match["number"]) if match["number"] else 1
    base = context.anchor.day
    if base is None or count % 1 or context.anchor.unit != "day":
        return None
    month = moved(base, "month", -int(count) * (12 if match["unit"].lower() == "year" else 1))
    if month is None or match["this"] == "month":
        return Timex(DATE, month or "XXXX-XX")
    day = valid_day(int(month[:4]), int(month[5:7]), base.day)
    if day is None:
        return Timex(DATE, month)
    return Timex(DATE, day.isoformat() if match["today"] else moved(day, "week", 0) or "XXXX-WXX")


@rule("a half quarter", r"(?:a )?(?P<part>half|quarter)(?:-| of a | a )century ago\b")
def part_of_century_ago(match: Match[str], context: Context) -> Timex | None:
    """ "a half-century ago" is the year 50 years back."""
    return Timex(DATE, context.anchor.shift("year", -50 if match["part"].lower() == "half" else -25))


@rule("a <number> #", r"(?:{number}|a) weeks? from (?:(?P<tomorrow>tomorrow)|{weekday})")
def weeks_from(match: Match[str], context: Context) -> Timex | None:
    """ "a week from Friday" is a week after next Friday."""
    days = 7 * (int(number(match["number"])) if match["number"] else 1)
    if match["tomorrow"]:
        return Timex(DATE, context.anchor.shift("day", days + 1))
    if context.anchor.day is None or context.anchor.unit != "day":
        return Timex(DATE, f"XXXX-WXX-{weekday_number(match['weekday'])}")
    days += (weekday_number(match["weekday"]) - context.anchor.day.isoweekday()) % 7
    return Timex(DATE, context.anchor.shift("day", days))


@rule("<number> # a", r"(?:{number}|a) weeks? ago (?:today|{weekday})")
def weeks_ago_on(match: Match[str], context: Context) -> Timex | None:
    """ "a week ago today", "two weeks ago Monday": a day."""
    weeks = int(number(match["number"])) if match["number"] else 1
    anchor = context.anchor.day
    if anchor is None or not match["weekday"]:
        return Timex(DATE, context.anchor.shift("day", -7 * weeks))
    return Timex(DATE, context.anchor.shift("day", weekday_number(match["weekday"]) - anchor.isoweekday() - 7 * weeks))


@rule("several few a some many", r"(?:a few|several|few|some|many|a couple(?: of)?|a number of) {unit}s ago\b")
@rule("<unit>", r"{unit}s ago\b")
@rule("not long", r"(?:not (?:so |that |too |very |all that )?)?long ago\b")
def vaguely_ago(match: Match[str], context: Context) -> Timex | None:
    """ "a few years ago": so far back that only the past is sure."""
    return Timex(DATE, PAST)
