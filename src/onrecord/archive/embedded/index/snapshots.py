"""Snapshots of the index: opens its folder, follows new commits, and keeps the last few states for readers.

The index is derived from the record. Each commit of it holds one marker document with the record's name and the number
of the last change that it includes: a reader uses it to check the index, a writer to see where to continue.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import tantivy

from onrecord.archive import words
from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index import fields
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import Node
from onrecord.model.errors import ArchiveBroken

FOLDER = "index"
KEPT = 4
"""Snapshots kept for readers who page by relevance; each holds open files, and the disk space of merged segments."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The state an index has reached: the name of its record, the last change included, the version of its fields."""

    archive: str
    seq: int
    version: int = fields.VERSION

    def to_text(self) -> str:
        """Return the marker as its document holds it."""
        return json.dumps({"archive": self.archive, "seq": self.seq, "version": self.version})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the index: nothing in it changes. `generation` is its name, the same in every process.

    `joined` caches joins: clauses about one quotation → the query for the articles that hold such a quotation.
    `folded` caches folded queries: the target and the query → the query for its results without later copies.
    """

    generation: str
    searcher: tantivy.Searcher
    joined: dict[tuple[Node, ...], tantivy.Query] = field(default_factory=dict)
    folded: dict[tuple[Target, Node], tantivy.Query] = field(default_factory=dict)


class Index:
    """The index in the folder `path`. Raises ArchiveBroken if it is missing, damaged, or has other fields.

    Safe to use from several threads.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.schema = fields.schema()
        self.analyzer = words.analyzer()
        self._lock = Lock()
        self._snapshots: OrderedDict[str, Snapshot] = OrderedDict()
        if not (path / "meta.json").is_file():
            raise error_translation.broken_index(path, "it is missing")
        with error_translation.of_index(path):
            self.tantivy = open_index(path, self.schema)
            self.tantivy.config_reader("manual")
            self.snapshot()

    def snapshot(self, generation: str | None = None) -> Snapshot:
        """Return the present state, or the one named by `generation` while it is kept."""
        with self._lock, error_translation.of_index(self.path):
            if generation is not None and (kept := self._snapshots.get(generation)):
                return kept
            present = self._generation()
            if present not in self._snapshots:
                self.tantivy.reload()
                self._snapshots[present] = Snapshot(present, self.tantivy.searcher())
            self._snapshots.move_to_end(present)
            while len(self._snapshots) > KEPT:
                self._snapshots.popitem(last=False)
            return self._snapshots[present]

    def marker(self) -> Marker:
        """Return the marker of the present state. Raises ArchiveBroken if there is none."""
        searcher = self.snapshot().searcher
        with error_translation.of_index(self.path):
            query = tantivy.Query.term_query(self.schema, "key", fields.MARKER, "basic")
            hits = searcher.search(query, 2).hits
            if len(hits) == 1:
                state = json.loads(searcher.doc(hits[0][1])[fields.MARKER][0])
                return Marker(archive=state["archive"], seq=state["seq"], version=state["version"])
        raise error_translation.broken_index(self.path, f"it has {len(hits)} markers instead of one")

    def check(self, archive: str) -> Marker:
        """Return the marker if this index has the present fields and the record `archive`, or raise ArchiveBroken."""
        marker = self.marker()
        if marker.version != fields.VERSION:
            reason = f"its fields are of version {marker.version}, not {fields.VERSION}"
            raise error_translation.broken_index(self.path, reason)
        if marker.archive != archive:
            raise error_translation.broken_index(self.path, "it was made from another record")
        return marker

    def _generation(self) -> str:
        try:
            status = (self.path / "meta.json").stat()
        except FileNotFoundError:
            if self._snapshots:  # a rebuilt index is just being moved into place: the last snapshot is still whole
                return next(reversed(self._snapshots))
            raise
        return f"{status.st_mtime_ns:x}-{status.st_ino:x}"


def open_index(path: Path, schema: tantivy.Schema) -> tantivy.Index:
    """Return the index in the folder `path`, with our tokenizer; an empty folder becomes an empty index."""
    index = tantivy.Index(schema, str(path), reuse=True)
    index.register_tokenizer("words", words.analyzer())
    return index


def open_usable(path: Path, archive: str) -> tuple[Index | None, str]:
    """Return the index at `path` if it belongs to the record named `archive`, else None and why it must be rebuilt."""
    try:
        index = Index(path)
        index.check(archive)
    except ArchiveBroken as broken:
        return None, str(broken)
    return index, ""
