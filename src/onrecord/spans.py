"""Spans of a text, merged, clipped and compared: half-open pairs of offsets that count Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Span


def merge(spans: Iterable[Span], *, touching: bool = False) -> list[Span]:
    """Return the spans in order, merging those that overlap and, if `touching`, those that touch."""
    merged: list[Span] = []
    for begin, end in sorted(spans):
        if merged and (begin < merged[-1][1] or (touching and begin == merged[-1][1])):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def clip(span: Span, within: Span) -> Span | None:
    """Return the part of `span` that lies in `within`; None where they do not overlap."""
    begin, end = max(span[0], within[0]), min(span[1], within[1])
    return (begin, end) if begin < end else None


def overlap(span: Span, other: Span) -> int:
    """Return how many characters two spans have in common."""
    return max(0, min(span[1], other[1]) - max(span[0], other[0]))


def common(some: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """Return the parts that each of `some` has in common with each of `others`."""
    others = tuple(others)
    return tuple(part for span in some for other in others if (part := clip(span, other)))


def length(spans: Iterable[Span]) -> int:
    """Return how many characters the spans hold together."""
    return sum(end - begin for begin, end in spans)


def text_of(text: str, spans: Iterable[Span]) -> str:
    """Return the words of `text` in `spans`, joined by " … "."""
    return " … ".join(text[begin:end] for begin, end in spans)


def distinct_texts(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the words of `text` in each span, each text once, with runs of white space as one space."""
    return tuple(dict.fromkeys(" ".join(text[begin:end].split()) for begin, end in spans))
