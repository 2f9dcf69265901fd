"""The model in training: encoder, CRF over tags of source, cue and content, and links between spans.

An attribution is a cue, the contents that link to it, and the source that it links to (PolNeAR's scheme). Contents do
not nest there, so one tag a piece is enough: O, then begin and inside of each kind. CRF: Lafferty et al. 2001.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.annotate.quotations.linking import NEAR, pair_classes
from onrecord.annotate.quotations.tagging import TAGS
from training.encoder import WIDTH, Encoder

LINK = 96
NEVER = -1e4


class Reader(nn.Module):
    """An encoder and its heads: scores of tags and, for each piece, the vectors that links are scored with."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.moves = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        # A content is linked to a cue, a cue to a source; a span is represented by its first and last piece.
        self.link = nn.Linear(WIDTH, 8 * LINK)
        self.nobody = nn.Linear(WIDTH, 1)
        self.distance = nn.Parameter(torch.zeros(2, 2 * len(NEAR) + 2))
        self.between = nn.Parameter(torch.zeros(2, 4))
        self.apart = nn.Parameter(torch.zeros(2, 4))
        self.register_buffer("barred", barred())

    def links(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Return link vectors (places, 8, LINK) and scores of having no source (places), from vectors (places,
        width)."""
        return self.link(hidden).view(-1, 8, LINK), self.nobody(hidden)[:, 0]

    def transitions(self) -> Tensor:
        """Return the transition scores between tags; impossible transitions have a very low score."""
        return self.moves + self.barred


def barred() -> Tensor:
    """A span continues only from its own kind."""
    bars = torch.zeros(len(TAGS), len(TAGS))
    for to, name in enumerate(TAGS):
        if name.startswith("I-"):
            bars[:, to] = NEVER
            bars[to - 1, to] = bars[to, to] = 0
    return bars


def unlikeliness(scores: Tensor, tags: Tensor, mask: Tensor, moves: Tensor) -> Tensor:
    """Return the CRF's negative log likelihood of `tags` (batch, places), summed over the batch; `mask` is true for
    real pieces.

    Every window begins with an edge piece, which is O.
    """
    gold = (scores.gather(2, tags[..., None])[..., 0] * mask).sum()
    gold = gold + (moves[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum()
    only = torch.full_like(moves[0], NEVER)
    only[0] = 0.0
    alpha = only + scores[:, 0]
    for place in range(1, scores.shape[1]):
        following = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + scores[:, place]
        alpha = torch.where(mask[:, place, None] > 0, following, alpha)
    return torch.logsumexp(alpha, dim=1).sum() - gold


def link_features(
    spans: list[tuple[int, int]], others: list[tuple[int, int]], cues: list[tuple[int, int]], paragraph: list[int]
) -> Tensor:
    """Return for each pair the classes of distance, cues between and paragraphs between (spans, others, 3)."""
    firsts = np.array(sorted(begin for begin, _ in cues))
    found = pair_classes(np.array(spans), np.array(others), firsts, np.array(paragraph))
    return torch.from_numpy(np.stack(found[:3], axis=-1))


def link_scores(
    reader: Reader, links: Tensor, which: int, spans: list[tuple[int, int]], to: list[tuple[int, int]], found: Tensor
) -> Tensor:
    """Return the scores of links from each of `spans` to each of `to`; `which` is 0 for content to cue, 1 for cue to
    source."""
    q = _ends(links[:, 4 * which], links[:, 4 * which + 1], spans)
    k = _ends(links[:, 4 * which + 2], links[:, 4 * which + 3], to)
    biases = (
        reader.distance[which][found[..., 0]]
        + reader.between[which][found[..., 1]]
        + reader.apart[which][found[..., 2]]
    )
    return q @ k.T / LINK**0.5 + biases


def _ends(first: Tensor, last: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    begins = torch.tensor([begin for begin, _ in spans], dtype=torch.long)
    ends = torch.tensor([end - 1 for _, end in spans], dtype=torch.long)
    return first[begins] + last[ends]
