"""The pages of an article and its captures: marked quotations, dates with their basis, checked evidence."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from onrecord.archive import open_archive
from onrecord.model import (
    Article,
    Candidate,
    Dated,
    Doubt,
    DoubtKind,
    Evidence,
    Flag,
    Precision,
    Record,
)
from onrecord.web import create_app
from tests.helpers.html_query import one, select, text, texts
from tests.helpers.paper import HARBOUR, ODD_ID, evidence_path, grief, harbour, make_archive, reread
from tests.web.conftest import Pages


def test_the_dates_are_separate_and_each_has_its_basis(pages: Pages) -> None:
    page = pages.page("/article/harbour")
    facts = {text(one(row, "dt")): text(one(row, "dd")) for row in select(page, ".facts dl div")}
    assert facts["Published"] == "20 February 2021 ✔ JSON-LD datePublished"
    assert facts["Modified"] == "22 February 2021 ✔ meta modified"
    assert facts["Captured"] == "1 March 2021, 06:00 UTC ✔ WARC-Date"
    assert text(one(page, ".byline")) == "Per Holm"


def test_missing_fields_are_shown_as_missing(pages: Pages) -> None:
    page = pages.page(f"/article/{quote(ODD_ID, safe='')}")
    facts = {text(one(row, "dt")): text(one(row, "dd")) for row in select(page, ".facts dl div")}
    assert (facts["Published"], facts["Modified"]) == ("not stated", "not stated")


def test_every_quotation_is_marked_with_its_speaker_and_linked(pages: Pages) -> None:
    page = pages.page("/article/harbour")
    marks = select(page, ".text p:not(.key) mark")
    assert [mark.get("class") for mark in marks] == ["said direct", "said direct", "said mixed", "said indirect"]
    labels = [text(one(mark, ".sr:first-child")) for mark in marks]
    assert labels == [
        "[Quotation 1, Ines Calder, direct:",
        "[Quotation 1, continued, Ines Calder, direct:",
        "[Quotation 2, Ines Calder, mixed:",
        "[Quotation 3, Ines Calder, paraphrase:",
    ]
    assert marks[0].get("data-quotation") == marks[1].get("data-quotation") == marks[0].get("id")
    jumps = [a.get("href") for a in select(page, ".jumps a")]
    assert jumps == [f"#{marks[n].get('id')}" for n in (0, 2, 3)]
    notes = texts(page, ".aside")
    assert notes[0] == "1 Ines Calder, said 20 February 2021, at the customs house, about November 2021"


def test_the_text_is_complete(pages: Pages) -> None:
    page = pages.page("/article/harbour")
    for added in select(page, ".text .sr, .text .number, .text .aside"):
        added.drop_tree()
    assert [p.text_content() for p in select(page, ".text p:not(.key)")] == HARBOUR.split("\n\n")


def test_an_article_in_another_language_says_why_it_has_no_quotations(pages: Pages) -> None:
    page = pages.page("/article/hafenrat")
    assert text(one(page, ".notice")) == "Quotations are only found in English articles; this one is in German."
    assert one(page, ".text").get("lang") == "de"


def test_captures_are_listed_newest_first_and_each_can_be_read(pages: Pages) -> None:
    page = pages.page("/article/the-bridge")
    assert texts(page, ".captures li") == [
        "11 February 2021, 06:00 UTC shown here newest",
        "10 February 2021, 06:00 UTC",
    ]
    assert "It opens on Tuesday" in text(one(page, ".text"))
    older = pages.page(one(page, ".captures a").get("href"))
    assert "It opens on Monday" in text(one(older, ".text"))
    assert text(one(older, ".notice")) == (
        "This is an earlier capture of the article; the newest is from 11 February 2021, 06:00 UTC."
    )


def test_the_live_page_is_linked_without_a_referrer(pages: Pages) -> None:
    link = one(pages.page("/article/harbour"), ".address a")
    assert link.get("href") == "https://www.tarnpost.example/harbour"
    assert set(link.get("rel").split()) == {"noopener", "noreferrer", "nofollow"}


def test_an_article_has_a_json_form_that_can_be_parsed(pages: Pages) -> None:
    page = pages.page("/article/the-bridge")
    twin = json.loads(pages.get(one(page, "link[rel=alternate]").get("href")).text)
    assert Record.from_json(twin).article.title == "The bridge"
    assert [capture["newest"] for capture in twin["captures"]] == [True, False]
    older = pages.page(one(page, ".captures a").get("href"))
    older_twin = json.loads(pages.get(one(older, "link[rel=alternate]").get("href")).text)
    assert older_twin["capture"]["newest"] is False
    assert "Monday" in older_twin["text"]


def test_unchanged_evidence_is_confirmed(pages: Pages) -> None:
    page = pages.page(one(pages.page("/article/harbour"), '.facts a[href^="/capture/"]').get("href"))
    assert text(one(page, ".check h2")) == "✔ The captured bytes are unchanged"
    source = pages.get(one(page, 'a[href$="/source"]').get("href"))
    assert source.text == HARBOUR
    assert source.headers["content-type"] == "text/plain; charset=utf-8"
    twin = json.loads(pages.get(one(page, "link[rel=alternate]").get("href")).text)
    assert (twin["id"], twin["capture"]["offset"]) == ("harbour", 0)


def test_changed_or_missing_evidence_is_reported(tmp_path: Path) -> None:
    with open_archive(make_archive(tmp_path)) as archive:
        pages = Pages(create_app(archive, reread=reread))
        (tmp_path / "0.html").write_bytes(b"other \xff bytes")
        (tmp_path / "1.html").unlink()
        changed = pages.page(evidence_path(harbour()))
        assert text(one(changed, ".check h2")) == "✖ The bytes have changed since they were captured"
        assert (
            pages.get(f"{evidence_path(harbour())}/source").headers["content-type"]
            == "text/plain; charset=windows-1252"
        )
        lost = pages.page(evidence_path(grief()))
        assert text(one(lost, ".check h2")) == "✖ The captured bytes cannot be read"
        assert str(tmp_path / "1.html") in text(one(lost, ".check p"))
        pages.get(f"{evidence_path(grief())}/source", status=404)


@pytest.mark.parametrize(
    "path",
    [
        "/article/nowhere",
        "/article/harbour?capture=999",
        "/article/harbour?capture=x",
        "/capture/0",
        "/capture/99999999999999999999999",
        "/capture/-1",
        "/capture/x",
        "/nowhere",
        "/quotes/",
        "/static/..%2fapp.py",
    ],
)
def test_a_missing_page_is_answered_with_our_error_page(pages: Pages, path: str) -> None:
    page = pages.page(path, status=404)
    assert one(page, "h1").text_content() == "Page not found"
    assert one(page, 'main a[href="/"]') is not None


def test_a_missing_page_is_answered_in_json_if_json_was_requested(pages: Pages) -> None:
    answer = json.loads(pages.get("/article/nowhere.json", status=404).text)
    assert (answer["status"], answer["detail"]) == (404, "This article is not in the archive.")


def test_doubts_flags_and_the_dates_found_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    dated = [Dated("2022-03-08", Precision.DAY, "URL"), Dated("2021-03-08", Precision.DAY, "meta date")]
    article = Article(
        id="doubted",
        url="https://x.example/a",
        outlet="The Gull",
        title="Slip",
        text="The slip reopens.",
        candidates=(Candidate("published", dated[0], True, "won"), Candidate("published", dated[1], False, "lost")),
        doubts=(Doubt(DoubtKind.DISAGREEMENT, "URL says <b>, meta date says another"),),
        flags=(Flag.PAYWALLED, Flag.STUB),
    )
    with open_archive(path, create=True, write=True) as archive:
        archive.add(Record(article=article, quotations=(), evidence=Evidence("x.warc", 0, "sha256:00")))
    with open_archive(path) as archive:
        page = Pages(create_app(archive, reread=reread)).page("/article/doubted")
    facts = {text(one(row, "dt")): text(one(row, "dd")) for row in select(page, ".facts dl div")}
    assert facts["Doubt"] == "disagreement: URL says <b>, meta date says another"
    assert one(page, ".doubt a").get("href") == "/?q=doubt:disagreement"
    assert facts["Page"] == "paywalled, stub"
    assert "meta date: lost" in facts["Dates found"]


def test_copies_are_listed_earliest_first(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    words = " ".join(f"word{n} runs over mile {n * n}" for n in range(60))
    with open_archive(path, create=True, write=True) as archive:
        for id, outlet, day in (("late", "The Tarn", "2022-03-09"), ("early", "The Gull", "2022-03-08")):
            published = Dated(day, Precision.DAY, "test")
            article = Article(
                id=id, url=f"https://x.example/{id}", outlet=outlet, title=id, text=words, published=published
            )
            archive.add(Record(article=article, quotations=(), evidence=Evidence("x.warc", 0, f"sha256:{id}")))
    with open_archive(path) as archive:
        site = Pages(create_app(archive, reread=reread))
        page = site.page("/article/late")
        listed = site.page("/articles?q=word1")
    assert text(one(page, ".copies h2")) == "1 of 2 copies"
    assert texts(page, ".copies li") == ["The Gull 8 March 2022", "The Tarn 9 March 2022, shown here"]
    assert one(page, ".copies a").get("href") == "/article/early"
    assert all("1 of 2 copies" in line for line in texts(listed, ".origin"))
