"""The log of corrections: making a correction, and undoing one.

Nothing is lost: the original assignment of each name is kept, and who is who follows from these and the corrections in
force, so that undoing one leaves the effect of the others. All of this runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from msgspec import structs

from onrecord.archive.corrections.correction import Action, Correction, checked
from onrecord.archive.embedded.record import article_rows, correction_rows, people_rows
from onrecord.archive.embedded.record.corrections_resolve import person_number, resolve
from onrecord.archive.embedded.record.reassignment import reassign, update_shown
from onrecord.model.errors import CorrectionError


def correct(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Make a correction and return it as kept. Raises CorrectionError if this archive lacks its subject."""
    resolved = resolve(connection, checked(correction))
    made = resolved.made or _now()
    kept = structs.replace(resolved, id=correction_rows.free_id(connection, correction, made), made=made, undone="")
    correction_rows.insert(connection, kept)
    kept = _make(connection, kept)
    correction_rows.update(connection, kept)
    return kept


def undo(connection: sqlite3.Connection, id: str) -> Correction:
    """Undo a correction and return it. Raises CorrectionError if there is none with this id or it is undone already."""
    row = connection.execute("SELECT * FROM correction WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise CorrectionError(f"there is no correction {id}; `onrecord correct list` has their ids")
    correction = correction_rows.from_row(row)
    if correction.undone:
        raise CorrectionError(f"correction {id} was undone on {correction.undone[:10]}")
    now = _now()
    connection.execute("UPDATE correction SET undone = ? WHERE id = ?", (now, id))
    _unmake(connection, correction)
    people_rows.delete_unused(connection)
    return structs.replace(correction, undone=now)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _make(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Put a correction into effect and return it with the ids of whatever it created."""
    match correction.action:
        case Action.SPEAKER | Action.REMOVE:
            article_rows.show_again(connection, correction.article)
        case Action.RENAME | Action.LINK:
            update_shown(connection, person_number(connection, correction))
        case Action.MERGE:
            reassign(connection, [correction])
        case Action.SPLIT:
            correction = _with_target(connection, correction)
            correction_rows.update(connection, correction)
            reassign(connection, [correction])
    return correction


def _unmake(connection: sqlite3.Connection, correction: Correction) -> None:
    """Take back the effect of a correction that is marked as undone."""
    match correction.action:
        case Action.SPEAKER | Action.REMOVE:
            article_rows.show_again(connection, correction.article)
        case Action.RENAME | Action.LINK:
            if (person := people_rows.number_of(connection, correction.person)) is not None:
                update_shown(connection, person)
        case Action.MERGE | Action.SPLIT:
            reassign(connection, [correction])


def _with_target(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Return a split with the person it splits off: a known one, or one created for it, under the name given."""
    known = correction.into_anchors
    other = people_rows.number_of(connection, correction.into, known) if known else None
    if other is not None:
        return structs.replace(correction, into=people_rows.id_of(connection, other), name="")
    name, type = people_rows.shown(connection, person_number(connection, correction))
    created = people_rows.create(connection, correction.name or name, type, id=correction.into)
    return structs.replace(correction, into=people_rows.id_of(connection, created))
