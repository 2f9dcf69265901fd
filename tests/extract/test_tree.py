"""What is done for speed changes nothing that is found."""

from __future__ import annotations

from copy import copy

import pytest
from lxml.html import HtmlElement

from onrecord.extract import extract
from onrecord.extract.body import extract_body
from onrecord.extract.tree import parse
from onrecord.model.errors import NotAnArticle
from tests.helpers.ledger import PARAGRAPHS, html, page
from tests.helpers.page_shapes import marked

FIRST = f"<p>{PARAGRAPHS[0]}</p>"
ARTICLE = '<meta property="og:type" content="article">'
LINKS = "".join(f'<li><a href="/{n}">The harbour in {n} pictures</a></li>' for n in range(1900, 1950))
FURNITURE = (
    f"<nav><ul>{LINKS}</ul></nav><aside><h2>More</h2><ul>{LINKS}</ul></aside><select><option>1<option>2</select>"
    f"<button><span>Share</span></button><noscript><p>Switch scripts on.</p></noscript>"
    f"<footer><ul>{LINKS}</ul></footer>"
)
QUOTE = "<blockquote class='twitter-tweet'><p>The boats run again.</p>— Ines Calder (@calder)</blockquote>"


@pytest.mark.parametrize("place", ["before", "within"])
@pytest.mark.parametrize("markup", [shape.markup for shape in marked().values()], ids=list(marked()))
def test_a_body_is_the_same_from_the_whole_tree_and_from_a_thinner_one(markup: str, place: str) -> None:
    around = (FURNITURE, "") if place == "before" else ("", FURNITURE)
    text = html().replace("<article>", f"{around[0]}<article>").replace(FIRST, f"{FIRST}{markup}{around[1]}")
    assert (
        extract_body(parse(text), text)
        == extract_body(parse(text), text, whole=True)
        != extract_body(parse(html()), html())
    )


def test_furniture_is_no_part_of_an_article() -> None:
    with_furniture = html(head=ARTICLE).replace("<article>", f"{FURNITURE}<article>")
    assert extract(page(with_furniture)).text == "\n\n".join(PARAGRAPHS)


def test_a_post_in_an_aside_with_much_else_is_put_back() -> None:
    aside = f"<aside><p>{'The harbour board keeps a list of all sailings. ' * 12}</p>{QUOTE}</aside>"
    text = html(head=ARTICLE).replace(FIRST, FIRST + aside)
    assert "The boats run again." in extract(page(text)).text


def test_links_in_menus_count_for_an_index_page() -> None:
    index = f"<html><body><nav><ul>{LINKS}</ul></nav><main><p>{'Tides, boats, ' * 20}</p></main></body></html>"
    with pytest.raises(NotAnArticle, match="an index page: 50 links"):
        extract(page(index))


@pytest.mark.parametrize(
    "waiting",
    [
        f'<div data-html="{QUOTE.replace("<", "&lt;")}"></div>',
        f'<div data-html="{QUOTE.replace("<", "&#60;")}"></div>',
        f'<div data-html="{QUOTE.replace("<", "&#x3c;")}"></div>',
        f'<div data-html="{QUOTE}"></div>',
    ],
    ids=["named", "number", "hexadecimal", "as it is"],
)
def test_embed_codes_in_attributes_are_found_however_they_are_written(waiting: str) -> None:
    article = extract(page(html().replace(FIRST, FIRST + waiting)))
    assert [(block.name, article.text[slice(*block.words)]) for block in article.blocks] == [
        ("Ines Calder", "The boats run again.")
    ]


def test_elements_are_those_that_trafilatura_takes_without_a_second_parse() -> None:
    tree = parse(html())
    assert all(type(element) is HtmlElement for root in (tree, copy(tree)) for element in root.iter())


def test_an_item_may_have_several_properties() -> None:
    item = '<time itemprop="datePublished dateModified" datetime="2022-03-08T10:00:00Z">Tuesday</time>'
    dates = {one.field: one.date.basis for one in extract(page(html(body=item))).candidates}
    assert dates == {"published": "microdata datePublished", "modified": "microdata dateModified"}
