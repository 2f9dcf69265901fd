"""Dates in words."""

from __future__ import annotations

import pytest

from onrecord.dates.words import imprecise_in_words, in_words, interval_in_words, short


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021", "2021"),
        ("2020-12", "December 2020"),
        ("2021-02-01", "1 February 2021"),
        ("2021-02-21T09:30:00-05:00", "21 February 2021, 09:30 UTC-05:00"),
        ("2021-02-21T09:30:00Z", "21 February 2021, 09:30 UTC"),
        ("2016-W38", "week 38 of 2016"),
        ("1998-23", "autumn 1998"),
        ("1989-35", "quarter 3 of 1989"),
        ("1990-40", "half 1 of 1990"),
        ("199X", "the 1990s"),
        ("2021-01/2021-03-04", "January 2021 to 4 March 2021"),
        ("../2021", "until 2021"),
        ("2021/..", "from 2021"),
        ("sometime", "sometime"),
        ("2021-13", "2021-13"),
    ],
)
def test_a_value_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


def test_a_chip_keeps_the_iso_form() -> None:
    assert interval_in_words("2021-02-21") == "2021-02-21"
    assert interval_in_words("2021-01/2021-03") == "2021-01 to 2021-03"
    assert interval_in_words("../2021-03") == "until 2021-03"


def test_the_label_of_a_step() -> None:
    assert [short(value) for value in ("2021", "2021-02", "2021-02-01")] == ["2021", "Feb 2021", "1 Feb"]


def test_a_date_less_precise_than_a_day() -> None:
    assert imprecise_in_words("2020-12") == "in December 2020, day unknown"
    assert imprecise_in_words("2020") == "in 2020, month unknown"
