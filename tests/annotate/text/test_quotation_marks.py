"""Quotation marks: which of them pair."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.text.document import Document

PAIRED = [
    ('She said "no" and "yes".', [['"no"'], ['"yes"']]),
    ("“One ‘two’ three” and ‘four’", [["“One ‘two’ three”"], ["‘four’"]]),
    ('“Mixed" shapes', [['“Mixed"']]),
    ("don't and the dogs' and '90s and 'tis", []),
    ("'It isn't so,' she said", [["'It isn't so,'"]]),
    ("„unten und oben“ «gauche» »rechts«", [["„unten und oben“"], ["«gauche»"], ["»rechts«"]]),
    ("''wire marks'' here", [["''wire marks''"]]),
    ("”typed wrong” here", [["”typed wrong”"]]),
    ('an inch is 1" long', []),
    ('"never closed', []),
    ('closed" only', []),
    ('""', []),
    ("“One.\n\n“Two.\n\n“Three.”\n\nNo.", [["“One.", "“Two.", "“Three.”"]]),
    ("“One.\n\nTwo, without a mark.", []),
    ("(“in brackets”)", [["“in brackets”"]]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED, ids=[text[:24] for text, _ in PAIRED])
def test_quotation_marks_pair(text: str, expected: list[list[str]]) -> None:
    found = Document(text).quoted
    assert [[text[begin:end] for begin, end in pieces] for pieces in found] == expected


@given(st.text(alphabet="a '\"“”‘’«»„\n", max_size=60))
def test_outermost_stretches_never_overlap(text: str) -> None:
    spans = sorted(piece for pieces in Document(text).quoted for piece in pieces)
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
