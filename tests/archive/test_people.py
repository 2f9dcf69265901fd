"""People over all articles: one id each, by which they are found, listed, and distinguished from namesakes."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.archive import Action, Archive, Correction, PeopleRequest, PeopleSort, Request, parse
from onrecord.archive.results import Description
from onrecord.model import Kind, Person, Record, SpeakerType
from onrecord.model.errors import QueryError
from tests.archive.conftest import Open
from tests.helpers.records import Quoted, record

GILL = Quoted("“The tide will not wait.”", "Orla Gill")


def described(made: Record, name: str, words: str) -> Record:
    """The record, whose text says of someone what `words` say."""
    begin = made.article.text.index(words)
    person = Person(name, SpeakerType.PERSON, (), described=((begin, begin + len(words)),))
    return replace(made, people=(*made.people, person))


def found(archive: Archive, query: str) -> list[str]:
    return [" ".join(hit.content) for hit in archive.quotes(Request(query=parse(query), size=50)).results]


def names(archive: Archive, **request: object) -> list[str]:
    return [hit.name for hit in archive.people(PeopleRequest(**request)).results]  # type: ignore[arg-type]


@pytest.fixture
def town(opened: Open) -> Archive:
    with opened(True) as archive:
        archive.add(record("1", "One.", GILL, Quoted("“We open at nine.”", "Orla Gill"), published="2021-02-01"))
        archive.add(record("2", "Two.", GILL, Quoted("“No.”", "Tom Roe"), published="2021-02-20", outlet="Gull"))
        archive.add(record("3", "Three.", Quoted("“Late.”", "Orla Gill"), published="2021-06-20"))
        archive.add(record("4", "Four.", Quoted("it rained", "", kind=Kind.INDIRECT), published="2021-06-21"))
    return opened(False)


def test_a_speaker_is_one_person_in_all_articles(town: Archive) -> None:
    answer = town.people(PeopleRequest())
    gill, roe = answer.results
    assert (answer.total, answer.next) == (2, None)
    assert (gill.id, gill.name, gill.quotations, gill.articles) == ("orla-gill", "Orla Gill", 4, 3)
    assert (gill.first_day, gill.last_day) == ("2021-02-01", "2021-06-20")
    assert (roe.id, roe.quotations) == ("tom-roe", 1)


def test_a_query_finds_a_person_by_id_and_by_words_of_a_name(town: Archive) -> None:
    assert found(town, "speaker:orla-gill") == found(town, 'speaker:"Orla Gill"') == found(town, "speaker:GILL")
    assert len(found(town, "speaker:gill")) == 4
    assert found(town, 'speaker:"Gill Orla"') == []
    assert found(town, "speaker:nobody") == []
    many = " ".join(f"w{n}" for n in range(600))
    assert found(town, f'speaker:"{many}"') == [], "more words than SQLite compounds selects"
    assert len(found(town, "-speaker:gill")) == 2


def test_results_say_which_person_spoke(town: Archive) -> None:
    [hit] = town.quotes(Request(query=parse("speaker:roe"))).results
    assert [(who.id, who.label) for who in hit.people] == [("tom-roe", "Tom Roe")]
    [rain] = town.quotes(Request(query=parse("rained"))).results
    assert rain.people == ()


def test_people_are_paged_in_both_orders(town: Archive) -> None:
    for sort in PeopleSort:
        first = town.people(PeopleRequest(sort=sort, size=1))
        second = town.people(PeopleRequest(sort=sort, size=1, after=first.next))
        assert [hit.id for page in (first, second) for hit in page.results] == ["orla-gill", "tom-roe"]
        assert second.next is None
    with pytest.raises(QueryError, match="cursor"):
        town.people(PeopleRequest(after="mine"))


def test_people_are_found_by_words_and_type(town: Archive) -> None:
    assert names(town, text="roe") == ["Tom Roe"]
    assert names(town, text="orla roe") == []
    assert names(town, type=SpeakerType.ORG) == []
    assert names(town, type=None) == ["Orla Gill", "Tom Roe"]


def test_a_persons_file(town: Archive) -> None:
    file = town.person("orla-gill")
    assert file is not None
    assert [(one.value, one.count) for one in file.outlets] == [("Coast Courier", 2), ("Gull", 1)]
    assert [(one.id, one.articles) for one in file.quoted_alongside] == [("tom-roe", 1)]
    assert [(gap.last_day, gap.next_day, gap.days) for gap in file.gaps] == [("2021-02-20", "2021-06-20", 119)]
    assert [(one.name, one.quotations, one.day) for one in file.appearances] == [
        ("Orla Gill", 1, "2021-06-20"),
        ("Orla Gill", 1, "2021-02-20"),
        ("Orla Gill", 2, "2021-02-01"),
    ]
    assert town.person("nobody") is None


def test_what_an_article_calls_someone_stays_with_its_day(opened: Open) -> None:
    with opened(True) as archive:
        for name, role, day in (("1", "mayor of Arden", "2020-01-01"), ("2", "state senator", "2021-01-01")):
            made = record(name, f"Orla Gill, {role}, spoke.", Quoted(f"“{role}.”", "Orla Gill"), published=day)
            archive.add(described(made, "Orla Gill", role))
    with opened(False) as archive:
        file = archive.person("orla-gill")
        assert file is not None
        assert [(one.words, one.first_day) for one in file.roles] == [
            ("mayor of Arden", "2020-01-01"),
            ("state senator", "2021-01-01"),
        ]
        assert file.person.described == Description("state senator", "2021-01-01")
        hits = archive.quotes(Request(query=parse("speaker:gill"))).results
        assert [hit.described for hit in hits] == [("state senator",), ("mayor of Arden",)]


def test_namesakes_whom_articles_call_the_same_are_told_apart_by_id(opened: Open) -> None:
    with opened(True) as archive:
        for name, role in (("1", "mayor"), ("2", "mayor"), ("3", "former mayor")):
            made = record(name, f"Orla Gill, {role}, spoke.", Quoted(f"“{name} it is.”", "Orla Gill"))
            archive.add(described(made, "Orla Gill", role))
        for name in ("2", "3"):
            article = record(name, "").article.id
            archive.correct(Correction(action=Action.SPLIT, person="orla-gill", articles=(article,)))
        labels = {id: who.label for id, who in archive.named(["orla-gill", "orla-gill-2", "orla-gill-3"]).items()}
    assert labels == {
        "orla-gill": "Orla Gill (mayor, orla-gill)",
        "orla-gill-2": "Orla Gill (mayor, orla-gill-2)",
        "orla-gill-3": "Orla Gill (former mayor)",
    }


def test_several_who_speak_as_one_are_each_found(opened: Open) -> None:
    with opened(True) as archive:
        archive.add(record("1", "One.", Quoted("“We agree.”", "Orla Gill; Tom Roe")))
    with opened(False) as archive:
        assert names(archive) == ["Orla Gill", "Tom Roe"]
        assert found(archive, "speaker:roe") == found(archive, "speaker:gill") == ["“We agree.”"]


def test_a_new_capture_keeps_who_was_who_and_forgets_who_is_gone(opened: Open) -> None:
    with opened(True) as archive:
        archive.add(record("1", "One.", GILL, Quoted("“No.”", "Tom Roe"), captured="2021-01-01"))
        archive.add(record("1", "One!", GILL, captured="2021-01-02"))
    with opened(False) as archive:
        assert names(archive) == ["Orla Gill"]
        [gill] = archive.people(PeopleRequest()).results
        assert (gill.quotations, gill.articles) == (1, 1)


def test_ids_are_readable_and_never_shared(opened: Open) -> None:
    with opened(True) as archive:
        archive.add(record("1", "One.", Quoted("“Oui.”", "Hélène Duvarnay")))
        archive.add(record("2", "Two.", Quoted("“Non.”", "Helene Duvarnay; Duvarnay Élan")))
    with opened(False) as archive:
        ids = [hit.id for hit in archive.people(PeopleRequest()).results]
        assert len(ids) == len(set(ids))
        assert "helene-duvarnay" in ids


def test_the_tables_can_be_read_by_anyone(town: Archive, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "archive.onrecord" / "record.sqlite") as record:
        rows = record.execute(
            "SELECT person.id, count(*) FROM quoted JOIN person ON person.number = quoted.person GROUP BY 1 ORDER BY 1"
        ).fetchall()
    assert rows == [("orla-gill", 4), ("tom-roe", 1)]
