"""The state of a page of results, which is its URL: query, filters, order and copies, as chips, search box and links.

Each `q` parameter is a query, and all of them must match. Filters at the top level of the query (`Field`) become chips,
the rest stays in the search box; so `?q=grief published:2021` and `?q=grief&q=published:2021` are the same page.
A query that cannot be parsed stays in the box as it was typed, with its `QueryError`.
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

LABELS = {"published": "date", "about": "talks about", "story": "copies of story"}
"""The label of a field on a chip, if not its own name."""

FOLDED = "copies folded"
"""The chip of a list that shows each story once."""

UNDATED = {
    "published": "undated",
    "said": "date said unknown",
    "about": "mentions no date",
    "captured": "capture date unknown",
    "modified": "not modified",
}
"""The label of the filter `none` on each date."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter: its label ("date 2021-02-21"), its query, and the address of the page without it."""

    label: str
    query: str
    remove: str


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The state of a page of results: the filters (`fields`, the chips) and the rest of the query as text (`box`).

    `names` maps the ids of people in filters to their names.
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
        """The whole query; only valid if there is no `problem`."""
        return both(parse(self.box), *self.fields)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The active filters in the order in which they were added, and folded copies, which hide results too."""
        chips = tuple(Chip(self.label(field), write(field), self.without(field).href()) for field in self.fields)
        folded = self.copies is Copies.FOLDED
        return (*chips, *([Chip(FOLDED, "", replace(self, copies=Copies.ALL).href())] if folded else []))

    @property
    def title(self) -> str:
        """The whole query in one line for the page's title; "" if there is none."""
        return " · ".join((*(self.label(field) for field in self.fields), *([self.box] if self.box else [])))

    def label(self, field: Field) -> str:
        """Return the label of a filter, with a person's name instead of the id."""
        known = field.name == "speaker" and field.value in self.names
        return chip_label(replace(field, value=self.names[field.value]) if known else field)

    def href(self, *, after: str | None = None) -> str:
        """Return the URL of this state; `after` is the cursor of a later page."""
        pairs = [("q", text) for text in (self.box, *(write(field) for field in self.fields)) if text]
        if self.sort is not Sort.NEWEST:
            pairs.append(("sort", str(self.sort)))
        if self.copies is not Copies.ALL:
            pairs.append(("copies", str(self.copies)))
        if after:
            pairs.append(("after", after))
        return f"{self.path}?{urlencode(pairs, safe=':/')}" if pairs else self.path

    def narrowed(self, name: str, value: str) -> State:
        """Return the state with one more filter; a date replaces earlier filters on the same date."""
        new = Field(name, value)
        kept = tuple(field for field in self.fields if field != new and not (name == field.name and name in DATES))
        return replace(self, fields=(*kept, new))

    def knowing(self, named: Mapping[str, Named]) -> State:
        """Return the state with the names of the people in its filters, and current ids in place of merged ones."""
        fields = (
            replace(field, value=named[field.value].id) if field.name == "speaker" and field.value in named else field
            for field in self.fields
        )
        names = {person.id: person.label for person in named.values()}
        return replace(self, fields=tuple(dict.fromkeys(fields)), names={**self.names, **names})

    def without(self, *removed: Field) -> State:
        """Return the state without these filters."""
        return replace(self, fields=tuple(field for field in self.fields if field not in removed))

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of the active filters on a field."""
        return tuple(field.value for field in self.fields if field.name == name)


def chip_label(field: Field) -> str:
    """Return the label of a filter: "date 2021-02-21", "speaker Jane Doe"."""
    if field.name in DATES and field.value == "none":
        return UNDATED[field.name]
    dated = field.name in DATES
    return f"{LABELS.get(field.name, field.name)} {interval_in_words(field.value) if dated else field.value}"


def read_state(path: str, asked: SearchParameters) -> State:
    """Return the state of a URL: each filter that all its queries demand becomes a chip, the rest goes in the box."""
    nodes: list[Node] = []
    invalid: list[tuple[str, QueryError]] = []
    for text in asked.q:
        try:
            nodes.append(parse(text))
        except QueryError as error:
            invalid.append((text, error))
    parts = conjuncts(both(*nodes)) if nodes else ()
    fields = tuple(dict.fromkeys(part for part in parts if isinstance(part, Field)))
    rest = both(*(part for part in parts if not isinstance(part, Field | Everything)))
    box = " ".join(text for text in (*(text for text, _ in invalid), write(rest)) if text)
    problem = invalid[0][1] if invalid else None
    return State(path=path, box=box, fields=fields, sort=asked.sort, copies=asked.copies, problem=problem)
