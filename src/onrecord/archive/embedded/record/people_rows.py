"""Rows of `person`: finding, creating, naming and deleting people, and moving quotations from one to another.

All of this runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.archive.corrections.correction import Anchor
from onrecord.archive.embedded.record.assignments import Assignment
from onrecord.archive.identity import Appearance, Profile, appearances, keys, slug
from onrecord.archive.words import words_of
from onrecord.model import Record, SpeakerType

REMEMBERED = 100
"""Latest articles from which a person's profile is rebuilt after a correction."""


def names_of(speaker: str) -> tuple[str, ...]:
    """Return the names of a speaker; several who speak together are joined by `; `."""
    return tuple(name for part in speaker.split("; ") if (name := part.strip()))


def number_of(connection: sqlite3.Connection, id: str, anchors: Iterable[Anchor] = ()) -> int | None:
    """Return the number of the person who appears at one of `anchors`, else of the one with this id, merged or not."""
    for anchor in anchors:
        row = connection.execute(
            "SELECT person FROM appearance WHERE article = ? AND name = ?", (anchor.article, anchor.name)
        ).fetchone()
        if row:
            return int(row["person"])
    row = connection.execute(
        "SELECT person FROM forwarded WHERE id = ?1 UNION ALL SELECT number FROM person WHERE id = ?1", (id,)
    ).fetchone()
    return int(row[0]) if row else None


def id_of(connection: sqlite3.Connection, person: int) -> str:
    """Return a person's id."""
    return str(connection.execute("SELECT id FROM person WHERE number = ?", (person,)).fetchone()["id"])


def shown(connection: sqlite3.Connection, person: int) -> tuple[str, SpeakerType]:
    """Return the name under which a person is shown, and their type."""
    row = connection.execute("SELECT shown, type FROM person WHERE number = ?", (person,)).fetchone()
    return row["shown"], SpeakerType(row["type"])


def anchors_of(
    connection: sqlite3.Connection, person: int, articles: Iterable[str] = (), *, most: int | None = None
) -> tuple[Anchor, ...]:
    """Return where a person appears, in `articles` or (if none are given) in all, earliest first."""
    wanted = set(articles)
    rows = connection.execute(
        "SELECT article, name FROM appearance WHERE person = ? AND NOT corrected ORDER BY day, article LIMIT ?",
        (person, -1 if most is None else most),
    )
    return tuple(Anchor(row["article"], row["name"]) for row in rows if not wanted or row["article"] in wanted)


def create(connection: sqlite3.Connection, name: str, type: SpeakerType, *, id: str = "") -> int:
    """Create a person under an id that was never used: `id` if it is free."""
    wanted = id or slug(name)
    free, count = wanted, 1
    while _is_taken(connection, free):
        count += 1
        free = f"{wanted}-{count}"
    return find_or_create(connection, free, name, type)


def find_or_create(connection: sqlite3.Connection, id: str, name: str, type: SpeakerType) -> int:
    """Return the number of the person with an id, created (again) if there is none."""
    row = connection.execute("SELECT number FROM person WHERE id = ?", (id,)).fetchone()
    if row:
        return int(row["number"])
    number = connection.execute(
        "INSERT INTO person (id, name, type, profile) VALUES (?, ?, ?, ?)", (id, name, str(type), "")
    ).lastrowid
    assert number is not None
    save_profile(connection, number, _profile_of_name(name, type))
    add_name(connection, number, name)
    return number


def add_name(connection: sqlite3.Connection, person: int, name: str) -> None:
    """Make a person findable by a name."""
    row = connection.execute("SELECT type FROM person WHERE number = ?", (person,)).fetchone()
    for key in keys(name, SpeakerType(row["type"])):
        connection.execute("INSERT OR IGNORE INTO person_key VALUES (?, ?)", (key, person))
    for word in words_of(name):
        connection.execute("INSERT OR IGNORE INTO person_word VALUES (?, ?)", (word, person))
    update_name(connection, person)


def move(connection: sqlite3.Connection, at: Anchor, origin: int, target: int, why: Assignment) -> None:
    """Move the quotations of `origin` under a name in an article to `target`."""
    article, name = at.article, at.name
    row = connection.execute(
        "SELECT * FROM appearance WHERE article = ? AND name = ? AND person = ?", (article, name, origin)
    ).fetchone()
    if row is None or origin == target:
        return
    connection.execute("DELETE FROM appearance WHERE article = ? AND name = ? AND person = ?", (article, name, origin))
    kept = (row["day"], row["described"], why.certainty, why.basis, why.others)
    connection.execute(
        "INSERT OR IGNORE INTO appearance VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)", (article, name, target, *kept)
    )
    _move_quotations(connection, at, origin, target)
    add_name(connection, target, name)
    reindex(connection, article)


def _move_quotations(connection: sqlite3.Connection, at: Anchor, origin: int, target: int) -> None:
    """Move the quotations of a name; those that `origin` also has under another name stay theirs too."""
    quotations = connection.execute(
        "SELECT quotation, quoted.said, speaker FROM quoted JOIN quotation ON quotation.number = quoted.quotation "
        "WHERE quoted.person = ? AND quotation.article = ?",
        (origin, at.article),
    ).fetchall()
    rows = connection.execute("SELECT name FROM appearance WHERE article = ? AND person = ?", (at.article, origin))
    remaining = {row["name"] for row in rows}
    for row in quotations:
        names = names_of(row["speaker"])
        if at.name not in names:
            continue
        connection.execute("DELETE FROM quoted WHERE quotation = ? AND person = ?", (row["quotation"], origin))
        if places := [names.index(other) for other in names if other in remaining]:
            connection.execute(
                "INSERT INTO quoted VALUES (?, ?, ?, ?)", (origin, row["quotation"], row["said"], places[0])
            )
        connection.execute(
            "INSERT OR IGNORE INTO quoted VALUES (?, ?, ?, ?)",
            (target, row["quotation"], row["said"], names.index(at.name)),
        )


def rebuild_profile(connection: sqlite3.Connection, person: int) -> None:
    """Rebuild a person's profile from the latest articles; one without any appearance is deleted."""
    rows = connection.execute(
        "SELECT appearance.article, appearance.name, person.type, record FROM appearance "
        "JOIN person ON person.number = appearance.person JOIN article ON article.id = appearance.article "
        "JOIN capture ON capture.number = article.newest WHERE appearance.person = ? AND NOT corrected "
        "ORDER BY day DESC LIMIT ?",
        (person, REMEMBERED),
    ).fetchall()
    if not rows and not connection.execute("SELECT 1 FROM appearance WHERE person = ?", (person,)).fetchone():
        delete(connection, person)
        return
    update_name(connection, person)
    profile = Profile() if rows else _profile_of_name(*shown(connection, person))
    for row in reversed(rows):
        record = Record.decode(row["record"])
        for appearance in appearances_in(record, {row["name"]: SpeakerType(row["type"])}):
            profile.add(appearance)
    save_profile(connection, person, profile)


def delete(connection: sqlite3.Connection, person: int, *, always: bool = False) -> None:
    """Delete a person who appears nowhere, unless a correction in force names them; with `always` even then."""
    if not always and connection.execute(_IN_A_CORRECTION, (person,)).fetchone():
        return
    for table in ("person_name", "person_key", "person_word", "forwarded", "quoted"):
        connection.execute(f"DELETE FROM {table} WHERE person = ?", (person,))  # noqa: S608 (our own names)
    connection.execute("DELETE FROM person WHERE number = ?", (person,))


def delete_unused(connection: sqlite3.Connection) -> None:
    """Delete everyone who appears nowhere and is named by no correction in force."""
    for row in connection.execute("SELECT number FROM person WHERE articles = 0").fetchall():
        delete(connection, row["number"])


_IN_A_CORRECTION = (
    "SELECT 1 FROM correction JOIN person ON json_extract(json, '$.person') = person.id "
    "OR json_extract(json, '$.into') = person.id WHERE undone = '' AND person.number = ?"
)


def reindex(connection: sqlite3.Connection, article: str) -> None:
    """Mark an article as changed, so that the index reads it again."""
    connection.execute("UPDATE article SET id = id WHERE id = ?", (article,))


def appearances_in(record: Record, types: Mapping[str, SpeakerType]) -> list[Appearance]:
    """Return the appearances of these names in a record, with the types given (those of the quotation rows)."""
    return [replace(appearance, type=types[appearance.name]) for appearance in appearances(record, types)]


def save_profile(connection: sqlite3.Connection, person: int, profile: Profile) -> None:
    """Save a person's profile."""
    text = json.dumps(profile.to_json(), ensure_ascii=False, separators=(",", ":"))
    connection.execute("UPDATE person SET profile = ? WHERE number = ?", (text, person))


def _profile_of_name(name: str, type: SpeakerType) -> Profile:
    """Return a profile made of a name only, so that later articles match a person created by a correction."""
    profile = Profile()
    profile.add(Appearance(name=name, type=type))
    return profile


def update_name(connection: sqlite3.Connection, person: int) -> None:
    """Set a person's name: the full name that most articles use.

    The first name, from which the id was made, is kept until another is in twice as many articles. The name depends on
    nothing but the names in articles, so that it is the same after any sequence of corrections and undos.
    """
    names = connection.execute(
        "SELECT name, articles FROM person_name WHERE person = ? ORDER BY instr(name, ' ') > 0 DESC, articles DESC, "
        "length(name) DESC, name",
        (person,),
    ).fetchall()
    id = id_of(connection, person)
    names = names or connection.execute(_FORMER_NAME, (id,)).fetchall()
    if not names:
        return
    best = names[0]
    first = next((row for row in names if re.fullmatch(rf"{re.escape(slug(row['name']))}(?:-\d+)?", id)), best)
    chosen = first if " " in first["name"] and best["articles"] < 2 * first["articles"] else best
    connection.execute("UPDATE person SET name = ? WHERE number = ?", (chosen["name"], person))


_FORMER_NAME = (
    "SELECT name, 0 AS articles FROM assignment WHERE person = ? "
    "ORDER BY instr(name, ' ') > 0 DESC, length(name) DESC, name LIMIT 1"
)
"""A person who appears only because of a correction is shown under a name that articles used for them before."""


def _is_taken(connection: sqlite3.Connection, id: str) -> bool:
    rows = connection.execute(
        "SELECT 1 FROM person WHERE id = ?1 UNION ALL SELECT 1 FROM forwarded WHERE id = ?1 "
        "UNION ALL SELECT 1 FROM assignment WHERE person = ?1 "
        "UNION ALL SELECT 1 FROM correction WHERE action = 'split' AND json_extract(json, '$.into') = ?1 "
        "AND json_extract(json, '$.into_anchors') IS NULL",
        (id,),
    )
    return rows.fetchone() is not None
