"""Regrouping: assigns the speakers of all articles to people again, then puts all corrections into effect again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence

from msgspec import structs

from onrecord.archive.corrections.correction import Action, Correction
from onrecord.archive.embedded.record import article_rows, correction_rows, people_assign, people_rows
from onrecord.archive.embedded.record.reassignment import reassign, update_shown
from onrecord.archive.results import Regrouped

_PEOPLE_TABLES = (
    *("quoted", "appearance", "person_name", "person_key", "person_word"),
    *("assignment", "forwarded", "mentioned", "person"),
)


def regroup(connection: sqlite3.Connection) -> Regrouped:
    """Assign all speakers to people again, and return the corrections that could not be made again, in words."""
    corrections = [one for one in correction_rows.all_corrections(connection) if not one.undone]
    articles = {one.article for one in corrections if one.article}
    connection.execute("UPDATE correction SET undone = 'while regrouping' WHERE undone = ''")
    connection.execute("CREATE TEMP TABLE assignment_before AS SELECT * FROM assignment")
    for table in _PEOPLE_TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (our own names)
    group(connection, again=articles)
    _renumber(connection, corrections)
    connection.execute("DROP TABLE assignment_before")
    connection.execute("UPDATE correction SET undone = '' WHERE undone = 'while regrouping'")
    reassign(connection, list(correction_rows.in_force(connection, Action.MERGE, Action.SPLIT)))
    problems = _show_again(connection)
    for article in sorted(articles):
        article_rows.show_again(connection, article)
    people_rows.delete_unused(connection)
    people = connection.execute("SELECT count(*) FROM person WHERE articles > 0").fetchone()[0]
    return Regrouped(int(people), tuple(problems))


def group(connection: sqlite3.Connection, *, again: Collection[str] = ()) -> None:
    """Assign the speakers of all articles to people, of which there are none yet.

    The rows of articles in `again` are rewritten.

    The quotation rows of all others stay as they are: reading the records of older versions would give other rows.
    """
    articles = connection.execute("SELECT id FROM article ORDER BY number").fetchall()
    for row in articles:
        people_assign.count_names(connection, article_rows.newest(connection, row["id"]))
    for row in articles:
        if row["id"] in again:
            article_rows.show_again(connection, row["id"])
        else:
            people_assign.assign_speakers(connection, article_rows.newest(connection, row["id"]), {})
            people_rows.reindex(connection, row["id"])


def _renumber(connection: sqlite3.Connection, corrections: Sequence[Correction]) -> None:
    """Give corrections the new ids of their people: the id that most names with the old id have now."""
    ids = {id for one in corrections for id in (one.person, one.into) if id}
    rows = connection.execute(
        "SELECT before.person AS old, assignment.person AS new FROM assignment_before AS before JOIN assignment "
        "USING (article, name) WHERE before.person IN (SELECT value FROM json_each(?)) "
        "GROUP BY old, new ORDER BY old, count(*), new = old",
        (json.dumps(sorted(ids)),),
    )
    new = {row["old"]: row["new"] for row in rows}
    for one in corrections:
        renumbered = structs.replace(one, person=new.get(one.person, one.person), into=new.get(one.into, one.into))
        correction_rows.update(connection, renumbered)


def _show_again(connection: sqlite3.Connection) -> list[str]:
    """Apply corrected names and links again; return, in words, the corrections whose person is gone."""
    problems = []
    for one in correction_rows.all_corrections(connection):
        if one.undone or not one.person:
            continue
        person = people_rows.number_of(connection, one.person)
        if person is None:
            problems.append(f"correction {one.id} ({one.describe()}): there is no person {one.person} any more")
        elif one.action in {Action.RENAME, Action.LINK}:
            update_shown(connection, person)
    return problems
