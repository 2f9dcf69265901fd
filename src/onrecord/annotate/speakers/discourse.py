"""Who has spoken so far in an article: what the ways to a name pass to one another and remember between sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.annotate.entities.mentions import Entity
from onrecord.model import Span

LEAST = 0.5
"""A name less certain than this is not shown: the speaker is unknown and the basis tells the candidates."""
CLEAR = 0.35
"""Score points between the likeliest antecedent and the next; below, neither is given.

Measured on PolNeAR dev: from .2 to .9, right and wrong names move by less than .6 and .2 points.
"""


_KEPT = 8  # Sources looked back over.


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a part of a source stands for, how sure that is (0 to 1), and by which way it was found."""

    named: tuple[Entity, ...]
    certainty: float
    how: str


@dataclass(slots=True)
class Discourse:
    """The sources resolved so far, in the order in which they were asked.

    `spoke`: where each begins and whom it stands for, () for no name; `contents`: what they said and who they are;
    `nameless`: the last source where it was one person without a name ("a police officer").
    """

    spoke: list[tuple[int, tuple[Entity, ...]]] = field(default_factory=list)
    contents: list[tuple[Span, tuple[Entity, ...]]] = field(default_factory=list)
    nameless: Span | None = None

    def before(self, offset: int) -> list[tuple[int, tuple[Entity, ...]]]:
        """The last sources that begin before `offset`: a source may be asked for after one further down, or twice."""
        return [one for one in self.spoke[-_KEPT:] if one[0] < offset]

    def singles(self) -> list[tuple[int, Entity]]:
        """The last sources that stand for one name."""
        return [(at, named[0]) for at, named in self.spoke[-6:] if len(named) == 1]
