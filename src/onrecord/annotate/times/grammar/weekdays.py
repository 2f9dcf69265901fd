"""Days of the week: "Friday", "Monday night", "last Wednesday", "Monday through Thursday", "Sundays"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from re import Match

from onrecord.annotate.lexicon.english import cue_verbs
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.annotate.times import not_times, year_choice
from onrecord.annotate.times.context import (
    DATE,
    SET,
    TIME,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar.patterns import month_number, ordinal_number, weekday_number
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import PARTS_OF_DAY
from onrecord.annotate.times.values import first_day, nth_weekday
from onrecord.dates.edtf import valid_day

BOOK = Rulebook()
rule = BOOK.rule

# "every Tuesday and Thursday"
_EVERY = re.compile(r"\b(?:every|each) (?:\w+day,? )+(?:and|or|through|to) $", re.I)
# "said on Sunday", "warned reporters late Sunday"
_SAID = re.compile(
    rf"\b(?:{alternatives(cue_verbs.DATED_BY_WEEKDAY)}"
    r"|told (?:(?:the|a|an|his|her|their) )?\w+(?: \w+)?)\s+(?:(?:late|early)\s+)?(?:on\s+)?$"
)


@rule(
    "<ordinal> last final",
    r"(?:{ordinal}|last|final) {weekday} (?:in|of) (?:{month}(?:,? {year})?|(?:(?P<which>this|next|last|the|each|every)"
    r" )?month\b)",
)
def nth(match: Match[str], context: Context) -> Timex | None:
    """ "the third Sunday of June": a day; "the first Monday of the month" is a set."""
    count = ordinal_number(match["ordinal"]) if match["ordinal"] else -1
    wanted, anchor = weekday_number(match["weekday"]), context.anchor.day
    if match["month"] is None:
        return Timex(SET, f"XXXX-WXX-{wanted}") if (match["which"] or "") in {"the", "each", "every"} else None
    month = month_number(match["month"])
    if match["year"]:
        year = int(match["year"])
    elif anchor is None:
        return Timex(DATE, f"XXXX-{month:02}")
    else:
        year = year_choice.year_of(anchor, month, 0, context.direction(match))
    day = nth_weekday(year, month, wanted, count) if count < 6 and 0 < year < 9999 else None
    return Timex(DATE, day.isoformat()) if day and day.month == month else None


@rule("<weekday>", r"{weekday},? the (?P<day>\d{1,2})(?:st|nd|rd|th)\b")
def with_day(match: Match[str], context: Context) -> Timex | None:
    """ "Friday the 13th": the nearest such day, before the anchor unless the sentence is about the future."""
    wanted, number, anchor = weekday_number(match["weekday"]), int(match["day"]), context.anchor.day
    if anchor is None or context.anchor.unit != "day" or not 0 < number < 32:
        return Timex(DATE, f"XXXX-WXX-{wanted}")
    step = 1 if context.direction(match) > 0 else -1
    for months in range(30):
        index = 12 * anchor.year + anchor.month - 1 + step * months
        day = valid_day(index // 12, index % 12 + 1, number)
        if day and day.isoweekday() == wanted and (day - anchor).days * step >= 0:
            return Timex(DATE, day.isoformat())
    return None


@rule("<weekday>", r"{weekday}(?:,? {part})?")
@rule(
    "last past this next previous coming",
    r"(?P<which>this past|this coming|last|past|this|next|previous|coming) {weekday}(?:,? {part})?",
)
def weekday(match: Match[str], context: Context) -> Timex | None:
    """A day of the week, with its part where one follows; "Monday night" is 2000-01-03TNI."""
    groups = match.groupdict()
    anchor, wanted = context.anchor.day, weekday_number(groups["weekday"])
    part = PARTS_OF_DAY[groups["part"].lower().rstrip("s")] if groups["part"] else ""
    kind = TIME if part else DATE
    if (groups["part"] or "").lower().endswith("s"):
        return Timex(SET, f"XXXX-WXX-{wanted}{part}")
    if not_times.is_name_with_weekday(match, context):
        return None
    if _EVERY.search(context.before(match, 48)):
        return Timex(SET, f"XXXX-WXX-{wanted}{part}")
    if anchor is None or context.anchor.unit != "day":
        return Timex(kind, f"XXXX-WXX-{wanted}{part}")
    which = (groups.get("which") or "").lower()
    if which in {"next", "this coming", "coming"}:
        days = (wanted - anchor.isoweekday()) % 7 or 7
    elif which in {"last", "past", "this past", "previous"}:
        days = -((anchor.isoweekday() - wanted) % 7 or 7)
    elif which == "this":
        days = (wanted - anchor.isoweekday()) % 7
    else:
        if begins := _range_begin(match, context):
            return Timex(kind, (begins + timedelta(days=(wanted - begins.isoweekday()) % 7)).isoformat() + part)
        tense = context.direction(match)
        if (
            tense > 0
            and re.match(r"['’]s\b", context.after(match))
            and not re.search(r"until $|by $", context.before(match))
        ):
            tense = 0  # "Wednesday's ruling" is mostly past, even in a sentence about the future.
        chosen = year_choice.weekday(anchor, wanted, tense, is_past=_is_past(match, context))
        days = (chosen - anchor).days
    value = context.anchor.shift("day", days)
    return Timex(kind, value + part)


def _is_past(match: Match[str], context: Context) -> bool:
    """True if a weekday cannot be in the future: it counts from the date said, or a verb in the past tense governs it.

    Among verbs right before it, only those of saying count: "headed Tuesday", written on a Monday, is in the future.
    """
    before = context.before(match, 40)
    if context.in_quotation or _SAID.search(before):
        return True
    return (not before or before.endswith("on ")) and context.past_governs(match)


def _range_begin(match: Match[str], context: Context) -> date | None:
    """Return the first day of a range of weekdays that ends with the match: "Monday through Thursday"."""
    span = context.memory.span
    if not re.fullmatch(r"\s*(?:through|thru|to|until|-|–|—)\s*", context.text[span[1] : match.start()]):
        return None
    return first_day(context.memory.day) if context.memory.by_span.get(span, "")[:10] == context.memory.day else None


@rule("<weekday>", r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b(?:,? {part})?")
def weekdays(match: Match[str], context: Context) -> Timex | None:
    """ "Mondays": every one of them."""
    part = PARTS_OF_DAY[match["part"].lower().rstrip("s")] if match["part"] else ""
    return Timex(SET, f"XXXX-WXX-{weekday_number(match[0].split()[0].rstrip(',')[:-1])}{part}")
