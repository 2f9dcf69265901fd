"""Original name-to-person assignments, and how active merges and splits redirect them.

The person that a name was assigned to when its article was read is kept, and no correction changes it. The merges and
splits in force are applied to it in their order each time, so that after corrections are made and undone in any order
only those in force have an effect.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.archive.corrections.correction import CORRECTED, Action, Anchor
from onrecord.archive.embedded.record import correction_rows


@dataclass(frozen=True, slots=True)
class Assignment:
    """The id of the person that a name was assigned to, how certainly and why, and the ids (JSON) of alternatives."""

    id: str
    certainty: float
    basis: str
    others: str


@dataclass(frozen=True, slots=True)
class _Step:
    """A merge (`person` becomes `into`) or a split (the names at `places` become `into`)."""

    into: str
    person: str = ""
    places: frozenset[Anchor] = frozenset()


class Redirects:
    """The merges and splits in force, in their order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._steps = [
            _Step(correction.into, person=correction.person)
            if correction.action is Action.MERGE
            else _Step(correction.into, places=frozenset(correction.anchors))
            for correction in correction_rows.in_force(connection, Action.MERGE, Action.SPLIT)
            if correction.into
        ]

    def redirected(self, at: Anchor, assignment: Assignment) -> Assignment:
        """Return the assignment of a name after merges and splits."""
        id = assignment.id
        for step in self._steps:
            if id == step.person or at in step.places:
                id = step.into
        return assignment if id == assignment.id else replace(assignment, id=id, basis=CORRECTED)

    def merged(self) -> Iterator[tuple[str, str]]:
        """Yield each id that was merged, with the id it leads to."""
        for number, step in enumerate(self._steps):
            if step.person:
                id = step.into
                for later in self._steps[number + 1 :]:
                    id = later.into if id == later.person else id
                yield step.person, id


def keep(connection: sqlite3.Connection, at: Anchor, assignment: Assignment) -> None:
    """Keep the person that a name was assigned to."""
    connection.execute(
        "INSERT OR REPLACE INTO assignment VALUES (?, ?, ?, ?, ?, ?)",
        (at.article, at.name, assignment.id, assignment.certainty, assignment.basis, assignment.others),
    )


def assignment_at(connection: sqlite3.Connection, at: Anchor) -> Assignment | None:
    """Return the original assignment of a name; None if it was not read before."""
    rows = connection.execute("SELECT * FROM assignment WHERE article = ? AND name = ?", (at.article, at.name))
    row = rows.fetchone()
    return Assignment(row["person"], row["certainty"], row["basis"], row["others"]) if row else None
