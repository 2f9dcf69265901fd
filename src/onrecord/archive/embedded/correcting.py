"""Corrections as they are made and taken back: takes what a reader says, changes who is who and what was said.

Nothing is lost: a correction keeps what it moved, so that undoing it moves back what is still there. All of this runs
inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from onrecord.archive.corrections import Action, Anchor, Correction, checked
from onrecord.archive.embedded import bearers, people, tables
from onrecord.archive.embedded.corrected import person_of, read
from onrecord.archive.persons import CORRECTED, Regrouped
from onrecord.errors import CorrectionError
from onrecord.model import SpeakerType

_OF_ARTICLE = frozenset({Action.SPEAKER, Action.REMOVE})
_KEPT_COLUMNS = ("number", "made", "undone")


def correct(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Make a correction and keep it; as kept. Raises CorrectionError where it speaks of what is not here."""
    filled = _filled(connection, checked(correction))
    made = filled.made or datetime.now(UTC).isoformat(timespec="seconds")
    number = connection.execute(
        "INSERT INTO correction (made, action, article, json) VALUES (?, ?, ?, ?)",
        (made, str(filled.action), filled.article, ""),
    ).lastrowid
    assert number is not None
    kept = replace(filled, number=number, made=made, undone="")
    _write(connection, kept)
    kept = _make(connection, kept)
    _write(connection, kept)
    return kept


def undo(connection: sqlite3.Connection, number: int) -> Correction:
    """Take a correction back. Raises CorrectionError where there is none of this number, or it is undone already."""
    row = connection.execute("SELECT * FROM correction WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise CorrectionError(f"there is no correction {number}")
    correction = read(row)
    if correction.undone:
        raise CorrectionError(f"correction {number} was undone on {correction.undone[:10]}")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute("UPDATE correction SET undone = ? WHERE number = ?", (now, number))
    _unmake(connection, correction)
    return replace(correction, undone=now)


def corrections(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """All corrections in their order."""
    return tuple(map(read, connection.execute("SELECT * FROM correction ORDER BY number")))


def regroup(connection: sqlite3.Connection) -> Regrouped:
    """Decide anew who is who over all articles, and make all corrections again."""
    standing = [one for one in corrections(connection) if not one.undone]
    connection.execute("UPDATE correction SET undone = 'while regrouping' WHERE undone = ''")
    for table in (
        "quoted",
        "appearance",
        "person_name",
        "person_key",
        "person_word",
        "forwarded",
        "mentioned",
        "person",
    ):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (our own names)
    group(connection, again={one.article for one in standing if one.article})
    problems = []
    for correction in standing:
        connection.execute("UPDATE correction SET undone = '' WHERE number = ?", (correction.number,))
        try:
            _write(connection, _make(connection, _resolved(connection, correction)))
        except CorrectionError as error:
            problems.append(f"correction {correction.number} ({correction.sentence()}): {error}")
    people_now = connection.execute("SELECT count(*) FROM person WHERE articles > 0").fetchone()[0]
    return Regrouped(int(people_now), tuple(problems))


def group(connection: sqlite3.Connection, *, again: Collection[str] = ()) -> None:
    """Decide who is who in an archive that does not know yet; articles in `again` are shown anew for that.

    The rows of the others' quotations stay as they are: those of older versions' archives are not what their records
    would now give.
    """
    articles = connection.execute("SELECT id FROM article ORDER BY number").fetchall()
    for row in articles:
        people.count_names(connection, tables.newest(connection, row["id"]))
    for row in articles:
        if row["id"] in again:
            tables.show_again(connection, row["id"])
        else:
            people.update(connection, tables.newest(connection, row["id"]), {})
            bearers.touch(connection, row["id"])


def _filled(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """With ids as they are here, the quotation's words, and where the people appear."""
    if correction.action in _OF_ARTICLE:
        correction = _of_quotation(connection, correction)
    if correction.action is Action.SPLIT and not correction.anchors:
        person = _someone(connection, correction.person, ())
        anchors = _anchors(connection, person, correction.articles)
        if missing := sorted(set(correction.articles) - {anchor.article for anchor in anchors}):
            raise CorrectionError(f"{correction.person} does not speak in {missing[0]}")
        if len(anchors) == len(_anchors(connection, person)):
            raise CorrectionError(f"{correction.person} speaks in no other article: nothing would be left to split")
        correction = replace(correction, anchors=anchors)
        if correction.into:
            other = _someone(connection, correction.into, correction.into_anchors)
            if other == person:
                raise CorrectionError(f"{correction.into} is {correction.person}: nothing would change")
            correction = replace(correction, into_anchors=_anchors(connection, other, most=1))
    return _resolved(connection, correction)


def _resolved(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """With the ids that its people have here now, and where they appear. Raises CorrectionError where they do not."""
    changes: dict[str, object] = {}
    for name, anchored in (("person", "anchors"), ("into", "into_anchors")):
        id, anchors = getattr(correction, name), getattr(correction, anchored)
        # Whom a split makes appears nowhere before; someone else may have that id in another archive.
        if not id or (name == "into" and correction.action is Action.SPLIT and not anchors):
            continue
        if correction.action is Action.SPEAKER and person_of(connection, id, anchors) is None and correction.name:
            bearers.create(connection, correction.name, correction.type, id=id)
        number = _someone(connection, id, anchors)
        changes[name] = _id(connection, number)
        if not anchors:
            whole = name == "person" and correction.action is Action.MERGE
            changes[anchored] = _anchors(connection, number, most=None if whole else 1)
    found = replace(correction, **changes)  # type: ignore[arg-type]
    if found.action is Action.MERGE and found.person == found.into:
        raise CorrectionError(f"{correction.person} and {correction.into} are one person already ({found.into})")
    return found


def _of_quotation(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """With the quotation's words; a speaker given by name only becomes the one person of that name, or someone new."""
    row = connection.execute(
        "SELECT content FROM quotation WHERE article = ? AND id = ?", (correction.article, correction.quotation)
    ).fetchone()
    if not connection.execute("SELECT 1 FROM article WHERE id = ?", (correction.article,)).fetchone():
        raise CorrectionError(f"there is no article {correction.article} here")
    if row is None and not correction.words:
        raise CorrectionError(f"article {correction.article} has no quotation {correction.quotation}")
    correction = replace(correction, words=row["content"] if row else correction.words)
    if correction.action is Action.SPEAKER and correction.name and not correction.person:
        found = connection.execute(
            "SELECT DISTINCT id FROM person LEFT JOIN person_name ON person = number "
            "WHERE type = ?1 AND (person_name.name = ?2 OR person.name = ?2 OR renamed = ?2) ORDER BY number",
            (str(correction.type), correction.name),
        ).fetchall()
        if len(found) > 1:
            ids = ", ".join(row["id"] for row in found)
            raise CorrectionError(f"several people are called “{correction.name}”; say which by id: {ids}")
        if found:
            return replace(correction, person=found[0]["id"])
        fresh = bearers.create(connection, correction.name, correction.type)
        return replace(correction, person=_id(connection, fresh))
    return correction


def _make(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Do what a correction says; with what it made filled in."""
    match correction.action:
        case Action.SPEAKER | Action.REMOVE:
            tables.show_again(connection, correction.article)
        case Action.RENAME | Action.LINK:
            _restate(connection, _someone(connection, correction.person, correction.anchors))
        case Action.MERGE:
            _merge(connection, correction)
        case Action.SPLIT:
            return _split(connection, correction)
    return correction


def _unmake(connection: sqlite3.Connection, correction: Correction) -> None:
    match correction.action:
        case Action.SPEAKER | Action.REMOVE:
            tables.show_again(connection, correction.article)
        case Action.RENAME | Action.LINK:
            if (person := person_of(connection, correction.person, correction.anchors)) is not None:
                _restate(connection, person)
        case Action.MERGE:
            _unmerge(connection, correction)
        case Action.SPLIT:
            origin = person_of(connection, correction.person)
            other = person_of(connection, correction.into)
            if origin is not None and other is not None:
                _move_all(connection, correction.anchors, other, origin)
                _restate(connection, origin)
                _restate(connection, other)


def _restate(connection: sqlite3.Connection, person: int) -> None:
    """Show someone under the name, and with the link, that the last corrections give them; nobody, who is gone."""
    if not connection.execute("SELECT 1 FROM person WHERE number = ?", (person,)).fetchone():
        return
    rows = connection.execute(_TELLING).fetchall()
    standing = [one for one in map(read, rows) if person_of(connection, _told_of(one)) == person]
    name = next((one.name for one in standing if one.action is not Action.LINK), "")
    item = next((one.wikidata for one in standing if one.action is Action.LINK), "")
    connection.execute("UPDATE person SET renamed = ?, wikidata = ? WHERE number = ?", (name, item, person))
    if name:
        bearers.learn(connection, person, name)
    for anchor in _anchors(connection, person, most=1):
        bearers.touch(connection, anchor.article)


_TELLING = (
    "SELECT * FROM correction WHERE undone = '' AND (action IN ('rename', 'link') "
    "OR action = 'split' AND json_extract(json, '$.name') <> '') ORDER BY number DESC"
)


def _told_of(correction: Correction) -> str:
    """Whose name or item a correction gives: that of a split is the name of the one split off."""
    return correction.into if correction.action is Action.SPLIT else correction.person


def _merge(connection: sqlite3.Connection, correction: Correction) -> None:
    gone = _someone(connection, correction.person, correction.anchors)
    kept = _someone(connection, correction.into, correction.into_anchors)
    _move_all(connection, _anchors(connection, gone), gone, kept, settle=False)
    connection.execute("UPDATE forwarded SET person = ? WHERE person = ?", (kept, gone))
    bearers.forget(connection, gone, always=True)
    connection.execute("INSERT OR REPLACE INTO forwarded VALUES (?, ?)", (correction.person, kept))
    bearers.refresh(connection, kept)
    _restate(connection, kept)


def _unmerge(connection: sqlite3.Connection, correction: Correction) -> None:
    kept = person_of(connection, correction.into)
    if kept is None or not correction.anchors:
        return
    type = connection.execute("SELECT type FROM person WHERE number = ?", (kept,)).fetchone()["type"]
    connection.execute("DELETE FROM forwarded WHERE id = ?", (correction.person,))
    back = bearers.create(connection, correction.anchors[0].name, SpeakerType(type), id=correction.person)
    _move_all(connection, correction.anchors, kept, back)
    _restate(connection, back)
    _restate(connection, kept)


def _split(connection: sqlite3.Connection, correction: Correction) -> Correction:
    anchors = correction.anchors
    origin = _someone(connection, correction.person, anchors)
    row = connection.execute("SELECT name, renamed, type FROM person WHERE number = ?", (origin,)).fetchone()
    known = correction.into_anchors
    other = person_of(connection, correction.into, known) if known else None
    named = correction.name if other is None else ""
    if other is None:
        name = correction.name or row["renamed"] or row["name"]
        other = bearers.create(connection, name, SpeakerType(row["type"]), id=correction.into)
        if correction.name:
            connection.execute("UPDATE person SET renamed = ? WHERE number = ?", (correction.name, other))
    _move_all(connection, anchors, origin, other)
    return replace(correction, into=_id(connection, other), name=named)


def _move_all(
    connection: sqlite3.Connection, anchors: Iterable[Anchor], origin: int, target: int, *, settle: bool = True
) -> None:
    for anchor in anchors:
        bearers.move(connection, anchor, origin, target, CORRECTED)
    if settle:
        bearers.refresh(connection, origin)
        bearers.refresh(connection, target)


def _anchors(
    connection: sqlite3.Connection, person: int, articles: Iterable[str] = (), *, most: int | None = None
) -> tuple[Anchor, ...]:
    """Where someone appears, in `articles` or in all of them, earliest first."""
    wanted = set(articles)
    rows = connection.execute(
        "SELECT article, name FROM appearance WHERE person = ? ORDER BY corrected, day, article LIMIT ?",
        (person, -1 if most is None else most),
    )
    return tuple(Anchor(row["article"], row["name"]) for row in rows if not wanted or row["article"] in wanted)


def _someone(connection: sqlite3.Connection, id: str, anchors: tuple[Anchor, ...]) -> int:
    number = person_of(connection, id, anchors)
    if number is None:
        raise CorrectionError(f"there is no person {id} here; `onrecord people` lists them")
    return number


def _id(connection: sqlite3.Connection, person: int) -> str:
    return str(connection.execute("SELECT id FROM person WHERE number = ?", (person,)).fetchone()["id"])


def _write(connection: sqlite3.Connection, correction: Correction) -> None:
    kept = {name: value for name, value in correction.to_json().items() if name not in _KEPT_COLUMNS}
    connection.execute(
        "UPDATE correction SET json = ? WHERE number = ?", (json.dumps(kept, ensure_ascii=False), correction.number)
    )
