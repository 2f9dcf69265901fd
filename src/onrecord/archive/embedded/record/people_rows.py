"""Those who speak, one by one: makes them, names them, moves what they said from one to another, forgets them.

All of this runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from onrecord.archive.corrections.correction import Anchor
from onrecord.archive.embedded.record.assignments import Settled
from onrecord.archive.identity import (
    Appearance,
    Profile,
    appearances,
    keys,
    slug,
)
from onrecord.archive.words import words_of
from onrecord.model import Record, SpeakerType

REMEMBERED = 100
"""Latest articles that a person's profile is made of anew after a correction."""


def names_of(speaker: str) -> tuple[str, ...]:
    """The names of a speaker: several who speak as one are joined by `; `."""
    return tuple(name for part in speaker.split("; ") if (name := part.strip()))


def create(connection: sqlite3.Connection, name: str, type: SpeakerType, *, id: str = "") -> int:
    """Someone new, under an id that nobody has or had; `id` is taken where it is free."""
    wanted = id or slug(name)
    free, count = wanted, 1
    while _known(connection, free):
        count += 1
        free = f"{wanted}-{count}"
    return restore(connection, free, name, type)


def restore(connection: sqlite3.Connection, id: str, name: str, type: SpeakerType) -> int:
    """The person of an id, who is made (again) where there is none."""
    row = connection.execute("SELECT number FROM person WHERE id = ?", (id,)).fetchone()
    if row:
        return int(row["number"])
    number = connection.execute(
        "INSERT INTO person (id, name, type, profile) VALUES (?, ?, ?, ?)", (id, name, str(type), "")
    ).lastrowid
    assert number is not None
    keep_profile(connection, number, _called(name, type))
    learn(connection, number, name)
    return number


def learn(connection: sqlite3.Connection, person: int, name: str) -> None:
    """Let a person be found by a name."""
    row = connection.execute("SELECT type FROM person WHERE number = ?", (person,)).fetchone()
    for key in keys(name, SpeakerType(row["type"])):
        connection.execute("INSERT OR IGNORE INTO person_key VALUES (?, ?)", (key, person))
    for word in words_of(name):
        connection.execute("INSERT OR IGNORE INTO person_word VALUES (?, ?)", (word, person))
    show_name(connection, person)


def move(connection: sqlite3.Connection, at: Anchor, origin: int, target: int, why: Settled) -> None:
    """Give what `origin` says under a name in an article to `target`, and say why."""
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
    said = connection.execute(
        "SELECT quotation, quoted.said, speaker FROM quoted JOIN quotation ON quotation.number = quoted.quotation "
        "WHERE quoted.person = ? AND quotation.article = ?",
        (origin, article),
    ).fetchall()
    still = {
        row["name"]
        for row in connection.execute("SELECT name FROM appearance WHERE article = ? AND person = ?", (article, origin))
    }
    for quoted in said:
        names = names_of(quoted["speaker"])
        if name not in names:
            continue
        connection.execute("DELETE FROM quoted WHERE quotation = ? AND person = ?", (quoted["quotation"], origin))
        if left := [names.index(other) for other in names if other in still]:
            connection.execute(
                "INSERT INTO quoted VALUES (?, ?, ?, ?)", (origin, quoted["quotation"], quoted["said"], left[0])
            )
        connection.execute(
            "INSERT OR IGNORE INTO quoted VALUES (?, ?, ?, ?)",
            (target, quoted["quotation"], quoted["said"], names.index(name)),
        )
    learn(connection, target, name)
    touch(connection, article)


def refresh(connection: sqlite3.Connection, person: int) -> None:
    """Make a person's profile anew of the latest articles; someone who appears nowhere any more is forgotten."""
    rows = connection.execute(
        "SELECT appearance.article, appearance.name, person.type, record FROM appearance "
        "JOIN person ON person.number = appearance.person JOIN article ON article.id = appearance.article "
        "JOIN capture ON capture.number = article.newest WHERE appearance.person = ? AND NOT corrected "
        "ORDER BY day DESC LIMIT ?",
        (person, REMEMBERED),
    ).fetchall()
    if not rows and not connection.execute("SELECT 1 FROM appearance WHERE person = ?", (person,)).fetchone():
        forget(connection, person)
        return
    show_name(connection, person)
    profile = Profile()
    if not rows:
        row = connection.execute("SELECT shown, type FROM person WHERE number = ?", (person,)).fetchone()
        profile = _called(row["shown"], SpeakerType(row["type"]))
    for row in reversed(rows):
        record = Record.decode(row["record"])
        for appearance in told_in(record, {row["name"]: SpeakerType(row["type"])}):
            profile.add(appearance)
    keep_profile(connection, person, profile)


def forget(connection: sqlite3.Connection, person: int, *, always: bool = False) -> None:
    """Forget someone who appears nowhere, unless (but for `always`) a correction that stands speaks of them."""
    if not always and connection.execute(_SPOKEN_OF, (person,)).fetchone():
        return
    for table in ("person_name", "person_key", "person_word", "forwarded", "quoted"):
        connection.execute(f"DELETE FROM {table} WHERE person = ?", (person,))  # noqa: S608 (our own names)
    connection.execute("DELETE FROM person WHERE number = ?", (person,))


_SPOKEN_OF = (
    "SELECT 1 FROM correction JOIN person ON json_extract(json, '$.person') = person.id "
    "OR json_extract(json, '$.into') = person.id WHERE undone = '' AND person.number = ?"
)


def touch(connection: sqlite3.Connection, article: str) -> None:
    """Have the index read an article again."""
    connection.execute("UPDATE article SET id = id WHERE id = ?", (article,))


def told_in(record: Record, types: Mapping[str, SpeakerType]) -> list[Appearance]:
    """The appearances of these names in a record; one of several who speak as one has its type from the rows."""
    return [replace(one, type=types[one.name]) for one in appearances(record, types)]


def keep_profile(connection: sqlite3.Connection, person: int, profile: Profile) -> None:
    """Keep what is known of someone."""
    text = json.dumps(profile.to_json(), ensure_ascii=False, separators=(",", ":"))
    connection.execute("UPDATE person SET profile = ? WHERE number = ?", (text, person))


def _called(name: str, type: SpeakerType) -> Profile:
    """What is known of someone whom no article names: so articles that come later know whom a correction has made."""
    profile = Profile()
    profile.add(Appearance(name=name, type=type))
    return profile


def show_name(connection: sqlite3.Connection, person: int) -> None:
    """Show the full name that most articles have; the first one, of which the id is, until another is in twice as many.

    It hangs on nothing but the names, so that it is the same after whatever was corrected and undone.
    """
    names = connection.execute(
        "SELECT name, articles FROM person_name WHERE person = ? ORDER BY instr(name, ' ') > 0 DESC, articles DESC, "
        "length(name) DESC, name",
        (person,),
    ).fetchall()
    id = connection.execute("SELECT id FROM person WHERE number = ?", (person,)).fetchone()["id"]
    names = names or connection.execute(_ONCE_NAMED, (id,)).fetchall()
    if not names:
        return
    best = names[0]
    first = next((row for row in names if re.fullmatch(rf"{re.escape(slug(row['name']))}(?:-\d+)?", id)), best)
    shown = first if " " in first["name"] and best["articles"] < 2 * first["articles"] else best
    connection.execute("UPDATE person SET name = ? WHERE number = ?", (shown["name"], person))


_ONCE_NAMED = (
    "SELECT name, 0 AS articles FROM assignment WHERE person = ? "
    "ORDER BY instr(name, ' ') > 0 DESC, length(name) DESC, name LIMIT 1"
)
"""Someone who speaks by a correction only is shown under a name by which articles had called them."""


def _known(connection: sqlite3.Connection, id: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM person WHERE id = ?1 UNION ALL SELECT 1 FROM forwarded WHERE id = ?1 "
        "UNION ALL SELECT 1 FROM assignment WHERE person = ?1 "
        "UNION ALL SELECT 1 FROM correction WHERE action = 'split' AND json_extract(json, '$.into') = ?1 "
        "AND json_extract(json, '$.into_anchors') IS NULL",
        (id,),
    )
    return found.fetchone() is not None
