"""Days of the week: "Friday", "Monday night", "last Wednesday", "Monday through Thursday", "Sundays"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from re import Match

from onrecord.annotate.times import choosing, friends
from onrecord.annotate.times.calendar import first_day
from onrecord.annotate.times.pieces import weekday_number
from onrecord.annotate.times.rules import Rulebook
from onrecord.annotate.times.scene import DATE, SET, TIME, Found, Scene
from onrecord.annotate.times.tables import (
    PARTS_OF_DAY,
)

BOOK = Rulebook()
rule = BOOK.rule


@rule("<weekday>", r"{weekday}(?:,? {part})?")
@rule(
    "last past this next previous coming",
    r"(?P<which>this past|this coming|last|past|this|next|previous|coming) {weekday}(?:,? {part})?",
)
def weekday(match: Match[str], scene: Scene) -> Found | None:
    """A day of the week, with its part where one follows; "Monday night" is 2000-01-03TNI."""
    groups = match.groupdict()
    anchor, wanted = scene.anchor.day, weekday_number(groups["weekday"])
    part = PARTS_OF_DAY[groups["part"].lower().rstrip("s")] if groups["part"] else ""
    kind = TIME if part else DATE
    if (groups["part"] or "").lower().endswith("s"):
        return Found(SET, f"XXXX-WXX-{wanted}{part}")
    if friends.name_with_weekday(match, scene):
        return None
    if anchor is None or scene.anchor.unit != "day":
        return Found(kind, f"XXXX-WXX-{wanted}{part}")
    which = (groups.get("which") or "").lower()
    if which in {"next", "this coming", "coming"}:
        days = (wanted - anchor.isoweekday()) % 7 or 7
    elif which in {"last", "past", "this past", "previous"}:
        days = -((anchor.isoweekday() - wanted) % 7 or 7)
    elif which == "this":
        days = (wanted - anchor.isoweekday()) % 7
    else:
        if begins := _range_begin(match, scene):
            return Found(kind, (begins + timedelta(days=(wanted - begins.isoweekday()) % 7)).isoformat() + part)
        tense = scene.direction(match)
        if (
            tense > 0
            and re.match(r"['’]s\b", scene.after(match))
            and not re.search(r"until $|by $", scene.before(match))
        ):
            tense = 0  # "Wednesday's ruling" is mostly one that was, whatever the sentence looks forward to.
        chosen = choosing.weekday(anchor, wanted, tense, spoken=scene.spoken)
        days = (chosen - anchor).days
    value = scene.anchor.shift("day", days)
    return Found(kind, value + part)


def _range_begin(match: Match[str], scene: Scene) -> date | None:
    """The day that begins a range of weekdays which the match ends: "Monday through Thursday"."""
    span = scene.memory.span
    if not re.fullmatch(r"\s*(?:through|thru|to|until|-|–|—)\s*", scene.text[span[1] : match.start()]):
        return None
    return first_day(scene.memory.day) if scene.memory.by_span.get(span, "")[:10] == scene.memory.day else None


@rule("<weekday>", r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days)\b(?:,? {part})?")
def weekdays(match: Match[str], scene: Scene) -> Found | None:
    """ "Mondays": every one of them."""
    part = PARTS_OF_DAY[match["part"].lower().rstrip("s")] if match["part"] else ""
    return Found(SET, f"XXXX-WXX-{weekday_number(match[0].split()[0].rstrip(',')[:-1])}{part}")
