"""Encoder input: the wordpieces of a text with their offsets and features, and the windows that hold them.

The vocabulary is uncased, so the case of a word enters as a feature; so do paired quotation marks and the beginnings of
paragraphs and sentences. A long text is read in overlapping windows that begin and end with a paragraph where possible;
each piece of an overlap gets its result from one of the two windows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.text.document import Document

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 256
"""Pieces in a window, the opening and closing piece included: as in training."""

OVERLAP = 24
FEATURES = (5, 4, 3)
"""Number of values of each feature: case, quotation marks, beginnings."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Wordpieces:
    """The n wordpieces of a document.

    `ids` (n) are vocabulary numbers, `spans` (n, 2) half-open offsets, `features` (n, 3) values as in `FEATURES`, and
    `paragraph` (n) the number of the paragraph that holds each piece.
    """

    document: Document
    ids: Ints
    spans: Ints
    features: Ints
    paragraph: Ints

    @property
    def sentence(self) -> Ints:
        """The number of the sentence that holds each piece (n)."""
        numbers: Ints = np.cumsum(self.features[:, 2] > 0)
        return numbers


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces from `begin` to `end`, of which those from `first` to `last` get their results from this window."""

    begin: int
    end: int
    first: int
    last: int


def tokenize(document: Document, tokenizer: Tokenizer) -> Wordpieces:
    """Return the wordpieces of a document."""
    text = document.text
    encoding = tokenizer.encode(text, add_special_tokens=False)
    spans = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    begins, ends = spans[:, 0], spans[:, 1]
    paragraphs = np.array([begin for begin, _ in document.paragraphs], dtype=np.int64)
    sentences = np.array([begin for begin, _ in document.sentences], dtype=np.int64)
    features = np.zeros((len(spans), len(FEATURES)), dtype=np.int64)
    features[:, 0] = _case_features(text, begins, ends)
    for stretch in document.quoted:
        for begin, end in stretch:
            low, high = np.searchsorted(begins, begin), np.searchsorted(begins, end)
            if low < high:
                features[low:high, 1] = 2
                features[low, 1], features[high - 1, 1] = 1, 3
    for value, places in ((1, sentences), (2, paragraphs)):
        at = np.searchsorted(begins, places)
        features[at[at < len(spans)], 2] = value
    paragraph = np.maximum(np.searchsorted(paragraphs, begins, side="right") - 1, 0)
    return Wordpieces(document, np.array(encoding.ids, dtype=np.int64), spans, features, paragraph)


def windows(paragraph: Ints, *, size: int = WINDOW - 2, overlap: int = OVERLAP, begin: int = 0) -> Iterator[Window]:
    """Yield the windows over the pieces from `begin` on; each piece gets its result from exactly one of them.

    `paragraph` has the paragraph number of each piece.
    """
    count = len(paragraph)
    breaks = np.flatnonzero(np.diff(paragraph)) + 1
    first = begin
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
        yield Window(begin, end, first, last)
        first, begin = last, following if end < count else count


def _case_features(text: str, begins: Ints, ends: Ints) -> Ints:
    """Return each piece's case: 0 lower case, 1 capitalised, 2 all capitals, 3 digits, 4 neither letter nor digit."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    distinct, which = np.unique(codes, return_inverse=True)
    characters = [chr(code) for code in distinct.tolist()]
    first = np.array([_case(character) for character in characters], dtype=np.int64)[which[begins]]
    lower = np.concatenate([[0], np.cumsum(np.array([character.islower() for character in characters])[which])])
    capitals = (first == 1) & (ends - begins > 1) & (lower[ends] == lower[begins])
    return np.where(capitals, 2, first)


def _case(character: str) -> int:
    if not character.isalnum():
        return 4
    return 3 if character.isdigit() else int(character.isupper())
