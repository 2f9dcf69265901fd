"""The pages of results on the paper: filters, counts, words, order, paging, and what is said where nothing is known."""

from __future__ import annotations

import json
from urllib.parse import quote_plus

import pytest

from tests.helpers.html_query import Html, one, select, text, texts
from tests.web.conftest import Pages


def hit(page: Html, words: str) -> Html:
    """The one result that holds these words."""
    found: list[Html] = [item for item in select(page, ".hits article") if words in text(item)]
    assert len(found) == 1, f"{words}: {len(found)}"
    return found[0]


def test_a_page_of_one_day_begins_with_its_date(pages: Pages) -> None:
    page = pages.page("/quotes?q=published:2021-02-21")
    main = one(page, "main")
    assert next(line for line in main.text_content().splitlines() if line.strip()).strip() == "date 2021-02-21 ✖"
    chip = one(page, "a.chip")
    assert chip.get("aria-label") == "Remove filter date 2021-02-21"
    assert one(chip, "[aria-hidden=true]").text_content() == "✖"
    assert chip.get("href") == "/quotes"
    assert texts(page, ".hits .words") == [
        "“Today was your due date,” … “We love you forever.”",
        "paraphrase the grief had changed the family",
    ]


def test_the_form_carries_the_chips(pages: Pages) -> None:
    page = pages.page('/quotes?q=grief&q=published:2021-02-21&q=speaker:"Mara+Velden"&sort=oldest')
    form = one(page, "form.search")
    assert form.form_values() == [
        ("q", "grief"),
        ("q", "published:2021-02-21"),
        ("q", 'speaker:"Mara Velden"'),
        ("sort", "oldest"),
    ]


def test_tabs_count_both(pages: Pages) -> None:
    page = pages.page("/quotes?q=speaker:Calder")
    assert texts(page, ".tabs a") == ["Quotations 4", "Articles 2", "People"]
    assert one(page, ".tabs a[aria-current=page]").text_content().startswith("Quotations")
    other = pages.page(select(page, ".tabs a")[1].get("href"))
    assert texts(other, ".tabs a") == ["Quotations 4", "Articles 2", "People"]
    assert len(select(other, ".hits article")) == 2


def test_a_direct_quotation_stands_in_its_own_marks(pages: Pages) -> None:
    found = hit(pages.page("/quotes?q=winter"), "another winter")
    words = one(found, "blockquote.words")
    assert text(words) == "“We will not wait for another winter,” … “The wall must be mended.”"
    assert text(one(found, ".by")).startswith("Ines Calder, said 20 February 2021, at the customs house")
    assert text(one(found, ".printed")) == "printed 20 February 2021 in The Tarn Post: Harbour"


def test_a_paraphrase_stands_in_no_marks_and_says_what_it_is(pages: Pages) -> None:
    found = hit(pages.page("/quotes?q=speaker:Calder"), "the town had been patient")
    assert select(found, "blockquote, q") == []
    words = text(one(found, ".words"))
    assert words == "paraphrase the town had been patient for long enough"
    assert not set(words) & set("“”\"'‘’«»")


def test_who_spoke_is_said_honestly(pages: Pages) -> None:
    unnamed = hit(pages.page("/quotes?q=published:2021-02-21"), "changed the family")
    assert text(one(unnamed, ".by")) == "unnamed source in the article: Her brother"
    unsure = hit(pages.page("/quotes?q=published:2020-12"), "‘never again’ Ines Calder")
    assert text(one(unsure, ".doubt")) == "uncertain, 40%"
    assert text(one(unsure, ".basis")) == "the only Calder here"


def test_a_result_leads_to_its_words_in_the_article(pages: Pages) -> None:
    found = hit(pages.page("/quotes?q=published:2021-02-21"), "Today was your due date")
    path, _, anchor = one(found, ".printed a").get("href").partition("#")
    article = pages.page(path)
    assert "Today was your due date" in article.get_element_by_id(anchor).text_content()


def test_dates_drill_from_year_to_month_to_day_and_back(pages: Pages) -> None:
    page = pages.page("/articles?q=published:2021")
    months = {text(a): a.get("href") for a in select(page, ".facet:first-child .choices a")}
    assert list(months) == ["January 2021 31", "February 2021 3"]
    page = pages.page(months["February 2021 3"])
    assert texts(page, ".chip") == ["date 2021-02 ✖"]
    days = {text(a): a.get("href") for a in select(page, ".facet:first-child .choices a")}
    assert list(days) == ["10 Feb 1", "20 Feb 1", "21 Feb 1"]
    page = pages.page(days["21 Feb 1"])
    assert texts(page, ".chip") == ["date 2021-02-21 ✖"]
    assert texts(page, ".trail li") == ["All dates", "2021", "February 2021", "21 February 2021"]
    assert [a.get("href") for a in select(page, ".trail a")] == [
        "/articles",
        "/articles?q=published:2021",
        "/articles?q=published:2021-02",
    ]


def test_dates_that_stand_in_no_bar_are_said_in_words(pages: Pages) -> None:
    month = pages.page("/articles?q=published:2020-12")
    assert text(one(month, ".beside")) == "In December 2020, day unknown: 1."
    drawn = pages.page("/articles")
    assert text(one(drawn, ".beside")) == "In no bar: undated: 1."


def test_every_bar_narrows_to_its_step(pages: Pages) -> None:
    page = pages.page("/articles?q=published:2021")
    bars = select(page, "svg.bars a")
    assert bars
    for bar in bars:
        label, _, count = bar.get("aria-label").rpartition(": ")
        narrowed = pages.page(bar.get("href"))
        assert text(one(narrowed, ".bar-line .total")) == f"{count} article{'s' if count != '1' else ''}", label


def test_an_active_facet_value_is_marked_and_leads_back(pages: Pages) -> None:
    page = pages.page("/quotes?q=kind:direct")
    active = one(page, ".choices a.active")
    assert active.get("aria-label") == "direct: active, remove this filter"
    assert active.get("href") == "/quotes"


def test_the_undated_can_be_asked_for(pages: Pages) -> None:
    page = pages.page("/articles")
    (undated,) = [a for a in select(page, ".facet .choices a") if text(a) == "undated 1"]
    found = pages.page(undated.get("href"))
    assert texts(found, ".chip") == ["undated ✖"]
    assert "undated" in text(one(found, ".hits .printed"))


@pytest.mark.parametrize("path", ["/quotes", "/articles"])
def test_paging_shows_everything_once_and_leads_back(pages: Pages, path: str) -> None:
    seen: list[str] = []
    href: str | None = f"{path}?q=gauge"
    while href:
        page = pages.page(href)
        seen += [a.get("href") for a in select(page, ".hits .printed a, .hits h2 a")]
        following = select(page, '.pages a[rel="next"]')
        href = following[0].get("href") if following else None
    assert len(seen) == len(set(seen)) == 30
    assert select(page, ".pages a")[0].get("href") == f"{path}?q=gauge"


def test_order(pages: Pages) -> None:
    newest = texts(pages.page("/articles?q=gauge"), ".hits h2")
    oldest = texts(pages.page("/articles?q=gauge&sort=oldest"), ".hits h2")
    assert (newest[0], oldest[0]) == ("Tide 30", "Tide 1")


@pytest.mark.parametrize(
    ("asked", "chip"),
    [
        ("from=2021-01-01&to=2021-01-10", "date 2021-01-01 to 2021-01-10 ✖"),
        ("from=2021-02-01&to=", "date from 2021-02-01 ✖"),
        ("from=&to=2021-01-10", "date until 2021-01-10 ✖"),
        ("from=2021-01-10&to=2021-01-10", "date 2021-01-10 ✖"),
    ],
)
def test_the_date_form_makes_a_chip(pages: Pages, asked: str, chip: str) -> None:
    response = pages.get(f"/articles?q=published:2020&{asked}", status=303)
    assert texts(pages.page(response.headers["location"]), ".chip") == [chip]


def test_the_date_form_left_empty_takes_the_date_away(pages: Pages) -> None:
    response = pages.get("/articles?q=tide&q=published:2020&from=&to=", status=303)
    assert response.headers["location"] == "/articles?q=tide"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("from=2021-03-01&to=2021-01-01", "The dates are not a span of days"),
        ("from=soon&to=", "The dates are not a span of days"),
        ("from=2021-02-31&to=", "published: 2021-02-31 is no day in the calendar"),
    ],
)
def test_dates_that_are_none_are_refused_in_words(pages: Pages, asked: str, reason: str) -> None:
    response = pages.get(f"/quotes?{asked}", status=303) if "02-31" in asked else None
    page = pages.page(response.headers["location"] if response else f"/quotes?{asked}", status=400)
    assert text(one(page, ".problem .reason")).startswith(reason)


def test_a_query_without_meaning_keeps_its_words_and_marks_the_place(pages: Pages) -> None:
    page = pages.page("/quotes?q=tide+(gauge&q=kind:direct", status=400)
    assert one(page, "#box").get("value") == "tide (gauge"
    assert one(page, ".query mark").text_content() == "("
    assert texts(page, ".chip") == ["kind direct ✖"]


def test_a_cursor_that_is_not_ours_is_refused(pages: Pages) -> None:
    page = pages.page("/quotes?q=tide&after=nonsense", status=400)
    assert one(page, "#box").get("value") == "tide"


def test_a_query_too_long_is_refused_in_our_style(pages: Pages) -> None:
    page = pages.page(f"/quotes?q={'a' * 3000}", status=400)
    assert one(page, "h1").text_content() == "This cannot be asked"


def test_nothing_found_says_so_and_what_else_there_is(pages: Pages) -> None:
    page = pages.page("/quotes?q=Hafenrat&q=outlet:Nowhere")
    assert text(one(page, ".none p:first-child")) == "Nothing in this archive matches all of this."
    assert texts(page, ".chip") == ["outlet Nowhere ✖"]


def test_unknown_parameters_are_passed_over(pages: Pages) -> None:
    assert pages.get("/quotes?q=tide&utm_source=x").text == pages.get("/quotes?q=tide").text


@pytest.mark.parametrize("path", ["/quotes", "/articles"])
def test_every_page_of_results_has_its_json_twin(pages: Pages, path: str) -> None:
    page = pages.page(f"{path}?q=gauge&q=published:2021-01&sort=oldest")
    twin = one(page, "link[rel=alternate]").get("href")
    assert twin == f"{path}.json?q=gauge&q=published:2021-01&sort=oldest"
    answer = json.loads(pages.get(twin).text)
    assert set(answer) == {"total", "results", "facets", "next"}
    assert answer["total"] == 30
    assert len(answer["results"]) == len(select(page, ".hits article"))
    following = json.loads(pages.get(f"{twin}&after={quote_plus(answer['next'])}").text)
    assert len(answer["results"]) + len(following["results"]) == 30


def test_a_query_without_meaning_is_refused_in_json_too(pages: Pages) -> None:
    answer = json.loads(pages.get("/quotes.json?q=(a", status=400).text)
    assert answer["position"] == 0
    assert "not closed" in answer["detail"]


def test_landing(pages: Pages) -> None:
    page = pages.page("/")
    assert text(one(page, ".holds")) == (
        "39 quotations in 36 articles, read from 37 captures, printed from December 2020 to 21 February 2021."
    )
    assert texts(page, "h2") == ["Who is quoted", "Outlets"]
    assert texts(page, ".lists section:first-child .choices a")[:2] == ["Lena Orr 30", "Ines Calder 4"]
    assert one(page, "form.search").get("action") == "/quotes"
