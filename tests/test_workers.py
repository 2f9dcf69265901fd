"""Work on several cores: the order stays, and a killed process costs no other item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.workers import Killed, Workers
from tests.helpers.killed_workers import double, failing, killing, killing_once


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order_and_what_is_not_wanted_passes(jobs: int) -> None:
    found = list(Workers(double, jobs=jobs).map(range(50), wanted=lambda n: n % 5 != 0))
    assert found == [(n, None if n % 5 == 0 else 2 * n) for n in range(50)]


def test_items_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = Workers(double, jobs=2).map(numbers(), wanted=lambda n: True)
    assert next(results) == (0, 0)
    assert len(taken) < 100
    results.close()


def test_a_worker_that_is_killed_costs_only_its_own_item() -> None:
    found = list(Workers(killing, jobs=2).map(range(12), wanted=lambda n: True))
    assert [n for n, _ in found] == list(range(12))
    assert [n for n, result in found if isinstance(result, Killed)] == [3, 10]
    assert all(result == 2 * n for n, result in found if n not in (3, 10))


def test_an_item_whose_worker_was_killed_is_tried_once_more(tmp_path: Path) -> None:
    items = ["a", str(tmp_path / "once"), "b"]
    assert list(Workers(killing_once, jobs=2).map(items, wanted=lambda path: True)) == [(item, item) for item in items]


def test_what_the_function_raises_comes_out() -> None:
    with pytest.raises(ValueError, match="no 1"):
        list(Workers(failing, jobs=2).map([1], wanted=lambda n: True))
