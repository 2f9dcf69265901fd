"""Speakers as people: filters, links and labels, the list of people, and each one's own page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.archive import Action, Archive, Correction, open_archive
from onrecord.model import Act, Kind
from onrecord.web import create_app
from tests.helpers.html_query import one, select, text, texts
from tests.helpers.paper import crowd, make_archive, quotation, record, reread
from tests.web.conftest import Pages


def merge(town: Archive) -> None:
    town.correct(Correction(action=Action.MERGE, person="gill", into="orla-gill"))


def test_a_result_leads_to_whoever_spoke_and_says_what_the_article_calls_them(desk: Pages) -> None:
    page = desk.page("/quotes?q=hall&sort=oldest")
    assert [text(by).split(" named ")[0] for by in select(page, ".by")] == ["Orla Gill, mayor of Arden"] * 2
    assert {a.get("href") for a in select(page, ".by a")} == {"/people/orla-gill"}
    later = desk.page("/quotes?q=north")
    assert text(one(later, ".by")).startswith("Orla Gill, state senator")


def test_a_filter_by_id_shows_the_name(desk: Pages) -> None:
    page = desk.page("/quotes?q=speaker:orla-gill")
    assert text(one(page, ".chip")) == "speaker Orla Gill ✖"
    assert text(one(page, "head title")) == "speaker Orla Gill · quotations — On Record"
    assert ("q", "speaker:orla-gill") in one(page, "form.search").form_values()
    active = one(page, ".choices .active")
    assert (text(active), active.get("href")) == ("Orla Gill ✖", "/quotes")


def test_the_facet_gives_names_and_leads_to_ids(desk: Pages) -> None:
    page = desk.page("/quotes")
    choices = {text(a): a.get("href") for a in select(page, ".facet .choices a")}
    assert choices["Orla Gill 3"] == "/quotes?q=speaker:orla-gill"
    assert choices["Gill 1"] == "/quotes?q=speaker:gill"


def test_a_filter_by_name_is_said_to_be_one(desk: Pages) -> None:
    page = desk.page('/quotes?q=speaker:"Orla+Gill"')
    assert len(select(page, ".hits article")) == 3
    assert text(one(page, ".chip")) == "speaker Orla Gill ✖"
    assert "anyone named Orla Gill ✖" in texts(page, ".choices a")
    assert "Orla Gill 3" in texts(page, ".choices a")


def test_the_id_of_someone_merged_filters_by_the_one_it_went_into(desk: Pages, town: Archive) -> None:
    merge(town)
    page = desk.page("/quotes?q=speaker:gill")
    assert text(one(page, ".chip")) == "speaker Orla Gill ✖"
    assert ("q", "speaker:orla-gill") in one(page, "form.search").form_values()
    assert len(select(page, ".hits article")) == 4
    ferry = next(item for item in select(page, ".hits article") if "ferry" in text(item))
    assert text(one(ferry, ".by")).startswith("Orla Gill, pilot of the ferry in the article: Gill")


def test_an_article_leads_to_those_who_speak_in_it(desk: Pages) -> None:
    page = desk.page("/article/the-vote")
    assert [a.get("href") for a in select(page, ".voices a.speaker")] == ["/people/orla-gill"]
    assert text(one(page, ".voices li")).startswith("Orla Gill, mayor of Arden")
    assert text(one(page, ".aside")) == "1 Orla Gill, mayor of Arden Correct"
    assert one(page, ".aside a.speaker").get("href") == "/people/orla-gill"


def test_what_an_article_calls_someone_stands_beside_the_first_quotation_only(pages: Pages) -> None:
    notes = texts(pages.page("/article/harbour"), ".aside")
    assert [note.split(",")[0] for note in notes] == ["1 Ines Calder", "2 Ines Calder", "3 Ines Calder"]


def test_people_are_listed_with_what_is_known(desk: Pages) -> None:
    page = desk.page("/people")
    assert text(one(page, ".tabs a[aria-current=page]")) == "People"
    assert texts(page, ".someone h2") == ["Ines Calder", "Orla Gill", "Gill", "Otto Brandt", "Tom Roe"]
    gill = select(page, ".someone")[1]
    assert text(one(gill, ".described")) == "state senator printed 1 June 2021"
    assert text(one(gill, ".printed")) == "3 quotations in 3 articles, printed from 10 January 2020 to 1 June 2021"
    assert texts(page, ".kinds a") == ["Persons 5", "Organisations 0", "Groups 0", "Documents 0", "All 5"]


def test_people_are_found_by_name_and_in_both_orders(desk: Pages) -> None:
    page = desk.page("/people?q=gill&sort=name&type=all")
    assert texts(page, ".someone h2") == ["Gill", "Orla Gill"]
    assert one(page, "form.search").form_values() == [("q", "gill"), ("type", "all"), ("sort", "name")]
    assert text(one(page, ".sorts a[aria-current=true]")) == "by name"
    assert select(page, ".sorts a")[0].get("href") == "/people?q=gill&type=all"
    nobody = desk.page("/people?q=gill&type=org")
    assert (
        text(one(nobody, ".none"))
        == "Nobody of this kind has a name with these words in this archive. 2 of another kind"
    )


def test_people_are_paged(tmp_path: Path) -> None:
    with open_archive(make_archive(tmp_path, [crowd()])) as archive:
        crowded = Pages(create_app(archive, reread=reread))
        first = crowded.page("/people?sort=name")
        second = crowded.page(one(first, ".pages a[rel=next]").get("href"))
        assert (len(select(first, ".someone")), len(select(second, ".someone"))) == (20, 5)
        assert texts(first, ".someone h2")[0] == "Ana Fox"
        assert texts(second, ".someone h2")[-1] == "Ed Kay"
        assert one(second, ".pages a").get("href") == "/people?sort=name"
        assert select(second, ".pages a[rel=next]") == []


def test_a_list_that_cannot_be_is_refused(pages: Pages) -> None:
    refused = pages.get("/people.json?after=mine", status=400).json()
    assert "cursor" in refused["detail"]
    assert "cursor" in text(pages.page("/people?after=mine", status=400))
    assert "200 characters at most" in text(pages.page("/people?q=" + "x" * 201, status=400))


def test_the_twin_of_the_list_asks_the_same(desk: Pages) -> None:
    page = desk.page("/people?q=gill&type=all&sort=name")
    twin = one(page, "link[rel=alternate]").get("href")
    assert [hit["id"] for hit in desk.get(twin).json()["results"]] == ["gill", "orla-gill"]


def test_a_persons_page(desk: Pages) -> None:
    page = desk.page("/people/orla-gill")
    assert text(one(page, "h1")) == "Orla Gill"
    assert text(one(page, ".portrait .holds")) == (
        "3 quotations in 3 articles of this archive, printed from 10 January 2020 to 1 June 2021."
    )
    assert texts(page, ".called li") == [
        "mayor of Arden from 10 January 2020 to 11 January 2020, 2 articles",
        "state senator on 1 June 2021, 1 article",
    ]
    assert texts(page, ".plain-list li") == [
        "No quotation in this archive between 11 January 2020 and 1 June 2021 (506 days)"
    ]
    assert text(one(page, ".portrait header")).endswith("A surname alone may also mean this one: Gill")
    assert texts(page, ".main .hits .words") == ["“I will go north,”", "“The hall is open,”", "“We open the hall,”"]
    first = select(page, ".articles li")[0]
    assert text(one(first, ".printed")) == "The Tarn Post, 1 June 2021 · 1 quotation · state senator"
    assert text(one(first, ".basis")).startswith("Why this person: same name")
    assert [a.get("href") for a in select(page, "svg.bars a")] == [
        f"/quotes?q=speaker:orla-gill&q=published:{day}" for day in ("2020-01-10", "2020-01-11", "2021-06-01")
    ]
    sides = {text(one(part, "h2")): texts(part, "li") for part in select(page, ".beside-main section")}
    assert sides["Outlets"] == ["The Tarn Post 3"]


def test_someone_who_only_thought_or_felt_is_shown_as_such(tmp_path: Path) -> None:
    words = "Abel Stone hoped that the ferry would run again."
    hope = quotation(words, "the ferry would run again", kind=Kind.INDIRECT, speaker="Abel Stone")
    with open_archive(make_archive(tmp_path, [record("ferry", words, [replace(hope, act=Act.THOUGHT)])])) as archive:
        pages = Pages(create_app(archive, reread=reread))
        listed = text(one(pages.page("/people"), ".someone .printed"))
        page = pages.page("/people/abel-stone")
        assert (
            listed
            == "nothing said or written, only thought, felt or unclear, in 1 article, printed on 20 February 2021"
        )
        holds = "Nothing said or written, only thought, felt or unclear, in 1 article of this archive"
        assert text(one(page, ".holds")) == f"{holds}, printed on 20 February 2021."
        assert texts(page, ".main h2") == ["Thought, felt or unclear", "Articles"]
        assert "ferry" in text(one(page, ".main .hits .words"))
        behind = pages.page(select(page, ".holds a")[0].get("href"))
        assert "ferry" in text(one(behind, ".hits .words"))
        assert text(one(pages.page("/"), ".holds")).startswith("0 quotations in 1 article")


def test_a_surname_alone_says_who_may_be_meant(desk: Pages) -> None:
    page = desk.page("/people/gill")
    assert text(one(page, ".portrait header")).endswith("May be one of these: Orla Gill")


def test_company_is_named_by_what_is_printed(desk: Pages) -> None:
    page = desk.page("/people/otto-brandt")
    sides = {text(one(part, "h2")): texts(part, "li") for part in select(page, ".beside-main section")}
    assert sides["Quoted in the same articles"] == ["Ines Calder 1"]


def test_the_twin_of_a_persons_page(desk: Pages) -> None:
    twin = one(desk.page("/people/orla-gill"), "link[rel=alternate]").get("href")
    assert twin == "/people/orla-gill.json"
    file = desk.get(twin).json()
    assert (file["id"], file["quotations"]) == ("orla-gill", 3)
    assert "Nobody" in text(desk.page("/people/nobody", status=404))
    assert "Nobody" in desk.get("/people/nobody.json", status=404).json()["detail"]


def test_someone_merged_leads_to_the_one_it_went_into(desk: Pages, town: Archive) -> None:
    merge(town)
    assert desk.get("/people/gill", status=308).headers["location"] == "/people/orla-gill"
    assert desk.get("/people/gill.json", status=308).headers["location"] == "/people/orla-gill.json"
    assert "Also named: Gill" in text(one(desk.page("/people/orla-gill"), ".portrait header"))


def test_a_link_to_wikidata_tells_it_nothing(desk: Pages, town: Archive) -> None:
    town.correct(Correction(action=Action.LINK, person="orla-gill", wikidata="Q42"))
    link = next(a for a in select(desk.page("/people/orla-gill"), "header a") if "wikidata" in a.get("href"))
    assert link.get("href") == "https://www.wikidata.org/wiki/Q42"
    assert "noreferrer" in link.get("rel").split()


def test_namesakes_are_told_apart_everywhere(desk: Pages, town: Archive) -> None:
    town.correct(Correction(action=Action.SPLIT, person="orla-gill", articles=("the-senate",)))
    page = desk.page("/people/orla-gill")
    assert "Others of this name: Orla Gill (state senator)" in text(one(page, ".portrait header"))
    assert text(one(page, "h1")) == "Orla Gill (mayor of Arden)"
    chip = one(desk.page("/quotes?q=speaker:orla-gill-2"), ".chip")
    assert text(chip) == "speaker Orla Gill (state senator) ✖"


def test_the_landing_page_leads_to_all_people(pages: Pages) -> None:
    page = pages.page("/")
    assert "/people" in [a.get("href") for a in select(page, ".lists .note a")]


@pytest.mark.parametrize("path", ["/people?type=nonsense&sort=nonsense", "/people?same=orla-gill"])
def test_what_the_address_does_not_mean_is_passed_over(pages: Pages, path: str) -> None:
    page = pages.page(path)
    assert len(select(page, ".someone")) == 5
    assert select(page, ".notice") == []
