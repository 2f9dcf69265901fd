"""Archives of every earlier version are brought up to the present one.

`versions/N.sql` are dumps of archives that the programs of those versions wrote, all with the same articles. Version 2
was written in three forms (plain, with tags, with copies).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.archive import Action, Archive, Copies, PeopleRequest, Request, Sort, open_archive, parse
from onrecord.archive.embedded.record.migrations import STEPS, VERSION, migrate
from onrecord.archive.embedded.record.schema import TABLES
from onrecord.archive.public_ids import PATTERN
from onrecord.model import Act
from onrecord.model.errors import ArchiveBroken
from tests.helpers.records import Quoted, record

DUMPS = Path(__file__).with_name("versions")
VERSIONS = sorted(dump.stem for dump in DUMPS.glob("*.sql"))

SLIP, COPY, WALL = (record(name).article.id for name in ("slip", "slip-again", "wall"))


def write(version: str, folder: Path) -> Path:
    """Write the archive of an earlier version into `folder`, without an index."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "record.sqlite")) as connection:
        connection.executescript((DUMPS / f"{version}.sql").read_text("utf-8"))
    return folder


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def upgraded(version: str, tmp_path: Path) -> Iterator[Archive]:
    with open_archive(write(version, tmp_path / "a"), write=True) as archive:
        yield archive


def shape(connection: sqlite3.Connection) -> tuple[dict[str, set[tuple[str, str]]], dict[str, str]]:
    """The columns of each table with their types, and the SQL of each index and trigger."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {
        name: {(row[0], row[1]) for row in connection.execute("SELECT name, type FROM pragma_table_xinfo(?)", (name,))}
        for name in names
    }
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL")
    return columns, {name: " ".join(sql.replace('"', "").replace("IF NOT EXISTS ", "").split()) for name, sql in rows}


def test_there_is_a_dump_of_every_earlier_version() -> None:
    assert {int(version.partition("-")[0]) for version in VERSIONS} == set(range(1, VERSION))
    assert len(STEPS) == VERSION - 1


def test_the_steps_lead_to_the_tables_of_a_new_archive(version: str) -> None:
    with closing(sqlite3.connect(":memory:")) as old, closing(sqlite3.connect(":memory:")) as new:
        old.executescript((DUMPS / f"{version}.sql").read_text("utf-8"))
        migrate(old, int(version.partition("-")[0]))
        new.executescript(TABLES)
        assert shape(old) == shape(new)


def test_articles_and_quotations_stay_as_they_were_read(upgraded: Archive) -> None:
    counts = upgraded.counts()
    assert (counts.articles, counts.captures, counts.quotations, counts.rejected) == (3, 4, 4, 1)
    hits = upgraded.search(Request(query=parse(""), sort=Sort.OLDEST)).results
    assert [(hit.id, hit.outlet, hit.captures) for hit in hits] == [
        (SLIP, "Wire", 1),
        (COPY, "Gull", 1),
        (WALL, "Tarn", 2),
    ]
    assert upgraded.search(Request(query=parse("fell outlet:Tarn"))).total == 1
    assert upgraded.quotes(Request(query=parse("said:2022-03-10"))).total == 1
    quotations = upgraded.quotes(Request(query=parse("act:any"))).results
    assert {hit.act for hit in quotations} == {Act.SAID}
    assert [page.reason for page in upgraded.rejected()] == ["no text"]
    assert len(upgraded.doctor().problems) == 1, "the index was missing"
    assert upgraded.doctor().problems == ()


def test_captures_have_public_ids(upgraded: Archive, tmp_path: Path) -> None:
    with open_archive(tmp_path / "new", create=True, write=True) as new:
        for text, day in (("It stood for years.", 11), ("It fell on Friday.", 12)):
            captured = f"2022-03-{day}T10:00:00Z"
            quoted = (Quoted("“Mend the wall,”", "Orla Gill", said="2022-03-10"), Quoted("“No lights,”", "Tom Rowe"))
            new.add(record("wall", f"The wall stood. {text}", *quoted, captured=captured))
        new.commit()
        stored, expected = upgraded.article(WALL), new.article(WALL)
        assert stored is not None
        assert expected is not None
        assert [capture.id for capture in stored.captures] == [capture.id for capture in expected.captures]
        assert upgraded.capture(stored.captures[1].id) is not None


def test_people_are_known(upgraded: Archive, version: str) -> None:
    people = {hit.id: (hit.name, hit.quotations) for hit in upgraded.people(PeopleRequest()).results}
    assert people == (
        {"orla-gill": ("Orla Gill-Hand", 2), "tom-roe": ("Tom Rowe", 1), "nils-ravn": ("Nils Ravn", 1)}
        if version == "4"
        else {"orla-gill": ("Orla Gill", 2), "tom-roe": ("Tom Roe", 1), "tom-rowe": ("Tom Rowe", 1)}
    )
    assert upgraded.quotes(Request(query=parse("speaker:orla-gill"))).total == 2


def test_copies_known_before_are_folded(upgraded: Archive, version: str) -> None:
    answer = upgraded.search(Request(query=parse(""), copies=Copies.FOLDED))
    assert answer.total == (2 if version in {"2-copies", "3", "4"} else 3), "earlier versions knew no copies"


def test_the_archive_goes_on(upgraded: Archive) -> None:
    upgraded.add(record("tide", "The tide rose.", Quoted("“It rose,”", "Orla Gill", certainty=0.9)))
    upgraded.commit()
    assert upgraded.quotes(Request(query=parse("speaker:orla-gill"))).total == 3
    assert upgraded.regroup().problems == ()
    upgraded.doctor()
    assert upgraded.doctor().problems == ()


def test_corrections_of_version_4_keep_their_effect_and_can_be_undone(tmp_path: Path) -> None:
    with open_archive(write("4", tmp_path / "a"), write=True) as archive:
        rename, merge, undone, speaker = archive.corrections()
        assert [one.action for one in (rename, merge, undone, speaker)] == [
            Action.RENAME,
            Action.MERGE,
            Action.SPEAKER,
            Action.SPEAKER,
        ]
        ids = [one.id for one in archive.corrections()]
        assert len(set(ids)) == 4
        assert all(PATTERN.fullmatch(id) for id in ids)
        assert undone.undone
        for correction in (rename, merge, speaker):
            archive.undo(correction.id)
        people = {hit.id: (hit.name, hit.quotations) for hit in archive.people(PeopleRequest()).results}
        assert people == {"orla-gill": ("Orla Gill", 2), "tom-roe": ("Tom Roe", 1), "tom-rowe": ("Tom Rowe", 1)}


def test_a_reader_is_told_to_upgrade_first(version: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveBroken, match=r"written by an older On Record .* onrecord doctor -a"):
        open_archive(write(version, tmp_path / "a"))


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = write("3", tmp_path / "a")
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        connection.execute("UPDATE capture SET record = '{'")
        connection.commit()
        before = list(connection.iterdump())
    with pytest.raises(ArchiveBroken, match=r"a stored article is damaged .*not the JSON of a record"):
        open_archive(path, write=True)
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        assert list(connection.iterdump()) == before
