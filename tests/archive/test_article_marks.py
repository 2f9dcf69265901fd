"""An article's marks: its publisher's tags, doubts about its dates, what kind of page it is on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import pytest

from onrecord.archive import Archive, Request, open_archive, parse
from onrecord.model import Act, Doubt, DoubtKind, Flag, Record
from onrecord.model.errors import QueryError
from tests.archive.conftest import KINDS, opener
from tests.helpers.records import Quoted, record


def marked(
    name: str, *, tags: tuple[str, ...] = (), doubts: tuple[Doubt, ...] = (), flags: tuple[Flag, ...] = ()
) -> Record:
    made = record(name)
    return replace(made, article=replace(made.article, section="Harbour", tags=tags, doubts=doubts, flags=flags))


@pytest.fixture(scope="module", params=KINDS)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with opener(request.param, tmp_path_factory.mktemp("marks"))(True) as archive:
        archive.add(marked("one", tags=("Été", "sea wall"), flags=(Flag.LIVE,)))
        archive.add(marked("two", doubts=(Doubt(DoubtKind.FUTURE, "x"), Doubt(DoubtKind.FUTURE, "y"))))
        archive.add(marked("three", tags=("harbour",), flags=(Flag.PAYWALLED, Flag.STUB)))
        archive.commit()
        yield archive


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("tag:harbour", ["one", "three", "two"]),
        ('tag:"SEA WALL"', ["one"]),
        ("tag:été", ["one"]),
        ("tag:sea", []),
        ("doubt:future", ["two"]),
        ("doubt:stale", []),
        ("is:live", ["one"]),
        ("-is:(live OR stub)", ["two"]),
        ("is:Paywalled tag:harbour", ["three"]),
    ],
)
def test_marks_are_found(paper: Archive, query: str, names: list[str]) -> None:
    found = paper.search(Request(query=parse(query))).results
    assert sorted(hit.url.rpartition("/")[2] for hit in found) == names


@pytest.mark.parametrize("query", ["doubt:grave", "is:long"])
def test_a_mark_that_there_is_not_is_told(query: str) -> None:
    with pytest.raises(QueryError, match=r"there is no (doubt|is) “(grave|long)”; write"):
        parse(query)


def test_an_archive_of_the_first_version_is_brought_up_to_this_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with open_archive(path, create=True, write=True) as archive:
        archive.add(record("old", "", Quoted("“Mend the wall,”", "Ines Calder")))
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        connection.executescript(
            "DROP TABLE sign; DROP INDEX article_story; ALTER TABLE article DROP COLUMN story;"
            "ALTER TABLE article DROP COLUMN marks; ALTER TABLE quotation DROP COLUMN act;"
            "ALTER TABLE quotation DROP COLUMN certainty; UPDATE meta SET value = '1' WHERE name = 'version'"
        )
    rmtree(path / "index")  # one of the first version is made anew too
    with open_archive(path, write=True) as archive:
        archive.add(marked("new", flags=(Flag.LIVE,)))
        archive.commit()
        assert archive.search(Request(query=parse("is:live"))).total == 1
        assert archive.search(Request(query=parse(""))).total == 2
        (quotation,) = archive.quotes(Request(query=parse("speaker:calder"))).results
        assert quotation.act is Act.SAID
        assert archive.quotes(Request(query=parse("certainty:0.1"))).total == 0
