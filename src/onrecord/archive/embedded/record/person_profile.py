"""A person's profile, read from the record: roles, outlets, topics, who is quoted alongside, gaps, appearances."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from onrecord.archive.embedded.record import correction_rows
from onrecord.archive.embedded.record.people_rows import number_of
from onrecord.archive.embedded.record.people_search import (
    LISTED,
    hits,
    labelled,
)
from onrecord.archive.identity import keys
from onrecord.archive.results import (
    APPEARANCES,
    Appearance,
    Bucket,
    Gap,
    Named,
    PersonFile,
    PersonRole,
    QuotedAlongside,
)
from onrecord.archive.words import words_of
from onrecord.dates.edtf import known_days
from onrecord.model import SpeakerType

GAPS = 5
LONG = 28
"""Gaps listed, and the days without a quotation that make one: within four weeks most weeklies and monthlies appear."""


def profile(connection: sqlite3.Connection, id: str) -> PersonFile | None:
    """Return everything known of a person; None if there is none with this id."""
    number = number_of(connection, id)
    if number is None:
        return None
    row = connection.execute("SELECT * FROM person WHERE number = ?", (number,)).fetchone()
    rows = connection.execute(
        "SELECT appearance.*, title, outlet, url, published, published_precision, labels FROM appearance "
        "JOIN article ON article.id = appearance.article WHERE person = ? ORDER BY day DESC, article.number DESC",
        (number,),
    ).fetchall()
    return PersonFile(
        person=hits(connection, [row])[0],
        roles=_roles(rows),
        outlets=_counted(article["outlet"] for article in _articles(rows)),
        topics=_counted(tag for article in _articles(rows) for tag in _tags(article["labels"])),
        quoted_alongside=_quoted_alongside(connection, number),
        gaps=_gaps(one["published"] for one in rows if one["published"]),
        namesakes=_namesakes(connection, number, row),
        possible_matches=_possible_matches(connection, number, row),
        appearances=_appearances(connection, row, rows[:APPEARANCES]),
        corrections=correction_rows.mentioning(connection, row["id"]),
    )


def _tags(labels: str) -> list[str]:
    """Return the tags among an article's labels (JSON)."""
    return [label.removeprefix("tag:") for label in json.loads(labels) if label.startswith("tag:")]


def _articles(rows: Iterable[sqlite3.Row]) -> Iterable[sqlite3.Row]:
    """Return each article once, however many names it has for the person."""
    return {row["article"]: row for row in rows}.values()


def _roles(rows: Iterable[sqlite3.Row]) -> tuple[PersonRole, ...]:
    """Return what articles call a person, with the first and last day: the most frequent, earliest first."""
    days: dict[str, list[str]] = {}
    shown: dict[str, str] = {}
    for row in rows:
        for words in json.loads(row["described"]):
            if not words.isdigit():
                key = words.casefold().removeprefix("the ")
                shown.setdefault(key, words)
                days.setdefault(key, []).append(row["day"])
    roles = [
        PersonRole(shown[key], min(filter(None, known), default=None), max(known) or None, len(known))
        for key, known in days.items()
    ]
    most = sorted(roles, key=lambda role: -role.articles)[:LISTED]
    return tuple(sorted(most, key=lambda role: (role.first_day or "9999", role.last_day or "")))


def _counted(values: Iterable[str]) -> tuple[Bucket, ...]:
    counts = Counter(value for value in values if value)
    return tuple(
        Bucket(value, count) for value, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:LISTED]
    )


def _quoted_alongside(connection: sqlite3.Connection, person: int) -> tuple[QuotedAlongside, ...]:
    """Return who is quoted in the same articles, most articles first."""
    rows = connection.execute(
        "SELECT other.person, count(DISTINCT other.article) AS articles FROM appearance AS own "
        "JOIN appearance AS other ON other.article = own.article AND other.person <> own.person "
        "WHERE own.person = ? GROUP BY other.person "
        "ORDER BY articles DESC, (SELECT id FROM person WHERE number = other.person) LIMIT ?",
        (person, LISTED),
    ).fetchall()
    names = labelled(connection, [row["person"] for row in rows])
    others = ((names[row["person"]], row["articles"]) for row in rows)
    return tuple(QuotedAlongside(named.id, named.label, articles) for named, articles in others)


def _gaps(values: Iterable[str]) -> tuple[Gap, ...]:
    """Return the longest stretches without a quotation, between publication dates (EDTF) that are whole days."""
    known = (known_days(value) for value in values)
    days = sorted({one.first for one in known if one and one.first == one.last})
    gaps = [(after - before - 1, before, after) for before, after in pairwise(days)]
    longest = sorted((gap for gap in gaps if gap[0] >= LONG), reverse=True)[:GAPS]
    return tuple(
        Gap(date.fromordinal(before).isoformat(), date.fromordinal(after).isoformat(), count)
        for count, before, after in longest
    )


def _namesakes(connection: sqlite3.Connection, person: int, row: sqlite3.Row) -> tuple[Named, ...]:
    shown = row["shown"]
    rows = connection.execute(
        "SELECT number FROM person WHERE shown = ? AND type = ? AND number <> ? AND articles > 0 LIMIT ?",
        (shown, row["type"], person, LISTED),
    ).fetchall()
    return tuple(labelled(connection, [one["number"] for one in rows]).values())


def _possible_matches(connection: sqlite3.Connection, person: int, row: sqlite3.Row) -> tuple[Named, ...]:
    """Return the people that a bare surname may refer to; for a full name, those known by a bare surname."""
    if row["type"] != "person":
        return ()
    bare = " " not in row["name"]
    known = keys(row["name"], SpeakerType.PERSON)
    rows = connection.execute(
        f"SELECT DISTINCT number, name FROM person JOIN person_key ON person = number "  # noqa: S608
        f"WHERE key IN ({', '.join('?' * len(known))}) AND number <> ? AND type = 'person' AND articles > 0 "
        "AND (instr(name, ' ') > 0) = ? AND renamed = '' LIMIT ?",
        (*known, person, bare, LISTED),
    ).fetchall()
    surname = words_of(row["name"])[-1:]
    matching = [other["number"] for other in rows if words_of(other["name"])[-1:] == surname]
    return tuple(labelled(connection, matching).values())


def _appearances(
    connection: sqlite3.Connection, person: sqlite3.Row, rows: Iterable[sqlite3.Row]
) -> tuple[Appearance, ...]:
    counts = dict(
        connection.execute(
            "SELECT article, sum(quoted.said) FROM quoted JOIN quotation ON quotation.number = quoted.quotation "
            "WHERE person = ? GROUP BY article",
            (person["number"],),
        ).fetchall()
    )
    shown = person["shown"]
    return tuple(
        Appearance(
            article_id=row["article"],
            title=row["title"],
            outlet=row["outlet"],
            url=row["url"],
            day=row["published"] or None,
            name=row["name"] or shown,
            described=tuple(json.loads(row["described"])),
            quotations=counts.get(row["article"], 0),
            certainty=row["certainty"],
            basis=row["basis"],
        )
        for row in rows
    )
