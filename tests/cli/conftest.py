"""A copy of the demo archive that a test can correct, and the command line run in the test's own process."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from onrecord.cli import main
from tests.helpers.command_line import Run


@pytest.fixture
def town(demo_archive: Path, tmp_path: Path) -> Path:
    """A copy of the demo archive at the commands' default path."""
    return Path(shutil.copytree(demo_archive, tmp_path / "archive.onrecord"))


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `onrecord ARGS` in this process, in an empty folder: like the fixture `run`, but a second faster."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)

    def run(*arguments: str | Path, input: str = "") -> CompletedProcess[str]:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(input.encode())))
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        printed = capsys.readouterr()
        return CompletedProcess(["onrecord"], int(str(code)), printed.out, printed.err)

    return run
