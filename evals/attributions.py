"""Scores of `onrecord read` on PolNeAR's development articles: who said what, run as a user runs it.

usage: python -m evals.attributions [--reader fast|full] [--json]

The texts belong to their publishers and are not in this repository. Without them the script says so and exits 0.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"


TEXTS = SHARED / "data/attributions/dev.jsonl.gz"
SPEAKERS = SHARED / "data/attributions/dev-speakers.tsv"
SCORER = SHARED / "tools/score_attributions.py"


def score(reader: str = "fast") -> dict[str, dict[str, list[float]]]:
    """Return the scorer's figures, overall and by kind; empty (with a note on stderr) without the texts."""
    printed = run(reader, "--json")
    found: dict[str, dict[str, list[float]]] = json.loads(printed) if printed else {}
    return found


def run(reader: str, *options: str) -> str:
    """Return what the scorer prints; "" (with a note on stderr) without the texts."""
    records = read(reader)
    if not records:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "records.jsonl"
        predicted.write_bytes(records)
        scorer = [sys.executable, str(SCORER), str(TEXTS), str(SPEAKERS), str(predicted), *options]
        return subprocess.run(scorer, check=True, capture_output=True, text=True).stdout


@cache
def read(reader: str) -> bytes:
    """Return the records that `onrecord read` prints, as JSON Lines; b"" (with a note on stderr) without the texts."""
    absent = [str(path) for path in (TEXTS, SPEAKERS, SCORER) if not path.exists()]
    if absent:
        print(f"skipped: not there: {', '.join(absent)}", file=sys.stderr)
        return b""
    command = [sys.executable, "-m", "onrecord", "read", "--reader", reader, str(TEXTS)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reader", default="fast")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    print(run(options.reader, *(["--json"] if options.json else [])), end="")


if __name__ == "__main__":
    main()
