"""Attributions: from a document to content, cue and source spans, each attribution with a calibrated certainty.

The scheme is PolNeAR's (Newell, Margolin and Ruths, LREC 2018). `layout_rules` finds the attributions that the layout
shows; the encoder tags and links the spans of all others. `content_boundaries` then corrects the ends of each content.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

import numpy as np

from onrecord.annotate.quotations.content_boundaries import snap_to_quotation_marks
from onrecord.annotate.quotations.encoder import Encoded, Encoder, Floats, Heads
from onrecord.annotate.quotations.kind import kind_of
from onrecord.annotate.quotations.layout_rules import LayoutAttribution, layout_attributions
from onrecord.annotate.quotations.linking import Link, link_spans
from onrecord.annotate.quotations.tagging import CONTENT, CUE, SOURCE, TaggedSpans, likeliest_tags, tagged_spans
from onrecord.annotate.quotations.wordpieces import Wordpieces
from onrecord.annotate.text.document import Document
from onrecord.model import Kind, Span

LAYOUT_FEATURES = (1.0, 1.0, 0.95, 1.0, 1.0, 1.0)
"""Features of an attribution in a signature, a post or a transcript."""

MIN_CERTAINTY = 0.3
"""The certainty below which no attribution is kept: where F1 over all kinds is highest on PolNeAR's dev articles."""

_TINY = 1e-3


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as offsets, with the features of its certainty, each a probability.

    `features` are the probabilities of: the least likely content; the first piece of a content; the cue; the source;
    the link from content to cue; the link from cue to source, or the absence of a source.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span
    features: tuple[float, ...]

    @property
    def is_layout(self) -> bool:
        """True if the layout shows the attribution: its cue is a dash or a colon, not a verb."""
        return self.features is LAYOUT_FEATURES


@dataclass(frozen=True, slots=True)
class ScoredAttribution:
    """An attribution with its kind and the probability that its content and source are right."""

    attribution: Attribution
    kind: Kind
    certainty: float


def find_attributions(document: Document, encoder: Encoder) -> list[ScoredAttribution]:
    """Return the attributions of a document with at least `MIN_CERTAINTY`, in the order of their contents."""
    pieces = encoder.tokenize(document)
    if not len(pieces.ids):
        return []
    scored = []
    for attribution in assemble(pieces, encoder.encode(pieces), encoder.heads):
        kind = kind_of(document.text, attribution.content)
        scored.append(ScoredAttribution(attribution, kind, certainty(attribution.features, kind, encoder.heads)))
    kept = [whole for whole in scored if whole.certainty >= MIN_CERTAINTY]
    return sorted(kept, key=lambda whole: (whole.attribution.content, whole.attribution.cue))


def certainty(features: tuple[float, ...], kind: Kind, heads: Heads) -> float:
    """Return the probability that content and source are right, by the weights that training/calibrate.py fitted."""
    values = certainty_features(features, kind)
    score = sum(weight * value for weight, value in zip(heads.certainty.tolist(), values, strict=True))
    return round(1 / (1 + exp(-score)), 2)


def certainty_features(features: tuple[float, ...], kind: Kind) -> list[float]:
    """Return the input of the certainty: an attribution's features as log odds, its kind, and a constant."""
    odds = [log((probability + _TINY) / (1 - probability + _TINY)) for probability in features]
    return [*odds, float(kind is Kind.DIRECT), float(kind is Kind.MIXED), 1.0]


def assemble(pieces: Wordpieces, encoded: Encoded, heads: Heads) -> list[Attribution]:
    """Return all attributions of encoded pieces: those of the encoder, then those of the layout."""
    in_layout = layout_attributions(pieces.document)
    spans = tagged_spans(likeliest_tags(encoded.tag_scores, heads.transitions))
    assembler = _Assembler(pieces, _softmax(encoded.tag_scores))
    found = [
        assembler.attribution(link) for link in link_spans(_outside(spans, pieces, in_layout), pieces, encoded, heads)
    ]
    return [*found, *(Attribution(laid.content, laid.source, laid.cue, LAYOUT_FEATURES) for laid in in_layout)]


@dataclass(frozen=True, slots=True)
class _Assembler:
    """Makes attributions from links; `probabilities` (n, 7) are those of the tags of each piece."""

    pieces: Wordpieces
    probabilities: Floats

    def attribution(self, link: Link) -> Attribution:
        contents = [content for content, _ in link.contents]
        features = (
            min(self._probability(content, CONTENT) for content in contents),
            min(float(self.probabilities[begin, CONTENT]) for begin, _ in contents),
            self._probability(link.cue, CUE),
            self._probability(link.source, SOURCE) if link.source else 1.0,
            min(probability for _, probability in link.contents),
            link.source_probability,
        )
        source = self._offsets(link.source) if link.source else None
        content = snap_to_quotation_marks(self.pieces.document, [self._offsets(content) for content in contents])
        return Attribution(content, source, self._offsets(link.cue), features)

    def _offsets(self, span: Span) -> Span:
        return int(self.pieces.spans[span[0], 0]), int(self.pieces.spans[span[1] - 1, 1])

    def _probability(self, span: Span, kind: int) -> float:
        """Return the mean probability that the pieces of a span are of a kind."""
        return float(self.probabilities[span[0] : span[1], kind : kind + 2].sum(1).mean())


def _outside(spans: TaggedSpans, pieces: Wordpieces, in_layout: list[LayoutAttribution]) -> TaggedSpans:
    """Return the spans that touch no attribution of the layout."""
    taken = np.zeros(len(pieces.ids) + 1, dtype=np.int64)
    for laid in in_layout:
        for begin, end in (*laid.content, laid.source, laid.cue):
            low = np.searchsorted(pieces.spans[:, 1], begin, side="right")
            taken[low : np.searchsorted(pieces.spans[:, 0], end)] = 1
    before = np.concatenate([[0], np.cumsum(taken)])

    def free(some: list[Span]) -> list[Span]:
        return [(begin, end) for begin, end in some if before[end] == before[begin]]

    return TaggedSpans(free(spans.sources), free(spans.cues), free(spans.contents))


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    probabilities: Floats = powers / powers.sum(1, keepdims=True)
    return probabilities
