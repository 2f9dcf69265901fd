"""The likeliest tags: the same as by trying all ways, and as piece after piece, for texts of any length."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.annotate.quotations.encoder import Floats
from onrecord.annotate.quotations.tagging import (
    STRETCH,
    TAGS,
    Spans,
    likeliest,
    spans,
)

NEVER = np.float32(-1e4)


def made(count: int, seed: int) -> tuple[Floats, Floats]:
    """Scores and moves (an inside only after its own kind), at random."""
    rng = np.random.default_rng(seed)
    moves = rng.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    for tag, name in enumerate(TAGS):
        if name.startswith("I-"):
            moves[[before for before in range(len(TAGS)) if before not in (tag - 1, tag)], tag] = NEVER
    return (rng.normal(size=(count, len(TAGS))) * 2).astype(np.float32), moves


def score(tags: tuple[int, ...] | list[int], scores: Floats, moves: Floats) -> float:
    walked = sum(float(moves[a, b]) for a, b in pairwise([0, *tags]))
    return walked + sum(float(row[tag]) for row, tag in zip(scores, tags, strict=True))


@pytest.mark.parametrize("seed", range(20))
def test_no_other_way_is_likelier(seed: int) -> None:
    given = made(4, seed)
    found = likeliest(*given)
    best = max(score(tags, *given) for tags in product(range(len(TAGS)), repeat=4))
    assert score(found, *given) == pytest.approx(best, abs=1e-3)


def piece_after_piece(scores: Floats, moves: Floats) -> list[int]:
    best = moves[0] + scores[0]
    backs = []
    for row in scores[1:]:
        ways = moves + best[:, None]
        backs.append(ways.argmax(0))
        best = ways.max(0) + row
    tags = [int(best.argmax())]
    for back in reversed(backs):
        tags.append(int(back[tags[-1]]))
    return tags[::-1]


@pytest.mark.parametrize("count", [1, 2, STRETCH - 1, STRETCH, STRETCH + 1, 2 * STRETCH, 5 * STRETCH + 7])
def test_stretches_side_by_side_give_what_piece_after_piece_gives(count: int) -> None:
    for seed in range(5):
        given = made(count, seed)
        assert likeliest(*given) == piece_after_piece(*given)


def test_nothing_has_no_tags() -> None:
    assert likeliest(np.zeros((0, 7), dtype=np.float32), made(1, 0)[1]) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([0, 0], Spans([], [], [])),
        ([1, 2, 0, 3, 5, 6, 6], Spans([(0, 2)], [(3, 4)], [(4, 7)])),
        ([5, 6, 5, 6], Spans([], [], [(0, 2), (2, 4)])),
        ([1, 1, 3, 3], Spans([(0, 1), (1, 2)], [(2, 3), (3, 4)], [])),
    ],
)
def test_tags_make_spans(tags: list[int], expected: Spans) -> None:
    assert spans(tags) == expected
