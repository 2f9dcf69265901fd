"""Corrections: kept, applied when an article is shown or read again, undone, and made in another archive."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from onrecord.archive import Action, Archive, Correction, PeopleRequest, Request, parse
from onrecord.model import Record, SpeakerType, codec
from onrecord.model.errors import CorrectionError
from tests.archive.conftest import Open, opener
from tests.helpers.records import Quoted, dated, record

TIDE = "“The tide will not wait for anyone here.”"


def rows(archive: Archive) -> dict[str, str]:
    """Who says what, in all articles."""
    hits = archive.quotes(Request(query=parse(""), size=50)).results
    return {" ".join(hit.content): ", ".join(who.id for who in hit.people) for hit in hits}


def people(archive: Archive) -> dict[str, tuple[str, int, int]]:
    hits = archive.people(PeopleRequest(size=50)).results
    return {hit.id: (hit.name, hit.quotations, hit.articles) for hit in hits}


def nth(archive: Archive, number: int) -> str:
    """The id of the correction that was made as the first, second, …"""
    return archive.corrections()[number - 1].id


def one() -> Record:
    return record("1", "One.", Quoted(TIDE, "Orla Gill"), Quoted("“No.”", "Tom Roe"), published="2021-01-01")


def two() -> Record:
    return record("2", "Two.", Quoted("“Yes.”", "Mags Orme"), Quoted("“Perhaps.”", "Tom Roe"), published="2021-02-01")


def quotation(made: Record, index: int) -> str:
    return made.quotations[index].id


@pytest.fixture
def town(opened: Open) -> Archive:
    with opened(True) as archive:
        archive.add(one())
        archive.add(two())
    return opened(False)


MERGE = Correction(action=Action.MERGE, person="mags-orme", into="orla-gill", note="her pen name", by="desk")


def test_two_names_become_one_person_and_two_again(town: Archive) -> None:
    kept = town.correct(MERGE)
    assert (kept.id, kept.undone, kept.by) == (nth(town, 1), "", "desk")
    assert people(town) == {"orla-gill": ("Orla Gill", 2, 2), "tom-roe": ("Tom Roe", 2, 2)}
    assert rows(town)["“Yes.”"] == "orla-gill"
    hit = town.people(PeopleRequest(text="mags")).results[0]
    assert (hit.id, hit.names) == ("orla-gill", ("Mags Orme", "Orla Gill"))
    assert town.quotes(Request(query=parse("speaker:mags-orme"))).total == 2, "the old id leads to the one it went into"
    file = town.person("mags-orme")
    assert file is not None
    assert file.person.id == "orla-gill"
    town.undo(nth(town, 1))
    assert people(town)["orla-gill"] == ("Orla Gill", 1, 1)
    assert people(town)["mags-orme"] == ("Mags Orme", 1, 1)
    assert rows(town)["“Yes.”"] == "mags-orme"


def test_whoever_is_merged_brings_no_name_but_the_link_that_the_other_lacks(town: Archive) -> None:
    town.correct(Correction(action=Action.RENAME, person="mags-orme", name="M. O."))
    town.correct(Correction(action=Action.LINK, person="mags-orme", wikidata="Q42"))
    town.correct(MERGE)
    [hit] = town.people(PeopleRequest(text="orla")).results
    assert (hit.name, hit.wikidata) == ("Orla Gill", "Q42")
    town.correct(Correction(action=Action.RENAME, person="mags-orme", name="Orla Brandt"))
    assert people(town)["orla-gill"][0] == "Orla Brandt", "the old id names whoever it leads to"


def test_one_person_becomes_two_and_one_again(town: Archive) -> None:
    article = two().article.id
    kept = town.correct(Correction(action=Action.SPLIT, person="tom-roe", articles=(article,), name="Thomas Roe"))
    assert kept.into == "thomas-roe"
    assert people(town)["tom-roe"] == ("Tom Roe", 1, 1)
    assert people(town)["thomas-roe"] == ("Thomas Roe", 1, 1)
    assert rows(town)["“Perhaps.”"] == "thomas-roe"
    town.undo(kept.id)
    assert people(town)["tom-roe"] == ("Tom Roe", 2, 2)
    assert "thomas-roe" not in people(town)


def test_one_person_is_another_who_is_known_in_some_articles(town: Archive) -> None:
    kept = town.correct(
        Correction(action=Action.SPLIT, person="tom-roe", articles=(two().article.id,), into="orla-gill")
    )
    assert rows(town)["“Perhaps.”"] == "orla-gill"
    assert town.regroup().problems == ()
    assert rows(town)["“Perhaps.”"] == "orla-gill"
    town.undo(kept.id)
    assert (rows(town)["“Perhaps.”"], rows(town)[TIDE]) == ("tom-roe", "orla-gill")


def test_namesakes_are_told_apart_by_what_articles_call_them(town: Archive) -> None:
    town.correct(Correction(action=Action.SPLIT, person="tom-roe", articles=(two().article.id,)))
    assert {"tom-roe", "tom-roe-2"} <= set(people(town))
    labels = {bucket.label for bucket in town.quotes(Request(query=parse(""))).facets["speaker"].buckets}
    assert {"Tom Roe (tom-roe)", "Tom Roe (tom-roe-2)"} <= labels
    file = town.person("tom-roe")
    assert file is not None
    assert [who.id for who in file.namesakes] == ["tom-roe-2"]
    assert town.quotes(Request(query=parse("speaker:tom-roe-2"))).total == 1
    assert town.quotes(Request(query=parse('speaker:"Tom Roe"'))).total == 2


def test_a_person_is_shown_under_another_name_and_found_by_both(town: Archive) -> None:
    town.correct(Correction(action=Action.RENAME, person="orla-gill", name="Orla Gill-Roe"))
    assert people(town)["orla-gill"][0] == "Orla Gill-Roe"
    assert town.quotes(Request(query=parse('speaker:"Orla Gill-Roe"'))).total == 1
    assert town.quotes(Request(query=parse('speaker:"Orla Gill"'))).total == 1
    town.correct(Correction(action=Action.RENAME, person="orla-gill", name="Orla Brandt"))
    town.undo(nth(town, 1))
    assert people(town)["orla-gill"][0] == "Orla Brandt", "the later one stands"
    town.undo(nth(town, 2))
    assert people(town)["orla-gill"][0] == "Orla Gill"


def test_those_shown_alike_are_told_apart_and_those_renamed_are_not(town: Archive) -> None:
    town.correct(Correction(action=Action.SPLIT, person="tom-roe", articles=(two().article.id,), name="Thomas Roe"))
    labels = {who.label for who in town.named(["tom-roe", "thomas-roe", "orla-gill"]).values()}
    assert labels == {"Tom Roe", "Thomas Roe", "Orla Gill"}
    town.correct(Correction(action=Action.RENAME, person="orla-gill", name="Thomas Roe"))
    labels = {who.label for who in town.named(["tom-roe", "thomas-roe", "orla-gill"]).values()}
    assert labels == {"Tom Roe", "Thomas Roe (thomas-roe)", "Thomas Roe (orla-gill)"}


def test_a_person_is_linked_to_wikidata(town: Archive) -> None:
    town.correct(Correction(action=Action.LINK, person="orla-gill", wikidata="Q42"))
    [hit] = town.people(PeopleRequest(text="orla")).results
    assert hit.wikidata == "Q42"
    with pytest.raises(CorrectionError, match="is not a Wikidata item"):
        town.correct(Correction(action=Action.LINK, person="orla-gill", wikidata="42"))
    town.undo(nth(town, 1))
    assert town.people(PeopleRequest(text="orla")).results[0].wikidata is None


def test_many_corrections_become_findable_with_one_commit(opened: Open) -> None:
    with opened(True) as archive:
        archive.add(one())
        archive.commit()
        archive.correct(Correction(action=Action.RENAME, person="orla-gill", name="Orla Brandt"), commit=False)
        with pytest.raises(CorrectionError):
            archive.correct(Correction(action=Action.RENAME, person="nobody", name="X"), commit=False)
        archive.correct(said_by(person="tom-roe"), commit=False)
        assert rows(archive)[TIDE] == "orla-gill"
        archive.commit()
        assert rows(archive)[TIDE] == "tom-roe"
        assert len(archive.corrections()) == 2


def said_by(**fields: str) -> Correction:
    return Correction(action=Action.SPEAKER, article=one().article.id, quotation=quotation(one(), 0), **fields)  # type: ignore[arg-type]


def test_a_quotation_is_given_to_whoever_said_it(town: Archive) -> None:
    town.correct(said_by(person="tom-roe", note="heard on tape"))
    assert rows(town)[TIDE] == "tom-roe"
    assert "orla-gill" not in people(town)
    [hit] = town.quotes(Request(query=parse("tide"))).results
    assert hit.speaker is not None
    assert (hit.speaker.name, hit.speaker.certainty) == ("Tom Roe", 1.0)
    assert "heard on tape" in hit.speaker.basis
    stored = town.article(one().article.id)
    assert stored is not None
    assert stored.record.quotations[0].speaker == hit.speaker
    assert [correction.id for correction in stored.corrections] == [nth(town, 1)]
    assert stored.as_read[nth(town, 1)].speaker == one().quotations[0].speaker, "as read, it was said by another"
    town.undo(nth(town, 1))
    assert rows(town)[TIDE] == "orla-gill"


def test_a_speaker_given_by_name_is_the_one_who_has_it_or_someone_new(town: Archive) -> None:
    town.correct(said_by(name="Tom Roe"))
    assert rows(town)[TIDE] == "tom-roe"
    kept = town.correct(said_by(name="Arden Port Authority", type=SpeakerType.ORG))
    assert kept.person == "arden-port-authority"
    assert rows(town)[TIDE] == "arden-port-authority"
    town.correct(said_by())
    assert rows(town)[TIDE] == ""
    for number in (3, 2, 1):
        town.undo(nth(town, number))
    assert rows(town)[TIDE] == "orla-gill"


def test_a_name_that_several_have_must_be_told_apart(town: Archive) -> None:
    town.correct(Correction(action=Action.SPLIT, person="tom-roe", articles=(two().article.id,)))
    with pytest.raises(CorrectionError, match="tom-roe, tom-roe-2"):
        town.correct(said_by(name="Tom Roe"))


def test_what_is_no_quotation_is_not_shown_and_can_come_back(town: Archive) -> None:
    town.correct(Correction(action=Action.REMOVE, article=one().article.id, quotation=quotation(one(), 0)))
    assert TIDE not in rows(town)
    stored = town.article(one().article.id)
    assert stored is not None
    assert len(stored.record.quotations) == 1
    assert stored.corrections[0].words == TIDE
    town.undo(nth(town, 1))
    assert rows(town)[TIDE] == "orla-gill"


def test_corrections_hold_when_an_article_is_read_again(opened: Open) -> None:
    """Also where the words of the quotation are not quite the same, so that it has another id."""
    with opened(True) as archive:
        archive.add(one())
        archive.add(two())
        archive.correct(said_by(person="tom-roe"))
        again = record(
            "1", "One, at length.", Quoted("“The tide will not wait for anyone.”", "Orla Gill"), captured="2021-05-01"
        )
        archive.add(replace(again, article=replace(again.article, id=one().article.id)))
        archive.commit()
        assert rows(archive)["“The tide will not wait for anyone.”"] == "tom-roe"
        archive.undo(nth(archive, 1))
        assert rows(archive)["“The tide will not wait for anyone.”"] == "orla-gill"


def test_regrouping_makes_all_corrections_again(town: Archive) -> None:
    town.correct(MERGE)
    town.correct(Correction(action=Action.SPLIT, person="tom-roe", articles=(two().article.id,), name="Thomas Roe"))
    town.correct(Correction(action=Action.RENAME, person="orla-gill", name="Orla Brandt"))
    town.correct(said_by(name="Somebody New"))
    town.correct(Correction(action=Action.LINK, person="thomas-roe", wikidata="Q7"))
    before, said = people(town), rows(town)
    outcome = town.regroup()
    assert (outcome.people, outcome.problems) == (len(before), ())
    assert (people(town), rows(town)) == (before, said)
    for number in (5, 4, 3, 2, 1):
        town.undo(nth(town, number))
    assert people(town) == {
        "orla-gill": ("Orla Gill", 1, 1),
        "mags-orme": ("Mags Orme", 1, 1),
        "tom-roe": ("Tom Roe", 2, 2),
    }


def test_corrections_move_to_another_archive_of_the_same_articles(town: Archive, tmp_path: Path) -> None:
    town.correct(MERGE)
    town.correct(said_by(name="Somebody New"))
    exported = [codec.encode(correction) for correction in town.corrections()]
    other = opener("embedded", tmp_path / "other")
    (tmp_path / "other").mkdir()
    with other(True) as archive:
        archive.add(two())
        archive.add(one())
        for json in exported:
            archive.correct(Correction.decode(json))
        assert (people(archive), rows(archive)) == (people(town), rows(town))


def test_someone_split_off_is_someone_new_where_another_has_the_id(town: Archive, tmp_path: Path) -> None:
    kept = town.correct(Correction(action=Action.SPLIT, person="tom-roe", articles=(two().article.id,)))
    assert (kept.into, kept.into_anchors) == ("tom-roe-2", ())
    other = opener("embedded", tmp_path / "other")
    (tmp_path / "other").mkdir()
    third = record("3", "Three.", Quoted("“Never.”", "Tom Roe"))
    with other(True) as archive:
        archive.add(third)
        archive.add(one())
        archive.correct(Correction(action=Action.SPLIT, person="tom-roe", articles=(third.article.id,)))
        archive.add(two())
        archive.commit()
        assert rows(archive)["“Never.”"] == "tom-roe-2"
        again = archive.correct(Correction.decode(codec.encode(kept)))
        assert again.into not in {"tom-roe", "tom-roe-2"}
        assert rows(archive)["“Never.”"] == "tom-roe-2"
        assert rows(archive)["“Perhaps.”"] == again.into


def test_corrections_go_through_json_and_back(town: Archive) -> None:
    town.correct(MERGE)
    town.undo(nth(town, 1))
    [kept] = town.corrections()
    assert kept.undone
    assert Correction.decode(codec.encode(kept)) == kept
    assert [anchor.name for anchor in kept.anchors] == ["Mags Orme"]


WRONG = [
    (Correction(action=Action.RENAME, person="orla-gill"), "give the new name"),
    (Correction(action=Action.RENAME, person="nobody", name="X"), "no person nobody"),
    (Correction(action=Action.MERGE, person="orla-gill", into="orla-gill"), "with itself"),
    (Correction(action=Action.MERGE, person="orla-gill", into="nobody"), "no person nobody"),
    (Correction(action=Action.SPLIT, person="orla-gill", articles=("none",)), "does not speak in none"),
    (Correction(action=Action.SPLIT, person="orla-gill", articles=(one().article.id,)), "nothing would be left"),
    (
        Correction(action=Action.SPLIT, person="tom-roe", articles=(one().article.id,), into="nobody"),
        "no person nobody",
    ),
    (Correction(action=Action.SPLIT, person="tom-roe", articles=(one().article.id,), into="tom-roe"), "nothing would"),
    (Correction(action=Action.SPEAKER, article="none", quotation="none", person="tom-roe"), "no article none"),
    (Correction(action=Action.REMOVE, article=one().article.id, quotation="none"), "no quotation none"),
    (Correction(action=Action.RENAME, person="orla-gill", name="x" * 201), "200 characters"),
    (Correction(action=Action.SPLIT, person="orla-gill", articles=("x",), into="a/b <i>"), "not the id of a person"),
    (Correction(action=Action.RENAME, person="Orla Gill", name="X"), "not the id of a person"),
]


@pytest.mark.parametrize(("correction", "reason"), WRONG)
def test_what_cannot_be_corrected_is_refused_and_changes_nothing(
    town: Archive, correction: Correction, reason: str
) -> None:
    before = people(town), rows(town)
    with pytest.raises(CorrectionError, match=reason):
        town.correct(correction)
    assert (people(town), rows(town)) == before
    assert town.corrections() == ()


def test_only_what_stands_can_be_undone(town: Archive) -> None:
    town.correct(MERGE)
    town.undo(nth(town, 1))
    with pytest.raises(CorrectionError, match="undone on"):
        town.undo(nth(town, 1))
    with pytest.raises(CorrectionError, match="no correction 2"):
        town.undo("2")


@pytest.mark.parametrize(
    "json",
    [
        {},
        {"action": "burn"},
        {"action": "rename", "colour": "red"},
        {"action": "rename", "person": 7, "name": "X"},
        {"action": "split", "person": "x", "articles": "abc"},
        {"action": "merge", "person": "x", "into": "y", "anchors": [["a"]]},
    ],
)
def test_json_that_is_no_correction_is_refused(json: dict[str, object]) -> None:
    with pytest.raises(CorrectionError):
        Correction.decode(codec.encode(json))


def test_whom_a_correction_has_made_is_known_in_later_articles(opened: Open) -> None:
    with opened(True) as archive:
        archive.add(one())
        archive.add(two())
        archive.correct(said_by(name="Somebody New"))
        archive.correct(Correction(action=Action.MERGE, person="mags-orme", into="somebody-new"))
        archive.undo(nth(archive, 2))
        archive.add(record("3", "Three.", Quoted("“Later.”", "Somebody New")))
        archive.commit()
        assert rows(archive)["“Later.”"] == "somebody-new"


def test_a_merged_person_takes_later_articles(opened: Open) -> None:
    with opened(True) as archive:
        archive.add(one())
        archive.add(two())
        archive.correct(MERGE)
        archive.add(record("3", "Three.", Quoted("“Later.”", "Mags Orme")))
        archive.commit()
        assert rows(archive)["“Later.”"] == "orla-gill"
        archive.undo(nth(archive, 1))
        assert rows(archive)["“Later.”"] == "orla-gill", "only what was moved goes back"
        assert rows(archive)["“Yes.”"] == "mags-orme"


def test_a_name_goes_with_the_correction_that_gave_it(town: Archive) -> None:
    town.correct(Correction(action=Action.RENAME, person="mags-orme", name="Orla Brandt"))
    town.correct(MERGE)
    town.correct(Correction(action=Action.RENAME, person="orla-gill", name="Orla Gill-Roe"))
    town.undo(nth(town, 3))
    town.undo(nth(town, 2))
    assert people(town)["mags-orme"][0] == "Orla Brandt"
    assert people(town)["orla-gill"][0] == "Orla Gill", "the name of the one merged goes back with it"


def test_someone_split_off_keeps_the_name_given_whatever_is_corrected_next(town: Archive) -> None:
    split = Correction(action=Action.SPLIT, person="tom-roe", articles=(two().article.id,), name="Thomas Roe")
    town.correct(split)
    town.correct(Correction(action=Action.LINK, person="thomas-roe", wikidata="Q7"))
    assert people(town)["thomas-roe"][0] == "Thomas Roe"


def test_who_is_split_off_to_someone_known_does_not_rename_them(town: Archive) -> None:
    split = Correction(
        action=Action.SPLIT, person="tom-roe", articles=(two().article.id,), name="Nobody", into="orla-gill"
    )
    assert town.correct(split).name == ""
    town.correct(Correction(action=Action.LINK, person="orla-gill", wikidata="Q7"))
    assert people(town)["orla-gill"][0] == "Orla Gill"


def test_a_merge_of_someone_who_speaks_nowhere_any_more_can_be_undone(town: Archive) -> None:
    town.correct(said_by(name="Somebody New"))
    town.correct(Correction(action=Action.MERGE, person="somebody-new", into="tom-roe"))
    town.undo(nth(town, 1))
    town.undo(nth(town, 2))
    assert set(people(town)) == {"orla-gill", "mags-orme", "tom-roe"}


def whole(archive: Archive) -> object:
    """All that corrections can change, as readers see it."""
    files = [archive.person(id) for id in sorted(people(archive))]
    shown = [(f.person, f.roles, f.quoted_alongside, f.appearances) for f in files if f]
    stored = [archive.article(made.article.id) for made in four()]
    facets = archive.quotes(Request(query=parse(""))).facets["speaker"]
    return people(archive), rows(archive), shown, [one.record for one in stored if one], facets


def four() -> list[Record]:
    """Four articles: two people in one, namesakes, a pen name, several who speak as one."""
    return [
        one(),
        two(),
        record("3", "Three.", Quoted("“Maybe.”", "Orla Gill"), Quoted("“Never.”", "Mags Orme"), published="2021-03-01"),
        record("4", "Four.", Quoted("“We agree.”", "Tom Roe; Mags Orme"), Quoted("“I do.”", "Arden Vale")),
    ]


def some_correction(dice: Random, archive: Archive) -> Correction:
    """Any correction of what the archive now holds."""
    ids = sorted(people(archive))
    made = dice.choice(four())
    match dice.choice(list(Action)):
        case Action.RENAME:
            return Correction(action=Action.RENAME, person=dice.choice(ids), name=dice.choice(["Orla B.", "Ann Roe"]))
        case Action.LINK:
            return Correction(action=Action.LINK, person=dice.choice(ids), wikidata=f"Q{dice.randint(1, 9)}")
        case Action.MERGE:
            return Correction(action=Action.MERGE, person=dice.choice(ids), into=dice.choice(ids))
        case Action.SPLIT:
            into = dice.choice(["", *ids])
            name = "" if into else dice.choice(["", "Tom Vale"])
            return Correction(
                action=Action.SPLIT, person=dice.choice(ids), articles=(made.article.id,), into=into, name=name
            )
        case Action.REMOVE:
            said = dice.choice(made.quotations)
            return Correction(action=Action.REMOVE, article=made.article.id, quotation=said.id)
        case _:
            said = dice.choice(made.quotations)
            who = dice.choice([{"person": dice.choice(ids)}, {"name": "Somebody New"}, {"name": "Tom Roe"}, {}])
            return Correction(action=Action.SPEAKER, article=made.article.id, quotation=said.id, **who)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_corrected_and_undone_leaves_the_archive_as_it_was(opened: Open, seed: int) -> None:
    """In whatever order; and what stands is the same after the articles are shown and grouped anew."""
    dice = Random(seed)
    with opened(True) as archive:
        for made in four():
            archive.add(made)
        archive.commit()
        first = whole(archive)
        standing = []
        for _ in range(14):
            with suppress(CorrectionError):
                standing.append(archive.correct(some_correction(dice, archive)).id)
            if standing and dice.random() < 0.3:
                archive.undo(standing.pop(dice.randrange(len(standing))))
        assert standing
        now = people(archive), rows(archive)
        for made in four():
            archive.add(replace(made, article=replace(made.article, captured=dated("2024-01-01"))))
        archive.commit()
        assert (people(archive), rows(archive)) == now, "reading the articles again changes nothing"
        if not archive.regroup().problems:  # a link or name of a person made by an undone split belongs to nobody
            assert (people(archive), rows(archive)) == now
        for id in sorted(standing, key=lambda _: dice.random()):
            archive.undo(id)
        left = whole(archive)
        assert left[:3] == first[:3]  # type: ignore[index]
        assert left[4] == first[4]  # type: ignore[index]
