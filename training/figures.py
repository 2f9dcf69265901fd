"""Figures of an exported model on PolNeAR's development articles: strict spans, content+mention, unseen cues,
publishers.

usage: python -m training.figures FOLDER [--json]

Uses the exported graph as the package does. Strict: a span counts if both its offsets are the annotator's (before
quotation marks correct them). Unseen: quotations with a cue that occurs, in lower case, nowhere in the training
articles. The official figures are those of `python -m evals.attributions`, through the command line.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from onrecord.annotate.quotations.encoder import Encoder
from training import data
from training.decode import answer
from training.score import figures, unseen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    encoder = Encoder(options.folder, options.folder.parent)
    dev = data.articles("dev.jsonl.gz")
    answers = [answer(gold, encoder.encode(gold.pieces), encoder.heads) for gold in dev]
    found = figures(dev, answers)
    found["unseen cues"] = unseen(dev, answers, data.cues("train.jsonl.gz"))
    publishers = defaultdict(list)
    for gold, given in zip(dev, answers, strict=True):
        publishers[gold.row["publisher"]].append((gold, given))
    found |= {f"at {name}": figures(*zip(*some, strict=True))["all"] for name, some in sorted(publishers.items())}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
