"""Pages that hold no article, and why; and short or odd ones that do."""

# ruff: noqa: E501 (tables of cases read best with one case a line)
from __future__ import annotations

import pytest

from onrecord.extract import extract
from onrecord.extract.refusal import count_words
from onrecord.model.errors import NotAnArticle
from tests.helpers.ledger import PARAGRAPHS, article_node, html, jsonld, page

TEASERS = "".join(
    f'<article><h3><a href="/news/{n}">Story number {n} about the harbour and its boats</a></h3><p>The council of Marrow '
    f"Bay met on day {n} to speak about the slip, the dues and the winter.</p></article>"
    for n in range(12)
)
CONSENT = (
    "<h1>We value your privacy</h1><p>We and our 812 partners store and access personal data, such as cookies and unique "
    "identifiers, on your device. By choosing Accept all you consent to the use of cookies by us and our partners for "
    "advertising, measurement and research. You can change your privacy choices at any time in the cookie settings.</p>"
    "<button>Accept all</button><button>Reject all</button>"
)


def document(body: str, *, title: str = "Marrow Bay Ledger", head: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        pytest.param("", "^empty page$", id="nothing"),
        pytest.param(" \n\t", "^empty page$", id="blanks"),
        pytest.param("<html></html>", "no text", id="no body"),
        pytest.param(html(paragraphs=("The slip reopens on Friday at noon.",)), r"^under 40 words of text \(\d+\)$", id="a teaser"),
        pytest.param(html(head=jsonld(article_node()), paragraphs=("The slip reopens on Friday.",)).replace("</body>", "<div>We use cookies. <button>Accept all</button></div></body>"), "^under 40 words", id="a notice with a cookie banner"),
        pytest.param(document(TEASERS), "an index page: 12 links, 12 of them headlines", id="section page"),
        pytest.param(document(TEASERS, head='<meta property="og:type" content="website">'), "an index page", id="front page"),
        pytest.param(
            document(TEASERS, head='<meta property="og:type" content="article">' + jsonld({"@type": "CollectionPage"})),
            "an index page",
            id="archive page that calls itself an article",
        ),
        pytest.param(document("<ul>" + "".join(f"<li><a href=/{n}>Harbour news of day {n}</a></li>" for n in range(60)) + "</ul>"), "an index page: 60 links", id="list of links"),
        pytest.param(document(CONSENT, title="We value your privacy"), "a consent wall", id="consent"),
        pytest.param(document("<h1>404</h1><p>Page not found. The page that you look for has moved.</p>", title="404 Not Found"), "an error page", id="error"),
        pytest.param(document("<p>Checking your browser before you may go on. This takes a few seconds.</p>", title="Just a moment..."), "a robot check", id="robot check"),
        pytest.param(document("<form><p>Sign in to continue reading.</p><input type=password></form>", title="Sign in"), "a login or paywall page", id="login"),
        pytest.param("\x89PNG\r\n\x1a\n\x00\x00\x01\x02\x03\x04\x05\x06" * 9, "no HTML: binary data", id="binary"),
    ],
)  # fmt: skip
def test_refuses(markup: str, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        extract(page(markup))


def test_a_page_over_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(NotAnArticle, match="a page of 21 MB"):
        extract(page(b"<p>" + b"word " * 4_200_000))


def test_elements_nested_without_end_do_not_end_the_program() -> None:
    deep = "<div>" * 100_000 + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    with pytest.raises(NotAnArticle):
        extract(page(document(deep)))


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(html(head=jsonld(article_node()), body=f"<section>{TEASERS}</section>"), id="teasers below"),
        pytest.param(html(paragraphs=PARAGRAPHS[:1] * 2), id="no markup as article"),
        pytest.param(html(paragraphs=(CONSENT + PARAGRAPHS[0], *PARAGRAPHS), head=jsonld(article_node())), id="a cookie banner"),
        pytest.param(html(title="Missing boat not found", paragraphs=PARAGRAPHS), id="a title like an error"),
        pytest.param(html(body="<form><input type=password></form>"), id="a login form beside"),
    ],
)  # fmt: skip
def test_keeps(markup: str) -> None:
    assert "The council of Marrow Bay voted" in extract(page(markup)).text


def test_words_of_scripts_without_blanks() -> None:
    assert count_words("two words") == 2
    assert count_words("渡船場が再開へ") == 3
    assert count_words("Slip 渡船場 open") == 3
