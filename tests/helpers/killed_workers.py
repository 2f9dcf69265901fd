"""Functions for tests of workers, importable by the processes that these start."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def killing(number: int) -> int:
    """Kills its process on every seventh number."""
    if number % 7 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def killing_once(path: str) -> str:
    """Kills its process on a path that is not there yet, and makes it."""
    if path.startswith("/") and not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return path


def failing(number: int) -> int:
    raise ValueError(f"no {number}")
