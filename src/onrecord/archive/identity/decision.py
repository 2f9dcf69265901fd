"""Which of the people known is it, or someone new? Takes an appearance and candidates, gives a choice."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import exp

from onrecord.archive.identity.appearance import Appearance
from onrecord.archive.identity.evidence import Facts
from onrecord.archive.identity.names import parse
from onrecord.archive.identity.profile import Profile
from onrecord.archive.identity.scoring import Rated, rated

_MARGIN = 1.5  # By how much the best bearer of a surname alone must lead.
_EVIDENCE = 1.0  # Log-odds over which a surname alone is someone's.
_OPEN = -2.0  # Log-odds over which a candidate is not ruled out.


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom an appearance is of: the `index` of a candidate, or None for someone new.

    `certainty` is a rank from 0 to 1 and no probability; `basis` says why, for readers; `others` are the candidates
    that cannot be ruled out, likeliest first: whoever bears the full name is among them.
    """

    index: int | None
    certainty: float
    basis: str
    others: tuple[int, ...] = ()


def choose(
    appearance: Appearance,
    candidates: Sequence[Profile],
    *,
    namesakes: int = 0,
    common: Set[str] = frozenset(),
) -> Choice:
    """Which of `candidates` (who share a blocking key) an appearance is of.

    `namesakes` is how many other people are known who share the surname, where those are more than the candidates show;
    `common` are names (`company_key`) that so many articles have that they tell nobody apart. One full name is one
    person unless something speaks against it; a surname alone is someone's only with evidence and a clear lead.
    """
    facts = Facts.of(appearance, common)
    # Those met once are left out: many are misread names.
    givens = {given[0] for one in candidates if one.count > 1 and (given := parse(one.name).given)}
    namesakes = max(namesakes, len(givens) - 1)
    looked_at = [rated(facts, profile, index, namesakes) for index, profile in enumerate(candidates)]
    known = sorted((one for one in looked_at if one and not one.ruled_out), key=lambda one: -one.score)
    weights = [exp(min(one.score, 30.0)) for one in known]
    total = 1.0 + sum(weights)
    best = known[0] if known else None
    likely = [one for one in known if one.named or one.score > _OPEN]
    if best and _suffices(best, known[1:]):
        others = tuple(one.index for one in likely if one is not best)
        return Choice(best.index, round(weights[0] / total, 3), best.basis, others)
    others = tuple(one.index for one in likely)
    ruled_out = next((one.ruled_out for one in looked_at if one and one.ruled_out), "")
    return Choice(None, round(1.0 / total, 3), _why_new(best, ruled_out), others)


def _suffices(best: Rated, rest: Sequence[Rated]) -> bool:
    if best.named:
        return best.score > 0
    # Who is known by a surname alone may be the one or the other, and is nobody's rival.
    second = max((one.score for one in rest if one.full and best.full), default=float("-inf"))
    return best.score > _EVIDENCE and best.score - second >= _MARGIN


def _why_new(best: Rated | None, ruled_out: str) -> str:
    if best is not None and best.named:
        return f"another of that name: {best.basis}"
    if best is not None:
        return f"surname alone, and not enough says whose; likeliest: {best.basis}"
    return f"another of that name: {ruled_out}" if ruled_out else "no one known by such a name"
