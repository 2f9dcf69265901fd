"""Who speaks, over all articles: takes an article's quotations as they are written, keeps who each speaker is.

A name that an article has speak is an *appearance*; each belongs to one person, chosen among those with a like name by
what else the article says (`archive.people`). Who was chosen once stays chosen when the article is read again. All of
this runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from onrecord.archive.embedded.documents import words_of
from onrecord.archive.people import Appearance, Choice, Profile, appearances, choose, keys, slug
from onrecord.archive.persons import span_words
from onrecord.model import Record, SpeakerType

CANDIDATES = 50
"""People compared with a name: those in most articles. More than 50 share a name only where it is a bare surname."""

RECONSIDERED = 20
"""Articles with a bare surname that are looked at again when someone with that surname appears under a full name."""

REMEMBERED = 100
"""Latest articles that a person's profile is made of anew after a correction."""

CORRECTED = "a reader’s correction"


def names_of(speaker: str) -> tuple[str, ...]:
    """The names of a speaker: several who speak as one are joined by `; `."""
    return tuple(name for part in speaker.split("; ") if (name := part.strip()))


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
    for appearance in appearances(record, sorted(fresh, key=len, reverse=True), types=types):
        people[appearance.name] = _meet(connection, id, appearance, taken=people.values())
    for number in sorted(given):
        _give(connection, record, number)
    connection.executemany(
        "INSERT OR IGNORE INTO quoted VALUES (?, ?, ?)",
        [
            (number, row["number"], row["act"] == "said")
            for row in rows
            for number in (fixed[row["id"]] if row["id"] in fixed else map(people.__getitem__, names_of(row["speaker"])))
        ],
    )


def forget_quotations(connection: sqlite3.Connection, article: str) -> None:
    """Take an article's quotations from those who said them, before the rows of the quotations go."""
    connection.execute(
        "DELETE FROM quoted WHERE quotation IN (SELECT number FROM quotation WHERE article = ?)", (article,)
    )


def move(connection: sqlite3.Connection, article: str, name: str, origin: int, target: int, basis: str = "") -> None:
    """Give what `origin` says under a name in an article to `target`; with `basis`, that is the reason kept."""
    row = connection.execute(
        "SELECT * FROM appearance WHERE article = ? AND name = ? AND person = ?", (article, name, origin)
    ).fetchone()
    if row is None or origin == target:
        return
    connection.execute("DELETE FROM appearance WHERE article = ? AND name = ? AND person = ?", (article, name, origin))
    kept = (row["day"], row["described"], row["certainty"], basis or row["basis"], row["others"], row["corrected"])
    connection.execute(
        "INSERT OR IGNORE INTO appearance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (article, name, target, *kept)
    )
    said = connection.execute(
        "SELECT quotation, quoted.said, speaker FROM quoted JOIN quotation ON quotation.number = quoted.quotation "
        "WHERE quoted.person = ? AND quotation.article = ?",
        (origin, article),
    ).fetchall()
    for quoted in said:
        if name in names_of(quoted["speaker"]):
            connection.execute(
                "DELETE FROM quoted WHERE quotation = ? AND person = ?", (quoted["quotation"], origin)
            )
            connection.execute(
                "INSERT OR IGNORE INTO quoted VALUES (?, ?, ?)", (target, quoted["quotation"], quoted["said"])
            )
    learn(connection, target, name)
    touch(connection, article)


def create(connection: sqlite3.Connection, name: str, type: SpeakerType, *, id: str = "") -> int:
    """Someone new, under an id that nobody has or had; `id` is taken where it is free."""
    wanted = id or slug(name)
    free, count = wanted, 1
    while _known(connection, free):
        count += 1
        free = f"{wanted}-{count}"
    number = connection.execute(
        "INSERT INTO person (id, name, type, profile) VALUES (?, ?, ?, ?)", (free, name, str(type), "")
    ).lastrowid
    assert number is not None
    learn(connection, number, name)
    return number


def learn(connection: sqlite3.Connection, person: int, name: str) -> None:
    """Let a person be found by a name, and show the fullest of the names that most articles have."""
    row = connection.execute("SELECT type FROM person WHERE number = ?", (person,)).fetchone()
    for key in keys(name, SpeakerType(row["type"])):
        connection.execute("INSERT OR IGNORE INTO person_key VALUES (?, ?)", (key, person))
    for word in words_of(name):
        connection.execute("INSERT OR IGNORE INTO person_word VALUES (?, ?)", (word, person))
    connection.execute(
        "UPDATE person SET name = coalesce((SELECT name FROM person_name WHERE person = number "
        "ORDER BY instr(name, ' ') > 0 DESC, articles DESC, length(name) DESC LIMIT 1), name) WHERE number = ?",
        (person,),
    )


def refresh(connection: sqlite3.Connection, person: int) -> None:
    """Make a person's profile anew of the latest articles; someone who appears nowhere any more is forgotten."""
    rows = connection.execute(
        "SELECT appearance.article, appearance.name, person.type, record FROM appearance "
        "JOIN person ON person.number = appearance.person JOIN article ON article.id = appearance.article "
        "JOIN capture ON capture.number = article.newest WHERE appearance.person = ? ORDER BY day DESC LIMIT ?",
        (person, REMEMBERED),
    ).fetchall()
    if not rows:
        forget(connection, person)
        return
    profile = Profile()
    for row in reversed(rows):
        record = Record.from_json(json.loads(row["record"]))
        for appearance in appearances(record, [row["name"]], types={row["name"]: SpeakerType(row["type"])}):
            profile.add(appearance)
    _keep_profile(connection, person, profile)


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


def _forget(
    connection: sqlite3.Connection, article: str, names: Mapping[str, SpeakerType], given: Iterable[int]
) -> None:
    """Take away the appearances that an article has no more."""
    kept = set(given)
    gone = [
        row
        for row in connection.execute("SELECT name, person, corrected FROM appearance WHERE article = ?", (article,))
        if (row["person"] not in kept if row["corrected"] else row["name"] not in names)
    ]
    for row in gone:
        connection.execute(
            "DELETE FROM appearance WHERE article = ? AND name = ? AND person = ?",
            (article, row["name"], row["person"]),
        )
        if not connection.execute("SELECT 1 FROM appearance WHERE person = ?", (row["person"],)).fetchone():
            forget(connection, row["person"])


def _meet(connection: sqlite3.Connection, article: str, appearance: Appearance, *, taken: Iterable[int]) -> int:
    """The person that a name stands for, known or new; nobody goes by two names in one article."""
    rows, namesakes = _candidates(connection, appearance, set(taken))
    profiles = [_profile(row) for row in rows]
    choice = choose(appearance, profiles, namesakes=namesakes)
    if choice.index is None:
        number, profile = create(connection, appearance.name, appearance.type), Profile()
    else:
        number, profile = int(rows[choice.index]["number"]), profiles[choice.index]
    profile.add(appearance)
    _keep_profile(connection, number, profile)
    others = [str(rows[index]["id"]) for index in choice.others]
    _appear(connection, article, appearance, number, choice, others)
    if choice.index is None and " " in appearance.name and appearance.type is SpeakerType.PERSON:
        _reconsider(connection, appearance, number)
    return number


def _candidates(
    connection: sqlite3.Connection, appearance: Appearance, taken: set[int]
) -> tuple[list[sqlite3.Row], int]:
    """Those who may be meant, and how many share a name in all."""
    known = keys(appearance.name, appearance.type)
    marks = ", ".join("?" * len(known))
    found = (
        f"FROM person WHERE type = ? AND number IN (SELECT person FROM person_key WHERE key IN ({marks}))"  # noqa: S608
    )
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
            record = Record.from_json(json.loads(row["record"]))
            [again] = appearances(record, [row["name"]], types={row["name"]: SpeakerType.PERSON})
            candidates, namesakes = _candidates(connection, again, {person})
            choice = choose(again, [_profile(one) for one in candidates], namesakes=namesakes)
            if choice.index is not None and candidates[choice.index]["number"] == newcomer:
                move(connection, row["article"], row["name"], person, newcomer, choice.basis)
                moved = True
        if moved:
            refresh(connection, person)
            refresh(connection, newcomer)


def _is_bare(connection: sqlite3.Connection, person: int) -> bool:
    row = connection.execute("SELECT name, renamed FROM person WHERE number = ?", (person,)).fetchone()
    return " " not in row["name"] and not row["renamed"]


def _appear(
    connection: sqlite3.Connection, article: str, appearance: Appearance, person: int, choice: Choice, others: list[str]
) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO appearance VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (
            article,
            appearance.name,
            person,
            appearance.day.partition("T")[0],
            json.dumps(appearance.described, ensure_ascii=False),
            choice.certainty,
            choice.basis,
            json.dumps(others),
        ),
    )
    learn(connection, person, appearance.name)


def _give(connection: sqlite3.Connection, record: Record, person: int) -> None:
    """Have someone appear in an article because a correction says so."""
    row = connection.execute("SELECT name, renamed FROM person WHERE number = ?", (person,)).fetchone()
    name = row["renamed"] or row["name"]
    told = next((one for one in record.people if one.name == name), None)
    described = span_words(record.article.text, told.described) if told else ()
    published = record.article.published.day if record.article.published else ""
    connection.execute(
        "INSERT OR IGNORE INTO appearance VALUES (?, ?, ?, ?, ?, 1, ?, '[]', 1)",
        (record.article.id, name, person, published, json.dumps(described, ensure_ascii=False), CORRECTED),
    )
    learn(connection, person, name)


def _profile(row: sqlite3.Row) -> Profile:
    return Profile.from_json(json.loads(row["profile"])) if row["profile"] else Profile()


def _keep_profile(connection: sqlite3.Connection, person: int, profile: Profile) -> None:
    text = json.dumps(profile.to_json(), ensure_ascii=False, separators=(",", ":"))
    connection.execute("UPDATE person SET profile = ? WHERE number = ?", (text, person))


def _known(connection: sqlite3.Connection, id: str) -> bool:
    found = connection.execute("SELECT 1 FROM person WHERE id = ?1 UNION ALL SELECT 1 FROM forwarded WHERE id = ?1", (id,))
    return found.fetchone() is not None
