"""Loss functions: links between spans, and the distance to a teacher.

The loss of tags is `model.unlikeliness`. All are sums over a batch.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training import data
from training.model import Reader, link_features, link_scores
from training.teach import Taught
from training.windows import Batch

NEVER = -30.0
VECTORS = 0.3
"""Weight of a piece's vector relative to its tags in distillation; the vectors are normalised, so near 1."""


def link_loss(reader: Reader, hidden: Tensor, gold: data.Gold, begin: int, end: int) -> Tensor:
    """Return the negative log likelihood of the gold links between the spans of one window; vectors are (places,
    width)."""
    inside = [tuple(_inside(spans, begin, end) for spans in parts) for parts in gold.attributions]
    inside = [parts for parts in inside if parts[1]]
    loss = hidden.new_zeros(())
    if not inside:
        return loss
    links, nobody = reader.links(hidden)
    cues = [parts[1][0] for parts in inside]
    paragraph = gold.pieces.paragraph[begin:end].tolist()
    paragraph = [paragraph[0], *paragraph, paragraph[-1]]
    contents = [(span, which) for which, parts in enumerate(inside) for span in parts[2]]
    if contents and len(cues) > 1:
        spans = [span for span, _ in contents]
        scores = link_scores(reader, links, 0, spans, cues, link_features(spans, cues, cues, paragraph))
        loss = loss + F.cross_entropy(scores, torch.tensor([which for _, which in contents]), reduction="sum")
    sources = sorted({span for parts in inside for span in parts[0]})
    targets = torch.tensor([sources.index(parts[0][0]) if parts[0] else len(sources) for parts in inside])
    none = nobody[torch.tensor([begin for begin, _ in cues])][:, None]
    if sources:
        scores = link_scores(reader, links, 1, cues, sources, link_features(cues, sources, cues, paragraph))
        none = torch.cat([scores, none], dim=1)
    else:
        none = torch.cat([none.new_full((len(cues), 1), NEVER), none], dim=1)
        targets = torch.ones_like(targets)
    return loss + F.cross_entropy(none, targets, reduction="sum")


def _inside(spans: list[data.Range], begin: int, end: int) -> list[data.Range]:
    return [(low - begin + 1, high - begin + 1) for low, high in spans if begin <= low and high <= end]


def teaching(reader: Reader, teacher: Reader, taught: Taught, batch: Batch, hidden: Tensor, scores: Tensor) -> Tensor:
    """Return the distance of tags and vectors to the teacher's (Hinton et al. 2015; Sanh et al. 2019).

    The teacher saw the windows without masks. Windows that it did not see are left out.
    """
    wanted = torch.zeros_like(hidden)
    known = torch.zeros_like(batch.mask)
    for row, window in enumerate(batch.windows):
        if window in taught.begins:
            places = slice(1, window[2] - window[1] + 1)
            wanted[row, places] = taught.of(window)
            known[row, places] = 1
    with torch.no_grad():
        shares = teacher.tags(wanted).softmax(-1)
    divergence = (F.kl_div(scores.log_softmax(-1), shares, reduction="none").sum(-1) * known).sum()
    return divergence + VECTORS * ((hidden - wanted).pow(2).mean(-1) * known).sum()
