"""Wordpieces, their features, and windows that give each piece its result once."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quotations.encoder import load_encoder
from onrecord.annotate.quotations.wordpieces import FEATURES, WINDOW, windows
from onrecord.annotate.text.document import Document
from onrecord.model import Reader

TEXT = "Mary said:\n\n“We’re NOT late, 5 days. No.” It was."


def test_features_are_case_quotation_marks_and_beginnings() -> None:
    pieces = load_encoder(Reader.FAST).tokenize(Document(TEXT))
    words = [TEXT[begin:end] for begin, end in pieces.spans.tolist()]
    features = {word: tuple(row) for word, row in zip(words, pieces.features.tolist(), strict=True)}
    assert features["Mary"] == (1, 0, 2)
    assert features["said"] == (0, 0, 0)
    assert features["“"] == (4, 1, 2)
    assert features["NOT"] == (2, 2, 0)
    assert features["5"] == (3, 2, 0)
    assert features["No"] == (1, 2, 1)
    assert features["”"] == (4, 3, 0)
    assert features["It"] == (1, 0, 1)
    assert pieces.paragraph.tolist() == [0] * 3 + [1] * (len(words) - 3)
    assert all(0 <= value < most for row in pieces.features.tolist() for value, most in zip(row, FEATURES, strict=True))


@given(st.text(max_size=300))
def test_offsets_of_pieces_lie_in_the_text_in_order(text: str) -> None:
    pieces = load_encoder(Reader.FAST).tokenize(Document(text))
    assert all(0 <= begin < end <= len(text) for begin, end in pieces.spans.tolist())
    assert (np.diff(pieces.spans[:, 0]) >= 0).all()


@given(st.lists(st.integers(1, 700), max_size=12), st.integers(0, 60))
def test_each_piece_gets_its_result_from_one_window(lengths: list[int], overlap: int) -> None:
    paragraph = np.repeat(np.arange(len(lengths)), lengths)
    found = list(windows(paragraph, overlap=overlap))
    assert [window.first for window in found[:1]] == ([0] if lengths else [])
    assert [window.last for window in found[-1:]] == ([len(paragraph)] if lengths else [])
    assert all(before.last == after.first for before, after in pairwise(found))
    for window in found:
        assert window.begin <= window.first < window.last <= window.end
        assert window.end - window.begin <= WINDOW - 2


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_has_no_pieces(text: str) -> None:
    assert len(load_encoder(Reader.FAST).tokenize(Document(text)).ids) == 0
