"""Those who speak, over all articles: the requests an archive takes about them, and the answers it gives.

A *person* here is whoever is quoted under a name: a person, an organisation, a group or a document (`type`). A
person's id ("dana-ruiz", "dana-ruiz-2") never passes on to someone else; `speaker:dana-ruiz` finds what that one said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.archive.corrections.correction import Correction
from onrecord.model import Span, SpeakerType


class PeopleSort(StrEnum):
    """The order of a list of people."""

    QUOTATIONS = "quotations"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRequest:
    """One page of people: those with a name that has all the words of `text`, of `type` (None: any)."""

    text: str = ""
    type: SpeakerType | None = SpeakerType.PERSON
    sort: PeopleSort = PeopleSort.QUOTATIONS
    size: int = 20
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A person by id, as shown: the name, and in brackets what tells apart those who share it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHit:
    """A person as a list shows them.

    `names` are all under which articles have them speak, most frequent first; `described` is what the latest article
    that says so calls them, on `described_on`; `quotations` counts what they said or wrote, `articles` where they
    are quoted, `first` and `last` are the days (EDTF) of the earliest and latest of those that are dated.
    """

    id: str
    name: str
    label: str
    type: SpeakerType
    names: tuple[str, ...]
    described: str
    described_on: str
    quotations: int
    articles: int
    first: str
    last: str
    wikidata: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Someone quoted in one article: under which name, called what, and why taken for this person."""

    article: str
    title: str
    outlet: str
    url: str
    published: str
    name: str
    described: tuple[str, ...]
    quotations: int
    certainty: float
    basis: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What articles call someone, and from when to when they do: the days (EDTF) of the first and last that do."""

    words: str
    first: str
    last: str
    articles: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A value and in how many of a person's articles it stands."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is quoted in the same articles, and in how many."""

    person: Named
    articles: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without a quotation in this archive: the days before and after it, and how many lie between."""

    last: str
    next: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """All that an archive knows of one person over its articles.

    `standings` are the roles, earliest first; `namesakes` others of the same name; `maybe` those for whom a name that
    stands alone ("Sanders") may also stand, or who may be meant by one; `appearances` the latest articles, up to
    `APPEARANCES`; `gaps` the longest stretches of silence, longest first.
    """

    person: PersonHit
    standings: tuple[Standing, ...]
    outlets: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    beside: tuple[Beside, ...]
    gaps: tuple[Gap, ...]
    namesakes: tuple[Named, ...]
    maybe: tuple[Named, ...]
    appearances: tuple[Appearance, ...]
    corrections: Sequence[Correction]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """How many people there are after regrouping, and which corrections could not be made again, in words."""

    people: int
    problems: tuple[str, ...]


CORRECTED = "a reader’s correction"
"""The basis of an appearance that readers gave to someone; its certainty is still that of the first choice."""

APPEARANCES = 200
"""Articles listed in a person's file; a query on `speaker:` finds them all."""


def span_words(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The words that spans mark in a text, each once."""
    return tuple(dict.fromkeys(" ".join(text[begin:end].split()) for begin, end in spans))
