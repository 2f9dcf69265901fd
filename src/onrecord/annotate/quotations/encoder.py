"""The trained encoder: from wordpieces to tag scores and a vector for each piece, by ONNX Runtime.

One pass over the article, each window in a call of its own on one thread, so that a result depends on the text alone.
The weights lie in `weights/`; training/ made them and says from which data.
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

from onrecord.annotate.quotations.wordpieces import FEATURES, Ints, Wordpieces, tokenize, windows
from onrecord.annotate.text.document import Document
from onrecord.model import Reader

WEIGHTS = Path(__file__).with_name("weights")
SCORES, WIDTH = 7, 384
"""Tag scores and vector components of each piece."""

FIRST, LAST = 101, 102
"""Vocabulary numbers of the pieces that open and close a window."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heads:
    """The learned parameters outside the graph and the word vectors.

    `features` has a vector for each combination of `wordpieces.FEATURES`; `transitions` scores each tag after each;
    `distance`, `between` and `apart` have one row for links of contents to cues and one for links of cues to sources;
    `certainty` are the weights of `attributions.certainty_features`.
    """

    features: Floats
    transitions: Floats
    distance: Floats
    between: Floats
    apart: Floats
    certainty: Floats


HEAD_ARRAYS = {
    "features": "features",
    "transitions": "moves",
    "distance": "distance",
    "between": "between",
    "apart": "apart",
    "certainty": "certainty",
}
"""Field of `Heads` → name of its array in heads.npz."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Tag scores (n, 7) and vectors (n, width) of n pieces.

    `link_vectors` turns vectors (m, width) into the vectors by which links are scored (m, 8, k) and the scores of
    having no source (m).
    """

    tag_scores: Floats
    vectors: Floats
    link_vectors: Callable[[Floats], tuple[Floats, Floats]]


class Encoder:
    """A tokenizer, its word vectors, a graph and its heads."""

    def __init__(self, folder: Path, words: Path) -> None:
        """Load the graphs and heads in `folder`, and the tokenizer and word vectors in `words`, which models share."""
        self._encoder = _session(folder / "reader.onnx")
        self._links = _session(folder / "links.onnx")
        self._tokenizer = Tokenizer.from_file(str(words / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        # Mapped, so that only the pages of words that occur are ever in memory.
        self._words = np.load(words / "words.npy", mmap_mode="r")
        self._scales = np.load(words / "scales.npy")[:, None]
        with np.load(folder / "heads.npz") as arrays:
            self.heads = Heads(**{field: arrays[name].astype(np.float32) for field, name in HEAD_ARRAYS.items()})

    def tokenize(self, document: Document) -> Wordpieces:
        """Return the wordpieces of a document."""
        return tokenize(document, self._tokenizer)

    def encode(self, pieces: Wordpieces) -> Encoded:
        """Return tag scores and a vector for each piece."""
        tag_scores: Floats = np.empty((len(pieces.ids), SCORES), dtype=np.float32)
        vectors: Floats = np.empty((len(pieces.ids), WIDTH), dtype=np.float32)
        edges = self._embeddings(np.array([FIRST, LAST]), np.zeros((2, len(FEATURES)), dtype=np.int64))
        for window in windows(pieces.paragraph):
            inner = slice(window.begin, window.end)
            embeddings = self._embeddings(pieces.ids[inner], pieces.features[inner])
            given = np.concatenate([edges[:1], embeddings, edges[1:]])[None]
            outputs = self._encoder.run(["tags", "hidden"], {"vectors": given})
            used = slice(window.first - window.begin + 1, window.last - window.begin + 1)
            for whole, part in zip((tag_scores, vectors), outputs, strict=True):
                whole[window.first : window.last] = part[0, used]
        return Encoded(tag_scores, vectors, self._link_vectors)

    def _link_vectors(self, vectors: Floats) -> tuple[Floats, Floats]:
        linked, no_source = self._links.run(["linked", "nobody"], {"vectors": vectors})
        return linked.reshape(len(vectors), 8, linked.shape[1] // 8), no_source[:, 0]

    def _embeddings(self, ids: Ints, features: Ints) -> Floats:
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
def load_encoder(model: Reader, weights: Path = WEIGHTS) -> Encoder:
    """Return the encoder of one of the models in a weights folder, loaded at the first call."""
    return Encoder(weights / model, weights)
