"""A person's page: everything the archive has about someone, in words, with their quotations by date.

It shows what was published and where; it does not rate or rank anybody.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.archive.corrections.correction import CORRECTED
from onrecord.archive.protocol import Archive
from onrecord.archive.query.tree import Field
from onrecord.archive.requests import Request
from onrecord.archive.results import Appearance, Bucket, Gap, Named, PersonFile, PersonRole, QuotedAlongside
from onrecord.dates.words import in_words
from onrecord.model import SpeakerType
from onrecord.web.search_url import State
from onrecord.web.views.correction import CorrectionView, correction_view
from onrecord.web.views.date_steps import search_with_dates
from onrecord.web.views.histogram import Chart, date_chart
from onrecord.web.views.hits import QuotationView, quotation_view
from onrecord.web.views.links import Link, article_href, person_href
from onrecord.web.views.speaker import short_description

LATEST = 5
"""Quotations on a person's page."""

FIRST = 10
"""Articles and choices shown at first; the others unfold."""

_WIKIDATA = "https://www.wikidata.org/wiki/"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceView:
    """An article that quotes the person, and why its speaker was matched with this person."""

    article: Appearance
    href: str
    published: str
    described: str
    certainty: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """What articles call someone, and when: "from 1 May 2020 to 3 June 2020"."""

    role: PersonRole
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person's page. `other_names` are the names in articles other than the one shown.

    `distinction` tells apart people who share a name: what the label adds to the name, in brackets.
    `single_name` is true for a person known by one word only.
    """

    file: PersonFile
    distinction: str
    other_names: tuple[str, ...]
    published: str
    quotes: str
    articles: str
    charts: tuple[Chart, ...]
    latest: tuple[QuotationView, ...]
    roles: tuple[RoleView, ...]
    gaps: tuple[str, ...]
    appearances: tuple[AppearanceView, ...]
    lists: tuple[tuple[str, tuple[tuple[Link, int], ...]], ...]
    namesakes: tuple[Link, ...]
    possible_matches: tuple[Link, ...]
    single_name: bool
    wikidata: str
    corrections: tuple[CorrectionView, ...]


def person_view(file: PersonFile, archive: Archive) -> PersonView:
    """Return everything that a person's page shows."""
    person = file.person
    own = Field("speaker", person.id)
    fields = (own,) if person.quotations else (own, Field("act", "any"))
    state = State(path="/quotes", fields=fields, names={person.id: person.label})
    dated = search_with_dates(archive.quotes, Request(query=state.node, size=LATEST))
    said = dated.answer.facets.get("said")
    charts = [date_chart(dated.drawn, dated.level, state)]
    if said and said.level and (chart := date_chart(said, said.level, state, "said")).drawing:
        charts.append(chart)
    return PersonView(
        file=file,
        distinction=person.label.removeprefix(person.name).strip(),
        other_names=tuple(name for name in person.names if name != person.name),
        published=_period(person.first_day, person.last_day),
        quotes=state.href(),
        articles=State(path="/articles", fields=(own,)).href(),
        charts=tuple(charts),
        latest=tuple(quotation_view(hit) for hit in dated.answer.results),
        roles=tuple(RoleView(role, _period(role.first_day, role.last_day)) for role in file.roles),
        gaps=tuple(_gap(gap) for gap in file.gaps),
        appearances=tuple(_appearance(appearance) for appearance in file.appearances),
        lists=tuple(
            (heading, links)
            for heading, links in (
                ("Outlets", _narrowing("outlet", file.outlets, state)),
                ("Topics", _narrowing("tag", file.topics, state)),
                ("Quoted alongside", _alongside(file.quoted_alongside)),
            )
            if links
        ),
        namesakes=_links(file.namesakes),
        possible_matches=_links(file.possible_matches),
        single_name=person.type is SpeakerType.PERSON and " " not in person.name,
        wikidata=f"{_WIKIDATA}{person.wikidata}" if person.wikidata else "",
        corrections=tuple(correction_view(correction) for correction in file.corrections[::-1]),
    )


def _appearance(appearance: Appearance) -> AppearanceView:
    published = (appearance.day or "").partition("T")[0]
    return AppearanceView(
        article=appearance,
        href=article_href(appearance.article_id),
        published=in_words(published) if published else "undated",
        described=short_description(appearance.described),
        certainty="" if appearance.basis == CORRECTED else f"{round(100 * appearance.certainty)}%",
    )


def _gap(gap: Gap) -> str:
    return f"between {in_words(gap.last_day)} and {in_words(gap.next_day)} ({gap.days:,} days)"


def _period(first: str | None, last: str | None) -> str:
    """Return a range of days in words, or one day; "" if nothing is dated."""
    if not first or not last:
        return ""
    return f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"


def _narrowing(name: str, counted: tuple[Bucket, ...], state: State) -> tuple[tuple[Link, int], ...]:
    return tuple((Link(bucket.value, state.narrowed(name, bucket.value).href()), bucket.count) for bucket in counted)


def _alongside(others: tuple[QuotedAlongside, ...]) -> tuple[tuple[Link, int], ...]:
    return tuple((Link(other.label, person_href(other.id)), other.articles) for other in others)


def _links(people: tuple[Named, ...]) -> tuple[Link, ...]:
    return tuple(Link(person.label, person_href(person.id)) for person in people)
