"""What is told by a distance: "two years ago", "a year earlier", "the following year", "that day", "the next morning".

"Ago" counts from the anchor, the others from the date that the text named last.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.calendar import first_day, moved, unit_of, valid_day
from onrecord.annotate.times.fiscal import year_before
from onrecord.annotate.times.pieces import number, unit_name, weekday_number
from onrecord.annotate.times.rules import Rulebook
from onrecord.annotate.times.scene import (
    DATE,
    DURATION,
    FUTURE,
    PAST,
    TIME,
    Anchor,
    Found,
    Scene,
    from_memory,
    in_part,
)
from onrecord.annotate.times.tables import (
    CLOCK_UNITS,
    UNITS,
)

BOOK = Rulebook()
rule = BOOK.rule
# Behind "later" or "before" no clause follows: "a year before he left" counts from no date.
_ALONE = r"\b(?! (?:he|she|it|they|the|a|his|her|that|last|next|[A-Z]))"
# "the next morning" follows a day that was named at most so many characters before.
_NEAR = 400
_COMPARED = re.compile(r"\b(?:from|than|compared (?:with|to)|against|versus|over)\b[^.;]*$", re.I)
_SIGNS = {"earlier": -1, "before": -1, "previous": -1, "preceding": -1, "prior": -1, "same": 0}


@rule(
    "<number> # a an half",
    r"(?:{number}|(?P<one>an?|half an?)) (?:(?:or|to) {to=number} )?{unit}s? (?P<how>ago|hence|from (?:now|today))\b",
)
@rule("<number> # a an", r"(?:{number}|(?P<one>an?))[- ]{unit}s? (?P<how>ago|hence|from (?:now|today))\b")
def ago(match: Match[str], scene: Scene) -> Found | None:
    """ "two years ago" is a year, "six weeks ago" a week, "11 days ago" a day, "an hour ago" today."""
    groups = match.groupdict()
    unit = unit_name(groups["unit"])
    count = number(groups["number"]) if groups["number"] else 0.5 if groups["one"].lower().startswith("half") else 1
    sign = -1 if groups["how"].lower() == "ago" else 1
    if groups.get("to"):
        return Found(DATE, PAST if sign < 0 else FUTURE)
    if unit in CLOCK_UNITS:
        return (
            Found(TIME, f"{scene.anchor.shift('day', 0)}TXX")
            if sign < 0
            else Found(DURATION, f"PT{count:g}{UNITS[unit]}")
        )
    if (
        unit == "year"
        and count == 1
        and sign < 0
        and scene.memory.quarter
        and "quarter" in scene.text[scene.begin : match.start()]
    ):
        return Found(DATE, year_before(scene.memory.quarter, scene))
    if unit == "decade":
        unit, count = "year", count * 10
    if unit == "century":
        unit, count = "year", count * 100
    if count % 1 and unit == "year":
        return Found(DATE, scene.anchor.shift("month", round(sign * 12 * count)))
    if unit == "year" and count == 1 and sign < 0:
        return Found(DATE, scene.anchor.shift("year", -1))
    return Found(DATE, scene.anchor.shift(unit, int(sign * count)))


@rule("<number> # a an", r"(?:{number} {units=unit}s?|an? {unit}) and a half ago\b")
@rule("<number> #", r"{number}(?: |-)and(?: |-)a(?: |-)half {unit}s? ago\b")
def and_a_half_ago(match: Match[str], scene: Scene) -> Found | None:
    """ "a year and a half ago": a month, 18 months back; of shorter units the whole ones count."""
    groups = match.groupdict()
    unit = unit_name(groups["unit"] or groups["units"])
    count = int(number(groups["number"])) if groups.get("number") else 1
    if unit in CLOCK_UNITS:
        return Found(TIME, f"{scene.anchor.shift('day', 0)}TXX")
    months = {"year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        return Found(DATE, scene.anchor.shift("month", -months * count - months // 2))
    return Found(DATE, scene.anchor.shift(unit, -count))


@rule("<number> # a", r"(?:{number}|an?) (?P<unit>year|month)s? ago (?:(?P<today>today)|this (?P<this>month|week))\b")
def ago_this(match: Match[str], scene: Scene) -> Found | None:
    """ "30 years ago today", "a year ago this month": the day, week or month as many years or months back."""
    count = number(match["number"]) if match["number"] else 1
    base = scene.anchor.day
    if base is None or count % 1 or scene.anchor.unit != "day":
        return None
    month = moved(base, "month", -int(count) * (12 if match["unit"].lower() == "year" else 1))
    if month is None or match["this"] == "month":
        return Found(DATE, month or "XXXX-XX")
    day = valid_day(int(month[:4]), int(month[5:7]), base.day)
    if day is None:
        return Found(DATE, month)
    return Found(DATE, day.isoformat() if match["today"] else moved(day, "week", 0) or "XXXX-WXX")


@rule("a half quarter", r"(?:a )?(?P<part>half|quarter)(?:-| of a | a )century ago\b")
def part_of_century_ago(match: Match[str], scene: Scene) -> Found | None:
    """ "a half-century ago" is the year 50 years back."""
    return Found(DATE, scene.anchor.shift("year", -50 if match["part"].lower() == "half" else -25))


@rule("a <number> #", r"(?:{number}|a) weeks? from (?:(?P<tomorrow>tomorrow)|{weekday})")
def weeks_from(match: Match[str], scene: Scene) -> Found | None:
    """ "a week from Friday" is a week after the Friday to come."""
    days = 7 * (int(number(match["number"])) if match["number"] else 1)
    if match["tomorrow"]:
        return Found(DATE, scene.anchor.shift("day", days + 1))
    if scene.anchor.day is None or scene.anchor.unit != "day":
        return Found(DATE, f"XXXX-WXX-{weekday_number(match['weekday'])}")
    days += (weekday_number(match["weekday"]) - scene.anchor.day.isoweekday()) % 7
    return Found(DATE, scene.anchor.shift("day", days))


@rule("<number> # a", r"(?:{number}|a) weeks? ago (?:today|{weekday})")
def weeks_ago_on(match: Match[str], scene: Scene) -> Found | None:
    """ "a week ago today", "two weeks ago Monday": a day."""
    weeks = int(number(match["number"])) if match["number"] else 1
    anchor = scene.anchor.day
    if anchor is None or not match["weekday"]:
        return Found(DATE, scene.anchor.shift("day", -7 * weeks))
    return Found(DATE, scene.anchor.shift("day", weekday_number(match["weekday"]) - anchor.isoweekday() - 7 * weeks))


@rule("several few a some many", r"(?:a few|several|few|some|many|a couple(?: of)?|a number of) {unit}s ago\b")
@rule("<unit>", r"{unit}s ago\b")
@rule("not long", r"(?:not (?:so |that |too |very |all that )?)?long ago\b")
def vaguely_ago(match: Match[str], scene: Scene) -> Found | None:
    """ "a few years ago": so far back that only the past is sure."""
    return Found(DATE, PAST)


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
def from_last(match: Match[str], scene: Scene) -> Found | None:
    """ "a year earlier", "two days later", "the following year", "that day": from the date that was named last."""
    groups = match.groupdict()
    how, unit = (groups.get("how") or "same").lower().strip(), groups["unit"].lower()
    count = number(groups["number"]) if groups.get("number") else 1
    sign = _SIGNS.get(how, 1)
    last = unit_of(scene.memory.last)
    if how == "earlier" and unit == "year" and count == 1 and (earlier := _report_before(scene)):
        return earlier
    if not last and (how in {"next", "previous"} or (unit == "year" and sign < 0)):
        return Found(DATE, scene.anchor.shift(unit, int(sign * count)))
    if not last or count % 1 or (unit == "day" and last != "day"):
        if sign < 0 and not count % 1 and _COMPARED.search(scene.before(match, 60)):
            return _compared(match, scene, unit, -int(count))
        if sign and groups.get("number"):
            return Found(DURATION, f"P{count:g}{UNITS[unit]}")
        return Found(DATE, f"{scene.memory.last}-XX") if last == "month" else None
    return from_memory(scene, unit, int(sign * count))


def _compared(match: Match[str], scene: Scene, unit: str, count: int) -> Found:
    """What "up from a week earlier" compares with: counted from the day named shortly before, else from the anchor."""
    near = scene.memory.day and match.start() - scene.memory.day_end < _NEAR
    anchor = Anchor(scene.memory.day) if near else scene.anchor
    return Found(DATE, anchor.shift(unit, count))


@rule("that the same next following", r"(?:that|the (?:same|next|following)|next) {part}")
def that_part(match: Match[str], scene: Scene) -> Found | None:
    """ "that night", "the next morning": from the day that was named last, else from the anchor."""
    step = 1 if re.search(r"next|following", match[0], re.I) else 0
    base = first_day(scene.memory.day) if match.start() - scene.memory.day_end < _NEAR else None
    if base is None and step:
        return None
    value = moved(base, "day", step) if base else scene.anchor.shift("day", step)
    return in_part(value or "XXXX-XX-XX", match["part"])


@rule("the same", r"the same month (?:(?:(?:of|in) )?(?:{year}|(?P<last>last year))|a year (?:ago|earlier|before))")
def same_month(match: Match[str], scene: Scene) -> Found | None:
    """ "the same month last year": the month named last, in that year."""
    last = scene.memory.last
    if unit_of(last) not in {"month", "day"}:
        return Found(DATE, match["year"] or scene.anchor.shift("year", -1))
    year = match["year"] or (scene.anchor.shift("year", -1) if match["last"] else f"{int(last[:4]) - 1:04}")
    return Found(DATE, f"{year[:4]}-{last[5:7]}")


@rule("the", r"the (?P<part>night|evening|afternoon|morning) before\b(?= *(?:[,.;]|$))")
def part_before(match: Match[str], scene: Scene) -> Found | None:
    """ "the night before": of the day before the one named last, else before the anchor."""
    near = scene.memory.day and match.start() - scene.memory.day_end < _NEAR
    return in_part((Anchor(scene.memory.day) if near else scene.anchor).shift("day", -1), match["part"])


@rule("later earlier", r"(?P<how>later|earlier) that (?:same )?(?P<unit>day|month|year|week)\b")
def later_that(match: Match[str], scene: Scene) -> Found | None:
    """ "later that year"."""
    return from_memory(scene, match["unit"].lower(), 0) if scene.memory.last else Found(DATE, "XXXX")


def _report_before(scene: Scene) -> Found | None:
    """What "a year earlier" compares with in a report: the quarter read last, or the year before this one."""
    if scene.memory.reported == "quarter" and scene.memory.quarter:
        return Found(DATE, year_before(scene.memory.quarter, scene))
    if scene.memory.reported == "months":
        return Found(DATE, scene.anchor.shift("year", -1))
    return None
