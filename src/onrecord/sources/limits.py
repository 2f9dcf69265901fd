"""Limits on one input: bounds on memory and time against inputs made to exhaust them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that is read of one thing, in bytes.

    `page`: one page with all encodings undone, one line of JSONL, one text, one feed. The largest of the 227 real
    pages in our tests has 1.6 MB; 20 MB leaves room for pages that were saved with their images in them.
    `header`: the header of a WARC or HTTP message; browsers and proxies refuse more than 256 KiB (Chromium's limit).
    `line`: how far a JSONL line that is too long, or a damaged part of a web archive, is read past to reach what
    follows. 1 GB of zeros unpacks in 0.7 to 1.0 s here, so a gzip bomb costs a quarter of a second at most.
    """

    page: int = 20_000_000
    header: int = 256 * 1024
    line: int = 256_000_000


# Real crawls have a few dozen reasons (media types, statuses); headers and field names made up at random have no end.
_REASONS = 500


def count(skipped: Counter[str], reason: str) -> None:
    """Count one skipped thing under its reason, while there are few reasons, then under "other reasons"."""
    skipped[reason if reason in skipped or len(skipped) < _REASONS else "other reasons"] += 1
