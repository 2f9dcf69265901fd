"""Spans merged, clipped and compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.spans import clip, common, length, merge, overlap, text_of

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: (pair[0], sum(pair))), max_size=8)


def test_spans_that_overlap_are_merged_and_those_that_touch_if_asked() -> None:
    spans = [(5, 9), (0, 3), (2, 4), (9, 12)]
    assert merge(spans) == [(0, 4), (5, 9), (9, 12)]
    assert merge(spans, touching=True) == [(0, 4), (5, 12)]
    assert merge([(0, 9), (2, 4)]) == [(0, 9)]


@given(SPANS)
def test_merged_spans_hold_the_same_characters_once(spans: list[Span]) -> None:
    held = {at for begin, end in spans for at in range(begin, end)}
    for merged in (merge(spans), merge(spans, touching=True)):
        assert [at for begin, end in merged for at in range(begin, end)] == sorted(held)


def test_what_two_spans_have_in_common() -> None:
    assert clip((2, 9), (4, 20)) == (4, 9)
    assert clip((2, 4), (4, 6)) is None
    assert [overlap((2, 9), (4, 20)), overlap((2, 4), (6, 9))] == [5, 0]
    assert common([(0, 5), (8, 12)], [(3, 10)]) == ((3, 5), (8, 10))
    assert length([(3, 5), (8, 10)]) == 4


def test_the_words_of_spans_are_joined_by_an_ellipsis() -> None:
    assert text_of("“Yes,” she said, “soon.”", [(0, 6), (17, 24)]) == "“Yes,” … “soon.”"
    assert text_of("any", ()) == ""
