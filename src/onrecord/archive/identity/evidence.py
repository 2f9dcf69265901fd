"""Evidence, apart from the names, that an appearance and a profile are the same person: features and reasons in words.

Each feature is a number with a weight (`WEIGHTS`) in log-odds; their weighted sum is the evidence.
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
)  # The most that differing company, places, outlets, topics and years may take off: less than a full name gives.
_ENOUGH = 4  # Other names on each side from which having none in common is evidence.
_STRANGERS = 0.6  # log1p of the number of names that two different people have in common.
_SAME_FIELD = 0.4  # Weight of a differing role in the same field of work, where the full names agree.
_SHARE = 0.5  # The share of the words describing a person that recur in another article.


@dataclass(slots=True)
class Evidence:
    """The features of one comparison, the reasons in words for readers, and the reason against the match, if any."""

    features: dict[str, float] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    excluded: str = ""
    same_field: bool = False

    def weight(self, *, named: bool) -> float:
        """Return the log-odds of all features together.

        If the full names agree (`named`), having nothing else in common is not a contradiction, and another role in the
        same field of work is a weak one: a senator becomes a candidate, and few fields have two people of one name.
        """
        weighted = {name: WEIGHTS[name] * value for name, value in self.features.items()}
        if named and self.same_field:
            weighted["no role"] *= _SAME_FIELD
        apart = sum(value for name, value in weighted.items() if value < 0 and name not in _CONTRADICT)
        rest = sum(value for name, value in weighted.items() if value >= 0 or name in _CONTRADICT)
        return rest + (max(apart, _APART) if named else apart)


@dataclass(slots=True)
class Facts:
    """An appearance prepared for comparison, once for all candidates."""

    appearance: Appearance
    words: list[str]
    fields: set[str]
    company: dict[str, str]
    born: tuple[int, int] | None
    year: int

    @classmethod
    def of(cls, appearance: Appearance, common: Set[str] = frozenset()) -> Facts:
        """Return the facts of an appearance; names in `common` are left out of its company."""
        words = role_words(appearance)
        company = {key: name for name in appearance.company if (key := company_key(name)) not in common}
        return cls(appearance, words, fields_of(words), company, birth_of(appearance), year_of(appearance.day))


def compared(facts: Facts, profile: Profile) -> Evidence:
    """Return the evidence that an appearance is the profile's person, apart from the names."""
    evidence = Evidence()
    _ages(facts, profile, evidence)
    _roles(facts, profile, evidence)
    _company(facts, profile, evidence)
    one = facts.appearance
    _shared(evidence, "place", place_key(one.place), profile.places, f"both in {one.place}")
    _shared(evidence, "outlet", fold(one.outlet), profile.outlets, f"both in {one.outlet}")
    topics = [topic for topic in one.topics if fold(topic) in profile.topics]
    if topics:
        evidence.features["topic"] = log1p(len(topics))
        evidence.reasons.append("both under " + ", ".join(topics[:2]))
    elif one.topics and profile.topics:
        evidence.features["no topic"] = -1.0
    if years := _years(facts, profile):
        evidence.features["years"] = -float(min(years, 20))
        evidence.reasons.append(f"{years} years apart" if years > 1 else "a year apart")
    return evidence


def _ages(facts: Facts, profile: Profile, evidence: Evidence) -> None:
    if facts.born is None or not profile.born[1]:
        return
    # A year more on either side: articles give ages as of the day of an event, or rounded.
    if facts.born[0] > profile.born[1] + 1 or facts.born[1] < profile.born[0] - 1:
        evidence.excluded = f"born about {facts.born[1]}, the other about {profile.born[1]}"
    else:
        evidence.features["age"] = 1.0
        evidence.reasons.append("ages agree")


def _roles(facts: Facts, profile: Profile, evidence: Evidence) -> None:
    """Compare descriptions: how much likelier each word is for this person than for anybody."""
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
        evidence.features["role"] = min(gain, 6.0)
        shared.sort(key=rate)
        evidence.reasons.append("both times " + ", ".join(shared[:3]))
    else:
        evidence.features["no role"] = max(loss, -2.0) * min(1.0, 0.5 + profile.described / 4) * _fading(facts, profile)
        evidence.same_field = not facts.fields.isdisjoint(profile.fields)
    if conflict(facts.fields, profile.fields):
        evidence.features["field"] = -_fading(facts, profile)
        mine, theirs = sorted(facts.fields)[0], sorted(profile.fields)[0]
        evidence.reasons.append(f"one in {mine}, the other in {theirs}")


def _fading(facts: Facts, profile: Profile) -> float:
    """Return the weight that a differing role has after the years between: 1 within one year, a half after eight."""
    return 1.0 / (1.0 + _years(facts, profile) / 8)


def _years(facts: Facts, profile: Profile) -> int:
    """Return the years between an appearance and the profile's nearest day; 0 if it is between its first and last."""
    if not facts.year or not profile.last:
        return 0
    return max(0, year_of(profile.first) - facts.year, facts.year - year_of(profile.last))


def _company(facts: Facts, profile: Profile, evidence: Evidence) -> None:
    """Compare the names in common with the number that two different people in one archive have."""
    shared = [name for key, name in facts.company.items() if key in profile.company]
    if shared:
        more = "" if len(shared) <= 3 else f" and {len(shared) - 3} more"
        evidence.reasons.append("both beside " + ", ".join(shared[:3]) + more)
    if shared or (len(facts.company) >= _ENOUGH and len(profile.company) >= _ENOUGH):
        evidence.features["company"] = log1p(len(shared)) - _STRANGERS


def _shared(evidence: Evidence, feature: str, mine: str, theirs: dict[str, int], words: str) -> None:
    if not mine or not theirs:
        return
    if mine in theirs:
        evidence.features[feature] = 1.0
        evidence.reasons.append(words)
    else:
        evidence.features[f"no {feature}"] = -1.0
