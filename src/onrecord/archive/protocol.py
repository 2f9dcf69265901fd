"""What every archive does, whatever keeps it: the requests it takes, the answers it gives, and the protocol between.

Takes records, revisits and rejects from the pipeline, and requests (a query tree and how to show its results) from
the surfaces; gives answers whose results carry all that a surface shows, so that no surface asks twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from onrecord.archive.corrections.correction import Correction
from onrecord.archive.people import (
    Named,
    PeopleRequest,
    PersonFile,
    PersonHit,
    Regrouped,
)
from onrecord.archive.query.tree import Node
from onrecord.dates.steps import Level
from onrecord.model import Act, Dated, Kind, Page, Quotation, Record, Rejected, Revisit, Said, Span, Speaker

T = TypeVar("T")


class Sort(StrEnum):
    """The order of results. Undated ones come last in both orders by date."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"


class Copies(StrEnum):
    """Whether each copy of a story is a result, or what the copies have alike is one: the earliest that matches."""

    ALL = "all"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One page of answers: what is asked, in which order, how many, and from where on.

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


@dataclass(frozen=True, slots=True)
class Bucket:
    """One value of a facet, in how many results it stands, and how it is shown where that is not the value itself.

    The values of the speaker facet are ids of people, their labels are names.
    """

    value: str
    count: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A field's values over all results, most frequent first (dates: earliest first).

    `more` counts the values that are not listed, `missing` the results that have no value. For dates, `coarser`
    lists the values that are less precise than the level ("2020-12", day unknown), which stand in no bucket. `level` is
    the width of a date facet's steps. A quotation that speaks of several dates stands in several buckets of `about`.
    """

    buckets: tuple[Bucket, ...]
    more: int = 0
    missing: int = 0
    coarser: tuple[Bucket, ...] = ()
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of the text and the spans in it (offsets into `text`) that match the query.

    `cut` tells whether it begins, and whether it ends, within a paragraph.
    """

    text: str
    marks: tuple[Span, ...] = ()
    cut: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One of the articles that tell a story in the same words, or in a part of them."""

    id: str
    outlet: str
    title: str
    url: str
    published: Dated | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHit:
    """An article as a list of results shows it.

    `copies` counts the articles of its story, itself among them, whether they match or not; `story` is the id of the
    one that came in first, by which `story:` finds them all.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationHit:
    """A quotation as a list of results shows it, with the article that it stands in.

    `content`, `source` and `cue` are the words of each piece; `snippet` is the passage that holds the content, its
    marks are the matches of the query, and `quoted` are the spans of the snippet that are the content. `people` are
    those for whom `speaker` stands, over all articles, and `described` what this article calls them. `story` and
    `copies` are those of the article.
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

    `total` counts what is listed: with copies folded, each story once. `unfolded` counts all that match, each copy of a
    story, and `later` those of them that stand in a copy of an earlier article.
    """

    total: int
    unfolded: int
    later: int = 0
    results: tuple[T, ...]
    facets: Mapping[str, Facet] = field(default_factory=dict)
    level: Level = Level.YEAR
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One capture of an article: when, its evidence, and whether its text is the one shown (`newest`)."""

    number: int
    captured: Dated | None
    file: str
    offset: int
    digest: str
    newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An article as kept: the record read from one capture, all the captures there are, newest first, and its copies.

    `copies` are all articles of its story, itself among them, earliest first; empty where it has none. The record is as
    readers corrected it: `corrections` are those about its quotations, `as_read` the quotations that they speak of as
    they were read, by the number of the correction, and `people` those who speak in it, by the id of each quotation.
    """

    record: Record
    capture: Capture
    captures: tuple[Capture, ...]
    copies: tuple[Copy, ...] = ()
    people: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    as_read: Mapping[int, Quotation] = field(default_factory=dict)


class Added(StrEnum):
    """What adding did: a new article, a new capture of a known one, or nothing, since it was in already."""

    NEW = "new"
    CAPTURE = "capture"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much an archive holds."""

    articles: int
    captures: int
    quotations: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What `doctor` found: each problem in one line, how many were mended, and the counts on both sides."""

    problems: Sequence[str]
    mended: int
    counts: Counts
    indexed_articles: int
    indexed_quotations: int


class Archive(Protocol):
    """Keeps records and finds them. One process writes at a time; any number reads. Used as a context manager."""

    def __enter__(self) -> Archive: ...

    def __exit__(self, *exc: object) -> None: ...

    def knows(self, page: Page) -> bool:
        """Whether this very capture (URL or id, capture time, bytes) is in, so that it need not be read again."""
        ...

    def add(self, record: Record, *, payload: str = "") -> Added:
        """Keep a record; a capture that is in already changes nothing. Raises ArchiveFull, ArchiveError."""
        ...

    def revisit(self, revisit: Revisit) -> Added | None:
        """Keep a capture whose bytes were captured before; None where the archive never saw those bytes."""
        ...

    def reject(self, rejected: Rejected) -> None:
        """Keep what was refused, and why; the same refusal twice is kept once."""
        ...

    def commit(self) -> None:
        """Make all that was added durable and findable."""
        ...

    def search(self, request: Request) -> Answer[ArticleHit]:
        """The articles that match. Raises QueryError for a cursor that is not ours."""
        ...

    def quotes(self, request: Request) -> Answer[QuotationHit]:
        """The quotations that match. Raises QueryError for a cursor that is not ours."""
        ...

    def article(self, id: str, *, capture: int | None = None) -> Stored | None:
        """One article as its newest capture has it, or as `capture` has it; None where there is none."""
        ...

    def capture(self, number: int) -> Stored | None:
        """The article as the capture of that number has it; None where there is none."""
        ...

    def people(self, request: PeopleRequest) -> Answer[PersonHit]:
        """Those who speak, by name. Raises QueryError for a cursor that is not ours."""
        ...

    def person(self, id: str) -> PersonFile | None:
        """All that is known of one person; an id that was merged gives the one it went into; None where none is."""
        ...

    def named(self, ids: Sequence[str]) -> Mapping[str, Named]:
        """How the people with these ids are shown, by the ids asked for; those that there are."""
        ...

    def correct(self, correction: Correction, *, commit: bool = True) -> Correction:
        """Make a correction, durable and findable; as kept. Raises CorrectionError, and ArchiveBusy while another
        process writes. A writer that makes many may leave it to one `commit` at the end."""
        ...

    def undo(self, number: int) -> Correction:
        """Take a correction back. Raises CorrectionError where there is none, or it was taken back before."""
        ...

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections, in the order in which they were made, those undone among them."""
        ...

    def regroup(self) -> Regrouped:
        """Decide anew who is who over all articles, then make all corrections again."""
        ...

    def rejected(self) -> Iterator[Rejected]:
        """All that was refused, in the order of refusal."""
        ...

    def counts(self) -> Counts:
        """How much the archive holds."""
        ...

    def doctor(self, *, rebuild: bool = False) -> Checkup:
        """Compare record and index; mend what differs, or with `rebuild` make the whole index anew."""
        ...
