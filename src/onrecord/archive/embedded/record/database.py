"""The file of the record: makes it, opens it, and says whose it is and whether we can read it."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from onrecord.archive.embedded.record import copies
from onrecord.archive.embedded.record.schema import (
    ADDED,
    ALSO,
    PEOPLE_SINCE,
    PUBLIC_IDS,
    TABLES,
    VERSION,
)
from onrecord.archive.public_ids import capture_id, correction_id
from onrecord.model.errors import ArchiveBroken

FILE = "record.sqlite"


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to the record in the folder `path`, usable from any thread, one at a time."""
    mode = "rw" if write else "ro"
    connection = sqlite3.connect(
        f"{(path / FILE).absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        # The index is synced at its commits; a record that is not could fall behind it when the power fails.
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def create(path: Path) -> None:
    """Make the record in the folder `path`; it is there whole or not at all."""
    fresh = path / f"{FILE}.new"
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        connection.executescript(f"BEGIN IMMEDIATE; {TABLES}")
        meta = [("version", str(VERSION)), ("archive", uuid.uuid4().hex)]
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        connection.execute("COMMIT")
    fresh.replace(path / FILE)


def upgrade(connection: sqlite3.Connection, group: Callable[[sqlite3.Connection], None]) -> None:
    """Bring tables of an older version up to this one, whole or not at all; what they hold stays as it is.

    `group` fills the tables of people, which the versions before 4 lack.
    """
    version = int(connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()[0])
    if version == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    for (table, column), definition in ADDED.items():
        columns = {row["name"] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
        if columns and column not in columns:  # a table that is missing is made whole
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {definition}")
    for statement in ALSO:
        connection.execute(statement)
    _give_public_ids(connection)
    copies.mark_all(connection)
    if version < PEOPLE_SINCE:
        group(connection)
    connection.execute("UPDATE meta SET value = ? WHERE name = 'version'", (str(VERSION),))
    connection.execute("COMMIT")


def _give_public_ids(connection: sqlite3.Connection) -> None:
    """Give captures and corrections of versions before 5 the ids that they would get today."""
    connection.create_function("capture_id", 3, capture_id, deterministic=True)
    connection.execute("UPDATE capture SET id = capture_id(article, captured, digest) WHERE id = ''")
    for row in connection.execute("SELECT * FROM correction WHERE id = '' ORDER BY number").fetchall():
        for attempt in count():
            id = correction_id(row["made"], row["json"], attempt)
            if not connection.execute("SELECT 1 FROM correction WHERE id = ?", (id,)).fetchone():
                break
        connection.execute("UPDATE correction SET id = ? WHERE number = ?", (id, row["number"]))
    for statement in PUBLIC_IDS:
        connection.execute(statement)


def identity(connection: sqlite3.Connection, path: Path, *, write: bool) -> str:
    """The archive's own name, by which an index knows its record. Raises ArchiveBroken for tables we cannot read.

    Tables of an older version can be opened to write, which upgrades them, and not to read.
    """
    try:
        meta = dict(connection.execute("SELECT name, value FROM meta").fetchall())
        version, name = int(meta["version"]), str(meta["archive"])
    except (sqlite3.OperationalError, KeyError, ValueError) as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) != sqlite3.SQLITE_ERROR:
            raise
        raise ArchiveBroken(f"{path / FILE}: this is no record of On Record; give the archive's folder") from None
    if version > VERSION:
        raise ArchiveBroken(
            f"{path}: this archive was written by a newer On Record (tables of version {version}, this one reads "
            f"up to {VERSION}); install the newer one"
        )
    if version < VERSION and not write:
        raise ArchiveBroken(
            f"{path}: this archive was written by an older On Record (tables of version {version}, this one reads "
            f"version {VERSION}); to bring it up to date, run: onrecord doctor -a {path}"
        )
    return name
