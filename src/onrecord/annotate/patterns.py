"""The orders in which content, source and cue stand in a sentence: takes its tokens, gives what each cue reports.

Each verb is tried first as one that trails its content (`"…," she said`), then as one that leads it (`She said …`).
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.according import according
from onrecord.annotate.cues import CUES, PARTICLES
from onrecord.annotate.frames import Hit, Range, Tokens
from onrecord.annotate.leading import leading
from onrecord.annotate.trailing import trailing
from onrecord.annotate.verbs import subject, verb_at


def hits(tokens: Tokens) -> Iterator[Hit]:
    """The attributions of one sentence from left to right; what one reports is not read again for others in it."""
    at = floor = 0
    shared: Range | None = None
    while at < len(tokens):
        hit = _hit(tokens, at, floor, shared)
        if hit is None:
            at += 1
            continue
        yield hit
        shared = hit.source
        at = floor = max(hit.next, at + 1)


def _hit(tokens: Tokens, at: int, floor: int, shared: Range | None) -> Hit | None:
    low = tokens[at].low
    if low == "according":
        return according(tokens, at, floor)
    if low not in CUES and low not in PARTICLES:
        return None
    verb = verb_at(tokens, at, floor)
    if verb is None:
        return None
    found = trailing(tokens, verb, floor)
    if found is None:
        source = subject(tokens, verb, floor, shared)
        found = leading(tokens, verb, source) if source else None
    return found
