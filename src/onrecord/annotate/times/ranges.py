"""The year that the dates of a range or a list share: "from January to March 1988", "from Dec. 3, 2019, to Jan. 5".

A date without a year takes it from the date before or after it.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import year_choice
from onrecord.annotate.times.context import Context
from onrecord.annotate.times.grammar.patterns import MONTH_NAMES, expand, month_number
from onrecord.annotate.times.values import first_day

YEAR_STEPS = {"last": -1, "this": 0, "next": 1}
_TO = r"(?:,? (?:to|through|until|and|or) | ?[-–—] ?)"
_DAY = r"(?: \d{1,2}(?:st|nd|rd|th)?(?!\d))?"
# "Oct. 3-5, 1990"; "January to March 1988"; "May, June and July last year".
_AHEAD = expand(
    rf"(?:{_TO}\d{{1,2}}(?:st|nd|rd|th)?|(?:, {{between=month}}{_DAY})?(?:{_TO}|, ){{month}}{_DAY})"
    r",? (?:of )?(?:{year}|(?P<relative>last|this|next) year\b)"
)
_MONTH_AFTER = expand(r"(?: (?:to|through|until) | ?[-–—] ?){month}(?! ?\d)")
_BETWEEN = re.compile(r",?\s*(?:to|through|until|-|–|—)\s*")
_OR = re.compile(r"\s*(?:,|,?\s*(?:and|or)(?:\s+(?:in|on))?)\s*")
_MONTH_IN = re.compile(rf"(?:{MONTH_NAMES})\b", re.I)
_LISTED = re.compile(rf"\b(?:{MONTH_NAMES})\.?(?: \d\d?,)?(?:,| and| or| to| through|,? and|\s?[-–])\s*$", re.I)
_LIST = re.compile(rf"(?:,| and| or| to| through|\s?[-–])\s?(?:{MONTH_NAMES})\b", re.I)


def year_of_range(match: Match[str], context: Context, month: int, day: int) -> int:
    """Return the year of a month and day (31 for a whole month) in a range or a list; 0 if they are in none."""
    return _ahead(match, context, month) or _behind(match, context, month, day) or _to_month(match, context, month)


def _to_month(match: Match[str], context: Context, month: int) -> int:
    """Return the year of the beginning of a range without any year: the end is chosen, the beginning follows."""
    end = _MONTH_AFTER.match(context.text, match.end(), min(context.end, match.end() + 24))
    if end is None or context.anchor.day is None:
        return 0
    then = month_number(end["month"])
    direction = context.direction(match) or context.direction(end)
    return year_choice.year_of(context.anchor.day, then, 0, direction) - (then < month)


def _ahead(match: Match[str], context: Context, month: int) -> int:
    ahead = _AHEAD.match(context.text, match.end(), min(context.end, match.end() + 60))
    if ahead is None:
        return 0
    if ahead["year"]:
        year = int(ahead["year"])
    elif context.anchor.day:
        year = context.anchor.day.year + YEAR_STEPS[ahead["relative"].lower()]
    else:
        return 0
    return year - bool(ahead["month"] and month_number(ahead["month"]) < month)


def _behind(match: Match[str], context: Context, month: int, day: int) -> int:
    span = context.memory.span
    first = first_day(context.memory.by_span.get(span, ""))
    if first is None or not _MONTH_IN.search(context.text[span[0] : span[1]]):
        return 0
    between = context.text[span[1] : match.start()]
    if _BETWEEN.fullmatch(between):
        return first.year + ((month, day) < (first.month, first.day))
    # A list goes forward; "in November and January" is left to the tense, and so is one that would end in the future.
    today = context.anchor.day
    if not _OR.fullmatch(between) or month <= first.month or today is None:
        return 0
    return first.year if (first > today) or (first.year, month) <= (today.year, today.month) else 0


def in_list(match: Match[str], context: Context) -> bool:
    """True if other names of months are next to this one: "March, April and May"."""
    return bool(_LISTED.search(context.before(match)) or _LIST.match(context.after(match)))
