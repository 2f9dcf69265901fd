"""The year that a range or a list shares: "from January to March 1988", "from Dec. 3, 2019, to Jan. 5".

Takes the match of a date without its year; gives the year that the date before or behind it lends, else 0.
"""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times.calendar import first_day
from onrecord.annotate.times.pieces import MONTH_NAMES, expand, month_number
from onrecord.annotate.times.scene import Scene

YEAR_STEPS = {"last": -1, "this": 0, "next": 1}
_TO = r"(?:,? (?:to|through|until|and|or) | ?[-–—] ?)"
_DAY = r"(?: \d{1,2}(?:st|nd|rd|th)?(?!\d))?"
# "Oct. 3-5, 1990"; "January to March 1988"; "May, June and July last year".
_AHEAD = expand(
    rf"(?:{_TO}\d{{1,2}}(?:st|nd|rd|th)?|(?:, {{between=month}}{_DAY})?(?:{_TO}|, ){{month}}{_DAY})"
    r",? (?:of )?(?:{year}|(?P<relative>last|this|next) year\b)"
)
_BETWEEN = re.compile(r",?\s*(?:to|through|until|and|-|–|—)\s*")
_LISTED = re.compile(rf"\b(?:{MONTH_NAMES})\.?(?: \d\d?,)?(?:,| and| or| to| through|,? and|\s?[-–])\s*$", re.I)
_LIST = re.compile(rf"(?:,| and| or| to| through|\s?[-–])\s?(?:{MONTH_NAMES})\b", re.I)


def year_of_range(match: Match[str], scene: Scene, month: int, day: int) -> int:
    """The year for a month and day (31 for a whole month) that stand in a range or a list; 0 where they do not."""
    return _ahead(match, scene, month) or _behind(match, scene, month, day)


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
    named = re.search(r"\d{4}$", scene.text[span[0] : span[1]])
    if first is None or not (named or day < 31) or not _BETWEEN.fullmatch(scene.text, span[1], match.start()):
        return 0
    return first.year + ((month, day) < (first.month, first.day))


def in_list(match: Match[str], scene: Scene) -> bool:
    """Whether other names of months stand beside this one: "March, April and May"."""
    return bool(_LISTED.search(scene.before(match)) or _LIST.match(scene.after(match)))
