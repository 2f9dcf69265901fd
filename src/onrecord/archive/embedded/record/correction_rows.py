"""Rows of `correction`: reading, inserting and changing them. The effects of corrections are in `corrections_log`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import chain, count

from msgspec import structs

from onrecord.archive.corrections.correction import Action, Correction
from onrecord.archive.public_ids import correction_id
from onrecord.model import codec


def from_row(row: sqlite3.Row) -> Correction:
    """Return the correction of a row."""
    kept = Correction.decode(row["json"])
    return structs.replace(kept, id=row["id"], made=row["made"], undone=row["undone"])


def all_corrections(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """Return all corrections in their order, including those undone."""
    return tuple(map(from_row, connection.execute("SELECT * FROM correction ORDER BY number")))


def in_force(connection: sqlite3.Connection, *actions: Action) -> Iterator[Correction]:
    """Yield the corrections with these actions that are not undone, in their order."""
    rows = connection.execute(
        "SELECT * FROM correction WHERE undone = '' AND action IN (SELECT value FROM json_each(?)) ORDER BY number",
        (json.dumps([str(action) for action in actions]),),
    )
    yield from map(from_row, rows)


def in_force_of_article(connection: sqlite3.Connection, article: str) -> Iterator[Correction]:
    """Yield the corrections to an article's quotations that are not undone, in their order."""
    rows = connection.execute(
        "SELECT * FROM correction WHERE article = ? AND article <> '' AND undone = '' ORDER BY number", (article,)
    )
    yield from map(from_row, rows)


def mentioning(connection: sqlite3.Connection, person: str) -> tuple[Correction, ...]:
    """Return all corrections that name this id, in their order."""
    rows = connection.execute(
        "SELECT * FROM correction WHERE json_extract(json, '$.person') = ?1 OR json_extract(json, '$.into') = ?1 "
        "ORDER BY number",
        (person,),
    )
    return tuple(map(from_row, rows))


def insert(connection: sqlite3.Connection, correction: Correction) -> None:
    """Insert a correction that has an id and a time."""
    connection.execute(
        "INSERT INTO correction (id, made, action, article, json) VALUES (?, ?, ?, ?, ?)",
        (correction.id, correction.made, str(correction.action), correction.article, _content(correction)),
    )


def update(connection: sqlite3.Connection, correction: Correction) -> None:
    """Replace the content of a correction."""
    connection.execute("UPDATE correction SET json = ? WHERE id = ?", (_content(correction), correction.id))


def free_id(connection: sqlite3.Connection, correction: Correction, made: str) -> str:
    """Return the id that a correction brings from another archive, or a new one if it has none or that one is taken."""
    new = (correction_id(made, _content(correction), attempt) for attempt in count())
    for id in chain(filter(None, [correction.id]), new):
        if not connection.execute("SELECT 1 FROM correction WHERE id = ?", (id,)).fetchone():
            return id
    raise AssertionError("no id is free")


def _content(correction: Correction) -> str:
    """Return the JSON of a correction without the fields that have a column."""
    return codec.encode(structs.replace(correction, id="", made="", undone="")).decode()
