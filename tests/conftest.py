"""What several folders of tests share: the demo newspaper, its archive, and the command line as a process."""

from __future__ import annotations

import fcntl
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
def demo_archive(tmp_path_factory: pytest.TempPathFactory, newspaper: Path, worker_id: str) -> Path:
    """An archive of the demo newspaper, made once for all processes of pytest-xdist; no test writes to it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    path = shared / "demo.onrecord"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            with open_archive(shared / "unfinished.onrecord", create=True, write=True) as archive:
                build([newspaper], archive)
            (shared / "unfinished.onrecord").rename(path)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`onrecord ARGS` in a process of its own, in an empty folder."""
    return command_in(tmp_path)
