"""Requests that every archive answers: a query tree, the order of its results, and which page of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.archive.query.tree import Node
from onrecord.dates.steps import Level
from onrecord.model import SpeakerType


class Sort(StrEnum):
    """The order of results. Undated ones come last in both orders by date."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"


class Copies(StrEnum):
    """Whether each copy of a story is a result of its own, or only the earliest of the copies that match."""

    ALL = "all"
    FOLDED = "folded"


class PeopleSort(StrEnum):
    """The order of a list of people."""

    QUOTATIONS = "quotations"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One page of the results of a query.

    `after` is the `next` of an earlier answer to the same query and order. `level` is the step of the published
    facet and histogram; None lets the query decide (no date: years; one year: months; one month or less: days).
    With `copies` folded, results, total and facets count each story once, as the earliest of its articles that match;
    of quotations, those of the same words in the copies of a story.
    """

    query: Node
    sort: Sort = Sort.NEWEST
    size: int = 20
    after: str | None = None
    level: Level | None = None
    facets: bool = True
    copies: Copies = Copies.ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRequest:
    """One page of people of one `type` (None: any), each with a name that contains all the words of `text`."""

    text: str = ""
    type: SpeakerType | None = SpeakerType.PERSON
    sort: PeopleSort = PeopleSort.QUOTATIONS
    size: int = 20
    after: str | None = None
