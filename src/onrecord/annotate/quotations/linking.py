"""Which content goes with which cue, and which cue with which source: takes spans, gives attributions as links.

A pair's score is a product of what the encoder says of both ends of each span, and of learned biases for how far they
are apart, how many cues lie between, and how many paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.quotations.encoder import Floats, Heads, Seen
from onrecord.annotate.quotations.tagging import Spans
from onrecord.annotate.quotations.wordpieces import Ints
from onrecord.model import Span

NEAR = np.array([0, 1, 2, 3, 5, 8, 12, 18, 26, 40, 60, 90, 140])
"""Upper ends of the classes of distance, in pieces."""

TO_CUE, TO_SOURCE = 0, 1
REACH = (400, 200)
"""How far away, in pieces, a cue and a source are looked for; on PolNeAR's training part none lies farther."""

MOST = 3
"""Cues or paragraphs between two spans that are counted apart; more count as so many."""

_SHARED_OUT = 0.8
"""How likely a content goes with the cue of its own sentence that had none: by hand, since dev has too few of them."""

_CHUNK = 64
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Link:
    """A cue, its contents with how likely each goes with it, its source and how likely that is it."""

    cue: Span
    contents: list[tuple[Span, float]]
    source: Span | None
    likely: float


def links(spans: Spans, seen: Seen, heads: Heads, paragraph: Ints, sentence: Ints) -> list[Link]:
    """The attributions that the spans make: a cue with one or more contents each, in the order of their cues.

    `paragraph` and `sentence` number those that each piece is in.
    """
    linker = _Linker(seen, heads, paragraph, spans.cues)
    claimed: dict[int, list[tuple[Span, float]]] = {}
    for content, (best, likely) in zip(spans.contents, linker.best(TO_CUE, spans.contents, spans.cues), strict=True):
        if best is not None:
            claimed.setdefault(best, []).append((content, likely))
    _share_out(claimed, spans.cues, sentence)
    cues = [spans.cues[number] for number in sorted(claimed)]
    sources = linker.best(TO_SOURCE, cues, spans.sources)
    return [
        Link(cue, claimed[number], None if best is None else spans.sources[best], likely)
        for number, cue, (best, likely) in zip(sorted(claimed), cues, sources, strict=True)
    ]


def _share_out(claimed: dict[int, list[tuple[Span, float]]], cues: list[Span], sentence: Ints) -> None:
    """Give a cue without content that of its own sentence, where a cue elsewhere has it beside others.

    `“It is late,” Doe said. “Go home,” Roe replied.` is two quotations, though the second could go on the first.
    """
    spare = {
        int(sentence[content[1] - 1]): (number, content)
        for number, contents in claimed.items()
        for content, _ in contents[1:]
        if sentence[content[1] - 1] != sentence[cues[number][0]]
    }
    for number, cue in enumerate(cues):
        if number not in claimed and (found := spare.pop(int(sentence[cue[0]]), None)):
            before, content = found
            claimed[before] = [one for one in claimed[before] if one[0] != content]
            claimed[number] = [(content, _SHARED_OUT)]


class _Linker:
    """Finds for each of some spans the best of others.

    The encoder makes four vectors of a span's ends for each of the two links: of its first and last piece, as the one
    that looks and as the one that is looked for.
    """

    def __init__(self, seen: Seen, heads: Heads, paragraph: Ints, cues: list[Span]) -> None:
        self._seen = seen
        self._heads = heads
        self._paragraph = paragraph
        self._cues = _array(cues)[:, 0]

    def best(self, which: int, spans: list[Span], others: list[Span]) -> Iterator[tuple[int | None, float]]:
        """For each span the number of its best partner and how likely that is it; None where it has none."""
        there = _array(others)
        keys = self._ends(4 * which + 2, there)[0]
        for low in range(0, len(spans), _CHUNK):
            chunk = _array(spans[low : low + _CHUNK])
            near = _reachable(chunk, there, REACH[which])
            queries, nobody = self._ends(4 * which, chunk)
            scores = queries @ keys[near].T / np.float32(keys.shape[1] ** 0.5) + self._biases(which, chunk, there[near])
            if which == TO_SOURCE:
                scores = np.concatenate([scores, nobody[:, None]], axis=1)
            numbers = range(len(others))[near]
            for row in scores:
                at = int(row.argmax()) if len(row) else 0
                found = at < len(numbers) and row[at] > _NEVER / 2
                yield (numbers[at] if found else None), (float(1 / np.exp(row - row[at]).sum()) if len(row) else 0.0)

    def _biases(self, which: int, spans: Ints, others: Ints) -> Floats:
        near, between, apart, gap = classes(spans, others, self._cues, self._paragraph)
        heads = self._heads
        scores = heads.distance[which][near] + heads.between[which][between] + heads.apart[which][apart]
        found: Floats = np.where(gap < REACH[which], scores, _NEVER)
        return found

    def _ends(self, at: int, spans: Ints) -> tuple[Floats, Floats]:
        """Of each span what its first and its last piece say together, and its score of having no source."""
        linked, nobody = self._seen.linkable(self._seen.vectors[np.concatenate([spans[:, 0], spans[:, 1] - 1])])
        ends: Floats = linked[: len(spans), at] + linked[len(spans) :, at + 1]
        return ends, nobody[: len(spans)]


def classes(spans: Ints, others: Ints, cues: Ints, paragraph: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Of each pair the classes of signed distance, of cues between (their first pieces given) and of paragraphs.

    Spans are (m, 2) and (n, 2) in pieces, each result (m, n); the last is how many pieces lie between.
    """
    begin, end = spans[:, :1], spans[:, 1:]
    after = others[:, 0] >= end
    gap = np.where(after, others[:, 0] - end, np.minimum(others[:, 1] - begin, 0))
    near = np.searchsorted(NEAR, np.abs(gap)) + np.where(gap < 0, len(NEAR) + 1, 0)
    low, high = np.where(after, end, others[:, 1]), np.where(after, others[:, 0], begin)
    between = np.searchsorted(cues, high) - np.searchsorted(cues, low)
    apart = np.abs(paragraph[others[:, 0]] - paragraph[spans[:, 0]][:, None])
    return near, np.clip(between, 0, MOST), np.minimum(apart, MOST), np.abs(gap)


def _reachable(chunk: Ints, others: Ints, reach: int) -> slice:
    """The others that any span of a chunk, in order of their beginnings, may reach."""
    low = np.searchsorted(others[:, 1], chunk[0, 0] - reach) if len(chunk) else 0
    high = np.searchsorted(others[:, 0], chunk[:, 1].max(initial=0) + reach)
    return slice(int(low), int(high))


def _array(spans: list[Span]) -> NDArray[np.int64]:
    return np.array(spans, dtype=np.int64).reshape(-1, 2)
