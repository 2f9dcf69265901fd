"""Spans of a text: half-open pairs of offsets that count Unicode code points."""

from __future__ import annotations

Span = tuple[int, int]


def pieces(text: str, spans: tuple[Span, ...]) -> str:
    """Return the words of `text` at `spans`, joined by " … "."""
    return " … ".join(text[begin:end] for begin, end in spans)
