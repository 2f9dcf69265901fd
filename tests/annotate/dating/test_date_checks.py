"""Contradictions of an article's dates, and what only looks like one."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate
from onrecord.model import Article, Dated, Doubt, DoubtKind, Evidence, Precision, Record


def record(text: str, published: str = "2021-02-20", modified: str = "", captured: str = "") -> Record:
    def dated(value: str) -> Dated | None:
        return Dated(value, Precision.DAY, "header line") if value else None

    article = Article(
        id="a1",
        url="",
        outlet="Arden Courier",
        title="",
        text=text,
        language="en",
        published=dated(published),
        modified=dated(modified),
        captured=dated(captured),
    )
    return annotate(article, Evidence("arden.jsonl", 0, "sha256:00"))


CONTRADICTIONS = [
    ("The ferry sails on Saturday, Feb. 21, at noon.", "Saturday, Feb. 21", "21 February 2021 was a Sunday"),
    ("The ferry sank on Monday, 5 March 2019.", "Monday, 5 March 2019", "5 March 2019 was a Tuesday"),
    ("The ferry sank on April 3, 2021, off Arden.", "April 3, 2021", "after the day of printing"),
]


@pytest.mark.parametrize(("text", "words", "reason"), CONTRADICTIONS)
def test_contradictions(text: str, words: str, reason: str) -> None:
    (doubt,) = record(text).article.doubts
    assert doubt.about == "published"
    assert doubt.span is not None
    assert text[slice(*doubt.span)] == words
    assert reason in doubt.detail


AGREEMENTS = [
    "The ferry sails on Sunday, Feb. 21, at noon.",
    "The ferry sank on Tuesday, March 5, 2019, at noon.",
    # Right in the year before or after.
    "The ferry sank on Friday, Feb. 21, at noon.",
    "The ferry sails on Monday, Feb. 21, at noon.",
    # In the future tense.
    "The ferry will sail on April 3, 2021, off Arden.",
    # One day later is another time zone.
    "The ferry sank on Feb. 21, 2021, off Arden.",
    "The ferry sank.",
]


@pytest.mark.parametrize("text", AGREEMENTS)
def test_agreements(text: str) -> None:
    assert record(text).article.doubts == ()


def test_without_a_publication_date_there_are_no_doubts() -> None:
    assert record("The ferry sails on Saturday, Feb. 21, at noon.", published="").article.doubts == ()


def test_dates_that_cannot_follow_one_another() -> None:
    doubts = record("The ferry sank.", modified="2021-02-10", captured="2021-02-21").article.doubts
    assert doubts == (Doubt(DoubtKind.DISAGREEMENT, "modified 2021-02-10 is before published 2021-02-20", "modified"),)


def test_dates_a_time_zone_apart_follow_one_another() -> None:
    assert record("The ferry sank.", captured="2021-02-19").article.doubts == ()


def test_doubts_are_kept_in_the_record() -> None:
    doubted = record("The ferry sails on Saturday, Feb. 21, at noon.")
    assert Record.from_json(doubted.to_json()) == doubted
    older = {name: value for name, value in doubted.to_json().items() if name != "doubts"}
    assert Record.from_json(older).article.doubts == ()
