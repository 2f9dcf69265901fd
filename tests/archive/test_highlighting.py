"""Which passage of a text is shown, and which words in it are highlighted; offsets count code points."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive import Archive, Request, Snippet, parse
from onrecord.archive.embedded.index.highlighting import SIZE, Highlighter
from onrecord.archive.words import analyzer
from tests.helpers.records import Quoted, record

FILL = "Nothing happened at the old customs house that day. " * 12


def passage(query: str, text: str) -> Snippet:
    return Highlighter(parse(query), analyzer()).passage(text)


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[begin:end] for begin, end in snippet.highlights]


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("ete", "😀😀 L’Été à 🌊 Linney", ["Été"]),
        ("linney", "😀😀 L’Été à 🌊 Linney", ["Linney"]),
        ("ete", normalize("NFD", "😀 L’Été à Linney, l’été"), ["Été", "été"]),
        ("we've", "We’ve said we have.", ["We’ve"]),
        ('"sea wall"', "The sea, the wall, the sea wall.", ["sea wall"]),
        ('"sea wall"~2', "The sea, the wall, the sea wall.", ["sea, the wall", "sea wall"]),
        ("sea -wall", "The sea wall.", ["sea"]),
        ("sea OR wall", "The sea wall.", ["sea", "wall"]),
        ('"sea wall" sea', "The sea wall.", ["sea wall"]),
        ("outlet:wall published:2021", "The sea wall.", []),
    ],
)
def test_matches_of_the_query_are_highlighted(query: str, text: str, marks: list[str]) -> None:
    assert marked(passage(query, text)) == marks


def test_the_passage_has_most_phrases_of_the_query() -> None:
    text = f"{FILL}The wall. {FILL}A tide rose. Then the wall fell. {FILL}The tide."
    snippet = passage("wall tide", text)
    assert snippet.text.startswith("A tide rose. Then the wall fell.")
    assert marked(snippet) == ["tide", "wall"]


def test_without_a_match_the_opening_is_shown_cut_at_a_word() -> None:
    snippet = passage("wall", FILL)
    assert FILL.startswith(snippet.text + " ")
    assert SIZE - 20 < len(snippet.text) <= SIZE
    assert snippet.highlights == ()


@pytest.mark.parametrize(
    ("query", "text", "cut"),
    [
        ("wall", "The wall stands.", (False, False)),
        ("wall", f"{FILL}\n\nThe wall stands.\n\n{FILL}", (False, True)),
        ("tide", f"{FILL}The wall stands in the tide. {FILL}", (True, True)),
        ("tide", f"{FILL}The tide.", (True, False)),
        ("nothing", "Short.\n\nText.\n", (False, False)),
        ("nothing", FILL, (False, True)),
    ],
)
def test_a_passage_says_where_its_paragraph_is_truncated(query: str, text: str, cut: tuple[bool, bool]) -> None:
    assert passage(query, text).truncated == cut


TEXTS = st.text(st.sampled_from("ab é😀\u0301.\n“”"), max_size=600)


@given(TEXTS, st.sampled_from(["a", '"a b"', "ab OR é", '"a b"~3 b']))
def test_a_passage_is_in_the_text_and_its_marks_are_in_the_passage(text: str, query: str) -> None:
    snippet = passage(query, text)
    assert snippet.text in normalize("NFC", text)
    assert len(snippet.text) <= SIZE
    ends = [0, *(offset for mark in snippet.highlights for offset in mark), len(snippet.text)]
    assert ends == sorted(ends)
    assert all(begin < end for begin, end in snippet.highlights)


def test_a_quotation_is_shown_in_its_surroundings(archive: Archive) -> None:
    content = "“L’été 😀 will be dry,”"
    archive.add(record("dry", f"{FILL}\n\nBefore that.", Quoted(content, "Ines Calder"), Quoted("“No,”", "Tom Roe")))
    archive.commit()
    (hit,) = archive.quotes(Request(query=parse("ete calder"))).results
    assert hit.snippet.text == f"{content} Ines Calder said."
    assert [hit.snippet.text[begin:end] for begin, end in hit.quoted] == [content]
    assert marked(hit.snippet) == ["été", "Calder"]


def test_a_quotation_inside_a_long_paragraph_is_shown_with_the_words_around_it() -> None:
    content = "the wall is safe"
    text = f"{FILL}She said that {content}. {FILL}"
    begin = text.index(content)
    snippet, quoted = Highlighter(parse("wall"), analyzer()).quotation(
        text, ((begin, begin + 8), (begin + 12, begin + 16))
    )
    assert [snippet.text[first:last] for first, last in quoted] == ["the wall", "safe"]
    assert marked(snippet) == ["wall"]
    assert len(snippet.text) < len(content) + 2 * SIZE
    assert {snippet.text.split()[0], snippet.text.split()[-1]} <= set(text.split())


def test_a_quotation_of_decomposed_letters_keeps_its_spans() -> None:
    text = normalize("NFD", "Été. “Été,” she said.")
    begin, end = text.index("“"), text.index("”") + 1
    snippet, quoted = Highlighter(parse("ete"), analyzer()).quotation(text, ((begin, end),))
    assert [snippet.text[first:last] for first, last in quoted] == ["“Été,”"]
    assert marked(snippet) == ["Été", "Été"]
