"""The reading side of an archive in a folder: requests, from any thread, answered from the index and the record."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock
from typing import TypeVar

from tantivy import Query

from onrecord.archive.corrections.correction import Correction
from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index import facets, folding
from onrecord.archive.embedded.index.highlighting import Highlighter
from onrecord.archive.embedded.index.paging import Cursor, Pager, cursor
from onrecord.archive.embedded.index.query_compiler import Compiler, count
from onrecord.archive.embedded.index.snapshots import Index, Snapshot
from onrecord.archive.embedded.record import (
    article_rows,
    changes,
    correction_rows,
    database,
    history,
    hits,
    people_search,
    person_profile,
)
from onrecord.archive.plan import LARGEST, Plan, check_size, plan, with_labels
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import Node
from onrecord.archive.requests import Copies, PeopleRequest, Request, Sort
from onrecord.archive.results import (
    Answer,
    ArticleHit,
    Change,
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

REMEMBERED = 64
"""Facets cached: they are the costly part of a page, and the same for all pages of a result and all orders."""

READ = 500
"""Quotations read from the record at once while iterating: about 5 MB of texts."""


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
        """Return one page of the articles that match."""
        return self._answer(request, Target.ARTICLES, hits.article_hits)

    def quotes(self, request: Request) -> Answer[QuotationHit]:
        """Return one page of the quotations that match."""
        return self._answer(request, Target.QUOTATIONS, hits.quotation_hits)

    def quotations(
        self, query: Node, *, sort: Sort = Sort.NEWEST, copies: Copies = Copies.ALL
    ) -> Iterator[QuotationHit]:
        """Yield every quotation that matches, from one snapshot."""
        if sort is Sort.RELEVANCE:
            raise ValueError("quotations cannot be iterated by relevance; ask for the newest or the oldest first")
        planned = plan(Request(query=query, sort=sort, copies=copies), Target.QUOTATIONS)
        return self._quotations(planned, fold=copies is Copies.FOLDED)

    def _quotations(self, planned: Plan, *, fold: bool) -> Iterator[QuotationHit]:
        highlighter = Highlighter(planned.query, self.index.analyzer)
        snapshot = self.index.snapshot()
        with self.connection() as connection:
            changes.last(connection)  # the first statement fixes the snapshot of the record
            with error_translation.of_index(self.index.path):
                query = self._compiled(snapshot, planned.target, planned.query)
                query = self._folded(snapshot, planned, planned.query, query) if fold else query
            begin: Cursor | None = Cursor()
            while begin is not None:
                with error_translation.of_index(self.index.path):
                    page = self._pager(snapshot, query, LARGEST, pinned=False).page(planned.sort, begin)
                for at in range(0, len(page.numbers), READ):
                    yield from hits.quotation_hits(connection, page.numbers[at : at + READ], highlighter)
                begin = cursor(page.next, planned.sort) if page.next else None

    def records(self, since: str | None = None) -> Iterator[Change]:
        """Yield every article, or every one that changed after the cursor `since`, from one snapshot."""
        with self.connection() as connection:
            yield from history.records(connection, since)

    def article(self, id: str, *, capture: str | None = None) -> Stored | None:
        """Return an article as read from the capture with this id, or from the newest."""
        with self.connection() as connection:
            return hits.stored(connection, id, capture)

    def capture(self, id: str) -> Stored | None:
        """Return the article of a capture as read from that capture."""
        with self.connection() as connection:
            found = connection.execute("SELECT article FROM capture WHERE id = ?", (id,)).fetchone()
            return hits.stored(connection, found["article"], id) if found else None

    def people(self, request: PeopleRequest) -> Answer[PersonHit]:
        """Return one page of the people quoted."""
        check_size(request.size)
        with self.connection() as connection:
            return people_search.listed(connection, request)

    def person(self, id: str) -> PersonFile | None:
        """Return a person's file."""
        with self.connection() as connection:
            return person_profile.profile(connection, id)

    def named(self, ids: Sequence[str]) -> Mapping[str, Named]:
        """Return id and label of each person."""
        with self.connection() as connection:
            return people_search.named(connection, ids)

    def corrections(self) -> tuple[Correction, ...]:
        """Return all corrections."""
        with self.connection() as connection:
            return correction_rows.all_corrections(connection)

    def rejected(self) -> Iterator[Rejected]:
        """Yield everything that was rejected."""
        with self.connection() as connection:
            yield from article_rows.rejected(connection)

    def counts(self) -> Counts:
        """Return how much the record holds."""
        with self.connection() as connection:
            return article_rows.counts(connection)

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """Provide the `with` block with its own connection, for which the record does not change."""
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
        """Close all connections."""
        with self._lock:
            while self._all:
                self._all.pop().close()

    def _answer(
        self,
        request: Request,
        target: Target,
        read: Callable[[sqlite3.Connection, tuple[int, ...], Highlighter], tuple[T, ...]],
    ) -> Answer[T]:
        planned = plan(request, target)
        begin = cursor(request.after, planned.sort)
        snapshot = self.index.snapshot(begin.generation)
        fold = request.copies is Copies.FOLDED
        with error_translation.of_index(self.index.path):
            whole = self._compiled(snapshot, target, planned.query)
            query = self._folded(snapshot, planned, planned.query, whole) if fold else whole
            page = self._pager(snapshot, query, request.size, pinned=fold).page(planned.sort, begin)
            unfolded = count(snapshot.searcher, whole) if fold else page.total
            later = folding.later(self.index.schema, snapshot.searcher, whole)
            counted = self._counted(snapshot, planned, query, page.total, fold=fold) if request.facets else {}
        with self.connection() as connection:
            results = read(connection, page.numbers, Highlighter(planned.query, self.index.analyzer))
        return Answer(
            total=page.total,
            unfolded=unfolded,
            later=later,
            results=results,
            facets=counted,
            level=planned.level,
            next=page.next,
        )

    def _counted(
        self, snapshot: Snapshot, planned: Plan, query: Query, total: int, *, fold: bool
    ) -> Mapping[str, Facet]:
        """Return the facets of `query`, which has `total` results; from the cache where they are in it."""

        def count_all() -> Mapping[str, Facet]:
            acts = query
            if planned.act_query != planned.query:
                acts = self._compiled(snapshot, planned.target, planned.act_query)
                acts = self._folded(snapshot, planned, planned.act_query, acts) if fold else acts
            counted = facets.facets(snapshot.searcher, query, planned.levels, total, acts)
            return with_labels(counted, self.named)

        key = (planned.target, planned.query, planned.act_query, snapshot.generation, planned.level, fold)
        return self._remembered(key, count_all)

    def _compiled(self, snapshot: Snapshot, target: Target, node: Node) -> Query:
        return Compiler(self.index.schema, self.index.analyzer, snapshot, self._people_called).query(target, node)

    def _folded(self, snapshot: Snapshot, planned: Plan, node: Node, query: Query) -> Query:
        return folding.folded(self.index.schema, snapshot, (planned.target, node), query)

    def _pager(self, snapshot: Snapshot, query: Query, size: int, *, pinned: bool) -> Pager:
        return Pager(self.index.schema, snapshot.searcher, snapshot.generation, query, size, pinned=pinned)

    def _people_called(self, name: str) -> list[str]:
        with self.connection() as connection:
            return people_search.resolve(connection, name)

    def _remembered(self, key: Hashable, count: Callable[[], Mapping[str, Facet]]) -> Mapping[str, Facet]:
        """Return the facets cached as `key`, or count them; a key names a snapshot, so that they never change."""
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
