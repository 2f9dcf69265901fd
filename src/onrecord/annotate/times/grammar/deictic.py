"""Expressions relative to the anchor: "today", "tomorrow night", "last week", "the day before last Tuesday"."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    FUTURE,
    PAST,
    PRESENT,
    Context,
    Timex,
    part_of_day,
    shift_last_date,
)
from onrecord.annotate.times.grammar.patterns import month_number, weekday_number
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import UNITS
from onrecord.annotate.times.values import first_day, moved, unit_of

BOOK = Rulebook()
rule = BOOK.rule
_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1, "tonight": 0}
_BEFORE = frozenset(("previous", "preceding", "prior"))
_STEPS = dict.fromkeys(("last", "past", *_BEFORE), -1) | {"this": 0, "current": 0, "next": 1, "coming": 1}
# "over the last week" is the last seven days, "last week" the calendar week before.
_SPANNED = frozenset(("week", "month", "decade", "century"))
_OVER = re.compile(r"\b(?:over|in|during|for|within|of|through|throughout) the $", re.I)
# "the last week of May"
_WHOLE = re.compile(r"\s+(?:of|in)\s+(?:[A-Z]|the year\b|\d{4})")
# "today's world", "the leaders of tomorrow": an age, not a day.
_AGES = (
    r"(?:world|youth|society|societies|generations?|children|kids|teenagers|students|consumers|women|men|people|parents"
    r"|families|standards?|technolog(?:y|ies)|leaders|readers|voters|culture|workforce|workers)"
)
_AGE = re.compile(rf"['’]s\s+(?:young\s+|modern\s+)?{_AGES}\b")
_AGE_OF = re.compile(rf"\b{_AGES} of $")
_TITLED = re.compile(r"\s+(?:USA|Show|Sports|Online|Magazine|FM)\b|[\"”]")
_PROGRAMMES = re.compile(r"\b(?:USA|Psychology|Russia|RT|History|Education|Sports|Music|Christianity)\s+$")


@rule("today tomorrow yesterday", r"(?P<day>today|tomorrow|yesterday)\b(?:,? {part})?")
def day(match: Match[str], context: Context) -> Timex | None:
    """ "yesterday", "tomorrow morning"; "USA Today" is a newspaper."""
    if match["day"][0].isupper() and (_PROGRAMMES.search(context.before(match)) or _TITLED.match(context.after(match))):
        return None
    if _AGE.match(context.after(match)) or _AGE_OF.search(context.before(match)):
        return Timex(DATE, {"today": PRESENT, "tomorrow": FUTURE}.get(match["day"].lower(), PAST))
    value = context.anchor.shift("day", _DAYS[match["day"].lower()])
    return part_of_day(value, match["part"])


@rule("tonight", r"tonight\b")
@rule("this", r"this {part}")
@rule("overnight", r"overnight\b")
def today_part(match: Match[str], context: Context) -> Timex | None:
    """ "tonight", "this morning"; "overnight" is the night before the anchor's day, written on that day."""
    groups = match.groupdict()
    return part_of_day(context.anchor.shift("day", 0), groups.get("part") or "night")


@rule("last", r"last (?P<part>night|evening)\b")
def last_night(match: Match[str], context: Context) -> Timex | None:
    """ "last night" is yesterday's."""
    return part_of_day(context.anchor.shift("day", -1), match["part"])


@rule("day the", r"(?:the )?day (?P<which>before yesterday|after tomorrow)\b")
def two_days_away(match: Match[str], context: Context) -> Timex | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    return Timex(DATE, context.anchor.shift("day", 2 if match["which"].lower().startswith("after") else -2))


@rule("day the", r"(?:the )?(?P<unit>day|week|month|year) (?P<which>before|after) (?:(?P<mod>last|next) )?{weekday}")
def day_beside(match: Match[str], context: Context) -> Timex | None:
    """ "the day before last Tuesday"."""
    if context.anchor.day is None or match["unit"].lower() != "day":
        return None
    back = (context.anchor.day.isoweekday() - weekday_number(match["weekday"])) % 7
    back = back or (7 if match["mod"] else 0)
    step = 1 if match["which"].lower() == "after" else -1
    if (match["mod"] or "").lower() == "next" or (not match["mod"] and context.direction(match) > 0):
        back -= 7
    return Timex(DATE, context.anchor.shift("day", step - back))


@rule(
    "last past this next previous preceding prior current coming",
    r"(?P<which>last|this past|past|this|next|previous|preceding|prior|current|coming|this coming) (?:calendar )?"
    r"(?P<unit>week|weekend|month|year|decade|century|quarter)\b(?!-)",
)
def which_unit(match: Match[str], context: Context) -> Timex | None:
    """ "last week", "next year", "this century"; "this time" and "next day" have rules of their own."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    if match["which"].lower() == "this past":
        which = "last"
    if (
        which in {"past", "coming"}
        and unit in {"week", "month", "decade", "century", "quarter"}
        and "this" not in match[0].lower()
    ):
        return Timex(DURATION, f"P1{UNITS[unit]}")
    if which == "last" and context.before(match).endswith("the ") and _WHOLE.match(context.after(match)):
        return None
    if which == "last" and unit in _SPANNED and _OVER.search(context.before(match)):
        return Timex(DURATION, f"P1{UNITS[unit]}")
    if which in _BEFORE and (before := _before(unit, context)):
        return before
    if unit == "century" and which == "this":
        return Timex(DATE, context.anchor.shift("century", 0) + "XX") if context.anchor.day else Timex(DATE, "XXXX")
    step = _STEPS[which]
    if unit == "weekend" and which == "this" and context.anchor.day and context.anchor.day.isoweekday() < 3:
        step -= context.direction(match) <= 0  # On Monday "this weekend" is the one just over.
    return Timex(DATE, context.anchor.shift(unit, step))


def _before(unit: str, context: Context) -> Timex | None:
    """Return the unit before the one that the text named last; None if it named no such unit."""
    if unit == "quarter" and context.memory.quarter:
        first = first_day(context.memory.quarter)
        return Timex(DATE, (moved(first, "quarter", -1) if first else None) or "XXXX-QX")
    return shift_last_date(context, unit, -1) if unit_of(context.memory.last) == unit else None


@rule("latest", r"latest (?P<unit>week|month)\b(?!-)")
def latest(match: Match[str], context: Context) -> Timex | None:
    """ "the latest week": in reports of figures, the last one that is over."""
    return Timex(DATE, context.anchor.shift(match["unit"].lower(), -1))


@rule("the", r"the (?-i:new year)\b(?!'s)")
def new_year(match: Match[str], context: Context) -> Timex | None:
    """ "early in the new year": from July on the next year, before that the current one."""
    step = int(context.anchor.day is not None and context.anchor.day.month > 6)
    return Timex(DATE, context.anchor.shift("year", step))


@rule("the", r"the week of {month}\.? (?P<d>\d{1,2})\b")
def week_of_day(match: Match[str], context: Context) -> Timex | None:
    """ "the week of March 6": the ISO week of that day, in the anchor's year or the one nearest to it."""
    from_month = re.match(r"[A-Za-z]+", match["month"])
    if context.anchor.day is None or from_month is None:
        return None
    month = month_number(match["month"])
    try:
        days = [date(context.anchor.day.year + step, month, int(match["d"])) for step in (-1, 0, 1)]
    except ValueError:
        return None
    nearest = min(days, key=lambda day: abs(day - context.anchor.day))  # type: ignore[operator]
    return Timex(DATE, moved(nearest, "week", 0) or "XXXX-WXX")


@rule("later earlier", r"(?P<how>later|earlier) (?:(?P<day>today|yesterday|tonight|tomorrow)|this {part})")
def later_today(match: Match[str], context: Context) -> Timex | None:
    """ "later today", "earlier this morning"."""
    step = _DAYS[match["day"].lower()] if match["day"] else 0
    part = match["part"] or ("night" if (match["day"] or "").lower() == "tonight" else None)
    return part_of_day(context.anchor.shift("day", step), part)


@rule("the past", r"(?:the )?past year\b")
def past_year(match: Match[str], context: Context) -> Timex | None:
    """ "the past year" is the year before the anchor's, as TimeBank's annotators write it."""
    return Timex(DATE, context.anchor.shift("year", -1))
