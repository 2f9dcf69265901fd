"""Spans of words in a text."""

from __future__ import annotations

from onrecord.model import Span


def spans_of(text: str, pieces: tuple[str, ...]) -> list[Span]:
    """Return where the pieces are in a text, each after the one before."""
    spans, at = [], 0
    for piece in pieces:
        at = text.index(piece, at)
        spans.append((at, at + len(piece)))
    return spans
