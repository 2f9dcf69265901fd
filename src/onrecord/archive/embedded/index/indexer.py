"""The index writer: replaces the documents of changed articles, commits, and rebuilds the index when necessary.

After a crash anywhere, the marker in the index says which change it holds last; replaying the changes after it brings
the index up to the record. Known traps of tantivy-py are handled here: the first delete of a new writer can be lost, so
a dummy one goes first; only a raw text key deletes; merges must be waited for; one thread that died of a full disk
kills the writer.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from onrecord.archive.documents import ArticleDocument
from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index import fields
from onrecord.archive.embedded.index.snapshots import Marker, open_index

HEAP = 15_000_000
"""Bytes the writer collects before it writes a segment: the least that tantivy accepts for a thread."""

_trim: Callable[[int], int] | None = None if os.name == "nt" else getattr(ctypes.CDLL(None), "malloc_trim", None)
"""Return freed memory to the system (glibc only). Without it each merge of segments leaves some behind: over 20,000
articles the process grew from 156 to 171 MB of its own, with it from 126 to 131, in the same time."""


class Indexer:
    """The one writer of the index at `path`, which is up to date to `marker`. Must be closed, whatever happened."""

    def __init__(self, path: Path, marker: Marker) -> None:
        self.path = path
        self.committed = marker
        self.applied = marker.seq
        with error_translation.of_index(path):
            # A worker that outlived its killed parent may hold tantivy's lock; our own lock rules out other writers.
            (path / ".tantivy-writer.lock").unlink(missing_ok=True)
            self._writer = open_index(path, fields.schema()).writer(HEAP, 1)
            self._writer.delete_documents_by_term("key", "no document has this key")

    def apply(self, changes: Iterable[ArticleDocument]) -> None:
        """Replay changes of the record, all those after `applied`; they are searchable after `commit`."""
        for article in changes:
            self.put(article)
            self.applied = article.seq

    def put(self, article: ArticleDocument) -> None:
        """Replace the documents of an article."""
        with error_translation.of_index(self.path):
            self._writer.delete_documents_by_term("key", str(article.number))
            for document in fields.documents(article):
                self._writer.add_document(document)

    def remove(self, number: int) -> None:
        """Remove the documents of the article with this number."""
        with error_translation.of_index(self.path):
            self._writer.delete_documents_by_term("key", str(number))

    def commit(self, *, always: bool = False) -> None:
        """Make the changes applied searchable, marked with the last one; without changes only if `always`."""
        if self.applied == self.committed.seq and not always:
            return
        marker = Marker(self.committed.archive, self.applied)
        with error_translation.of_index(self.path):
            self._writer.delete_documents_by_term("key", fields.MARKER)
            self._writer.add_document(fields.marker(marker.to_text()))
            self._writer.commit()
        self.committed = marker
        if _trim is not None:
            _trim(0)

    def close(self) -> None:
        """Wait for merges to end. Changes not committed are dropped, and will be replayed."""
        with error_translation.of_index(self.path):
            self._writer.wait_merging_threads()


def rebuild(path: Path, archive: str, changes: Iterable[ArticleDocument]) -> None:
    """Build the index at `path` again from all changes of the record, beside the old one, then replace the old one."""
    fresh, old = path.with_name(f"{path.name}.new"), path.with_name(f"{path.name}.old")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    with error_translation.of_index(path):
        fresh.mkdir()
    try:
        _fill(fresh, archive, changes)
        if path.exists():
            path.rename(old)
        fresh.rename(path)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _fill(path: Path, archive: str, changes: Iterable[ArticleDocument]) -> None:
    """Write a whole index into the empty folder `path`."""
    indexer = Indexer(path, Marker(archive, 0))
    try:
        indexer.apply(changes)
        indexer.commit(always=True)
    finally:
        indexer.close()
