"""Who spoke, in words: takes a speaker and the people that it stands for, gives what a page says and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from onrecord.archive.query.tree import Field
from onrecord.archive.results import Named
from onrecord.model import Speaker, SpeakerType
from onrecord.web.search_url import State

UNSURE = 0.5
"""Under this certainty a speaker or a quotation is more likely wrong than right, and the page says so."""

LONGEST = 60
"""Characters of what an article calls someone, beside the name; what is longer, the person's page has."""


@dataclass(frozen=True, slots=True)
class Link:
    """Some words and the address that they lead to."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A speaker in words: the name or what is honestly known, whom the name leads to, the basis and the doubt.

    `described` is what the article calls them, `alias` its own name for them where that is another.
    """

    name: str
    known: bool
    links: tuple[Link, ...] = ()
    described: str = ""
    alias: str = ""
    basis: str = ""
    doubt: str = ""


def who(
    speaker: Speaker | None, source: Iterable[str], people: Sequence[Named] = (), described: Iterable[str] = ()
) -> Who:
    """Who spoke, as far as the article says; a source without a name is told in its own words."""
    if speaker is None or not speaker.name:
        return _nobody(speaker, " … ".join(source))
    links = tuple(Link(one.label, person_href(one.id)) for one in people)
    label = " and ".join(link.text for link in links)
    other = len(people) == 1 and speaker.name != label and not label.startswith(f"{speaker.name} (")
    return Who(
        name=label or speaker.name,
        known=True,
        links=links or (Link(speaker.name, searches("speaker", speaker.name)),),
        described=calling(described) if len(people) < 2 else "",
        alias=speaker.name if other else "",
        basis=speaker.basis,
        doubt=f"uncertain, {round(100 * speaker.certainty)}%" if speaker.certainty < UNSURE else "",
    )


def calling(described: Iterable[str]) -> str:
    """What an article calls someone, in few words; "" where it says no more than an age."""
    return next((words for words in described if len(words) <= LONGEST and not words.isdigit()), "")


def person_href(id: str, tail: str = "") -> str:
    """The address of a person's page, or with `.json` that of its twin."""
    return f"/people/{quote(id, safe='')}{tail}"


def searches(name: str, value: str) -> str:
    """The quotations that one filter leaves."""
    return State(path="/quotes", fields=(Field(name, value),)).href()


def _nobody(speaker: Speaker | None, source: str) -> Who:
    """A speaker without a name; only a reader who corrects can be certain that nobody is known."""
    if speaker is not None and speaker.certainty == 1:
        return Who(name="speaker unknown", known=False, basis=speaker.basis)
    unnamed = speaker is not None and speaker.type is SpeakerType.UNNAMED
    basis = f"in the article: {source}" if source else ""
    return Who(name="unnamed source" if unnamed else "speaker unknown", known=False, basis=basis)
