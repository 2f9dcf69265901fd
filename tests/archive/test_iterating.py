"""Reading all of an archive: every quotation of a query and every article that changed, each from one snapshot."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.archive import Action, Archive, Copies, Correction, Request, Sort, open_archive, parse
from onrecord.model import Act
from onrecord.model.errors import QueryError
from tests.archive.conftest import Open
from tests.helpers.records import Quoted, record

GILL = Quoted("“The tide is in.”", "Orla Gill")


def fill(archive: Archive, count: int) -> None:
    for day in range(1, count + 1):
        archive.add(record(str(day), f"Day {day}.", Quoted(f"“Day {day} was wet.”", "Orla Gill"), published=str(day)))
    archive.commit()


def changed(archive: Archive, since: str | None = None) -> list[str]:
    """The titles of the articles that changed, in the order of the changes."""
    return [change.record.article.text.split("\n")[0] if change.record else "" for change in archive.records(since)]


def cursor(archive: Archive) -> str:
    """The place after the last change."""
    return list(archive.records())[-1].cursor


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
@pytest.mark.parametrize("query", ["", "day", "speaker:orla-gill", "3 OR 5"])
def test_all_quotations_are_those_of_all_pages(
    archive: Archive, sort: Sort, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.archive.embedded.reader.LARGEST", 7)
    monkeypatch.setattr("onrecord.archive.embedded.reader.READ", 3)
    fill(archive, 23)
    pages = archive.quotes(Request(query=parse(query), sort=sort, size=1000)).results
    assert tuple(archive.quotations(parse(query), sort=sort)) == pages


def test_without_an_act_quotations_are_those_said_and_copies_can_be_folded(archive: Archive) -> None:
    words = " ".join(f"word{number}" for number in range(80))
    archive.add(record("1", words, GILL, published="2021-01-01"))
    archive.add(record("2", words, GILL, published="2021-01-02"))
    archive.add(record("3", "Three.", Quoted("“It will rain.”", "Orla Gill", act=Act.THOUGHT)))
    archive.commit()
    assert len(list(archive.quotations(parse("")))) == 2
    assert len(list(archive.quotations(parse(""), copies=Copies.FOLDED))) == 1
    assert [quotation.act for quotation in archive.quotations(parse("act:thought"))] == [Act.THOUGHT]


def test_what_is_added_meanwhile_is_not_in_the_snapshot(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.archive.embedded.reader.LARGEST", 2)
    fill(archive, 5)
    quotations, records = archive.quotations(parse("")), archive.records()
    first = [next(quotations).article, next(records).id]
    archive.add(record("new", "New.", GILL, published="1900"))
    archive.commit()
    assert len([*quotations, *records, *first]) == 10
    assert len(list(archive.quotations(parse("")))) == 6


def test_quotations_have_no_order_by_relevance(archive: Archive) -> None:
    with pytest.raises(ValueError, match="relevance"):
        archive.quotations(parse("tide"), sort=Sort.RELEVANCE)


def test_a_reader_goes_on_where_it_stopped(opened: Open) -> None:
    with opened(True) as archive:
        fill(archive, 3)
        assert changed(archive) == ["Day 1.", "Day 2.", "Day 3."]
        seen = [change.cursor for change in archive.records()]
        archive.add(record("1", "Day 1, again.", GILL, captured="2022-01-01"))
        archive.add(record("4", "Day 4.", GILL))
        assert changed(archive, seen[-1]) == [], "nothing is committed"
        archive.commit()
        assert changed(archive, seen[1]) == ["Day 3.", "Day 1, again.", "Day 4."]
        last = cursor(archive)
    with opened(False) as archive:
        assert changed(archive, last) == []
        assert changed(archive) == ["Day 2.", "Day 3.", "Day 1, again.", "Day 4."]


def test_a_correction_changes_the_articles_that_it_is_about(archive: Archive) -> None:
    one = record("1", "One.", GILL, Quoted("“No.”", "Tom Roe"))
    archive.add(one)
    archive.add(record("2", "Two.", Quoted("“Yes.”", "Tom Roe")))
    archive.add(record("3", "Three.", GILL))
    archive.commit()
    before = cursor(archive)
    archive.correct(Correction(action=Action.REMOVE, article=one.article.id, quotation=one.quotations[0].id))
    (change,) = archive.records(before)
    assert change.record is not None
    assert [quotation.id for quotation in change.record.quotations] == [one.quotations[1].id]
    assert {who.id for people in change.people.values() for who in people} == {"tom-roe"}
    merged = cursor(archive)
    archive.correct(Correction(action=Action.MERGE, person="tom-roe", into="orla-gill"))
    assert {change.id for change in archive.records(merged)} == {
        one.article.id,
        record("2", "Two.").article.id,
    }
    assert {who.id for change in archive.records(merged) for people in change.people.values() for who in people} == {
        "orla-gill"
    }


@pytest.mark.parametrize("since", ["", "x", "1", "00000000.1", "99999999999999999999"])
def test_a_cursor_of_another_archive_is_refused(archive: Archive, since: str) -> None:
    fill(archive, 1)
    with pytest.raises(QueryError, match="not a place in the changes"):
        list(archive.records(since))


def test_a_deleted_article_is_a_change_without_a_record_and_a_cursor_ahead_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.onrecord"
    with open_archive(path, create=True, write=True) as archive:
        fill(archive, 2)
        before = cursor(archive)
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        connection.execute("DELETE FROM article WHERE number = 1")
        connection.commit()
    with open_archive(path) as archive:
        (change,) = archive.records(before)
        assert (change.id, change.record) == (record("1", "").article.id, None)
        ahead = f"{before.partition('.')[0]}.99"
        with pytest.raises(QueryError, match="ahead of this archive"):
            list(archive.records(ahead))
