"""Archives for the contract tests; another engine becomes one more parameter here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.archive import Archive, open_archive

Open = Callable[[bool], Archive]


KINDS = ("embedded",)


def opener(kind: str, folder: Path) -> Open:
    """Opens the one archive of this kind in `folder`, made at the first opening: with True to write, else to read."""
    assert kind == "embedded"
    return lambda write: open_archive(folder / "archive.onrecord", create=True, write=write)


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens this test's archive: `opened(True)` to write, `opened(False)` to read."""
    return opener(request.param, tmp_path)


@pytest.fixture
def archive(opened: Open) -> Iterator[Archive]:
    """A new archive, open for writing."""
    with opened(True) as archive:
        yield archive
