"""Descriptions of people: titles, appositions, ages, parties and places, on invented sentences."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.annotate.entities.descriptions import describe_people
from onrecord.model import Article, Evidence, Person, Record, SpeakerType
from tests.helpers.work import lines_run

PERSON = SpeakerType.PERSON


def descriptions_of(text: str, name: str) -> list[str]:
    """Return the words that describe the person `name`, given all mentions in `text`."""
    mentions = []
    at = text.find(name)
    while at >= 0:
        mentions.append((at, at + len(name)))
        at = text.find(name, at + 1)
    (person,) = describe_people(text, [Person(name, PERSON, tuple(mentions))])
    return [text[begin:end] for begin, end in person.described]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("On Monday state Sen. Ann Lund left.", ["state Sen."]),
        ("Mayor Ann Lund left.", ["Mayor"]),
        ("New York\xa0Gov.\xa0Ann Lund left.", ["New York\xa0Gov."]),
        ("ARDEN, N.H. - Sen. Ann Lund left.", ["Sen."]),
        ("Former Osk River Authority spokesman Ann Lund left.", ["Former Osk River Authority spokesman"]),
        ("He told campaign manager Ann Lund.", ["campaign manager"]),
        ("The retired bus driver Ann Lund left.", ["retired bus driver"]),
        ("A letter by Secretary of State Ann Lund came.", ["Secretary of State"]),
        ("The 34-year-old goalkeeper Ann Lund left.", ["34-year-old goalkeeper"]),
        ("Fla. Gov. Ann Lund left.", ["Fla. Gov."]),
        ("Ann Lund, president of the Port Teachers’ Alliance, left.", ["president of the Port Teachers’ Alliance"]),
        ("Ann Lund, the mayor of Arden, left.", ["the mayor of Arden"]),
        ("Ann Lund, a plumber, left.", ["a plumber"]),
        ("“No,” said Ann Lund, a hydrologist at Arden College. She left.", ["a hydrologist at Arden College"]),
        ("Ann Lund, 34, left.", ["34"]),
        ("Ann Lund, 34, a goalkeeper for Port United, left.", ["34", "a goalkeeper for Port United"]),
        ("Ann Lund (34) left.", ["34"]),
        ("Ann Lund, aged 71, left.", ["71"]),
        ("Ann Lund (D-Maine) left.", ["(D-Maine)"]),
        ("Ann Lund, R-Ore., left.", ["R-Ore."]),
        ("Ann Lund, who is the head of the port, left.", ["the head of the port"]),
        ("Ann Lund is the mayor of Arden.", ["the mayor of Arden"]),
        ("Ann Lund was a judge for ten years.", ["a judge for ten years"]),
        ("The council president, Ann Lund, left.", ["The council president"]),
        ("In Arden, the chairman of the board, Ann Lund, left.", ["the chairman of the board"]),
        ("Ann Lund of Arden College left.", ["of Arden College"]),
        ("Ann Lund, Orr’s campaign manager, left.", ["Orr’s campaign manager"]),
        ("Gov. Ann Lund of New Jersey left.", ["Gov.", "of New Jersey"]),
        ("Ann Lund, a judge of the U.S. Supreme Court, left.", ["a judge of the U.S. Supreme Court"]),
    ],
)
def test_descriptions_are_found(text: str, described: list[str]) -> None:
    assert descriptions_of(text, "Ann Lund") == described


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lund left.",
        "Ms. Ann Lund left.",
        "“The mayor left,” Ann Lund said.",
        "Ann Lund, however, left.",
        "Ann Lund, Paul Orr, and Jo Banks left.",
        "He left. Ann Lund stayed.",
        "Ann Lund is in the garden.",
        "Ann Lund is the best.",
        "Ann Lund, who left, came back.",
        "In 2021, Ann Lund left.",
        "Ann Lund, 3, left.\n\nThe mayor came.",
        "The mayor left.\n\nAnn Lund came.",
        "Reporters met Ann Lund.",
        "Ann Lund",
        "",
    ],
)
def test_other_words_are_not_descriptions(text: str) -> None:
    assert [words for words in descriptions_of(text, "Ann Lund") if words != "3"] == []


def test_a_title_belongs_to_the_next_name_only() -> None:
    text = "Mayor Paul Orr Ann Lund left."
    orr, lund = describe_people(text, [Person("Paul Orr", PERSON, ((6, 14),)), Person("Ann Lund", PERSON, ((15, 23),))])
    assert orr.described == ((0, 5),)
    assert lund.described == ()


def test_only_the_first_mentions_are_read() -> None:
    text = "Ann Lund left. " * 12 + "Mayor Ann Lund left."
    assert descriptions_of(text, "Ann Lund") == []
    assert descriptions_of("Lund left. " * 12 + "Mayor Ann Lund left.", "Ann Lund") == ["Mayor"]


def test_organisations_are_not_described() -> None:
    text = "The owner, Osk Mills, left."
    (mills,) = describe_people(text, [Person("Osk Mills", SpeakerType.ORG, ((11, 20),))])
    assert mills.described == ()


def test_the_record_keeps_the_descriptions() -> None:
    text = "“We open on Monday,” Mayor Ann Lund, 52, said.\n\nLund left."
    article = Article(id="a", url="", outlet="", title="", text=text, language="en")
    record = annotate(article, Evidence("a", 0, "sha256:0"))
    (lund,) = record.people
    assert [text[begin:end] for begin, end in lund.described] == ["Mayor", "52"]
    written = record.to_json()
    assert written["people"][0]["described"] == [[21, 26], [37, 39]]
    assert Record.from_json(written) == record
    del written["people"][0]["described"]
    assert Record.from_json(written).people[0].described == ()


@pytest.mark.parametrize(
    "unit", ["the mayor of Arden, Ann Lund, 34, a b c d ", "Mayor of of of Ann Lund of A of A of A ", "Ann Lund, "]
)
def test_work_grows_linearly_with_the_text(unit: str) -> None:
    def work(times: int) -> int:
        text = unit * times
        places = [(at * len(unit) + unit.index("Ann"), at * len(unit) + unit.index("Ann") + 8) for at in range(times)]
        people = [Person("Ann Lund", PERSON, (place,)) for place in places]
        return lines_run(lambda: describe_people(text, people))

    assert work(800) < 5 * work(200)  # Linear is 4, quadratic 16.


@pytest.mark.parametrize("text", ["(D-", ", ", "of of", " 34", "(", ", R-", " is the ", ", who is "])
def test_a_text_may_end_next_to_a_name(text: str) -> None:
    assert isinstance(descriptions_of(f"Ann Lund{text}", "Ann Lund"), list)
    assert isinstance(descriptions_of(f"{text}Ann Lund", "Ann Lund"), list)
