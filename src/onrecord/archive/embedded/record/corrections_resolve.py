"""References of a correction in this archive: the ids of its people here, where they appear, a quotation's words."""

from __future__ import annotations

import sqlite3

from msgspec import structs

from onrecord.archive.corrections.correction import Action, Anchor, Correction
from onrecord.archive.embedded.record import people_rows
from onrecord.model.errors import CorrectionError


def resolve(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Return a correction with its references filled in. Raises CorrectionError if the archive lacks one."""
    if correction.action in {Action.SPEAKER, Action.REMOVE}:
        correction = _with_quotation(connection, correction)
    if correction.action is Action.SPLIT and not correction.anchors:
        correction = _with_split(connection, correction)
    return _with_people(connection, correction)


def person_number(connection: sqlite3.Connection, correction: Correction) -> int:
    """Return the number of the person that a correction is about. Raises CorrectionError if there is none."""
    anchors = correction.anchors if correction.action is Action.SPLIT else ()
    return _number(connection, correction.person, anchors)


def _with_split(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Return a split with the anchors of the articles it is about, and one anchor of `into` if that is given."""
    person = _number(connection, correction.person)
    anchors = people_rows.anchors_of(connection, person, correction.articles)
    if missing := sorted(set(correction.articles) - {anchor.article for anchor in anchors}):
        raise CorrectionError(f"{correction.person} does not speak in {missing[0]}")
    if len(anchors) == len(people_rows.anchors_of(connection, person)):
        raise CorrectionError(f"{correction.person} speaks in no other article: nothing would be left to split")
    correction = structs.replace(correction, anchors=anchors)
    if not correction.into:
        return correction
    other = _number(connection, correction.into, correction.into_anchors)
    if other == person:
        raise CorrectionError(f"{correction.into} is {correction.person}: nothing would change")
    return structs.replace(correction, into_anchors=people_rows.anchors_of(connection, other, most=1))


def _with_people(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Return a correction with the ids that its people have here now, and where they appear."""
    changes: dict[str, object] = {}
    for name, anchored in (("person", "anchors"), ("into", "into_anchors")):
        id, anchors = getattr(correction, name), getattr(correction, anchored)
        # A person created by a split has no earlier appearances; in another archive that id may be someone else's.
        if not id or (name == "into" and correction.action is Action.SPLIT and not anchors):
            continue
        unknown = people_rows.number_of(connection, id, anchors) is None
        if unknown and correction.action is Action.SPEAKER and correction.name:
            people_rows.create(connection, correction.name, correction.type, id=id)
        number = _number(connection, id, anchors)
        changes[name] = people_rows.id_of(connection, number)
        if correction.action is Action.SPEAKER:
            changes["name"], changes["type"] = people_rows.shown(connection, number)
        if not anchors:
            whole = name == "person" and correction.action is Action.MERGE
            changes[anchored] = people_rows.anchors_of(connection, number, most=None if whole else 1)
    resolved = structs.replace(correction, **changes)
    if resolved.action is Action.MERGE and resolved.person == resolved.into:
        raise CorrectionError(f"{correction.person} and {correction.into} are one person already ({resolved.into})")
    return resolved


def _with_quotation(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Return a correction with its quotation's words, and with a person where a speaker is given by name only."""
    row = connection.execute(
        "SELECT content FROM quotation WHERE article = ? AND id = ?", (correction.article, correction.quotation)
    ).fetchone()
    if not connection.execute("SELECT 1 FROM article WHERE id = ?", (correction.article,)).fetchone():
        raise CorrectionError(f"there is no article {correction.article} here")
    if row is None and not correction.words:
        raise CorrectionError(f"article {correction.article} has no quotation {correction.quotation}")
    correction = structs.replace(correction, words=row["content"] if row else correction.words)
    if correction.action is Action.SPEAKER and correction.name and not correction.person:
        return structs.replace(correction, person=_person_named(connection, correction))
    return correction


def _person_named(connection: sqlite3.Connection, correction: Correction) -> str:
    """Return the id of the only person with a correction's name; create one if there is none."""
    rows = connection.execute(
        "SELECT DISTINCT id FROM person LEFT JOIN person_name ON person = number "
        "WHERE type = ?1 AND (person_name.name = ?2 OR person.name = ?2 OR renamed = ?2) ORDER BY number",
        (str(correction.type), correction.name),
    ).fetchall()
    if len(rows) > 1:
        ids = ", ".join(row["id"] for row in rows)
        raise CorrectionError(f"several people are called “{correction.name}”; say which by id: {ids}")
    if rows:
        return str(rows[0]["id"])
    return people_rows.id_of(connection, people_rows.create(connection, correction.name, correction.type))


def _number(connection: sqlite3.Connection, id: str, anchors: tuple[Anchor, ...] = ()) -> int:
    number = people_rows.number_of(connection, id, anchors)
    if number is None:
        raise CorrectionError(f"there is no person {id} here; `onrecord people` lists them")
    return number
