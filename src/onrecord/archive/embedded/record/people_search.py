"""Those who speak, as read from the record: takes names, ids and requests, gives people as surfaces show them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from onrecord.archive.embedded.record.people_rows import number_of
from onrecord.archive.requests import PeopleRequest, PeopleSort
from onrecord.archive.results import Answer, Named, PersonHit
from onrecord.archive.words import words_of
from onrecord.model import SpeakerType
from onrecord.model.errors import QueryError

LISTED = 30
"""Outlets, topics, roles and others listed in a person's file."""

_NAMESAKES = (
    "(SELECT count(*) FROM person AS other WHERE other.shown = person.shown "
    "AND other.type = person.type AND other.articles > 0)"
)


def resolve(connection: sqlite3.Connection, text: str) -> list[str]:
    """The ids of those whom `speaker:TEXT` means: the one with this id, else all with these words in a name."""
    row = connection.execute(
        "SELECT id FROM person WHERE id = ?1 UNION ALL "
        "SELECT person.id FROM forwarded JOIN person ON person = number WHERE forwarded.id = ?1",
        (text,),
    ).fetchone()
    if row:
        return [row["id"]]
    return [row["id"] for row in _people(connection, "id", bearing(connection, text))]


def bearing(connection: sqlite3.Connection, text: str) -> list[int]:
    """The numbers of those who have a name in which the words of `text` stand in a row."""
    words = words_of(text)
    if not words:
        return []
    rows = connection.execute(
        "SELECT person FROM person_word WHERE word IN (SELECT value FROM json_each(?)) "
        "GROUP BY person HAVING count(*) = ?",
        (json.dumps(sorted(set(words))), len(set(words))),
    )
    found = [row["person"] for row in rows]
    if len(words) == 1:
        return found
    phrase = f" {' '.join(words)} "
    names: dict[int, list[str]] = {}
    rows = connection.execute(
        "SELECT number, shown AS name FROM person WHERE number IN (SELECT value FROM json_each(?1)) UNION ALL "
        "SELECT person, name FROM person_name WHERE person IN (SELECT value FROM json_each(?1))",
        (json.dumps(found),),
    )
    for row in rows:
        names.setdefault(row["number"], []).append(row["name"])
    return [one for one in found if any(phrase in f" {' '.join(words_of(name))} " for name in names[one])]


def named(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Named]:
    """How people are shown, by the ids asked for: an id that was merged shows the one it went into."""
    found: dict[str, Named] = {}
    for id in ids:
        number = number_of(connection, id)
        if number is not None:
            found[id] = labelled(connection, [number])[number]
    return found


def labelled(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Named]:
    """How people are shown, by their numbers: where several share a name, with what tells this one apart."""
    rows = _people(connection, f"id, type, shown, {_NAMESAKES} AS namesakes", numbers)
    told: dict[int, str] = {}
    found = {}
    for row in rows:
        apart = _apart(connection, row, told) if row["namesakes"] > 1 else ""
        found[int(row["number"])] = Named(row["id"], row["shown"] + (f" ({apart})" if apart else ""))
    return found


def _apart(connection: sqlite3.Connection, row: sqlite3.Row, told: dict[int, str]) -> str:
    """What tells someone apart from namesakes: what articles call this one alone, else the id; `told` remembers."""
    bearers = connection.execute(
        "SELECT number FROM person WHERE shown = ? AND type = ? LIMIT ?",
        (row["shown"], row["type"], LISTED),
    )
    others = {int(one["number"]) for one in bearers} - {row["number"]}
    for number in {int(row["number"]), *others} - set(told):
        told[number] = _described(connection, number)[0]
    mine = told[row["number"]]
    if any(told[other].casefold() == mine.casefold() for other in others):
        return f"{mine}, {row['id']}" if mine else str(row["id"])
    return mine or str(row["id"])


def listed(connection: sqlite3.Connection, request: PeopleRequest) -> Answer[PersonHit]:
    """One page of people. Raises QueryError for a cursor that is not ours."""
    conditions, values = ["articles > 0"], list[object]()
    if request.type is not None:
        conditions.append("type = ?")
        values.append(str(request.type))
    if request.text.strip():
        conditions.append("number IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(bearing(connection, request.text)))
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
    results = tuple(hit(connection, row) for row in rows[: request.size])
    more = len(rows) > request.size > 0
    ends = rows[request.size - 1] if more else None
    after = json.dumps([str(request.sort), ends["key"], ends["id"]]) if ends is not None else None
    return Answer(total=int(total), unfolded=int(total), results=results, next=after)


def hit(connection: sqlite3.Connection, row: sqlite3.Row) -> PersonHit:
    """A person of the table, as a list shows them."""
    number = int(row["number"])
    first, last = connection.execute(
        "SELECT min(day), max(day) FROM appearance WHERE person = ? AND day <> ''", (number,)
    ).fetchone()
    described, on = _described(connection, number)
    return PersonHit(
        id=row["id"],
        name=row["shown"],
        label=labelled(connection, [number])[number].label,
        type=SpeakerType(row["type"]),
        names=tuple(
            one["name"]
            for one in connection.execute(
                "SELECT name FROM person_name WHERE person = ? ORDER BY articles DESC, name LIMIT ?", (number, LISTED)
            )
        ),
        described=described,
        described_on=on,
        quotations=row["quotations"],
        articles=row["articles"],
        first=first or "",
        last=last or "",
        wikidata=row["wikidata"],
    )


def quoted_by(
    connection: sqlite3.Connection, quotations: Sequence[int]
) -> dict[int, tuple[tuple[Named, tuple[str, ...]], ...]]:
    """Who said each of these quotations, and what its article calls them, by the quotation's number."""
    rows = connection.execute(
        "SELECT quoted.quotation, quoted.person, place, max(described) AS described FROM quoted "
        "JOIN quotation ON quotation.number = quoted.quotation "
        "JOIN appearance ON appearance.article = quotation.article AND appearance.person = quoted.person "
        "WHERE quoted.quotation IN (SELECT value FROM json_each(?)) GROUP BY quoted.quotation, quoted.person "
        "ORDER BY quoted.quotation, place",
        (json.dumps(list(quotations)),),
    ).fetchall()
    names = labelled(connection, {int(row["person"]) for row in rows})
    found: dict[int, tuple[tuple[Named, tuple[str, ...]], ...]] = {}
    for row in rows:
        one = (names[row["person"]], tuple(json.loads(row["described"])))
        found[row["quotation"]] = (*found.get(row["quotation"], ()), one)
    return found


def speaking_in(connection: sqlite3.Connection, article: str) -> Mapping[str, tuple[Named, ...]]:
    """Who speaks in an article, by the ids of its quotations."""
    rows = connection.execute("SELECT number, id FROM quotation WHERE article = ?", (article,)).fetchall()
    said = quoted_by(connection, [row["number"] for row in rows])
    return {row["id"]: tuple(who for who, _ in said[row["number"]]) for row in rows if row["number"] in said}


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
        raise QueryError("this cursor is none of ours, or of another order; begin again without it", position=0)
    return [key, id]


def _described(connection: sqlite3.Connection, person: int) -> tuple[str, str]:
    """What the latest article that says so calls someone, and its day; an age alone does not say who one is."""
    rows = connection.execute(
        "SELECT described, day FROM appearance WHERE person = ? AND described <> '[]' ORDER BY day DESC LIMIT 20",
        (person,),
    )
    for row in rows:
        if told := [words for words in json.loads(row["described"]) if not words.isdigit()]:
            return max(told, key=len), row["day"]
    return "", ""
