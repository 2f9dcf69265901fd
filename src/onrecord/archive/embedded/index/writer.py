"""The index as its writer sees it: takes the changes of the record that the index has not seen, commits them to it.

After a crash anywhere, the marker in the index says which change it holds last; replaying what comes after it makes
the two agree. tantivy's traps are met here: the first delete of a fresh writer can be lost, so a dummy one goes
first; only a raw text key deletes; merges must be waited for; one thread that died of a full disk kills the writer.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index import documents
from onrecord.archive.embedded.index.snapshots import Marker, opened

HEAP = 15_000_000
"""Bytes the writer collects before it writes a segment: the least that tantivy takes for a thread."""

CHUNK = 256
"""Changes read from the record at once: what a replay holds in memory."""

_trim: Callable[[int], int] | None = None if os.name == "nt" else getattr(ctypes.CDLL(None), "malloc_trim", None)
"""Gives freed memory back to the system (glibc only). Without it each merge of segments leaves some behind: over 20,000
articles the process grew from 156 to 171 MB of its own, with it from 126 to 131, in the same time."""


class Indexer:
    """The one writer of the index at `path`, which stands at `marker`. `close` it, whatever happened."""

    def __init__(self, path: Path, marker: Marker) -> None:
        self.path = path
        self.committed = marker
        self.applied = marker.seq
        with error_translation.of_index(path):
            # A worker that outlived its killed parent may hold tantivy's lock; ours says that nobody else writes.
            (path / ".tantivy-writer.lock").unlink(missing_ok=True)
            self._writer = opened(path, documents.schema()).writer(HEAP, 1)
            self._writer.delete_documents_by_term("key", "no document has this key")

    def apply(self, connection: sqlite3.Connection) -> None:
        """Replay what the record changed since; not findable before `commit`."""
        while rows := _changed(connection, self.applied):
            self.put(connection, rows)
            self.applied = rows[-1]["seq"]

    def put(self, connection: sqlite3.Connection, rows: list[sqlite3.Row]) -> None:
        """Put the documents of these articles (rows of `article` with `seq`) in the place of those there are."""
        with error_translation.of_index(self.path):
            for row in rows:
                self._writer.delete_documents_by_term("key", str(row["number"]))
                quotations = connection.execute(documents.QUOTATIONS, (row["id"],))
                for document in documents.documents(row, quotations.fetchall()):
                    self._writer.add_document(document)

    def remove(self, number: int) -> None:
        """Take out the documents of the article with this number."""
        with error_translation.of_index(self.path):
            self._writer.delete_documents_by_term("key", str(number))

    def commit(self, *, always: bool = False) -> None:
        """Make what was applied findable, marked with the change it goes up to; nothing new, nothing done."""
        if self.applied == self.committed.seq and not always:
            return
        marker = Marker(self.committed.archive, self.applied)
        with error_translation.of_index(self.path):
            self._writer.delete_documents_by_term("key", documents.MARKER)
            self._writer.add_document(documents.marker(marker.write()))
            self._writer.commit()
        self.committed = marker
        if _trim is not None:
            _trim(0)

    def close(self) -> None:
        """Wait for merges to end; what was not committed is gone, and will be replayed."""
        with error_translation.of_index(self.path):
            self._writer.wait_merging_threads()


def rebuild(path: Path, archive: str, connection: sqlite3.Connection) -> None:
    """Make the index at `path` anew from the record, beside the old one, then put it in its place."""
    fresh, old = path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.old")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    with error_translation.of_index(path):
        fresh.mkdir()
    try:
        fill(fresh, archive, connection)
        if path.exists():
            path.rename(old)
        fresh.rename(path)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def fill(path: Path, archive: str, connection: sqlite3.Connection) -> None:
    """Write a whole index into the empty folder `path`."""
    indexer = Indexer(path, Marker(archive, 0))
    try:
        indexer.apply(connection)
        indexer.commit(always=True)
    finally:
        indexer.close()


def _changed(connection: sqlite3.Connection, seq: int) -> list[sqlite3.Row]:
    return connection.execute(
        "SELECT article.*, change.seq FROM change JOIN article USING (id) WHERE seq > ? ORDER BY seq LIMIT ?",
        (seq, CHUNK),
    ).fetchall()
