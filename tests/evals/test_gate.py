"""The gate of quality: it tells what fell, and never lets a floor sink."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from evals import forms, gate, newspaper


def test_what_is_below_its_floor_is_named() -> None:
    assert gate.below({"a": 70.0, "b": 80.0}, {"a": 70.5, "b": 80.0, "skipped": 90.0}) == [
        "a: 70.0 is below its floor 70.5"
    ]


def test_a_floor_that_sank_or_is_gone_is_named() -> None:
    earlier = [{"a": 60.0, "b": 50.0}, {"a": 65.0}]
    assert gate.lowered({"a": 64.0}, earlier) == ["a: its floor was 65.0 once", "b: its floor was 50.0 once"]
    assert gate.lowered({"a": 65.0, "b": 50.0, "new": 1.0}, earlier) == []


def test_floors_rise_to_just_under_what_was_measured() -> None:
    assert gate.raised({"a": 71.3, "b": 40.0}, {"a": 60.0, "b": 45.0, "c": 9.0}) == {"a": 70.5, "b": 45.0, "c": 9.0}


def test_all_floors_that_were_committed_are_remembered(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    assert gate.history(file) is None

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Tester", "-c", "user.email=tester@tests.example")
        subprocess.run(["git", "-C", str(tmp_path), *identity, *arguments], check=True, capture_output=True)

    git("init")
    for floors in ({"a": 60.0}, {"a": 65.0}, {"a": 61.0}):
        file.write_text(json.dumps(floors))
        git("add", ".")
        git("commit", "-m", "floors")
    assert gate.history(file) == [{"a": 61.0}, {"a": 65.0}, {"a": 60.0}]


def test_no_floor_of_this_repository_ever_sank() -> None:
    floors = json.loads(gate.FLOORS.read_text("utf-8"))
    assert gate.lowered(floors, gate.history(gate.FLOORS) or []) == []


@pytest.fixture(scope="module")
def floors() -> gate.Figures:
    found: gate.Figures = json.loads(gate.FLOORS.read_text("utf-8"))
    return found


def test_the_demo_newspaper_is_read_as_well_as_it_was(floors: gate.Figures) -> None:
    found = {f"newspaper {kind} F1": row["F1"] for kind, row in newspaper.measure().items()}
    assert gate.below(found, floors) == []


def test_the_forms_of_news_are_read_as_well_as_they_were(floors: gate.Figures) -> None:
    assert gate.below({"forms all F1": forms.f1(forms.measure()["all"])}, floors) == []
