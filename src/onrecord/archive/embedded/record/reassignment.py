"""Reassignment: moves quotations to the people they belong to under the merges and splits in force.

All of this runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from onrecord.archive.corrections.correction import Action, Anchor, Correction
from onrecord.archive.embedded.record import article_rows, correction_rows, people_rows
from onrecord.archive.embedded.record.assignments import Redirects, assignment_at
from onrecord.model import SpeakerType

_NAMING = frozenset({Action.RENAME, Action.SPLIT})


def reassign(connection: sqlite3.Connection, changed: Sequence[Correction]) -> None:
    """Reassign the people involved in these merges and splits, which were just made or undone."""
    redirects = Redirects(connection)
    ids = {id for correction in changed for id in (correction.person, correction.into)}
    concerned = _concerned(connection, changed, ids)
    connection.execute("DELETE FROM forwarded")
    after = _move_all(connection, concerned, redirects) | concerned
    merged = dict(redirects.merged())
    _forward(connection, merged)
    after |= _show_speakers(connection, ids | merged.keys())
    for number in sorted(after):
        row = connection.execute("SELECT id FROM person WHERE number = ?", (number,)).fetchone()
        if row and row["id"] in merged:
            people_rows.delete(connection, number, always=True)
        elif row:
            people_rows.rebuild_profile(connection, number)
            update_shown(connection, number)


def update_shown(connection: sqlite3.Connection, person: int) -> None:
    """Show a person under the name, and with the Wikidata item, that the last corrections in force give."""
    if not connection.execute("SELECT 1 FROM person WHERE number = ?", (person,)).fetchone():
        return
    about = [
        correction
        for correction in reversed(list(correction_rows.in_force(connection, *_ABOUT_A_PERSON)))
        if (correction.action is not Action.SPLIT or correction.name)
        and people_rows.number_of(connection, _subject(correction)) == person
    ]
    id = people_rows.id_of(connection, person)
    own = [correction for correction in about if _subject(correction) == id]  # not of people merged into this one
    name = next((one.name for one in own if one.action in _NAMING), "") or _name_by_speaker(connection, id, own)
    item = next((one.wikidata for one in (*own, *about) if one.action is Action.LINK), "")
    connection.execute("UPDATE person SET renamed = ?, wikidata = ? WHERE number = ?", (name, item, person))
    if name:
        people_rows.add_name(connection, person, name)
    people_rows.update_name(connection, person)
    row = connection.execute("SELECT article FROM appearance WHERE person = ? LIMIT 1", (person,)).fetchone()
    if row:
        people_rows.reindex(connection, row["article"])


_ABOUT_A_PERSON = (Action.RENAME, Action.LINK, Action.SPEAKER, Action.SPLIT)


def _subject(correction: Correction) -> str:
    """Return the id of the person that a correction renames or links; for a split, of the one split off."""
    return correction.into if correction.action is Action.SPLIT else correction.person


def _name_by_speaker(connection: sqlite3.Connection, id: str, own: Sequence[Correction]) -> str:
    """Return the name from the first correction of a speaker, for a person that no article names."""
    named = connection.execute("SELECT 1 FROM assignment WHERE person = ?", (id,)).fetchone()
    return "" if named else next((one.name for one in reversed(own) if one.action is Action.SPEAKER), "")


def _concerned(connection: sqlite3.Connection, changed: Sequence[Correction], ids: set[str]) -> set[int]:
    """Return the people with these ids, merged or not, and the people who now appear at the places of a split."""
    with_id = "SELECT number FROM person WHERE id IN (SELECT value FROM json_each(?))"
    concerned = {row["number"] for row in connection.execute(with_id, (json.dumps(sorted(ids)),))}
    concerned |= {number for id in ids if (number := people_rows.number_of(connection, id)) is not None}
    for at in (anchor for one in changed if one.action is Action.SPLIT for anchor in one.anchors):
        rows = connection.execute("SELECT person FROM appearance WHERE article = ? AND name = ?", (at.article, at.name))
        concerned |= {row["person"] for row in rows}
    return concerned


def _move_all(connection: sqlite3.Connection, people: Iterable[int], redirects: Redirects) -> set[int]:
    """Move the quotations of these people to the people they are assigned to now; return the latter."""
    reached = set()
    for person in sorted(people):
        rows = connection.execute(
            "SELECT article, appearance.name, type FROM appearance JOIN person ON person.number = person "
            "WHERE person = ? AND NOT corrected",
            (person,),
        ).fetchall()
        for row in rows:
            at = Anchor(row["article"], row["name"])
            if (original := assignment_at(connection, at)) is None:
                continue
            assignment = redirects.redirected(at, original)
            target = people_rows.find_or_create(connection, assignment.id, at.name, SpeakerType(row["type"]))
            people_rows.move(connection, at, person, target, assignment)
            reached.add(target)
    return reached


def _forward(connection: sqlite3.Connection, merged: dict[str, str]) -> None:
    """Forward the ids that were merged to the people they lead to."""
    for id, leads_to in merged.items():
        row = connection.execute("SELECT number FROM person WHERE id = ?", (leads_to,)).fetchone()
        if row:
            connection.execute("INSERT OR REPLACE INTO forwarded VALUES (?, ?)", (id, row["number"]))


def _show_speakers(connection: sqlite3.Connection, ids: set[str]) -> set[int]:
    """Rewrite the rows of articles in which a correction attributes a quotation to one of `ids`.

    Returns the people who are created again for that.
    """
    created = set()
    for correction in correction_rows.in_force(connection, Action.SPEAKER):
        if not correction.person:
            continue
        if people_rows.number_of(connection, correction.person) is None:
            created.add(people_rows.find_or_create(connection, correction.person, correction.name, correction.type))
        if correction.person in ids:
            article_rows.show_again(connection, correction.article)
    return created
