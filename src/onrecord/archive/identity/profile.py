"""What is known of one person over all appearances? Counts, bounded, that later appearances are compared with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from onrecord.archive.identity.appearance import Appearance
from onrecord.archive.identity.names import (
    Likeness,
    compare,
    fold,
    parse,
)
from onrecord.archive.identity.roles import age_of, fields_of, words_of
from onrecord.model import SpeakerType

Counts = dict[str, int]
# What a profile keeps of each kind; what was seen least and longest ago goes first. JSON of all stays under 4 kB.
_NAMES, _ROLES, _COMPANY, _PLACES, _OUTLETS, _TOPICS = 8, 40, 48, 8, 10, 16
_LONG = 32  # Characters of an entry.


@dataclass(slots=True)
class Profile:
    """What the appearances of one person have told so far; `add` takes the next.

    `roles` counts the appearances that say a word of the person, `described` those that say anything; `fields` has the
    last year of each field of work, `born` the years between which the ages given put the birth, (0, 0) unknown.
    """

    type: SpeakerType = SpeakerType.PERSON
    count: int = 0
    described: int = 0
    names: Counts = field(default_factory=dict)
    roles: Counts = field(default_factory=dict)
    fields: Counts = field(default_factory=dict)
    company: Counts = field(default_factory=dict)
    places: Counts = field(default_factory=dict)
    outlets: Counts = field(default_factory=dict)
    topics: Counts = field(default_factory=dict)
    first: str = ""
    last: str = ""
    born: tuple[int, int] = (0, 0)

    @property
    def name(self) -> str:
        """The name most often printed among the full ones; "" before the first appearance."""
        if self.type is not SpeakerType.PERSON:
            return max(self.names, key=self.names.__getitem__, default="")
        return max(self.names, key=lambda name: (bool(parse(name).given), self.names[name]), default="")

    def add(self, appearance: Appearance) -> None:
        """Takes one more appearance of this person."""
        if not self.count:
            self.type = appearance.type
        self.count += 1
        _count(self.names, [appearance.name[:120]], _NAMES)
        words = role_words(appearance)
        self.described += bool(words)
        _count(self.roles, words, _ROLES)
        year = year_of(appearance.day)
        for one in fields_of(words):
            self.fields[one] = max(year, self.fields.get(one, 0))
        _count(self.company, map(company_key, appearance.company), _COMPANY)
        _count(self.places, [place_key(appearance.place)], _PLACES)
        _count(self.outlets, [fold(appearance.outlet)], _OUTLETS)
        _count(self.topics, map(fold, appearance.topics), _TOPICS)
        if appearance.day:
            self.first = min(self.first or appearance.day, appearance.day)
            self.last = max(self.last, appearance.day)
        if born := birth_of(appearance):
            self.born = _meet(self.born, born)

    def likeness(self, name: str) -> Likeness:
        """How alike `name` is to the names that the person bears; NEVER where one of them contradicts it."""
        parsed, mine = parse(name), [parse(one) for one in self.names]
        if parsed in mine:
            return Likeness.SAME
        alike = [(one, compare(one, parsed)) for one in mine]
        if any(found is Likeness.NEVER and one.given for one, found in alike):
            return Likeness.NEVER
        return max((found for _, found in alike), default=Likeness.NEVER)

    def to_json(self) -> dict[str, Any]:
        """The profile as a JSON object; what is empty is left out."""
        told = {name: getattr(self, name) for name in _FIELDS}
        found: dict[str, Any] = {"type": str(self.type), **{name: value for name, value in told.items() if value}}
        return found | ({"born": list(self.born)} if self.born[1] else {})

    @classmethod
    def from_json(cls, json: dict[str, Any]) -> Profile:
        """The profile that `to_json` wrote. Raises KeyError or ValueError where the layout is another."""
        told = {name: json[name] for name in _FIELDS if name in json}
        told = {name: dict(value) if isinstance(value, dict) else value for name, value in told.items()}
        low, high = json.get("born", (0, 0))
        return cls(type=SpeakerType(json["type"]), born=(low, high), **told)


_FIELDS = ("count", "described", "names", "roles", "fields", "company", "places", "outlets", "topics", "first", "last")


def role_words(appearance: Appearance) -> list[str]:
    """The words that an article says of someone, each once."""
    return list(dict.fromkeys(word[:_LONG] for one in appearance.described for word in words_of(one)))


def company_key(name: str) -> str:
    """A name of the company as profiles count it."""
    return fold(name)[:_LONG]


def place_key(place: str) -> str:
    """A dateline's place as profiles count it: `LUBBOCK, Texas` is `lubbock`."""
    return fold(place).partition(",")[0].strip()[:_LONG]


def year_of(day: str) -> int:
    """The year of an EDTF value; 0 where there is none."""
    return int(day[:4]) if day[:4].isascii() and day[:4].isdigit() else 0


def birth_of(appearance: Appearance) -> tuple[int, int] | None:
    """The two years in which one may be born whose age the article gives."""
    age, year = age_of(appearance.described), year_of(appearance.day)
    return (year - age - 1, year - age) if age is not None and year else None


def _meet(known: tuple[int, int], told: tuple[int, int]) -> tuple[int, int]:
    low, high = max(known[0], told[0]), min(known[1], told[1])
    return told if not known[1] else (low, high) if low <= high else known


def _count(counts: Counts, entries: Iterable[str], most: int) -> None:
    """Counts `entries`; of too many, those counted least go, of these the ones seen longest ago."""
    for entry in entries:
        if entry:
            counts[entry] = counts.pop(entry, 0) + 1
    if len(counts) > most:
        order = {key: index for index, key in enumerate(counts)}
        for key in sorted(counts, key=lambda key: (counts[key], order[key]))[: len(counts) - most]:
            del counts[key]
