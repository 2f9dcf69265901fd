"""The pages of results: filters, counts, words, order, paging, and how unknown values are shown."""

from __future__ import annotations

import json
from urllib.parse import quote_plus

import pytest

from tests.helpers.html_query import Html, one, select, text, texts
from tests.web.conftest import Pages


def hit(page: Html, words: str) -> Html:
    """The only result that contains these words."""
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


def test_a_direct_quotation_keeps_its_quotation_marks(pages: Pages) -> None:
    found = hit(pages.page("/quotes?q=winter"), "another winter")
    words = one(found, "blockquote.words")
    assert text(words) == "“We will not wait for another winter,” … “The wall must be mended.”"
    assert text(one(found, ".by")).startswith("Ines Calder, said 20 February 2021, at the customs house")
    assert text(one(found, ".origin")) == "published 20 February 2021 in The Tarn Post: Harbour"


def test_a_paraphrase_has_no_quotation_marks_and_is_labelled(pages: Pages) -> None:
    found = hit(pages.page("/quotes?q=speaker:Calder"), "the town had been patient")
    assert select(found, "blockquote, q") == []
    words = text(one(found, ".words"))
    assert words == "paraphrase the town had been patient for long enough"
    assert not set(words) & set("“”\"'‘’«»")


def test_unknown_and_uncertain_speakers_are_shown_as_such(pages: Pages) -> None:
    unnamed = hit(pages.page("/quotes?q=published:2021-02-21"), "changed the family")
    assert text(one(unnamed, ".by")) == "unnamed source in the article: Her brother"
    unsure = hit(pages.page("/quotes?q=published:2020-12"), "‘never again’ Ines Calder")
    assert text(one(unsure, ".doubt")) == "uncertain, 40%"
    assert text(one(unsure, ".basis")) == "the only Calder here"


def test_a_result_links_to_the_quotation_in_the_article(pages: Pages) -> None:
    found = hit(pages.page("/quotes?q=published:2021-02-21"), "Today was your due date")
    path, _, anchor = one(found, ".origin a").get("href").partition("#")
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


def test_dates_not_in_the_chart_are_counted_below_it(pages: Pages) -> None:
    month = pages.page("/articles?q=published:2020-12")
    assert text(one(month, ".chart-note")) == "1 in December 2020, day unknown."
    drawn = pages.page("/articles")
    assert text(one(drawn, ".chart-note")) == "Not in the chart: 1 undated."


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


def test_undated_results_can_be_filtered(pages: Pages) -> None:
    page = pages.page("/articles")
    (undated,) = [a for a in select(page, ".facet .choices a") if text(a) == "undated 1"]
    found = pages.page(undated.get("href"))
    assert texts(found, ".chip") == ["undated ✖"]
    assert "undated" in text(one(found, ".hits .origin"))


@pytest.mark.parametrize("path", ["/quotes", "/articles"])
def test_paging_shows_everything_once_and_leads_back(pages: Pages, path: str) -> None:
    seen: list[str] = []
    href: str | None = f"{path}?q=gauge"
    while href:
        page = pages.page(href)
        seen += [a.get("href") for a in select(page, ".hits .origin a, .hits h2 a")]
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


def test_the_empty_date_form_removes_the_date(pages: Pages) -> None:
    response = pages.get("/articles?q=tide&q=published:2020&from=&to=", status=303)
    assert response.headers["location"] == "/articles?q=tide"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("from=2021-03-01&to=2021-01-01", "These dates are not a period"),
        ("from=soon&to=", "These dates are not a period"),
        ("from=2021-02-31&to=", "published: 2021-02-31 is no day in the calendar"),
    ],
)
def test_invalid_dates_are_refused_with_a_message(pages: Pages, asked: str, reason: str) -> None:
    response = pages.get(f"/quotes?{asked}", status=303) if "02-31" in asked else None
    page = pages.page(response.headers["location"] if response else f"/quotes?{asked}", status=400)
    assert text(one(page, ".problem .reason")).startswith(reason)


def test_an_invalid_query_keeps_its_words_and_marks_the_place(pages: Pages) -> None:
    page = pages.page("/quotes?q=tide+(gauge&q=kind:direct", status=400)
    assert one(page, "#box").get("value") == "tide (gauge"
    assert one(page, ".query mark").text_content() == "("
    assert texts(page, ".chip") == ["kind direct ✖"]


def test_an_invalid_cursor_is_refused(pages: Pages) -> None:
    page = pages.page("/quotes?q=tide&after=nonsense", status=400)
    assert one(page, "#box").get("value") == "tide"


def test_a_query_that_is_too_long_is_refused_with_our_error_page(pages: Pages) -> None:
    page = pages.page(f"/quotes?q={'a' * 3000}", status=400)
    assert one(page, "h1").text_content() == "This request is not valid"


def test_no_results_say_so_and_link_to_the_other_tab(pages: Pages) -> None:
    page = pages.page("/quotes?q=Hafenrat&q=outlet:Nowhere")
    assert text(one(page, ".no-results p:first-child")) == "Nothing in this archive matches this search."
    assert texts(page, ".chip") == ["outlet Nowhere ✖"]


def test_unknown_parameters_are_ignored(pages: Pages) -> None:
    assert pages.get("/quotes?q=tide&utm_source=x").text == pages.get("/quotes?q=tide").text


@pytest.mark.parametrize("path", ["/quotes", "/articles"])
def test_every_page_of_results_is_available_as_json(pages: Pages, path: str) -> None:
    page = pages.page(f"{path}?q=gauge&q=published:2021-01&sort=oldest")
    twin = one(page, "link[rel=alternate]").get("href")
    assert twin == f"{path}.json?q=gauge&q=published:2021-01&sort=oldest"
    answer = json.loads(pages.get(twin).text)
    assert set(answer) == {"total", "results", "facets", "next"}
    assert answer["total"] == 30
    assert len(answer["results"]) == len(select(page, ".hits article"))
    following = json.loads(pages.get(f"{twin}&after={quote_plus(answer['next'])}").text)
    assert len(answer["results"]) + len(following["results"]) == 30


def test_an_invalid_query_is_refused_in_json_too(pages: Pages) -> None:
    answer = json.loads(pages.get("/quotes.json?q=(a", status=400).text)
    assert answer["position"] == 0
    assert "not closed" in answer["detail"]


def test_landing(pages: Pages) -> None:
    page = pages.page("/")
    assert text(one(page, ".totals")) == (
        "39 quotations in 36 articles, read from 37 captures, published from December 2020 to 21 February 2021."
    )
    assert texts(page, "h2") == ["Speakers", "Outlets"]
    assert texts(page, ".lists section:first-child .choices a")[:2] == ["Lena Orr 30", "Ines Calder 4"]
    assert one(page, "form.search").get("action") == "/quotes"
