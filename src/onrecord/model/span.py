"""Spans of a text: half-open pairs of offsets that count Unicode code points."""

from __future__ import annotations

Span = tuple[int, int]
