"""Contents that the encoder finds are corrected by the quotation marks in the text."""

from __future__ import annotations

import pytest

from onrecord.annotate.quotations.content_boundaries import snap_to_quotation_marks
from onrecord.annotate.text.document import Document
from tests.helpers.spans import spans_of

SNAPPED = [
    # Contents from the encoder, and what they become.
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


@pytest.mark.parametrize(("text", "encoded", "expected"), SNAPPED)
def test_quotation_marks_correct_contents(text: str, encoded: tuple[str, ...], expected: tuple[str, ...]) -> None:
    corrected = snap_to_quotation_marks(Document(text), spans_of(text, encoded))
    assert tuple(text[begin:end] for begin, end in corrected) == expected
