"""Which articles are copies of one another?

Takes a new article; finds its story among all others by the hashes that its text shares with theirs, checked word by
word on the few likeliest, and gives the copies of an article, earliest first. A story is named by the number of the
first of its articles that came in; an article that is no copy is a story of its own. Of each story of several, the
one that was printed first is marked (`copy`), so that results can be folded.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from onrecord.archive.documents import FIRST_COPY, LATER_COPY, sort_minutes
from onrecord.archive.fingerprints import (
    LEAST,
    SHARE,
    Runs,
    alike,
    expected,
    runs,
    sampled,
    share,
)
from onrecord.archive.results import Copy
from onrecord.model import Dated, Precision

# A hash that many texts have is a phrase of a site (its newsletter's, its agency's) or of a story with many copies: a
# part of them leads there as well as all. Most of the likeliest are of one story, or clear by their hashes (0.02 ms
# each); five texts are compared at most, in 0.3 ms each.
_EACH, _LOOKED_AT, _COMPARED = 50, 12, 5
# The lowest hashes are as good a sample as all; only texts of more than 2,000 words have more. 0.015 ms each.
_ASKED = 128
_COPIES = (
    "SELECT number, id, outlet, title, url, published, published_precision, published_basis FROM article "
    "WHERE story = ?"
)


def assign(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Put the article `number`, which is new, into the story of those whose text holds most of its own, or is held."""
    ours = runs(text)
    hashes = sampled(ours)
    stories = _alike(connection, text, ours, hashes)
    story = min(stories, default=number)
    connection.execute("UPDATE article SET story = ? WHERE number = ?", (story, number))
    connection.executemany("INSERT OR IGNORE INTO sign VALUES (?, ?)", [(one, number) for one in hashes])
    if not stories:
        return
    for other in stories - {story}:  # the whole text of which two parts came in before
        connection.execute("UPDATE article SET story = ? WHERE story = ?", (story, other))
    # A later one stays later, whatever joins its story.
    _mark(connection, connection.execute(f"{_DATED} AND copy <> '{LATER_COPY}'", (story,)).fetchall())


def order(connection: sqlite3.Connection, number: int) -> None:
    """Mark anew which copy is the first printed, where the article `number` may have got another date."""
    of = "(SELECT story FROM article WHERE number = ?)"
    rows = connection.execute(_DATED.replace("?", of), (number,)).fetchall()
    if len(rows) > 1:
        _mark(connection, rows)


def order_all(connection: sqlite3.Connection) -> None:
    """Mark the first printed of all stories of several copies."""
    several = "SELECT story FROM article WHERE story IS NOT NULL GROUP BY story HAVING count(*) > 1"
    for story in [row["story"] for row in connection.execute(several)]:
        _mark(connection, connection.execute(_DATED, (story,)).fetchall())


def copies(connection: sqlite3.Connection, id: str) -> tuple[Copy, ...]:
    """All articles of the story of `id`, itself among them, earliest published first; () where it has no copy."""
    found = connection.execute("SELECT story FROM article WHERE id = ?", (id,)).fetchone()
    rows = connection.execute(_COPIES, (found["story"],)).fetchall() if found else []
    return tuple(_copy(row) for row in sorted(rows, key=_printed)) if len(rows) > 1 else ()


_DATED = "SELECT number, published, copy FROM article WHERE story = ?"


def _printed(row: sqlite3.Row) -> tuple[int, int]:
    """The order in which copies were printed, that of results oldest first: the undated last."""
    return sort_minutes(row["published"] or "")[1], row["number"]


def _mark(connection: sqlite3.Connection, rows: list[sqlite3.Row]) -> None:
    """Mark the first printed of these copies and the later ones; what stays as it is is not written."""
    first = min(rows, key=_printed)
    for row in rows:
        mark = FIRST_COPY if row is first else LATER_COPY
        if row["copy"] != mark:
            connection.execute("UPDATE article SET copy = ? WHERE number = ?", (mark, row["number"]))


def _alike(connection: sqlite3.Connection, text: str, ours: Runs, hashes: list[int]) -> set[int]:
    """The stories of the articles whose text holds most of `text`, or is held by it; the likeliest are looked at."""
    shared: Counter[int] = Counter()
    frequent = 0
    asked = hashes[:_ASKED]
    for one in asked:
        owners = [row["article"] for row in connection.execute(_SHARING, (one, _EACH))]
        shared.update(owners)
        frequent += len(owners) == _EACH
    stories: set[int] = set()
    compared = 0
    for number, count in shared.most_common(_LOOKED_AT):
        row = connection.execute(_LENGTH, (number,)).fetchone()
        if count < LEAST or not row or not row["story"] or row["story"] in stories:
            continue
        theirs = expected(ours, row["length"] / len(text) * len(asked) / len(hashes))
        known = alike(count, count + frequent, len(asked), theirs)
        if known is None and compared < _COMPARED:
            compared += 1
            known = share(ours, runs(connection.execute(_TEXT, (number,)).fetchone()["text"])) >= SHARE
        if known:
            stories.add(row["story"])
    return stories


_SHARING = "SELECT article FROM sign WHERE hash = ? LIMIT ?"
_LENGTH = "SELECT story, length(text) AS length FROM article WHERE number = ?"
_TEXT = "SELECT text FROM article WHERE number = ?"


def _copy(row: sqlite3.Row) -> Copy:
    value = row["published"]
    published = Dated(value, Precision(row["published_precision"]), row["published_basis"]) if value else None
    return Copy(id=row["id"], outlet=row["outlet"], title=row["title"], url=row["url"], published=published)
