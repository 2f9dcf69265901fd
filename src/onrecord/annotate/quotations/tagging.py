"""Which pieces are source, cue and content: takes scores of tags, gives the likeliest spans (Viterbi 1967).

One tag a piece, since contents do not nest in PolNeAR's scheme: nothing, or begin or inside of one of three kinds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.annotate.quotations.encoder import Floats
from onrecord.model import Span

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SOURCE, CUE, CONTENT = 1, 3, 5
STRETCH = 32
"""Pieces in a stretch; of 16, 32 and 64 the quickest on articles of 1,000 pieces."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Half-open ranges of pieces, in order."""

    sources: list[Span]
    cues: list[Span]
    contents: list[Span]


def likeliest(scores: Floats, moves: Floats) -> list[int]:
    """The likeliest tags of pieces whose scores (n, 7) are given; `moves` scores tag after tag, the first after O.

    Stretches of pieces are gone through side by side, each for every tag that may come before it, and joined at the
    end: the same answer as piece after piece, in a quarter of the time.
    """
    if not len(scores):
        return []
    ways = _stretches(scores, moves)
    ends = _ends(ways[-1])
    count = len(ends)
    stretch, before, tag = np.arange(count), np.array([0, *ends[:-1]]), np.array(ends)
    tags = np.empty((count, STRETCH), dtype=np.int64)
    for place in range(STRETCH - 1, -1, -1):
        tags[:, place] = tag
        if place:
            came = (ways[place - 1][:, stretch, before] + moves[:, tag]).argmax(0)
            filled = place + (count - 1) * STRETCH >= len(scores)
            tag = np.append(came[:-1], tag[-1]) if filled else came
    found: list[int] = tags.reshape(-1)[: len(scores)].tolist()
    return found


def _stretches(scores: Floats, moves: Floats) -> list[Floats]:
    """For each place in a stretch the best scores (tag, stretch, tag before the stretch).

    The last stretch is filled up with places that leave everything as it is.
    """
    count = -(-len(scores) // STRETCH)
    padded = np.zeros((count * STRETCH, scores.shape[1]), dtype=np.float32)
    padded[: len(scores)] = scores
    places = np.ascontiguousarray(padded.reshape(count, STRETCH, -1).transpose(1, 2, 0))[..., None]
    best = moves.T[:, None] + places[0]
    best[:, 0] = (moves[0] + places[0][:, 0, 0])[:, None]
    ways = [best]
    for place in range(1, STRETCH):
        found = best[0] + moves[0][:, None, None]
        for tag in range(1, len(moves)):
            np.maximum(found, best[tag] + moves[tag][:, None, None], out=found)
        found += places[place]
        if place + (count - 1) * STRETCH >= len(scores):
            found[:, -1] = best[:, -1]
        best = found
        ways.append(best)
    return ways


def _ends(best: Floats) -> list[int]:
    """The last tag of each stretch on the best way through all."""
    through, entered = best[:, 0, 0], []
    for stretch in range(1, best.shape[1]):
        ways = through + best[:, stretch]
        entered.append(ways.argmax(1).tolist())
        through = ways.max(1)
    ends = [int(through.argmax())]
    for before in reversed(entered):
        ends.append(before[ends[-1]])
    return ends[::-1]


def spans(tags: list[int]) -> Spans:
    """The spans that tags make."""
    found: dict[int, list[Span]] = {SOURCE: [], CUE: [], CONTENT: []}
    begin, kind = -1, 0
    for place, tag in enumerate([*tags, 0]):
        if begin >= 0 and tag != kind + 1:
            found[kind].append((begin, place))
            begin = -1
        if tag in found:
            begin, kind = place, tag
    return Spans(found[SOURCE], found[CUE], found[CONTENT])
