"""Addresses at the end of a post are links to its pictures, not words of it."""

from __future__ import annotations

import re

_TAIL = re.compile(r"(?:\s*(?:https?://\S+|pic\.(?:twitter|x)\.com/\S+))+\s*$")


def tail_of_links(words: str) -> str:
    """`words` without the addresses that they end with; as they are where they are nothing else."""
    return _TAIL.sub("", words) or words
