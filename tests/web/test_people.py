"""People on the pages: filters, links and labels, the list of people, and each person's page."""

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


def test_a_result_links_to_the_speaker_with_the_description(desk: Pages) -> None:
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


def test_the_facet_shows_names_and_links_to_ids(desk: Pages) -> None:
    page = desk.page("/quotes")
    choices = {text(a): a.get("href") for a in select(page, ".facet .choices a")}
    assert choices["Orla Gill 3"] == "/quotes?q=speaker:orla-gill"
    assert choices["Gill 1"] == "/quotes?q=speaker:gill"


def test_a_filter_by_name_says_so(desk: Pages) -> None:
    page = desk.page('/quotes?q=speaker:"Orla+Gill"')
    assert len(select(page, ".hits article")) == 3
    assert text(one(page, ".chip")) == "speaker Orla Gill ✖"
    assert "anyone named Orla Gill ✖" in texts(page, ".choices a")
    assert "Orla Gill 3" in texts(page, ".choices a")


def test_a_merged_id_filters_by_the_person_it_was_merged_into(desk: Pages, town: Archive) -> None:
    merge(town)
    page = desk.page("/quotes?q=speaker:gill")
    assert text(one(page, ".chip")) == "speaker Orla Gill ✖"
    assert ("q", "speaker:orla-gill") in one(page, "form.search").form_values()
    assert len(select(page, ".hits article")) == 4
    ferry = next(item for item in select(page, ".hits article") if "ferry" in text(item))
    assert text(one(ferry, ".by")).startswith("Orla Gill, pilot of the ferry in the article: Gill")


def test_an_article_links_to_its_speakers(desk: Pages) -> None:
    page = desk.page("/article/the-vote")
    assert [a.get("href") for a in select(page, ".speakers a.speaker")] == ["/people/orla-gill"]
    assert text(one(page, ".speakers li")).startswith("Orla Gill, mayor of Arden")
    assert text(one(page, ".aside")) == "1 Orla Gill, mayor of Arden Correct"
    assert one(page, ".aside a.speaker").get("href") == "/people/orla-gill"


def test_a_description_is_shown_beside_the_first_quotation_only(pages: Pages) -> None:
    notes = texts(pages.page("/article/harbour"), ".aside")
    assert [note.split(",")[0] for note in notes] == ["1 Ines Calder", "2 Ines Calder", "3 Ines Calder"]


def test_people_are_listed_with_what_is_known(desk: Pages) -> None:
    page = desk.page("/people")
    assert text(one(page, ".tabs a[aria-current=page]")) == "People"
    assert texts(page, ".person-item h2") == ["Ines Calder", "Orla Gill", "Gill", "Otto Brandt", "Tom Roe"]
    gill = select(page, ".person-item")[1]
    assert text(one(gill, ".described")) == "state senator as of 1 June 2021"
    assert text(one(gill, ".origin")) == "3 quotations in 3 articles, published from 10 January 2020 to 1 June 2021"
    assert texts(page, ".kinds a") == ["Persons 5", "Organisations 0", "Groups 0", "Documents 0", "All 5"]


def test_people_are_found_by_name_and_in_both_orders(desk: Pages) -> None:
    page = desk.page("/people?q=gill&sort=name&type=all")
    assert texts(page, ".person-item h2") == ["Gill", "Orla Gill"]
    assert one(page, "form.search").form_values() == [("q", "gill"), ("type", "all"), ("sort", "name")]
    assert text(one(page, ".sorts a[aria-current=true]")) == "by name"
    assert select(page, ".sorts a")[0].get("href") == "/people?q=gill&type=all"
    nobody = desk.page("/people?q=gill&type=org")
    assert (
        text(one(nobody, ".no-results"))
        == "Nobody of this type in this archive has a name with these words. 2 of other types"
    )


def test_people_are_paged(tmp_path: Path) -> None:
    with open_archive(make_archive(tmp_path, [crowd()])) as archive:
        crowded = Pages(create_app(archive, reread=reread))
        first = crowded.page("/people?sort=name")
        second = crowded.page(one(first, ".pages a[rel=next]").get("href"))
        assert (len(select(first, ".person-item")), len(select(second, ".person-item"))) == (20, 5)
        assert texts(first, ".person-item h2")[0] == "Ana Fox"
        assert texts(second, ".person-item h2")[-1] == "Ed Kay"
        assert one(second, ".pages a").get("href") == "/people?sort=name"
        assert select(second, ".pages a[rel=next]") == []


def test_an_invalid_list_is_refused(pages: Pages) -> None:
    refused = pages.get("/people.json?after=mine", status=400).json()
    assert "cursor" in refused["detail"]
    assert "cursor" in text(pages.page("/people?after=mine", status=400))
    assert "at most 200 characters" in text(pages.page("/people?q=" + "x" * 201, status=400))


def test_the_json_of_the_list_has_the_same_search(desk: Pages) -> None:
    page = desk.page("/people?q=gill&type=all&sort=name")
    twin = one(page, "link[rel=alternate]").get("href")
    assert [hit["id"] for hit in desk.get(twin).json()["results"]] == ["gill", "orla-gill"]


def test_a_persons_page(desk: Pages) -> None:
    page = desk.page("/people/orla-gill")
    assert text(one(page, "h1")) == "Orla Gill"
    assert text(one(page, ".portrait .totals")) == (
        "3 quotations in 3 articles of this archive, published from 10 January 2020 to 1 June 2021."
    )
    assert texts(page, ".roles li") == [
        "mayor of Arden from 10 January 2020 to 11 January 2020, 2 articles",
        "state senator on 1 June 2021, 1 article",
    ]
    assert texts(page, ".plain-list li") == [
        "No quotation in this archive between 11 January 2020 and 1 June 2021 (506 days)"
    ]
    assert text(one(page, ".portrait header")).endswith("This person may also be the one called: Gill")
    assert texts(page, ".main .hits .words") == ["“I will go north,”", "“The hall is open,”", "“We open the hall,”"]
    first = select(page, ".articles li")[0]
    assert text(one(first, ".origin")) == "The Tarn Post, 1 June 2021 · 1 quotation · state senator"
    assert text(one(first, ".basis")).startswith("Why this match: same name")
    assert [a.get("href") for a in select(page, "svg.bars a")] == [
        f"/quotes?q=speaker:orla-gill&q=published:{day}" for day in ("2020-01-10", "2020-01-11", "2021-06-01")
    ]
    sides = {text(one(part, "h2")): texts(part, "li") for part in select(page, ".side section")}
    assert sides["Outlets"] == ["The Tarn Post 3"]


def test_someone_who_only_thought_or_felt_is_shown_as_such(tmp_path: Path) -> None:
    words = "Abel Stone hoped that the ferry would run again."
    hope = quotation(words, "the ferry would run again", kind=Kind.INDIRECT, speaker="Abel Stone")
    with open_archive(make_archive(tmp_path, [record("ferry", words, [replace(hope, act=Act.THOUGHT)])])) as archive:
        pages = Pages(create_app(archive, reread=reread))
        listed = text(one(pages.page("/people"), ".person-item .origin"))
        page = pages.page("/people/abel-stone")
        assert (
            listed
            == "nothing said or written, only thought, felt or unclear, in 1 article, published on 20 February 2021"
        )
        holds = "Nothing said or written, only thought, felt or unclear, in 1 article of this archive"
        assert text(one(page, ".totals")) == f"{holds}, published on 20 February 2021."
        assert texts(page, ".main h2") == ["Thought, felt or unclear", "Articles"]
        assert "ferry" in text(one(page, ".main .hits .words"))
        behind = pages.page(select(page, ".totals a")[0].get("href"))
        assert "ferry" in text(one(behind, ".hits .words"))
        assert text(one(pages.page("/"), ".totals")).startswith("0 quotations in 1 article")


def test_a_surname_alone_lists_possible_matches(desk: Pages) -> None:
    page = desk.page("/people/gill")
    assert text(one(page, ".portrait header")).endswith("May be the same as: Orla Gill")


def test_people_quoted_alongside_are_listed(desk: Pages) -> None:
    page = desk.page("/people/otto-brandt")
    sides = {text(one(part, "h2")): texts(part, "li") for part in select(page, ".side section")}
    assert sides["Quoted alongside"] == ["Ines Calder 1"]


def test_the_json_of_a_persons_page(desk: Pages) -> None:
    twin = one(desk.page("/people/orla-gill"), "link[rel=alternate]").get("href")
    assert twin == "/people/orla-gill.json"
    file = desk.get(twin).json()
    assert (file["id"], file["quotations"]) == ("orla-gill", 3)
    assert "Nobody" in text(desk.page("/people/nobody", status=404))
    assert "Nobody" in desk.get("/people/nobody.json", status=404).json()["detail"]


def test_a_merged_person_redirects(desk: Pages, town: Archive) -> None:
    merge(town)
    assert desk.get("/people/gill", status=308).headers["location"] == "/people/orla-gill"
    assert desk.get("/people/gill.json", status=308).headers["location"] == "/people/orla-gill.json"
    assert "Also called: Gill" in text(one(desk.page("/people/orla-gill"), ".portrait header"))


def test_a_link_to_wikidata_sends_no_referrer(desk: Pages, town: Archive) -> None:
    town.correct(Correction(action=Action.LINK, person="orla-gill", wikidata="Q42"))
    link = next(a for a in select(desk.page("/people/orla-gill"), "header a") if "wikidata" in a.get("href"))
    assert link.get("href") == "https://www.wikidata.org/wiki/Q42"
    assert "noreferrer" in link.get("rel").split()


def test_namesakes_are_distinguished_everywhere(desk: Pages, town: Archive) -> None:
    town.correct(Correction(action=Action.SPLIT, person="orla-gill", articles=("the-senate",)))
    page = desk.page("/people/orla-gill")
    assert "Others with this name: Orla Gill (state senator)" in text(one(page, ".portrait header"))
    assert text(one(page, "h1")) == "Orla Gill (mayor of Arden)"
    chip = one(desk.page("/quotes?q=speaker:orla-gill-2"), ".chip")
    assert text(chip) == "speaker Orla Gill (state senator) ✖"


def test_the_landing_page_leads_to_all_people(pages: Pages) -> None:
    page = pages.page("/")
    assert "/people" in [a.get("href") for a in select(page, ".lists .note a")]


@pytest.mark.parametrize("path", ["/people?type=nonsense&sort=nonsense", "/people?same=orla-gill"])
def test_unknown_values_in_the_address_are_ignored(pages: Pages, path: str) -> None:
    page = pages.page(path)
    assert len(select(page, ".person-item")) == 5
    assert select(page, ".notice") == []
