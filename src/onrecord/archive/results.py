"""Answers that every archive gives: hits, facets, stored articles, people, and the outcome of writing and upkeep.

A result carries everything that a surface shows of it, so that no surface has to ask twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from onrecord.archive.corrections.correction import Correction
from onrecord.dates.steps import Level
from onrecord.model import Act, Dated, Kind, Quotation, Record, Said, Span, Speaker, SpeakerType

T = TypeVar("T")

APPEARANCES = 200
"""Articles listed in a person's file; a query on `speaker:` finds them all."""


class Bucket(Struct, frozen=True, omit_defaults=True):
    """One value of a facet, the number of results that have it, and its label where that differs from the value.

    The values of the speaker facet are ids of people, their labels are names.
    """

    value: str
    count: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values of one field over all results, most frequent first (dates: earliest first).

    `more` counts the values that are not listed, `missing` the results without a value. For dates, `imprecise` lists
    the values that are less precise than the level ("2020-12", day unknown) and therefore in no bucket; `level` is the
    width of the steps. A quotation that mentions several dates is counted in several buckets of `about`.
    """

    buckets: tuple[Bucket, ...]
    more: int = 0
    missing: int = 0
    imprecise: tuple[Bucket, ...] = ()
    level: Level | None = None


class Snippet(Struct, frozen=True):
    """A passage of the text, and the spans in it (offsets into `text`) that match the query.

    `truncated`: whether it begins, and whether it ends, within a paragraph.
    """

    text: str
    highlights: tuple[Span, ...] = ()
    truncated: tuple[bool, bool] = (False, False)


class Copy(Struct, frozen=True, kw_only=True):
    """One of the articles that tell a story in the same words, or in a part of them."""

    id: str
    outlet: str
    title: str
    url: str
    published: Dated | None


class ArticleHit(Struct, frozen=True, kw_only=True):
    """An article in a list of results.

    `copies` counts all articles of its story, itself included, whether they match or not; `story` is the id of the
    first of them that was added, and `story:ID` finds them all.
    """

    id: str
    url: str
    outlet: str
    title: str
    authors: tuple[str, ...]
    language: str
    published: Dated | None
    captured: Dated | None
    quotations: int
    captures: int
    story: str
    copies: int = 1
    snippet: Snippet


class Named(Struct, frozen=True):
    """A person's id and label: the name, followed in brackets by what distinguishes people who share it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationHit:
    """A quotation in a list of results, with its article.

    `content`, `source` and `cue` are the words of each piece; `snippet` is the passage around the content, and
    `quoted` are the spans of the snippet that are the content. `people` are the persons that `speaker` was resolved to
    across articles, `described` what this article calls them. `story` and `copies` are those of the article.
    """

    id: str
    kind: Kind
    act: Act
    content: tuple[str, ...]
    source: tuple[str, ...]
    cue: tuple[str, ...]
    speaker: Speaker | None
    people: tuple[Named, ...] = ()
    described: tuple[str, ...] = ()
    said: Said | None
    venue: str
    certainty: float
    snippet: Snippet
    quoted: tuple[Span, ...]
    article: str
    url: str
    outlet: str
    title: str
    published: Dated | None
    captured: Dated | None
    story: str
    copies: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[T]):
    """One page of results, with counts over all of them; `next` is None on the last page.

    `total` counts the results listed: with copies folded, each story once. `unfolded` counts every match, each copy of
    a story included, and `later` those of them that are in a copy of an earlier article.
    """

    total: int
    unfolded: int
    later: int = 0
    results: tuple[T, ...]
    facets: Mapping[str, Facet] = field(default_factory=dict)
    level: Level = Level.YEAR
    next: str | None = None


class Capture(Struct, frozen=True, kw_only=True):
    """One capture of an article: when it was made, its evidence, and whether its text is the one shown (`newest`)."""

    id: str
    captured: Dated | None
    file: str
    offset: int
    digest: str
    newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An article as kept: the record of one capture, with readers' corrections applied, and what belongs to it.

    `captures` are all captures, newest first; `copies` all articles of its story, itself included, earliest first,
    empty where it is the only one. `people` are the speakers by the id of each quotation; `corrections` are those of
    its quotations, and `as_read` has the quotation that each corrects as it was read, by the correction's id.
    """

    record: Record
    capture: Capture
    captures: tuple[Capture, ...]
    copies: tuple[Copy, ...] = ()
    people: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    as_read: Mapping[str, Quotation] = field(default_factory=dict)


class Description(Struct, frozen=True):
    """The description of a person in the latest article that has one, and its publication day (EDTF)."""

    words: str
    day: str | None


class PersonHit(Struct, frozen=True, kw_only=True):
    """A person in a list: anyone or anything quoted under a name; `type` says which (person, organisation, …).

    An id ("dana-ruiz", "dana-ruiz-2") is never reused for somebody else; `speaker:dana-ruiz` finds this person's
    quotations. `label` is the name, followed in brackets by what distinguishes people who share it; `names` are all
    names used by articles, most frequent first. `quotations` counts what was said or written, `articles` where it was
    quoted; `first_day` and `last_day` are the publication days (EDTF) of the earliest and latest dated article.
    """

    id: str
    name: str
    label: str
    type: SpeakerType
    names: tuple[str, ...]
    described: Description | None
    quotations: int
    articles: int
    first_day: str | None
    last_day: str | None
    wikidata: str | None


class Appearance(Struct, frozen=True, kw_only=True):
    """An article that quotes a person: the name and descriptions it uses, and why this is that person.

    `day` is the publication day (EDTF).
    """

    article_id: str
    title: str
    outlet: str
    url: str
    day: str | None
    name: str
    described: tuple[str, ...]
    quotations: int
    certainty: float
    basis: str


class PersonRole(Struct, frozen=True):
    """What articles call a person ("mayor of Lakeview"), and the days (EDTF) of the first and last that do."""

    words: str
    first_day: str | None
    last_day: str | None
    articles: int


class QuotedAlongside(Named, frozen=True):
    """Somebody quoted in the same articles as a person, and the number of those articles."""

    articles: int


class Gap(Struct, frozen=True):
    """A period without a quotation in this archive: the days before and after it, and the number of days between."""

    last_day: str
    next_day: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """Everything that an archive knows of one person across its articles.

    `roles` are earliest first; `namesakes` other people of the same name; `possible_matches` the people that a bare
    surname ("Sanders") may also mean, or the bare surnames that may mean this person; `appearances` the latest
    articles, up to `APPEARANCES`; `gaps` the longest, longest first.
    """

    person: PersonHit
    roles: tuple[PersonRole, ...]
    outlets: tuple[Bucket, ...]
    topics: tuple[Bucket, ...]
    quoted_alongside: tuple[QuotedAlongside, ...]
    gaps: tuple[Gap, ...]
    namesakes: tuple[Named, ...]
    possible_matches: tuple[Named, ...]
    appearances: tuple[Appearance, ...]
    corrections: Sequence[Correction]


@dataclass(frozen=True, slots=True)
class Change:
    """An article that was added or changed, as it is now; `record` is None for one that was deleted.

    `record` has readers' corrections applied, `people` are the speakers by the id of each quotation. Asking for the
    records since `cursor` gives the changes after this one.
    """

    cursor: str
    id: str
    record: Record | None
    people: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)


class Added(StrEnum):
    """The outcome of adding: a new article, a new capture of a known one, or nothing new."""

    NEW = "new"
    CAPTURE = "capture"
    KNOWN = "known"


class Regrouped(Struct, frozen=True):
    """The number of people after regrouping, and the corrections that could not be made again, in words."""

    people: int
    problems: tuple[str, ...]


class Counts(Struct, frozen=True, kw_only=True):
    """How much an archive holds."""

    articles: int
    captures: int
    quotations: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """The outcome of `doctor`: each problem in one line, how many were repaired, and the counts on both sides."""

    problems: Sequence[str]
    mended: int
    counts: Counts
    indexed_articles: int
    indexed_quotations: int
