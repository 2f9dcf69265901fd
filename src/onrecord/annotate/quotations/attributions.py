"""What was said, and which words name who said it: takes a text, gives its attributions in the order of their cues.

An attribution is content, source and cue (PolNeAR's scheme: Newell, Margolin and Ruths, LREC 2018). The layout tells
some (`layouts`); the encoder finds the spans of the others and links them. Quotation marks then correct their ends,
since marks tell better than any model where the words in them begin and end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import exp, log

import numpy as np

from onrecord.annotate.quotations.encoder import (
    Encoder,
    Floats,
    Heads,
    Seen,
)
from onrecord.annotate.quotations.kind import kind_of
from onrecord.annotate.quotations.layout_rules import Laid, laid_out
from onrecord.annotate.quotations.linking import Link, links
from onrecord.annotate.quotations.tagging import (
    CONTENT,
    CUE,
    SOURCE,
    Spans,
    likeliest,
    spans,
)
from onrecord.annotate.quotations.wordpieces import Pieces
from onrecord.annotate.text.document import Document
from onrecord.model import Kind, Span
from onrecord.spans import common, length, merge

LAID_OUT = (1.0, 1.0, 0.95, 1.0, 1.0, 1.0)
"""The signs of an attribution that stands in a signature, a post or a transcript."""

LEAST = 0.3
"""The certainty under which nothing is kept: on PolNeAR's dev articles, where F1 over all kinds is highest."""

_TINY = 1e-3
_BREAK = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as offsets, with what its certainty is made from, each 0 to 1.

    `signs` are how likely: the least likely content and its first piece; the cue; the source; that the content goes
    with the cue; that the cue has that source, or none.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span
    signs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution with its kind and how likely it is right."""

    attribution: Attribution
    kind: Kind
    certainty: float


def evidence(signs: tuple[float, ...], kind: Kind) -> list[float]:
    """What the certainty of an attribution is computed from: its signs as log odds, its kind, and a constant."""
    odds = [log((sign + _TINY) / (1 - sign + _TINY)) for sign in signs]
    return [*odds, float(kind is Kind.DIRECT), float(kind is Kind.MIXED), 1.0]


def certainty(signs: tuple[float, ...], kind: Kind, heads: Heads) -> float:
    """How likely it is that content and source are right, as training/calibrate.py fitted it."""
    score = sum(weight * value for weight, value in zip(heads.certainty.tolist(), evidence(signs, kind), strict=True))
    return round(1 / (1 + exp(-score)), 2)


def read(document: Document, encoder: Encoder) -> list[Found]:
    """The attributions of a text that are certain enough, in order."""
    text, pieces = document.text, encoder.cut(document)
    found = assemble(text, pieces, encoder.see(pieces), encoder.heads) if len(pieces.ids) else []
    kinds = [kind_of(text, one.content) for one in found]
    sure = [certainty(one.signs, kind, encoder.heads) for one, kind in zip(found, kinds, strict=True)]
    kept = [Found(*whole) for whole in zip(found, kinds, sure, strict=True) if whole[2] >= LEAST]
    return sorted(kept, key=lambda one: (one.attribution.content, one.attribution.cue))


def assemble(text: str, pieces: Pieces, seen: Seen, heads: Heads) -> list[Attribution]:
    """The attributions in what the encoder saw of a text."""
    laid = laid_out(text, pieces.areas, pieces.marked)
    found = _outside(spans(likeliest(seen.tags, heads.moves)), pieces, laid)
    making = _Making(text, pieces, _likely(seen.tags))
    read = [making.attribution(link) for link in links(found, seen, heads, pieces.paragraph, pieces.sentence)]
    return [*read, *(Attribution(one.content, one.source, one.cue, LAID_OUT) for one in laid)]


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes attributions of links."""

    text: str
    pieces: Pieces
    likely: Floats

    def attribution(self, link: Link) -> Attribution:
        contents = [content for content, _ in link.contents]
        signs = (
            min(self._inside(content, CONTENT) for content in contents),
            min(float(self.likely[begin, CONTENT]) for begin, _ in contents),
            self._inside(link.cue, CUE),
            self._inside(link.source, SOURCE) if link.source else 1.0,
            min(certain for _, certain in link.contents),
            link.likely,
        )
        source = self._offsets(link.source) if link.source else None
        content = snapped(self.text, [self._offsets(content) for content in contents], self.pieces.marked)
        return Attribution(content, source, self._offsets(link.cue), signs)

    def _offsets(self, span: Span) -> Span:
        return int(self.pieces.spans[span[0], 0]), int(self.pieces.spans[span[1] - 1, 1])

    def _inside(self, span: Span, kind: int) -> float:
        """How likely the pieces of a span are of that kind, on average."""
        return float(self.likely[span[0] : span[1], kind : kind + 2].sum(1).mean())


def snapped(text: str, contents: list[Span], marked: list[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Contents whose ends lie within words in marks, moved out to the marks; a piece ends where its paragraph does.

    Words in marks of which less than half is content stay as they are: the content then is a part of them. What is in
    marks over several paragraphs is one quotation, all of it, where most of one of its paragraphs is content.
    """
    moved: list[Span] = []
    for content in contents:
        span = content
        for pieces in _near(marked, *content):
            held = [piece for piece in pieces if 2 * length(common([span], [piece])) >= length([piece])]
            for left, right in held:
                span = min(span[0], left), max(span[1], right)
            moved += pieces if held and len(pieces) > 1 else ()
        moved.append(span)
    return tuple(piece for span in merge(moved) for piece in _by_paragraph(text, *span))


def _near(marked: list[tuple[Span, ...]], begin: int, end: int) -> list[tuple[Span, ...]]:
    """Those of the marked, which lie in order and apart, that reach into a span."""
    low = bisect_right(marked, begin, key=lambda pieces: pieces[-1][1])
    return marked[low : bisect_left(marked, end, lo=low, key=lambda pieces: pieces[0][0])]


def _by_paragraph(text: str, begin: int, end: int) -> list[Span]:
    found = []
    for gap in _BREAK.finditer(text, begin, end):
        found.append((begin, gap.start()))
        begin = gap.end()
    return [*found, (begin, end)]


def _outside(found: Spans, pieces: Pieces, laid: list[Laid]) -> Spans:
    """The spans that do not touch what the layout has told already."""
    taken = np.zeros(len(pieces.ids) + 1, dtype=np.int64)
    for one in laid:
        for begin, end in (*one.content, one.source, one.cue):
            low = np.searchsorted(pieces.spans[:, 1], begin, side="right")
            taken[low : np.searchsorted(pieces.spans[:, 0], end)] = 1
    before = np.concatenate([[0], np.cumsum(taken)])

    def free(some: list[Span]) -> list[Span]:
        return [(begin, end) for begin, end in some if before[end] == before[begin]]

    return Spans(free(found.sources), free(found.cues), free(found.contents))


def _likely(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = powers / powers.sum(1, keepdims=True)
    return shares
