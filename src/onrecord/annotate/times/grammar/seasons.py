"""Seasons and feasts: "last fall", "the summer of 1998", "Thanksgiving Day", "Election Day", "Easter"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from re import Match

from onrecord.annotate.times import not_times, year_choice
from onrecord.annotate.times.context import DATE, Context, Timex
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import (
    EASTER_FEASTS,
    FIXED_FEASTS,
    OTHER_FEASTS,
    SEASONS,
    WEEKDAY_FEASTS,
)
from onrecord.annotate.times.values import feast, moved

BOOK = Rulebook()
rule = BOOK.rule
FEASTS = sorted({*FIXED_FEASTS, *WEEKDAY_FEASTS, *EASTER_FEASTS, *OTHER_FEASTS}, key=len, reverse=True)
OPENS = " ".join({re.split(r"\W", name)[0] for name in FEASTS})
FEAST = "|".join(re.escape(name).replace(r"\ ", " ").replace(r"\.", r"\.?") for name in FEASTS)


@rule("<season>", r"{season}(?:,? (?:of )?{year})" + "|" + r"(?P<bare>spring|summer|autumn|winter|fall)\b")
def season(match: Match[str], context: Context) -> Timex | None:
    """ "the summer of 1998"; a bare season needs an article or a preposition, and "fall" must not be a verb."""
    if match["season"]:
        return Timex(DATE, f"{match['year']}-{SEASONS[match['season'].lower()]}")
    word = match["bare"].lower()
    if not_times.is_not_season(match, context):
        return None
    anchor = context.anchor.day
    if anchor is None:
        return Timex(DATE, f"XXXX-{SEASONS[word]}")
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[SEASONS[word]]
    most_back = 0 if context.past_governs(match) else year_choice.NEARER
    year = year_choice.year_of(anchor, middle, 0, context.direction(match), most_back=most_back)
    year -= SEASONS[word] == "WI"
    return Timex(DATE, f"{year:04}-{SEASONS[word]}")


@rule(
    "last past this next previous coming",
    r"(?P<which>this past|this coming|last|past|this|next|previous|coming) {season}",
)
def which_season(match: Match[str], context: Context) -> Timex | None:
    """ "last fall"; a winter belongs to the year in which it begins."""
    anchor, code = context.anchor.day, SEASONS[match["season"].lower()]
    if anchor is None:
        return Timex(DATE, f"XXXX-{code}")
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    current = anchor.year if anchor.month >= begins else anchor.year - 1
    ended = anchor.month >= begins + 3 or anchor.month < begins if code != "WI" else 3 <= anchor.month < 12
    which = match["which"].lower()
    if which in {"next", "coming", "this coming"}:
        year = current + 1
    elif which == "this":
        year = anchor.year if code != "WI" or anchor.month > 2 else anchor.year - 1
    elif which in {"this past", "past"}:
        year = current
    else:
        year = current if ended else current - 1
    return Timex(DATE, f"{year:04}-{code}")


@rule(OPENS, rf"(?P<feast>{FEAST})\b(?: (?P<week>weekend|week)\b)?(?:,? {{year}})?")
@rule("last next this", rf"(?P<which>last|next|this) (?P<feast>{FEAST})\b(?: (?P<week>weekend|week)\b)?")
def holiday(match: Match[str], context: Context) -> Timex | None:
    """A feast in the year that is named or that the tense chooses; "Labor Day weekend" is the one next to it."""
    groups = match.groupdict()
    name = re.sub(r"\s+", " ", groups["feast"].lower().replace("’", "'"))
    name = name if name in FEASTS else name.replace("st ", "st. ").replace("jr day", "jr. day")
    if not groups["feast"][0].isupper() and name != "fourth of july":
        return None
    anchor = context.anchor.day
    if groups.get("year"):
        day = feast(name, int(groups["year"]))
    elif anchor is None:
        month_and_day = FIXED_FEASTS.get(name)
        return Timex(DATE, "XXXX-{:02}-{:02}".format(*month_and_day) if month_and_day else "XXXX-XX-XX")
    elif 1585 <= anchor.year < 9997:
        day = _nearest(name, anchor, (groups.get("which") or "").lower(), context.direction(match))
    else:
        return None
    if not groups["week"]:
        return Timex(DATE, day.isoformat())
    if groups["week"].lower() == "week":
        return Timex(DATE, moved(day, "week", 0) or "XXXX-WXX")
    # The Saturday nearest to the feast: two days before a Monday, two after a Thursday.
    saturday = day + timedelta(days=(6 - day.isoweekday() + 3) % 7 - 3)
    return Timex(DATE, moved(saturday, "weekend", 0) or "XXXX-WXX-WE")


def _nearest(name: str, anchor: date, which: str, direction: int) -> date:
    tense = {"last": -1, "next": 1}.get(which, direction)
    every = 2 if name == "election day" else 1
    return year_choice.nearest(
        anchor, lambda year: feast(name, year), tense, every=every, explicit=which in {"last", "next"}
    )
