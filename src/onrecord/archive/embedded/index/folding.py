"""Results without their copies: takes what finds all, gives what finds each story once, as its earliest that matches.

What stands in the first printed of several copies is never left out, and what stands in a later one only where
something earlier with the same `fold` matches too. So only what matches in copies is listed, and the rest of the
archive costs nothing: 0.4 s where 300,000 of a million articles are later copies and all match, 20 ms where 30,000 do,
once for a query and a state of the index. Filtering for the first of each story would be wrong: the earliest that
*matches* may be a later one.
"""

from __future__ import annotations

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Query

from onrecord.archive.documents import FIRST_COPY, LATER_COPY
from onrecord.archive.embedded.index.query_compiler import (
    all_of,
    any_of,
    count,
    none_of,
)
from onrecord.archive.embedded.index.snapshots import Snapshot
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import Node

FOLDED = 32
"""Queries remembered folded of one state of the index, as many as joins."""


def folded(schema: tantivy.Schema, snapshot: Snapshot, asked: tuple[Target, Node], query: Query) -> Query:
    """What finds of all that `query` finds, `asked` by its name, the earliest of each fold."""
    if (known := snapshot.folded.get(asked)) is None:
        known = _folded(schema, snapshot.searcher, query)
        if len(snapshot.folded) >= FOLDED:
            snapshot.folded.clear()
        snapshot.folded[asked] = known
    return known


def later(schema: tantivy.Schema, searcher: tantivy.Searcher, query: Query) -> int:
    """How much of what `query` finds stands in a copy of an earlier article."""
    return count(searcher, all_of([query, _mark(schema, LATER_COPY)]))


def _folded(schema: tantivy.Schema, searcher: tantivy.Searcher, query: Query) -> Query:
    keys, order = _listed(schema, searcher, query, LATER_COPY)
    if not len(keys):
        return query
    first, _ = _listed(schema, searcher, query, FIRST_COPY)
    ranked = np.lexsort((order, keys))
    earliest = np.ones(len(keys), bool)
    earliest[1:] = keys[ranked][1:] != keys[ranked][:-1]
    shown = np.zeros(len(keys), bool)
    shown[ranked[earliest]] = True
    shown &= ~np.isin(keys, first)
    # Either way the same is found; the shorter list is looked up faster.
    if shown.sum() <= (~shown).sum():
        kept = [none_of(_mark(schema, LATER_COPY))]
        return all_of([query, any_of([*kept, _those(schema, order[shown])] if shown.any() else kept)])
    return all_of([query, none_of(_those(schema, order[~shown]))]) if not shown.all() else query


def _listed(
    schema: tantivy.Schema, searcher: tantivy.Searcher, query: Query, mark: str
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The fold and the sort key, oldest first, of each document that `query` finds with this mark."""
    marked = all_of([query, _mark(schema, mark)])
    total = count(searcher, marked)
    hits = searcher.search(marked, total, order_by_field="fold", count=False).hits if total else []
    oldest = searcher.fast_field_values("oldest", [address for _, address in hits]) if mark == LATER_COPY else []
    return np.array([key for key, _ in hits], np.uint64), np.array(oldest, np.uint64)


def _mark(schema: tantivy.Schema, mark: str) -> Query:
    return Query.const_score_query(Query.term_query(schema, "mark", mark, "basic"), 0.0)


def _those(schema: tantivy.Schema, oldest: NDArray[np.uint64]) -> Query:
    """The documents with these sort keys, of which each document of a type has its own."""
    return Query.const_score_query(Query.term_set_query(schema, "oldest", oldest.tolist()), 0.0)
