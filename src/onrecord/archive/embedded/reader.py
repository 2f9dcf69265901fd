"""The reading side of an archive: takes requests, from any thread, and answers them from index and record."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock
from typing import TypeVar

from msgspec import structs

from onrecord.archive.corrections.correction import Correction
from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index import facets, folding
from onrecord.archive.embedded.index.highlighting import Highlighter, searched_words
from onrecord.archive.embedded.index.paging import Pager, cursor
from onrecord.archive.embedded.index.query_compiler import Compiler, count
from onrecord.archive.embedded.index.snapshots import Index
from onrecord.archive.embedded.record import (
    article_rows,
    correction_rows,
    database,
    hits,
    people_search,
    person_profile,
)
from onrecord.archive.query.buckets import level_for, levels_for
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import Node, by_default
from onrecord.archive.requests import Copies, PeopleRequest, Request, Sort
from onrecord.archive.results import (
    Answer,
    ArticleHit,
    Counts,
    Facet,
    Named,
    PersonFile,
    PersonHit,
    QuotationHit,
    Stored,
)
from onrecord.model import Rejected

T = TypeVar("T")

LARGEST = 10_000
"""Results of one page: about 100 MB of texts are read for it. SQLite takes 32,766 numbers in one statement."""

REMEMBERED = 64
"""Facet answers kept: they are the costly part of a page, and the same for all pages of a result and all orders."""


class Reader:
    """Answers requests about the archive in the folder `path`. Safe to use from several threads; `close` it."""

    def __init__(self, path: Path, index: Index) -> None:
        self.path = path
        self.index = index
        self._free: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._all: list[sqlite3.Connection] = []
        self._lock = Lock()
        self._facets: OrderedDict[Hashable, Mapping[str, Facet]] = OrderedDict()

    def search(self, request: Request) -> Answer[ArticleHit]:
        """The articles that match."""
        return self._answer(request, Target.ARTICLES, hits.article_hits)

    def quotes(self, request: Request) -> Answer[QuotationHit]:
        """The quotations that match; their acts are counted over all that match whatever the act."""
        narrow = replace(request, query=by_default(request.query))
        wide = request.query if narrow.query != request.query else None
        return self._answer(narrow, Target.QUOTATIONS, hits.quotation_hits, wide)

    def article(self, id: str, capture: str | None) -> Stored | None:
        """One article, as the capture with this id has it, or the newest."""
        with self.connection() as connection:
            return hits.stored(connection, id, capture)

    def capture(self, id: str) -> Stored | None:
        """The article as the capture with this id has it."""
        with self.connection() as connection:
            found = connection.execute("SELECT article FROM capture WHERE id = ?", (id,)).fetchone()
            return hits.stored(connection, found["article"], id) if found else None

    def people(self, request: PeopleRequest) -> Answer[PersonHit]:
        """Those who speak."""
        if not 0 <= request.size <= LARGEST:
            raise ValueError(f"a page of {request.size} people cannot be; ask for 0 to {LARGEST:,}")
        with self.connection() as connection:
            return people_search.listed(connection, request)

    def person(self, id: str) -> PersonFile | None:
        """All that is known of one person."""
        with self.connection() as connection:
            return person_profile.profile(connection, id)

    def named(self, ids: Sequence[str]) -> Mapping[str, Named]:
        """How people are shown."""
        with self.connection() as connection:
            return people_search.named(connection, ids)

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections."""
        with self.connection() as connection:
            return correction_rows.all_corrections(connection)

    def rejected(self) -> Iterator[Rejected]:
        """All that was refused."""
        with self.connection() as connection:
            yield from article_rows.rejected(connection)

    def counts(self) -> Counts:
        """How much the record holds."""
        with self.connection() as connection:
            return article_rows.counts(connection)

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection of one's own for a while, in which the record stands still."""
        with error_translation.of_record(self.path):
            try:
                connection = self._free.get_nowait()
            except Empty:
                connection = database.connect(self.path, write=False)
                with self._lock:
                    self._all.append(connection)
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                self._free.put(connection)

    def close(self) -> None:
        """Let go of all files."""
        with self._lock:
            while self._all:
                self._all.pop().close()

    def _answer(
        self,
        request: Request,
        target: Target,
        read: Callable[[sqlite3.Connection, tuple[int, ...], Highlighter], tuple[T, ...]],
        wide: Node | None = None,
    ) -> Answer[T]:
        if not 0 <= request.size <= LARGEST:
            raise ValueError(f"a page of {request.size} results cannot be; ask for 0 to {LARGEST:,}")
        ranked = request.sort is Sort.RELEVANCE and any(searched_words(request.query))
        sort = Sort.NEWEST if request.sort is Sort.RELEVANCE and not ranked else request.sort
        begin = cursor(request.after, sort)
        step = request.level or level_for(request.query)
        snapshot = self.index.snapshot(begin.generation)
        fold = request.copies is Copies.FOLDED
        with error_translation.of_index(self.index.path):
            compiler = Compiler(self.index.schema, self.index.analyzer, snapshot, self._meant)
            query = whole = compiler.query(target, request.query)
            if fold:
                query = folding.folded(self.index.schema, snapshot, (target, request.query), whole)
            page = Pager(
                self.index.schema, snapshot.searcher, snapshot.generation, query, request.size, pinned=fold
            ).page(sort, begin)
            unfolded = count(snapshot.searcher, whole) if fold else page.total
            later = folding.later(self.index.schema, snapshot.searcher, whole)
            counted: Mapping[str, Facet] = {}
            if request.facets:
                steps = levels_for(request.query, target, step)
                acts = compiler.query(target, wide) if wide is not None else query
                if fold and wide is not None:
                    acts = folding.folded(self.index.schema, snapshot, (target, wide), acts)
                key = (target, request.query, wide, snapshot.generation, step, request.copies)
                counted = self._remembered(
                    key, lambda: self._labelled(facets.facets(snapshot.searcher, query, steps, page.total, acts))
                )
        with self.connection() as connection:
            results = read(connection, page.numbers, Highlighter(request.query, self.index.analyzer))
        return Answer(
            total=page.total,
            unfolded=unfolded,
            later=later,
            results=results,
            facets=counted,
            level=step,
            next=page.next,
        )

    def _meant(self, speaker: str) -> list[str]:
        with self.connection() as connection:
            return people_search.resolve(connection, speaker)

    def _labelled(self, counted: Mapping[str, Facet]) -> Mapping[str, Facet]:
        """The facets, with the names of those who speak."""
        facet = counted["speaker"]
        names = self.named([bucket.value for bucket in facet.buckets])
        buckets = (
            structs.replace(one, label=names[one.value].label) if one.value in names else one for one in facet.buckets
        )
        return {**counted, "speaker": replace(facet, buckets=tuple(buckets))}

    def _remembered(self, key: Hashable, count: Callable[[], Mapping[str, Facet]]) -> Mapping[str, Facet]:
        """What was counted under `key`, which names a state of the index, in which nothing changes."""
        with self._lock:
            if (known := self._facets.get(key)) is not None:
                self._facets.move_to_end(key)
                return known
        counted = count()
        with self._lock:
            self._facets[key] = counted
            while len(self._facets) > REMEMBERED:
                self._facets.popitem(last=False)
        return counted
