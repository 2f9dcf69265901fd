"""Which year, or which week, an incomplete date means: takes its parts, the anchor and the tense, gives the day chosen.

News leaves out what its reader knows: "Nov. 9" is the one near the day of printing, before it in a sentence about what
was, after it in one about what will be.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

# A bare date in the past tense may lie up to this many months back; beyond, it is rather the one soon to come (set on
# AQUAINT and half of TimeBank: 9 to 10 months are equally good).
_MONTHS_BACK = 9
# Where no verb says it may lie as far back as ahead, and one month more: reports list months without any verb.
_MONTHS_BACK_OPEN = 7
NEARER = 6
"""As far back as ahead: for a season that no verb in the past tense governs."""
ALWAYS = 12
"""However far back: for what a verb in the past tense governs ("sank in March", told in February)."""


def year_of(anchor: date, month: int, day: int, direction: int, *, most_back: int = 0) -> int:
    """The year of a month and day (day 0: the whole month) that a text printed on `anchor` leaves out.

    `most_back` is how many months it may lie back where the sentence does not speak of the future; 0: set by the tense.
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


def weekday(anchor: date, wanted: int, direction: int, *, told: bool = False) -> date:
    """The day that a text printed (or words spoken) on `anchor` means by a weekday's bare name, that day included.

    `told` where a verb in the past tense governs it, or it counts from the day it was spoken.
    """
    back = (anchor.isoweekday() - wanted) % 7
    if not back:
        return anchor
    if direction > 0:
        return anchor + timedelta(days=7 - back)
    # Else tomorrow rather than six days ago: print calls that day "last Tuesday", and is written for the morrow.
    return anchor - timedelta(days=back) if back < 6 or (told and direction) else anchor + timedelta(days=1)


def near(anchor: date, on: Callable[[int], date], direction: int, *, every: int = 1, told: bool = False) -> date:
    """The occurrence of a yearly day (a feast) meant: the nearest one in the direction, else the nearest of all.

    `told` where the words themselves give the direction ("last Christmas"); a verb in the past tense does not reach
    further back than for months. `every` 2 leaves out odd years, for a day that comes in even ones (Election Day).
    """
    days = [on(year) for year in range(anchor.year - 2, anchor.year + 3) if year % every == 0]
    if direction > 0:
        return min((d for d in days if d >= anchor), key=lambda d: d - anchor)
    if direction < 0:
        past = max(d for d in days if d <= anchor)
        if told or 12 * (anchor.year - past.year) + anchor.month - past.month <= _MONTHS_BACK * every:
            return past
    return min(days, key=lambda d: abs(d - anchor))


def two_digits(short: int, anchor: date | None) -> int:
    """The year that two digits mean: the latest that is at most 30 years after the anchor (or after 2000)."""
    around = anchor.year if anchor else 2000
    return max(year for year in range(short, 3000, 100) if year <= around + 30)


def quarter_year(anchor: date, nth: int, direction: int) -> int:
    """The year of a quarter that a text leaves out: the latest that has begun, or in the future the next to end.

    What is expected of the quarter just over are its figures, so that one stays where the sentence looks forward.
    """
    back = ((anchor.month + 2) // 3 - nth) % 4
    begun = anchor.year - (3 * nth - 2 > anchor.month)
    return begun + 1 if direction > 0 and back > 1 else begun
