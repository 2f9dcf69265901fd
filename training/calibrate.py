"""Calibration: the probability that an attribution is correct, fitted to the features of its decoding.

usage: python -m training.calibrate FOLDER    (an exported model; writes `certainty` into its heads.npz)

Correct is defined by the project's scorer: the content overlaps by half, and the source is the same mention. The model
is a logistic regression over the features and the kind (Platt 1999), fitted on PolNeAR's development articles. The
expected calibration error (ten bins of equal width) and the precise mode are measured by five-fold cross-validation
over articles, on attributions above the certainty threshold.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.quotations.attributions import MIN_CERTAINTY, assemble, certainty_features
from onrecord.annotate.quotations.encoder import Encoder
from onrecord.annotate.quotations.kind import kind_of
from training import data
from training.score import matched

FOLDS = 5
RIDGE = 1.0
PRECISE = (0.95, 0.97)
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Read:
    """All attributions found: features (n, 9), correct or not, fold, direct or not; and the number of direct ones in
    the gold."""

    features: Array
    right: Array
    fold: NDArray[np.int64]
    direct: NDArray[np.bool_]
    wanted: int


def fit(x: Array, y: Array) -> Array:
    """Return the weights of a logistic regression with a small ridge (Newton's method)."""
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + RIDGE * np.eye(len(w)), x.T @ (y - p) - RIDGE * w)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return w


def error(p: Array, y: Array) -> float:
    """Return the expected calibration error (Naeini et al. 2015), ten bins of equal width."""
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())))


def read(encoder: Encoder) -> Read:
    """Return the attributions that a model finds in the development articles."""
    rows, right, fold, direct, wanted = [], [], [], [], 0
    for number, gold in enumerate(data.articles("dev.jsonl.gz")):
        text = gold.row["text"]
        found = assemble(gold.pieces, encoder.encode(gold.pieces), encoder.heads)
        correct, kinds, _ = matched(gold, found)
        wanted += kinds.count("direct")
        for index, attribution in enumerate(found):
            kind = kind_of(text, attribution.content)
            rows.append(certainty_features(attribution.features, kind))
            right.append(index in correct)
            fold.append(number % FOLDS)
            direct.append(kind == "direct")
    return Read(np.array(rows), np.array(right, dtype=float), np.array(fold), np.array(direct), wanted)


def held_out(some: Read) -> Array:
    """Return the certainty of each attribution, fitted on the other folds."""
    p = np.zeros(len(some.right))
    for k in range(FOLDS):
        inside = some.fold == k
        p[inside] = 1 / (1 + np.exp(-some.features[inside] @ fit(some.features[~inside], some.right[~inside])))
    return p


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    some = read(Encoder(folder, folder.parent))
    p = held_out(some)
    kept = p >= MIN_CERTAINTY
    ece = error(p[kept], some.right[kept])
    print(f"{len(p)} attributions, {kept.sum()} kept, {some.right[kept].mean():.3f} of them right; ECE {ece:.3f}")
    order = np.flatnonzero(some.direct)[np.argsort(-p[some.direct])]
    hits = some.right[order].cumsum()
    precise = hits / np.arange(1, len(hits) + 1)
    for wanted in PRECISE:
        enough = np.flatnonzero(precise >= wanted)
        if len(enough):
            last = int(enough[-1])
            recall = hits[last] / some.wanted
            print(f"direct: precision {precise[last]:.3f} at recall {recall:.3f}, certainty from {p[order][last]:.2f}")
    arrays = dict(np.load(folder / "heads.npz"))
    np.savez(folder / "heads.npz", **{**arrays, "certainty": fit(some.features, some.right).astype(np.float32)})


if __name__ == "__main__":
    main()
