"""Checks of an article's own dates against its text and against each other.

Three contradictions: a weekday that does not fit its date in the year of publication ("Saturday, Feb. 21" in 2021 was
a Sunday), a past event dated after publication, and page dates in an impossible order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.annotate.times.grammar.patterns import (
    PIECES,
    day_number,
    month_number,
    weekday_number,
)
from onrecord.annotate.times.tense import direction
from onrecord.dates.calendar_names import WEEKDAY_NAMES
from onrecord.dates.edtf import day_of, valid_day
from onrecord.model import Article, Doubt, DoubtKind, Span, Time

_NAMED_DAY = re.compile(
    rf"(?P<weekday>{PIECES['weekday']}|{PIECES['shortday']}),?\s{{1,3}}(?:the\s)?"
    rf"(?:(?P<month>{PIECES['month']})\s{{1,3}}(?P<day>{PIECES['day']})|(?P<first>{PIECES['day']})\s(?:of\s)?"
    rf"(?P<then>{PIECES['month']}))(?:,?\s(?P<year>{PIECES['year']}))?"
)
_YEAR = re.compile(r"\b\d{4}\b")
# Difference in days that time zones explain: a text may be written on one day and published on the next.
_A_DAY = 1


def check_dates(article: Article, times: Sequence[Time], sentences: Sequence[Span]) -> tuple[Doubt, ...]:
    """Return the doubts about the article's dates: those in the text, in its order, then those between the dates."""
    published = day_of(article.published.value) if article.published else None
    found = (
        []
        if published is None
        else [*_weekdays(article.text, published), *_later(article.text, times, sentences, published)]
    )
    return (*sorted(found, key=lambda doubt: doubt.span or (0, 0)), *_order(article))


def _weekdays(text: str, published: date) -> Iterator[Doubt]:
    """Yield a doubt for each weekday that does not fit its date in the year given, or in any around publication."""
    for match in _NAMED_DAY.finditer(text):
        month = month_number(match["month"] or match["then"])
        day = day_number(match["day"] or match["first"])
        stated = weekday_number(match["weekday"])
        years = [int(match["year"])] if match["year"] else [published.year, published.year - 1, published.year + 1]
        days = [found for year in years if (found := valid_day(year, month, day))]
        if days and all(found.isoweekday() != stated for found in days):
            was = WEEKDAY_NAMES[days[0].weekday()].capitalize()
            reason = f"“{match[0]}” does not fit: {days[0].day} {days[0]:%B %Y} was a {was}"
            yield Doubt(DoubtKind.WEEKDAY, reason, span=match.span())


def _later(text: str, times: Sequence[Time], sentences: Sequence[Span], published: date) -> Iterator[Doubt]:
    """Yield a doubt for each date after publication, with a year, that the text describes as past."""
    for time in times:
        words = text[slice(*time.span)]
        day = day_of(time.edtf)
        if day is None or not _YEAR.search(words) or (day - published).days <= _A_DAY:
            continue
        sentence = sentences[bisect_right(sentences, (time.span[0], len(text))) - 1]
        if direction(text, sentence, time.span) < 0:
            reason = f"the text tells of {words} as past, which is after the day of printing"
            yield Doubt(DoubtKind.LATER, reason, span=time.span)


def _order(article: Article) -> Iterator[Doubt]:
    """Yield a doubt for each date that cannot follow another: modified before published, captured before either.

    Doubts that the page itself already raised are not repeated.
    """
    raised = {(doubt.kind, doubt.about) for doubt in article.doubts}
    dates = [(name, getattr(article, name)) for name in ("published", "modified", "captured")]
    known = [(name, dated.day) for name, dated in dates if dated is not None]
    for number, (name, day) in enumerate(known):
        for earlier, before in known[:number]:
            length = min(len(day), len(before))
            if day[:length] < before[:length] and _are_apart(day, before):
                reason = f"{name} {day} is before {earlier} {before}"
                kind, about = (DoubtKind.FUTURE, earlier) if name == "captured" else (DoubtKind.DISAGREEMENT, name)
                if (kind, about) not in raised:
                    yield Doubt(kind, reason, about)


def _are_apart(value: str, other: str) -> bool:
    """True if two days are further apart than a time zone explains, or if dates without a day differ at all."""
    first, second = day_of(value), day_of(other)
    return first is None or second is None or abs((first - second).days) > _A_DAY
