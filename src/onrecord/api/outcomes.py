"""Outcomes of commands in JSON: of adding, fetching, linking people and importing corrections."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from onrecord.api.answers import ShownCorrection
from onrecord.model import Rejected


class AddOutcome(Struct, frozen=True, kw_only=True):
    """The outcome of `add`: the counts of a `Tally`, and the inputs that were rejected."""

    new: int
    captures: int
    known: int
    rejected: int
    skipped: Mapping[str, int]
    stopped: bool
    rejects: tuple[Rejected, ...]


class FetchOutcome(Struct, frozen=True, kw_only=True):
    """The outcome of `fetch`: how many pages it fetched or found unchanged, and those that it could not fetch."""

    fetched: int
    unchanged: int
    failed: tuple[Rejected, ...]


class LinkOutcome(Struct, frozen=True, kw_only=True):
    """The outcome of `correct link-from` for the rows of a file; `merges` are commands for people of the same item."""

    linked: tuple[ShownCorrection, ...]
    already_linked: int
    unmatched: int
    rejects: tuple[Rejected, ...]
    merges: tuple[str, ...]


class ImportOutcome(Struct, frozen=True, kw_only=True):
    """The outcome of `correct import` for the lines of a file; `undone` counts undone corrections, which it skips."""

    made: tuple[ShownCorrection, ...]
    already_made: int
    undone: int
    rejects: tuple[Rejected, ...]
