"""Decoding of whole articles during training, by the package's own code."""

from __future__ import annotations

import numpy as np
import torch

from onrecord.annotate.quotations.attributions import Attribution, assemble
from onrecord.annotate.quotations.encoder import (
    FIRST,
    HEAD_ARRAYS,
    LAST,
    Encoded,
    Floats,
    Heads,
)
from onrecord.annotate.quotations.tagging import likeliest_tags, tagged_spans
from onrecord.annotate.quotations.wordpieces import windows
from onrecord.model import Span
from training import data
from training.export import heads
from training.model import Reader

Answer = tuple[dict[str, list[Span]], list[Attribution]]
"""An article's tagged spans by kind (before quotation marks correct them) and its attributions, as offsets."""


@torch.no_grad()
def encode(reader: Reader, gold: data.Gold) -> Encoded:
    """Return the encoder's output for an article."""
    p = gold.pieces
    tags, vectors = [], []
    for w in windows(p.paragraph):
        ids = torch.tensor([[FIRST, *p.ids[w.begin : w.end].tolist(), LAST]])
        features = torch.zeros(1, ids.shape[1], p.features.shape[1], dtype=torch.long)
        features[0, 1:-1] = torch.from_numpy(p.features[w.begin : w.end])
        hidden = reader.encoder(ids, features)[0, w.first - w.begin + 1 : w.last - w.begin + 1]
        tags.append(reader.tags(hidden).numpy())
        vectors.append(hidden.numpy())
    return Encoded(np.concatenate(tags), np.concatenate(vectors), lambda some: _link_vectors(reader, some))


@torch.no_grad()
def _link_vectors(reader: Reader, vectors: Floats) -> tuple[Floats, Floats]:
    linked, nobody = reader.links(torch.from_numpy(vectors))
    return linked.numpy(), nobody.numpy()


def answer(gold: data.Gold, encoded: Encoded, learned: Heads) -> Answer:
    """Return the attributions decoded from the encoder's output."""
    tagged = tagged_spans(likeliest_tags(encoded.tag_scores, learned.transitions))
    at = gold.pieces.spans
    by_kind = {
        kind: [(int(at[b, 0]), int(at[e - 1, 1])) for b, e in found]
        for kind, found in (("source", tagged.sources), ("cue", tagged.cues), ("content", tagged.contents))
    }
    return by_kind, assemble(gold.pieces, encoded, learned)


def predict(reader: Reader, golds: list[data.Gold]) -> list[Answer]:
    """Return the decoded result of each article."""
    arrays = heads(reader)
    learned = Heads(**{field: arrays[name] for field, name in HEAD_ARRAYS.items()})
    return [answer(gold, encode(reader, gold), learned) for gold in golds]
