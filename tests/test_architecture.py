"""ARCHITECTURE.md leads to the right file: every module and folder that it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "onrecord"
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
STAGES = ("sources", "extract", "annotate", "archive")


def named_in(section: str) -> list[str]:
    """The paths in a section's backticks: `folder/`, `folder/module`, `path/to/file.py`."""
    return re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", section)


def test_each_sample_change_names_a_file_that_is_there() -> None:
    rows = re.findall(r"^\| .+? \| `(src/\S+?)` \|$", PAGE, flags=re.M)
    assert len(rows) >= 10
    assert [path for path in rows if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("section", PAGE.split("\n## ")[1:], ids=lambda section: section.partition("\n")[0])
def test_each_path_of_a_section_is_there(section: str) -> None:
    stage = section.partition("/")[0].partition(" ")[0]
    roots = [ROOT, SOURCE, SOURCE / stage, SOURCE / "archive" / "embedded", SOURCE / "web"]
    missing = [
        path
        for path in named_in(section)
        if not any((root / path).exists() or (root / f"{path}.py").exists() for root in roots)
    ]
    assert missing == []


def test_the_tour_is_short() -> None:
    assert len(PAGE.splitlines()) <= 200
