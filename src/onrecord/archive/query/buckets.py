"""Steps of the date facets: how wide they are for a query, and how a date falls into one. The same for every engine."""

from __future__ import annotations

from onrecord.archive.query.dates import days_asked
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import Field, Node, conjuncts
from onrecord.dates.edtf import FIRST, LAST, Days, known_days
from onrecord.dates.steps import Level

DATE_FACETS = {
    Target.ARTICLES: ("published", "captured"),
    Target.QUOTATIONS: ("published", "said", "about", "captured"),
}
"""The dates that have a facet."""


def levels_for(node: Node, target: Target, published: Level) -> dict[str, Level]:
    """Return the step of each date facet: `published` for that date, for the others what suits the query."""
    return {name: published if name == "published" else level_for(node, name) for name in DATE_FACETS[target]}


def level_for(node: Node, name: str = "published") -> Level:
    """Return the step that suits the dates a query asks for in the field `name`.

    No date: years; within one year: months; within one month: days.
    """
    first, last = FIRST, LAST
    for part in conjuncts(node):
        if isinstance(part, Field) and part.name == name and (asked := days_asked(part.value)):
            first, last = max(first, asked.first), min(last, asked.last)
    if last < first:
        return Level.YEAR
    begin, end = Days(first, last).first_date, Days(first, last).last_date
    if (begin.year, begin.month) == (end.year, end.month):
        return Level.DAY
    return Level.MONTH if begin.year == end.year else Level.YEAR


def within_one(value: str, step: Level) -> bool:
    """True if a date (EDTF) that is less precise than a day lies within one step."""
    known = known_days(value)
    if known is None or step is Level.DAY:
        return False
    first, last = known.first_date, known.last_date
    return first.year == last.year and (step is Level.YEAR or first.month == last.month)
