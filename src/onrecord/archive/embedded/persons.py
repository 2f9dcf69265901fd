"""Those who speak, as read from the record: takes names, ids and requests, gives people with all that a surface shows."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.archive import dates
from onrecord.archive.base import Answer
from onrecord.archive.corrections import Correction
from onrecord.archive.embedded.corrected import person_of, read
from onrecord.archive.embedded.documents import words_of
from onrecord.archive.people import keys
from onrecord.archive.persons import (
    APPEARANCES,
    Appearance,
    Beside,
    Counted,
    Gap,
    Named,
    PeopleRequest,
    PeopleSort,
    PersonFile,
    PersonHit,
    Standing,
)
from onrecord.errors import QueryError
from onrecord.model import SpeakerType

LISTED = 30
"""Outlets, topics, roles and others listed in a person's file."""

GAPS = 5
LONG = 28
"""Gaps listed, and days from which on a silence is one: in four weeks most weeklies and monthlies have come out."""

_SHOWN = "CASE WHEN renamed <> '' THEN renamed ELSE name END"


def resolve(connection: sqlite3.Connection, text: str) -> list[str]:
    """The ids of the people meant by `speaker:TEXT`: the one with this id, else all who have a name with these words."""
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
    parts = " INTERSECT ".join(["SELECT person FROM person_word WHERE word = ?"] * len(set(words)))
    found = [row["person"] for row in connection.execute(parts, sorted(set(words)))]
    if len(words) == 1:
        return found
    phrase = f" {' '.join(words)} "
    names: dict[int, list[str]] = {}
    rows = connection.execute(
        f"SELECT number, {_SHOWN} AS name FROM person WHERE number IN (SELECT value FROM json_each(?1)) UNION ALL "  # noqa: S608
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
        number = person_of(connection, id)
        if number is not None:
            found[id] = labelled(connection, [number])[number]
    return found


def labelled(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Named]:
    """How people are shown, by their numbers: where several share a name, with what tells this one apart."""
    rows = _people(connection, f"id, {_SHOWN} AS shown, (SELECT count(*) FROM person AS other WHERE other.name = person.name "
                   "AND other.type = person.type) AS bearers", numbers)  # fmt: skip
    found = {}
    for row in rows:
        label = row["shown"]
        if row["bearers"] > 1:
            told = _described(connection, row["number"])[0]
            label += f" ({told or row['id']})"
        found[int(row["number"])] = Named(row["id"], label)
    return found


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
    key = f"lower({_SHOWN})" if by_name else "-quotations"
    if request.after is not None:
        last = _cursor(request)
        where += f" AND ({key}, number) > (?, ?)"
        values += last
    rows = connection.execute(
        f"SELECT *, {key} AS key FROM person WHERE {where} ORDER BY {key}, number LIMIT ?",  # noqa: S608
        (*values, request.size + 1),
    ).fetchall()
    results = tuple(hit(connection, row) for row in rows[: request.size])
    more = len(rows) > request.size > 0
    ends = rows[request.size - 1] if more else None
    after = json.dumps([str(request.sort), ends["key"], ends["number"]]) if ends is not None else None
    return Answer(total=int(total), results=results, next=after)


def hit(connection: sqlite3.Connection, row: sqlite3.Row) -> PersonHit:
    """A person of the table, as a list shows them."""
    number = int(row["number"])
    first, last = connection.execute(
        "SELECT min(day), max(day) FROM appearance WHERE person = ? AND day <> ''", (number,)
    ).fetchone()
    described, on = _described(connection, number)
    return PersonHit(
        id=row["id"],
        name=row["renamed"] or row["name"],
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


def file(connection: sqlite3.Connection, id: str) -> PersonFile | None:
    """All that is known of a person."""
    number = person_of(connection, id)
    if number is None:
        return None
    row = connection.execute("SELECT * FROM person WHERE number = ?", (number,)).fetchone()
    rows = connection.execute(
        "SELECT appearance.*, title, outlet, url, published, published_precision, marks FROM appearance "
        "JOIN article ON article.id = appearance.article WHERE person = ? ORDER BY day DESC, article.number DESC",
        (number,),
    ).fetchall()
    return PersonFile(
        person=hit(connection, row),
        standings=_standings(rows),
        outlets=_counted(one["outlet"] for one in _articles(rows)),
        topics=_counted(mark[4:] for one in _articles(rows) for mark in json.loads(one["marks"]) if mark[:4] == "tag:"),
        beside=_beside(connection, number),
        gaps=_gaps(one["published"] for one in rows if one["published"]),
        namesakes=_namesakes(connection, number, row),
        maybe=_maybe(connection, number, row),
        appearances=_appearances(connection, number, rows[:APPEARANCES]),
        corrections=_corrections(connection, row["id"]),
    )


def quoted_by(connection: sqlite3.Connection, quotations: Sequence[int]) -> dict[int, tuple[tuple[Named, tuple[str, ...]], ...]]:
    """Who said each of these quotations, and what its article calls them, by the quotation's number."""
    rows = connection.execute(
        "SELECT quoted.quotation, quoted.person, max(described) AS described FROM quoted "
        "JOIN quotation ON quotation.number = quoted.quotation "
        "JOIN appearance ON appearance.article = quotation.article AND appearance.person = quoted.person "
        "WHERE quoted.quotation IN (SELECT value FROM json_each(?)) GROUP BY quoted.quotation, quoted.person",
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
        "ORDER BY quotations DESC, number",
        (json.dumps(list(numbers)),),
    ).fetchall()


def _cursor(request: PeopleRequest) -> list[object]:
    try:
        sort, key, number = json.loads(request.after or "")
    except ValueError:
        sort = ""
    if sort != str(request.sort):
        raise QueryError("this cursor is none of ours, or of another order; begin again without it", position=0)
    return [key, number]


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


def _articles(rows: Iterable[sqlite3.Row]) -> Iterable[sqlite3.Row]:
    """Each article once, whatever the number of names under which someone speaks in it."""
    return {row["article"]: row for row in rows}.values()


def _standings(rows: Iterable[sqlite3.Row]) -> tuple[Standing, ...]:
    days: dict[str, list[str]] = {}
    shown: dict[str, str] = {}
    for row in rows:
        for words in json.loads(row["described"]):
            if not words.isdigit():
                key = words.casefold().removeprefix("the ")
                shown.setdefault(key, words)
                days.setdefault(key, []).append(row["day"])
    found = [
        Standing(shown[key], min(filter(None, known), default=""), max(known), len(known)) for key, known in days.items()
    ]
    most = sorted(found, key=lambda one: -one.articles)[:LISTED]
    return tuple(sorted(most, key=lambda one: (one.first or "9999", one.last)))


def _counted(values: Iterable[str]) -> tuple[Counted, ...]:
    counts = Counter(value for value in values if value)
    return tuple(Counted(value, count) for value, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:LISTED])


def _beside(connection: sqlite3.Connection, person: int) -> tuple[Beside, ...]:
    rows = connection.execute(
        "SELECT other.person, count(DISTINCT other.article) AS articles FROM appearance AS own "
        "JOIN appearance AS other ON other.article = own.article AND other.person <> own.person "
        "WHERE own.person = ? GROUP BY other.person ORDER BY articles DESC, other.person LIMIT ?",
        (person, LISTED),
    ).fetchall()
    names = labelled(connection, [row["person"] for row in rows])
    return tuple(Beside(names[row["person"]], row["articles"]) for row in rows)


def _gaps(values: Iterable[str]) -> tuple[Gap, ...]:
    known = (dates.known(value) for value in values)
    days = sorted({one.first for one in known if one and one.first == one.last})
    silent = [(after - before - 1, before, after) for before, after in zip(days, days[1:], strict=False)]
    longest = sorted((one for one in silent if one[0] >= LONG), reverse=True)[:GAPS]
    return tuple(Gap(dates.day(before).isoformat(), dates.day(after).isoformat(), count) for count, before, after in longest)


def _namesakes(connection: sqlite3.Connection, person: int, row: sqlite3.Row) -> tuple[Named, ...]:
    shown = row["renamed"] or row["name"]
    rows = connection.execute(
        f"SELECT number FROM person WHERE {_SHOWN} = ? AND type = ? AND number <> ? LIMIT ?",  # noqa: S608
        (shown, row["type"], person, LISTED),
    ).fetchall()
    return tuple(labelled(connection, [one["number"] for one in rows]).values())


def _maybe(connection: sqlite3.Connection, person: int, row: sqlite3.Row) -> tuple[Named, ...]:
    """Who may be meant by a bare surname, or, of someone with a full name, which bare surnames may mean this one."""
    if row["type"] != "person":
        return ()
    bare = " " not in row["name"]
    known = keys(row["name"], SpeakerType.PERSON)
    rows = connection.execute(
        f"SELECT DISTINCT number, name FROM person JOIN person_key ON person = number "  # noqa: S608
        f"WHERE key IN ({', '.join('?' * len(known))}) AND number <> ? AND type = 'person' "
        "AND (instr(name, ' ') > 0) = ? AND renamed = '' LIMIT ?",
        (*known, person, bare, LISTED),
    ).fetchall()
    surname = words_of(row["name"])[-1:]
    fitting = [one["number"] for one in rows if words_of(one["name"])[-1:] == surname]
    return tuple(labelled(connection, fitting).values())


def _appearances(connection: sqlite3.Connection, person: int, rows: Iterable[sqlite3.Row]) -> tuple[Appearance, ...]:
    counts = dict(
        connection.execute(
            "SELECT article, count(*) FROM quoted JOIN quotation ON quotation.number = quoted.quotation "
            "WHERE person = ? GROUP BY article",
            (person,),
        ).fetchall()
    )
    return tuple(
        Appearance(
            article=row["article"],
            title=row["title"],
            outlet=row["outlet"],
            url=row["url"],
            published=row["published"] or "",
            name=row["name"],
            described=tuple(json.loads(row["described"])),
            quotations=counts.get(row["article"], 0),
            certainty=row["certainty"],
            basis=row["basis"],
        )
        for row in rows
    )


def _corrections(connection: sqlite3.Connection, id: str) -> tuple[Correction, ...]:
    rows = connection.execute(
        "SELECT * FROM correction WHERE json_extract(json, '$.person') = ?1 OR json_extract(json, '$.into') = ?1 "
        "ORDER BY number",
        (id,),
    )
    return tuple(map(read, rows))
