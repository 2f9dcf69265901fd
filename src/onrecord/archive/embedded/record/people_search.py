"""People as read from the record: by a name, by ids, or as a page of a list, with the labels to show."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from onrecord.archive.requests import PeopleRequest, PeopleSort
from onrecord.archive.results import Answer, Description, Named, PersonHit
from onrecord.archive.words import words_of
from onrecord.model import SpeakerType
from onrecord.model.errors import QueryError

LISTED = 30
"""Outlets, topics, roles and others listed on a person's profile."""

_NAMESAKES = (
    "(SELECT count(*) FROM person AS other WHERE other.shown = person.shown "
    "AND other.type = person.type AND other.articles > 0)"
)


def resolve(connection: sqlite3.Connection, text: str) -> list[str]:
    """Return the ids of the people that `speaker:TEXT` refers to: the one with this id, else all with such a name."""
    row = connection.execute(
        "SELECT id FROM person WHERE id = ?1 UNION ALL "
        "SELECT person.id FROM forwarded JOIN person ON person = number WHERE forwarded.id = ?1",
        (text,),
    ).fetchone()
    if row:
        return [row["id"]]
    return [row["id"] for row in _people(connection, "id", with_name(connection, text))]


def with_name(connection: sqlite3.Connection, text: str) -> list[int]:
    """Return the numbers of the people with a name that has the words of `text` in a row."""
    words = words_of(text)
    if not words:
        return []
    rows = connection.execute(
        "SELECT person FROM person_word WHERE word IN (SELECT value FROM json_each(?)) "
        "GROUP BY person HAVING count(*) = ?",
        (json.dumps(sorted(set(words))), len(set(words))),
    )
    numbers = [row["person"] for row in rows]
    if len(words) == 1:
        return numbers
    phrase = f" {' '.join(words)} "
    names: dict[int, list[str]] = {}
    rows = connection.execute(
        "SELECT number, shown AS name FROM person WHERE number IN (SELECT value FROM json_each(?1)) UNION ALL "
        "SELECT person, name FROM person_name WHERE person IN (SELECT value FROM json_each(?1))",
        (json.dumps(numbers),),
    )
    for row in rows:
        names.setdefault(row["number"], []).append(row["name"])
    return [number for number in numbers if any(phrase in f" {' '.join(words_of(name))} " for name in names[number])]


def named(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Named]:
    """Return how people are shown, by the ids given; the id of a merged person has the label of the present one."""
    rows = connection.execute(
        "SELECT value AS id, coalesce((SELECT person FROM forwarded WHERE id = value), "
        "(SELECT number FROM person WHERE id = value)) AS number FROM json_each(?)",
        (json.dumps(list(ids)),),
    ).fetchall()
    names = labelled(connection, {row["number"] for row in rows if row["number"] is not None})
    return {row["id"]: names[row["number"]] for row in rows if row["number"] in names}


def labelled(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Named]:
    """Return how people are shown, by their numbers; those who share a name have labels that tell them apart."""
    rows = _people(connection, f"id, type, shown, {_NAMESAKES} AS namesakes", numbers)
    descriptions: dict[int, str] = {}
    labels = {}
    for row in rows:
        detail = _distinction(connection, row, descriptions) if row["namesakes"] > 1 else ""
        labels[int(row["number"])] = Named(row["id"], row["shown"] + (f" ({detail})" if detail else ""))
    return labels


def _distinction(connection: sqlite3.Connection, row: sqlite3.Row, descriptions: dict[int, str]) -> str:
    """Return the words that tell a person apart from namesakes: the description, with the id unless it is theirs alone.

    `descriptions` caches what was read.
    """
    namesakes = connection.execute(
        "SELECT number FROM person WHERE shown = ? AND type = ? LIMIT ?", (row["shown"], row["type"], LISTED)
    )
    others = {int(other["number"]) for other in namesakes} - {row["number"]}
    for number in {int(row["number"]), *others} - set(descriptions):
        described = _described(connection, number)
        descriptions[number] = described.words if described else ""
    own = descriptions[row["number"]]
    if any(descriptions[other].casefold() == own.casefold() for other in others):
        return f"{own}, {row['id']}" if own else str(row["id"])
    return own or str(row["id"])


def listed(connection: sqlite3.Connection, request: PeopleRequest) -> Answer[PersonHit]:
    """Return one page of people. Raises QueryError for an invalid cursor."""
    conditions, values = ["articles > 0"], list[object]()
    if request.type is not None:
        conditions.append("type = ?")
        values.append(str(request.type))
    if request.text.strip():
        conditions.append("number IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(with_name(connection, request.text)))
    where = " AND ".join(conditions)
    total = connection.execute(f"SELECT count(*) FROM person WHERE {where}", values).fetchone()[0]  # noqa: S608
    by_name = request.sort is PeopleSort.NAME
    key = "lower(shown)" if by_name else "-quotations"
    if request.after is not None:
        last = _cursor(request)
        where += f" AND ({key}, id) > (?, ?)"
        values += last
    rows = connection.execute(
        f"SELECT *, {key} AS key FROM person WHERE {where} ORDER BY {key}, id LIMIT ?",  # noqa: S608
        (*values, request.size + 1),
    ).fetchall()
    results = hits(connection, rows[: request.size])
    end = rows[request.size - 1] if len(rows) > request.size > 0 else None
    after = json.dumps([str(request.sort), end["key"], end["id"]]) if end is not None else None
    return Answer(total=int(total), unfolded=int(total), results=results, next=after)


def hits(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> tuple[PersonHit, ...]:
    """Return people of the table as a list shows them, in the same order."""
    numbers = [int(row["number"]) for row in rows]
    labels = labelled(connection, numbers)
    days, names = _days(connection, numbers), _names(connection, numbers)
    return tuple(_hit(connection, row, labels[row["number"]], days, names) for row in rows)


def _hit(
    connection: sqlite3.Connection,
    row: sqlite3.Row,
    named: Named,
    days: Mapping[int, tuple[str, str]],
    names: Mapping[int, list[str]],
) -> PersonHit:
    number = int(row["number"])
    first, last = days.get(number, (None, None))
    return PersonHit(
        id=row["id"],
        name=row["shown"],
        label=named.label,
        type=SpeakerType(row["type"]),
        names=tuple(names.get(number, ())),
        described=_described(connection, number),
        quotations=row["quotations"],
        articles=row["articles"],
        first_day=first,
        last_day=last,
        wikidata=row["wikidata"] or None,
    )


def _days(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return the first and the last day on which these people appear."""
    rows = connection.execute(
        "SELECT person, min(day), max(day) FROM appearance WHERE person IN (SELECT value FROM json_each(?)) "
        "AND day <> '' GROUP BY person",
        (json.dumps(numbers),),
    )
    return {person: (first, last) for person, first, last in rows}


def _names(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Return the names of these people, most frequent first."""
    rows = connection.execute(
        "SELECT person, name FROM (SELECT person, name, row_number() OVER "
        "(PARTITION BY person ORDER BY articles DESC, name) AS rank FROM person_name "
        "WHERE person IN (SELECT value FROM json_each(?))) WHERE rank <= ? ORDER BY person, rank",
        (json.dumps(numbers), LISTED),
    )
    names: dict[int, list[str]] = {}
    for person, name in rows:
        names.setdefault(person, []).append(name)
    return names


def quoted_by(
    connection: sqlite3.Connection, quotations: Sequence[int]
) -> dict[int, tuple[tuple[Named, tuple[str, ...]], ...]]:
    """Return who said each of these quotations, and how its article describes them, by the quotation's number."""
    rows = connection.execute(
        "SELECT quoted.quotation, quoted.person, place, max(described) AS described FROM quoted "
        "JOIN quotation ON quotation.number = quoted.quotation "
        "JOIN appearance ON appearance.article = quotation.article AND appearance.person = quoted.person "
        "WHERE quoted.quotation IN (SELECT value FROM json_each(?)) GROUP BY quoted.quotation, quoted.person "
        "ORDER BY quoted.quotation, place",
        (json.dumps(list(quotations)),),
    ).fetchall()
    names = labelled(connection, {int(row["person"]) for row in rows})
    speakers: dict[int, tuple[tuple[Named, tuple[str, ...]], ...]] = {}
    for row in rows:
        speaker = (names[row["person"]], tuple(json.loads(row["described"])))
        speakers[row["quotation"]] = (*speakers.get(row["quotation"], ()), speaker)
    return speakers


def speaking_in(connection: sqlite3.Connection, article: str) -> Mapping[str, tuple[Named, ...]]:
    """Return who speaks in an article, by the ids of its quotations."""
    rows = connection.execute("SELECT number, id FROM quotation WHERE article = ?", (article,)).fetchall()
    speakers = quoted_by(connection, [row["number"] for row in rows])
    return {
        row["id"]: tuple(named for named, _ in speakers[row["number"]]) for row in rows if row["number"] in speakers
    }


def _people(connection: sqlite3.Connection, columns: str, numbers: Iterable[int]) -> list[sqlite3.Row]:
    return connection.execute(
        f"SELECT number, {columns} FROM person WHERE number IN (SELECT value FROM json_each(?)) "  # noqa: S608 (our own)
        "ORDER BY quotations DESC, id",
        (json.dumps(list(numbers)),),
    ).fetchall()


def _cursor(request: PeopleRequest) -> list[object]:
    try:
        sort, key, id = json.loads(request.after or "")
    except ValueError:
        sort = ""
    if sort != str(request.sort):
        raise QueryError("this cursor is not one of ours, or of another order; begin again without it", position=0)
    return [key, id]


def _described(connection: sqlite3.Connection, person: int) -> Description | None:
    """Return the latest description of a person; an age alone is no description."""
    rows = connection.execute(
        "SELECT described, day FROM appearance WHERE person = ? AND described <> '[]' ORDER BY day DESC LIMIT 20",
        (person,),
    )
    for row in rows:
        if descriptions := [words for words in json.loads(row["described"]) if not words.isdigit()]:
            return Description(max(descriptions, key=len), row["day"] or None)
    return None
