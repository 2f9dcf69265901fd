"""The coordinated parts of a source, and the head of each."""

from __future__ import annotations

import pytest

from onrecord.annotate.entities.noun_phrases import (
    apposition_after,
    coordinated_parts,
    examples_begin,
    masked,
    split_at_head,
)

PARTS = [
    ("Jane Doe", ["Jane Doe"]),
    ("Jane Doe, a lawyer and poet,", ["Jane Doe"]),
    ("Jane Doe, the head of roads and bridges,", ["Jane Doe"]),
    ("Jane Doe, a lawyer, and Paul Orr, a clerk,", ["Jane Doe", "Paul Orr"]),
    ("the United States, Britain and France", ["the United States", "Britain", "France"]),
    ("both Jane Doe and Paul Orr", ["Jane Doe", "Paul Orr"]),
    ("officials from Arden and Lundby", ["officials from Arden and Lundby"]),
    ("the aide who met Jane Doe and Paul Orr", ["the aide"]),
    ("Secretary of Health and Human Services Jane Doe", ["Secretary of Health and Human Services Jane Doe"]),
    ("Jane Doe — who built it —", ["Jane Doe"]),
]


@pytest.mark.parametrize(("words", "expected"), PARTS, ids=[words for words, _ in PARTS])
def test_a_source_has_its_parts(words: str, expected: list[str]) -> None:
    assert [words[begin:end] for begin, end in coordinated_parts(words)] == expected


def test_brackets_party_state_and_age_are_blanked_in_place() -> None:
    text = "Jane Doe (D-Maine), 52, and\nPaul Orr, R-La., said"
    words = masked(text, (0, len(text)))
    assert len(words) == len(text)
    assert words.split() == ["Jane", "Doe", ",", "and", "Paul", "Orr", "said"]
    assert words.index("Orr") == text.index("Orr")


def test_the_head_precedes_the_first_preposition() -> None:
    assert split_at_head("the former mayor of Arden") == (["the", "former"], "mayor", ["of", "Arden"])
    assert split_at_head("Jane Doe’s lawyer") == (["Jane", "Doe’s"], "lawyer", [])


def test_appositions_and_examples() -> None:
    words = "A lawyer for the port, David Orr, said"
    behind = apposition_after(words, words.index(","))
    assert behind is not None
    assert words[slice(*behind)] == "David Orr"
    assert apposition_after("A lawyer said", 8) is None
    words = "experts, including Paul Orr"
    at = examples_begin(words)
    assert at is not None
    assert words[at:] == "Paul Orr"
    assert examples_begin("experts at the port") is None
