"""Counts over all results: takes a query on one state of the index, gives the values of each facet, exact.

tantivy counts terms exactly only where every segment reports all of its terms, hence `segment_size`.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import Any

import tantivy
from tantivy import Query

from onrecord.archive.embedded.index.fields import LACKS
from onrecord.archive.query.dates import days_asked
from onrecord.archive.query.tree import Field, Node, conjuncts
from onrecord.archive.results import Bucket, Facet
from onrecord.dates.edtf import FIRST, LAST, Days, known_days
from onrecord.dates.steps import Level

LISTED = 50
"""Values listed of a facet of terms: more than a reader scans, and a page of them is 3 kB."""

BUCKETS = 65_000
"""tantivy's limit of buckets in one answer, over all facets that are asked for together."""

SIZES = {
    "outlet": 10_000,
    "speaker": 20_000,
    "kind": 10,
    "act": 10,
    "language": 1_000,
    "lacks": 10,
    "step": 7_000,
    "vague": 500,
}
"""How many buckets each facet may take of these: 7,000 days are 19 years. Beyond it, dates are asked for alone."""

EXACT = 1 << 30
"""More terms than a segment can have."""

TERMS = ("outlet", "speaker", "kind", "act", "language")

LACKED = frozenset({"about"})
"""Dates of which a document may have several: how many have none is counted by what they lack."""


def level(node: Node, name: str = "published") -> Level:
    """The step that suits the dates asked for: no date: years; within one year: months; within one month: days."""
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


def levels(node: Node, published: Level, names: Iterable[str]) -> dict[str, Level]:
    """The step of each date facet: the one given for printing, else what suits the dates asked for."""
    return {name: published if name == "published" else level(node, name) for name in names}


def facets(
    searcher: tantivy.Searcher, query: Query, steps: dict[str, Level], total: int, acts: Query
) -> dict[str, Facet]:
    """The facets of what `query` finds, which is `total` documents; the acts are counted in what `acts` finds.

    `steps` has the level of each date facet.
    """
    fields = {name: (name, SIZES[name]) for name in (*TERMS, LACKS)}
    for name, step in steps.items():
        fields[f"{name} step"] = (f"{name}_{step}", SIZES["step"])
        fields[f"{name} vague"] = (f"{name}_vague", SIZES["vague"])
    asked = {key: _asked(field, size) for key, (field, size) in fields.items()}
    found = searcher.aggregate(query, asked)
    for key, (field, _) in fields.items():
        if " " in key and found[key]["sum_other_doc_count"]:
            found[key] = searcher.aggregate(query, {key: _asked(field, BUCKETS)})[key]
    if acts is not query:
        found["act"] = searcher.aggregate(acts, {"act": asked["act"]})["act"]
    lacking = {bucket["key"]: int(bucket["doc_count"]) for bucket in found[LACKS]["buckets"]}
    answer = {name: _terms(searcher, query, name, found[name], lacking.get(name, 0)) for name in TERMS}
    for name, step in steps.items():
        dated = total - lacking.get(name, 0) if name in LACKED else None
        answer[name] = _dates(found[f"{name} step"], found[f"{name} vague"], step, (total, dated))
    return answer


def _asked(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": EXACT}}


def _terms(searcher: tantivy.Searcher, query: Query, name: str, found: dict[str, Any], missing: int) -> Facet:
    buckets = found["buckets"]
    values = len(buckets)
    if found["sum_other_doc_count"]:  # too many to list them all: the counts are exact, `more` is estimated
        values = max(values, int(searcher.cardinality(query, name)))
    first = heapq.nsmallest(LISTED, ((-int(bucket["doc_count"]), str(bucket["key"])) for bucket in buckets))
    listed = tuple(Bucket(value, -negative) for negative, value in first)
    return Facet(buckets=listed, more=values - len(listed), missing=missing)


def _dates(found: dict[str, Any], vague: dict[str, Any], step: Level, counted: tuple[int, int | None]) -> Facet:
    """Dates, earliest first; those that are less precise than the step stand apart, in no bucket.

    `counted` is how many documents there are and how many of them have a date: None where each has one at most.
    """
    total, having = counted
    buckets = [Bucket(_date(int(bucket["key"]), step), int(bucket["doc_count"])) for bucket in found["buckets"]]
    coarser = [
        Bucket(str(bucket["key"]), int(bucket["doc_count"]))
        for bucket in vague["buckets"]
        if not _fits(str(bucket["key"]), step)
    ]
    dated = sum(bucket.count for bucket in (*buckets, *coarser)) if having is None else having
    return Facet(
        buckets=tuple(sorted(buckets, key=lambda bucket: bucket.value)),
        imprecise=tuple(sorted(coarser, key=lambda bucket: bucket.value)),
        missing=total - dated,
        level=step,
    )


def _fits(value: str, step: Level) -> bool:
    """Whether a date that is less precise than a day lies within one step."""
    known = known_days(value)
    if known is None or step is Level.DAY:
        return False
    first, last = known.first_date, known.last_date
    return first.year == last.year and (step is Level.YEAR or first.month == last.month)


def _date(number: int, step: Level) -> str:
    match step:
        case Level.YEAR:
            return f"{number:04}"
        case Level.MONTH:
            return f"{number // 100:04}-{number % 100:02}"
        case Level.DAY:
            return f"{number // 10_000:04}-{number // 100 % 100:02}-{number % 100:02}"
