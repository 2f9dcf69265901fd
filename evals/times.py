"""Time expressions against TimeML gold: scores of `onrecord read`, run as a user would run it.

usage: python -m evals.times [--times FOLDER] [--scorer FILE]

Prints the scores on the files that the grammar was developed on (AQUAINT, and every second file of TimeBank by name),
on the other files of TimeBank, and on all. The texts belong to publishers and are not in this repository; without them
this says so and exits 0.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"


def score(files: list[Path], scorer: Path) -> str:
    """Return the scorer's line for `onrecord read` on these files."""
    with tempfile.TemporaryDirectory() as folder:
        texts, records = Path(folder) / "texts.jsonl", Path(folder) / "records.jsonl"
        base = [sys.executable, str(scorer), *map(str, files)]
        subprocess.run([*base, "--prepare", str(texts)], check=True)
        with records.open("wb") as out:
            subprocess.run([sys.executable, "-m", "onrecord", "read", str(texts)], stdout=out, check=True)
        return subprocess.run([*base, "--predicted", str(records)], check=True, capture_output=True, text=True).stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=Path, default=SHARED / "data/times")
    parser.add_argument("--scorer", type=Path, default=SHARED / "tools/score_times.py")
    options = parser.parse_args()
    absent = [str(path) for path in (options.times, options.scorer) if not path.exists()]
    if absent:
        print(f"skipped: not there: {', '.join(absent)}")
        return 0
    timebank = sorted((options.times / "TimeBank").glob("*.tml"))
    aquaint = sorted((options.times / "AQUAINT").glob("*.tml"))
    for name, files in (
        ("AQUAINT, developed on", aquaint),
        ("TimeBank, developed on", timebank[::2]),
        ("TimeBank, the other half", timebank[1::2]),
        ("TimeBank, all given", timebank),
        ("all given", aquaint + timebank),
    ):
        print(f"{name:26}{score(files, options.scorer).strip()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
