"""The layout of an article: no text is lost, and every quotation is marked, however they nest and overlap."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Kind, Quotation, Span
from onrecord.web.views.article_text import MarkedText, article_text
from tests.helpers.paper import harbour, nested, record

TEXT = "One two three.\n\nFour, five six seven.\n \nEight nine\nten eleven twelve."
SPANS = (
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple).filter(lambda s: s[0] < s[1])
)


def flat(nodes: Iterable[str | MarkedText]) -> str:
    return "".join(node if isinstance(node, str) else flat(node.children) for node in nodes)


def covered(nodes: Iterable[str | MarkedText], number: int, inside: bool = False) -> str:
    """The characters inside the marks of one quotation."""
    return "".join(
        (node if inside else "")
        if isinstance(node, str)
        else covered(node.children, number, inside or node.quotation.number == number)
        for node in nodes
    )


def marks(nodes: Iterable[str | MarkedText]) -> list[MarkedText]:
    return [m for node in nodes if isinstance(node, MarkedText) for m in (node, *marks(node.children))]


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=6))
def test_no_character_is_lost_and_every_quotation_is_marked(contents: list[list[Span]]) -> None:
    quotations = [Quotation(id=f"q{n}", kind=Kind.DIRECT, content=tuple(sorted(c))) for n, c in enumerate(contents)]
    laid_out = article_text(record("x", TEXT, quotations))
    paragraphs = ["One two three.", "Four, five six seven.", "Eight nine\nten eleven twelve."]
    assert [flat(paragraph) for paragraph in laid_out.paragraphs] == paragraphs
    gaps = {n for n in range(len(TEXT)) if TEXT[14:16] and (14 <= n < 16 or 37 <= n < 40)}
    for number, quotation in enumerate(sorted(quotations, key=lambda q: q.content[0]), start=1):
        places = {n for begin, end in quotation.content for n in range(begin, end)} - gaps
        expected = "".join(TEXT[n] for n in sorted(places))
        assert "".join(covered(paragraph, number) for paragraph in laid_out.paragraphs) == expected
    ids = [mark.id for paragraph in laid_out.paragraphs for mark in marks(paragraph)]
    assert len(ids) == len(set(ids))


def test_a_quotation_in_two_pieces_has_two_marks_with_one_number() -> None:
    laid_out = article_text(harbour())
    first, second = (mark for mark in marks(laid_out.paragraphs[1]))
    assert (first.quotation.number, first.part, first.parts) == (second.quotation.number, 1, 2)
    assert second.part == 2
    assert first.quotation.said == "20 February 2021"
    assert first.quotation.about == "November 2021"


def test_a_quotation_within_a_quotation_is_nested() -> None:
    laid_out = article_text(nested())
    outer, inner = marks(laid_out.paragraphs[0])
    assert inner in outer.children
    assert flat(inner.children) == "‘never again’"
    assert inner.quotation.speaker.doubt == "uncertain, 40%"
    assert [(s.speaker.name, len(s.quotations)) for s in laid_out.speakers] == [("Otto Brandt", 1), ("Ines Calder", 1)]
