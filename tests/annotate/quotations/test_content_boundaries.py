"""Contents that the encoder finds are corrected by the quotation marks in the text, which also show their kind."""

from __future__ import annotations

import pytest

from onrecord.annotate.quotations.content_boundaries import snap_to_quotation_marks
from onrecord.annotate.quotations.kind import kind_of
from onrecord.annotate.text.document import Document
from onrecord.model import Kind, Span


def spans(text: str, pieces: tuple[str, ...]) -> list[Span]:
    found, at = [], 0
    for piece in pieces:
        at = text.index(piece, at)
        found.append((at, at + len(piece)))
    return found


SNAPPED = [
    # What the encoder found, and what it becomes.
    ("“We will mend it,” Roe said.", ("We will mend it",), ("“We will mend it,”",)),
    ("“We will mend it,” Roe said.", ("will mend it",), ("“We will mend it,”",)),
    ("“We will mend it,” Roe said.", ("mend",), ("mend",)),
    ("Roe said they would “mend it in May”.", ("they would “mend it",), ("they would “mend it in May”",)),
    ("„Wir gehen“, sagte Roe.", ("Wir gehen",), ("„Wir gehen“",)),
    ("«We go», Roe said.", ("We go»",), ("«We go»",)),
    ("‘We go,’ Roe said.", ("We go",), ("‘We go,’",)),
    ("“It is late,” Roe said. “Go home.”", ("It is late", "Go home"), ("“It is late,”", "“Go home.”")),
    ("“He said ‘go home’ and left,” Roe said.", ("He said ‘go home’ and left",), ("“He said ‘go home’ and left,”",)),
    ("It was late.\n\nIt was cold, Roe said.", ("late.\n\nIt was cold",), ("late.", "It was cold")),
    (
        "“It was late.\n\n“It was cold.\n\n“We left,” Roe said.",
        ("“We left,”",),
        ("“It was late.", "“It was cold.", "“We left,”"),
    ),
    ("“It was late.\n\n“It was cold,” Roe said.", ("“It was late.",), ("“It was late.", "“It was cold,”")),
    ("“It was late.”\n\n“It was cold,” Roe said.", ("“It was cold,”",), ("“It was cold,”",)),
    ("He paid “a friend” and said he would go.", ("he would go",), ("he would go",)),
]


@pytest.mark.parametrize(("text", "found", "expected"), SNAPPED)
def test_quotation_marks_correct_contents(text: str, found: tuple[str, ...], expected: tuple[str, ...]) -> None:
    corrected = snap_to_quotation_marks(Document(text), spans(text, found))
    assert tuple(text[begin:end] for begin, end in corrected) == expected


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
    assert kind_of(text, tuple(spans(text, content))) is kind
