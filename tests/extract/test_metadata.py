"""Fields from JSON-LD in all its shapes, from meta tags, microdata and markup, and which goes first."""

# ruff: noqa: E501 (tables of cases read best with one case a line)
from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.model import Article
from tests.helpers.ledger import PARAGRAPHS, URL, article_node, html, jsonld, page

NODE = json.dumps(article_node())
OTHER = article_node(headline="Tides this week", url="https://www.marrowbayledger.example/tides", author="Per Aho")


def read(
    head: str, *, body: str = "", url: str = URL, title: str = "Ferry slip to reopen | Marrow Bay Ledger"
) -> Article:
    return extract(page(html(head=head, body=body, title=title), url=url))


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(script(NODE), id="one object"),
        pytest.param(script(f"[{NODE}]"), id="array"),
        pytest.param(script(f"[[{NODE}]]"), id="array in array"),
        pytest.param(script(json.dumps({"@graph": [{"@type": "WebSite", "name": "Ledger"}, article_node()]})), id="graph"),
        pytest.param(script(json.dumps({"@type": "WebPage", "mainEntity": article_node()})), id="main entity"),
        pytest.param(script('{"@type":"BreadcrumbList"}') + script(NODE), id="second script"),
        pytest.param(script(f"<!-- {NODE} -->"), id="in an HTML comment"),
        pytest.param(script(f"//<![CDATA[\n{NODE}\n//]]>"), id="in CDATA"),
        pytest.param(script(NODE[:-1] + ",}"), id="trailing comma"),
        pytest.param(script(NODE + ";"), id="semicolon"),
        pytest.param(script(NODE + NODE), id="two objects run on"),
        pytest.param(script(NODE.replace("Ferry slip to reopen", "Ferry slip\n to reopen")), id="raw line break"),
        pytest.param(script("{broken") + script(NODE), id="after a broken script"),
        pytest.param(script(json.dumps(article_node(**{"@type": ["Article", "NewsArticle"]}))), id="two types"),
        pytest.param(script(json.dumps(article_node(**{"@type": "http://schema.org/NewsArticle"}))), id="type as address"),
        pytest.param(script(json.dumps(article_node(headline="<b>Ferry</b> slip &amp;#116;o reopen"))), id="HTML in value"),
        pytest.param(jsonld(article_node(**{"@type": "LiveBlogPosting"})), id="live blog"),
        pytest.param(jsonld(article_node(**{"@type": "ReportageNewsArticle"})), id="reportage"),
        pytest.param(jsonld(OTHER, article_node(url=URL)), id="the node of this address"),
        pytest.param(jsonld({"@type": "ItemList", "itemListElement": [OTHER]}, article_node()), id="others in a list"),
    ],
)  # fmt: skip
def test_json_ld_shapes(head: str) -> None:
    article = read(head)
    assert article.title == "Ferry slip to reopen"
    assert article.authors == ("Tobias Renn",)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2022-03-08T09:30:00-05:00", "JSON-LD datePublished")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Tobias Renn", ("Tobias Renn",)),
        ({"@type": "Person", "name": "By Tobias Renn"}, ("Tobias Renn",)),
        ([{"name": "Tobias Renn"}, {"name": "Ines Calder"}], ("Tobias Renn", "Ines Calder")),
        ({"name": ["Tobias Renn", "Ines Calder"]}, ("Tobias Renn", "Ines Calder")),
        ({"name": "Tobias Renn and Ines Calder"}, ("Tobias Renn", "Ines Calder")),
        ([{"@type": "Organization", "name": "Associated Press"}], ("Associated Press",)),
        ({"@id": "#renn"}, ("Tobias Renn",)),
        ({"@type": "Organization", "name": "Marrow Bay Ledger"}, ()),
        ([None, 7, {"name": None}], ()),
    ],
)
def test_json_ld_authors(author: Any, names: tuple[str, ...]) -> None:
    person = {"@type": "Person", "@id": "#renn", "name": "Tobias Renn"}
    assert read(jsonld({"@graph": [article_node(author=author), person]})).authors == names


@pytest.mark.parametrize(
    ("head", "value", "basis"),
    [
        ('<meta property="article:published_time" content="2022-03-08T09:30:00Z">', "2022-03-08T09:30:00Z", "meta article:published_time"),
        ('<meta name="parsely-pub-date" content="2022-03-08T09:30:00Z">', "2022-03-08T09:30:00Z", "meta parsely-pub-date"),
        ('<meta name="sailthru.date" content="Tue, 08 Mar 2022 09:30:00 GMT">', "2022-03-08T09:30:00Z", "meta sailthru.date"),
        ('<meta name="DC.date.issued" content="2022-03-08">', "2022-03-08", "meta dc.date.issued"),
        ('<meta name="citation_publication_date" content="2022/03/08">', "2022-03-08", "meta citation_publication_date"),
        ('<meta itemprop="datePublished" content="2022-03-08">', "2022-03-08", "meta datepublished"),
        ('<meta name="date" content="0001-01-01"><meta name="pubdate" content="20220308">', "2022-03-08", "meta pubdate"),
    ],
)  # fmt: skip
def test_dates_in_meta_tags(head: str, value: str, basis: str) -> None:
    published = read(head).published
    assert published is not None
    assert (published.value, published.basis) == (value, basis)


@pytest.mark.parametrize(
    ("body", "basis"),
    [
        ('<span itemprop="datePublished" content="2022-03-07">Monday</span>', "microdata datePublished"),
        ('<time class="entry-date published" datetime="2022-03-07">7 March</time>', "time element"),
        ("<time pubdate>March 7, 2022</time>", "time element"),
    ],
)
def test_dates_in_the_body(body: str, basis: str) -> None:
    published = read("", body=f"<p>{body}</p>").published
    assert published is not None
    assert (published.day, published.basis) == ("2022-03-07", basis)


@pytest.mark.parametrize("path", ["2022/03/07/ferry", "2022/mar/07/ferry", "ferry-2022-03-07", "20220307-ferry"])
def test_the_day_in_the_address_goes_after_what_the_page_states(path: str) -> None:
    url = f"https://www.marrowbayledger.example/{path}"
    published = read("", url=url).published
    assert published is not None
    assert (published.value, published.basis) == ("2022-03-07", "URL")
    stated = read(jsonld(article_node()), url=url).published
    assert stated is not None
    assert stated.basis == "JSON-LD datePublished"


def test_a_visible_date_is_found_by_htmldate() -> None:
    published = read("", body='<div class="byline-date">Published March 7, 2022</div>').published
    assert published is not None
    assert (published.value, published.basis) == ("2022-03-07", "htmldate")


@pytest.mark.parametrize("body", ["", '<div class="date">March 9, 2022</div>', "<p>Read on 03/04/2022 or later.</p>"])
def test_undated_stays_undated(body: str) -> None:
    assert read("", body=body).published is None


def test_modified_is_never_taken_for_published() -> None:
    article = read('<meta property="article:modified_time" content="2022-03-08T11:00:00Z">')
    assert article.modified is not None
    assert article.modified.basis == "meta article:modified_time"
    assert article.published is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Marrow Bay Ledger">', "Marrow Bay Ledger"),
        ('<meta property="og:site_name" content="Marrow Bay Ledger | News you can use">', "Marrow Bay Ledger"),
        ('<meta property="og:site_name" content="marrowbayledger">' + jsonld(article_node()), "Marrow Bay Ledger"),
        ('<meta property="og:site_name" content="Marrow Bay Ledger">' + jsonld(article_node(publisher="Associated Press")), "Marrow Bay Ledger"),
        ('<meta name="application-name" content="The Ledger">', "The Ledger"),
        ("", "marrowbayledger.example"),
    ],
)  # fmt: skip
def test_outlets(head: str, outlet: str) -> None:
    assert read(head, title="Ferry slip to reopen").outlet == outlet


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ('<meta name="author" content="By Tobias Renn">', ("Tobias Renn",)),
        ('<meta property="article:author" content="https://www.facebook.example/trenn"><meta name="byl" content="By Ines Calder">', ("Ines Calder",)),
        ('<meta name="citation_author" content="Calder, Ines"><meta name="citation_author" content="Aho, Per">', ("Ines Calder", "Per Aho")),
        ('<meta name="author" content="Marrow Bay Ledger">', ()),
    ],
)  # fmt: skip
def test_authors_in_meta_tags(head: str, names: tuple[str, ...]) -> None:
    head += '<meta property="og:site_name" content="Marrow Bay Ledger">'
    assert read(head).authors == names


def test_the_headline_goes_before_the_title_tag_and_the_first_heading() -> None:
    assert read('<meta property="og:title" content="Slip &amp;amp; boats">').title == "Slip & boats"
    assert read("", title="Home").title == "Ferry slip to reopen"
    assert (
        extract(page(f"<title>Slip opens - Ledger</title><p>{'</p><p>'.join(PARAGRAPHS)}</p>")).title
        == "Slip opens - Ledger"
    )
