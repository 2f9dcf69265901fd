"""The state of a page of results, which is its URL: takes the `q` parameters and the order, gives chips, box and links.

Each `q` is a query of its own, all of them hold at once. Whatever filter stands at the top of the tree (`Field`) is
a chip, the rest stays in the search box; so `?q=grief published:2021` and `?q=grief&q=published:2021` are one page.
A query that has no meaning stays in the box as it was typed, with its `QueryError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from onrecord.api import SearchParameters
from onrecord.archive.query.grammar import parse
from onrecord.archive.query.tree import (
    DATES,
    Everything,
    Field,
    Node,
    both,
    conjuncts,
    write,
)
from onrecord.archive.requests import Copies, Sort
from onrecord.archive.results import Named
from onrecord.dates.words import interval_in_words
from onrecord.model.errors import QueryError

LABELS = {"published": "date", "about": "talks of", "story": "copies of story"}
FOLDED = "copies folded"
UNDATED = {
    "published": "undated",
    "said": "day of saying unknown",
    "about": "speaks of no date",
    "captured": "capture undated",
    "modified": "not modified",
}
"""What the filter `none` of each date says."""
"""What a chip calls a field, where that is not the field's own name."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter: what it says ("date 2021-02-21"), its query, and where the page without it is."""

    label: str
    query: str
    remove: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a page of results asks: `node` is all of it, made of `fields` (the chips) and `box` (the rest, as text).

    `names` are the names of the people whose ids the filters give.
    """

    path: str
    box: str = ""
    fields: tuple[Field, ...] = ()
    sort: Sort = Sort.NEWEST
    copies: Copies = Copies.ALL
    problem: QueryError | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def node(self) -> Node:
        """The whole query. Only where there is no `problem`."""
        return both(parse(self.box), *self.fields)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The active filters in the order in which they were added; that copies are folded leaves results out too."""
        chips = tuple(Chip(self.label(field), write(field), self.without(field).href()) for field in self.fields)
        folded = self.copies is Copies.FOLDED
        return (*chips, *([Chip(FOLDED, "", replace(self, copies=Copies.ALL).href())] if folded else []))

    @property
    def title(self) -> str:
        """All that is asked, in one line, for the page's title; "" where nothing is."""
        return " · ".join((*(self.label(field) for field in self.fields), *([self.box] if self.box else [])))

    def label(self, field: Field) -> str:
        """What one filter says; that of a person says the name."""
        known = field.name == "speaker" and field.value in self.names
        return chip_label(replace(field, value=self.names[field.value]) if known else field)

    def href(self, *, after: str | None = None) -> str:
        """The URL of this state; `after` is the cursor of a later page."""
        pairs = [("q", text) for text in (self.box, *(write(field) for field in self.fields)) if text]
        if self.sort is not Sort.NEWEST:
            pairs.append(("sort", str(self.sort)))
        if self.copies is not Copies.ALL:
            pairs.append(("copies", str(self.copies)))
        if after:
            pairs.append(("after", after))
        return f"{self.path}?{urlencode(pairs, safe=':/')}" if pairs else self.path

    def narrowed(self, name: str, value: str) -> State:
        """With one more filter. A date takes the place of those before it: it lies within them."""
        new = Field(name, value)
        kept = tuple(field for field in self.fields if field != new and not (name == field.name and name in DATES))
        return replace(self, fields=(*kept, new))

    def knowing(self, named: Mapping[str, Named]) -> State:
        """With the people whose ids the filters give: under their names, and their own ids where they were merged."""
        fields = (
            replace(field, value=named[field.value].id) if field.name == "speaker" and field.value in named else field
            for field in self.fields
        )
        names = {who.id: who.label for who in named.values()}
        return replace(self, fields=tuple(dict.fromkeys(fields)), names={**self.names, **names})

    def without(self, *gone: Field) -> State:
        """Without those filters."""
        return replace(self, fields=tuple(field for field in self.fields if field not in gone))

    def values(self, name: str) -> tuple[str, ...]:
        """The values that the active filters demand of a field."""
        return tuple(field.value for field in self.fields if field.name == name)


def chip_label(field: Field) -> str:
    """What a filter says: "date 2021-02-21", "speaker Jane Doe"."""
    if field.name in DATES and field.value == "none":
        return UNDATED[field.name]
    dated = field.name in DATES
    return f"{LABELS.get(field.name, field.name)} {interval_in_words(field.value) if dated else field.value}"


def read_state(path: str, asked: SearchParameters) -> State:
    """Return the state of a URL: each filter that all its queries demand becomes a chip, the rest goes in the box."""
    nodes: list[Node] = []
    unread: list[tuple[str, QueryError]] = []
    for text in asked.q:
        try:
            nodes.append(parse(text))
        except QueryError as problem:
            unread.append((text, problem))
    parts = conjuncts(both(*nodes)) if nodes else ()
    fields = tuple(dict.fromkeys(part for part in parts if isinstance(part, Field)))
    rest = both(*(part for part in parts if not isinstance(part, Field | Everything)))
    box = " ".join(text for text in (*(text for text, _ in unread), write(rest)) if text)
    wrong = unread[0][1] if unread else None
    return State(path=path, box=box, fields=fields, sort=asked.sort, copies=asked.copies, problem=wrong)
