"""What stands behind the speakers: headlines, short names, gender, and time that grows with the text only."""

from __future__ import annotations

import time

import pytest

from onrecord.annotate.entities.acronyms import Acronyms
from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.entities.stated_roles import genders_of, stated_roles
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document
from onrecord.model import Span


@pytest.mark.parametrize(
    ("line", "tall"),
    [
        ("Harbor Breaks With Lund Over Bridge", True),
        ("Harbor Bridge Opens", True),
        ("Mary Lund opened the bridge in Arden today", False),
        ("“Yes,” Mary Lund Said", False),
    ],
)
def test_a_first_line_of_tall_words_is_a_headline(line: str, tall: bool) -> None:
    assert Document(f"{line}\n\nIt was closed.").in_headline(0) is tall


def test_a_text_of_one_line_is_no_headline() -> None:
    assert [named.name for named in Names(Document("Mayor Jane Doe, Harbor Chief")).entities] == ["Jane Doe"]
    document = Document("Mayor Jane Doe, Harbor Chief\n\nPaul Orr left.")
    assert [named.name for named in Names(document).entities] == ["Paul Orr"]


def test_initials_and_brackets_explain_an_acronym() -> None:
    shorts = Acronyms("The Bridge to Harbor Our Town (BHOT) met.", [("Arden", "Port", "Fund"), ("Lundy", "Energy")])
    assert shorts.expand("BHOT") == ("Bridge", "to", "Harbor", "Our", "Town")
    assert shorts.expand("A.P.F.") == ("Arden", "Port", "Fund")
    assert shorts.expand("Lundy") == ("Lundy", "Energy")
    assert shorts.expand("XYZ") == ()


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Jane Doe came.", "she"),
        ("Mr. Quin Doe came.", "he"),
        ("Terry Doe came.", ""),
        ("Spokeswoman Quin Doe came.", "she"),
        ("Quin Doe, his wife, said so.", "she"),
    ],
)
def test_gender_is_what_title_role_or_given_name_say(text: str, gender: str) -> None:
    document = Document(text)
    names = Names(document)
    assert list(genders_of(names, stated_roles(document, names)).values()) == [gender]


def _seconds(unit: str, times: int) -> float:
    text = unit * times
    sources: list[Span] = [(at, at + 2) for at in range(0, len(text) - 2, len(unit))]
    begin = time.process_time()
    document = Document(text)
    speakers = SpeakerResolver(document, Names(document, sources))
    for source in sources:
        speakers.resolve(source, cue=(source[1] + 1, source[1] + 5), content=((source[1], source[1] + 9),))
    return time.process_time() - begin


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
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    small = min(_seconds(unit, 300) for _ in range(3))
    large = _seconds(unit, 2400)
    assert large < 8 * 3 * max(small, 0.01)
