"""Which of the people known is it, or someone new? Takes an appearance and candidates, gives a choice."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import exp, log, log1p

from onrecord.archive.people.appearance import Appearance
from onrecord.archive.people.evidence import Facts, compared
from onrecord.archive.people.names import Likeness, compare, is_handle, normal, parse
from onrecord.archive.people.profile import Profile
from onrecord.model import SpeakerType

PRIOR = {
    Likeness.SAME: 2.0,
    Likeness.VARIANT: 1.5,
    Likeness.INITIAL: 0.5,
    Likeness.PART: -1.2,
}
"""Log-odds that two names that are this much alike are one person's, where nothing else is known."""
_BARE = 0.0  # The same for a surname alone, printed in two articles.
_COMMON = 0.5  # What each doubling (log1p) of those who share a name takes off.
_PROMINENT = 1.0  # Times the log of the articles that name someone: whom the press names often, it will name again.
_SUFFIX = -2.5  # Jr. on one side only.
_MARGIN = 1.5  # By how much the best bearer of a surname alone must lead.
_EVIDENCE = 1.0  # Log-odds over which a surname alone is someone's.
_OPEN = -2.0  # Log-odds over which a candidate is not ruled out.
_SAID = {
    Likeness.SAME: "same name",
    Likeness.VARIANT: "a form of the same name",
    Likeness.INITIAL: "initial and surname fit",
    Likeness.PART: "surname fits",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom an appearance is of: the `index` of a candidate, or None for someone new.

    `certainty` is a rank from 0 to 1 and no probability; `basis` says why, for readers; `others` are the candidates
    that cannot be ruled out, likeliest first.
    """

    index: int | None
    certainty: float
    basis: str
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rated:
    index: int
    score: float
    sure: bool  # Whether the name alone makes it the same person until something speaks against it.
    basis: str


def choose(
    appearance: Appearance,
    candidates: Sequence[Profile],
    *,
    namesakes: int = 0,
    common: Set[str] = frozenset(),
) -> Choice:
    """Which of `candidates` (who share a blocking key) an appearance is of.

    `namesakes` is how many other people are known who share the surname or the given name; `common` are names
    (`company_key`) that so many articles have that they tell nobody apart. One full name is one person
    unless something speaks against it; a surname alone is someone's only with evidence and a clear lead.
    """
    facts = Facts.of(appearance, common)
    rated, ruled = [], []
    for index, profile in enumerate(candidates):
        found = _rated(facts, profile, index, namesakes)
        if isinstance(found, str):
            ruled += [found] if found else []
        else:
            rated.append(found)
    rated.sort(key=lambda one: -one.score)
    open_ = [one for one in rated if one.score > _OPEN]
    weights = [exp(min(one.score, 30.0)) for one in rated]
    total = 1.0 + sum(weights)
    best = rated[0] if rated else None
    second = rated[1].score if len(rated) > 1 else float("-inf")
    if best and best.score > (0.0 if best.sure else _EVIDENCE) and (best.sure or best.score - second >= _MARGIN):
        others = tuple(one.index for one in open_ if one is not best)
        return Choice(best.index, round(weights[0] / total, 3), best.basis, others)
    others = tuple(one.index for one in open_)
    certainty = round(max(1.0 / total, 0.5 if not others else 0.0), 3)
    return Choice(None, certainty, _why_new(best, ruled, len(candidates)), others)


def _rated(facts: Facts, profile: Profile, index: int, namesakes: int) -> _Rated | str:
    """How likely the appearance is of this person; a text (or "") where that is ruled out."""
    one = facts.appearance
    if (one.type is SpeakerType.PERSON) is not (profile.type is SpeakerType.PERSON) or SpeakerType.UNNAMED in {
        one.type,
        profile.type,
    }:
        return ""
    if one.type is not SpeakerType.PERSON or is_handle(one.name):
        mine = normal(one.name)
        same = any(normal(name) == mine for name in profile.names)
        return _Rated(index, 4.0, True, "same name") if same else ""
    likeness = profile.likeness(one.name)
    if likeness is Likeness.NEVER:
        return ""
    if _stands_beside(one, profile, likeness):
        return "named beside the other in one article"
    evidence = compared(facts, profile)
    if evidence.excluded:
        return evidence.excluded
    parsed = parse(one.name)
    if not parsed.given and likeness is Likeness.SAME and any(parse(name).given for name in profile.names):
        likeness = Likeness.PART
    bare = not parsed.given and likeness is Likeness.SAME
    prior = _BARE if bare else PRIOR[likeness]
    if likeness is Likeness.SAME and not any(parse(name).suffix == parsed.suffix for name in profile.names):
        prior += _SUFFIX
    prior += _PROMINENT * log(max(1, profile.count))
    prior -= _COMMON * log1p(namesakes) * (1.0 if likeness <= Likeness.INITIAL or bare else 0.5)
    basis = "; ".join([_SAID[likeness] if not bare else "same surname alone", *evidence.said])
    named = likeness >= Likeness.VARIANT and not bare
    return _Rated(index, prior + evidence.weight(named=named), named, basis)


def _stands_beside(one: Appearance, profile: Profile, likeness: Likeness) -> bool:
    """Whether the article names the candidate, too, as someone else: `Donald Trump Jr.` beside `Donald Trump`."""
    parsed = parse(one.name)
    full = [known for name in profile.names if (known := parse(name)).given]
    if not full or parsed in full or " " in parsed.surname:
        return False
    last = parsed.last
    for name in one.company:
        if last not in name.casefold() and name.isascii():
            continue
        other = parse(name)
        if other != parsed and other in full and compare(other, parsed) <= likeness:
            return True
    return False


def _why_new(best: _Rated | None, ruled: list[str], candidates: int) -> str:
    if best is not None and not best.sure:
        return f"surname alone, and not enough says whose; likeliest: {best.basis}"
    if best is not None:
        return f"another of that name: {best.basis}"
    if ruled:
        return f"another of that name: {ruled[0]}"
    return "no one known by such a name" if not candidates else "another name"
