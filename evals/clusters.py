"""Similarity of two partitions of mentions into entities: MUC, B-cubed and CEAF-e, and the mean of the three.

MUC: Vilain and others, MUC-6 (1995). B-cubed: Bagga and Baldwin, LREC workshop (1998). CEAF-e: Luo, HLT/EMNLP (2005),
phi4. The mean of their F1s is the CoNLL score (Pradhan and others, CoNLL 2012). Sums over documents, as there.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Cluster = AbstractSet[Hashable]
Counts = tuple[float, float, float, float]
"""What is right and what there is, for recall and for precision: (right, wanted, right, said)."""


@dataclass(frozen=True, slots=True)
class Score:
    """Recall, precision and F1 in percent."""

    recall: float
    precision: float
    f1: float


def score(counts: Sequence[Counts]) -> Score:
    """Return one score from the counts of several documents."""
    right, wanted, said_right, said = (sum(column) for column in zip(*counts, strict=True))
    recall, precision = right / wanted if wanted else 0.0, said_right / said if said else 0.0
    both = recall + precision
    return Score(100 * recall, 100 * precision, 200 * recall * precision / both if both else 0.0)


def mentions(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Counts:
    """Return how many mentions are found, whatever their entity."""
    wanted, given = set().union(*gold), set().union(*said)
    both = len(wanted & given)
    return both, len(wanted), both, len(given)


def muc(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Counts:
    """Return how many of the links that a spanning tree of each cluster needs are kept by the other partition."""
    return (*_links(gold, said), *_links(said, gold))


def b_cubed(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Counts:
    """Return, summed over mentions, the share of its own cluster that is with it in the other partition."""
    return (*_shares(gold, said), *_shares(said, gold))


def ceaf_e(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Counts:
    """Return the similarity of the entities, each aligned with at most one of the other partition, at best."""
    best = sum(_best(part) for part in _components(gold, said))
    return best, len(gold), best, len(said)


METRICS = {"MUC": muc, "B-cubed": b_cubed, "CEAF-e": ceaf_e}


def _home(clusters: Sequence[Cluster]) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _links(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    home, kept, least = _home(others), 0, 0
    for cluster in clusters:
        pieces = {home.get(mention, (mention,)) for mention in cluster}
        kept, least = kept + len(cluster) - len(pieces), least + len(cluster) - 1
    return kept, least


def _shares(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    home, shared = _home(others), 0.0
    for cluster in clusters:
        for mention in cluster:
            other = others[home[mention]] if mention in home else frozenset()
            shared += len(cluster & other) / len(cluster)
    return shared, float(sum(len(cluster) for cluster in clusters))


def _components(gold: Sequence[Cluster], said: Sequence[Cluster]) -> list[list[list[float]]]:
    """Return the similarity tables (phi4) of clusters connected by shared mentions; other pairs have similarity 0."""
    home, parts, seen = _home(said), [], set[int]()
    reached = [{home[mention] for mention in cluster if mention in home} for cluster in gold]
    by_said: dict[int, set[int]] = {}
    for number, others in enumerate(reached):
        for other in others:
            by_said.setdefault(other, set()).add(number)
    for start in range(len(gold)):
        if start in seen:
            continue
        rows, columns, left = {start}, set[int](), [start]
        while left:
            for other in reached[left.pop()] - columns:
                columns.add(other)
                left += by_said[other] - rows
                rows |= by_said[other]
        seen |= rows
        if columns:
            pairs = [[(gold[row], said[column]) for column in sorted(columns)] for row in sorted(rows)]
            parts.append([[2 * len(a & b) / (len(a) + len(b)) for a, b in row] for row in pairs])
    return parts


def _best(likeness: list[list[float]]) -> float:
    """Return the greatest sum of one number per row and column.

    Successive shortest paths with potentials (Kuhn and Munkres).
    """
    if len(likeness) > len(likeness[0]):
        likeness = [list(column) for column in zip(*likeness, strict=True)]
    pairing = _Pairing(likeness)
    for row in range(1, len(likeness) + 1):
        pairing.add(row)
    return sum(likeness[row - 1][column - 1] for column, row in enumerate(pairing.row_of) if column and row)


class _Pairing:
    """The best pairing of the rows so far with columns; number 0 is a placeholder for no row and no column."""

    def __init__(self, likeness: list[list[float]]) -> None:
        self._likeness = likeness
        self._columns = range(len(likeness[0]) + 1)
        self._row_price, self._column_price = [0.0] * (len(likeness) + 1), [0.0] * len(self._columns)
        self.row_of = [0] * len(self._columns)

    def add(self, row: int) -> None:
        """Add one more row, and pair others anew along the cheapest path if that is better."""
        self.row_of[0], at = row, 0
        least, way, used = [float("inf")] * len(self._columns), [0] * len(self._columns), {0}
        while True:
            self._cheapen(at, least, way, used)
            following = min((one for one in self._columns if one not in used), key=least.__getitem__)
            self._pay(least[following], least, used)
            at = following
            if not self.row_of[at]:
                break
            used.add(at)
        while at:
            self.row_of[at], at = self.row_of[way[at]], way[at]

    def _cheapen(self, at: int, least: list[float], way: list[int], used: set[int]) -> None:
        here = self.row_of[at]
        for column in self._columns[1:]:
            cost = -self._likeness[here - 1][column - 1] - self._row_price[here] - self._column_price[column]
            if column not in used and cost < least[column]:
                least[column], way[column] = cost, at

    def _pay(self, step: float, least: list[float], used: set[int]) -> None:
        for column in self._columns:
            if column in used:
                self._row_price[self.row_of[column]] += step
                self._column_price[column] -= step
            else:
                least[column] -= step
