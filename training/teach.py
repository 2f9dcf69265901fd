"""The teacher's output for the windows of annotated and other articles, stored once for all its students.

usage: python -m training.teach CHECKPOINT.pt OUT [--extra TEXTS.jsonl] [--cuts 2]

Writes OUT/cut0.npz …: windows (n, 3) and, for all their pieces in order, the teacher's vectors in float16.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training import data
from training.export import load
from training.windows import Masking, Window, batches, collate, cuts


@dataclass(frozen=True, slots=True)
class Taught:
    """Windows, and the position of each window's first vector."""

    windows: list[Window]
    vectors: np.ndarray
    begins: dict[Window, int]

    def of(self, window: Window) -> torch.Tensor:
        """Return the teacher's vectors of a window's pieces."""
        begin = self.begins[window]
        return torch.from_numpy(self.vectors[begin : begin + window[2] - window[1]].astype(np.float32))


def taught(file: Path) -> Taught:
    """Load a stored file."""
    found = np.load(file)
    windows = [(int(n), int(b), int(e)) for n, b, e in found["windows"]]
    begins = np.concatenate([[0], np.cumsum([e - b for _, b, e in windows])]).tolist()
    return Taught(windows, found["vectors"], dict(zip(windows, begins, strict=False)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--extra", type=Path)
    parser.add_argument("--cuts", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    reader, _ = load(options.checkpoint)
    articles = data.articles("train.jsonl.gz") + (data.unlabelled(options.extra) if options.extra else [])
    tags = [data.tags(gold) for gold in articles]
    for cut in range(options.cuts):
        file = options.out / f"cut{cut}.npz"
        if file.exists():
            continue
        rng = random.Random(cut)
        seen, rows = [], []
        for some in batches(cuts(articles, rng), 16, rng):
            batch = collate(articles, tags, some, Masking())
            with torch.no_grad():
                vectors = reader.encoder(batch.ids, batch.features)
            for row, window in enumerate(some):
                seen.append(window)
                rows.append(vectors[row, 1 : window[2] - window[1] + 1].half().numpy())
        np.savez(file, windows=np.array(seen), vectors=np.concatenate(rows))
        print(file, len(seen), "windows", flush=True)


if __name__ == "__main__":
    main()
