"""Every form in which news reports speech, one invented sentence each, with what must be read in it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from onrecord.annotate import annotate
from onrecord.model import Article, Evidence, Quotation, Record


class Said(NamedTuple):
    """What is expected of one quotation, in the words of the text."""

    kind: str
    content: tuple[str, ...]
    source: str
    cue: str
    speaker: str


def record(text: str, language: str = "en") -> Record:
    article = Article(id="a1", url="", outlet="Arden Courier", title="", text=text, language=language)
    return annotate(article, Evidence("arden.jsonl", 0, "sha256:00"))


def said(text: str, quotation: Quotation) -> Said:
    return Said(
        kind=str(quotation.kind),
        content=tuple(text[begin:end] for begin, end in quotation.content),
        source=" ".join(text[begin:end] for begin, end in quotation.source),
        cue=" ".join(text[begin:end] for begin, end in quotation.cue),
        speaker=quotation.speaker.name if quotation.speaker else "",
    )


ONE = [
    # Direct: content, source, cue.
    (
        '"The bridge is safe," Mayor Jane Doe said.',
        Said("direct", ('"The bridge is safe,"',), "Mayor Jane Doe", "said", "Jane Doe"),
    ),
    (
        "“The bridge is safe,” Jane Doe said.",
        Said("direct", ("“The bridge is safe,”",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        '"Is the bridge safe?" Jane Doe asked.',
        Said("direct", ('"Is the bridge safe?"',), "Jane Doe", "asked", "Jane Doe"),
    ),
    ('"Stop it!" Jane Doe shouted.', Said("direct", ('"Stop it!"',), "Jane Doe", "shouted", "Jane Doe")),
    ('"Is it safe?" she asked.', Said("direct", ('"Is it safe?"',), "she", "asked", "")),
    ('"It is safe," the engineer said on Friday.', Said("direct", ('"It is safe,"',), "the engineer", "said", "")),
    (
        '"It is safe. It always was," Paul Orr told reporters.',
        Said("direct", ('"It is safe. It always was,"',), "Paul Orr", "told", "Paul Orr"),
    ),
    ('"We waited ...," Paul Orr recalled.', Said("direct", ('"We waited ...,"',), "Paul Orr", "recalled", "Paul Orr")),
    (
        '"We will appeal," Paul Orr, a lawyer for the town, said.',
        Said("direct", ('"We will appeal,"',), "Paul Orr, a lawyer for the town,", "said", "Paul Orr"),
    ),
    (
        '"We will appeal," Paul Orr wrote on Facebook.',
        Said("direct", ('"We will appeal,"',), "Paul Orr", "wrote", "Paul Orr"),
    ),
    # Direct: content, cue, source.
    (
        '"The bridge is safe," said Jane Doe.',
        Said("direct", ('"The bridge is safe,"',), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        '"The bridge is safe," said Jane Doe, the mayor of Arden.',
        Said("direct", ('"The bridge is safe,"',), "Jane Doe, the mayor of Arden", "said", "Jane Doe"),
    ),
    (
        '"The bridge is safe," says Sen. Jane Doe.',
        Said("direct", ('"The bridge is safe,"',), "Sen. Jane Doe", "says", "Jane Doe"),
    ),
    (
        '"The bridge is safe," said a spokesman for the port.',
        Said("direct", ('"The bridge is safe,"',), "a spokesman for the port", "said", ""),
    ),
    ('"No," replied J. K. Marlow.', Said("direct", ('"No,"',), "J. K. Marlow", "replied", "J. K. Marlow")),
    (
        '"The bridge is safe," said Jane van Doren, who built it.',
        Said("direct", ('"The bridge is safe,"',), "Jane van Doren, who built it", "said", "Jane van Doren"),
    ),
    # Direct: source, cue, content.
    (
        'Jane Doe said, "The bridge is safe."',
        Said("direct", ('"The bridge is safe."',), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        'Jane Doe said: "The bridge is safe."',
        Said("direct", ('"The bridge is safe."',), "Jane Doe", "said:", "Jane Doe"),
    ),
    (
        'Jane Doe told the council: "The bridge is safe."',
        Said("direct", ('"The bridge is safe."',), "Jane Doe", "told the council:", "Jane Doe"),
    ),
    (
        'Asked about the cost, Jane Doe said, "No comment."',
        Said("direct", ('"No comment."',), "Jane Doe", "said", "Jane Doe"),
    ),
    ('Paul Orr tweeted, "Gone."', Said("direct", ('"Gone."',), "Paul Orr", "tweeted", "Paul Orr")),
    (
        'In a statement on Monday, Paul Orr said, "It is over."',
        Said("direct", ('"It is over."',), "Paul Orr", "said", "Paul Orr"),
    ),
    # Content cut by its cue is one quotation.
    (
        '"It is late," she said. "We should go."',
        Said("direct", ('"It is late,"', '"We should go."'), "she", "said", ""),
    ),
    (
        '"It is late," Jane Doe said, "and we should go."',
        Said("direct", ('"It is late,"', '"and we should go."'), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        '"It is late," said Paul Orr, a guard. "We should go. All of us."',
        Said("direct", ('"It is late,"', '"We should go. All of us."'), "Paul Orr, a guard", "said", "Paul Orr"),
    ),
    (
        '"(Orr) hated it. I could tell," Jane Doe wrote. "It made no sense."',
        Said("direct", ('"(Orr) hated it. I could tell,"', '"It made no sense."'), "Jane Doe", "wrote", "Jane Doe"),
    ),
    (
        "“It is late,” Jane Doe said in Arden, N.C., “but we stay.”",
        Said("direct", ("“It is late,”", "“but we stay.”"), "Jane Doe", "said", "Jane Doe"),
    ),
    # Over paragraphs.
    (
        "“We came in March,” Jane Doe said. “It rained.\n\n“Then it snowed.”",
        Said("direct", ("“We came in March,”", "“It rained.", "“Then it snowed.”"), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        '"We came in March.\n\n"It rained.\n\n"Then it snowed," Jane Doe said.',
        Said("direct", ('"We came in March.', '"It rained.', '"Then it snowed,"'), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        'Jane Doe continued:\n\n"It rained for a week."',
        Said("direct", ('"It rained for a week."',), "Jane Doe", "continued:", "Jane Doe"),
    ),
    # Marks of other shapes.
    (
        "‘The bridge is safe,’ Jane Doe said.",
        Said("direct", ("‘The bridge is safe,’",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        "'The bridge isn't safe,' Jane Doe said.",
        Said("direct", ("'The bridge isn't safe,'",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        "«The bridge is safe,» Jane Doe said.",
        Said("direct", ("«The bridge is safe,»",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        "„The bridge is safe,“ Jane Doe said.",
        Said("direct", ("„The bridge is safe,“",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        "''The bridge is safe,'' Jane Doe said.",
        Said("direct", ("''The bridge is safe,''",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        "“He said ‘never’ to me,” Jane Doe said.",
        Said("direct", ("“He said ‘never’ to me,”",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        "\"Trucks can't cross,\" the city's engineer said.",
        Said("direct", ('"Trucks can\'t cross,"',), "the city's engineer", "said", ""),
    ),
    ("“Never again.”\n\n— Jane Doe", Said("direct", ("“Never again.”",), "Jane Doe", "—", "Jane Doe")),
    # Mixed.
    (
        'Jane Doe said the bridge was "safe as a house."',
        Said("mixed", ('the bridge was "safe as a house."',), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        'Jane Doe said that she had "no doubt" about it.',
        Said("mixed", ('that she had "no doubt" about it',), "Jane Doe", "said", "Jane Doe"),
    ),
    ('The plan is "dead," Jane Doe said.', Said("mixed", ('The plan is "dead,"',), "Jane Doe", "said", "Jane Doe")),
    (
        'Paul Orr went on, sharing that he was in "a deep hole" in May.',
        Said("mixed", ('that he was in "a deep hole" in May',), "Paul Orr", "went on, sharing", "Paul Orr"),
    ),
    (
        'Jane Doe called the plan "a mistake."',
        Said("mixed", ('the plan "a mistake."',), "Jane Doe", "called", "Jane Doe"),
    ),
    # Indirect: source, cue, content.
    (
        "Jane Doe said that the bridge was safe.",
        Said("indirect", ("that the bridge was safe",), "Jane Doe", "said", "Jane Doe"),
    ),
    ("Jane Doe said the bridge was safe.", Said("indirect", ("the bridge was safe",), "Jane Doe", "said", "Jane Doe")),
    (
        "She also explained on Instagram that she will not come back.",
        Said("indirect", ("that she will not come back",), "She", "also explained", ""),
    ),
    (
        "Jane Doe told reporters that the bridge was safe.",
        Said("indirect", ("that the bridge was safe",), "Jane Doe", "told", "Jane Doe"),
    ),
    (
        "Jane Doe told him the bridge was safe.",
        Said("indirect", ("the bridge was safe",), "Jane Doe", "told", "Jane Doe"),
    ),
    (
        "Jane Doe asked whether the bridge was safe.",
        Said("indirect", ("whether the bridge was safe",), "Jane Doe", "asked", "Jane Doe"),
    ),
    (
        "Jane Doe, the mayor of Arden, said the bridge was safe.",
        Said("indirect", ("the bridge was safe",), "Jane Doe, the mayor of Arden,", "said", "Jane Doe"),
    ),
    (
        "Jane Doe, who leads the council, said the bridge was safe.",
        Said("indirect", ("the bridge was safe",), "Jane Doe, who leads the council,", "said", "Jane Doe"),
    ),
    (
        "In Arden, Jane Doe said on Friday that 5,000 people had come.",
        Said("indirect", ("that 5,000 people had come",), "Jane Doe", "said", "Jane Doe"),
    ),
    (
        "Jane Doe and Paul Orr said they would appeal.",
        Said("indirect", ("they would appeal",), "Jane Doe and Paul Orr", "said", "Jane Doe; Paul Orr"),
    ),
    (
        "The report found that 12 bridges were unsafe.",
        Said("indirect", ("that 12 bridges were unsafe",), "The report", "found", ""),
    ),
    ("Some residents say the bridge is ugly.", Said("indirect", ("the bridge is ugly",), "Some residents", "say", "")),
    (
        "Jane Doe hopes to open the bridge in May.",
        Said("indirect", ("to open the bridge in May",), "Jane Doe", "hopes", "Jane Doe"),
    ),
    ("Jane Doe declined to comment.", Said("indirect", ("to comment",), "Jane Doe", "declined", "Jane Doe")),
    ("Jane Doe praised the plan.", Said("indirect", ("the plan",), "Jane Doe", "praised", "Jane Doe")),
    ("Jane Doe called for a new bridge.", Said("indirect", ("a new bridge",), "Jane Doe", "called for", "Jane Doe")),
    (
        "Jane Doe has repeatedly warned that the bridge may fall.",
        Said("indirect", ("that the bridge may fall",), "Jane Doe", "has repeatedly warned", "Jane Doe"),
    ),
    # Indirect: content before its cue, or around it.
    ("The bridge is safe, Jane Doe said.", Said("indirect", ("The bridge is safe",), "Jane Doe", "said", "Jane Doe")),
    (
        "The bridge is safe, said Jane Doe, the mayor.",
        Said("indirect", ("The bridge is safe",), "Jane Doe, the mayor", "said", "Jane Doe"),
    ),
    (
        "The bridge, Jane Doe said, was never safe.",
        Said("indirect", ("The bridge", "was never safe"), "Jane Doe", "said", "Jane Doe"),
    ),
    # According to.
    (
        "According to Jane Doe, the bridge is safe.",
        Said("indirect", ("the bridge is safe",), "Jane Doe", "According to", "Jane Doe"),
    ),
    (
        "The bridge is safe, according to Jane Doe.",
        Said("indirect", ("The bridge is safe",), "Jane Doe", "according to", "Jane Doe"),
    ),
    (
        "The bridge is safe, according to a police report.",
        Said("indirect", ("The bridge is safe",), "a police report", "according to", ""),
    ),
    (
        "Since May, according to Jane Doe, 24% of drivers have left.",
        Said("indirect", ("Since May", "24% of drivers have left"), "Jane Doe", "according to", "Jane Doe"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text[:48] for text, _ in ONE])
def test_one_quotation_is_read(text: str, expected: Said) -> None:
    assert [said(text, quotation) for quotation in record(text).quotations] == [expected]


NONE = [
    'His "friend" Paul Orr left early.',
    'They sang "The Long Road Home" at noon.',
    'Robert "Bob" Marlow opened the show.',
    "The council met on Friday and the rain fell.",
    "The bridge opened in the '90s, and 'twas never loved.",
    "He is 6'3\" tall and weighs 236 pounds.",
]


@pytest.mark.parametrize("text", NONE)
def test_quotation_marks_without_a_cue_are_no_quotation(text: str) -> None:
    assert record(text).quotations == ()


MANY = [
    (
        'Jane Doe said the bridge was safe, adding that "no one" was hurt.',
        [
            Said("indirect", ("the bridge was safe",), "Jane Doe", "said", "Jane Doe"),
            Said("mixed", ('that "no one" was hurt',), "Jane Doe", "adding", "Jane Doe"),
        ],
    ),
    (
        "Jane Doe praised the plan and said it would help.",
        [
            Said("indirect", ("the plan",), "Jane Doe", "praised", "Jane Doe"),
            Said("indirect", ("it would help",), "Jane Doe", "said", "Jane Doe"),
        ],
    ),
    (
        '"It is late," Jane Doe said. "Go home," Paul Orr replied.',
        [
            Said("direct", ('"It is late,"',), "Jane Doe", "said", "Jane Doe"),
            Said("direct", ('"Go home,"',), "Paul Orr", "replied", "Paul Orr"),
        ],
    ),
    (
        '"It is late," Jane Doe said.\n\n"Then go," she added. "Now."',
        [
            Said("direct", ('"It is late,"',), "Jane Doe", "said", "Jane Doe"),
            Said("direct", ('"Then go,"', '"Now."'), "she", "added", "Jane Doe"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MANY, ids=[text[:40] for text, _ in MANY])
def test_several_quotations_are_read_in_order(text: str, expected: list[Said]) -> None:
    assert [said(text, quotation) for quotation in record(text).quotations] == expected


def test_the_venue_is_named_where_the_cue_says_it() -> None:
    text = '"Gone," Jane Doe wrote on Instagram.\n\n"Never," Jane Doe said in a statement.\n\n"No," Jane Doe said.'
    assert [quotation.venue for quotation in record(text).quotations] == ["Instagram", "statement", ""]


def test_other_languages_are_left_unread() -> None:
    text = '"Die Brücke ist sicher," said Jane Doe.'
    assert record(text, "de").quotations == ()
    assert len(record(text, "en-GB").quotations) == 1
    assert len(record(text, "").quotations) == 1


def test_the_same_words_twice_have_two_ids_that_stay() -> None:
    text = '"No," Jane Doe said.\n\n"No," Paul Orr said.'
    ids = [quotation.id for quotation in record(text).quotations]
    assert len(set(ids)) == 2
    assert ids == [quotation.id for quotation in record("Rain fell.\n\n" + text).quotations]
