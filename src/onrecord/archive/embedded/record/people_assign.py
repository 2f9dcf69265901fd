"""Who speaks, over all articles: takes an article's quotations as they are written, keeps who each speaker is.

A name that an article has speak is an *appearance*; each belongs to one person, chosen among those with a like name by
what else the article says (`archive.people`). Who was chosen once stays chosen when the article is read again. All of
this runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.archive.corrections.correction import CORRECTED, Anchor
from onrecord.archive.embedded.record.assignments import (
    Settled,
    Standing,
    settle,
    settled_at,
)
from onrecord.archive.embedded.record.corrections_apply import person_of
from onrecord.archive.embedded.record.people_rows import (
    create,
    forget,
    keep_profile,
    learn,
    move,
    names_of,
    refresh,
    restore,
    show_name,
    told_in,
)
from onrecord.archive.identity import (
    Appearance,
    Choice,
    Profile,
    choose,
    company_key,
    keys,
)
from onrecord.model import Record, SpeakerType
from onrecord.spans import distinct_texts

CANDIDATES = 50
"""People compared with a name: those in most articles. More than 50 share a name only where it is a bare surname."""

COMMON = 10
"""A name in more than one of so many articles tells nobody apart; `evals/people.py` measures with this share."""

RECONSIDERED = 20
"""Articles with a bare surname that are looked at again when someone with that surname appears under a full name."""


def update(connection: sqlite3.Connection, record: Record, fixed: Mapping[str, Sequence[int]]) -> None:
    """Keep who speaks in an article whose quotations have just been written.

    `fixed` are the people to whom corrections give a quotation, by the quotation's id.
    """
    id = record.article.id
    rows = connection.execute(
        "SELECT number, id, speaker, act, json_extract(json, '$.speaker.type') AS type FROM quotation "
        "WHERE article = ? ORDER BY number",
        (id,),
    ).fetchall()
    types: dict[str, SpeakerType] = {}
    for row in rows:
        if row["id"] not in fixed:
            for name in names_of(row["speaker"]):
                types.setdefault(name, SpeakerType(row["type"] or "person"))
    given = {number for numbers in fixed.values() for number in numbers}
    _forget(connection, id, types, given)
    people = {
        row["name"]: int(row["person"])
        for row in connection.execute("SELECT name, person FROM appearance WHERE article = ? AND NOT corrected", (id,))
    }
    fresh = [name for name in types if name not in people]
    fresh.sort(key=lambda name: (-len(name.split()), -len(name), name))
    told = told_in(record, {name: types[name] for name in fresh})
    known = {one.name: settled for one in told if (settled := settled_at(connection, Anchor(id, one.name)))}
    standing = Standing(connection) if known else None
    for one in told:
        if standing and one.name in known:
            people[one.name] = _meet_again(connection, Anchor(id, one.name), one, known[one.name], standing)
    for one in told:
        if one.name not in known:
            people[one.name] = _meet(connection, id, one, taken=people.values())
    for number in sorted(given):
        _give(connection, record, number)
    connection.executemany(
        "INSERT OR IGNORE INTO quoted VALUES (?, ?, ?, ?)",
        [
            (number, row["number"], row["act"] == "said", place)
            for row in rows
            for place, number in enumerate(
                fixed[row["id"]] if row["id"] in fixed else map(people.__getitem__, names_of(row["speaker"]))
            )
        ],
    )


def count_names(connection: sqlite3.Connection, record: Record) -> None:
    """Count the names that stand in an article, once in its life."""
    names = {company_key(person.name) for person in record.people}
    connection.executemany(
        "INSERT INTO mentioned VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET articles = articles + 1",
        [(name,) for name in sorted(names)],
    )


def forget_quotations(connection: sqlite3.Connection, article: str) -> None:
    """Take an article's quotations from those who said them, before the rows of the quotations go."""
    connection.execute(
        "DELETE FROM quoted WHERE quotation IN (SELECT number FROM quotation WHERE article = ?)", (article,)
    )


def _forget(
    connection: sqlite3.Connection, article: str, names: Mapping[str, SpeakerType], given: Iterable[int]
) -> None:
    """Take away the appearances that an article has no more."""
    kept = set(given)
    gone = [
        row
        for row in connection.execute("SELECT name, person, corrected FROM appearance WHERE article = ?", (article,))
        if row["corrected"] or row["name"] not in names
    ]
    for row in gone:
        connection.execute(
            "DELETE FROM appearance WHERE article = ? AND name = ? AND person = ?",
            (article, row["name"], row["person"]),
        )
        speaks = connection.execute("SELECT 1 FROM appearance WHERE person = ?", (row["person"],)).fetchone()
        if speaks or row["person"] in kept:
            show_name(connection, row["person"])
        else:
            forget(connection, row["person"])


def _meet(connection: sqlite3.Connection, article: str, appearance: Appearance, *, taken: Iterable[int]) -> int:
    """The person that a name stands for, known or new; nobody goes by two names in one article."""
    rows, profiles, choice = _choice(connection, appearance, set(taken))
    if choice.index is None:
        number, profile = create(connection, appearance.name, appearance.type), Profile()
    else:
        number, profile = int(rows[choice.index]["number"]), profiles[choice.index]
    profile.add(appearance)
    keep_profile(connection, number, profile)
    others = json.dumps([str(rows[index]["id"]) for index in choice.others])
    id = connection.execute("SELECT id FROM person WHERE number = ?", (number,)).fetchone()["id"]
    settled = Settled(id, choice.certainty, choice.basis, others)
    settle(connection, Anchor(article, appearance.name), settled)
    _appear(connection, article, appearance, number, settled)
    if choice.index is None and " " in appearance.name and appearance.type is SpeakerType.PERSON:
        _reconsider(connection, appearance, number)
    return number


def _meet_again(
    connection: sqlite3.Connection, at: Anchor, appearance: Appearance, settled: Settled, standing: Standing
) -> int:
    """The person that a name stood for before, as corrections that stand have it."""
    id = standing.id_at(at, settled.id)
    number = person_of(connection, id)
    if number is None:
        number = restore(connection, id, appearance.name, appearance.type)
    if id != settled.id:
        settled = replace(settled, basis=CORRECTED)
    _appear(connection, at.article, appearance, number, settled)
    return number


def _appear(connection: sqlite3.Connection, article: str, appearance: Appearance, person: int, why: Settled) -> None:
    day, described = appearance.day.partition("T")[0], json.dumps(appearance.described, ensure_ascii=False)
    connection.execute(
        "INSERT OR IGNORE INTO appearance VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (article, appearance.name, person, day, described, why.certainty, why.basis, why.others),
    )
    learn(connection, person, appearance.name)


def _choice(
    connection: sqlite3.Connection, appearance: Appearance, taken: set[int]
) -> tuple[list[sqlite3.Row], list[Profile], Choice]:
    """Who of those who share a name is meant: they, their profiles, and the choice."""
    rows, sharing = _candidates(connection, appearance, taken)
    profiles = [_profile(row) for row in rows]
    choice = choose(
        appearance, profiles, namesakes=sharing if sharing > CANDIDATES else 0, common=_common(connection, appearance)
    )
    return rows, profiles, choice


def _common(connection: sqlite3.Connection, appearance: Appearance) -> set[str]:
    """The names beside a speaker's own that so many articles have that they tell nobody apart."""
    if not appearance.company:
        return set()
    articles = connection.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()[0]
    found = connection.execute(
        "SELECT name FROM mentioned WHERE name IN (SELECT value FROM json_each(?)) AND articles > ?",
        (json.dumps([company_key(name) for name in appearance.company]), max(2, articles / COMMON)),
    )
    return {row["name"] for row in found}


def _candidates(
    connection: sqlite3.Connection, appearance: Appearance, taken: set[int]
) -> tuple[list[sqlite3.Row], int]:
    """Those who may be meant, and how many share a name in all."""
    known = keys(appearance.name, appearance.type)
    marks = ", ".join("?" * len(known))
    sharing_a_key = f"number IN (SELECT person FROM person_key WHERE key IN ({marks}))"  # noqa: S608 (marks are ?, ?)
    found = f"FROM person WHERE (type = 'person') = (? = 'person') AND {sharing_a_key}"
    rows = connection.execute(
        f"SELECT number, id, profile {found} ORDER BY articles DESC, number LIMIT ?",
        (str(appearance.type), *known, CANDIDATES),
    ).fetchall()
    sharing = len(rows)
    if sharing == CANDIDATES:
        sharing = int(connection.execute(f"SELECT count(*) {found}", (str(appearance.type), *known)).fetchone()[0])
    return [row for row in rows if row["number"] not in taken], sharing


def _reconsider(connection: sqlite3.Connection, appearance: Appearance, newcomer: int) -> None:
    """Look again at whoever was known by a bare surname only, now that someone has it in full."""
    rows, _ = _candidates(connection, appearance, {newcomer})
    bare = [int(row["number"]) for row in rows if row["id"] and _is_bare(connection, int(row["number"]))]
    for person in bare:
        moved = False
        standing = connection.execute(
            "SELECT appearance.article, appearance.name, record FROM appearance "
            "JOIN article ON article.id = appearance.article JOIN capture ON capture.number = article.newest "
            "WHERE appearance.person = ? AND NOT corrected LIMIT ?",
            (person, RECONSIDERED),
        ).fetchall()
        for row in standing:
            record = Record.decode(row["record"])
            [again] = told_in(record, {row["name"]: SpeakerType.PERSON})
            candidates, _, choice = _choice(connection, again, {person})
            if choice.index is not None and candidates[choice.index]["number"] == newcomer:
                at = Anchor(row["article"], row["name"])
                id = candidates[choice.index]["id"]
                why = Settled(id, choice.certainty, choice.basis, "[]")
                settle(connection, at, why)
                move(connection, at, person, newcomer, why)
                moved = True
        if moved:
            refresh(connection, person)
            refresh(connection, newcomer)


def _is_bare(connection: sqlite3.Connection, person: int) -> bool:
    row = connection.execute("SELECT name, renamed FROM person WHERE number = ?", (person,)).fetchone()
    return " " not in row["name"] and not row["renamed"]


def _give(connection: sqlite3.Connection, record: Record, person: int) -> None:
    """Have someone appear in an article because a correction says so."""
    article = record.article
    at = (article.id, person)
    if connection.execute("SELECT 1 FROM appearance WHERE article = ? AND person = ?", at).fetchone():
        return
    name = connection.execute("SELECT name FROM person WHERE number = ?", (person,)).fetchone()["name"]
    told = next((one for one in record.people if one.name == name), None)
    described = distinct_texts(article.text, told.described) if told else ()
    published = article.published.day if article.published else ""
    connection.execute(
        "INSERT INTO appearance VALUES (?, '', ?, ?, ?, 1, ?, '[]', 1)",
        (article.id, person, published, json.dumps(described, ensure_ascii=False), CORRECTED),
    )


def _profile(row: sqlite3.Row) -> Profile:
    return Profile.from_json(json.loads(row["profile"])) if row["profile"] else Profile()
