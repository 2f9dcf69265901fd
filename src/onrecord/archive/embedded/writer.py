"""The writing side of an archive in a folder: single changes, made durable and searchable in batches.

The record is committed first, the index after it, from the record's own list of changes; so whenever this process is
stopped, the next one to open the archive can bring the index up to the record.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from threading import RLock

from onrecord.archive.embedded import doctor as checks
from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index.indexer import Indexer, rebuild
from onrecord.archive.embedded.index.snapshots import FOLDER, Index, open_usable
from onrecord.archive.embedded.lock import WriterLock
from onrecord.archive.embedded.record import article_rows, changes, database, regrouping
from onrecord.archive.results import Checkup
from onrecord.model.errors import ArchiveBroken, ArchiveError

DURABLE = 64
"""Writes in one transaction of the record: one sync of the disk (about 5 ms) for 64 articles."""

FINDABLE = 1_024
"""Writes until the index is committed, too. Adding 20,000 articles took 93 to 100 MB of memory from the 1,000th to the
last with this, 82 to 110 MB with 4,096, both at 0.6 ms an article."""


class Writer:
    """The writing side: one connection, one indexer, and the lock that keeps other writers out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._since_durable = self._since_findable = 0
        self._failed: ArchiveError | None = None
        self._found: list[str] = []
        self._writer_lock = WriterLock(path / "writer.lock")
        with ExitStack() as undo:
            undo.callback(self._writer_lock.release)
            with error_translation.of_record(path):
                self._connection = undo.enter_context(closing(database.connect(path, write=True)))
                self._archive = database.identity(self._connection, path, write=True)
                database.upgrade(self._connection, regrouping.group)
            self.index, self._indexer = self._open_index()
            undo.pop_all()

    def knows(self, captures: Sequence[tuple[str, str, str]]) -> list[bool]:
        """Return for each capture (article id, time, digest) whether it was added, committed or not."""
        with self._lock, error_translation.of_record(self.path):
            return [article_rows.knows(self._connection, *capture) for capture in captures]

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Run the `with` block as one change of the record, whole or not at all; durable once its batch is."""
        with self._lock:
            if self._failed:
                raise self._failed
            with self._failing(), error_translation.of_record(self.path):
                if not self._connection.in_transaction:
                    self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute("SAVEPOINT change")
                try:
                    yield self._connection
                except BaseException:
                    if self._connection.in_transaction:  # SQLite ends it itself when the disk is full
                        self._connection.execute("ROLLBACK TO change")
                    raise
                self._connection.execute("RELEASE change")
                self._since_durable += 1
                self._since_findable += 1
                if self._since_findable >= FINDABLE:
                    self.commit()
                elif self._since_durable >= DURABLE:
                    self._make_durable()

    def commit(self) -> None:
        """Make all changes durable, then searchable."""
        with self._lock:
            if self._failed:
                raise self._failed
            with self._failing():
                self._make_durable()
                self._indexer.commit()
                self._since_findable = 0

    def doctor(self, *, rebuild: bool) -> Checkup:
        """Return the problems, including those found when this writer opened, and how much was repaired."""
        with self._lock:
            self.commit()
            with error_translation.of_record(self.path):
                return self._examined(rebuild=rebuild)

    def close(self) -> None:
        """Commit, unless this writer has failed, and release the lock."""
        try:
            if not self._failed:
                self.commit()
        finally:
            with self._lock:
                try:
                    with suppress(*((ArchiveError,) if self._failed else ())):
                        self._indexer.close()
                finally:
                    self._connection.close()
                    self._writer_lock.release()

    def _examined(self, *, rebuild: bool) -> Checkup:
        problems, self._found = self._found, []
        mended = len(problems)
        record = checks.record_problems(self._connection, self.path / database.FILE)
        found, differences = self._compared()
        if rebuild or (found and differences is None):
            self._rebuild()
        elif differences and found:
            self._mend(differences)
        articles, quotations = checks.size(self.index)
        return Checkup(
            problems=(*record, *problems, *found),
            mended=mended + len(found),
            counts=article_rows.counts(self._connection),
            indexed_articles=articles,
            indexed_quotations=quotations,
        )

    def _compared(self) -> tuple[list[str], checks.Differences | None]:
        """Return the problems of the index, and the differences; None if it is too damaged to be compared."""
        try:
            if damaged := checks.damaged_files(self.index.path):
                return damaged, None
            differences = checks.compare(self.index, self._connection)
        except (ArchiveBroken, OSError, ValueError) as broken:
            return [f"index: {broken}"], None
        return list(differences.problems), differences

    def _mend(self, differences: checks.Differences) -> None:
        for number in differences.unknown:
            self._indexer.remove(number)
        for number in differences.stale:
            for article in changes.of_article(self._connection, number):
                self._indexer.put(article)
        self._indexer.commit(always=True)

    def _rebuild(self) -> None:
        with suppress(ArchiveError):
            self._indexer.close()
        rebuild(self.path / FOLDER, self._archive, changes.since(self._connection, 0))
        self._indexer = Indexer(self.index.path, self.index.marker())

    def _open_index(self) -> tuple[Index, Indexer]:
        """Open the index and bring it up to the last change of the record; make it again if it cannot be used."""
        path = self.path / FOLDER
        with error_translation.of_record(self.path):
            last = changes.last(self._connection)
            index, reason = open_usable(path, self._archive)
            if index and index.marker().seq > last:
                index, reason = None, f"{path}: the index is ahead of the record"
            if index is None:
                self._found.append(reason)
                rebuild(path, self._archive, changes.since(self._connection, 0))
                index = Index(path)
            indexer = Indexer(path, index.marker())
            indexer.apply(changes.since(self._connection, indexer.applied))
            indexer.commit()
        return index, indexer

    def _make_durable(self) -> None:
        with error_translation.of_record(self.path):
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
            self._since_durable = 0
            self._indexer.apply(changes.since(self._connection, self._indexer.applied))

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """After an ArchiveError (a full disk, a broken file), drop the current batch and refuse further changes."""
        try:
            yield
        except ArchiveError as error:
            self._failed = error
            with suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise
