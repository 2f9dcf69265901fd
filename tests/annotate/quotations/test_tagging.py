"""The likeliest tags are those of trying all sequences, and of decoding piece by piece, for texts of any length."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.annotate.quotations.encoder import Floats
from onrecord.annotate.quotations.tagging import (
    STRETCH,
    TAGS,
    TaggedSpans,
    likeliest_tags,
    tagged_spans,
)

NEVER = np.float32(-1e4)


def made(count: int, seed: int) -> tuple[Floats, Floats]:
    """Scores and transitions (an inside only after its own kind), at random."""
    rng = np.random.default_rng(seed)
    transitions = rng.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    for tag, name in enumerate(TAGS):
        if name.startswith("I-"):
            transitions[[before for before in range(len(TAGS)) if before not in (tag - 1, tag)], tag] = NEVER
    return (rng.normal(size=(count, len(TAGS))) * 2).astype(np.float32), transitions


def score(tags: tuple[int, ...] | list[int], scores: Floats, transitions: Floats) -> float:
    passed = sum(float(transitions[a, b]) for a, b in pairwise([0, *tags]))
    return passed + sum(float(row[tag]) for row, tag in zip(scores, tags, strict=True))


@pytest.mark.parametrize("seed", range(20))
def test_no_other_sequence_is_likelier(seed: int) -> None:
    given = made(4, seed)
    found = likeliest_tags(*given)
    best = max(score(tags, *given) for tags in product(range(len(TAGS)), repeat=4))
    assert score(found, *given) == pytest.approx(best, abs=1e-3)


def piece_by_piece(scores: Floats, transitions: Floats) -> list[int]:
    best = transitions[0] + scores[0]
    backs = []
    for row in scores[1:]:
        paths = transitions + best[:, None]
        backs.append(paths.argmax(0))
        best = paths.max(0) + row
    tags = [int(best.argmax())]
    for back in reversed(backs):
        tags.append(int(back[tags[-1]]))
    return tags[::-1]


@pytest.mark.parametrize("count", [1, 2, STRETCH - 1, STRETCH, STRETCH + 1, 2 * STRETCH, 5 * STRETCH + 7])
def test_stretches_side_by_side_are_decoded_as_piece_by_piece(count: int) -> None:
    for seed in range(5):
        given = made(count, seed)
        assert likeliest_tags(*given) == piece_by_piece(*given)


def test_nothing_has_no_tags() -> None:
    assert likeliest_tags(np.zeros((0, 7), dtype=np.float32), made(1, 0)[1]) == []


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([0, 0], TaggedSpans([], [], [])),
        ([1, 2, 0, 3, 5, 6, 6], TaggedSpans([(0, 2)], [(3, 4)], [(4, 7)])),
        ([5, 6, 5, 6], TaggedSpans([], [], [(0, 2), (2, 4)])),
        ([1, 1, 3, 3], TaggedSpans([(0, 1), (1, 2)], [(2, 3), (3, 4)], [])),
    ],
)
def test_tags_make_spans(tags: list[int], expected: TaggedSpans) -> None:
    assert tagged_spans(tags) == expected
