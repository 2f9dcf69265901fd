"""Calendar days: "Sept. 30", "30/9/2020", "Saturday, April 25", "Oct. 3-5", "2021-02-20"."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import not_times, year_choice
from onrecord.annotate.times.context import (
    DATE,
    TIME,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar.patterns import day_number, month_number
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.ranges import YEAR_STEPS, year_of_range
from onrecord.annotate.times.values import first_day
from onrecord.annotate.times.year_choice import two_digits
from onrecord.dates.edtf import valid_day

BOOK = Rulebook()
rule = BOOK.rule
RELATIVE_YEAR = r"(?:,? (?:of )?(?P<relative>this|last|next) year)?"
_JOINS = re.compile(r"\s*(?:and|or|to|through|-|–|—|,)\s*")


@rule("<month>", r"{month} {day}(?:,? {year}|, '(?P<short>\d\d)\b)?" + RELATIVE_YEAR)
@rule("#", r"{day} (?:of )?{month}(?:,? {year})?" + RELATIVE_YEAR)
@rule("<weekday>", r"(?:{weekday}|{shortday}),? (?:the )?{month} {day}(?:,? {year})?" + RELATIVE_YEAR)
@rule("<weekday>", r"(?:{weekday}|{shortday}),? (?:the )?{day} (?:of )?{month}(?:,? {year})?" + RELATIVE_YEAR)
def month_day(match: Match[str], context: Context) -> Timex | None:
    """A day of a month; the tense chooses a missing year."""
    groups = match.groupdict()
    month, day = month_number(groups["month"]), day_number(groups["day"])
    if not_times.is_verb_with_number(match, context):
        return None
    if groups.get("year") or groups.get("short"):
        year = int(groups.get("year") or two_digits(int(groups["short"]), context.anchor.day))
    elif month == 9 and day == 11 and not_times.ATTACKS.match(context.text, match.end()):
        year = 2001
    elif groups.get("relative") and context.anchor.day:
        year = context.anchor.day.year + YEAR_STEPS[groups["relative"].lower()]
    elif shared := year_of_range(match, context, month, day):
        year = shared
    elif context.anchor.day is None:
        return Timex(DATE, f"XXXX-{month:02}-{day:02}")
    else:
        most_back = year_choice.ALWAYS if context.past_governs(match) else 0
        year = year_choice.year_of(context.anchor.day, month, day, context.direction(match), most_back=most_back)
    then = valid_day(year, month, day)
    return Timex(DATE, then.isoformat()) if then else None


@rule("#", r"{day}(?:, {year})?")
def listed_day(match: Match[str], context: Context) -> Timex | None:
    """A further day of the month just named: "April 24 and 25", "Oct. 3-5"."""
    begin, end = context.memory.span
    value = context.memory.by_span.get((begin, end), "")
    if len(value) != 10 or not value[:4].isdigit() or not _JOINS.fullmatch(context.text, end, match.start()):
        return None
    if not re.search(r"\d(?:st|nd|rd|th)?$", context.text[begin:end]) or re.match(
        r"\s+[a-z]+s\b", context.after(match)
    ):
        return None
    if re.search(r"\d{4}$", context.text[begin:end]) or "," in context.text[end : match.start()]:
        return None
    first, day = first_day(value), day_number(match["day"])
    then = valid_day(first.year, first.month, day) if first else None
    return Timex(DATE, then.isoformat()) if then and first and then > first else None


@rule(
    "#",
    r"{year}-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)(?:T(?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?(?:Z"
    r"|[+-]\d\d:?\d\d)?)?",
)
def iso_day(match: Match[str], context: Context) -> Timex | None:
    """ISO 8601: 2021-02-20, with or without a time of day."""
    day = valid_day(int(match["year"]), int(match["m"]), int(match["d"]))
    if day is None:
        return None
    return Timex(TIME, f"{day}T{match['clock']}") if match["clock"] else Timex(DATE, day.isoformat())


@rule(
    "#",
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?:(?P<long>(?:19|20)\d\d)|(?P<short>\d\d))(?![\d/.-]\d|\d)",
)
def numeric_day(match: Match[str], context: Context) -> Timex | None:
    """9/30/2020 or 30/9/2020 or 30.9.2020: in the order that the calendar allows, else in the article's.

    If nothing shows the order of 3/4/2020 (see `date_order`), only the year is certain.
    """
    if match["short"] and match["sep"] != "/":
        return None
    year = int(match["long"] or two_digits(int(match["short"]), context.anchor.day))
    a, b = int(match["a"]), int(match["b"])
    is_day_first: bool | None = match["sep"] == "." or a > 12
    if not is_day_first and b <= 12 and a != b:
        is_day_first = context.memory.is_day_first()
        if is_day_first is None:
            return Timex(DATE, f"{year:04}") if a and b else None
    day = valid_day(year, b, a) if is_day_first else valid_day(year, a, b)
    return Timex(DATE, day.isoformat()) if day else None
