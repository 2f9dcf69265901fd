"""The date that the reporting sentence of a quotation states, or the time stamp of a post.

Candidates are the expressions in the same sentence, outside the quotation, for a day, week, month or year that is named
or can be computed; the one nearest to the cue wins. An expression that modifies another verb ("who left in 2015",
"after Monday's vote", "since June") says nothing about when it was said (`time_attachment`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.dating.quotation_context import STAMP_WITHIN, Report
from onrecord.annotate.dating.time_attachment import is_in_content, modifies_cue
from onrecord.annotate.times.values import first_day
from onrecord.model import Quotation, Said, Time

_DATED = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?|-2[1-4]|-W\d{2})?(?:T.*)?")
_STAMP = re.compile(r"\(@\w+\)[\s,·-]*$")


def stated_date(report: Report, times: Sequence[Time], quotations: Sequence[Quotation], published: str) -> Said | None:
    """Return the date that the reporting sentence states, or a post's time stamp; `times` are in text order."""
    if post := _stamp(report, times):
        return post
    if not report.may_be_dated:
        return None
    fit = [
        time
        for time in times
        if report.sentence[0] <= time.span[0] < report.sentence[1]
        and _DATED.fullmatch(time.edtf)
        and (report.is_one_act or len(time.edtf) >= 10)
        and not is_after_publication(time, published)
        and not is_in_content(report, time, quotations)
        and modifies_cue(report, time)
    ]
    nearest = min(fit, key=lambda time: max(time.span[0] - report.at[1], report.at[0] - time.span[1], 0), default=None)
    return Said(_value(nearest), (nearest.span,), "stated") if nearest else None


def is_after_publication(time: Time, published: str) -> bool:
    """True if an expression names a day after the publication date: nothing can have been said on it."""
    day, today = first_day(time.edtf), first_day(published)
    return bool(day and today and len(published) >= 10 and day > today)


def _value(time: Time) -> str:
    """Return the date without its time; for a season, its year: "this spring" does not mean every day of it."""
    value = time.edtf.partition("T")[0]
    return value[:4] if re.fullmatch(r"\d{4}-2[1-4]", value) else value


def _stamp(report: Report, times: Sequence[Time]) -> Said | None:
    """Return the time stamp under a post: "— Jane Doe (@janedoe) February 20, 2021"."""
    last = max(end for _, end in (*report.quotation.content, *report.quotation.source))
    for time in times:
        stamped = _STAMP.search(report.text, max(0, time.span[0] - 40), time.span[0])
        if time.edtf and stamped and last <= time.span[0] <= last + STAMP_WITHIN:
            return Said(_value(time), (time.span,), "post")
    return None
