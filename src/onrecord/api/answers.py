"""Answers in JSON: the type of each, made from what an archive returns.

`--json` on the command line and the JSON twins of the web pages give exactly these types; `schemas` describes them. A
type that is the same in an archive's results and in JSON is used as it is (`ArticleHit`, `PersonHit`, `Gap`, …). Spans
are `[begin, end]` pairs of offsets, half-open, in code points of the text in the same object; absent values are null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

from msgspec import UNSET, Struct, UnsetType, structs

from onrecord.archive import results
from onrecord.archive.corrections.correction import Correction
from onrecord.archive.requests import Copies
from onrecord.archive.results import (
    Appearance,
    Bucket,
    Capture,
    Copy,
    Counts,
    Gap,
    Named,
    PersonHit,
    PersonRole,
    QuotedAlongside,
    Snippet,
)
from onrecord.model import Act, Dated, Kind, Rejected, Said, Span, Speaker
from onrecord.model.record import WireRecord, wire_fields

T = TypeVar("T")
H = TypeVar("H")


class Facet(Struct, frozen=True, kw_only=True):
    """The values of one field over all results, most frequent first (dates: earliest first).

    `more` counts the values that are not listed, `missing` the results without a value; `imprecise` lists dates that
    are less precise than the buckets.
    """

    buckets: tuple[Bucket, ...]
    more: int
    missing: int
    imprecise: tuple[Bucket, ...]


class Answer(Struct, Generic[T], frozen=True, kw_only=True):
    """One page of results; `next` is the cursor of the next page, null on the last.

    With copies folded, `total` counts each story once, and `total_with_copies` counts every copy.
    """

    total: int
    total_with_copies: int | UnsetType = UNSET
    results: tuple[T, ...]
    facets: Mapping[str, Facet]
    next: str | None


class ArticleReference(Struct, frozen=True, kw_only=True):
    """The article of a quotation."""

    id: str
    url: str
    outlet: str
    title: str
    published: Dated | None
    captured: Dated | None


class QuotationSnippet(Snippet, frozen=True):
    """The passage around a quotation's content; `quoted` are the spans of the content in `text`."""

    quoted: tuple[Span, ...] = ()


class QuotationHit(Struct, frozen=True, kw_only=True):
    """A quotation in a list of results, with its article.

    `content`, `source` and `cue` are lists of words as published, one string a piece: a direct quotation's content
    includes its quotation marks; where `kind` is "indirect" the content is a paraphrase and must not be shown in
    quotation marks. `people` are the persons that `speaker` was resolved to across articles, `described` what this
    article calls them. `story` and `copies` are those of the article.
    """

    id: str
    kind: Kind
    act: Act
    content: tuple[str, ...]
    source: tuple[str, ...]
    cue: tuple[str, ...]
    speaker: Speaker | None
    people: tuple[Named, ...]
    described: tuple[str, ...]
    said: Said | None
    venue: str | None
    certainty: float
    snippet: QuotationSnippet
    article: ArticleReference
    story: str
    copies: int


class SpeakerAsRead(Struct, frozen=True):
    """The quotation that a correction applies to, by its id, and its speaker before the correction."""

    quotation: str
    speaker: Speaker | None


class ShownCorrection(Correction, frozen=True, kw_only=True):
    """A correction, and its summary in words."""

    summary: str


class AppliedCorrection(ShownCorrection, frozen=True, kw_only=True):
    """A correction of a quotation of an article, and the quotation as it was read."""

    as_read: SpeakerAsRead


class ArticleFile(WireRecord, frozen=True, kw_only=True):
    """An article as kept: its record with readers' corrections, and what belongs to it.

    `capture` is the capture it was read from, `captures` are all, newest first. `copies` are all articles of its story,
    itself included. `speakers` are the people who speak in it, by the id of each quotation.
    """

    capture: Capture
    captures: tuple[Capture, ...]
    copies: tuple[Copy, ...]
    speakers: Mapping[str, tuple[Named, ...]]
    corrections: tuple[AppliedCorrection, ...]


class PersonFile(PersonHit, frozen=True, kw_only=True):
    """Everything that an archive knows of one person.

    `roles` are earliest first, `gaps` longest first; `namesakes` are other people of the same name, `possible_matches`
    people who may be the same person under a shorter or longer name.
    """

    roles: tuple[PersonRole, ...]
    outlets: tuple[Bucket, ...]
    topics: tuple[Bucket, ...]
    quoted_alongside: tuple[QuotedAlongside, ...]
    gaps: tuple[Gap, ...]
    namesakes: tuple[Named, ...]
    possible_matches: tuple[Named, ...]
    appearances: tuple[Appearance, ...]
    corrections: tuple[ShownCorrection, ...]


class Corrections(Struct, frozen=True):
    """All corrections in the order in which they were made, undone ones included."""

    corrections: tuple[ShownCorrection, ...]


class Indexed(Struct, frozen=True):
    """The number of articles and quotations in the index."""

    articles: int
    quotations: int


class Checkup(Struct, frozen=True, kw_only=True):
    """The findings of `doctor`: each problem in words, how many were repaired, and the counts of record and index.

    `rejects` lists the rejected inputs where they were asked for.
    """

    problems: tuple[str, ...]
    repaired: int
    counts: Counts
    indexed: Indexed
    rejects: tuple[Rejected, ...] | UnsetType = UNSET


def answer(found: results.Answer[H], make: Callable[[H], T], *, copies: Copies = Copies.ALL) -> Answer[T]:
    """Return one page of results, each made by `make`."""
    return Answer(
        total=found.total,
        total_with_copies=found.unfolded if copies is Copies.FOLDED else UNSET,
        results=tuple(map(make, found.results)),
        facets={name: _facet(facet) for name, facet in found.facets.items()},
        next=found.next,
    )


def unchanged(hit: T) -> T:
    """Return a hit as the archive gave it: articles and people are the same in JSON."""
    return hit


def quotation_hit(hit: results.QuotationHit) -> QuotationHit:
    """Return a quotation in a list of results."""
    return QuotationHit(
        id=hit.id,
        kind=hit.kind,
        act=hit.act,
        content=hit.content,
        source=hit.source,
        cue=hit.cue,
        speaker=hit.speaker,
        people=hit.people,
        described=hit.described,
        said=hit.said,
        venue=hit.venue or None,
        certainty=hit.certainty,
        snippet=QuotationSnippet(hit.snippet.text, hit.snippet.highlights, hit.snippet.truncated, hit.quoted),
        article=ArticleReference(
            id=hit.article,
            url=hit.url,
            outlet=hit.outlet,
            title=hit.title,
            published=hit.published,
            captured=hit.captured,
        ),
        story=hit.story,
        copies=hit.copies,
    )


def article_file(stored: results.Stored) -> ArticleFile:
    """Return an article as kept."""
    return ArticleFile(
        **wire_fields(stored.record),
        capture=stored.capture,
        captures=stored.captures,
        copies=stored.copies,
        speakers=stored.people,
        corrections=tuple(
            AppliedCorrection(
                **structs.asdict(correction),
                summary=correction.describe(),
                as_read=SpeakerAsRead(read.id, read.speaker),
            )
            for correction in stored.corrections
            for read in [stored.as_read[correction.id]]
        ),
    )


def person_file(file: results.PersonFile) -> PersonFile:
    """Return everything that an archive knows of one person."""
    return PersonFile(
        **structs.asdict(file.person),
        roles=file.roles,
        outlets=file.outlets,
        topics=file.topics,
        quoted_alongside=file.quoted_alongside,
        gaps=file.gaps,
        namesakes=file.namesakes,
        possible_matches=file.possible_matches,
        appearances=file.appearances,
        corrections=tuple(map(shown_correction, file.corrections)),
    )


def shown_correction(correction: Correction) -> ShownCorrection:
    """Return a correction with its summary."""
    return ShownCorrection(**structs.asdict(correction), summary=correction.describe())


def corrections(made: Iterable[Correction]) -> Corrections:
    """Return all corrections with their summaries."""
    return Corrections(tuple(map(shown_correction, made)))


def checkup(found: results.Checkup, rejects: Iterable[Rejected] | None = None) -> Checkup:
    """Return the findings of `doctor`, with `rejects` where they were asked for."""
    return Checkup(
        problems=tuple(found.problems),
        repaired=found.mended,
        counts=found.counts,
        indexed=Indexed(found.indexed_articles, found.indexed_quotations),
        rejects=UNSET if rejects is None else tuple(rejects),
    )


def _facet(facet: results.Facet) -> Facet:
    return Facet(buckets=facet.buckets, more=facet.more, missing=facet.missing, imprecise=facet.imprecise)
