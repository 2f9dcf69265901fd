"""How well is it read who said what? Scores `onrecord read` on PolNeAR's dev articles, as a user would run it.

usage: python -m evals.attributions [--reader fast|full] [--json]

The texts are publishers' and not in this repository; where they are absent this says so and exits 0.
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
    """The scorer's figures for all and by kind; empty, and said to be skipped, where the texts are not here."""
    printed = run(reader, "--json")
    found: dict[str, dict[str, list[float]]] = json.loads(printed) if printed else {}
    return found


def run(reader: str, *options: str) -> str:
    """What the scorer prints; "" where the texts are not here, which is told on stderr."""
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
    """The records that `onrecord read` prints, as JSONL; b"" where the texts are not here, which is told on stderr."""
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
