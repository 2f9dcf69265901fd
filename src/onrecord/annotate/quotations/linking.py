"""Linking: which content belongs to which cue, and which source to which cue.

A pair's score is a product of the encoder's vectors for both ends of each span, plus learned biases for their distance
and for the cues and paragraphs between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.quotations.encoder import Encoded, Floats, Heads
from onrecord.annotate.quotations.tagging import TaggedSpans
from onrecord.annotate.quotations.wordpieces import Ints, Wordpieces
from onrecord.model import Span

NEAR = np.array([0, 1, 2, 3, 5, 8, 12, 18, 26, 40, 60, 90, 140])
"""Upper bounds of the distance classes, in pieces."""

TO_CUE, TO_SOURCE = 0, 1
REACH = (400, 200)
"""Greatest distance, in pieces, of a cue and of a source; in PolNeAR's training articles none is farther away."""

MOST = 3
"""Cues or paragraphs between two spans that have a class of their own; more count as this many."""

_REASSIGNED = 0.8
"""Probability of a content reassigned to a cue of its sentence that had none; set by hand, as dev has too few."""

_CHUNK = 64
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Link:
    """A cue, its contents each with its probability, its source or None, and the probability of that choice."""

    cue: Span
    contents: list[tuple[Span, float]]
    source: Span | None
    source_probability: float


def link_spans(spans: TaggedSpans, pieces: Wordpieces, encoded: Encoded, heads: Heads) -> list[Link]:
    """Return a link for each cue with one or more contents, in the order of the cues."""
    linker = _Linker(encoded, heads, pieces.paragraph, spans.cues)
    by_cue: dict[int, list[tuple[Span, float]]] = {}
    pairs = zip(spans.contents, linker.best(TO_CUE, spans.contents, spans.cues), strict=True)
    for content, (best, probability) in pairs:
        if best is not None:
            by_cue.setdefault(best, []).append((content, probability))
    _reassign(by_cue, spans.cues, pieces.sentence)
    cues = [spans.cues[number] for number in sorted(by_cue)]
    sources = linker.best(TO_SOURCE, cues, spans.sources)
    return [
        Link(cue, by_cue[number], None if best is None else spans.sources[best], probability)
        for number, cue, (best, probability) in zip(sorted(by_cue), cues, sources, strict=True)
    ]


def _reassign(by_cue: dict[int, list[tuple[Span, float]]], cues: list[Span], sentence: Ints) -> None:
    """Give a cue without content the content in its own sentence, if a cue elsewhere has it as one of several.

    `“It is late,” Doe said. “Go home,” Roe replied.` is two quotations, though the second could continue the first.
    """
    spare = {
        int(sentence[content[1] - 1]): (number, content)
        for number, contents in by_cue.items()
        for content, _ in contents[1:]
        if sentence[content[1] - 1] != sentence[cues[number][0]]
    }
    for number, cue in enumerate(cues):
        if number not in by_cue and (in_sentence := spare.pop(int(sentence[cue[0]]), None)):
            before, content = in_sentence
            by_cue[before] = [linked for linked in by_cue[before] if linked[0] != content]
            by_cue[number] = [(content, _REASSIGNED)]


class _Linker:
    """Finds the best partner of each span.

    The encoder makes four vectors of a span's ends for each of the two kinds of link: of its first and last piece, as
    query and as key.
    """

    def __init__(self, encoded: Encoded, heads: Heads, paragraph: Ints, cues: list[Span]) -> None:
        self._encoded = encoded
        self._heads = heads
        self._paragraph = paragraph
        self._cues = _array(cues)[:, 0]

    def best(self, which: int, spans: list[Span], others: list[Span]) -> Iterator[tuple[int | None, float]]:
        """Yield the number of each span's best partner, or None, and the probability of that choice."""
        there = _array(others)
        keys = self._ends(4 * which + 2, there)[0]
        for low in range(0, len(spans), _CHUNK):
            chunk = _array(spans[low : low + _CHUNK])
            near = _reachable(chunk, there, REACH[which])
            queries, no_source = self._ends(4 * which, chunk)
            scores = queries @ keys[near].T / np.float32(keys.shape[1] ** 0.5) + self._biases(which, chunk, there[near])
            if which == TO_SOURCE:
                scores = np.concatenate([scores, no_source[:, None]], axis=1)
            numbers = range(len(others))[near]
            for row in scores:
                at = int(row.argmax()) if len(row) else 0
                has_partner = at < len(numbers) and row[at] > _NEVER / 2
                probability = float(1 / np.exp(row - row[at]).sum()) if len(row) else 0.0
                yield (numbers[at] if has_partner else None), probability

    def _biases(self, which: int, spans: Ints, others: Ints) -> Floats:
        distance, between, apart, gap = pair_classes(spans, others, self._cues, self._paragraph)
        heads = self._heads
        scores = heads.distance[which][distance] + heads.between[which][between] + heads.apart[which][apart]
        biases: Floats = np.where(gap < REACH[which], scores, _NEVER)
        return biases

    def _ends(self, at: int, spans: Ints) -> tuple[Floats, Floats]:
        """Return the sum of the vectors of each span's first and last piece, and its score of having no source."""
        pieces = np.concatenate([spans[:, 0], spans[:, 1] - 1])
        linked, no_source = self._encoded.link_vectors(self._encoded.vectors[pieces])
        ends: Floats = linked[: len(spans), at] + linked[len(spans) :, at + 1]
        return ends, no_source[: len(spans)]


def pair_classes(spans: Ints, others: Ints, cues: Ints, paragraph: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return each pair's classes of signed distance, cues between and paragraphs between, and its distance.

    Spans are (m, 2) and (n, 2) in pieces, each result (m, n). `cues` has the first piece of each cue.
    """
    begin, end = spans[:, :1], spans[:, 1:]
    after = others[:, 0] >= end
    gap = np.where(after, others[:, 0] - end, np.minimum(others[:, 1] - begin, 0))
    distance = np.searchsorted(NEAR, np.abs(gap)) + np.where(gap < 0, len(NEAR) + 1, 0)
    low, high = np.where(after, end, others[:, 1]), np.where(after, others[:, 0], begin)
    between = np.searchsorted(cues, high) - np.searchsorted(cues, low)
    apart = np.abs(paragraph[others[:, 0]] - paragraph[spans[:, 0]][:, None])
    return distance, np.clip(between, 0, MOST), np.minimum(apart, MOST), np.abs(gap)


def _reachable(chunk: Ints, others: Ints, reach: int) -> slice:
    """Return which of the other spans each span of the chunk may reach; both are in the order of their beginnings."""
    low = np.searchsorted(others[:, 1], chunk[0, 0] - reach) if len(chunk) else 0
    high = np.searchsorted(others[:, 0], chunk[:, 1].max(initial=0) + reach)
    return slice(int(low), int(high))


def _array(spans: list[Span]) -> NDArray[np.int64]:
    return np.array(spans, dtype=np.int64).reshape(-1, 2)
