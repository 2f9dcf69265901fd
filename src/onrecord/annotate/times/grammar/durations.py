"""Durations: "three years", "a 16-hour flight", "the next few weeks", "two and a half years", "decades"."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import not_times
from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    PAST,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar.patterns import number, unit_name
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import CLOCK_UNITS, UNITS

BOOK = Rulebook()
rule = BOOK.rule
_KINDS = (
    r"(?:(?:more|additional|further|consecutive|straight|full|whole|entire|trading|business|working"
    r"|calendar|other|extra|long|short|solid|successive|fiscal|academic|uninterrupted) )*"
)


def value_of(count: str, unit: str) -> str:
    """Return the TIMEX3 value of a duration: `P3Y`, `PT16H`, `PXM`; a decade is P1DE, as in the TIMEX3 guidelines."""
    return f"P{'T' if unit in CLOCK_UNITS else ''}{count}{UNITS[unit]}"


_COUNTED = r"{number}(?:(?: |-)(?:to|or|-) ?{to=number})?(?: |-)" + _KINDS + r"{unit}s?\b(?![- ]olds?\b| of age\b)"


@rule("<number> #", _COUNTED)
@rule("a an", r"(?=an? (?:hundred|thousand|dozen)\b)" + _COUNTED)
def counted(match: Match[str], context: Context) -> Timex | None:
    """ "three years", "16-hour", "5 1/2 hours", "two more weeks", "two to three weeks" (TimeML keeps the lower).

    Ages describe a person, not a time: both corpora leave all of theirs out (34 of 34), and so does this rule.
    """
    unit = unit_name(match["unit"])
    if not_times.is_not_duration(match, context) or (
        unit == "second" and not re.search(r"seconds$|-second$", match[0], re.I)
    ):
        return None
    if unit == "quarter" and not re.search(r"(?<!three)[- ]quarters$|-quarter$", match[0], re.I):
        return None
    count = number(match["number"])
    if unit == "hour" and count % 1 == 0.5:
        return Timex(DURATION, f"PT{int(count)}H30M")
    return Timex(DURATION, value_of(f"{count:g}", unit))


@rule("<number> # a an", r"(?:{number}|an?) {unit}s? and a half\b|{half=number} and (?:a|one) half {units=unit}s?\b")
def and_a_half(match: Match[str], context: Context) -> Timex | None:
    """ "two and a half years", "a year and a half"."""
    unit = unit_name(match["unit"] or match["units"])
    whole = match["half"] or match["number"]
    count = int(number(whole)) if whole else 1
    if unit == "hour":
        return Timex(DURATION, f"PT{count}H30M")
    return Timex(DURATION, value_of(f"{count}.5", unit))


@rule("<number>", r"{number}(?: |-)and(?: |-)a(?: |-)half(?: |-){unit}s?\b")
def two_and_a_half(match: Match[str], context: Context) -> Timex | None:
    """ "two and a half years"."""
    unit = unit_name(match["unit"])
    count = int(number(match["number"]))
    return Timex(DURATION, f"PT{count}H30M" if unit == "hour" else value_of(f"{count}.5", unit))


@rule("<unit> a an the", r"(?:(?:an?|the) )?{unit}-?long\b")
@rule("daylong weeklong monthlong yearlong hourlong decadelong", r"(?P<unit>day|week|month|year|hour|decade)long\b")
def long(match: Match[str], context: Context) -> Timex | None:
    """ "a day-long meeting", "the yearlong strike"."""
    return Timex(DURATION, value_of("1", unit_name(match["unit"])))


@rule(
    "half a",
    r"(?:half an (?P<hour>hour)|(?:a )?half[- ](?P<whole>hour|day|year|decade|century)"
    r"|half a (?P<unit>day|year|century|decade))\b(?!-old)",
)
@rule("quarter a", r"(?:a )?(?P<quarter>quarter)(?:-| of a )(?P<unit>century)\b(?!-old)")
def half(match: Match[str], context: Context) -> Timex | None:
    """ "half an hour", "half a century", "a quarter-century"."""
    groups = match.groupdict()
    unit = (groups.get("hour") or groups.get("whole") or groups["unit"]).lower()
    if groups.get("quarter"):
        return Timex(DURATION, "P25Y")
    value = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}[unit]
    return Timex(DURATION, value)


@rule(
    "several few some a many dozens hundreds countless couple", r"(?:{vague}|couple of)(?: |-)" + _KINDS + r"{unit}s?\b"
)
def vague(match: Match[str], context: Context) -> Timex | None:
    """ "several years" is PXY; "a couple of years" two."""
    unit = unit_name(match["unit"])
    if not match["unit"] or (unit == "second" and not match[0].endswith("s")):
        return None
    if unit != "second" and not match[0].lower().endswith("s") and "-" not in match[0]:
        return None
    if re.match(r"(?:some|many|few)\b", match[0], re.I) and re.match(r"\s+(?:that|when|ago)\b", context.after(match)):
        return None
    count = "2" if "couple" in match[0].lower() else "X"
    return Timex(DURATION, value_of(count, unit))


@rule("<unit>", r"{unit}s(?P<old>-old|-long)?\b(?! of age\b)(?!['’])")
def bare(match: Match[str], context: Context) -> Timex | None:
    """ "for years", "in weeks", "decades of war": an unknown number."""
    unit, before = unit_name(match["unit"]), context.before(match)
    if unit in {"second", "minute", "quarter", "weekend"}:
        return None
    if not match["old"] and not re.search(
        r"\b(?:for|in|over|after|of|within|through|take|took|takes|spent|last|lasted|recent|coming|past|the"
        r"|took|during|previous|just|early|later|many|by) $|^$|[“\"]$|, $",
        before,
        re.I,
    ):
        return None
    if re.search(r"\b(?:early|later|those|these|good|bad|our|his|her|their|my|your|first|all) $", before, re.I):
        return None
    if re.search(r"\bthe $", before) and not re.match(
        r"\s+(?:before|after|since|that followed|following|leading|ahead)\b", context.after(match)
    ):
        return None
    if re.search(r"\bof $", before) and not re.search(r"\b(?:matter|couple|period|series) of $", before):
        return None
    return Timex(DURATION, value_of("X", unit))


@rule("recent coming past last next", r"(?P<which>recent|coming|past|last|next) {unit}s\b(?!')")
def recent(match: Match[str], context: Context) -> Timex | None:
    """ "recent months", "coming weeks", "past years"."""
    unit = unit_name(match["unit"])
    if unit in {"second", "minute"}:
        return None
    if match["which"].lower() == "past" and not re.search(r"\bthe $", context.before(match)):
        return Timex(DATE, PAST)
    return Timex(DURATION, value_of("X", unit))


@rule(
    "last past next first previous coming following final recent preceding",
    r"(?P<which>last|past|next|first|previous|coming|following|final|preceding) (?:(?P<about>about|roughly"
    r"|nearly) )?(?:{number}|(?P<few>few|several|couple of|couple))(?:(?:-| )(?:to|or) {to=number})?(?: |-)"
    + _KINDS
    + r"{unit}s?\b",
)
def run(match: Match[str], context: Context) -> Timex | None:
    """ "the last three years", "the next few weeks", "the first nine months"."""
    unit = unit_name(match["unit"])
    if unit == "second" and not match[0].endswith("s"):
        return None
    if match["which"].lower() == "last" and re.search(
        r"\b(?:will|would|to|can|could|may|did|not|won['’]t) $", context.before(match)
    ):
        return None  # "will last two weeks"
    few = (match["few"] or "").lower()
    if match["to"]:
        return Timex(DURATION, value_of("X", unit))
    count = "2" if few.startswith("couple") else "X" if few else f"{number(match['number']):g}"
    if unit == "quarter" and count.isdigit():
        return Timex(DURATION, f"P{3 * int(count)}M")
    return Timex(DURATION, value_of(count, unit))


@rule("past last", r"(?P<which>past|last) (?P<unit>day|hour|minute)\b")
def past_one(match: Match[str], context: Context) -> Timex | None:
    """ "the past day", "the last hour"."""
    if not re.search(r"\bthe $", context.before(match), re.I):
        return None
    return Timex(DURATION, value_of("1", unit_name(match["unit"])))
