"""A format of another package comes in through its entry point alone, and its faults cost nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Never

import pytest

from onrecord.model import Evidence, Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources import Format, Lead, Limits, PackedFile, pages, registry, reread

DOCS = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text("utf-8")
TOY = """
from collections import Counter

from onrecord.sources import Format, page_from_fields


def read_toy(file, stream, limits, skipped):
    number = 0
    while line := stream.readline(limits.page):
        number += 1
        if number == 1:
            continue
        title, _, text = line.decode().strip().partition("|")
        if title == "broken":
            raise KeyError("text")
        yield page_from_fields(file, number, {"title": title, "text": text}, skipped, kind="toy")


TOY = Format(
    name="toy sheet",
    endings=(".toy",),
    sniff=lambda lead: lead.data.startswith(b"TOY1"),
    read=read_toy,
)
NO_FORMAT = 7
"""


@pytest.fixture
def plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with an installed package: one format, one name that is none, one module that is missing."""
    folder = tmp_path / "site"
    info = folder / "toy_sheets-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "toy_sheets_module.py").write_text(TOY, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-sheets\nVersion: 1.0\n", "utf-8")
    points = "toy = toy_sheets_module:TOY\nseven = toy_sheets_module:NO_FORMAT\ngone = toy_gone:TOY\n"
    (info / "entry_points.txt").write_text(f"[{registry.GROUP}]\n{points}", "utf-8")
    monkeypatch.syspath_prepend(str(folder))
    registry._known.cache_clear()
    yield folder
    monkeypatch.undo()
    registry._known.cache_clear()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "two.toy.gz"
    path.write_bytes(b"TOY1\nSlip|The slip reopens.\nPier|The pier is closed.\n")
    return path


def test_a_format_of_another_package_is_read_and_read_again(plugins: Path, sheet: Path) -> None:
    found = [item for item in pages(sheet) if isinstance(item, Page)]
    assert [(page.given.title, page.text) for page in found] == [
        ("Slip", "The slip reopens."),
        ("Pier", "The pier is closed."),
    ]
    assert [reread(page.evidence) for page in found] == [b"The slip reopens.", b"The pier is closed."]


def test_a_format_of_another_package_is_listed(plugins: Path) -> None:
    assert "toy sheet" in registry.names()
    environment = {**os.environ, "PYTHONPATH": str(plugins)}
    command = [sys.executable, "-m", "onrecord", "read", "--help"]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert "toy sheet (.toy)" in " ".join(shown.split())


def test_the_signature_of_a_format_is_stronger_than_the_name_of_a_file(plugins: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(b"TOY1\nSlip|The slip reopens.\n")
    (tmp_path / "page.toy").write_bytes(b"hello")
    items = list(pages([tmp_path / "other.txt", tmp_path / "page.toy"]))
    assert [item.given.title for item in items if isinstance(item, Page)] == ["Slip"]
    assert isinstance(items[-1], Rejected)
    assert items[-1].reason == "its name says toy sheet, and its first bytes do not: fetch it again"


def test_what_cannot_be_loaded_is_listed_once_and_costs_nothing_else(plugins: Path, sheet: Path) -> None:
    items = list(pages([sheet, sheet]))
    assert [str(item) for item in items if isinstance(item, Rejected)] == [
        (
            "onrecord.formats entry point, gone of toy-sheets 1.0: this format cannot be loaded, update or remove its "
            "package (ModuleNotFoundError: No module named 'toy_gone')"
        ),
        (
            "onrecord.formats entry point, seven of toy-sheets 1.0: this format cannot be loaded, update or remove its "
            "package (TypeError: toy_sheets_module:NO_FORMAT is not an onrecord.sources.Format)"
        ),
    ]
    assert len([item for item in items if isinstance(item, Page)]) == 4


def test_a_file_on_which_the_code_of_a_format_fails_is_rejected_alone(plugins: Path, tmp_path: Path) -> None:
    (tmp_path / "a.toy").write_bytes(b"TOY1\nSlip|The slip reopens.\nbroken|\n")
    (tmp_path / "b.txt").write_bytes(b"Three.")
    items = list(pages([tmp_path / "a.toy", tmp_path / "b.txt"]))
    assert [item.reason for item in items if isinstance(item, Rejected)][2:] == [
        "the format \"toy sheet\" failed on this file, report it to its authors (KeyError: 'text')"
    ]
    assert [item.text for item in items if isinstance(item, Page)] == ["The slip reopens.", "Three."]


@pytest.mark.parametrize("known", registry.formats(), ids=lambda known: known.name)
def test_a_fault_in_one_of_our_own_formats_costs_only_its_file(
    known: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> Never:
        raise zlib.error("Error -3")

    reading = replace(known, sniff=lambda lead: True, read=failing, body_at=failing)
    expected = f'the format "{known.name}" failed on this file, report it to its authors (error: Error -3)'
    path = tmp_path / "a.txt"
    path.write_bytes(b"anything")
    for faulty in (reading, replace(known, sniff=failing)):
        monkeypatch.setattr(registry, "_BUILT_IN", (faulty,))
        registry._known.cache_clear()
        assert [item.reason for item in pages([path, path]) if isinstance(item, Rejected)] == [expected] * 2
        with pytest.raises(InputError, match=re.escape(expected)):
            reread(Evidence(str(path), 0, "sha256:0"))
    registry._known.cache_clear()


def test_without_plugins_nothing_is_rejected() -> None:
    assert registry.unloadable() == ()


@pytest.mark.parametrize("ending", ["toy", ".TOY", ".t oy", "", "."])
def test_an_ending_that_no_file_can_have_is_refused(ending: str) -> None:
    with pytest.raises(ValueError, match="is not a file name ending"):
        Format(name="toy", endings=(ending,), read=lambda *_: iter(()))


def test_docs_list_every_format() -> None:
    for known in registry.formats():
        for ending in known.endings:
            assert f"`{ending}`" in DOCS, known


def test_the_format_in_the_docs_reads_its_file(tmp_path: Path) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", DOCS, flags=re.M | re.S)
    module: dict[str, Format] = {}
    exec(code, module)
    path = tmp_path / "two.sheet"
    path.write_bytes(b"SHEET1\nSlip|The slip reopens.\nPier|The pier is closed.\n")
    assert module["SHEETS"].sniff(Lead(str(path), path.read_bytes(), path.read_text("utf-8")))
    with PackedFile(path) as stream:
        items = list(module["SHEETS"].read(str(path), stream, Limits(), Counter()))
    assert [item.given.title for item in items if isinstance(item, Page)] == ["Slip", "Pier"]
