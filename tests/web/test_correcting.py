"""Corrections on the pages: each form as a reader fills it in, its effect, its redirect, and undo."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.archive import Action, Archive, Correction, open_archive
from onrecord.web import create_app
from tests.helpers.filled_forms import VOTE, about, fill
from tests.helpers.html_query import one, select, text, texts
from tests.helpers.paper import harbour, reread
from tests.web.conftest import Pages

WALL = harbour().quotations[0].id


def send(desk: Pages, path: str, action: str, **fields: object) -> str:
    """Fill in a form of a page, send it, and return the address it redirects to."""
    address, data = fill(desk.page(path), action, **fields)
    return str(desk.post(address, data=data).headers["location"])


def nth(desk: Pages, number: int) -> str:
    """The anchor on pages of the first, second, … correction."""
    return "#c" + str(desk.get("/corrections.json").json()["corrections"][number - 1]["id"])


def undo(desk: Pages, path: str, number: int) -> str:
    """Press the button that undoes a correction."""
    form = one(desk.page(path), f"{nth(desk, number)} form.undo")
    return str(desk.post(form.get("action"), data=dict(form.form_values())).headers["location"])


def speakers(desk: Pages, article: str) -> list[str]:
    return texts(desk.page(f"/article/{article}"), ".speakers .speaker")


def test_an_article_links_to_the_form_of_each_quotation(desk: Pages) -> None:
    page = desk.page("/article/the-vote")
    link = one(page, ".aside a.correct")
    assert (link.get("href"), link.get("aria-label")) == (about(VOTE), "Correct quotation 1")
    form = desk.page(link.get("href"))
    assert text(one(form, "blockquote")) == "“We open the hall,”"
    assert text(one(form, ".by")).startswith("Orla Gill, mayor of Arden")


def test_the_speaker_is_set_to_a_known_person(desk: Pages) -> None:
    where = send(desk, about(VOTE), "speaker", who="Tom Roe", note="heard it", by="the desk")
    assert where == f"/article/the-vote#q-{VOTE}"
    page = desk.page("/article/the-vote")
    assert speakers(desk, "the-vote") == ["Tom Roe"]
    assert one(page, ".speakers a.speaker").get("href") == "/people/tom-roe"
    shown = one(page, nth(desk, 1))
    assert "Quotation 1 was said by Tom Roe; before the correction: Orla Gill named in the article" in text(shown)
    assert text(one(shown, ".origin")).endswith(", by the desk")
    assert text(one(shown, ".remark")) == "heard it"
    assert "corrected" in text(one(page, ".aside"))
    assert undo(desk, "/article/the-vote", 1) == f"/article/the-vote#q-{VOTE}"
    assert speakers(desk, "the-vote") == ["Orla Gill"]
    assert select(desk.page("/article/the-vote"), "#corrections") == []


def test_the_speaker_is_set_to_a_new_person(desk: Pages) -> None:
    send(desk, about(VOTE), "speaker", who=" Arden  Port Authority ", type="org")
    assert speakers(desk, "the-vote") == ["Arden Port Authority"]
    assert texts(desk.page("/people?type=org"), ".person-item h2") == ["Arden Port Authority"]


def test_the_speaker_is_set_to_unknown(desk: Pages) -> None:
    send(desk, about(VOTE), "speaker", unknown="1")
    page = desk.page("/article/the-vote")
    assert texts(page, ".speakers .speaker") == ["speaker unknown"]
    assert "it is not known who said it; before the correction: Orla Gill" in text(one(page, nth(desk, 1)))
    [by] = texts(desk.page("/quotes?q=hall&q=published:2020-01-10"), ".by")
    assert by.startswith("speaker unknown corrected on ")


def test_a_removed_quotation_is_listed_and_can_be_restored(desk: Pages) -> None:
    where = send(desk, about(VOTE), "remove")
    assert where == "/article/the-vote#corrections"
    page = desk.page("/article/the-vote")
    assert select(page, ".text mark") == []
    shown = text(one(page, nth(desk, 1)))
    assert "“We open the hall,” was removed as not a quotation; before the correction: Orla Gill" in shown
    assert "does not have this quotation" in text(desk.page(about(VOTE), status=404))
    undo(desk, "/article/the-vote", 1)
    assert len(select(desk.page("/article/the-vote"), ".text p:not(.key) mark")) == 1


def test_an_earlier_capture_cannot_be_corrected(pages: Pages, archive: Archive) -> None:
    open_to_all = Pages(create_app(archive, reread=reread, corrections=True))
    old = next(one.id for one in archive.article("the-bridge").captures if not one.newest)  # type: ignore[union-attr]
    assert select(open_to_all.page("/article/the-bridge"), "a.correct") != []
    assert select(open_to_all.page(f"/article/the-bridge?capture={old}"), "a.correct") == []


def test_two_people_are_merged_from_the_list_of_people(desk: Pages) -> None:
    find = next(a for a in select(desk.page("/people/gill"), "#merge a")).get("href")
    assert find == "/people?type=all&same=gill&q=Gill"
    page = desk.page(find)
    assert text(one(page, ".notice")).startswith("Who is the same as Gill?")
    chosen = one(page, ".person-item p a").get("href")
    assert chosen == "/people/gill?into=orla-gill#merge"
    assert one(desk.page(chosen), "#merge").get("open") is not None
    assert send(desk, chosen, "merge") == "/people/orla-gill"
    assert "Gill is the same as Orla Gill" in text(one(desk.page("/people/orla-gill"), nth(desk, 1)))
    assert undo(desk, "/people/orla-gill", 1) == "/people/gill"
    assert text(one(desk.page("/people/gill"), "h1")) == "Gill"


@pytest.mark.parametrize("into", ["orla-gill", "Orla Gill", "http://127.0.0.1:8765/people/orla-gill?x=1"])
def test_the_other_person_is_entered_by_id_name_or_address(desk: Pages, into: str) -> None:
    assert send(desk, "/people/gill", "merge", into=into) == "/people/orla-gill"


def test_a_person_is_split_in_two(desk: Pages) -> None:
    page = desk.page("/people/orla-gill")
    assert texts(page, ".checks label") == [
        "The senate The Tarn Post, 1 June 2021",
        "The hall The Tarn Post, 11 January 2020",
        "The vote The Tarn Post, 10 January 2020",
    ]
    articles = ["the-vote", "the-hall"]
    assert send(desk, "/people/orla-gill", "split", articles=articles, name="Orla Gill-Roe") == "/people/orla-gill"
    assert texts(desk.page("/people/orla-gill"), ".articles .head") == ["The senate"]
    assert texts(desk.page("/people/orla-gill-roe"), ".articles .head") == ["The hall", "The vote"]
    line = text(select(desk.page("/corrections"), f"{nth(desk, 1)} p")[0])
    assert line == "Orla Gill is someone else in 2 articles (1 2): Orla Gill-Roe"
    undo(desk, "/people/orla-gill", 1)
    assert len(select(desk.page("/people/orla-gill"), ".articles .head")) == 3


def test_a_person_is_renamed_and_linked_to_wikidata(desk: Pages) -> None:
    assert send(desk, "/people/gill", "rename", name="Skipper Gill") == "/people/gill"
    assert text(one(desk.page("/people/gill"), "h1")) == "Skipper Gill"
    send(desk, "/people/gill", "link", wikidata="https://www.wikidata.org/wiki/Q42")
    assert "Wikidata: Q42" in text(one(desk.page("/people/gill"), ".portrait header"))
    send(desk, "/people/gill", "link", wikidata="")
    assert "Wikidata" not in text(one(desk.page("/people/gill"), ".portrait header"))
    lines = [text(select(item, "p")[0]) for item in select(desk.page("/corrections"), ".correction-list li")]
    assert lines == ["Gill has no item in Wikidata", "Gill is Q42 in Wikidata", "Gill is shown as Skipper Gill"]


def test_all_corrections_are_listed_and_can_be_undone_in_the_list(desk: Pages) -> None:
    assert "There are no corrections" in text(one(desk.page("/corrections"), "main"))
    send(desk, "/people/gill", "rename", name="Skipper Gill")
    send(desk, about(VOTE), "remove")
    page = desk.page("/corrections")
    assert [item.get("id") for item in select(page, ".correction-list li")] == [nth(desk, 2)[1:], nth(desk, 1)[1:]]
    assert text(select(one(page, nth(desk, 2)), "p")[0]) == "“We open the hall,” is not a quotation in this article"
    assert undo(desk, "/corrections", 1) == "/corrections" + nth(desk, 1)
    undone = one(desk.page("/corrections"), nth(desk, 1))
    assert "undone" in text(one(undone, ".origin"))
    assert select(undone, "form") == []


def test_corrections_are_paged(desk: Pages, town: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.pages.corrections.LISTED", 2)
    for name in ("A", "B", "C"):
        town.correct(Correction(action=Action.RENAME, person="gill", name=name))
    first = desk.page("/corrections")
    second = desk.page(one(first, "a[rel=next]").get("href"))
    assert [item.get("id") for page in (first, second) for item in select(page, ".correction-list li")] == [
        nth(desk, number)[1:] for number in (3, 2, 1)
    ]
    assert select(second, "a[rel=next]") == []
    desk.page("/corrections?before=x", status=404)


def test_programs_make_corrections_with_json(desk: Pages) -> None:
    kept = desk.post("/corrections", status=201, json={"action": "rename", "person": "gill", "name": "Skipper Gill"})
    id = kept.json()["id"]
    assert kept.json()["summary"] == "gill is shown as “Skipper Gill”"
    [exported] = desk.get("/corrections.json").json()["corrections"]
    assert exported == kept.json()
    undone = desk.post(f"/corrections/{id}/undo", status=200, json={})
    assert undone.json()["undone"]
    again = desk.post("/corrections", status=400, json=undone.json())
    assert "undone" in again.json()["detail"]
    assert desk.post("/corrections", status=201, json=exported).json()["id"] != id


def test_the_example_in_the_docs_is_a_valid_correction() -> None:
    pages = Path(__file__).parents[2].joinpath("docs", "pages.md").read_text("utf-8")
    shown = pages.partition("```json\n")[2].partition("```")[0]
    assert Correction.decode(shown).action is Action.SPEAKER
    named = re.findall(r"`(\w+)`", pages.partition("The actions are")[2].partition("**Who")[0])
    assert set(Action) <= set(named)
    assert set(named) <= {*Action, *Correction.__struct_fields__}


def test_the_json_of_an_article_has_the_speaker_before_the_correction(desk: Pages, town: Archive) -> None:
    send(desk, about(VOTE), "speaker", who="Tom Roe")
    twin = desk.get("/article/the-vote.json").json()
    assert twin["speakers"] == {VOTE: [{"id": "tom-roe", "label": "Tom Roe"}]}
    assert twin["corrections"][0]["as_read"]["speaker"]["name"] == "Orla Gill"


REFUSED = [
    (
        "/people/gill",
        "merge",
        {"into": "Nobody At All"},
        "nobody in this archive has the name or the id “Nobody At All”",
    ),
    ("/people/gill", "merge", {"into": "x" * 201}, "200 characters"),
    ("/people/gill", "rename", {"name": " "}, "give the new name"),
    ("/people/gill", "link", {"wikidata": "Douglas Adams"}, "not a Wikidata item"),
    ("/people/orla-gill", "split", {}, "the ids of the articles"),
    ("/people/orla-gill", "split", {"articles": ["the-vote", "the-hall", "the-senate"]}, "nothing would be left"),
    (about(VOTE), "speaker", {"who": ""}, "enter a name, or choose"),
]


@pytest.mark.parametrize(("path", "action", "fields", "reason"), REFUSED)
def test_an_invalid_correction_is_refused_with_the_reason(
    desk: Pages, path: str, action: str, fields: dict[str, object], reason: str
) -> None:
    address, data = fill(desk.page(path), action, **fields)
    response = desk.post(address, status=400, data=data)
    assert "This correction cannot be made" in response.text
    assert reason in response.text
    assert desk.get("/corrections.json").json() == {"corrections": []}


def test_an_ambiguous_name_is_refused_with_the_ids(desk: Pages, town: Archive) -> None:
    town.correct(Correction(action=Action.SPLIT, person="orla-gill", articles=("the-senate",)))
    address, data = fill(desk.page(about(WALL, "harbour")), "speaker", who="Orla Gill")
    assert "choose one by id: orla-gill, orla-gill-2" in desk.post(address, status=400, data=data).text
    send(desk, about(WALL, "harbour"), "speaker", who="orla-gill-2")
    assert "Orla Gill (state senator)" in speakers(desk, "harbour")


def test_a_correction_while_another_process_writes_is_refused(desk: Pages, town: Archive) -> None:
    address, data = fill(desk.page("/people/gill"), "rename", name="Skipper Gill")
    with open_archive(town.path, write=True):  # type: ignore[attr-defined]
        response = desk.post(address, status=503, data=data)
        assert "The archive is in use" in response.text
        assert "wait for it to end, then try again" in response.text
        refused = desk.post("/corrections", status=503, json={"action": "rename", "person": "gill", "name": "X"})
        assert "wait for it to end" in refused.json()["detail"]
    desk.post(address, data=data)


@pytest.mark.parametrize("id", ["9", "1" * 30, "x"])
def test_a_missing_correction_cannot_be_undone(desk: Pages, id: str) -> None:
    refused = desk.post(f"/corrections/{id}/undo", status=400, json={})
    assert refused.headers["content-type"] == "application/problem+json"
    assert "no correction" in refused.json()["detail"]


def test_suggestions_are_the_speakers_and_people_of_the_article(desk: Pages) -> None:
    page = desk.page(about(VOTE))
    assert [option.get("value") for option in select(page, "datalist option")] == ["Orla Gill"]


@pytest.mark.parametrize("query", ["", "?article=the-vote", "?article=none&quotation=none"])
def test_a_form_for_a_missing_quotation_is_not_found(desk: Pages, query: str) -> None:
    desk.page(f"/correct{query}", status=404)


def test_corrections_are_shown_also_if_they_are_turned_off(desk: Pages, town: Archive) -> None:
    send(desk, about(VOTE), "speaker", who="Tom Roe")
    closed = Pages(create_app(town, reread=reread))
    for path in ("/article/the-vote", "/people/tom-roe", "/corrections"):
        page = closed.page(path)
        assert select(page, nth(desk, 1)) != []
        assert select(page, "form.correction-form, form.undo, a.correct") == []
        assert "token" not in closed.get(path).text
    assert "turned off" in text(closed.page("/corrections"))
    assert "serve --corrections" in text(closed.page(about(VOTE), status=403))
