"""The plan of a request, the same for every engine: default act, order, steps of the date facets, labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from onrecord.archive.query.buckets import level_for, levels_for
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import Node, searched_words, with_default_act
from onrecord.archive.requests import Request, Sort
from onrecord.archive.results import Facet, Named
from onrecord.dates.steps import Level

LARGEST = 10_000
"""Results of one page: about 100 MB of texts are read for it. SQLite takes 32,766 numbers in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A request to an engine, with every default filled in.

    `query` is what to find; `act_query` is the query whose results the act facet counts: without an `act:` of its own a
    query finds what was said or written, and the facet shows what other acts there are. `levels` has the step of each
    date facet, `level` that of the publication date.
    """

    target: Target
    query: Node
    act_query: Node
    sort: Sort
    level: Level
    levels: Mapping[str, Level]


def plan(request: Request, target: Target) -> Plan:
    """Return the plan of a request. Raises ValueError for a page size that is out of range.

    Without words to rank by, results by relevance are the newest first.
    """
    check_size(request.size)
    asked = request.query
    ranked = request.sort is not Sort.RELEVANCE or any(searched_words(asked))
    level = request.level or level_for(asked)
    return Plan(
        target=target,
        query=with_default_act(asked) if target is Target.QUOTATIONS else asked,
        act_query=asked,
        sort=request.sort if ranked else Sort.NEWEST,
        level=level,
        levels=levels_for(asked, target, level),
    )


def check_size(size: int) -> None:
    """Raise ValueError for a page size that is out of range."""
    if not 0 <= size <= LARGEST:
        raise ValueError(f"a page cannot have {size} results; ask for 0 to {LARGEST:,}")


def with_labels(
    facets: Mapping[str, Facet], named: Callable[[Sequence[str]], Mapping[str, Named]]
) -> Mapping[str, Facet]:
    """Return the facets with labels for the values of the speaker facet, which are ids of people."""
    facet = facets["speaker"]
    people = named([bucket.value for bucket in facet.buckets])
    buckets = tuple(
        structs.replace(bucket, label=people[bucket.value].label) if bucket.value in people else bucket
        for bucket in facet.buckets
    )
    return {**facets, "speaker": replace(facet, buckets=buckets)}
