"""Calendar months: "in March", "October 1984", "last May", "January nineteen ninety-seven"."""

from __future__ import annotations

from re import Match

from onrecord.annotate.times import not_times, year_choice
from onrecord.annotate.times.context import DATE, Context, Timex
from onrecord.annotate.times.grammar.days import RELATIVE_YEAR
from onrecord.annotate.times.grammar.patterns import day_number, month_number, number_below_hundred
from onrecord.annotate.times.grammar.rule import Rulebook
from onrecord.annotate.times.grammar.vocabulary import DOUBTFUL_MONTHS
from onrecord.annotate.times.ranges import YEAR_STEPS, in_list, year_of_range
from onrecord.annotate.times.year_choice import two_digits
from onrecord.dates.edtf import valid_day

BOOK = Rulebook()
rule = BOOK.rule


@rule("<month>", r"{month}(?:,? (?:of )?{year}| '(?P<short>\d\d)\b)?" + RELATIVE_YEAR)
def month_only(match: Match[str], context: Context) -> Timex | None:
    """A month; the tense chooses a missing year. "May" and "March" alone need a cue that they are months."""
    month = month_number(match["month"])
    if match["year"] or match["short"]:
        year = int(match["year"] or two_digits(int(match["short"]), context.anchor.day))
        return Timex(DATE, f"{year:04}-{month:02}")
    word = match["month"].lower().rstrip(".")
    doubtful = word in DOUBTFUL_MONTHS or len(word) == 3
    if doubtful and not match["relative"] and not in_list(match, context) and not_times.is_not_month(match, context):
        return None
    if not_times.is_persons_name(match, context):
        return None
    if match["relative"] and context.anchor.day:
        year = context.anchor.day.year + YEAR_STEPS[match["relative"].lower()]
    elif shared := year_of_range(match, context, month, 31):
        year = shared
    elif context.anchor.day is None:
        return Timex(DATE, f"XXXX-{month:02}")
    else:
        most_back = year_choice.ALWAYS if context.past_governs(match) else 0
        year = year_choice.year_of(context.anchor.day, month, 0, context.direction(match), most_back=most_back)
    return Timex(DATE, f"{year:04}-{month:02}")


@rule("last next", r"(?P<which>last|next) {month} {day}(?!,? {year})")
def which_day(match: Match[str], context: Context) -> Timex | None:
    """ "next June 30": the first one after the anchor; "last June 30" the last one before it."""
    anchor, month, day = context.anchor.day, month_number(match["month"]), day_number(match["day"])
    if anchor is None:
        return Timex(DATE, f"XXXX-{month:02}-{day:02}")
    if match["which"].lower() == "next":
        year = anchor.year + ((month, day) <= (anchor.month, anchor.day))
    else:
        year = anchor.year - ((month, day) >= (anchor.month, anchor.day))
    then = valid_day(year, month, day)
    return Timex(DATE, then.isoformat()) if then else None


@rule(
    "last past this next previous coming",
    r"(?P<which>last|past|this past|this|next|previous|coming) {month}(?!\w|\.? ?\d)",
)
def which_month(match: Match[str], context: Context) -> Timex | None:
    """ "last May" is the last May that is over, "next May" the next one, "this May" the one of this year."""
    anchor, month = context.anchor.day, month_number(match["month"])
    if anchor is None:
        return Timex(DATE, f"XXXX-{month:02}")
    which = match["which"].lower()
    if which == "this":
        year = anchor.year
    elif which in {"next", "coming"}:
        year = anchor.year + (month <= anchor.month)
    else:
        year = anchor.year - (month >= anchor.month)
    return Timex(DATE, f"{year:04}-{month:02}")


@rule(
    "<month>",
    r"{month},? (?P<tens>nineteen|twenty)(?: |-)(?P<rest>\w+(?:[ -](?:one|two|three|four|five|six|seven|eight"
    r"|nine))?)\b",
)
def month_year_in_words(match: Match[str], context: Context) -> Timex | None:
    """ "January nineteen ninety-seven"."""
    rest = number_below_hundred(match["rest"])
    if rest is None:
        return None
    century = 19 if match["tens"].lower() == "nineteen" else 20
    return Timex(DATE, f"{century}{rest:02}-{month_number(match['month']):02}")
