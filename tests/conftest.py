"""What several folders of tests share: the demo newspaper, its archive, and the command line as a process."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from onrecord import build, open_archive
from tests.helpers.command_line import Run, command_in

settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")

ROOT = Path(__file__).resolve().parents[1]
NEWSPAPER = ROOT / "src/onrecord/newspaper"


@pytest.fixture(scope="session")
def newspaper() -> Path:
    """The demo newspaper: a folder of saved pages, a WARC and a feed."""
    return NEWSPAPER


@pytest.fixture(scope="session")
def demo_archive(tmp_path_factory: pytest.TempPathFactory, newspaper: Path) -> Path:
    """An archive of the demo newspaper. Shared: tests read it, and do not write to it."""
    path = tmp_path_factory.mktemp("demo") / "demo.onrecord"
    with open_archive(path, create=True, write=True) as archive:
        build([newspaper], archive)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`onrecord ARGS` in a process of its own, in an empty folder."""
    return command_in(tmp_path)
