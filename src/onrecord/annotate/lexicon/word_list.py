"""Word lists written as plain text."""

from __future__ import annotations

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, which are separated by white space."""
    return frozenset(text.split())


def alternatives(entries: Iterable[str]) -> str:
    """Return a regular expression for any of the entries, without brackets; the longest match comes first."""
    return "|".join(sorted(entries, key=lambda entry: (-len(entry), entry)))
