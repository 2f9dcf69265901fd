"""The query compiler: turns a query tree into a tantivy query (tantivy's own parser fails silently).

Articles match by words of title and text, and by the quotations they hold: clauses about a quotation that are joined by
AND must be true of one and the same quotation. Exclusion is by article: `-kind:direct` excludes every article that
`kind:direct` finds. Quotations match by words of their content, source and speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Query

from onrecord.archive.embedded.index.fields import ARTICLE, QUOTATION
from onrecord.archive.embedded.index.snapshots import Snapshot
from onrecord.archive.query.dates import days_asked
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import (
    ANY,
    DATES,
    LABELS,
    QUOTED,
    STEPS,
    And,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Words,
)
from onrecord.archive.words import composed
from onrecord.dates.edtf import Days, last_whole

TITLE = 2.0
"""How much more a word in the title counts than one in the text when results are sorted by relevance."""

JOINS = 32
"""Joins cached for one snapshot of the index; one of 16,000 quotations takes 10 ms and 200 kB."""


class Compiler:
    """Compiles query trees for one snapshot of the index; joins of clauses about a quotation are searched at once.

    `people` returns the ids of the people that a value of `speaker:` refers to.
    """

    def __init__(
        self,
        schema: tantivy.Schema,
        analyzer: tantivy.TextAnalyzer,
        snapshot: Snapshot,
        people: Callable[[str], list[str]],
    ) -> None:
        self._people = people
        self._schema = schema
        self._analyzer = analyzer
        self._searcher = snapshot.searcher
        self._joined = snapshot.joined

    def query(self, target: Target, node: Node) -> Query:
        """Return the query for the articles or quotations that match `node`."""
        if target is Target.ARTICLES:
            return all_of([self._term("type", ARTICLE), self._article(node)])
        return all_of([self._term("type", QUOTATION), self._quotation(node)])

    def _article(self, node: Node) -> Query:
        match node:
            case Everything():
                return _all()
            case Words(text, slop):
                title = Query.boost_query(self._phrase("title", text, slop), TITLE)
                return any_of([title, self._phrase("text", text, slop)])
            case Field(name, _):
                return self._holding([node]) if name in QUOTED else self._field(node)
            case Not(child):
                return none_of(self._article(child))
            case Or(children):
                return any_of(self._article(child) for child in children)
            case And(children):
                quoted = [child for child in children if _of_quotation(child)]
                parts = [self._article(child) for child in children if not _of_quotation(child)]
                return all_of([*parts, self._holding(quoted)] if quoted else parts)

    def _holding(self, nodes: list[Node]) -> Query:
        """Return the query for the articles that have a quotation matching all of `nodes`."""
        match nodes:
            case [Field("speaker" | "kind" | "act" | "certainty") as field]:
                return self._field(field)  # an article's document has the values of its quotations
        key = tuple(nodes)
        if (joined := self._joined.get(key)) is None:
            joined = self._join(all_of([self._term("type", QUOTATION), *(self._quotation(node) for node in nodes)]))
            if len(self._joined) >= JOINS:
                self._joined.clear()
            self._joined[key] = joined
        return joined

    def _join(self, quotations: Query) -> Query:
        """Return the query for the articles of the quotations that match."""
        total = count(self._searcher, quotations)
        if not total:
            return Query.empty_query()
        found = self._searcher.search(quotations, total, order_by_field="number", count=False)
        return _unscored(Query.term_set_query(self._schema, "number", list({number for number, _ in found.hits})))

    def _quotation(self, node: Node) -> Query:
        match node:
            case Everything():
                return _all()
            case Words(text, slop):
                return any_of(self._phrase(field, text, slop) for field in ("content", "source", "speaker_words"))
            case Field():
                return self._field(node)
            case Not(child):
                return none_of(self._quotation(child))
            case Or(children):
                return any_of(self._quotation(child) for child in children)
            case And(children):
                return all_of(self._quotation(child) for child in children)

    def _field(self, field: Field) -> Query:
        """Return the query for a field; articles and quotations share their names, but only quotations have `said`."""
        match field.name:
            case name if name in DATES:
                return self._days(name, field.value)
            case "outlet":
                domain = self._term("domain", field.value.lower())
                return any_of([self._phrase("outlet_words", field.value), domain])
            case "language" | "kind" | "act" | "certainty" | "tag" | "doubt" | "is":
                term = _term_of(field)
                return self._term(*term) if term else _all()
            case "speaker":
                return self._speaker(self._people(field.value))
            case "story":
                return self._story(field.value)
            case name:
                return self._phrase(name, field.value)

    def _speaker(self, ids: list[str]) -> Query:
        if not ids:
            return Query.empty_query()
        return _unscored(Query.term_set_query(self._schema, "speaker", ids))

    def _story(self, id: str) -> Query:
        """Return the query for the articles of the story of the article `id`, and for their quotations."""
        hits = self._searcher.search(self._term("id", id), 1, count=False).hits
        stories = self._searcher.fast_field_values("story", [address for _, address in hits])
        return _unscored(Query.term_set_query(self._schema, "story", stories)) if stories else Query.empty_query()

    def _days(self, name: str, value: str) -> Query:
        """Return the query for dates that lie wholly within the days given, as far as their precision shows."""
        asked = days_asked(value)
        if name == "about":
            return self._about(asked)
        if asked is None:
            return none_of(Query.exists_query(f"{name}_first"))
        kind = FieldType.Unsigned
        first = Query.range_query(self._schema, f"{name}_first", kind, asked.first, asked.last)
        last = Query.range_query(self._schema, f"{name}_last", kind, asked.first, asked.last)
        return all_of([_unscored(first), _unscored(last)])

    def _about(self, asked: Days | None) -> Query:
        """Return the query for mentions of a day, week, month or year wholly within these days; None: no mention."""
        widths = {"day": 1, "week": 7, "month": 31, "year": 366}
        if asked is None:
            return none_of(any_of(Query.exists_query(f"about_whole_{width}") for width in widths))
        whole = []
        for width, days in widths.items():
            last = last_whole(asked, width) if width in {"month", "year"} else asked.last - days + 1
            if last >= asked.first:
                field = f"about_whole_{width}"
                whole.append(Query.range_query(self._schema, field, FieldType.Unsigned, asked.first, last))
        return any_of(map(_unscored, whole)) if whole else Query.empty_query()

    def _phrase(self, field: str, text: str, slop: int = 0) -> Query:
        words: list[str | tuple[int, str]] = [*self._analyzer.analyze(composed(text))]
        if not words:
            return Query.empty_query()
        if len(words) == 1:  # tantivy panics on a phrase query of one word
            return Query.term_query(self._schema, field, words[0])
        return Query.phrase_query(self._schema, field, words, slop)

    def _term(self, field: str, value: str) -> Query:
        return _unscored(Query.term_query(self._schema, field, value, "basic"))


def count(searcher: tantivy.Searcher, query: Query) -> int:
    """Return how many documents match `query`."""
    found: Any = searcher.search(query, 1)  # `count` is missing from tantivy's stubs
    return int(found.count)


def all_of(queries: Iterable[Query]) -> Query:
    """Return the query for documents that match all of `queries`."""
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def any_of(queries: Iterable[Query]) -> Query:
    """Return the query for documents that match any of `queries`."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def none_of(query: Query) -> Query:
    """Return the query for documents that do not match `query`."""
    return Query.boolean_query([(Occur.Must, _all()), (Occur.MustNot, query)])


def _all() -> Query:
    return _unscored(Query.all_query())


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _term_of(field: Field) -> tuple[str, str] | None:
    """Return the index field and the term in it for a field of a query; None if its value matches everything."""
    match field:
        case Field(name, value) if name in LABELS:
            return "mark", f"{name}:{value}".casefold()
        case Field("language", value):
            return "language_term", value.lower()
        case Field("certainty", value):
            step = round(float(value) * STEPS)
            return ("certainty", str(step)) if step else None
        case Field(name, value):
            return (name, value) if value != ANY else None


def _of_quotation(node: Node) -> bool:
    """True if a clause is about quotations only, so that it can be joined with other such clauses."""
    match node:
        case Field(name, _):
            return name in QUOTED
        case And(children) | Or(children):
            return all(_of_quotation(child) for child in children)
    return False
