"""What was said outside the paragraphs: kept, in its place, with who said it."""

# ruff: noqa: E501 (markup reads best as it stands on a page)
from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.extract import extract
from onrecord.model import Article, Evidence, Kind, Role
from onrecord.spans import text_of
from tests.helpers.ledger import PARAGRAPHS, html, page
from tests.helpers.page_shapes import QUOTES, WORDS, Shape, marked


def story(markup: str) -> Article:
    """The ledger's article with `markup` between its first and second paragraph."""
    whole = html()
    first = f"<p>{PARAGRAPHS[0]}</p>"
    assert first in whole
    return extract(page(whole.replace(first, first + markup)))


def test_there_are_sixty_marked_pages() -> None:
    assert len(marked()) >= 60


@pytest.mark.parametrize("shape", marked().values(), ids=marked().keys())
def test_marked_words_are_kept_in_place_with_their_speaker(shape: Shape) -> None:
    article = story(shape.markup)
    text = article.text
    assert [block.role for block in article.blocks] == [shape.role]
    block = article.blocks[0]
    assert text[slice(*block.words)] == "\n\n".join(shape.words)
    assert text.startswith(f"{PARAGRAPHS[0]}\n\n{shape.words[0]}")
    assert text[block.span[1] :] == "\n\n" + "\n\n".join(PARAGRAPHS[1:])
    assert (block.name, block.handle, block.network, block.link) == (
        shape.name,
        shape.handle,
        shape.network,
        shape.link,
    )
    assert (block.date.day if block.date else "") == shape.day
    assert block.source is not None
    assert (shape.name or shape.handle) in text[slice(*block.source)]
    if block.dated:
        assert "2022" in text[slice(*block.dated)] or "2024" in text[slice(*block.dated)]


@pytest.mark.parametrize("shape", marked().values(), ids=marked().keys())
def test_a_block_is_a_direct_quotation_by_its_author(shape: Shape) -> None:
    article = story(shape.markup)
    record = annotate(article, Evidence("x", 0, "sha256:00"))
    said = [q for q in record.quotations if text_of(article.text, q.content).startswith(WORDS[:20])]
    assert len(said) == 1
    assert said[0].kind is Kind.DIRECT
    assert said[0].id
    assert said[0].speaker is not None
    assert said[0].speaker.name == (shape.name or shape.handle)
    assert said[0].venue == shape.network
    assert (said[0].said.value if said[0].said else "") == shape.day
    # The story's own quotation, in its second paragraph, is still read.
    assert any("We owe it" in text_of(article.text, q.content) for q in record.quotations)


def test_a_post_in_another_language_is_a_quotation_too() -> None:
    german = (
        "Der Rat der Stadt beschloss am Dienstag, den Anleger der Fähre nach dem Winter wieder zu öffnen. " * 3,
    ) * 2
    tweet = '<blockquote class="twitter-tweet"><p>Die Fähre fährt wieder, und zwar für alle.</p>&mdash; Ina Kahl (@inak) <a href="https://twitter.com/inak/status/1500000000000000000">March 5, 2022</a></blockquote>'
    article = extract(page(html(paragraphs=german, body=tweet, lang="de")))
    record = annotate(article, Evidence("x", 0, "sha256:00"))
    assert [q.speaker.name for q in record.quotations if q.speaker] == ["Ina Kahl"]


def test_a_pull_quote_whose_words_the_body_has_is_kept_once() -> None:
    pull = QUOTES["pull quote in an aside"].markup.replace(
        WORDS, "We owe it to the people who cross this water every day"
    )
    article = story(pull)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert not article.blocks


def test_what_is_embedded_again_for_want_of_scripts_is_kept_once() -> None:
    tweet = marked()["tweet, bare"].markup
    article = story(f"{tweet}<noscript>{tweet}</noscript>")
    assert article.text.count(WORDS) == 1


def test_an_embed_without_words_leaves_no_trace() -> None:
    bare = '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/CasLdYyMAbc/"><a href="https://www.instagram.com/p/CasLdYyMAbc/">View this post on Instagram</a><p>A post shared by M. F. (@mf)</p></blockquote>'
    article = story(bare)
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_widgets_comments_and_sidebars_are_not_the_story() -> None:
    tweet = marked()["tweet, bare"].markup
    for around in ('<div class="comments"><ul><li>{}</li></ul></div>', '<aside class="sidebar"><div>{}</div></aside>'):
        assert not story(around.format(tweet)).blocks


def test_several_posts_in_one_wrapper_stay_in_their_order() -> None:
    tweets = "".join(
        f'<blockquote class="twitter-tweet"><p>{words}</p>&mdash; A. Poe (@apoe) <a href="https://twitter.com/apoe/status/{n}">March 5, 2022</a></blockquote>'
        for n, words in enumerate(
            ["One boat left the bay.", "Two boats left the bay.", "Three boats left the bay."], start=1
        )
    )
    article = story(f'<div class="embed-list">{tweets}</div>')
    assert [article.text[slice(*b.words)].split()[0] for b in article.blocks] == ["One", "Two", "Three"]
    assert article.text.endswith(PARAGRAPHS[-1])


def test_captions_and_credits_stay_apart_from_the_body() -> None:
    figure = '<figure><img src="x.jpg"><figcaption>The slip at low water, with the old piles. <span class="credit">Photo: P. Aho</span></figcaption></figure>'
    other = '<div class="wp-caption"><img src="y.jpg"><p class="wp-caption-text">The treasurer reads the sum. (Photo by Ola Nyman/Bay Press)</p></div>'
    article = story(figure + other)
    assert article.text == "\n\n".join(PARAGRAPHS)
    at = len(PARAGRAPHS[0])
    assert [(c.text, c.credit, c.at) for c in article.captions] == [
        ("The slip at low water, with the old piles.", "Photo: P. Aho", at),
        ("The treasurer reads the sum.", "Photo by Ola Nyman/Bay Press", at),
    ]


def test_questions_of_an_interview_are_marked() -> None:
    article = story(
        "<p><strong>When will the first boat run?</strong></p><p>In May, if the wind allows.</p>"
        "<p><b>And who pays for the piles?</b></p><p>The county does, over five years.</p>"
    )
    questions = [article.text[slice(*b.words)] for b in article.blocks if b.role is Role.QUESTION]
    assert questions == ["When will the first boat run?", "And who pays for the piles?"]


def test_time_stamps_of_a_live_blog_stand_over_their_entries() -> None:
    entry = '<div class="live-blog-post"><div class="timestamp"><time datetime="2022-03-08T{0}:00Z">{0}</time></div><p>{1}</p></div>'
    article = story(
        entry.format("10:15", "The chair opens the sitting and reads the motion aloud.")
        + entry.format("10:40", "The treasurer answers the first of the questions from the floor.")
    )
    stamps = [b for b in article.blocks if b.role is Role.STAMP]
    assert [b.date.value for b in stamps if b.date] == ["2022-03-08T10:15:00Z", "2022-03-08T10:40:00Z"]
    assert "10:15\n\nThe chair opens the sitting" in article.text


def test_q_elements_are_quotations_within_their_sentence() -> None:
    article = story("<p>The harbour master said <q>the piles will hold</q> and went home.</p>")
    assert "The harbour master said “the piles will hold” and went home." in article.text


def test_a_blockquote_of_headings_or_tables_is_the_page_itself() -> None:
    article = story(
        "<blockquote><h2>What the plan holds</h2><p>A new slip of oak and steel for the ferry.</p></blockquote>"
    )
    assert not article.blocks
    assert "A new slip of oak and steel for the ferry." in article.text


def test_blocks_and_captions_survive_the_record() -> None:
    article = story(
        marked()["tweet, bare"].markup + "<figure><img><figcaption>The slip at low water.</figcaption></figure>"
    )
    record = annotate(article, Evidence("x", 0, "sha256:00"))
    assert type(record).from_json(record.to_json()) == record
    assert record.article.captions
