"""Dates in words, and the steps of a histogram."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dates.steps import Level, bounds, level_of, steps, wider
from onrecord.dates.words import in_words, interval_in_words, short


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2021", "2021"),
        ("2020-12", "December 2020"),
        ("2021-02-01", "1 February 2021"),
        ("2021-02-21T09:30:00-05:00", "21 February 2021, 09:30 UTC-05:00"),
        ("2021-02-21T09:30:00Z", "21 February 2021, 09:30 UTC"),
        ("2016-W38", "week 38 of 2016"),
        ("2021-01/2021-03-04", "January 2021 to 4 March 2021"),
        ("../2021", "until 2021"),
        ("2021/..", "from 2021"),
        ("sometime", "sometime"),
        ("2021-13", "2021-13"),
    ],
)
def test_spoken(value: str, words: str) -> None:
    assert in_words(value) == words


def test_a_chip_keeps_the_iso_form() -> None:
    assert interval_in_words("2021-02-21") == "2021-02-21"
    assert interval_in_words("2021-01/2021-03") == "2021-01 to 2021-03"
    assert interval_in_words("../2021-03") == "until 2021-03"


def test_short_and_wider() -> None:
    assert [short(v) for v in ("2021", "2021-02", "2021-02-01")] == ["2021", "Feb 2021", "1 Feb"]
    assert wider("2021-02-21") == ("2021", "2021-02")
    assert wider("2021") == ()
    assert wider("2021-01/2021-03") == ()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2021-02-03", "2021-02-03", "2021-02-03"),
        ("2021-01/2021-03", "2021-01-01", "2021-03-31"),
        ("../2021-03", "", "2021-03-31"),
        ("none", "", ""),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert bounds(value) == (first, last)


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(one=DAYS, other=DAYS, level=st.sampled_from(Level))
@settings(deadline=None)  # a busy machine takes longer than 200 ms for 161 years of days
def test_steps_run_from_first_to_last_in_order_without_gaps(one: date, other: date, level: Level) -> None:
    length = {Level.YEAR: 4, Level.MONTH: 7, Level.DAY: 10}[level]
    first, last = (d.isoformat()[:length] for d in sorted((one, other)))
    run = steps(first, last, level)
    assert (run[0], run[-1]) == (first, last)
    assert list(run) == sorted(set(run))
    assert {level_of(step) for step in run} == {level}
