"""Is this a copy of that?

Takes a text; gives its sign, a sample of the hashes of its runs of words, and tells of two texts how much of the
shorter stands in the longer. The sample is by value (a hash is taken where it is divisible: FracMinHash, Irber et al.
2022), so that a cut text's sign is part of the whole's; MinHash, which estimates resemblance, misses a wire story cut
to a third.
"""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

# Letters of scripts without blanks between words stand for themselves.
_UNSPACED = re.compile(r"([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
# What parts words besides blanks; apostrophes go with their word's end, straight or curly. Splitting bytes takes a
# tenth of the time of a regular expression for words.
_MARKS = "“”„«»—–…·•’‘"
_BLANKS = bytes(32 if byte < 128 and not chr(byte).isalnum() else byte for byte in range(256))
_LOWER = _BLANKS.lower()
# Five words in a row are rarely two writers'; a changed word costs a copy five runs.
RUN = 5
_ONE_OF = 16
_REST = np.uint64(_ONE_OF - 1)
# Of each text the first 4,000 words: longer pages are transcripts and live blogs, and every hash is a row to keep.
_WORDS = 4000
LEAST = 1
"""Hashes that a text must share with another to be compared with it: a cut of 90 words has six, or none."""
SHARE = 0.7
"""The part of the shorter text's runs of words that stands in the longer where one is a copy of the other.

Chosen on every second one of 227 real pages, each cut in three draws of three ways (evals/copies.py): with 0.6 a cut
that is mostly its outlet's own phrases joins another article's story in one draw of three, from 0.65 on none does.
"""
SAMPLE, MOST, FEW = 20, 0.95, 0.35
"""Where the shorter of two texts has so many hashes in its sign, the part of them that the other has decides alone if
it is at least `MOST` or at most `FEW`: a text of which `SHARE` is copied has so many in 8, so few in 1 of 1,000 cases
(binomial, 20 hashes at 0.7). In between, and for shorter texts, the texts are compared run by run."""
_FACTORS = np.array([pow(0x9E3779B97F4A7C15, power, 1 << 64) for power in range(RUN)], dtype=np.uint64)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

Runs = NDArray[np.uint64]
"""The hashes of a text's runs of words, in the text's order."""


def sign(text: str) -> list[int]:
    """The sample of `text`'s hashes, sorted, each below 2**63; [] for one of fewer words than a run has."""
    return sampled(runs(text))


def sampled(hashes: Runs) -> list[int]:
    """The sample of a text's hashes: those that 16 divides, halved, since SQLite's integers have a sign."""
    return sorted(set((hashes[(hashes & _REST) == 0] >> np.uint64(1)).tolist()))


def contained(one: str, other: str) -> float:
    """How much of the shorter of two texts stands in the longer: 0 to 1, by runs of words."""
    return share(runs(one), runs(other))


def share(one: Runs, other: Runs) -> float:
    """How much of the shorter of two texts stands in the longer, by their `runs`."""
    shorter, longer = sorted((np.unique(one), np.unique(other)), key=len)
    return float(np.isin(shorter, longer, assume_unique=True).mean()) if len(shorter) else 0.0


def expected(ours: Runs, longer: float) -> float | None:
    """How many hashes the sign of a text has that is so many times as long as that of `ours`; None: nothing tells."""
    return len(ours) * longer / _ONE_OF if len(ours) < _WORDS - RUN + 1 else None


def alike(least: int, most: int, ours: int, theirs: float | None) -> bool | None:
    """Whether two texts are copies, by their signs: from `least` to `most` hashes are shared of `ours` and of `theirs`.

    None where the signs leave it open.
    """
    if ours >= SAMPLE and least >= MOST * ours:
        return True  # if the other is shorter still, all the more of it is shared
    shorter = min(ours, theirs) if theirs is not None else 0
    if shorter < SAMPLE or (FEW * shorter < most and least < MOST * shorter):
        return None
    return least >= MOST * shorter


def runs(text: str) -> Runs:
    """The hash of each run of words, case and punctuation aside."""
    words = list(map(crc32, _words(text)))
    if len(words) < RUN:
        return np.empty(0, np.uint64)
    hashed = np.array(words, dtype=np.uint64)
    size = len(words) - RUN + 1
    found = hashed[:size].copy()
    for at in range(1, RUN):
        found += hashed[at : at + size] * _FACTORS[at]
    found ^= found >> np.uint64(31)
    found *= _MIX
    return found ^ (found >> np.uint64(29))


def _words(text: str) -> list[bytes]:
    """The first words of a text, case folded, in UTF-8."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    if text.isascii():
        return text.encode().translate(_LOWER).split(None, _WORDS)[:_WORDS]
    text = text.casefold()
    if _UNSPACED.search(text):
        text = _UNSPACED.sub(r" \1 ", text)
    return text.encode("utf-8", "replace").translate(_BLANKS).split(None, _WORDS)[:_WORDS]
