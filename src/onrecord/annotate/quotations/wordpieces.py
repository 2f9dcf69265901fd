"""A text as the encoder takes it: word pieces with their offsets, what is known of each beforehand, and windows.

The vocabulary is uncased, so the case of a word comes in as a feature; so do quotation marks that have a partner and
the beginnings of paragraphs and sentences. Long texts are read in windows that begin and end with paragraphs where
they can, and that overlap; in an overlap each window speaks for its half.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.text.document import Document
from onrecord.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 256
"""Pieces a window has, its two edge pieces included: as in training."""

OVERLAP = 24
FEATURES = (5, 4, 3)
"""How many values each feature has: case, quotation marks, beginnings."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text: vocabulary numbers (n), half-open offsets (n, 2), features (n, 3), paragraphs (n).

    `areas` are the text's paragraphs and `marked` what stands in quotation marks, as offsets.
    """

    ids: Ints
    spans: Ints
    features: Ints
    paragraph: Ints
    areas: list[Span]
    marked: list[tuple[Span, ...]]

    @property
    def sentence(self) -> Ints:
        """The number of the sentence that each piece is in (n)."""
        found: Ints = np.cumsum(self.features[:, 2] > 0)
        return found


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces from `begin` to `end`, of which the window speaks for `first` to `last`."""

    begin: int
    end: int
    first: int
    last: int


def cut(document: Document, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a text."""
    text = document.text
    encoded = tokenizer.encode(text, add_special_tokens=False)
    spans = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    begins, ends = spans[:, 0], spans[:, 1]
    starts = np.array([begin for begin, _ in document.paragraphs], dtype=np.int64)
    paragraph = np.maximum(np.searchsorted(starts, begins, side="right") - 1, 0)
    features = np.zeros((len(spans), 3), dtype=np.int64)
    features[:, 0] = _cases(text, begins, ends)
    for pieces in document.quoted:
        for begin, end in pieces:
            low, high = np.searchsorted(begins, begin), np.searchsorted(begins, end)
            if low < high:
                features[low:high, 1] = 2
                features[low, 1], features[high - 1, 1] = 1, 3
    sentence = np.array([begin for begin, _ in document.sentences], dtype=np.int64)
    for value, places in ((1, sentence), (2, starts)):
        at = np.searchsorted(begins, places)
        features[at[at < len(spans)], 2] = value
    return Pieces(
        np.array(encoded.ids, dtype=np.int64), spans, features, paragraph, document.paragraphs, document.quoted
    )


def windows(paragraph: Ints, *, size: int = WINDOW - 2, overlap: int = OVERLAP, begin: int = 0) -> Iterator[Window]:
    """The windows of pieces whose paragraphs are given, from piece `begin` on; together they speak for each once."""
    count = len(paragraph)
    breaks = np.flatnonzero(np.diff(paragraph)) + 1
    spoken = begin
    while begin < count:
        end = min(begin + size, count)
        if end < count:
            whole = breaks[(breaks > begin + size // 2) & (breaks <= end)]
            end = int(whole[-1]) if len(whole) else end
        following = end
        if end < count:
            within = breaks[(breaks >= end - 2 * overlap) & (breaks <= end - overlap // 2) & (breaks > begin)]
            following = int(within[0]) if len(within) else max(begin + 1, end - overlap)
        last = (following + end) // 2 if end < count else count
        yield Window(begin, end, spoken, last)
        spoken, begin = last, following if end < count else count


def _cases(text: str, begins: Ints, ends: Ints) -> Ints:
    """Of the pieces at those offsets: 0 small letters, 1 begins tall, 2 all tall, 3 digits, 4 neither."""
    signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    known, which = np.unique(signs, return_inverse=True)
    letters = [chr(sign) for sign in known.tolist()]
    first = np.array([_case(letter) for letter in letters], dtype=np.int64)[which[begins]]
    small = np.concatenate([[0], np.cumsum(np.array([letter.islower() for letter in letters])[which])])
    tall = (first == 1) & (ends - begins > 1) & (small[ends] == small[begins])
    return np.where(tall, 2, first)


def _case(letter: str) -> int:
    if not letter.isalnum():
        return 4
    return 3 if letter.isdigit() else int(letter.isupper())
