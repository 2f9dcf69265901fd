"""The order of day and month in dates written in figures: is 3/4/2020 in March or in April?

The first clue that points to only one order decides: another date in figures that has one reading (30/9/2020), dates in
words (3 April 2020; April 3, 2020), the country of the domain, the page's own locale, money, spelling. Without a clue
nothing is guessed: the tagger keeps the year, which is certain.
"""

from __future__ import annotations

import re

from onrecord.annotate.lexicon.word_list import words
from onrecord.annotate.times.publication import Publication
from onrecord.dates.calendar_names import MONTH_ABBREVIATIONS, MONTH_NAMES, any_of

_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?![\d/-])")
_MONTHS = rf"(?:{any_of(map(str.capitalize, MONTH_NAMES))}|(?:{any_of(map(str.capitalize, MONTH_ABBREVIATIONS))})\.?)"
# Day-first countries too write "April 3" without a year, so only the form with its comma is a clue.
_WORDS = (
    re.compile(rf"(?<![\d,.])\b(?:[12]?\d|3[01])(?:st|nd|rd|th)? {_MONTHS} (?:19|20)\d\d\b"),
    re.compile(rf"\b{_MONTHS} (?:[12]?\d|3[01]), (?:19|20)\d\d\b"),
)
# Top-level domains and regions of locales (Unicode CLDR's short dates for English in these countries). Canada uses both
# orders; .com, .org and the like say nothing.
_DAY_FIRST = words(
    "uk gb ie au nz in za pk lk bd sg my ng ke gh ug tz zw zm jm tt mt cy il at be ch de es fr gr it nl pt eu"
)
_MONTH_FIRST = words("us gov mil ph pr gu")
_REGION = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})\b")
# "A$5" and "US$5" are written where a plain dollar would be another one.
_MONEY = (re.compile(r"[£€]\s?\d"), re.compile(r"(?<![A-Za-z])\$\s?\d"))
# In lower case: names keep the spelling of their country ("World Trade Center").
_SPELLING = (
    re.compile(
        r"\b(?:colour|favour|honour|labour|neighbour|behaviour|harbour|rumour|centre|theatre|metre|kilometre|defence"
        r"|offence|programme|organis|recognis|realis|criticis|apologis|prioritis|authoris|analys(?=e[ds]?\b|ing))"
    ),
    re.compile(
        r"\b(?:color|favor|honor|labor|neighbor|behavior|harbor|rumor|center|theater|meter|kilometer|defense|offense)"
    ),
)


def is_day_first(text: str, publication: Publication) -> bool | None:
    """Return True if the text writes the day before the month, False if after it.

    None if there is no clue, or if the clues contradict each other.
    """
    region = _REGION.match(publication.locale.lower())
    for clue in (
        _figures(text),
        _either(*(pattern.search(text) is not None for pattern in _WORDS)),
        _country(publication.domain.lower().rpartition(".")[2]),
        _country(region[1]) if region else None,
        _either(*(pattern.search(text) is not None for pattern in _MONEY)),
        _either(*(pattern.search(text) is not None for pattern in _SPELLING)),
    ):
        if clue is not None:
            return clue
    return None


def _figures(text: str) -> bool | None:
    dates = [(int(match[1]), int(match[3])) for match in _FIGURES.finditer(text)]
    return _either(any(12 < a <= 31 and b <= 12 for a, b in dates), any(12 < b <= 31 and a <= 12 for a, b in dates))


def _country(code: str) -> bool | None:
    return _either(code in _DAY_FIRST, code in _MONTH_FIRST)


def _either(day: bool, month: bool) -> bool | None:
    return day if day is not month else None
