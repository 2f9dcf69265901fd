"""Names in headlines, and work that grows linearly with the text."""

from __future__ import annotations

import pytest

from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document
from onrecord.model import Span
from tests.helpers.work import lines_run


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Harbor Breaks With Lund Over Bridge", True),
        ("Harbor Bridge Opens", True),
        ("Mary Lund opened the bridge in Arden today", False),
        ("“Yes,” Mary Lund Said", False),
    ],
)
def test_a_first_line_of_capitalised_words_is_a_headline(line: str, expected: bool) -> None:
    assert Document(f"{line}\n\nIt was closed.").in_headline(0) is expected


def test_a_text_of_one_line_is_not_a_headline() -> None:
    assert [entity.name for entity in Names(Document("Mayor Jane Doe, Harbor Chief")).entities] == ["Jane Doe"]
    document = Document("Mayor Jane Doe, Harbor Chief\n\nPaul Orr left.")
    assert [entity.name for entity in Names(document).entities] == ["Paul Orr"]


@pytest.mark.parametrize(
    "unit",
    [
        "He said Jane Doe of the Arden Port Authority, the mayor, met Paul Orr.\n\n",
        "It said the Arden Institute poll and the poll by Lund Orr came; the poll said. ",
        "I said so.\n\nPaul Orr.\n\n",
        "A Doe Lund, Doe Lund, a (Doe) and Doe and Doe, who said “Doe” ",
        "Aa Bb Cc’s Dd’s ee report and the Ff ",
    ],
)
def test_work_grows_linearly_with_the_text(unit: str) -> None:
    def resolve_all(times: int) -> None:
        document = Document(unit * times)
        sources: list[Span] = [(at, at + 2) for at in range(0, len(document.text) - 2, len(unit))]
        resolver = SpeakerResolver(document, Names(document, sources))
        for source in sources:
            resolver.resolve(source, cue=(source[1] + 1, source[1] + 5), content=((source[1], source[1] + 9),))

    small, large = lines_run(lambda: resolve_all(200)), lines_run(lambda: resolve_all(800))
    assert large < 5 * small  # Linear is 4, quadratic 16.
