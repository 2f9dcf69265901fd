"""One person's page: takes what the archive has of someone, gives it in words, with what they said by day.

It tells what was printed, and where; it weighs and ranks nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.archive.corrections.correction import CORRECTED
from onrecord.archive.protocol import Archive
from onrecord.archive.query.tree import Field
from onrecord.archive.requests import Request
from onrecord.archive.results import AppearanceHit, Bucket, Facet, Named, PersonFile, QuotedAlongside, Role
from onrecord.dates.words import in_words
from onrecord.model import SpeakerType
from onrecord.web.search_url import UNDATED, State
from onrecord.web.views.correction import CorrectionView, correction_view
from onrecord.web.views.date_steps import to_scale
from onrecord.web.views.histogram import Histogram, histogram
from onrecord.web.views.hits import QuotationView, article_href, quotation_view
from onrecord.web.views.speaker import Link, calling, person_href

LATEST = 5
"""Quotations on a person's page."""

FIRST = 10
"""Articles and choices shown at once; the others unfold."""

_WIKIDATA = "https://www.wikidata.org/wiki/"


@dataclass(frozen=True, slots=True)
class Chart:
    """The quotations by one of their dates: the drawing (None: nothing to compare), the counts, of which date, and
    what those without it are called."""

    drawing: Histogram | None
    counts: Facet
    of: str
    undated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An article in which someone is quoted, and why the one quoted there was taken for this person."""

    article: AppearanceHit
    href: str
    printed: str
    described: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Called:
    """What articles call someone, and when: "from 1 May 2020 to 3 June 2020"."""

    standing: Role
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What a person's page shows. `others` are the names that articles have, but for the one shown.

    `told_apart` is what the label says beside the name where several share it, in brackets.
    """

    file: PersonFile
    told_apart: str
    others: tuple[str, ...]
    printed: str
    quotes: str
    articles: str
    charts: tuple[Chart, ...]
    latest: tuple[QuotationView, ...]
    called: tuple[Called, ...]
    gaps: tuple[str, ...]
    seen: tuple[Seen, ...]
    lists: tuple[tuple[str, tuple[tuple[Link, int], ...]], ...]
    namesakes: tuple[Link, ...]
    maybe: tuple[Link, ...]
    bare: bool
    wikidata: str
    corrections: tuple[CorrectionView, ...]


def portrait(file: PersonFile, archive: Archive) -> Portrait:
    """All that a person's page shows."""
    person = file.person
    own = Field("speaker", person.id)
    asked = (own,) if person.quotations else (own, Field("act", "any"))
    state = State(path="/quotes", fields=asked, names={person.id: person.label})
    scaled = to_scale(archive.quotes, Request(query=state.node, size=LATEST))
    said = scaled.answer.facets.get("said")
    charts = [Chart(histogram(scaled.drawn, scaled.level, state), scaled.drawn, "of printing", UNDATED["published"])]
    if said and said.level and (drawn := histogram(said, said.level, state, "said")):
        charts.append(Chart(drawn, said, "of saying", UNDATED["said"]))
    return Portrait(
        file=file,
        told_apart=person.label.removeprefix(person.name).strip(),
        others=tuple(name for name in person.names if name != person.name),
        printed=_period(person.first, person.last),
        quotes=state.href(),
        articles=State(path="/articles", fields=(own,)).href(),
        charts=tuple(charts),
        latest=tuple(quotation_view(hit) for hit in scaled.answer.results),
        called=tuple(Called(one, _period(one.first, one.last)) for one in file.roles),
        gaps=tuple(f"between {in_words(gap.last)} and {in_words(gap.next)} ({gap.days:,} days)" for gap in file.gaps),
        seen=tuple(_seen(one) for one in file.appearances),
        lists=tuple(
            (heading, links)
            for heading, links in (
                ("Outlets", _narrowing("outlet", file.outlets, state)),
                ("Topics", _narrowing("tag", file.topics, state)),
                ("Quoted in the same articles", _beside(file.quoted_alongside)),
            )
            if links
        ),
        namesakes=_links(file.namesakes),
        maybe=_links(file.possible_matches),
        bare=person.type is SpeakerType.PERSON and " " not in person.name,
        wikidata=f"{_WIKIDATA}{person.wikidata}" if person.wikidata else "",
        corrections=tuple(correction_view(one) for one in file.corrections[::-1]),
    )


def _seen(one: AppearanceHit) -> Seen:
    return Seen(
        article=one,
        href=article_href(one.article),
        printed=in_words(one.published.partition("T")[0]) if one.published else "undated",
        described=calling(one.described),
        certainty="" if one.basis == CORRECTED else f"{round(100 * one.certainty)}%",
    )


def _period(first: str, last: str) -> str:
    """From when to when; one day alone; "" where nothing is dated."""
    if not first:
        return ""
    return f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"


def _narrowing(name: str, counted: tuple[Bucket, ...], state: State) -> tuple[tuple[Link, int], ...]:
    return tuple((Link(one.value, state.narrowed(name, one.value).href()), one.count) for one in counted)


def _beside(beside: tuple[QuotedAlongside, ...]) -> tuple[tuple[Link, int], ...]:
    return tuple((Link(one.person.label, person_href(one.person.id)), one.articles) for one in beside)


def _links(people: tuple[Named, ...]) -> tuple[Link, ...]:
    return tuple(Link(one.label, person_href(one.id)) for one in people)
