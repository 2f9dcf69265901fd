"""The archive in a folder: the record (SQLite) is the truth, the index (tantivy) is derived from it.

ARCHIVE/record.sqlite   what was added: open it with Datasette or sqlite3
ARCHIVE/index/          made from it; delete it and `onrecord doctor` makes it again
ARCHIVE/writer.lock     held by the one process that writes
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from urllib.request import url2pathname

from onrecord.archive.corrections.correction import Correction
from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index.indexer import rebuild
from onrecord.archive.embedded.index.snapshots import FOLDER, Index
from onrecord.archive.embedded.lock import WriterLock
from onrecord.archive.embedded.reader import Reader
from onrecord.archive.embedded.record import article_rows, changes, corrections_log, database, regrouping
from onrecord.archive.embedded.writer import Writer
from onrecord.archive.protocol import Archive
from onrecord.archive.results import (
    Added,
    Checkup,
    Regrouped,
)
from onrecord.model import Page, Record, Rejected, Revisit, article_id
from onrecord.model.errors import ArchiveError, NoArchive

T = TypeVar("T")

OURS = frozenset({"writer.lock", f"{database.FILE}.new"})
"""Files that an interrupted `create_folder` can leave behind."""


class EmbeddedArchive(Reader, Archive):
    """An archive in the folder `path`; with `write`, this process is its one writer. Use it as a context manager.

    It reads only what was committed; an archive opened for reading can make corrections as long as nobody else writes.
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        if not (path / database.FILE).is_file():
            raise NoArchive(f"{path}: there is no archive here; make one with: onrecord add INPUT -a {path}")
        self._writing = Writer(path) if write else None
        super().__init__(path, self._writing.index if self._writing else _index_to_read(path))

    def __enter__(self) -> EmbeddedArchive:
        return self

    def __exit__(self, *exc: object) -> None:
        try:
            if self._writing:
                with suppress(*((ArchiveError,) if any(exc) else ())):
                    self._writing.close()
        finally:
            self.close()

    def knows_many(self, pages: Sequence[Page]) -> list[bool]:
        """Return for each page whether its capture was added, committed or not."""
        keys = [_capture_key(page) for page in pages]
        if self._writing:
            return self._writing.knows(keys)
        with self.connection() as connection:
            return [article_rows.knows(connection, *key) for key in keys]

    def add_many(self, records: Sequence[tuple[Record, str]]) -> list[Added]:
        """Keep records, each with the digest of its payload."""
        outcomes = []
        for record, payload in records:
            with self._writer().change() as connection:
                outcomes.append(article_rows.add(connection, record, payload))
        return outcomes

    def revisit(self, revisit: Revisit) -> Added | None:
        """Keep a capture whose bytes were captured before."""
        with self._writer().change() as connection:
            return article_rows.revisit(connection, revisit)

    def reject(self, rejected: Rejected) -> None:
        """Keep a rejected input, with the reason."""
        with self._writer().change() as connection:
            article_rows.reject(connection, rejected)

    def commit(self) -> None:
        """Make everything added so far durable and searchable."""
        self._writer().commit()

    def correct(self, correction: Correction, *, commit: bool = True) -> Correction:
        """Make a correction; an archive opened for reading becomes the writer meanwhile."""
        return self._changed(lambda connection: corrections_log.correct(connection, correction), commit=commit)

    def undo(self, id: str) -> Correction:
        """Undo a correction; an archive opened for reading becomes the writer meanwhile."""
        return self._changed(lambda connection: corrections_log.undo(connection, id))

    def regroup(self) -> Regrouped:
        """Decide again who is who; an archive opened for reading becomes the writer meanwhile."""
        return self._changed(regrouping.regroup)

    def doctor(self, *, rebuild: bool = False) -> Checkup:
        """Compare record and index and repair; an archive opened for reading becomes the writer meanwhile."""
        if self._writing:
            return self._writing.doctor(rebuild=rebuild)
        with EmbeddedArchive(self.path, write=True) as writer:
            return writer.doctor(rebuild=rebuild)

    def _changed(self, change: Callable[[sqlite3.Connection], T], *, commit: bool = True) -> T:
        if self._writing is None:
            with EmbeddedArchive(self.path, write=True) as writer:
                return writer._changed(change)
        with self._writing.change() as connection:
            changed = change(connection)
        if commit:
            self._writing.commit()
        return changed

    def _writer(self) -> Writer:
        if self._writing is None:
            raise ArchiveError(f"{self.path}: this archive was opened to be read; open it with write=True")
        return self._writing


def open_folder(address: str, *, create: bool, write: bool) -> Archive:
    """Open the archive in a folder, given as a path or a file:// URL; `create` makes it where there is none."""
    path = path_of(address)
    if create:
        create_folder(path)
    return EmbeddedArchive(path, write=write)


def path_of(address: str) -> Path:
    """Return the folder that a path or a file:// URL names."""
    return Path(url2pathname(urlsplit(address).path)) if address.startswith("file://") else Path(address)


def _capture_key(page: Page) -> tuple[str, str, str]:
    """Return article id, capture time and digest of a page, by which its capture is known."""
    id = article_id(url=page.url, given=page.given.id, digest=page.evidence.digest)
    return id, page.captured.value if page.captured else "", page.evidence.digest


def _index_to_read(path: Path) -> Index:
    """Return the index of the archive at `path`. Raises ArchiveBroken if it was not made from this record."""
    with error_translation.of_record(path):
        connection = database.connect(path, write=False)
        try:
            archive = database.identity(connection, path, write=False)
        finally:
            connection.close()
    index = Index(path / FOLDER)
    index.check(archive)
    return index


def create_folder(path: Path) -> None:
    """Make an empty archive in the folder `path`, unless there is one. Raises ArchiveError if it holds other files."""
    if (path / database.FILE).is_file():
        return
    try:
        path.mkdir(parents=True, exist_ok=True)
        others = [entry.name for entry in path.iterdir() if entry.name not in OURS]
    except OSError as error:
        raise ArchiveError(f"{path}: no archive can be made here ({error.strerror}); name a folder") from error
    if others:
        raise ArchiveError(f"{path}: this folder holds other things ({others[0]}, …); name a new or empty one")
    lock = WriterLock(path / "writer.lock")
    try:
        with error_translation.of_record(path):
            database.create(path)
            with closing(database.connect(path, write=True)) as connection:
                rebuild(path / FOLDER, database.identity(connection, path, write=True), changes.since(connection, 0))
    finally:
        lock.release()
