"""Stories: groups of articles that are near copies of one another, found by their fingerprints.

A new article joins the story of the articles that share most of their text with it: those with the most hashes in
common are looked at, and where the hashes do not decide it, the texts are compared. A story's number is that of its
first article to be added; an article without copies is a story of its own. In a story of several, the copy published
first and the later ones are marked (`article.copy`), so that results can be folded.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from onrecord.archive.documents import FIRST_COPY, LATER_COPY, sort_minutes
from onrecord.archive.fingerprints import LEAST, SHARE, Shingles, are_copies, expected_size, overlap, sample, shingles
from onrecord.archive.results import Copy
from onrecord.model import Dated, Precision

# A hash of many texts is a site's or an agency's boilerplate, or a story with many copies: some of its articles lead
# there as well as all. Most of the likeliest candidates are of one story, or decided by their hashes (0.02 ms each);
# five texts are compared at most, in 0.3 ms each.
_EACH, _CANDIDATES, _COMPARED = 50, 12, 5
# The lowest hashes are as good a sample as all; only texts of more than 2,000 words have more. 0.015 ms each.
_LOOKED_UP = 128
_COPIES = (
    "SELECT number, id, outlet, title, url, published, published_precision, published_basis FROM article "
    "WHERE story = ?"
)
_DATES = "SELECT number, published, copy FROM article WHERE story = ?"
_SHARING = "SELECT article FROM fingerprint WHERE hash = ? LIMIT ?"
_LENGTH = "SELECT story, length(text) AS length FROM article WHERE number = ?"
_TEXT = "SELECT text FROM article WHERE number = ?"


def assign_story(connection: sqlite3.Connection, number: int, text: str) -> None:
    """Put the new article `number` into the story of its copies, or into one of its own."""
    ours = shingles(text)
    hashes = sample(ours)
    stories = _stories_of_copies(connection, text, ours, hashes)
    story = min(stories, default=number)
    connection.execute("UPDATE article SET story = ? WHERE number = ?", (story, number))
    connection.executemany("INSERT OR IGNORE INTO fingerprint VALUES (?, ?)", [(hash, number) for hash in hashes])
    if not stories:
        return
    for other in stories - {story}:  # this is the whole text; two parts of it were added before
        connection.execute("UPDATE article SET story = ? WHERE story = ?", (story, other))
    # A later copy stays a later copy, whatever joins its story.
    _mark(connection, connection.execute(f"{_DATES} AND copy <> '{LATER_COPY}'", (story,)).fetchall())


def mark_story_of(connection: sqlite3.Connection, number: int) -> None:
    """Mark again which copy was published first, after the date of the article `number` may have changed."""
    story = "(SELECT story FROM article WHERE number = ?)"
    rows = connection.execute(_DATES.replace("?", story), (number,)).fetchall()
    if len(rows) > 1:
        _mark(connection, rows)


def mark_all(connection: sqlite3.Connection) -> None:
    """Mark the copy that was published first in every story of several copies."""
    several = "SELECT story FROM article WHERE story IS NOT NULL GROUP BY story HAVING count(*) > 1"
    for story in [row["story"] for row in connection.execute(several)]:
        _mark(connection, connection.execute(_DATES, (story,)).fetchall())


def copies_of(connection: sqlite3.Connection, id: str) -> tuple[Copy, ...]:
    """Return all articles of the story of the article `id`, itself included, earliest first; () if it has no copy."""
    found = connection.execute("SELECT story FROM article WHERE id = ?", (id,)).fetchone()
    rows = connection.execute(_COPIES, (found["story"],)).fetchall() if found else []
    return tuple(_copy(row) for row in sorted(rows, key=_publication_order)) if len(rows) > 1 else ()


def _publication_order(row: sqlite3.Row) -> tuple[int, int]:
    """Return the sort key of copies, the same as of results sorted oldest first: undated ones last."""
    return sort_minutes(row["published"] or "")[1], row["number"]


def _mark(connection: sqlite3.Connection, rows: list[sqlite3.Row]) -> None:
    """Mark the first and the later ones of these copies; rows that are marked correctly are not written."""
    first = min(rows, key=_publication_order)
    for row in rows:
        mark = FIRST_COPY if row is first else LATER_COPY
        if row["copy"] != mark:
            connection.execute("UPDATE article SET copy = ? WHERE number = ?", (mark, row["number"]))


def _stories_of_copies(connection: sqlite3.Connection, text: str, ours: Shingles, hashes: list[int]) -> set[int]:
    """Return the stories of the articles that `text` is a copy of; only the likeliest articles are considered."""
    shared: Counter[int] = Counter()
    frequent = 0
    looked_up = hashes[:_LOOKED_UP]
    for hash in looked_up:
        owners = [row["article"] for row in connection.execute(_SHARING, (hash, _EACH))]
        shared.update(owners)
        frequent += len(owners) == _EACH
    stories: set[int] = set()
    compared = 0
    for number, count in shared.most_common(_CANDIDATES):
        row = connection.execute(_LENGTH, (number,)).fetchone()
        if count < LEAST or not row or not row["story"] or row["story"] in stories:
            continue
        theirs = expected_size(ours, row["length"] / len(text) * len(looked_up) / len(hashes))
        known = are_copies(count, count + frequent, len(looked_up), theirs)
        if known is None and compared < _COMPARED:
            compared += 1
            known = overlap(ours, shingles(connection.execute(_TEXT, (number,)).fetchone()["text"])) >= SHARE
        if known:
            stories.add(row["story"])
    return stories


def _copy(row: sqlite3.Row) -> Copy:
    value = row["published"]
    published = Dated(value, Precision(row["published_precision"]), row["published_basis"]) if value else None
    return Copy(id=row["id"], outlet=row["outlet"], title=row["title"], url=row["url"], published=published)
