"""The index as a reader sees it: opens the folder, follows new commits, and keeps the last few states of it.

The index is derived from the record. Each commit of it holds one marker document that says up to which change of
which record it goes; a reader can tell from it what it reads, and a writer from where to go on.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import tantivy

from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index import documents
from onrecord.archive.query.tree import Node
from onrecord.model.errors import ArchiveBroken

FOLDER = "index"
KEPT = 4
"""States kept for readers who page by relevance; each holds open files, and its merged segments' room on the disk."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Up to which change of which record an index goes, and with which fields."""

    archive: str
    seq: int
    version: int = documents.VERSION

    def write(self) -> str:
        """The marker as its document keeps it."""
        return json.dumps({"archive": self.archive, "seq": self.seq, "version": self.version})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the index: nothing in it changes. `generation` names it, the same in every process.

    `joined` remembers what was joined in it: clauses of a quotation → what finds the articles that hold such a one.
    `folded` remembers what was folded in it: what is found (articles or quotations) and by which query → what finds it
    without the copies of what it has already.
    """

    generation: str
    searcher: tantivy.Searcher
    joined: dict[tuple[Node, ...], tantivy.Query] = field(default_factory=dict)
    folded: dict[tuple[str, Node], tantivy.Query] = field(default_factory=dict)


class Index:
    """The index in the folder `path`. Raises ArchiveBroken where it is missing, damaged, or of other fields.

    Safe to use from several threads.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.schema = documents.schema()
        self.analyzer = documents.analyzer()
        self._lock = Lock()
        self._snapshots: OrderedDict[str, Snapshot] = OrderedDict()
        if not (path / "meta.json").is_file():
            raise error_translation.broken_index(path, "it is missing")
        with error_translation.of_index(path):
            self.tantivy = opened(path, self.schema)
            self.tantivy.config_reader("manual")
            self.snapshot()

    def snapshot(self, generation: str | None = None) -> Snapshot:
        """The present state, or the one that `generation` names while it is kept."""
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
        """The marker of the present state. Raises ArchiveBroken where there is none."""
        searcher = self.snapshot().searcher
        with error_translation.of_index(self.path):
            query = tantivy.Query.term_query(self.schema, "key", documents.MARKER, "basic")
            hits = searcher.search(query, 2).hits
            if len(hits) == 1:
                state = json.loads(searcher.doc(hits[0][1])[documents.MARKER][0])
                return Marker(archive=state["archive"], seq=state["seq"], version=state["version"])
        raise error_translation.broken_index(self.path, f"it has {len(hits)} markers in place of one")

    def check(self, archive: str) -> Marker:
        """The marker, if this index was made from the record named `archive` with our fields; else ArchiveBroken."""
        marker = self.marker()
        if marker.version != documents.VERSION:
            raise error_translation.broken_index(self.path, f"its fields are of version {marker.version}, not ours")
        if marker.archive != archive:
            raise error_translation.broken_index(self.path, "it was made from another record")
        return marker

    def _generation(self) -> str:
        try:
            status = (self.path / "meta.json").stat()
        except FileNotFoundError:
            if self._snapshots:  # a rebuilt index is being put in its place: what we have is still whole
                return next(reversed(self._snapshots))
            raise
        return f"{status.st_mtime_ns:x}-{status.st_ino:x}"


def opened(path: Path, schema: tantivy.Schema) -> tantivy.Index:
    """The index in the folder `path`, with our tokenizer; an empty folder becomes an empty index."""
    index = tantivy.Index(schema, str(path), reuse=True)
    index.register_tokenizer("words", documents.analyzer())
    return index


def usable(path: Path, archive: str) -> tuple[Index | None, str]:
    """The index at `path` for the record named `archive`, or None and the reason why it has to be made anew."""
    try:
        index = Index(path)
        index.check(archive)
    except ArchiveBroken as broken:
        return None, str(broken)
    return index, ""
