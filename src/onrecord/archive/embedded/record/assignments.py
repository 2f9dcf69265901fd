"""Whom a name in an article stands for: what was chosen when it was read, and what standing corrections make of that.

The choice is kept (`settled`) and never changed by a correction; merges and splits that stand are gone through in their
order each time. So whatever is corrected and undone, in whatever order, what is left is what stands.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.archive.corrections.correction import Action, Anchor
from onrecord.archive.embedded.record.corrections_apply import read


@dataclass(frozen=True, slots=True)
class Settled:
    """The id of the person chosen, how certain that was, why, and the ids (JSON) of who else it could be."""

    id: str
    certainty: float
    basis: str
    others: str


@dataclass(frozen=True, slots=True)
class _Step:
    """A merge (`person` becomes `into`) or a split (what stands at `places` becomes `into`)."""

    into: str
    person: str = ""
    places: frozenset[Anchor] = frozenset()


class Standing:
    """The merges and splits that stand, in their order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "SELECT * FROM correction WHERE action IN ('merge', 'split') AND undone = '' ORDER BY number"
        )
        self._steps = [
            _Step(one.into, person=one.person)
            if one.action is Action.MERGE
            else _Step(one.into, places=frozenset(one.anchors))
            for one in map(read, rows)
            if one.into
        ]

    def id_at(self, at: Anchor, id: str) -> str:
        """The id of the person at a place where `id` was chosen."""
        for step in self._steps:
            if id == step.person or at in step.places:
                id = step.into
        return id

    def merged(self) -> Iterator[tuple[str, str]]:
        """The ids that were merged, each with the one that it leads to."""
        for number, step in enumerate(self._steps):
            if step.person:
                id = step.into
                for later in self._steps[number + 1 :]:
                    id = later.into if id == later.person else id
                yield step.person, id


def settle(connection: sqlite3.Connection, at: Anchor, settled: Settled) -> None:
    """Keep whom a name was taken for."""
    connection.execute(
        "INSERT OR REPLACE INTO assignment VALUES (?, ?, ?, ?, ?, ?)",
        (at.article, at.name, settled.id, settled.certainty, settled.basis, settled.others),
    )


def settled_at(connection: sqlite3.Connection, at: Anchor) -> Settled | None:
    """Whom a name was taken for when it was read; None where it was not read before."""
    row = connection.execute(
        "SELECT * FROM assignment WHERE article = ? AND name = ?", (at.article, at.name)
    ).fetchone()
    return Settled(row["person"], row["certainty"], row["basis"], row["others"]) if row else None
