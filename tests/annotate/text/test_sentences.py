"""Where sentences end in news."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.text.document import Document

CUT = [
    ["Sen. Jane Doe left.", "She was late."],
    ["Gov. Paul Orr met J. K. Marlow.", "They talked."],
    ["It opened on Sept. 3 in Arden.", "It closed in Oct. 2020."],
    ["He lives in the U.S. Senate building.", "It is old."],
    ["They met at 9 a.m. Monday.", "Then they left."],
    ["It grew by 2.5 percent.", "It fell to 0.3."],
    ['"It is late."', "She left."],
    ["“Go!”", "He went."],
    ["It (the bridge) fell.)", "They saw it."],
    ["Wait ... no.", "Yes?", "No!"],
    ["He works for Marlow Inc. in Arden.", "She does not."],
    ["St. Mary Church burned.", "Dr. Doe saw it."],
    ["The team scored 3 goals vs. Arden.", "It won."],
]


@pytest.mark.parametrize("expected", CUT, ids=lambda cut: cut[0][:30])
def test_sentences_end_where_they_end(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[begin:end] for begin, end in Document(text).sentences] == expected


def test_a_function_word_after_an_abbreviation_opens_a_sentence() -> None:
    text = "She moved to the U.S. The house was sold."
    assert [text[begin:end] for begin, end in Document(text).sentences] == [
        "She moved to the U.S.",
        "The house was sold.",
    ]


def test_a_heading_ends_with_its_paragraph() -> None:
    text = "A bridge too late\n\nThe bridge opened.\n  \nIt rained"
    assert [text[begin:end] for begin, end in Document(text).sentences] == [
        "A bridge too late",
        "The bridge opened.",
        "It rained",
    ]


@given(st.text(alphabet='aB .?!"”’\n\t…()1', max_size=80))
def test_sentences_hold_everything_but_white_space_once(text: str) -> None:
    spans = Document(text).sentences
    inside = {index for begin, end in spans for index in range(begin, end)}
    assert all(index in inside for index, sign in enumerate(text) if not sign.isspace())
    assert all(begin < end for begin, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(not text[begin].isspace() and not text[end - 1].isspace() for begin, end in spans)


def test_line_breaks_separate_paragraphs() -> None:
    assert Document("a\n\n b \nc\n").paragraphs == [(0, 1), (4, 5), (7, 8)]
    assert Document(" \n ").paragraphs == []
