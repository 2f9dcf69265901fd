"""Fingerprints of texts, by which near copies are found: samples of the hashes of their shingles (five words in a row).

A hash is in the sample if it is divisible by 16 (FracMinHash, Irber et al. 2022), so that the fingerprint of an excerpt
is a part of the fingerprint of the whole. MinHash estimates resemblance, and misses a wire story shortened to a third.
"""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

# Scripts written without spaces: each letter is a word.
_UNSPACED = re.compile(r"([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
# Separators of words besides white space, with apostrophes, straight or curly. Splitting bytes takes a tenth of the
# time of a regular expression for words.
_SEPARATORS = "“”„«»—–…·•’‘"
_BLANKS = bytes(32 if byte < 128 and not chr(byte).isalnum() else byte for byte in range(256))
_LOWER = _BLANKS.lower()
# Two writers rarely have the same five words in a row; a changed word costs a copy five shingles.
SHINGLE = 5
_ONE_OF = 16
_REMAINDER = np.uint64(_ONE_OF - 1)
# Only the first 4,000 words of a text: longer pages are transcripts and live blogs, and every hash is a row to keep.
_WORDS = 4000
LEAST = 1
"""Hashes that a text must share with another to be compared with it: an excerpt of 90 words has six, or none."""
SHARE = 0.7
"""The share of the shorter text's shingles that a copy has in common with the longer one.

Chosen on every second one of 227 real pages, each shortened in three draws of three ways (evals/copies.py): with 0.6 an
excerpt that is mostly its outlet's boilerplate joins another article's story in one draw of three, from 0.65 on none
does.
"""
SAMPLE, MOST, FEW = 20, 0.95, 0.35
"""If the shorter text has `SAMPLE` hashes or more, the share of them that the other has decides alone where
it is at least `MOST` or at most `FEW`: a text of which `SHARE` is copied reaches `MOST` in 8 of 1,000 cases and stays
within `FEW` in 1 (binomial, 20 hashes at 0.7). In between, and for shorter texts, all shingles are compared."""
_FACTORS = np.array([pow(0x9E3779B97F4A7C15, power, 1 << 64) for power in range(SHINGLE)], dtype=np.uint64)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

Shingles = NDArray[np.uint64]
"""The hashes of a text's shingles, in the order of the text."""


def fingerprint(text: str) -> list[int]:
    """Return the fingerprint of `text`: hashes below 2**63, sorted; [] if it has fewer words than a shingle."""
    return sample(shingles(text))


def sample(hashes: Shingles) -> list[int]:
    """Return the sample of a text's hashes: those divisible by 16, halved, since SQLite's integers are signed."""
    return sorted(set((hashes[(hashes & _REMAINDER) == 0] >> np.uint64(1)).tolist()))


def overlap(one: Shingles, other: Shingles) -> float:
    """Return the share of the shorter text's shingles that the longer one has, 0 to 1."""
    shorter, longer = sorted((np.unique(one), np.unique(other)), key=len)
    return float(np.isin(shorter, longer, assume_unique=True).mean()) if len(shorter) else 0.0


def expected_size(ours: Shingles, ratio: float) -> float | None:
    """Return the expected size of the fingerprint of a text `ratio` times as long as ours.

    None if ours is too long to tell: only its first words are in its shingles.
    """
    return len(ours) * ratio / _ONE_OF if len(ours) < _WORDS - SHINGLE + 1 else None


def are_copies(least: int, most: int, ours: int, theirs: float | None) -> bool | None:
    """True if two texts are copies, judged by their fingerprints; None if these do not decide it.

    `least` to `most` hashes are shared; the fingerprints have `ours` and `theirs` hashes (None: unknown).
    """
    if ours >= SAMPLE and least >= MOST * ours:
        return True  # if the other text is shorter, an even greater share of it is shared
    shorter = min(ours, theirs) if theirs is not None else 0
    if shorter < SAMPLE or (FEW * shorter < most and least < MOST * shorter):
        return None
    return least >= MOST * shorter


def shingles(text: str) -> Shingles:
    """Return the hash of each shingle, regardless of case and punctuation."""
    words = list(map(crc32, _words(text)))
    if len(words) < SHINGLE:
        return np.empty(0, np.uint64)
    hashed = np.array(words, dtype=np.uint64)
    size = len(words) - SHINGLE + 1
    hashes = hashed[:size].copy()
    for at in range(1, SHINGLE):
        hashes += hashed[at : at + size] * _FACTORS[at]
    hashes ^= hashes >> np.uint64(31)
    hashes *= _MIX
    return hashes ^ (hashes >> np.uint64(29))


def _words(text: str) -> list[bytes]:
    """Return the first words of a text, case-folded, in UTF-8."""
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    if text.isascii():
        return text.encode().translate(_LOWER).split(None, _WORDS)[:_WORDS]
    text = text.casefold()
    if _UNSPACED.search(text):
        text = _UNSPACED.sub(r" \1 ", text)
    return text.encode("utf-8", "replace").translate(_BLANKS).split(None, _WORDS)[:_WORDS]
