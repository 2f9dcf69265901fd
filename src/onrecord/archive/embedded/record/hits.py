"""Hits: the results of a search read from the record by the numbers of their rows, with all that surfaces show."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Protocol

from msgspec.json import Decoder

from onrecord.archive.embedded.record import copies, corrections_apply, people_search
from onrecord.archive.results import ArticleHit, Capture, Named, QuotationHit, Snippet, Stored
from onrecord.model import Act, Dated, Precision, Record, Span
from onrecord.model.record import WireQuotation

Rows = dict[int, sqlite3.Row]

_KEPT, _DATED, _NAMES = Decoder(WireQuotation), Decoder(Dated), Decoder(tuple[str, ...])


class Highlights(Protocol):
    """The part of a highlighter that hits need: passages of a text with the words of the query highlighted."""

    def passage(self, text: str) -> Snippet:
        """Return the passage of an article's text to show."""
        ...

    def quotation(self, text: str, content: tuple[Span, ...]) -> tuple[Snippet, tuple[Span, ...]]:
        """Return the passage around a quotation's content, and the spans of the content in it."""
        ...


# A story has the number of its first article to be added; merged stories keep the lower number.
_STORY = (
    "(SELECT count(*) FROM article AS other WHERE other.story = article.story) AS copies, "
    "(SELECT id FROM article AS other WHERE other.number = article.story) AS story_id "
)
_ARTICLES = f"SELECT *, {_STORY} FROM article"  # noqa: S608 (our own names)
_QUOTATIONS = (
    "SELECT quotation.number, quotation.act, quotation.json, article.id, url, outlet, title, text, "
    f"published, published_precision, published_basis, captured, captured_precision, captured_basis, {_STORY}"
    "FROM quotation JOIN article ON article.id = quotation.article"
)


def article_hits(
    connection: sqlite3.Connection, numbers: tuple[int, ...], highlights: Highlights
) -> tuple[ArticleHit, ...]:
    """Return the articles with these numbers, in this order; those deleted since are left out."""
    rows = _rows(connection, f"{_ARTICLES} WHERE number IN ({_places(numbers)})", numbers)
    return tuple(
        ArticleHit(
            id=row["id"],
            url=row["url"],
            outlet=row["outlet"],
            title=row["title"],
            authors=_NAMES.decode(row["authors"]),
            language=row["language"],
            published=_dated(row, "published"),
            captured=_dated(row, "captured"),
            quotations=row["quotations"],
            captures=row["captures"],
            story=row["story_id"] or row["id"],
            copies=row["copies"] or 1,
            snippet=highlights.passage(row["text"]),
        )
        for row in _ordered(rows, numbers)
    )


def quotation_hits(
    connection: sqlite3.Connection, numbers: tuple[int, ...], highlights: Highlights
) -> tuple[QuotationHit, ...]:
    """Return the quotations with these numbers, in this order; those deleted since are left out."""
    rows = _rows(connection, f"{_QUOTATIONS} WHERE quotation.number IN ({_places(numbers)})", numbers)
    said = people_search.quoted_by(connection, numbers)
    return tuple(_quotation_hit(row, highlights, said.get(row["number"], ())) for row in _ordered(rows, numbers))


def stored(connection: sqlite3.Connection, id: str, capture_id: str | None) -> Stored | None:
    """Return the article `id` as read from its newest capture, or from the capture `capture_id`."""
    rows = connection.execute(
        "SELECT capture.id, file, offset, digest, capture.number = article.newest AS shown, "
        "json_extract(capture.record, '$.captured') AS dated FROM capture "
        "JOIN article ON article.id = capture.article WHERE article.id = ? ORDER BY instant DESC, capture.number DESC",
        (id,),
    ).fetchall()
    captures = tuple(_capture(row) for row in rows)
    for capture in captures:
        if capture.id == capture_id or (capture_id is None and capture.newest):
            kept = connection.execute("SELECT record FROM capture WHERE id = ?", (capture.id,)).fetchone()
            shown = corrections_apply.apply(connection, Record.decode(kept["record"]))
            return Stored(
                record=shown.record,
                capture=capture,
                captures=captures,
                copies=copies.copies_of(connection, id),
                people=people_search.speaking_in(connection, id),
                corrections=shown.made,
                as_read=shown.as_read,
            )
    return None


def _quotation_hit(
    row: sqlite3.Row, highlights: Highlights, said_by: Iterable[tuple[Named, tuple[str, ...]]]
) -> QuotationHit:
    kept, text = _KEPT.decode(row["json"]), row["text"]
    snippet, quoted = highlights.quotation(text, kept.content)
    return QuotationHit(
        id=kept.id,
        kind=kept.kind,
        act=Act(row["act"]),
        content=_words(text, kept.content),
        source=_words(text, kept.source),
        cue=_words(text, kept.cue),
        speaker=kept.speaker,
        people=tuple(who for who, _ in said_by),
        described=tuple(words for _, descriptions in said_by for words in descriptions),
        said=kept.said,
        venue=kept.venue or "",
        certainty=kept.certainty,
        snippet=snippet,
        quoted=quoted,
        article=row["id"],
        url=row["url"],
        outlet=row["outlet"],
        title=row["title"],
        published=_dated(row, "published"),
        captured=_dated(row, "captured"),
        story=row["story_id"] or row["id"],
        copies=row["copies"] or 1,
    )


def _capture(row: sqlite3.Row) -> Capture:
    return Capture(
        id=row["id"],
        captured=_DATED.decode(row["dated"]) if row["dated"] else None,
        file=row["file"],
        offset=row["offset"],
        digest=row["digest"],
        newest=bool(row["shown"]),
    )


def _dated(row: sqlite3.Row, name: str) -> Dated | None:
    value = row[name]
    return Dated(value, Precision(row[f"{name}_precision"]), row[f"{name}_basis"]) if value is not None else None


def _words(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(text[begin:end] for begin, end in spans)


def _places(numbers: tuple[int, ...]) -> str:
    return ", ".join("?" * len(numbers))


def _rows(connection: sqlite3.Connection, statement: str, numbers: tuple[int, ...]) -> Rows:
    return {row["number"]: row for row in connection.execute(statement, numbers)}


def _ordered(rows: Rows, numbers: tuple[int, ...]) -> list[sqlite3.Row]:
    return [rows[number] for number in numbers if number in rows]
