"""Copies among the results: all of them unless folded, each with a link to its story's other copies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.archive import open_archive
from onrecord.web import create_app
from tests.archive.test_copies import text as story
from tests.helpers.html_query import one, select, text, texts
from tests.helpers.paper import reread
from tests.helpers.records import Quoted, record
from tests.web.conftest import Pages

SAID = Quoted("“The slip will open in May,”", "Ines Calder")


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """Pages of an archive with one story in three outlets and another article."""
    path: Path = tmp_path_factory.mktemp("wire") / "a"
    with open_archive(path, create=True, write=True) as archive:
        for day, outlet in enumerate(("Gull", "Wire", "Tarn")):
            archive.add(record(outlet, story(7), SAID, outlet=outlet, title=outlet, published=f"2022-03-1{day}"))
        archive.add(record("other", story(8), outlet="Courier", title="Courier", published="2022-03-20"))
        archive.commit()
    with open_archive(path) as archive:
        yield Pages(create_app(archive, reread=reread))


def test_all_copies_are_listed_and_can_be_folded(wire: Pages) -> None:
    page = wire.page("/articles")
    assert texts(page, ".hits h2") == ["Courier", "Tarn", "Wire", "Gull"]
    total = one(page, ".total")
    assert text(total) == "4 articles, 2 of them copies of earlier articles: fold copies"
    assert one(total, "a").get("href") == "/articles?copies=folded"


def test_a_folded_story_is_one_result_and_counted_once(wire: Pages) -> None:
    page = wire.page("/articles?copies=folded")
    assert texts(page, ".hits h2") == ["Courier", "Gull"]
    assert text(one(page, ".total")) == "2 stories, copies folded: show all 4"
    assert one(page, ".total a").get("href") == "/articles"
    assert texts(page, ".tabs a") == ["Quotations 1", "Articles 2", "People"]
    assert texts(page, ".chips a") == ["copies folded ✖"]
    assert "Wire" not in " ".join(texts(page, ".facet a"))


def test_links_keep_copies_folded(wire: Pages) -> None:
    page = wire.page("/articles?copies=folded")
    links = [link.get("href") for link in select(page, ".tabs a, .facet a, .sorts a, .bars a")]
    assert {link for link in links if "copies=folded" not in link} == {"/people"}
    hidden = {field.get("name"): field.get("value") for field in select(page, "form.search input[type=hidden]")}
    assert hidden == {"copies": "folded"}
    moved = wire.get("/articles?copies=folded&from=2022-03-01&to=2022-03-15", status=303)
    assert moved.headers["location"] == "/articles?q=published:2022-03-01/2022-03-15&copies=folded"


def test_a_result_links_to_all_copies_earliest_first(wire: Pages) -> None:
    for path in ("/articles?copies=folded", "/quotes?copies=folded"):
        page = wire.page(path)
        link = one(page, ".hits a.copies")
        assert text(link) == "1 of 3 copies"
        copies = wire.page(link.get("href"))
        assert texts(copies, ".hits h2") == ["Gull", "Wire", "Tarn"]
        assert "copies of story" in text(one(copies, ".chips"))


def test_the_earliest_matching_copy_is_shown(wire: Pages) -> None:
    page = wire.page("/quotes?q=-outlet:Gull&copies=folded")
    assert "published 11 March 2022 in Wire" in text(one(page, ".hits .origin"))
    assert text(one(page, ".total")) == "1 quotation, copies folded: show all 2"


def test_folding_is_mentioned_only_if_there_are_copies(wire: Pages) -> None:
    assert text(one(wire.page("/articles?q=outlet:Courier"), ".total")) == "1 article"
    assert text(one(wire.page("/articles?q=outlet:Tarn&copies=folded"), ".total")) == "1 story"
    assert (
        text(one(wire.page("/quotes"), ".total"))
        == "3 quotations, 2 of them in copies of earlier articles: fold copies"
    )


def test_the_json_is_folded_too(wire: Pages) -> None:
    twin = one(wire.page("/articles?copies=folded"), "link[rel=alternate]").get("href")
    answer = json.loads(wire.get(twin).text)
    assert (answer["total"], answer["total_with_copies"]) == (2, 4)
    shown = {hit["title"]: (hit["story"], hit["copies"]) for hit in answer["results"]}
    gull = next(hit["id"] for hit in answer["results"] if hit["title"] == "Gull")
    assert shown["Gull"] == (gull, 3)
    quotes = json.loads(wire.get("/quotes.json").text)
    assert [(hit["story"], hit["copies"]) for hit in quotes["results"]] == [(gull, 3)] * 3
    assert "total_with_copies" not in quotes
