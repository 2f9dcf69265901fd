"""The record's database file: creating, opening and upgrading it."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from onrecord.archive.embedded.record import copies
from onrecord.archive.embedded.record.migrations import VERSION, migrate
from onrecord.archive.embedded.record.schema import TABLES
from onrecord.model.errors import ArchiveBroken

FILE = "record.sqlite"

PEOPLE_SINCE = 4
"""The first version with people across articles, and with the first copy of each story marked."""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Return a connection to the record in the folder `path`, usable from any thread, one at a time."""
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
    """Create an empty record in the folder `path`, whole or not at all."""
    fresh = path / f"{FILE}.new"
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        connection.executescript(f"BEGIN IMMEDIATE; {TABLES}")
        meta = [("version", str(VERSION)), ("archive", uuid.uuid4().hex)]
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        connection.execute("COMMIT")
    fresh.replace(path / FILE)


def upgrade(connection: sqlite3.Connection, group: Callable[[sqlite3.Connection], None]) -> None:
    """Bring tables of an older version up to the present one, whole or not at all; articles stay as they were read.

    `group` assigns the speakers of all articles to people, where the version had none.
    """
    version = int(connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()[0])
    if version == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    migrate(connection, version)
    if version < PEOPLE_SINCE:
        copies.mark_all(connection)
        group(connection)
    connection.execute("UPDATE meta SET value = ? WHERE name = 'version'", (str(VERSION),))
    connection.execute("COMMIT")


def identity(connection: sqlite3.Connection, path: Path, *, write: bool) -> str:
    """Return the archive's own name, by which an index knows its record. Raises ArchiveBroken for unreadable tables.

    Tables of an older version can be opened to write, which upgrades them, but not to read.
    """
    try:
        meta = dict(connection.execute("SELECT name, value FROM meta").fetchall())
        version, name = int(meta["version"]), str(meta["archive"])
    except (sqlite3.OperationalError, KeyError, ValueError) as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) != sqlite3.SQLITE_ERROR:
            raise
        raise ArchiveBroken(f"{path / FILE}: this is not a record of On Record; give the archive's folder") from None
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
