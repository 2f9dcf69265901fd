"""Whole pages: what an article has, and that nothing but NotAnArticle is ever raised."""

# ruff: noqa: E501 (tables of cases read best with one case a line)
from __future__ import annotations

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st

from onrecord.extract import extract
from onrecord.model import Article, Dated, Dateline, Given, Page, Precision, article_id
from onrecord.model.errors import NotAnArticle
from tests.helpers.ledger import PARAGRAPHS, URL, article_node, html, jsonld, page, text_page


def test_every_field_of_a_well_marked_page() -> None:
    article = extract(page(html(head=jsonld(article_node()))))
    assert article.id == article_id(url=URL)
    assert article.url == URL
    assert article.title == "Ferry slip to reopen"
    assert article.authors == ("Tobias Renn",)
    assert article.outlet == "Marrow Bay Ledger"
    assert article.published == Dated("2022-03-08T09:30:00-05:00", Precision.SECOND, "JSON-LD datePublished")
    assert article.modified == Dated("2022-03-08T11:02:41-05:00", Precision.SECOND, "JSON-LD dateModified")
    assert article.captured == Dated("2022-03-09T04:00:00Z", Precision.SECOND, "WARC-Date")
    assert article.language == "en"
    assert article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("lang", "graph", "locale"),
    [("en-GB", "", "en-GB"), ("en", "en_AU", "en_AU"), ("en-IE", "en_US", "en-IE"), ("en", "", "en")],
)
def test_the_locale_that_a_page_states(lang: str, graph: str, locale: str) -> None:
    head = f'<meta property="og:locale" content="{graph}">' if graph else ""
    article = extract(page(html(head=head, lang=lang)))
    assert (article.language, article.locale) == ("en", locale)


def test_what_the_input_states_goes_before_the_page() -> None:
    day = Dated("2022-03-07", Precision.DAY, "JSONL published")
    stated = Given(id="mb-1", outlet="Ledger", title="Slip", authors=("P. Aho",), published=day)
    article = extract(page(html(head=jsonld(article_node())), given=stated))
    assert (article.id, article.outlet, article.title, article.authors) == ("mb-1", "Ledger", "Slip", ("P. Aho",))
    assert article.published == day


def test_a_page_without_url_takes_its_own_link_but_keeps_the_id_of_its_bytes() -> None:
    saved = page(html(head=f'<link rel="canonical" href="{URL}">'), url="")
    article = extract(saved)
    assert article.url == URL
    assert article.id == article_id(digest=saved.evidence.digest)


def test_paragraphs_lists_headings_and_tables_stand_for_themselves() -> None:
    body = (
        "<h2>What the plan\n holds</h2><ul><li>A new slip of oak and steel for the ferry</li><li>Two boats\u00a0a day</li></ul>"
        "<blockquote><p>We owe it to the crews who sailed all winter.</p></blockquote>"
        "<p>The first line ends here.<br>The second follows it<br>and goes on.</p>"
        "<table><tr><td>Slip</td><td>400,000</td></tr><tr><td>Boats</td><td>90,000</td></tr></table><p>It\u00ad ends&#146;s here&#0;.</p>"
    )
    text = extract(page(html(body=body))).text
    assert text.split("\n\n")[len(PARAGRAPHS) :] == [
        "What the plan holds",
        "A new slip of oak and steel for the ferry",
        "Two boats a day",
        "We owe it to the crews who sailed all winter.",
        "The first line ends here.",
        "The second follows it and goes on.",
        "Slip 400,000",
        "Boats 90,000",
        "It ends’s here�.",
    ]


def test_a_page_of_one_short_paragraph_is_not_filled_with_what_stands_around_it() -> None:
    around = (
        "<ul><li>E-mail</li><li>Print</li></ul><aside><p>Most read: the slip, the dues, the winter.</p></aside>"
        "<form><p>Our letter, every weekday.</p></form>"
    )
    notice = "The slip at Marrow Bay is shut on Wednesday from seven until noon. " * 4
    markup = f"<html><body><article><h1>Slip shut</h1>{around}<div><p>{notice}</p></div></article></body></html>"
    assert extract(page(markup)).text == notice.strip()


def test_the_line_that_a_feed_puts_under_each_entry_is_no_part_of_it() -> None:
    tail = 'The post <a href="/a">Slip reopens</a> appeared first on <a href="/">Marrow Bay Ledger</a>.'
    assert extract(page(html(paragraphs=(*PARAGRAPHS, tail)))).text.endswith(PARAGRAPHS[-1])


def test_a_dateline_is_found_in_the_text() -> None:
    first = f"MARROW BAY (AP) — {PARAGRAPHS[0]}"
    article = extract(page(html(paragraphs=(first, *PARAGRAPHS[1:]))))
    assert article.dateline == Dateline("MARROW BAY", (0, 10))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", PARAGRAPHS[0], "en"),
        ("en-US", "Der Rat der Stadt beschloss am Dienstag, den Anleger der Fähre nach dem Winter wieder zu öffnen. " * 4, "de"),
        ("", "Le conseil de la ville a voté mardi la réouverture du quai, fermé depuis les tempêtes de l’hiver dernier. " * 4, "fr"),
        ("ja", "港の渡船場は冬の嵐のあと閉鎖されていたが、町議会は火曜日に再開を決めた。議長は、毎日海を渡る人々のためだと述べた。" * 3, "ja"),
    ],
)  # fmt: skip
def test_language_is_that_of_the_text(lang: str, text: str, expected: str) -> None:
    assert extract(page(html(lang=lang, paragraphs=(text,) * 3, title="x"))).language == expected


def test_japanese_text_is_counted_in_characters() -> None:
    sentence = "港の渡船場は冬の嵐のあと閉鎖されていたが、町議会は火曜日に再開を決めた。"
    article = extract(
        page(html(lang="ja", paragraphs=(sentence * 4,), head=jsonld(article_node(headline="渡船場が再開へ"))))
    )
    assert article.title == "渡船場が再開へ"
    assert article.text.startswith("港の渡船場")


def test_a_text_page_is_kept_exactly() -> None:
    text = "  Slip to reopen \n\nLONDON — A\u00a0short note.\r\n\tIndented,  twice spaced. \n"
    article = extract(text_page(text))
    assert article.text == text
    assert article.title == "Slip to reopen"
    assert article.id == article_id(digest="sha256:00ff")
    assert article.dateline is not None
    assert article.text[slice(*article.dateline.span)] == "LONDON"


def test_the_title_of_a_long_first_line_is_cut_at_a_word() -> None:
    article = extract(text_page(PARAGRAPHS[0]))
    assert article.title == "The council of Marrow Bay voted on Tuesday to reopen the ferry slip that was…"


def test_a_text_given_on_purpose_may_be_short_but_not_empty() -> None:
    assert extract(text_page("Slip reopens.")).text == "Slip reopens."
    with pytest.raises(NotAnArticle, match="empty text"):
        extract(text_page(" \n"))


@settings(max_examples=150, deadline=None)
@hypothesis_given(st.binary(max_size=600), st.sampled_from(["", "utf-8", "utf-16", "big5", "iso-2022-jp", "x"]))
def test_any_bytes_give_an_article_or_a_reason(data: bytes, charset: str) -> None:
    result = outcome(page(data, charset=charset))
    words = result.text if isinstance(result, Article) else result.reason
    assert words
    assert isinstance(result, Article) or "\n" not in words


def outcome(captured: Page) -> Article | NotAnArticle:
    try:
        return extract(captured)
    except NotAnArticle as refused:
        return refused


_PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</article>", "<ul><li>", "<br>", "<table><tr><td>", "&#x0;", "&#147;", "<svg>", "<!--", "-->", "<blockquote>",
        '<script type="application/ld+json">', "</script>", '{"@type":"NewsArticle","author":[{"name":3}],"datePublished":["x"]}', "[[{",
        '<meta name="author" content="', '">', "<time datetime=''>", "<title>", "<h1>", PARAGRAPHS[0], PARAGRAPHS[1], "\x00", "<a href='http://['>", "é",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@hypothesis_given(st.lists(_PIECES, max_size=40))
def test_any_markup_gives_clean_paragraphs_or_a_reason(pieces: list[str]) -> None:
    try:
        article = extract(page("<html><body>" + "".join(pieces)))
    except NotAnArticle:
        return
    for paragraph in article.text.split("\n\n"):
        assert paragraph
        assert paragraph == " ".join(paragraph.split())
        assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in paragraph)
