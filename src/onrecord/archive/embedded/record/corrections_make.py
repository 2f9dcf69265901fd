"""Corrections as they are made and taken back: takes what a reader says, changes who is who and what was said.

Nothing is lost: whom each name was taken for is kept (`settled`), and who is who follows from that and the corrections
that stand, so that undoing one leaves what the others say. All of this runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, count

from msgspec import structs

from onrecord.archive.corrections.correction import (
    CORRECTED,
    Action,
    Anchor,
    Correction,
    checked,
)
from onrecord.archive.embedded.record import article_rows, people_assign, people_rows
from onrecord.archive.embedded.record.assignments import Standing, settled_at
from onrecord.archive.embedded.record.corrections_apply import person_of, read
from onrecord.archive.public_ids import correction_id
from onrecord.archive.results import Regrouped
from onrecord.model import SpeakerType, codec
from onrecord.model.errors import CorrectionError

_OF_ARTICLE = frozenset({Action.SPEAKER, Action.REMOVE})


def correct(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Make a correction and keep it; as kept. Raises CorrectionError where it speaks of what is not here."""
    filled = _filled(connection, checked(correction))
    made = filled.made or datetime.now(UTC).isoformat(timespec="seconds")
    kept = structs.replace(filled, id=_free_id(connection, correction, made), made=made, undone="")
    connection.execute(
        "INSERT INTO correction (id, made, action, article, json) VALUES (?, ?, ?, ?, ?)",
        (kept.id, made, str(kept.action), kept.article, content(kept)),
    )
    kept = _make(connection, kept)
    _write(connection, kept)
    return kept


def undo(connection: sqlite3.Connection, id: str) -> Correction:
    """Take a correction back. Raises CorrectionError where there is none with this id, or it is undone already."""
    row = connection.execute("SELECT * FROM correction WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise CorrectionError(f"there is no correction {id}; `onrecord correct list` has their ids")
    correction = read(row)
    if correction.undone:
        raise CorrectionError(f"correction {id} was undone on {correction.undone[:10]}")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute("UPDATE correction SET undone = ? WHERE id = ?", (now, id))
    _unmake(connection, correction)
    _forget_gone(connection)
    return structs.replace(correction, undone=now)


def corrections(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """All corrections in their order."""
    return tuple(map(read, connection.execute("SELECT * FROM correction ORDER BY number")))


def regroup(connection: sqlite3.Connection) -> Regrouped:
    """Decide anew who is who over all articles, and make all corrections again."""
    standing = [one for one in corrections(connection) if not one.undone]
    connection.execute("UPDATE correction SET undone = 'while regrouping' WHERE undone = ''")
    connection.execute("CREATE TEMP TABLE assignment_before AS SELECT * FROM assignment")
    for table in (
        "quoted",
        "appearance",
        "person_name",
        "person_key",
        "person_word",
        "assignment",
        "forwarded",
        "mentioned",
        "person",
    ):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (our own names)
    group(connection, again={one.article for one in standing if one.article})
    problems = []
    new = _renumbered(connection, standing)
    for one in standing:
        mapped = structs.replace(one, person=new.get(one.person, one.person), into=new.get(one.into, one.into))
        _write(connection, mapped)
    connection.execute("UPDATE correction SET undone = '' WHERE undone = 'while regrouping'")
    _settle(connection, list(map(read, connection.execute(_GROUPING))))
    for one in corrections(connection):
        if one.undone:
            continue
        if one.person and person_of(connection, one.person) is None:
            problems.append(f"correction {one.id} ({one.describe()}): there is no person {one.person} any more")
        elif one.action in {Action.RENAME, Action.LINK}:
            _restate(connection, _someone(connection, one.person, ()))
    for article in sorted({one.article for one in standing if one.article}):
        article_rows.show_again(connection, article)
    _forget_gone(connection)
    people_now = connection.execute("SELECT count(*) FROM person WHERE articles > 0").fetchone()[0]
    return Regrouped(int(people_now), tuple(problems))


_GROUPING = "SELECT * FROM correction WHERE action IN ('merge', 'split') AND undone = '' ORDER BY number"


def _renumbered(connection: sqlite3.Connection, standing: Iterable[Correction]) -> dict[str, str]:
    """The ids that corrections name, each with the id that most of the places now have that had it before."""
    named = {id for one in standing for id in (one.person, one.into) if id}
    rows = connection.execute(
        "SELECT before.person AS old, assignment.person AS new FROM assignment_before AS before JOIN assignment "
        "USING (article, name) WHERE before.person IN (SELECT value FROM json_each(?)) "
        "GROUP BY old, new ORDER BY old, count(*), new = old",
        (json.dumps(sorted(named)),),
    ).fetchall()
    connection.execute("DROP TABLE assignment_before")
    return {row["old"]: row["new"] for row in rows}


def _forget_gone(connection: sqlite3.Connection) -> None:
    """Forget everyone who speaks nowhere and of whom no correction speaks."""
    for row in connection.execute("SELECT number FROM person WHERE articles = 0").fetchall():
        people_rows.forget(connection, row["number"])


def group(connection: sqlite3.Connection, *, again: Collection[str] = ()) -> None:
    """Decide who is who in an archive that does not know yet; articles in `again` are shown anew for that.

    The rows of the others' quotations stay as they are: those of older versions' archives are not what their records
    would now give.
    """
    articles = connection.execute("SELECT id FROM article ORDER BY number").fetchall()
    for row in articles:
        people_assign.count_names(connection, article_rows.newest(connection, row["id"]))
    for row in articles:
        if row["id"] in again:
            article_rows.show_again(connection, row["id"])
        else:
            people_assign.update(connection, article_rows.newest(connection, row["id"]), {})
            people_rows.touch(connection, row["id"])


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
        correction = structs.replace(correction, anchors=anchors)
        if correction.into:
            other = _someone(connection, correction.into, correction.into_anchors)
            if other == person:
                raise CorrectionError(f"{correction.into} is {correction.person}: nothing would change")
            correction = structs.replace(correction, into_anchors=_anchors(connection, other, most=1))
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
            people_rows.create(connection, correction.name, correction.type, id=id)
        number = _someone(connection, id, anchors)
        changes[name] = _id(connection, number)
        if correction.action is Action.SPEAKER:
            row = connection.execute("SELECT shown, type FROM person WHERE number = ?", (number,)).fetchone()
            changes |= {"name": row["shown"], "type": SpeakerType(row["type"])}
        if not anchors:
            whole = name == "person" and correction.action is Action.MERGE
            changes[anchored] = _anchors(connection, number, most=None if whole else 1)
    found = structs.replace(correction, **changes)
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
    correction = structs.replace(correction, words=row["content"] if row else correction.words)
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
            return structs.replace(correction, person=found[0]["id"])
        fresh = people_rows.create(connection, correction.name, correction.type)
        return structs.replace(correction, person=_id(connection, fresh))
    return correction


def _make(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """Do what a correction says; with what it made filled in."""
    match correction.action:
        case Action.SPEAKER | Action.REMOVE:
            article_rows.show_again(connection, correction.article)
        case Action.RENAME | Action.LINK:
            _restate(connection, _someone(connection, correction.person, ()))
        case Action.MERGE:
            _settle(connection, [correction])
        case Action.SPLIT:
            return _split(connection, correction)
    return correction


def _unmake(connection: sqlite3.Connection, correction: Correction) -> None:
    match correction.action:
        case Action.SPEAKER | Action.REMOVE:
            article_rows.show_again(connection, correction.article)
        case Action.RENAME | Action.LINK:
            if (person := person_of(connection, correction.person)) is not None:
                _restate(connection, person)
        case Action.MERGE | Action.SPLIT:
            _settle(connection, [correction])


def _restate(connection: sqlite3.Connection, person: int) -> None:
    """Show someone under the name, and with the link, that the last corrections give them; nobody, who is gone."""
    if not connection.execute("SELECT 1 FROM person WHERE number = ?", (person,)).fetchone():
        return
    rows = connection.execute(_TELLING).fetchall()
    standing = [one for one in map(read, rows) if person_of(connection, _told_of(one)) == person]
    id = _id(connection, person)
    own = [one for one in standing if _told_of(one) == id]  # A name given to whoever was merged into them is another's.
    name = next((one.name for one in own if one.action in _NAMING), "") or _given_name(connection, id, own)
    item = next((one.wikidata for one in (*own, *standing) if one.action is Action.LINK), "")
    connection.execute("UPDATE person SET renamed = ?, wikidata = ? WHERE number = ?", (name, item, person))
    if name:
        people_rows.learn(connection, person, name)
    people_rows.show_name(connection, person)
    row = connection.execute("SELECT article FROM appearance WHERE person = ? LIMIT 1", (person,)).fetchone()
    if row:
        people_rows.touch(connection, row["article"])


def _given_name(connection: sqlite3.Connection, id: str, standing: Sequence[Correction]) -> str:
    """The name under which a correction has someone speak whom no article names: that of the first one."""
    printed = connection.execute("SELECT 1 FROM assignment WHERE person = ?", (id,)).fetchone()
    return "" if printed else next((one.name for one in reversed(standing) if one.action is Action.SPEAKER), "")


_NAMING = frozenset({Action.RENAME, Action.SPLIT})
_TELLING = (
    "SELECT * FROM correction WHERE undone = '' AND (action IN ('rename', 'link', 'speaker') "
    "OR action = 'split' AND json_extract(json, '$.name') <> '') ORDER BY number DESC"
)


def _told_of(correction: Correction) -> str:
    """Whose name or item a correction gives: that of a split is the name of the one split off."""
    return correction.into if correction.action is Action.SPLIT else correction.person


def _split(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """With whom the split makes, or who is known already, filled in; then split."""
    origin = _someone(connection, correction.person, correction.anchors)
    row = connection.execute("SELECT shown, type FROM person WHERE number = ?", (origin,)).fetchone()
    known = correction.into_anchors
    other = person_of(connection, correction.into, known) if known else None
    named = correction.name if other is None else ""
    if other is None:
        name = correction.name or row["shown"]
        other = people_rows.create(connection, name, SpeakerType(row["type"]), id=correction.into)
    made = structs.replace(correction, into=_id(connection, other), name=named)
    _write(connection, made)
    _settle(connection, [made])
    return made


def _settle(connection: sqlite3.Connection, changed: Sequence[Correction]) -> None:
    """Put everyone whom these merges and splits concern where the corrections that now stand have them."""
    standing = Standing(connection)
    ids = {id for one in changed for id in (one.person, one.into)}
    places = [anchor for one in changed if one.action is Action.SPLIT for anchor in one.anchors]
    before = {number for id in ids if (number := person_of(connection, id)) is not None}
    concerned = {row["number"] for row in connection.execute(_WITH_ID, (json.dumps(sorted(ids)),))} | before
    for at in places:
        rows = connection.execute("SELECT person FROM appearance WHERE article = ? AND name = ?", (at.article, at.name))
        concerned |= {row["person"] for row in rows}
    connection.execute("DELETE FROM forwarded")
    after = _move_all(connection, concerned, standing) | concerned
    for id, leads_to in standing.merged():
        row = connection.execute("SELECT number FROM person WHERE id = ?", (leads_to,)).fetchone()
        if row:
            connection.execute("INSERT OR REPLACE INTO forwarded VALUES (?, ?)", (id, row["number"]))
    merged = {id for id, _ in standing.merged()}
    for given in _given(connection):
        if person_of(connection, given.person) is None:
            after.add(people_rows.restore(connection, given.person, given.name, given.type))
        if given.person in merged | ids:
            article_rows.show_again(connection, given.article)
    for number in sorted(after):
        row = connection.execute("SELECT id FROM person WHERE number = ?", (number,)).fetchone()
        if row and row["id"] in merged:
            people_rows.forget(connection, number, always=True)
        elif row:
            people_rows.refresh(connection, number)
            _restate(connection, number)


_WITH_ID = "SELECT number FROM person WHERE id IN (SELECT value FROM json_each(?))"


def _move_all(connection: sqlite3.Connection, people_now: Iterable[int], standing: Standing) -> set[int]:
    """Move what these people say to those who say it as corrections now stand; who they are."""
    reached = set()
    for person in sorted(people_now):
        rows = connection.execute(
            "SELECT article, appearance.name, type FROM appearance JOIN person ON person.number = person "
            "WHERE person = ? AND NOT corrected",
            (person,),
        ).fetchall()
        for row in rows:
            at = Anchor(row["article"], row["name"])
            if (settled := settled_at(connection, at)) is None:
                continue
            id = standing.id_at(at, settled.id)
            target = people_rows.restore(connection, id, at.name, SpeakerType(row["type"]))
            if id != settled.id:
                settled = replace(settled, basis=CORRECTED)
            people_rows.move(connection, at, person, target, settled)
            reached.add(target)
    return reached


def _given(connection: sqlite3.Connection) -> list[Correction]:
    """The corrections that stand and say who said something."""
    rows = connection.execute("SELECT * FROM correction WHERE action = 'speaker' AND undone = '' ORDER BY number")
    return [one for one in map(read, rows) if one.person]


def _anchors(
    connection: sqlite3.Connection, person: int, articles: Iterable[str] = (), *, most: int | None = None
) -> tuple[Anchor, ...]:
    """Where someone appears, in `articles` or in all of them, earliest first."""
    wanted = set(articles)
    rows = connection.execute(
        "SELECT article, name FROM appearance WHERE person = ? AND NOT corrected ORDER BY day, article LIMIT ?",
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
    connection.execute("UPDATE correction SET json = ? WHERE id = ?", (content(correction), correction.id))


def content(correction: Correction) -> str:
    """Return the JSON of a correction as its row keeps it: without what has a column."""
    return codec.encode(structs.replace(correction, id="", made="", undone="")).decode()


def _free_id(connection: sqlite3.Connection, correction: Correction, made: str) -> str:
    """Return the id that a correction has elsewhere or is to have, or another where one here has that id."""
    wanted = (correction_id(made, content(correction), attempt) for attempt in count())
    for id in chain(filter(None, [correction.id]), wanted):
        if not connection.execute("SELECT 1 FROM correction WHERE id = ?", (id,)).fetchone():
            return id
    raise AssertionError("no id is free")
