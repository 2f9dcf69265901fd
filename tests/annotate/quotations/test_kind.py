"""The kind of a quotation: direct, mixed or indirect."""

from __future__ import annotations

import pytest

from onrecord.annotate.quotations.kind import kind_of
from onrecord.model import Kind
from tests.helpers.spans import spans_of

KINDS = [
    ("“We will mend it,” Roe said.", ("“We will mend it,”",), Kind.DIRECT),
    ("“It is late,” Roe said. “Go home.”", ("“It is late,”", "“Go home.”"), Kind.DIRECT),
    ("“It was late.\n\n“It was cold,” Roe said.", ("“It was late.", "“It was cold,”"), Kind.DIRECT),
    ("“It was late, Roe said.", ("“It was late,",), Kind.DIRECT),
    ("It was late,” Roe said.", ("It was late,”",), Kind.DIRECT),
    ("‘It was late,’ Roe said.", ("‘It was late,’",), Kind.DIRECT),
    ("Roe said it was “late”.", ("it was “late”",), Kind.MIXED),
    ("Roe said it was “late.", ("it was “late",), Kind.MIXED),
    ("“Late,” Roe said, and that he left.", ("“Late,”", "that he left"), Kind.MIXED),
    ("Roe said it was late.", ("it was late",), Kind.INDIRECT),
    ("Roe said the boys' wall wasn't theirs.", ("the boys' wall wasn't theirs",), Kind.INDIRECT),
    ("Roe said the ’90s wall held.", ("the ’90s wall held",), Kind.INDIRECT),
]


@pytest.mark.parametrize(("text", "content", "kind"), KINDS)
def test_quotation_marks_show_the_kind(text: str, content: tuple[str, ...], kind: Kind) -> None:
    assert kind_of(text, tuple(spans_of(text, content))) is kind


PIECES = [
    (['"All of it."'], "direct"),
    (['"One,"', '"two."'], "direct"),
    (['"One" and "two"'], "mixed"),
    (["he was 'done,'"], "mixed"),
    (["none of it"], "indirect"),
    (["it isn't the dogs' house"], "indirect"),
    (["“Opened here.", "“Closed here.”"], "direct"),
    (['"One,"', "and the rest"], "mixed"),
]


@pytest.mark.parametrize(("pieces", "expected"), PIECES)
def test_quotation_marks_of_all_pieces_show_the_kind(pieces: list[str], expected: str) -> None:
    text, spans = "", []
    for piece in pieces:
        spans.append((len(text), len(text) + len(piece)))
        text += piece + " \n"
    assert kind_of(text, tuple(spans)) == expected
