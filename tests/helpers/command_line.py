"""The command line, run in a process of its own as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def command_in(folder: Path) -> Run:
    """A function that runs `onrecord ARGS` in `folder`; keyword arguments go to subprocess.run."""
    environment = {name: value for name, value in os.environ.items() if name != "ONRECORD_ARCHIVE"}

    def run(*arguments: str | Path, **more: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
        options = {"env": {**environment, "PYTHONUTF8": "1"}, "timeout": 240, **more}
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]

    return run
