"""Pieces of quotations as a tree: takes where each piece stands in a text, gives trees that HTML can nest.

What crosses the end of its neighbour is cut there, so that every piece lies wholly inside another or outside of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span

_GAP = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(slots=True)
class Piece:
    """A piece of the quotation with this number, and where it stands."""

    begin: int
    end: int
    number: int


def paragraphs(text: str) -> list[Span]:
    """The spans between blank lines."""
    edges = [0, *(edge for gap in _GAP.finditer(text) for edge in gap.span()), len(text)]
    return [(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if text[begin:end].strip()]


@dataclass(slots=True)
class Tree:
    """A span of the text, the piece that it is (None for a paragraph), and what stands inside it, in order."""

    span: Span
    piece: Piece | None
    children: list[Tree]


def nest(found: list[Piece], span: Span, piece: Piece | None = None) -> Tree:
    """The pieces within `span` as a tree; one that reaches over the end of its neighbour is cut there."""
    children: list[Tree] = []
    waiting = sorted(found, key=lambda p: (p.begin, -p.end, p.number))
    while waiting:
        outer, *rest = waiting
        inner = [Piece(p.begin, min(p.end, outer.end), p.number) for p in rest if p.begin < outer.end]
        over = [Piece(max(p.begin, outer.end), p.end, p.number) for p in rest if p.end > outer.end]
        children.append(nest(inner, (outer.begin, outer.end), outer))
        waiting = sorted(over, key=lambda p: (p.begin, -p.end, p.number))
    return Tree(span, piece, children)


def clip(piece: Piece, span: Span) -> Piece | None:
    """The part of a piece that lies in `span`; None where none does."""
    begin, end = max(piece.begin, span[0]), min(piece.end, span[1])
    return Piece(begin, end, piece.number) if begin < end else None
