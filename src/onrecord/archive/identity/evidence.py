"""What speaks for and against one person in two places? Takes an appearance and a profile, gives features and words.

Each feature is a number whose weight (`WEIGHTS`) is in log-odds: the sum is the evidence, beside what the names alone
say, that the appearance is of the profile's person.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from math import log, log1p

from onrecord.archive.identity.appearance import Appearance
from onrecord.archive.identity.names import fold
from onrecord.archive.identity.profile import (
    Profile,
    birth_of,
    company_key,
    place_key,
    role_words,
    year_of,
)
from onrecord.archive.identity.roles import conflict, fields_of, rate

WEIGHTS = {
    "role": 0.8,
    "no role": 1.2,
    "field": 2.5,
    "company": 1.5,
    "place": 0.8,
    "no place": 0.5,
    "outlet": 0.4,
    "no outlet": 0.2,
    "topic": 0.6,
    "no topic": 0.3,
    "years": 0.2,
    "age": 3.0,
}
_CONTRADICT = ("no role", "field")
_APART = (
    -1.3
)  # What other company, places, outlets, topics and years may take off together: less than a full name gives.
_ENOUGH = 4  # Names of company on each side, from which on none in common says something.
_STRANGERS = 0.6  # log1p of the names that two strangers have in common.
_SAME_FIELD = 0.4  # What another role in the same field of work still says of two named alike.
_SHARE = 0.5  # Of the words that describe one person, this part comes again in another article.


@dataclass(slots=True)
class Evidence:
    """The features of one comparison, what they say in words for readers, and whether anything rules it out."""

    features: dict[str, float] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    excluded: str = ""
    same_field: bool = False

    def weight(self, *, named: bool) -> float:
        """The log-odds of all features together.

        Where two are `named` alike in full, that they have nothing else in common is no contradiction, and another role
        in the same field of work is a weak one: a senator becomes a candidate, and few fields have two of one name.
        """
        told = {name: WEIGHTS[name] * value for name, value in self.features.items()}
        if named and self.same_field:
            told["no role"] *= _SAME_FIELD
        apart = sum(value for name, value in told.items() if value < 0 and name not in _CONTRADICT)
        rest = sum(value for name, value in told.items() if value >= 0 or name in _CONTRADICT)
        return rest + (max(apart, _APART) if named else apart)


@dataclass(slots=True)
class Facts:
    """An appearance as comparisons need it, worked out once for all candidates."""

    appearance: Appearance
    words: list[str]
    fields: set[str]
    company: dict[str, str]
    born: tuple[int, int] | None
    year: int

    @classmethod
    def of(cls, appearance: Appearance, common: Set[str] = frozenset()) -> Facts:
        """The facts of one appearance; names of its company that are in `common` say nothing."""
        words = role_words(appearance)
        company = {key: name for name in appearance.company if (key := company_key(name)) not in common}
        return cls(appearance, words, fields_of(words), company, birth_of(appearance), year_of(appearance.day))


def compared(facts: Facts, profile: Profile) -> Evidence:
    """The evidence that an appearance is of the profile's person, names aside."""
    found = Evidence()
    _ages(facts, profile, found)
    _roles(facts, profile, found)
    _company(facts, profile, found)
    one = facts.appearance
    _shared(found, "place", place_key(one.place), profile.places, f"both in {one.place}")
    _shared(found, "outlet", fold(one.outlet), profile.outlets, f"both in {one.outlet}")
    topics = [topic for topic in one.topics if fold(topic) in profile.topics]
    if topics:
        found.features["topic"] = log1p(len(topics))
        found.said.append("both under " + ", ".join(topics[:2]))
    elif one.topics and profile.topics:
        found.features["no topic"] = -1.0
    if years := _years(facts, profile):
        found.features["years"] = -float(min(years, 20))
        found.said.append(f"{years} years apart" if years > 1 else "a year apart")
    return found


def _ages(facts: Facts, profile: Profile, found: Evidence) -> None:
    if facts.born is None or not profile.born[1]:
        return
    # A year more on either side: articles tell ages of the day of an event, and round.
    if facts.born[0] > profile.born[1] + 1 or facts.born[1] < profile.born[0] - 1:
        found.excluded = f"born about {facts.born[1]}, the other about {profile.born[1]}"
    else:
        found.features["age"] = 1.0
        found.said.append("ages agree")


def _roles(facts: Facts, profile: Profile, found: Evidence) -> None:
    """Words of the descriptions: how much likelier they are of this person than of anyone."""
    if not facts.words or not profile.described:
        return
    gain, loss, shared = 0.0, 0.0, []
    for word in facts.words:
        base = rate(word)
        seen = profile.roles.get(word, 0) / profile.described
        ratio = log((_SHARE * seen + (1 - _SHARE) * base) / base)
        if ratio > 0:
            gain += ratio
            shared.append(word)
        else:
            loss += ratio
    if shared:
        found.features["role"] = min(gain, 6.0)
        shared.sort(key=rate)
        found.said.append("both times " + ", ".join(shared[:3]))
    else:
        found.features["no role"] = max(loss, -2.0) * min(1.0, 0.5 + profile.described / 4) * _fading(facts, profile)
        found.same_field = not facts.fields.isdisjoint(profile.fields)
    if conflict(facts.fields, profile.fields):
        found.features["field"] = -_fading(facts, profile)
        mine, theirs = sorted(facts.fields)[0], sorted(profile.fields)[0]
        found.said.append(f"one in {mine}, the other in {theirs}")


def _fading(facts: Facts, profile: Profile) -> float:
    """How much another role still says after the years between: all within one, half after eight."""
    return 1.0 / (1.0 + _years(facts, profile) / 8)


def _years(facts: Facts, profile: Profile) -> int:
    """The years between an appearance and the nearest of a profile's first and last; 0 where it lies between them."""
    if not facts.year or not profile.last:
        return 0
    return max(0, year_of(profile.first) - facts.year, facts.year - year_of(profile.last))


def _company(facts: Facts, profile: Profile, found: Evidence) -> None:
    """Names in common, more or fewer than two strangers in one archive have."""
    shared = [name for key, name in facts.company.items() if key in profile.company]
    if shared:
        more = "" if len(shared) <= 3 else f" and {len(shared) - 3} more"
        found.said.append("both beside " + ", ".join(shared[:3]) + more)
    if shared or (len(facts.company) >= _ENOUGH and len(profile.company) >= _ENOUGH):
        found.features["company"] = log1p(len(shared)) - _STRANGERS


def _shared(found: Evidence, feature: str, mine: str, theirs: dict[str, int], words: str) -> None:
    if not mine or not theirs:
        return
    if mine in theirs:
        found.features[feature] = 1.0
        found.said.append(words)
    else:
        found.features[f"no {feature}"] = -1.0
