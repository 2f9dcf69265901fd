"""Training windows: articles split from another starting point each epoch, in batches of similar length.

A window is (article, begin, end) in pieces. Pieces are masked at random, and whole cues more often, so that the model
finds unseen cues by their context.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.annotate.quotations.encoder import FIRST, LAST
from onrecord.annotate.quotations.wordpieces import FEATURES, WINDOW, windows
from training import data

MASK = 103
OVERLAP = 16
LEAST = 6
"""The fewest pieces of a paragraph that is a window of its own."""

Window = tuple[int, int, int]
B_CUE, I_CUE = data.KINDS["cue"], data.KINDS["cue"] + 1


@dataclass(frozen=True, slots=True)
class Masking:
    """Shares of masked pieces and cues."""

    pieces: float = 0.0
    cues: float = 0.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length, edge pieces included: (batch, places); features are (batch, places, 3)."""

    windows: list[Window]
    ids: Tensor
    features: Tensor
    tags: Tensor
    mask: Tensor


def cuts(articles: list[data.Gold], rng: random.Random) -> list[Window]:
    """Return the windows of all articles, each starting at one of its paragraphs."""
    found = []
    for number, gold in enumerate(articles):
        starts = [0, *(np.flatnonzero(np.diff(gold.pieces.paragraph)) + 1).tolist()]
        begin = rng.choice([start for start in starts if start < 160])
        if begin:
            found.append((number, 0, begin))
        cut = windows(gold.pieces.paragraph, overlap=OVERLAP, begin=begin)
        found += [(number, window.begin, window.end) for window in cut]
    return found


def alone(articles: list[data.Gold], most: int, rng: random.Random) -> list[Window]:
    """Return some paragraphs of each article as windows of their own, like a post or a caption."""
    found = []
    for number, gold in enumerate(articles):
        breaks = (np.flatnonzero(np.diff(gold.pieces.paragraph)) + 1).tolist()
        own = list(zip([0, *breaks], [*breaks, len(gold.pieces.ids)], strict=True))
        fitting = [(begin, end) for begin, end in own if LEAST <= end - begin <= WINDOW - 2]
        found += [(number, begin, end) for begin, end in rng.sample(fitting, min(most, len(fitting)))]
    return found


def batches(found: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Return batches of windows of similar length, in random order."""
    found = found[:]
    rng.shuffle(found)
    found.sort(key=lambda window: (window[2] - window[1]) // 24)
    grouped = [found[at : at + size] for at in range(0, len(found), size)]
    rng.shuffle(grouped)
    return grouped


def collate(articles: list[data.Gold], tags: list[np.ndarray], some: list[Window], masking: Masking) -> Batch:
    """Return the batch of some windows; masks use numpy's generator."""
    places = max(end - begin for _, begin, end in some) + 2
    ids = torch.zeros(len(some), places, dtype=torch.long)
    features = torch.zeros(len(some), places, len(FEATURES), dtype=torch.long)
    wanted = torch.zeros(len(some), places, dtype=torch.long)
    for row, (number, begin, end) in enumerate(some):
        pieces, own = articles[number].pieces, tags[number][begin:end].copy()
        if len(own) and own[0] in {kind + 1 for kind in data.KINDS.values()}:
            own[0] -= 1
        these = np.where(hidden(own, masking), MASK, pieces.ids[begin:end])
        last = end - begin + 1
        ids[row, 0], ids[row, last] = FIRST, LAST
        ids[row, 1:last] = torch.from_numpy(these)
        features[row, 1:last] = torch.from_numpy(pieces.features[begin:end])
        wanted[row, 1:last] = torch.from_numpy(own)
    return Batch(some, ids, features, wanted, (ids != 0).float())


def hidden(tags: np.ndarray, masking: Masking) -> np.ndarray:
    """Return the mask: random pieces outside of cues, and whole cues."""
    cue = (tags == B_CUE) | (tags == I_CUE)
    whole = np.cumsum(tags == B_CUE)
    chosen = np.random.rand(int(whole[-1]) + 1 if len(whole) else 1) < masking.cues
    return np.where(cue, chosen[whole], np.random.rand(len(tags)) < masking.pieces)
