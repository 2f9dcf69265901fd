"""Scores: the log-odds that an appearance is a known person, with the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, log1p

from onrecord.archive.identity.appearance import Appearance
from onrecord.archive.identity.evidence import Evidence, Facts, compared
from onrecord.archive.identity.names import (
    Likeness,
    compare,
    is_handle,
    normal,
    parse,
    words,
)
from onrecord.archive.identity.profile import Profile
from onrecord.model import SpeakerType

PRIOR = {
    Likeness.SAME: 1.75,
    Likeness.VARIANT: 1.25,
    Likeness.INITIAL: 0.5,
    Likeness.PART: -1.0,
}
"""Log-odds that two names this similar belong to one person, if nothing else is known.

Tuned, like the others here, on half of PolNeAR's train articles (evals/people.py): 1.8% of their full names are split
from their person, and 1.1% of bare surnames go to a wrong one; on the other half 1.3% and 0.9%.
"""
_BARE = 0.8  # The same for a bare surname in both articles.
_THING = 4.0  # Organisations, documents and accounts with the same name;
_GENERIC = 1.0  # names that every town has.
_SUFFIX = -2.5  # "Jr." on one side only.
# The reduction for namesakes of a bare surname, times the log of their number; for a full name, a seventh of it.
_COMMON = 0.8
# People named often will be named again: the log of the number of their articles counts, up to these limits. They are
# too low to decide a bare surname alone, or to join two full names from different fields of work.
_KNOWN, _KNOWN_SHORT = 3.0, 2.2
_REASONS = {
    Likeness.SAME: "same name",
    Likeness.VARIANT: "a form of the same name",
    Likeness.INITIAL: "initial and surname fit",
    Likeness.PART: "surname fits",
}
_EVERY_TOWN = words(
    """
    city county state town village borough council board police department school schools district court office
    commission committee government sheriff sheriffs fire union hospital university college company administration
    church party team club clerk auditor report study poll survey letter statement lawsuit complaint indictment mayors
    of and public works health memo list minutes audit teachers library museum airport port authority
    """
)


@dataclass(frozen=True, slots=True)
class Rated:
    """A candidate's log-odds, with the reasons in words.

    `named`: the names alone make it the same person unless there is evidence against it; `full`: the candidate is known
    by more than a surname; `ruled_out`: the reason why it cannot be the person, "" if it can.
    """

    index: int
    score: float = 0.0
    named: bool = False
    full: bool = True
    basis: str = ""
    ruled_out: str = ""


def rated(facts: Facts, profile: Profile, index: int, namesakes: int) -> Rated | None:
    """Return how likely an appearance is the candidate at `index`; None if the names do not fit."""
    one = facts.appearance
    if SpeakerType.UNNAMED in {one.type, profile.type} or _is_person(one.type) is not _is_person(profile.type):
        return None
    if not _is_person(one.type) or is_handle(one.name):
        return _rated_thing(facts, profile, index)
    likeness = profile.likeness(one.name)
    if likeness is Likeness.NEVER:
        return None
    if _also_named(one, profile, likeness):
        return Rated(index, ruled_out="named beside the other in one article")
    evidence = compared(facts, profile)
    if evidence.excluded:
        return Rated(index, ruled_out=evidence.excluded)
    full = any(parse(name).given for name in profile.names)
    bare = not full and likeness is Likeness.SAME
    if full and not parse(one.name).given:
        likeness = Likeness.PART
    named = likeness >= Likeness.VARIANT and not bare
    score = _prior(one, profile, likeness, namesakes, bare=bare) + evidence.weight(named=named)
    reason = "same surname alone" if bare else _REASONS[likeness]
    return Rated(index, score, named, full, _basis(reason, evidence))


def _prior(one: Appearance, profile: Profile, likeness: Likeness, namesakes: int, *, bare: bool) -> float:
    """Return the log-odds from the names and from how often the candidate is named."""
    prior = _BARE if bare else PRIOR[likeness]
    suffix = parse(one.name).suffix
    if likeness is Likeness.SAME and not any(parse(name).suffix == suffix for name in profile.names):
        prior += _SUFFIX
    short = bare or likeness <= Likeness.INITIAL
    prior += min(log(max(1, profile.count)), _KNOWN_SHORT if short else _KNOWN)
    return prior - _COMMON * log1p(namesakes) * (1.0 if short else 0.15)


def _rated_thing(facts: Facts, profile: Profile, index: int) -> Rated | None:
    """Return how likely two equal names are one thing: certain, except for names that every town has."""
    mine = normal(facts.appearance.name)
    if not any(normal(name) == mine for name in profile.names):
        return None
    if is_handle(facts.appearance.name) or not _EVERY_TOWN.issuperset(mine.split()):
        return Rated(index, _THING, True, basis=_REASONS[Likeness.SAME])
    evidence = compared(facts, profile)
    return Rated(index, _GENERIC + evidence.weight(named=True), True, basis=_basis("same name", evidence))


def _also_named(one: Appearance, profile: Profile, likeness: Likeness) -> bool:
    """True if the article also names the candidate, as somebody else: `Donald Trump Jr.` and `Donald Trump`."""
    mine = parse(one.name)
    full = [known for name in profile.names if (known := parse(name)).given]
    if not full or mine in full or " " in mine.surname:
        return False
    for name in one.company:
        if mine.last not in name.casefold() and name.isascii():
            continue
        other = parse(name)
        if other != mine and other in full and compare(other, mine) <= likeness:
            return True
    return False


def _basis(reason: str, evidence: Evidence) -> str:
    return "; ".join([reason, *evidence.reasons])


def _is_person(type_: SpeakerType) -> bool:
    return type_ is SpeakerType.PERSON
