"""Times of day: "7:15 p.m.", "5 p.m. EST", "4 in the morning", "noon", "0735 GMT".

The day comes from the words next to it: a time without a day is `T19:15`, which the matcher completes (`Timex.clock`).
Zones in letters become offsets from UTC. Scores and race times are not matched: they have neither a.m. or p.m. nor
a zone.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.context import TIME, Context, Timex
from onrecord.annotate.times.grammar.patterns import number
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import MOMENTS
from onrecord.dates.zones import OFFSETS

BOOK = Rulebook()
rule = BOOK.rule


@rule("#", r"{hour} ?{half}(?: {zone}| \({bracketed=zone}\)| local time\b)?")
@rule("#", r"{hour} (?:o'clock )?in the (?P<half>morning|afternoon|evening)\b")
@rule("#", r"{hour} at (?P<half>night)\b")
@rule("#", r"{hour} o'clock\b(?: {half})?")
def time(match: Match[str], context: Context) -> Timex | None:
    """A time with a.m. or p.m., or the part of the day."""
    groups = match.groupdict()
    hour, minute = _hour(match["hour"])
    half = (groups.get("half") or "").lower()
    if (hour > 12 and half) or hour > 24:
        return None
    if half.startswith(("p", "afternoon", "evening", "night")) and hour < 12:
        hour += 12
    if hour == 12 and half in {"a.m.", "a. m.", "am", "a.m", "morning"}:
        hour = 0
    return Timex(TIME, f"T{hour:02}:{minute:02}{_zone(groups.get('zone'))}", clock=True)


@rule("#", r"{hour}(?= ?(?:-|–|to|and|until|or) ?{to=hour} ?{half})")
def beginning(match: Match[str], context: Context) -> Timex | None:
    """The "8" in "from 8 to 11 p.m.": in the same half of the day as 11, or in the one before ("from 11 to 2 p.m.")."""
    if not re.search(r"\b(?:from|between|at|about|around|until|by|,|\w{3,6}day) $", context.before(match), re.I):
        return None
    (hour, minute), (to, _) = _hour(match["hour"]), _hour(match["to"])
    if not (1 <= hour <= 12 and 1 <= to <= 12):
        return None
    late = match["half"].lower().startswith("p")
    if hour % 12 > to % 12:
        late = not late
    return Timex(TIME, f"T{hour % 12 + 12 * late:02}:{minute:02}", clock=True)


_PART = (
    r"(?: |-)(?:(?:this|last|yesterday|tomorrow|that|{weekday}) (?P<part>morning|afternoon|evening|night)"
    r"|(?P<tonight>tonight))\b"
)


@rule("#", r"{hour}(?=" + _PART + r")")
def before_part(match: Match[str], context: Context) -> Timex | None:
    """ "8 tonight", "8:30 Monday night", "10 tomorrow morning": the words after it decide between a.m. and p.m."""
    if not re.search(r"\b(?:at|by|until|till|around|about|before|after|from) $", context.before(match), re.I):
        return None
    hour, minute = _hour(match["hour"])
    if not 1 <= hour <= 12:
        return Timex(TIME, f"T{hour:02}:{minute:02}", clock=True) if hour < 24 and ":" in match["hour"] else None
    part = (match["part"] or "night").lower()
    # "2 Monday night" is in the small hours of one of two days.
    late = part in {"afternoon", "evening"} or (part == "night" and hour >= 5)
    return Timex(TIME, f"T{hour % 12 + 12 * late:02}:{minute:02}", clock=True)


@rule("#", r"(?P<hh>[01]\d|2[0-3]):?(?P<mm>[0-5]\d)(?: hours)? {zone}")
@rule(
    "#",
    r"(?P<hh>[01]?\d|2[0-3]):(?P<mm>[0-5]\d)(?![\d:])(?= (?:on|local|this|\w{3,6}day)\b)",
)
def clock24(match: Match[str], context: Context) -> Timex | None:
    """ "0735 GMT", "14:30 on Monday": a time of the 24-hour clock."""
    groups = match.groupdict()
    if not groups.get("zone") and not re.search(r"\b(?:at|by|until|around|about) $", context.before(match)):
        return None
    return Timex(TIME, f"T{int(match['hh']):02}:{match['mm']}{_zone(groups.get('zone'))}", clock=True)


@rule("noon midday midnight", r"(?P<word>noon|midday|midnight)\b")
def moment(match: Match[str], context: Context) -> Timex | None:
    """ "noon", "midnight"; "high noon" and "at noontime" are not matched."""
    if re.search(r"\b(?:high|burning the|round) $", context.before(match), re.I):
        return None
    return Timex(TIME, MOMENTS[match["word"].lower()], clock=True)


@rule("<number>", r"{number} (?:o'clock|(?P<half>[ap]\.m\.))(?: in the (?P<part>morning|afternoon|evening)\b)?")
def in_words(match: Match[str], context: Context) -> Timex | None:
    """ "nine o'clock in the evening"."""
    hour = int(number(match["number"]))
    if not 1 <= hour <= 12:
        return None
    part = (match["part"] or "").lower()
    late = part in {"afternoon", "evening"} or (match["half"] or "").lower().startswith("p")
    return Timex(TIME, f"T{hour % 12 + 12 if late else hour:02}:00", clock=True)


@rule("<part> mid", r"mid[- ]?(?P<part>morning|afternoon)\b")
@rule("midmorning midafternoon", r"mid(?P<part>morning|afternoon)\b")
def middle(match: Match[str], context: Context) -> Timex | None:
    """ "mid afternoon"."""
    return Timex(TIME, "TMO" if match["part"].lower() == "morning" else "TAF", clock=True)


def _hour(text: str) -> tuple[int, int]:
    hour, _, minute = text.partition(":")
    return int(hour), int(minute[:2] or 0)


def _zone(word: str | None) -> str:
    """`:00-05:00` for EST: seconds are written only before an offset."""
    offset = OFFSETS.get((word or "").split(" ")[0])
    return f":00{offset}" if offset else ""
