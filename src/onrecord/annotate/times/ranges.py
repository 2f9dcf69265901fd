"""The year that a range or a list shares: "from January to March 1988", "from Dec. 3, 2019, to Jan. 5".

Takes the match of a date without its year; gives the year that the date before or behind it lends, else 0.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import year_choice
from onrecord.annotate.times.context import Scene
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


def year_of_range(match: Match[str], scene: Scene, month: int, day: int) -> int:
    """The year for a month and day (31 for a whole month) that stand in a range or a list; 0 where they do not."""
    return _ahead(match, scene, month) or _behind(match, scene, month, day) or _to_month(match, scene, month)


def _to_month(match: Match[str], scene: Scene, month: int) -> int:
    """The year of a range's beginning where its end has none either: the end is chosen, the beginning follows."""
    end = _MONTH_AFTER.match(scene.text, match.end(), min(scene.end, match.end() + 24))
    if end is None or scene.anchor.day is None:
        return 0
    then = month_number(end["month"])
    direction = scene.direction(match) or scene.direction(end)
    return year_choice.year_of(scene.anchor.day, then, 0, direction) - (then < month)


def _ahead(match: Match[str], scene: Scene, month: int) -> int:
    ahead = _AHEAD.match(scene.text, match.end(), min(scene.end, match.end() + 60))
    if ahead is None:
        return 0
    if ahead["year"]:
        year = int(ahead["year"])
    elif scene.anchor.day:
        year = scene.anchor.day.year + YEAR_STEPS[ahead["relative"].lower()]
    else:
        return 0
    return year - bool(ahead["month"] and month_number(ahead["month"]) < month)


def _behind(match: Match[str], scene: Scene, month: int, day: int) -> int:
    span = scene.memory.span
    first = first_day(scene.memory.by_span.get(span, ""))
    if first is None or not _MONTH_IN.search(scene.text[span[0] : span[1]]):
        return 0
    between = scene.text[span[1] : match.start()]
    if _BETWEEN.fullmatch(between):
        return first.year + ((month, day) < (first.month, first.day))
    # A list goes forward; "in November and January" is left to the tense, and so is one that would end in the future.
    printed = scene.anchor.day
    if not _OR.fullmatch(between) or month <= first.month or printed is None:
        return 0
    return first.year if (first > printed) or (first.year, month) <= (printed.year, printed.month) else 0


def in_list(match: Match[str], scene: Scene) -> bool:
    """Whether other names of months stand beside this one: "March, April and May"."""
    return bool(_LISTED.search(scene.before(match)) or _LIST.match(scene.after(match)))
