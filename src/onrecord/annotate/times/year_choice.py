"""The year or the week of an incomplete date, chosen by its anchor and the tense around it.

News leaves out what its readers know: "Nov. 9" is the one near the publication date, before it in a sentence about the
past, after it in one about the future.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

# The most months back that a bare date in the past tense may be; beyond, it is rather the next one to come (chosen on
# AQUAINT and half of TimeBank: 9 to 10 months are equally good).
_MONTHS_BACK = 9
# Without a verb, one month further back than ahead: reports list months without any verb.
_MONTHS_BACK_OPEN = 7
NEARER = 6
"""Months back for a season that no verb in the past tense governs: as far back as ahead."""
ALWAYS = 12
"""Months back for what a verb in the past tense governs ("sank in March", published in February): no limit."""


def year_of(anchor: date, month: int, day: int, direction: int, *, most_back: int = 0) -> int:
    """Return the year of a month and day (day 0: the whole month) written on `anchor` without a year.

    `most_back` is the number of months it may be back in a sentence that is not about the future; 0: chosen by tense.
    """
    if month == anchor.month:
        if day and direction > 0 and day < anchor.day - 20:
            return anchor.year + 1
        return anchor.year
    past = anchor.year if month < anchor.month else anchor.year - 1
    back = (anchor.year - past) * 12 + anchor.month - month
    if direction > 0:
        return past + 1
    most_back = most_back or (_MONTHS_BACK if direction else _MONTHS_BACK_OPEN)
    return past if back <= most_back else past + 1


def weekday(anchor: date, wanted: int, direction: int, *, is_past: bool = False) -> date:
    """Return the day meant by a weekday's bare name, written or said on `anchor`: `anchor` itself if it is one.

    `is_past` if a verb in the past tense governs it, or it counts from the date said.
    """
    back = (anchor.isoweekday() - wanted) % 7
    if not back:
        return anchor
    if direction > 0:
        return anchor + timedelta(days=7 - back)
    # Else tomorrow rather than six days ago: newspapers call that day "last Tuesday", and are written for the next day.
    return anchor - timedelta(days=back) if back < 6 or (is_past and direction) else anchor + timedelta(days=1)


def nearest(anchor: date, on: Callable[[int], date], direction: int, *, every: int = 1, explicit: bool = False) -> date:
    """Return the occurrence of a yearly day (a feast) that is meant: the nearest in the direction, else the nearest.

    `explicit` if the words themselves give the direction ("last Christmas"); a verb in the past tense reaches no
    further back than for months. `every` 2 leaves out odd years, for a day of even ones (Election Day).
    """
    days = [on(year) for year in range(anchor.year - 2, anchor.year + 3) if year % every == 0]
    if direction > 0:
        return min((d for d in days if d >= anchor), key=lambda d: d - anchor)
    if direction < 0:
        past = max(d for d in days if d <= anchor)
        if explicit or 12 * (anchor.year - past.year) + anchor.month - past.month <= _MONTHS_BACK * every:
            return past
    return min(days, key=lambda d: abs(d - anchor))


def two_digits(short: int, anchor: date | None) -> int:
    """Return the year that two digits mean: the last that is at most 30 years after the anchor (or after 2000)."""
    around = anchor.year if anchor else 2000
    return max(year for year in range(short, 3000, 100) if year <= around + 30)


def quarter_year(anchor: date, nth: int, direction: int) -> int:
    """Return the year of a quarter written without one: the last that has begun, or in the future the next to end.

    The quarter that is just over stays even in a sentence about the future: its figures are what is expected.
    """
    back = ((anchor.month + 2) // 3 - nth) % 4
    begun = anchor.year - (3 * nth - 2 > anchor.month)
    return begun + 1 if direction > 0 and back > 1 else begun
