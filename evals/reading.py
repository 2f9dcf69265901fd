"""What `onrecord read` reads in texts, through the command line as a user would run it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def records(rows: Iterable[dict[str, str]], *options: str) -> dict[str, dict[str, Any]]:
    """The record of each row {"id", "text"}, by id."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        command = [sys.executable, "-m", "onrecord", "read", *options, str(file)]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {record["id"]: record for record in map(json.loads, printed.splitlines())}
