"""Which dates a page lets find, which won and why, what speaks against them; section, tags, address and flags."""

# ruff: noqa: E501 (tables of cases read best with one case a line)
from __future__ import annotations

from typing import Any

import pytest

from onrecord.extract import extract
from onrecord.model import Article, Dated, DoubtKind, Flag, Given, Precision
from tests.helpers.ledger import PARAGRAPHS, URL, article_node, html, jsonld, page


def article(head: str = "", *, url: str = URL, body: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> Article:
    return extract(page(html(head=head, body=body, paragraphs=paragraphs), url=url))


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def published(day: str) -> str:
    return meta("article:published_time", day)


def test_every_date_found_is_a_candidate_and_says_why_it_won_or_not() -> None:
    found = article(
        jsonld(article_node(datePublished="2022-03-08", dateModified="2022-03-08T12:00:00Z"))
        + published("2022-03-08T09:30:00-05:00"),
        url="https://www.marrowbayledger.example/2022/03/08/slip",
    )
    assert [(c.field, c.date.value, c.date.basis, c.chosen, c.reason) for c in found.candidates] == [
        ("published", "2022-03-08", "JSON-LD datePublished", False, "less trusted than meta article:published_time, and the same day"),
        ("published", "2022-03-08T09:30:00-05:00", "meta article:published_time", True, "the day of JSON-LD datePublished, with its time"),
        ("published", "2022-03-08", "URL", False, "less trusted than meta article:published_time, and the same day"),
        ("modified", "2022-03-08T12:00:00Z", "JSON-LD dateModified", True, "the most trusted source that states one"),
    ]  # fmt: skip
    assert found.published is not None
    assert found.published.value == "2022-03-08T09:30:00-05:00"
    assert not found.doubts


def test_what_the_input_states_wins_and_the_page_stays_on_the_list() -> None:
    day = Dated("2022-03-01", Precision.DAY, "JSONL published")
    found = extract(page(html(head=published("2022-03-08")), given=Given(published=day)))
    assert [(c.date.value, c.chosen) for c in found.candidates] == [("2022-03-01", True), ("2022-03-08", False)]
    assert [doubt.kind for doubt in found.doubts] == [DoubtKind.DISAGREEMENT]


@pytest.mark.parametrize(
    ("head", "url", "kinds", "detail"),
    [
        (published("2022-03-08"), "https://x.example/2022/03/07/slip", [], ""),
        (published("2022-03-08"), "https://x.example/2022/03/04/slip", ["disagreement"], "URL says 2022-03-04"),
        (published("2022-03-12"), URL, ["future"], "captured 2022-03-09"),
        (published("2022-03-10"), URL, [], ""),
        (published("2022-03-09"), "https://x.example/2021/02/04/slip", ["disagreement", "stale"], "the day of capture"),
        (
            published("2022-03-08") + meta("article:modified_time", "2022-03-01"),
            URL,
            ["disagreement"],
            "modified before",
        ),
        (published("2022-03-08") + jsonld({"@type": "VideoObject", "datePublished": "2019-01-02"}), URL, [], ""),
    ],
)
def test_doubts(head: str, url: str, kinds: list[str], detail: str) -> None:
    doubts = article(head, url=url).doubts
    assert [str(doubt.kind) for doubt in doubts] == kinds
    assert any(detail in doubt.detail for doubt in doubts) or not kinds


def test_the_dates_of_comments_are_no_candidates() -> None:
    comment = (
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">'
        '<time itemprop="datePublished" datetime="2022-03-09">9 March</time></div>'
    )
    assert [c.date.basis for c in article(published("2022-03-02"), body=comment).candidates] == [
        "meta article:published_time"
    ]


def test_undated_stays_undated() -> None:
    found = article()
    assert found.published is None
    assert not found.candidates


def test_section_and_tags_are_the_publishers_own() -> None:
    node = article_node(articleSection=["Harbour", "News"], keywords="ferry, Marrow Bay,Ferry, type:story")
    found = article(jsonld(node) + meta("article:tag", "winter storms"), body='<a rel="tag" href="/t">Piles</a>')
    assert found.section == "Harbour"
    assert found.tags == ("ferry", "Marrow Bay", "winter storms", "Piles")
    assert found.domain == "marrowbayledger.example"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/news/slip", "https://www.marrowbayledger.example/news/slip"),
        ("https://www.marrowbayledger.example/", ""),
        ("javascript:void(0)", ""),
        ("http://[broken", ""),
    ],
)
def test_the_canonical_address(link: str, expected: str) -> None:
    assert article(f'<link rel="canonical" href="{link}">').canonical == expected


@pytest.mark.parametrize(
    ("fields", "paragraphs", "flags"),
    [
        ({}, PARAGRAPHS, ()),
        ({"isAccessibleForFree": "False"}, PARAGRAPHS * 2, (Flag.PAYWALLED,)),
        ({"isAccessibleForFree": False, "wordCount": 900}, PARAGRAPHS * 2, (Flag.PAYWALLED, Flag.STUB)),
        ({"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False}}, PARAGRAPHS[:2], (Flag.PAYWALLED, Flag.STUB)),
        ({"@type": "LiveBlogPosting"}, PARAGRAPHS, (Flag.LIVE,)),
        ({"wordCount": "many"}, PARAGRAPHS, ()),
    ],
)  # fmt: skip
def test_flags(fields: dict[str, Any], paragraphs: tuple[str, ...], flags: tuple[Flag, ...]) -> None:
    assert article(jsonld(article_node(**fields)), paragraphs=paragraphs).flags == flags


def test_a_title_is_cut_where_another_headline_ends() -> None:
    head = jsonld(article_node(headline="Ferry slip’s new piles")) + meta(
        "og:title", "Ferry slip's new piles - Harbour | ledger.example * by T. Renn"
    )
    assert article(head).title == "Ferry slip's new piles"
