"""Sets of times: "every Monday", "each month", "daily", "40 hours per week", "$1 billion a year"."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.context import (
    DURATION,
    SET,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar.durations import value_of
from onrecord.annotate.times.grammar.patterns import (
    month_number,
    number,
    unit_name,
    weekday_number,
)
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import PARTS_OF_DAY, SEASONS

BOOK = Rulebook()
rule = BOOK.rule
_EVERY = {
    "daily": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "nightly": "XXXX-XX-XXTNI",
    "hourly": "PT1H",
}
_RATE = re.compile(
    r"(?:[$£€]\s?[\d.,]+(?: (?:million|billion|trillion))?|\d[\d,.]*|percent|times?|once|twice|million|billion"
    r"|dollars|people|tons|hours|days"
    r"|\w+s(?: \w+ed)?|(?-i:Once|Twice))\s+$"
)
# Verbs and prepositions that make "a day" a duration.
_LONG = re.compile(r"\b(?:for|in|within|about|than|over|nearly|after|took|takes|just|only|half) $")


@rule("a an", r"(?:an?|one)(?: |-)(?:(?:full|whole|entire|solid|mere) )?{unit}\b(?!s)(?P<long>-long\b)?")
def one(match: Match[str], context: Context) -> Timex | None:
    """ "a year": a set after a rate ("$1 billion a year"), else a duration."""
    unit, before, after = unit_name(match["unit"]), context.before(match), context.after(match)
    if unit in {"second", "quarter", "weekend"} or re.match(r"-|\s+(?:to|when|where|that|in which)\b", after):
        return None
    if _RATE.search(before) and not re.search(r"\b(?:was|is|has|this|for|in|takes|lasts|times) $", before):
        return Timex(SET, value_of("1", unit))
    if re.search(r"\b(?:such|quite|what|many) $", before) or (unit == "day" and not _LONG.search(before)):
        return None
    return Timex(DURATION, value_of("1", unit))


@rule(
    "daily weekly biweekly monthly quarterly yearly annually nightly hourly",
    r"(?P<word>daily|weekly|biweekly|monthly|quarterly|yearly|annually|nightly|hourly)\b",
)
def regularly(match: Match[str], context: Context) -> Timex | None:
    """ "daily", "annually"; the Daily News is a newspaper."""
    if match[0][0].isupper() and context.before(match).strip():
        return None
    if re.search(r"\baverage $", context.before(match), re.I):
        return None  # "the average daily volume" is one volume.
    if match["word"].lower() == "quarterly" and not re.match(r"\s*(?:[.,;]|and\b|by\b|$)", context.after(match)):
        return None
    return Timex(SET, _EVERY[match["word"].lower()])


@rule(
    "every each",
    r"(?:every|each)(?: and every)? (?:(?P<other>other|second|single) |{number} |(?P<few>few) )?(?:{unit}s?\b"
    r"|(?P<part>morning|afternoon|evening|night)\b|{season}|{month}"
    r"|{weekday}(?: (?P<at>morning|afternoon|evening|night))?)",
)
def every(match: Match[str], context: Context) -> Timex | None:
    """ "every day", "each month", "every other week", "every Monday night"."""
    if match["weekday"]:
        return Timex(
            SET,
            f"XXXX-WXX-{weekday_number(match['weekday'])}{PARTS_OF_DAY[match['at'].lower()] if match['at'] else ''}",
        )
    if match["season"]:
        return Timex(SET, f"XXXX-{SEASONS[match['season'].lower()]}")
    if match["month"]:
        return Timex(SET, f"XXXX-{month_number(match['month']):02}")
    if match["part"]:
        return Timex(SET, f"XXXX-XX-XX{PARTS_OF_DAY[match['part'].lower()]}")
    unit = unit_name(match["unit"])
    if unit in {"second", "weekend"}:
        return Timex(SET, "XXXX-WXX-WE") if unit == "weekend" else None
    count = "2" if (match["other"] or "").lower() in {"other", "second"} else "X" if match["few"] else "1"
    return Timex(SET, value_of(f"{number(match['number']):g}" if match["number"] else count, unit))


@rule("weekends", r"weekends\b")
def weekends(match: Match[str], context: Context) -> Timex | None:
    """ "on weekends": each of them."""
    if not re.search(r"(?:\b(?:on|at|most|and) |^)$", context.before(match), re.I):
        return None
    return Timex(SET, "XXXX-WXX-WE")


@rule("per", r"per (?P<unit>day|week|month|year|hour|minute)\b")
def per(match: Match[str], context: Context) -> Timex | None:
    """ "40 hours per week"."""
    return Timex(SET, value_of("1", match["unit"].lower()))
