"""Profiles: bounded counts over all appearances of one person, which later appearances are compared with."""

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
# Entries of each kind that a profile keeps; the rarest and oldest go first. Its JSON stays under 4 kB.
_NAMES, _ROLES, _COMPANY, _PLACES, _OUTLETS, _TOPICS = 8, 40, 48, 8, 10, 16
_LONG = 32  # Characters of an entry.


@dataclass(slots=True)
class Profile:
    """Counts over the appearances of one person so far.

    `roles` counts the appearances with each descriptive word, `described` those with any; `fields` has the last year of
    each field of work, `born` the earliest and latest year of birth by the ages given, (0, 0) unknown.
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
        """Return the most frequent full name, else the most frequent name; "" before the first appearance."""
        if self.type is not SpeakerType.PERSON:
            return max(self.names, key=self.names.__getitem__, default="")
        return max(self.names, key=lambda name: (bool(parse(name).given), self.names[name]), default="")

    def add(self, appearance: Appearance) -> None:
        """Count one more appearance of this person."""
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
            self.born = _narrowed(self.born, born)

    def likeness(self, name: str) -> Likeness:
        """Return how similar `name` is to the names of the person; NEVER if one of them contradicts it."""
        parsed, mine = parse(name), [parse(one) for one in self.names]
        if parsed in mine:
            return Likeness.SAME
        alike = [(one, compare(one, parsed)) for one in mine]
        if any(found is Likeness.NEVER and one.given for one, found in alike):
            return Likeness.NEVER
        return max((found for _, found in alike), default=Likeness.NEVER)

    def to_json(self) -> dict[str, Any]:
        """Return the profile as a JSON object, without empty values."""
        values = {name: getattr(self, name) for name in _FIELDS}
        json: dict[str, Any] = {"type": str(self.type), **{name: value for name, value in values.items() if value}}
        return json | ({"born": list(self.born)} if self.born[1] else {})

    @classmethod
    def from_json(cls, json: dict[str, Any]) -> Profile:
        """Return the profile that `to_json` wrote. Raises KeyError or ValueError for another layout."""
        values = {name: json[name] for name in _FIELDS if name in json}
        values = {name: dict(value) if isinstance(value, dict) else value for name, value in values.items()}
        low, high = json.get("born", (0, 0))
        return cls(type=SpeakerType(json["type"]), born=(low, high), **values)


_FIELDS = ("count", "described", "names", "roles", "fields", "company", "places", "outlets", "topics", "first", "last")


def role_words(appearance: Appearance) -> list[str]:
    """Return the distinct words of the descriptions in an appearance."""
    return list(dict.fromkeys(word[:_LONG] for one in appearance.described for word in words_of(one)))


def company_key(name: str) -> str:
    """Return a name of the company in the form that profiles count."""
    return fold(name)[:_LONG]


def place_key(place: str) -> str:
    """Return a dateline's place in the form that profiles count: `lubbock` for `LUBBOCK, Texas`."""
    return fold(place).partition(",")[0].strip()[:_LONG]


def year_of(day: str) -> int:
    """Return the year of an EDTF value; 0 if there is none."""
    return int(day[:4]) if day[:4].isascii() and day[:4].isdigit() else 0


def birth_of(appearance: Appearance) -> tuple[int, int] | None:
    """Return the two possible years of birth by the age that the article gives; None without an age or a date."""
    age, year = age_of(appearance.described), year_of(appearance.day)
    return (year - age - 1, year - age) if age is not None and year else None


def _narrowed(known: tuple[int, int], given: tuple[int, int]) -> tuple[int, int]:
    low, high = max(known[0], given[0]), min(known[1], given[1])
    if not known[1]:
        return given
    return (low, high) if low <= high else known


def _count(counts: Counts, entries: Iterable[str], most: int) -> None:
    """Count `entries`, and drop the rarest beyond `most`, of equally rare ones the oldest."""
    for entry in entries:
        if entry:
            counts[entry] = counts.pop(entry, 0) + 1
    if len(counts) > most:
        order = {key: index for index, key in enumerate(counts)}
        for key in sorted(counts, key=lambda key: (counts[key], order[key]))[: len(counts) - most]:
            del counts[key]
