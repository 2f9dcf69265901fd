"""Whom a source stands for, and how it was found."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.model import Article, Evidence, Record


def record(text: str) -> Record:
    article = Article(id="a1", url="", outlet="", title="", text=text, language="en")
    return annotate(article, Evidence("arden.jsonl", 0, "sha256:00"))


LAST = [
    ("Jane Doe opened the bridge. Doe said it was safe.", "Jane Doe", "person"),
    ("Jane Doe opened the bridge with Paul Orr. She said it was safe.", "Jane Doe", "person"),
    ("Jane Doe opened the bridge with Paul Orr. He said it was safe.", "Paul Orr", "person"),
    ('"Yes," Mary Lund said.\n\n"No," Paul Orr said.\n\n"Why?" she asked.', "Mary Lund", "person"),
    ('"Yes," Paul Orr said.\n\n"No," he added.', "Paul Orr", "person"),
    ("Mayor Jane Doe opened the bridge. The mayor said it was safe.", "Jane Doe", "person"),
    ("Paul Orr, a lawyer for the port, came. The lawyer said it was safe.", "Paul Orr", "person"),
    ("Mr. and Mrs. Orr came. Mr. Orr said it was safe.", "Orr", "person"),
    ("Jane Doe and John Doe came. Ms. Doe said it was safe.", "Jane Doe", "person"),
    ("A spokesman for Jane Doe said it was safe.", "", "unnamed"),
    ("Jane Doe's lawyer said it was safe.", "", "unnamed"),
    ("The police officer said it was safe.", "", "unnamed"),
    ("She said it was safe.", "", "unnamed"),
    ("They said it was safe.", "", "unnamed"),
    ("Some Harborites said it was safe.", "", "unnamed"),
    ("Residents said it was safe.", "", "unnamed"),
    ("The Arden Port Authority said it was safe.", "Arden Port Authority", "org"),
    ("The APA said it was safe.", "APA", "org"),
    ("The report said it was safe.", "", "document"),
    ("The Doe campaign said it was safe.", "Doe campaign", "group"),
    ("Jane Doe, who built it, said it was safe.", "Jane Doe", "person"),
    ("Rosa de la Vega came. De la Vega said it was safe.", "Rosa de la Vega", "person"),
    ("Larry King came. Mr. King said it was safe.", "Larry King", "person"),
    ("Quina Banks, 25, said it was safe.", "Quina Banks", "person"),
    ("Residents knew Banks. Banks said it was safe.", "Banks", "person"),
    ("Mary O’Neill came. O’Neill said it was safe.", "Mary O’Neill", "person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), LAST, ids=[text[-52:] for text, _, _ in LAST])
def test_the_last_quotation_has_its_speaker(text: str, name: str, kind: str) -> None:
    speaker = record(text).quotations[-1].speaker
    assert speaker is not None
    assert (speaker.name, str(speaker.type)) == (name, kind)


def test_the_basis_says_how_a_speaker_was_found() -> None:
    text = "Jane Doe opened the bridge. Doe said it was safe.\n\n“It is,” she said."
    bases = [quotation.speaker.basis for quotation in record(text).quotations if quotation.speaker]
    assert bases == [
        "“Doe” → Jane Doe, named elsewhere in the article",
        "“she” → Jane Doe, the last speaker",
    ]


def test_a_guess_is_less_certain_than_a_name() -> None:
    named, guessed, unknown = (
        record(text).quotations[-1].speaker
        for text in ("Jane Doe said it rained.", "Jane Doe came. She said it rained.", "She said it rained.")
    )
    assert named is not None
    assert guessed is not None
    assert unknown is not None
    assert named.certainty > guessed.certainty > unknown.certainty


def test_people_are_listed_with_all_their_mentions() -> None:
    text = "Mayor Jane Doe met Paul Orr of the Arden Port Authority. Doe’s aides left. Orr stayed on Friday."
    people = {
        person.name: (str(person.type), [text[b:e] for b, e in person.mentions]) for person in record(text).people
    }
    assert people == {
        "Jane Doe": ("person", ["Jane Doe", "Doe"]),
        "Paul Orr": ("person", ["Paul Orr", "Orr"]),
        "Arden Port Authority": ("org", ["Arden Port Authority"]),
    }
