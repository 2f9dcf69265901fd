"""Quality and speed of exported models: figures on PolNeAR's development articles, and articles a second.

usage: python -m training.trade FOLDER... [--overlap N]

An article counts as 750 words; the time is process time on one core from text to attributions, without speakers.
`--overlap` is the number of pieces that neighbouring windows share.
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from pathlib import Path

from onrecord.annotate.quotations import encoder as encoders
from onrecord.annotate.quotations.wordpieces import OVERLAP, windows
from onrecord.annotate.text.document import Document
from training import data
from training.decode import answer
from training.score import figures, unseen

WORDS = 750


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--overlap", type=int, default=OVERLAP)
    options = parser.parse_args()
    encoders.windows = partial(windows, overlap=options.overlap)  # type: ignore[assignment]
    dev, known = data.articles("dev.jsonl.gz"), data.cues("train.jsonl.gz")
    count = sum(len(gold.row["text"].split()) for gold in dev) / WORDS
    for folder in options.folders:
        encoder = encoders.Encoder(folder, folder.parent)
        began = time.process_time()
        encoded = [encoder.encode(encoder.tokenize(Document(gold.row["text"]))) for gold in dev]
        answers = [answer(gold, whole, encoder.heads) for gold, whole in zip(dev, encoded, strict=True)]
        rate = count / (time.process_time() - began)
        found = figures(dev, answers) | {"unseen": unseen(dev, answers, known)}
        told = "  ".join(f"{name} {found[name]:.1f}" for name in ("all", "direct", "mixed", "indirect", "unseen"))
        size = sum(file.stat().st_size for file in folder.glob("*.*x")) / 2**20
        print(
            f"{folder.name:12} overlap {options.overlap:2}  {size:5.1f} MiB  {rate:5.1f} articles/s  {told}", flush=True
        )


if __name__ == "__main__":
    main()
