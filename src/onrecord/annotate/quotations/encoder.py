"""What the encoder sees in a text: takes pieces, gives scores of tags and a vector for each piece.

One pass over the article, window by window, each window in a call of its own on one thread: so a text's result hangs on
nothing but the text. The weights lie beside this module; training/ made them and says from what.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.annotate.quotations.wordpieces import (
    FEATURES,
    Ints,
    Pieces,
    cut,
    windows,
)
from onrecord.annotate.text.document import Document
from onrecord.model import Reader

WEIGHTS = Path(__file__).with_name("weights")
SCORES, WIDTH = 7, 384
"""Scores of tags, and numbers of its vector, that each piece gets."""

FIRST, LAST = 101, 102
"""The vocabulary's numbers of the pieces that open and close a window."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heads:
    """What is learned beside the graph and the words.

    `features` is a vector for each combination of `pieces.FEATURES`; `moves` scores tag after tag;
    `distance`, `between` and `apart` have a row for links of contents to cues and one for links of cues to
    sources; `certainty` are the weights of what `attributions.evidence` gives.
    """

    features: Floats
    moves: Floats
    distance: Floats
    between: Floats
    apart: Floats
    certainty: Floats


@dataclass(frozen=True, slots=True)
class Seen:
    """Of n pieces: scores of tags (n, 7) and vectors (n, width).

    `linkable` makes of vectors (m, width) what links are scored with (m, 8, k), and scores of having no source (m).
    """

    tags: Floats
    vectors: Floats
    linkable: Callable[[Floats], tuple[Floats, Floats]]


class Encoder:
    """A tokenizer, the vectors of its words, a graph and its heads."""

    def __init__(self, folder: Path, words: Path) -> None:
        """`folder` has the graphs and heads; `words` the tokenizer and the words' vectors, which readers share."""
        self._reader = _session(folder / "reader.onnx")
        self._links = _session(folder / "links.onnx")
        self._tokenizer = Tokenizer.from_file(str(words / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        # Mapped, so that only the pages of words that occur are ever in memory.
        self._words = np.load(words / "words.npy", mmap_mode="r")
        self._scales = np.load(words / "scales.npy")[:, None]
        with np.load(folder / "heads.npz") as arrays:
            self.heads = Heads(*(arrays[name].astype(np.float32) for name in Heads.__slots__))

    def cut(self, document: Document) -> Pieces:
        """The pieces of a text."""
        return cut(document, self._tokenizer)

    def see(self, pieces: Pieces) -> Seen:
        """What the encoder sees in each piece."""
        tags: Floats = np.empty((len(pieces.ids), SCORES), dtype=np.float32)
        vectors: Floats = np.empty((len(pieces.ids), WIDTH), dtype=np.float32)
        edges = self._embedded(np.array([FIRST, LAST]), np.zeros((2, len(FEATURES)), dtype=np.int64))
        for window in windows(pieces.paragraph):
            inner = slice(window.begin, window.end)
            embedded = self._embedded(pieces.ids[inner], pieces.features[inner])
            given = np.concatenate([edges[:1], embedded, edges[1:]])[None]
            found = self._reader.run(["tags", "hidden"], {"vectors": given})
            spoken = slice(window.first - window.begin + 1, window.last - window.begin + 1)
            for kept, of_window in zip((tags, vectors), found, strict=True):
                kept[window.first : window.last] = of_window[0, spoken]
        return Seen(tags, vectors, self._linkable)

    def _linkable(self, vectors: Floats) -> tuple[Floats, Floats]:
        linked, nobody = self._links.run(["linked", "nobody"], {"vectors": vectors})
        return linked.reshape(len(vectors), 8, linked.shape[1] // 8), nobody[:, 0]

    def _embedded(self, ids: Ints, features: Ints) -> Floats:
        words: Floats = self._words[ids].astype(np.float32)
        words *= self._scales[ids]
        words += self.heads.features[np.ravel_multi_index(tuple(features.T), FEATURES)]
        return words


def _session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # ONNX Runtime's fused sum and norm is slower here than the two apart: 20 against 16 ms a window of 216 pieces.
    off = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"], disabled_optimizers=off)


@cache
def shipped(reader: Reader) -> Encoder:
    """One of the readers that the package ships, loaded at the first call."""
    return Encoder(WEIGHTS / reader, WEIGHTS)
