"""Assignment of an article's speakers to people.

Each name that an article gives its speakers is an *appearance*. It is assigned to one of the people with a similar
name, by what else the article says (`archive.identity`), or to a new person; the assignment is kept when the article is
read again. All of this runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.archive.corrections.correction import CORRECTED, Anchor
from onrecord.archive.embedded.record import assignments, people_rows
from onrecord.archive.embedded.record.assignments import Assignment, Redirects, assignment_at
from onrecord.archive.identity import Appearance, Choice, Profile, choose, company_key, keys
from onrecord.model import Record, SpeakerType
from onrecord.spans import distinct_texts

CANDIDATES = 50
"""People compared with a name: those in most articles. Only a bare surname is shared by more than 50."""

COMMON = 10
"""A name in more than one in ten articles does not tell people apart; `evals/people.py` measures with this share."""

RECONSIDERED = 20
"""Articles with a bare surname that are assigned again when someone with that surname appears under a full name."""


def assign_speakers(connection: sqlite3.Connection, record: Record, fixed: Mapping[str, Sequence[int]]) -> None:
    """Assign the speakers of an article whose quotation rows have just been written.

    `fixed` has the speakers of a quotation according to corrections, by the quotation's id.
    """
    article = record.article.id
    rows = connection.execute(
        "SELECT number, id, speaker, act, json_extract(json, '$.speaker.type') AS type FROM quotation "
        "WHERE article = ? ORDER BY number",
        (article,),
    ).fetchall()
    types = _speaker_types(row for row in rows if row["id"] not in fixed)
    by_correction = {number for numbers in fixed.values() for number in numbers}
    _remove_appearances(connection, article, types, by_correction)
    people = _assigned(connection, article)
    _assign(connection, record, {name: type for name, type in types.items() if name not in people}, people)
    for number in sorted(by_correction):
        _add_corrected_appearance(connection, record, number)
    for row in rows:
        speakers = fixed[row["id"]] if row["id"] in fixed else [people[name] for name in _names_in(row)]
        connection.executemany(
            "INSERT OR IGNORE INTO quoted VALUES (?, ?, ?, ?)",
            [(person, row["number"], row["act"] == "said", place) for place, person in enumerate(speakers)],
        )


def _names_in(quotation: sqlite3.Row) -> tuple[str, ...]:
    """Return the names of a quotation's speakers."""
    return people_rows.names_of(quotation["speaker"])


def count_names(connection: sqlite3.Connection, record: Record) -> None:
    """Count the names that a new article mentions."""
    names = {company_key(person.name) for person in record.people}
    connection.executemany(
        "INSERT INTO mentioned VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET articles = articles + 1",
        [(name,) for name in sorted(names)],
    )


def remove_quotations(connection: sqlite3.Connection, article: str) -> None:
    """Detach an article's quotations from their speakers before the rows of the quotations are deleted."""
    connection.execute(
        "DELETE FROM quoted WHERE quotation IN (SELECT number FROM quotation WHERE article = ?)", (article,)
    )


def _speaker_types(quotations: Iterable[sqlite3.Row]) -> dict[str, SpeakerType]:
    """Return the names of the speakers, each with the type that the first quotation gives it."""
    types: dict[str, SpeakerType] = {}
    for row in quotations:
        for name in _names_in(row):
            types.setdefault(name, SpeakerType(row["type"] or "person"))
    return types


def _assigned(connection: sqlite3.Connection, article: str) -> dict[str, int]:
    """Return the names of an article that are assigned, with their people."""
    rows = connection.execute("SELECT name, person FROM appearance WHERE article = ? AND NOT corrected", (article,))
    return {row["name"]: int(row["person"]) for row in rows}


def _assign(
    connection: sqlite3.Connection, record: Record, types: Mapping[str, SpeakerType], people: dict[str, int]
) -> None:
    """Assign names, and add them to `people`: first those assigned before, then new ones, the fullest names first."""
    article = record.article.id
    names = sorted(types, key=lambda name: (-len(name.split()), -len(name), name))
    found = people_rows.appearances_in(record, {name: types[name] for name in names})
    known = {one.name: kept for one in found if (kept := assignment_at(connection, Anchor(article, one.name)))}
    if known:
        redirects = Redirects(connection)
        for appearance in found:
            if appearance.name in known:
                at = Anchor(article, appearance.name)
                assignment = redirects.redirected(at, known[appearance.name])
                people[appearance.name] = _assign_again(connection, article, appearance, assignment)
    for appearance in found:
        if appearance.name not in known:
            people[appearance.name] = _assign_new(connection, article, appearance, taken=set(people.values()))


def _remove_appearances(
    connection: sqlite3.Connection, article: str, names: Collection[str], by_correction: Collection[int]
) -> None:
    """Remove the appearances that an article no longer has, and people left without any."""
    rows = connection.execute("SELECT name, person, corrected FROM appearance WHERE article = ?", (article,))
    for row in [row for row in rows if row["corrected"] or row["name"] not in names]:
        connection.execute(
            "DELETE FROM appearance WHERE article = ? AND name = ? AND person = ?",
            (article, row["name"], row["person"]),
        )
        speaks = connection.execute("SELECT 1 FROM appearance WHERE person = ?", (row["person"],)).fetchone()
        if speaks or row["person"] in by_correction:
            people_rows.update_name(connection, row["person"])
        else:
            people_rows.delete(connection, row["person"])


def _assign_new(connection: sqlite3.Connection, article: str, appearance: Appearance, *, taken: set[int]) -> int:
    """Assign a name to a known or a new person, none of `taken`: no one has two names in one article."""
    rows, profiles, choice = _choice(connection, appearance, taken)
    if choice.index is None:
        number, profile = people_rows.create(connection, appearance.name, appearance.type), Profile()
    else:
        number, profile = int(rows[choice.index]["number"]), profiles[choice.index]
    profile.add(appearance)
    people_rows.save_profile(connection, number, profile)
    others = json.dumps([str(rows[index]["id"]) for index in choice.others])
    assignment = Assignment(people_rows.id_of(connection, number), choice.certainty, choice.basis, others)
    assignments.keep(connection, Anchor(article, appearance.name), assignment)
    _add_appearance(connection, article, appearance, number, assignment)
    if choice.index is None and " " in appearance.name and appearance.type is SpeakerType.PERSON:
        _reconsider(connection, appearance, number)
    return number


def _assign_again(connection: sqlite3.Connection, article: str, appearance: Appearance, assignment: Assignment) -> int:
    """Assign a name to the same person as before, after merges and splits."""
    number = people_rows.number_of(connection, assignment.id)
    if number is None:
        number = people_rows.find_or_create(connection, assignment.id, appearance.name, appearance.type)
    _add_appearance(connection, article, appearance, number, assignment)
    return number


def _add_appearance(
    connection: sqlite3.Connection, article: str, appearance: Appearance, person: int, why: Assignment
) -> None:
    day, described = appearance.day.partition("T")[0], json.dumps(appearance.described, ensure_ascii=False)
    connection.execute(
        "INSERT OR IGNORE INTO appearance VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        (article, appearance.name, person, day, described, why.certainty, why.basis, why.others),
    )
    people_rows.add_name(connection, person, appearance.name)


def _choice(
    connection: sqlite3.Connection, appearance: Appearance, taken: set[int]
) -> tuple[list[sqlite3.Row], list[Profile], Choice]:
    """Return the candidates for an appearance, their profiles, and the choice among them."""
    rows, sharing = _candidates(connection, appearance, taken)
    profiles = [_profile(row) for row in rows]
    choice = choose(
        appearance, profiles, namesakes=sharing if sharing > CANDIDATES else 0, common=_common(connection, appearance)
    )
    return rows, profiles, choice


def _common(connection: sqlite3.Connection, appearance: Appearance) -> set[str]:
    """Return those of the other names in the article that are in too many articles to tell people apart."""
    if not appearance.company:
        return set()
    articles = connection.execute("SELECT coalesce(max(number), 0) FROM article").fetchone()[0]
    rows = connection.execute(
        "SELECT name FROM mentioned WHERE name IN (SELECT value FROM json_each(?)) AND articles > ?",
        (json.dumps([company_key(name) for name in appearance.company]), max(2, articles / COMMON)),
    )
    return {row["name"] for row in rows}


def _candidates(
    connection: sqlite3.Connection, appearance: Appearance, taken: set[int]
) -> tuple[list[sqlite3.Row], int]:
    """Return the people with a similar name who are not `taken`, and how many have a similar name in all."""
    known = keys(appearance.name, appearance.type)
    places = ", ".join("?" * len(known))
    sharing_a_key = f"number IN (SELECT person FROM person_key WHERE key IN ({places}))"  # noqa: S608 (places are ?, ?)
    similar = f"FROM person WHERE (type = 'person') = (? = 'person') AND {sharing_a_key}"
    rows = connection.execute(
        f"SELECT number, id, profile {similar} ORDER BY articles DESC, number LIMIT ?",
        (str(appearance.type), *known, CANDIDATES),
    ).fetchall()
    sharing = len(rows)
    if sharing == CANDIDATES:
        sharing = int(connection.execute(f"SELECT count(*) {similar}", (str(appearance.type), *known)).fetchone()[0])
    return [row for row in rows if row["number"] not in taken], sharing


def _reconsider(connection: sqlite3.Connection, appearance: Appearance, newcomer: int) -> None:
    """Assign appearances of a bare surname again, now that a person with that surname has appeared in full."""
    rows, _ = _candidates(connection, appearance, {newcomer})
    for person in [int(row["number"]) for row in rows if row["id"] and _is_bare(connection, int(row["number"]))]:
        appearances = connection.execute(
            "SELECT appearance.article, appearance.name, record FROM appearance "
            "JOIN article ON article.id = appearance.article JOIN capture ON capture.number = article.newest "
            "WHERE appearance.person = ? AND NOT corrected LIMIT ?",
            (person, RECONSIDERED),
        ).fetchall()
        moved = [_move_to(connection, newcomer, person, row) for row in appearances]
        if any(moved):
            people_rows.rebuild_profile(connection, person)
            people_rows.rebuild_profile(connection, newcomer)


def _move_to(connection: sqlite3.Connection, newcomer: int, person: int, row: sqlite3.Row) -> bool:
    """Move an appearance from `person` to `newcomer` if it is the newcomer's; True if it was moved."""
    record = Record.decode(row["record"])
    [appearance] = people_rows.appearances_in(record, {row["name"]: SpeakerType.PERSON})
    candidates, _, choice = _choice(connection, appearance, {person})
    if choice.index is None or candidates[choice.index]["number"] != newcomer:
        return False
    at = Anchor(row["article"], row["name"])
    assignment = Assignment(candidates[choice.index]["id"], choice.certainty, choice.basis, "[]")
    assignments.keep(connection, at, assignment)
    people_rows.move(connection, at, person, newcomer, assignment)
    return True


def _is_bare(connection: sqlite3.Connection, person: int) -> bool:
    """True if a person is known by a single name only."""
    row = connection.execute("SELECT name, renamed FROM person WHERE number = ?", (person,)).fetchone()
    return " " not in row["name"] and not row["renamed"]


def _add_corrected_appearance(connection: sqlite3.Connection, record: Record, person: int) -> None:
    """Add the appearance of a person who is a speaker of an article only because of a correction."""
    article = record.article
    at = (article.id, person)
    if connection.execute("SELECT 1 FROM appearance WHERE article = ? AND person = ?", at).fetchone():
        return
    name = connection.execute("SELECT name FROM person WHERE number = ?", (person,)).fetchone()["name"]
    listed = next((one for one in record.people if one.name == name), None)
    described = distinct_texts(article.text, listed.described) if listed else ()
    published = article.published.day if article.published else ""
    connection.execute(
        "INSERT INTO appearance VALUES (?, '', ?, ?, ?, 1, ?, '[]', 1)",
        (article.id, person, published, json.dumps(described, ensure_ascii=False), CORRECTED),
    )


def _profile(row: sqlite3.Row) -> Profile:
    return Profile.from_json(json.loads(row["profile"])) if row["profile"] else Profile()
