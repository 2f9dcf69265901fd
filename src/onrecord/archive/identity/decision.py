"""The decision: which known person an appearance is, or that it is a new one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from math import exp

from onrecord.archive.identity.appearance import Appearance
from onrecord.archive.identity.evidence import Facts
from onrecord.archive.identity.names import parse
from onrecord.archive.identity.profile import Profile
from onrecord.archive.identity.scoring import Rated, rated

_MARGIN = 1.5  # Log-odds by which the best candidate for a bare surname must lead the next.
_EVIDENCE = 1.0  # Log-odds above which a bare surname is a candidate's.
_OPEN = -2.0  # Log-odds above which a candidate stays possible.


@dataclass(frozen=True, slots=True)
class Choice:
    """The person of an appearance: the `index` of a candidate, or None for a new person.

    `certainty` ranks from 0 to 1 and is not a probability; `basis` is the reason, for readers; `others` are the other
    candidates that cannot be ruled out, likeliest first, always including those with the same full name.
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
    """Return which of `candidates` (people who share a blocking key with it) an appearance is.

    `namesakes` is the number of other known people with the surname, where the candidates do not show them all;
    `common` are names (as `company_key` writes them) in so many articles that they distinguish nobody. A full name is
    one person unless there is evidence against it; a bare surname needs evidence for a candidate, and a clear lead.
    """
    facts = Facts.of(appearance, common)
    # People seen only once do not count: many are misread names.
    givens = {given[0] for one in candidates if one.count > 1 and (given := parse(one.name).given)}
    namesakes = max(namesakes, len(givens) - 1)
    ratings = [rated(facts, profile, index, namesakes) for index, profile in enumerate(candidates)]
    known = sorted((one for one in ratings if one and not one.ruled_out), key=lambda one: -one.score)
    weights = [exp(min(one.score, 30.0)) for one in known]
    total = 1.0 + sum(weights)
    best = known[0] if known else None
    likely = [one for one in known if one.named or one.score > _OPEN]
    if best and _suffices(best, known[1:]):
        others = tuple(one.index for one in likely if one is not best)
        return Choice(best.index, round(weights[0] / total, 3), best.basis, others)
    others = tuple(one.index for one in likely)
    ruled_out = next((one.ruled_out for one in ratings if one and one.ruled_out), "")
    return Choice(None, round(1.0 / total, 3), _why_new(best, ruled_out), others)


def _suffices(best: Rated, rest: Sequence[Rated]) -> bool:
    if best.named:
        return best.score > 0
    # A candidate known by a bare surname alone may be any of the others, so it is not a rival.
    second = max((one.score for one in rest if one.full and best.full), default=float("-inf"))
    return best.score > _EVIDENCE and best.score - second >= _MARGIN


def _why_new(best: Rated | None, ruled_out: str) -> str:
    if best is not None and best.named:
        return f"another of that name: {best.basis}"
    if best is not None:
        return f"surname alone, and not enough says whose; likeliest: {best.basis}"
    return f"another of that name: {ruled_out}" if ruled_out else "no one known by such a name"
