"""Translate errors of SQLite, tantivy and the operating system into ArchiveErrors.

tantivy raises ValueError for most errors, panics (a BaseException) for others, and names no cause after a worker thread
died of a full disk; without a named cause, the free space is tested.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.model.errors import (
    ArchiveBroken,
    ArchiveBusy,
    ArchiveError,
    ArchiveFull,
    RecordError,
)

ROOM = 64 * 1024 * 1024
"""Bytes that a writer may need at once: at a commit the index writer's memory (15 MB) becomes one set of files."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_SAYS_NO_ROOM = re.compile(r"os error (?:28|27|122)\b|No space left|File too large|quota exceeded", re.IGNORECASE)


@contextmanager
def of_record(path: Path) -> Iterator[None]:
    """Translate errors about the record at `path`, SQLite's and of JSON stored in it, into ArchiveErrors."""
    try:
        yield
    except RecordError as error:
        raise ArchiveBroken(
            f"{path}: a stored article is damaged ({error}); put back a copy of record.sqlite"
        ) from error
    except sqlite3.Error as error:
        if not getattr(error, "sqlite_errorcode", 0):
            raise
        if isinstance(error, sqlite3.IntegrityError):
            raise ValueError(f"this record lacks what every record has ({error})") from error
        raise _record_error(error, path) from error


@contextmanager
def of_index(path: Path) -> Iterator[None]:
    """Translate tantivy's errors about the index at `path` into ArchiveErrors."""
    try:
        yield
    except (ArchiveError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        if not isinstance(error, ValueError | OSError | SystemError) and type(error).__module__ != "pyo3_runtime":
            raise
        raise _index_error(error, path) from error


def full(path: Path) -> ArchiveFull:
    """Return the error to raise when the disk under `path` is full."""
    return ArchiveFull(
        f"{path}: no room is left on this disk; all that was committed before is whole. "
        "Make room and run the same command again: it goes on where it stopped"
    )


def _record_error(error: sqlite3.Error, path: Path) -> ArchiveError:
    code = error.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and not has_room(path)):
        return full(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ArchiveBusy(f"{path}: another program is writing to this archive; wait for it to end, then try again")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return ArchiveBroken(f"{path}: the record is damaged ({error}); put back a copy of record.sqlite")
    return ArchiveError(f"{path}: the record cannot be read or written ({error}); check the folder and its rights")


def _index_error(error: BaseException, path: Path) -> ArchiveError:
    reason = " ".join(str(error).split())
    if _SAYS_NO_ROOM.search(reason) or (isinstance(error, OSError) and error.errno in _NO_ROOM):
        return full(path.parent)
    if "killed" in reason and not has_room(path.parent):
        return full(path.parent)
    return broken_index(path, reason)


def broken_index(path: Path, reason: str) -> ArchiveBroken:
    """Return the error to raise when the index at `path` cannot be used, with the `reason`."""
    return ArchiveBroken(
        f"{path}: the index cannot be used ({reason[:200]}); the record is not touched by this. "
        f"Run: onrecord doctor -a {path.parent}"
    )


def has_room(path: Path) -> bool:
    """True if `ROOM` bytes can be allocated in the folder of `path`; tried, since a quota shows no other way."""
    folder = path if path.is_dir() else path.parent
    probe = folder / "room.tmp"
    try:
        with probe.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, ROOM)
    except OSError as error:
        return error.errno not in _NO_ROOM
    finally:
        probe.unlink(missing_ok=True)
    return True
