"""Changes of the record, in the order they were made, each as the index document of the article that changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from onrecord.archive.documents import ArticleDocument, QuotationDocument

CHUNK = 256
"""Changes read at once, and so held in memory while they are replayed."""

_ARTICLES = "SELECT article.*, change.seq FROM change JOIN article USING (id)"
_QUOTATIONS = (
    "SELECT quotation.*, (SELECT json_group_array(person.id) FROM quoted JOIN person ON person.number = quoted.person "
    "WHERE quoted.quotation = quotation.number) AS people FROM quotation WHERE article = ? ORDER BY number"
)


def last(connection: sqlite3.Connection) -> int:
    """Return the sequence number of the last change; 0 if there is none."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0])


def since(connection: sqlite3.Connection, seq: int) -> Iterator[ArticleDocument]:
    """Yield the document of each article that changed after the change `seq`, earliest change first."""
    while True:
        rows = connection.execute(f"{_ARTICLES} WHERE seq > ? ORDER BY seq LIMIT ?", (seq, CHUNK)).fetchall()
        if not rows:
            return
        for row in rows:
            yield _document(connection, row)
        seq = rows[-1]["seq"]


def of_article(connection: sqlite3.Connection, number: int) -> Iterator[ArticleDocument]:
    """Yield the document of the article `number`, if there is one."""
    for row in connection.execute(f"{_ARTICLES} WHERE article.number = ?", (number,)).fetchall():
        yield _document(connection, row)


def _document(connection: sqlite3.Connection, row: sqlite3.Row) -> ArticleDocument:
    return ArticleDocument(
        seq=row["seq"],
        number=row["number"],
        id=row["id"],
        url=row["url"],
        outlet=row["outlet"],
        title=row["title"],
        language=row["language"],
        published=row["published"] or "",
        modified=row["modified"] or "",
        captured=row["captured"] or "",
        place=row["place"],
        labels=tuple(json.loads(row["labels"])),
        # Articles added before version 3 have no story: each is alone in its own.
        story=row["story"] or row["number"],
        copy=row["copy"],
        text=row["text"],
        quotations=tuple(map(_quotation, connection.execute(_QUOTATIONS, (row["id"],)))),
    )


def _quotation(row: sqlite3.Row) -> QuotationDocument:
    return QuotationDocument(
        number=row["number"],
        kind=row["kind"],
        act=row["act"],
        content=row["content"],
        source=row["source"],
        speaker=row["speaker"],
        people=tuple(json.loads(row["people"])),
        said=row["said"],
        about=tuple(json.loads(row["json"]).get("about", [])),
        certainty=row["certainty"],
    )
