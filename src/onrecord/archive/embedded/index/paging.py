"""Pages of results, however many there are: the row numbers of a page, and the cursor of the next.

By date, the cursor is the sort key of the last result (its minute and its row's number, unique), so that articles added
meanwhile neither repeat nor hide a result. By relevance, it is an offset into one snapshot of the index, which is kept
for a while; when it is gone, the offset counts in the present one. With copies folded, the cursor by date names its
snapshot too: if an earlier copy were added, the story would move to another page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import tantivy
from tantivy import FieldType, Order, Query

from onrecord.archive.embedded.index.fields import row_number
from onrecord.archive.embedded.index.query_compiler import all_of, count
from onrecord.archive.requests import Sort
from onrecord.model.errors import QueryError

LARGEST = (1 << 64) - 1
"""The largest sort key; none comes near it, since minute and number are never both at their maximum."""

_KEY = re.compile(r"(newest|oldest)\.(\d{1,20})(?:\.([0-9a-f]+-[0-9a-f]+))?")
_OFFSET = re.compile(r"relevance\.(\d{1,9})\.([0-9a-f]+-[0-9a-f]+)")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page begins: after a sort key, or at an offset into the snapshot `generation`."""

    key: int | None = None
    offset: int = 0
    generation: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page: the total of results, the numbers of its rows in order, and the cursor of the next page."""

    total: int
    numbers: tuple[int, ...]
    next: str | None


def cursor(after: str | None, sort: Sort) -> Cursor:
    """Return the cursor written as `after`. Raises QueryError if it is not valid, or of another order."""
    if after is None:
        return Cursor()
    if sort is Sort.RELEVANCE and (match := _OFFSET.fullmatch(after)):
        return Cursor(offset=int(match[1]), generation=match[2])
    if (match := _KEY.fullmatch(after)) and match[1] == sort and 0 < int(match[2]) < LARGEST:
        return Cursor(key=int(match[2]), generation=match[3])
    raise QueryError(f"“{after[:60]}” is not a place in these results; begin at the first page", position=0)


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages through the results of `query` in one snapshot of the index, `size` at a time (0: only the total).

    With `pinned`, later pages by date come from this snapshot too.
    """

    schema: tantivy.Schema
    searcher: tantivy.Searcher
    generation: str
    query: Query
    size: int
    pinned: bool = False

    def page(self, sort: Sort, begin: Cursor) -> Listing:
        """Return the page that begins at `begin`."""
        return self._by_relevance(begin) if sort is Sort.RELEVANCE else self._by_date(sort, begin)

    def _by_date(self, sort: Sort, begin: Cursor) -> Listing:
        order, query = (Order.Desc if sort is Sort.NEWEST else Order.Asc), self.query
        if begin.key is not None:
            low, high = (0, begin.key - 1) if sort is Sort.NEWEST else (begin.key + 1, LARGEST)
            rest = Query.range_query(self.schema, sort.value, FieldType.Unsigned, low, high)
            query = all_of([query, Query.const_score_query(rest, 0.0)])
        # One pass gives the page and the count. `count` is missing from tantivy's stubs, hence Any.
        found: Any = self.searcher.search(query, self.size + 1, order_by_field=sort.value, order=order)
        keys = [int(key) for key, _ in found.hits]
        more = len(keys) > self.size > 0
        state = f".{self.generation}" if self.pinned else ""
        return Listing(
            total=int(found.count) if begin.key is None else count(self.searcher, self.query),
            numbers=tuple(row_number(key, sort) for key in keys[: self.size]),
            next=f"{sort}.{keys[self.size - 1]}{state}" if more else None,
        )

    def _by_relevance(self, begin: Cursor) -> Listing:
        found: Any = self.searcher.search(self.query, self.size + 1, offset=begin.offset)
        addresses = [address for _, address in found.hits]
        keys = self.searcher.fast_field_values("newest", addresses[: self.size])
        more = len(addresses) > self.size > 0
        return Listing(
            total=int(found.count),
            numbers=tuple(row_number(int(key), "newest") for key in keys if key is not None),
            next=f"relevance.{begin.offset + self.size}.{self.generation}" if more else None,
        )
