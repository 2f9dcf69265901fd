"""How well is it read who said what? Annotates PolNeAR's dev articles and prints the scorer's figures.

usage: python evals/attributions.py [--texts FILE] [--speakers FILE] [--scorer FILE]

The texts are publishers' and not in this repository; where they are absent this says so and exits 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.model import Article, Evidence

SHARED = Path("/work/shared")


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
    with gzip.open(options.texts, "rt", encoding="utf8") as lines:
        articles = [_article(json.loads(line)) for line in lines]
    evidence = Evidence(str(options.texts), 0, "")
    begin = time.process_time()
    records = [annotate(article, evidence) for article in articles]
    seconds = time.process_time() - begin
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "records.jsonl"
        predicted.write_text("".join(json.dumps(record.to_json()) + "\n" for record in records), encoding="utf8")
        command = [sys.executable, str(options.scorer), str(options.texts), str(options.speakers), str(predicted)]
        status = subprocess.run([*command, *(["--json"] if options.json else [])], check=False).returncode
    print(f"{len(articles)} articles, {len(articles) / seconds:.0f} articles/s on one core", file=sys.stderr)
    return status


def _article(row: dict[str, str]) -> Article:
    return Article(id=row["id"], url="", outlet=row["publisher"], title=row["title"], text=row["text"], language="en")


if __name__ == "__main__":
    sys.exit(main())
