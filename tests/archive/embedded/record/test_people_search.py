"""People are read from the record in a few statements, however many they are."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from onrecord.archive import Action, Correction, PeopleRequest, open_archive
from onrecord.archive.embedded.record import database, people_search
from tests.helpers.records import Quoted, record

COUNT = 30
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöøéü"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """An archive in which 30 people each say something, and one of them was merged into another."""
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        for number in range(COUNT):
            name = f"Ida {LETTERS[number].upper()}lund"
            archive.add(
                record(str(number), "", Quoted(f"“Words {number}.”", name), published=f"2022-03-{number % 28 + 1:02}")
            )
        archive.correct(Correction(action=Action.MERGE, person="ida-alund", into="ida-blund"))
    return tmp_path / "a"


def test_labels_of_many_people_take_as_many_statements_as_those_of_one(town: Path) -> None:
    with closing(database.connect(town, write=False)) as connection:
        ids = [row["id"] for row in connection.execute("SELECT id FROM person ORDER BY number")]
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        people_search.named(connection, ids[:1])
        one = len(statements)
        statements.clear()
        named = people_search.named(connection, ["nobody", *ids, "ida-alund"])
        assert len(statements) == one
        assert list(named) == [*ids, "ida-alund"]
        assert named["ida-alund"].id == "ida-blund"
        assert len({people.label for people in named.values()}) == len(ids)


def test_a_page_of_people_takes_one_statement_more_for_each(town: Path) -> None:
    with closing(database.connect(town, write=False)) as connection:
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        small = people_search.listed(connection, PeopleRequest(size=5)).results
        few = len(statements)
        statements.clear()
        page = people_search.listed(connection, PeopleRequest(size=20)).results
        assert (len(small), len(page)) == (5, 20)
        assert len(statements) - few <= 15
        assert {hit.first_day for hit in page} <= {f"2022-03-{day:02}" for day in range(1, 29)}
        assert all(hit.names for hit in page)
