"""A period cut into years, months and days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dates.steps import Level, bounds, level_of, steps, wider


def test_the_year_and_month_around_a_day() -> None:
    assert wider("2021-02-21") == ("2021", "2021-02")
    assert wider("2021") == ()
    assert wider("2021-01/2021-03") == ()


@pytest.mark.parametrize("value", ["none", "2021-13", "2021-W07", "2021-02-20T09:30:00Z", "2020/2021"])
def test_other_values_have_no_level(value: str) -> None:
    assert level_of(value) is None


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
