"""The measure of people: B-cubed on worked examples, and the demo newspaper's people as they are found."""

from __future__ import annotations

import pytest

from evals import people
from onrecord.archive.identity import Appearance
from onrecord.model import SpeakerType


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        # The figures of Bagga and Baldwin (1998): three of 5, 2 and 5; the last two joined, then the outer ones.
        ("aaaaabbccccc", "111112222222", (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12, 1.0),
        ("aaaaabbccccc", "111112211111", (2 + 10 * 5 / 10) / 12, 1.0),
        ("aabb", "1122", 1.0, 1.0),
        ("aabb", "1111", 0.5, 1.0),
        ("aabb", "1234", 1.0, 0.5),
        ("aaab", "1122", 3 / 4, (2 * 2 / 3 + 1 / 3 + 1) / 4),
    ],
)
def test_b_cubed_is_that_of_bagga_and_baldwin(gold: str, found: str, precision: float, recall: float) -> None:
    f1, p, r = people.b_cubed(gold, found)
    assert p == pytest.approx(precision)
    assert r == pytest.approx(recall)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_nothing_scores_nothing() -> None:
    assert people.b_cubed("", "") == (0.0, 0.0, 0.0)


def test_articles_are_read_in_the_order_of_publication() -> None:
    def item(name: str, day: str, role: str) -> people.Item:
        seen = Appearance(name=name, type=SpeakerType.PERSON, described=(role,), day=day)
        return people.Item(name, day, seen)

    orr, alone = item("Paul Orr", "2021-01-01", "superintendent"), item("Orr", "2021-01-02", "superintendent")
    gold, found = people.clustered([alone, orr], frozenset())
    assert gold == ["Paul Orr", "Orr"]
    assert found == [0, 0]


def test_the_people_of_the_demo_newspaper_are_distinguished() -> None:
    figures = people.measured(*people.demo("fast", None))
    assert figures["people, annotated"]["F1"] >= 95
    assert figures["people, right"]["F1"] >= 95
    assert figures["people, right"]["P"] == 100
