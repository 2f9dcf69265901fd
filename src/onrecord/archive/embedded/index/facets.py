"""Facets: for a query on one snapshot of the index, the values of each facet with exact counts over all results.

tantivy counts terms exactly only if every segment reports all of its terms, hence `segment_size`.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from typing import Any

import tantivy
from tantivy import Query

from onrecord.archive.embedded.index.fields import LACKS
from onrecord.archive.query.buckets import within_one
from onrecord.archive.results import Bucket, Facet
from onrecord.dates.steps import Level

LISTED = 50
"""The most values listed of a facet of terms: more than a reader scans, and a page of them is 3 kB."""

BUCKETS = 65_000
"""tantivy's limit on the buckets of one answer, over all facets requested together."""

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
"""Each facet's share of these buckets: 7,000 days are 19 years. Beyond its share, a date facet is requested alone."""

EXACT = 1 << 30
"""More terms than a segment can have."""

TERMS = ("outlet", "speaker", "kind", "act", "language")

SEVERAL = frozenset({"about"})
"""Dates of which a document may have several: documents without one are counted by the field `lacks`."""


def facets(
    searcher: tantivy.Searcher, query: Query, steps: Mapping[str, Level], total: int, acts: Query
) -> dict[str, Facet]:
    """Return the facets of the `total` documents that match `query`; the acts are counted over those that match `acts`.

    `steps` has the step of each date facet.
    """
    fields = {name: (name, SIZES[name]) for name in (*TERMS, LACKS)}
    for name, step in steps.items():
        fields[f"{name} step"] = (f"{name}_{step}", SIZES["step"])
        fields[f"{name} vague"] = (f"{name}_vague", SIZES["vague"])
    requests = {key: _aggregation(field, size) for key, (field, size) in fields.items()}
    counted = searcher.aggregate(query, requests)
    for key, (field, _) in fields.items():
        if " " in key and counted[key]["sum_other_doc_count"]:
            counted[key] = searcher.aggregate(query, {key: _aggregation(field, BUCKETS)})[key]
    if acts is not query:
        counted["act"] = searcher.aggregate(acts, {"act": requests["act"]})["act"]
    lacking = {bucket["key"]: int(bucket["doc_count"]) for bucket in counted[LACKS]["buckets"]}
    answer = {name: _terms(searcher, query, name, counted[name], lacking.get(name, 0)) for name in TERMS}
    for name, step in steps.items():
        dated = total - lacking.get(name, 0) if name in SEVERAL else None
        answer[name] = _dates(counted[f"{name} step"], counted[f"{name} vague"], step, (total, dated))
    return answer


def _aggregation(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": EXACT}}


def _terms(searcher: tantivy.Searcher, query: Query, name: str, counted: dict[str, Any], missing: int) -> Facet:
    buckets = counted["buckets"]
    values = len(buckets)
    if counted["sum_other_doc_count"]:  # too many to list them all: the counts are exact, `more` is an estimate
        values = max(values, int(searcher.cardinality(query, name)))
    first = heapq.nsmallest(LISTED, ((-int(bucket["doc_count"]), str(bucket["key"])) for bucket in buckets))
    listed = tuple(Bucket(value, -negative) for negative, value in first)
    return Facet(buckets=listed, more=values - len(listed), missing=missing)


def _dates(counted: dict[str, Any], vague: dict[str, Any], step: Level, documents: tuple[int, int | None]) -> Facet:
    """Return a date facet, earliest first; dates that are less precise than the step are listed apart.

    `documents` counts all documents, and those that have a date (None if each has at most one, so that buckets tell).
    """
    total, having = documents
    buckets = [Bucket(_date(int(bucket["key"]), step), int(bucket["doc_count"])) for bucket in counted["buckets"]]
    imprecise = [
        Bucket(str(bucket["key"]), int(bucket["doc_count"]))
        for bucket in vague["buckets"]
        if not within_one(str(bucket["key"]), step)
    ]
    dated = sum(bucket.count for bucket in (*buckets, *imprecise)) if having is None else having
    return Facet(
        buckets=tuple(sorted(buckets, key=lambda bucket: bucket.value)),
        imprecise=tuple(sorted(imprecise, key=lambda bucket: bucket.value)),
        missing=total - dated,
        level=step,
    )


def _date(number: int, step: Level) -> str:
    """Return the EDTF value of a step from its number in the index: 2021, 202102 or 20210220."""
    match step:
        case Level.YEAR:
            return f"{number:04}"
        case Level.MONTH:
            return f"{number // 100:04}-{number % 100:02}"
        case Level.DAY:
            return f"{number // 10_000:04}-{number // 100 % 100:02}-{number % 100:02}"
