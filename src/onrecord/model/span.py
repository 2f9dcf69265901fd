"""Spans of a text: half-open pairs of offsets that count Unicode code points."""

from __future__ import annotations

Span = tuple[int, int]


def pieces(text: str, spans: tuple[Span, ...]) -> str:
    """The words that `spans` mark in `text`; pieces that are apart are joined by " … "."""
    return " … ".join(text[begin:end] for begin, end in spans)
