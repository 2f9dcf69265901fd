"""Which articles are copies of one another?

Takes a new article; finds its story among all others by the hashes that its text shares with theirs, checked word by
word on the few likeliest, and gives the copies of an article, earliest first. A story is named by the number of the
first of its articles that came in; an article that is no copy is a story of its own.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from onrecord.archive.base import Copy
from onrecord.archive.signs import LEAST, SHARE, contained, sign
from onrecord.model import Dated, Precision

# A hash that many texts have is a phrase of a site (its newsletter's, its agency's) or of a story with many copies: a
# part of them leads there as well as all. Five texts are compared at most, in 0.3 ms each.
_EACH, _COMPARED = 50, 5
_COPIES = (
    "SELECT id, outlet, title, url, published, published_precision, published_basis FROM article WHERE story = ? "
    "ORDER BY published IS NULL, published, captured, number"
)


def assign(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Put the article `number`, which is new, into the story of those whose text holds most of its own, or is held."""
    hashes = sign(text)
    stories = {row["story"] for row in _alike(connection, hashes, text)}
    story = min(stories, default=number)
    if len(stories) > 1:  # the whole text of which two parts came in before
        marks = ", ".join("?" * len(stories))
        connection.execute(f"UPDATE article SET story = ? WHERE story IN ({marks})", (story, *stories))  # noqa: S608
    connection.execute("UPDATE article SET story = ? WHERE number = ?", (story, number))
    connection.executemany("INSERT OR IGNORE INTO sign VALUES (?, ?)", [(one, number) for one in hashes])


def copies(connection: sqlite3.Connection, id: str) -> tuple[Copy, ...]:
    """All articles of the story of `id`, itself among them, earliest published first; () where it has no copy."""
    found = connection.execute("SELECT story FROM article WHERE id = ?", (id,)).fetchone()
    rows = connection.execute(_COPIES, (found["story"],)).fetchall() if found else []
    return tuple(_copy(row) for row in rows) if len(rows) > 1 else ()


def _alike(connection: sqlite3.Connection, hashes: list[int], text: str) -> list[sqlite3.Row]:
    shared: Counter[int] = Counter()
    for one in hashes:
        shared.update(row["article"] for row in connection.execute(_SHARING, (one, _EACH)))
    alike: list[sqlite3.Row] = []
    for number, count in shared.most_common(_COMPARED):
        row = connection.execute("SELECT story, text FROM article WHERE number = ?", (number,)).fetchone()
        if count >= LEAST and row and row["story"] and contained(text, row["text"]) >= SHARE:
            alike.append(row)
    return alike


_SHARING = "SELECT article FROM sign WHERE hash = ? LIMIT ?"


def _copy(row: sqlite3.Row) -> Copy:
    value = row["published"]
    published = Dated(value, Precision(row["published_precision"]), row["published_basis"]) if value else None
    return Copy(id=row["id"], outlet=row["outlet"], title=row["title"], url=row["url"], published=published)
