"""The archive in a folder: the record (SQLite) is the truth, the index (tantivy) is derived from it.

ARCHIVE/record.sqlite   what was added: open it with Datasette or sqlite3
ARCHIVE/index/          made from it; delete it and `onrecord doctor` makes it anew
ARCHIVE/writer.lock     held by the one process that writes
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from onrecord.archive.corrections.correction import Correction
from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index.indexer import rebuild
from onrecord.archive.embedded.index.snapshots import FOLDER, Index
from onrecord.archive.embedded.lock import WriterLock
from onrecord.archive.embedded.reader import Reader
from onrecord.archive.embedded.record import article_rows, changes, corrections_log, database, regrouping
from onrecord.archive.embedded.writer import Writer
from onrecord.archive.requests import PeopleRequest, Request
from onrecord.archive.results import (
    Added,
    Answer,
    ArticleHit,
    Checkup,
    Counts,
    Named,
    PersonFile,
    PersonHit,
    QuotationHit,
    Regrouped,
    Stored,
)
from onrecord.model import Page, Record, Rejected, Revisit, article_id
from onrecord.model.errors import ArchiveError, NoArchive

T = TypeVar("T")

OURS = frozenset({"writer.lock", f"{database.FILE}.new"})
"""What an interrupted making of an archive can leave behind."""


class EmbeddedArchive:
    """An archive in the folder `path`; `write` makes this process its one writer. Use it as a context manager."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self.path = path
        self._writing: Writer | None = None
        if not (path / database.FILE).is_file():
            raise NoArchive(f"{path}: there is no archive here; make one with: onrecord add INPUT -a {path}")
        if write:
            self._writing = Writer(path)
            index = self._writing.index
        else:
            index = _index_to_read(path)
        self._reader = Reader(path, index)

    def __enter__(self) -> EmbeddedArchive:
        return self

    def __exit__(self, *exc: object) -> None:
        try:
            if self._writing:
                with suppress(*((ArchiveError,) if any(exc) else ())):
                    self._writing.close()
        finally:
            self._reader.close()

    def knows(self, page: Page) -> bool:
        """Whether this very capture is in, committed or not."""
        id = article_id(url=page.url, given=page.given.id, digest=page.evidence.digest)
        captured = page.captured.value if page.captured else ""
        if self._writing:
            return self._writing.knows(id, captured, page.evidence.digest)
        with self._reader.connection() as connection:
            return article_rows.knows(connection, id, captured, page.evidence.digest)

    def add(self, record: Record, *, payload: str = "") -> Added:
        """Keep a record."""
        with self._writer().change() as connection:
            return article_rows.add(connection, record, payload)

    def revisit(self, revisit: Revisit) -> Added | None:
        """Keep a capture whose bytes were captured before."""
        with self._writer().change() as connection:
            return article_rows.revisit(connection, revisit)

    def reject(self, rejected: Rejected) -> None:
        """Keep what was refused."""
        with self._writer().change() as connection:
            article_rows.reject(connection, rejected)

    def commit(self) -> None:
        """Make all that was added durable and findable."""
        self._writer().commit()

    def search(self, request: Request) -> Answer[ArticleHit]:
        """The articles that match, among all that was committed."""
        return self._reader.search(request)

    def quotes(self, request: Request) -> Answer[QuotationHit]:
        """The quotations that match, among all that was committed."""
        return self._reader.quotes(request)

    def article(self, id: str, *, capture: str | None = None) -> Stored | None:
        """One article."""
        return self._reader.article(id, capture)

    def capture(self, id: str) -> Stored | None:
        """The article as one capture has it."""
        return self._reader.capture(id)

    def people(self, request: PeopleRequest) -> Answer[PersonHit]:
        """Those who speak, by name."""
        return self._reader.people(request)

    def person(self, id: str) -> PersonFile | None:
        """All that is known of one person."""
        return self._reader.person(id)

    def named(self, ids: Sequence[str]) -> Mapping[str, Named]:
        """How the people with these ids are shown."""
        return self._reader.named(ids)

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections, in their order."""
        return self._reader.corrections()

    def correct(self, correction: Correction, *, commit: bool = True) -> Correction:
        """Make a correction; takes the writer's place for that where this process only reads."""
        return self._changed(lambda connection: corrections_log.correct(connection, correction), commit=commit)

    def undo(self, id: str) -> Correction:
        """Take a correction back; takes the writer's place for that where this process only reads."""
        return self._changed(lambda connection: corrections_log.undo(connection, id))

    def regroup(self) -> Regrouped:
        """Decide anew who is who; takes the writer's place for that where this process only reads."""
        return self._changed(regrouping.regroup)

    def rejected(self) -> Iterator[Rejected]:
        """All that was refused."""
        return self._reader.rejected()

    def counts(self) -> Counts:
        """How much the archive holds."""
        return self._reader.counts()

    def doctor(self, *, rebuild: bool = False) -> Checkup:
        """Compare record and index, and mend; takes the writer's place for that where this process only reads."""
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


def _index_to_read(path: Path) -> Index:
    """The index of the archive at `path`, which must be one of its record. Raises ArchiveBroken where it is not."""
    with error_translation.of_record(path):
        connection = database.connect(path, write=False)
        try:
            archive = database.identity(connection, path, write=False)
        finally:
            connection.close()
    index = Index(path / FOLDER)
    index.check(archive)
    return index


def create(path: Path) -> None:
    """Make an empty archive in the folder `path`, where there is none. Raises ArchiveError where other things are."""
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
