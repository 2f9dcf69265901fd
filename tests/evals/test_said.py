"""The figures of the date said, on invented records and annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import attributions, said

COLUMNS = ("doc", "number", "source", "cue", "content", "speaker", "type", "when", "basis")
TEXT = "It sank, Doe said Friday. It was old, Roe said. It was red, she said in 2019. It was new, he said. It rained."


def span(words: str) -> str:
    return f"{TEXT.index(words)}-{TEXT.index(words) + len(words)}"


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article with five annotated quotations, of which four are read, one of them with half of its words."""
    rows = [("It sank", "2021-02-19"), ("It was old", "-"), ("It was red", "2019"), ("It was new", "2021-02-18")]
    lines = ["\t".join(COLUMNS)]
    for number, (words, when) in enumerate([*rows, ("It rained", "2021-02-17")]):
        lines.append("\t".join(["a", str(number), "", "", span(words), "?", "person", when, "-"]))
    speakers = tmp_path / "speakers.tsv"
    speakers.write_text("\n".join(lines) + "\n", "utf-8")
    read = [("It sank", "2021-02-19"), ("It was old", "2021-02-19"), ("red", ""), ("It was new", "2021-02-19")]
    quotations = [
        {
            "content": [[int(end) for end in span(words).split("-")]],
            "said": {"value": day, "how": "stated"} if day else None,
        }
        for words, day in read
    ]
    record = json.dumps({"id": "a", "text": TEXT, "quotations": quotations})
    monkeypatch.setattr(attributions, "SPEAKERS", speakers)
    monkeypatch.setattr(attributions, "read", lambda reader: record.encode())


@pytest.mark.usefixtures("shared")
def test_the_dates_of_found_quotations_are_compared() -> None:
    found = {days.words: days for days in said.compare()}
    # "red" overlaps a third of "It was red", too little to be found.
    assert {words: days.verdict for words, days in found.items()} == {
        "It sank": "right",
        "It was old": "day where none is annotated",
        "It was new": "wrong day",
    }
    figures = said.figures(list(found.values()))
    assert (figures.right, figures.read, figures.annotated) == (1, 3, 2)
    assert (figures.precision, figures.recall, figures.f1) == (33.3, 50.0, 40.0)


def test_without_the_texts_nothing_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attributions, "read", lambda reader: b"")
    assert said.compare() == []
