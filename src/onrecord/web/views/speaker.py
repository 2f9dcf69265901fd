"""Who said a quotation, in words, with links to the people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.archive.results import Named
from onrecord.model import Speaker, SpeakerType
from onrecord.model.quotation import UNCERTAIN
from onrecord.web.views.links import Link, person_href, quotes_href

LONGEST = 60
"""Longest description shown beside a name, in characters; the person's page has longer ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """A speaker in words: the name, or what is known instead; links; how the name was found; and any doubt.

    `described` is the article's description, `alias` the name in the article if we show another.
    """

    name: str
    known: bool
    links: tuple[Link, ...] = ()
    described: str = ""
    alias: str = ""
    basis: str = ""
    doubt: str = ""


def speaker_view(
    speaker: Speaker | None, source: Iterable[str], people: Sequence[Named] = (), described: Iterable[str] = ()
) -> SpeakerView:
    """Return who said a quotation; a speaker without a name is shown in the article's words (`source`).

    `people` are the persons across articles that the speaker is; `described` are the article's descriptions.
    """
    if speaker is None or not speaker.name:
        return _unknown(speaker, " … ".join(source))
    links = tuple(Link(person.label, person_href(person.id)) for person in people)
    label = " and ".join(link.text for link in links)
    other = len(people) == 1 and speaker.name != label and not label.startswith(f"{speaker.name} (")
    return SpeakerView(
        name=label or speaker.name,
        known=True,
        links=links or (Link(speaker.name, quotes_href("speaker", speaker.name)),),
        described=short_description(described) if len(people) < 2 else "",
        alias=speaker.name if other else "",
        basis=speaker.basis,
        doubt=f"uncertain, {round(100 * speaker.certainty)}%" if speaker.certainty < UNCERTAIN else "",
    )


def short_description(described: Iterable[str]) -> str:
    """Return the first short description of someone, or "" if the article gives no more than an age."""
    return next((words for words in described if len(words) <= LONGEST and not words.isdigit()), "")


def _unknown(speaker: Speaker | None, source: str) -> SpeakerView:
    """Return a speaker without a name; only a reader's correction is certain that nobody is known."""
    if speaker is not None and speaker.certainty == 1:
        return SpeakerView(name="speaker unknown", known=False, basis=speaker.basis)
    unnamed = speaker is not None and speaker.type is SpeakerType.UNNAMED
    basis = f"in the article: {source}" if source else ""
    return SpeakerView(name="unnamed source" if unnamed else "speaker unknown", known=False, basis=basis)
