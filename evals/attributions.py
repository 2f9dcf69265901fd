"""How well is it read who said what? Scores `onrecord read` on PolNeAR's dev articles, as a user would run it.

usage: python evals/attributions.py [--texts FILE] [--speakers FILE] [--scorer FILE] [--json]

The texts are publishers' and not in this repository; where they are absent this says so and exits 0.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=Path, default=SHARED / "data/attributions/dev.jsonl.gz")
    parser.add_argument("--speakers", type=Path, default=SHARED / "data/attributions/dev-speakers.tsv")
    parser.add_argument("--scorer", type=Path, default=SHARED / "tools/score_attributions.py")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    absent = [str(path) for path in (options.texts, options.speakers, options.scorer) if not path.exists()]
    if absent:
        print(f"skipped: not there: {', '.join(absent)}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "records.jsonl"
        with predicted.open("wb") as records:
            subprocess.run([sys.executable, "-m", "onrecord", "read", options.texts], stdout=records, check=True)
        command = [sys.executable, str(options.scorer), str(options.texts), str(options.speakers), str(predicted)]
        return subprocess.run([*command, *(["--json"] if options.json else [])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
