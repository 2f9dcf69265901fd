"""The measures of coreference, on the worked examples of the papers that introduced them."""

from __future__ import annotations

import pytest

from evals.clusters import METRICS, Score, b_cubed, ceaf_e, mentions, muc, score

KEY = [set("12345"), set("67"), set("89ABC")]
"""The key of Bagga and Baldwin (1998), figure 1, which Luo (2005) uses again; its four responses follow."""
RESPONSES = {
    "a": [set("12345"), set("6789ABC")],
    "b": [set("1234589ABC"), set("67")],
    "c": [set("123456789ABC")],
    "d": [{one} for one in "123456789ABC"],
}


@pytest.mark.parametrize(
    ("response", "metric", "recall", "precision"),
    [
        # Bagga and Baldwin (1998): MUC cannot distinguish the two errors, B-cubed can.
        ("a", "MUC", 100.0, 90.0),
        ("b", "MUC", 100.0, 90.0),
        ("a", "B-cubed", 100.0, 76.2),
        ("b", "B-cubed", 100.0, 58.3),
        ("d", "B-cubed", 25.0, 100.0),
    ],
)
def test_muc_and_b_cubed_of_the_paper(response: str, metric: str, recall: float, precision: float) -> None:
    found = score([METRICS[metric](KEY, RESPONSES[response])])
    assert (round(found.recall, 1), round(found.precision, 1)) == (recall, precision)


@pytest.mark.parametrize(("response", "f1"), [("a", 73.3), ("b", 66.7), ("c", 29.4), ("d", 17.8)])
def test_ceaf_e_of_the_paper(response: str, f1: float) -> None:
    """Luo (2005), table 1: similarity of entities by phi4."""
    assert round(score([ceaf_e(KEY, RESPONSES[response])]).f1, 1) == f1


def test_muc_of_vilain_and_others() -> None:
    """A key of one chain of four, a response of two pairs: one of three links is missing."""
    found = score([muc([set("ABCD")], [set("AB"), set("CD")])])
    assert (round(found.recall, 1), found.precision, round(found.f1, 1)) == (66.7, 100.0, 80.0)


def test_equal_partitions_score_all() -> None:
    for metric in (mentions, *METRICS.values()):
        assert score([metric(KEY, KEY)]) == Score(100.0, 100.0, 100.0)


def test_mentions_missing_in_the_other_partition_count_against() -> None:
    found = [set("12"), set("XY")]
    assert mentions([set("123")], found) == (2, 3, 2, 4)
    assert b_cubed([set("123")], found) == (4 / 3, 3, 2, 4)
    assert muc([set("123")], found) == (1, 2, 1, 2)


def test_documents_are_added_up_before_they_are_divided() -> None:
    found = score([(1, 1, 1, 1), (0, 3, 0, 1)])
    assert (found.recall, found.precision, round(found.f1, 1)) == (25.0, 50.0, 33.3)


def test_the_best_pairing_is_not_the_greedy_one() -> None:
    """Pairing the most similar first (2 of 3 with 3) would leave the other two with nothing in common."""
    gold, said = [set("abc"), set("de")], [set("abd"), set("c")]
    assert ceaf_e(gold, said)[0] == pytest.approx(max(2 * 2 / 6 + 0, 2 * 1 / 4 + 2 * 1 / 5))


def test_nothing_said_is_zero() -> None:
    assert score([metric(KEY, []) for metric in METRICS.values()]) == Score(0.0, 0.0, 0.0)
