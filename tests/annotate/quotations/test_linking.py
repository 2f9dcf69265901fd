"""The classes of pairs of spans: by distance, and by the cues and paragraphs between them."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.annotate.quotations.linking import MOST, NEAR, pair_classes
from onrecord.model import Span

PARAGRAPHS = np.repeat(np.arange(6), 50)


def pair(span: Span, other: Span, *cues: int) -> tuple[int, int, int, int]:
    distance, between, apart, gap = pair_classes(
        np.array([span]), np.array([other]), np.array(cues, dtype=int), PARAGRAPHS
    )
    return int(distance[0, 0]), int(between[0, 0]), int(apart[0, 0]), int(gap[0, 0])


@pytest.mark.parametrize(
    ("span", "other", "cues", "expected"),
    [
        ((0, 3), (3, 5), (), (0, 0, 0, 0)),
        ((0, 3), (4, 5), (), (1, 0, 0, 1)),
        ((4, 5), (0, 3), (), (len(NEAR) + 2, 0, 0, 1)),
        ((0, 3), (20, 25), (5, 9), (7, 2, 0, 17)),
        ((20, 25), (0, 3), (5, 9, 30), (len(NEAR) + 8, 2, 0, 17)),
        ((0, 3), (45, 48), (4, 5, 6, 7, 8), (10, MOST, 0, 42)),
        ((10, 12), (290, 292), (), (len(NEAR), 0, MOST, 278)),
        ((10, 12), (60, 62), (), (10, 0, 1, 48)),
    ],
)
def test_pairs_have_classes(span: Span, other: Span, cues: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert pair(span, other, *cues) == expected


def test_all_pairs_get_their_classes_at_once() -> None:
    distance, between, apart, gap = pair_classes(
        np.array([(0, 2), (60, 70)]), np.array([(3, 4), (80, 81), (200, 201)]), np.array([3, 75]), PARAGRAPHS
    )
    assert distance.shape == between.shape == apart.shape == gap.shape == (2, 3)
    assert gap.tolist() == [[1, 78, 198], [56, 10, 130]]
    assert between.tolist() == [[0, 2, 2], [0, 1, 1]]
    assert apart.tolist() == [[0, 1, 3], [1, 0, 3]]
