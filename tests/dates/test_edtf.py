"""The days that EDTF values cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates.edtf import Days, day_of, days_of, known_days, last_whole, valid_day


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02-20", date(2021, 2, 20), date(2021, 2, 20)),
        ("2021-02-20T23:30:00-05:00", date(2021, 2, 20), date(2021, 2, 20)),
        ("2016-W38", date(2016, 9, 19), date(2016, 9, 25)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2021-01/2021-03", date(2021, 1, 1), date(2021, 3, 31)),
        ("2021-02-20?", date(2021, 2, 20), date(2021, 2, 20)),
        ("../2021", date.min, date(2021, 12, 31)),
        ("2021-02/..", date(2021, 2, 1), date.max),
        ("9999-12", date(9999, 12, 1), date.max),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("2021-21", date(2021, 3, 1), date(2021, 5, 31)),
        ("2021-24", date(2021, 12, 1), date(2022, 2, 28)),
        ("2021-36", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-40", date(2021, 1, 1), date(2021, 6, 30)),
        ("P1W/2021-02-20", date(2021, 2, 14), date(2021, 2, 20)),
        ("P10D/2021-02-20", date(2021, 2, 11), date(2021, 2, 20)),
        ("P1M/2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("P1Y/2021-02-20", date(2020, 2, 21), date(2021, 2, 20)),
        ("2021-01-31/P1M", date(2021, 1, 31), date(2021, 2, 27)),
        ("2021-02-01/P1M2W", date(2021, 2, 1), date(2021, 3, 14)),
    ],
)
def test_a_value_covers_whole_days(value: str, first: date, last: date) -> None:
    days = days_of(value)
    assert (days.first_date, days.last_date) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "2021-02-30",
        "2021-13",
        "0000",
        "2021-W54",
        "2021/2020",
        "soon",
        "20210220",
        "/2021",
        "P/2021",
        "P1W",
        "2021/P",
        "P1X/2021",
        "9999/P9Y",
        "2021-25",
        "",
    ],
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        days_of(value)
    assert known_days(value) is None


def test_a_record_dated_without_an_end_counts_as_undated() -> None:
    assert known_days("2021/..") is None


@given(st.dates())
def test_a_day_lies_within_its_month_and_its_month_within_its_year(day: date) -> None:
    spans = [days_of(text) for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4])]
    assert [span.first for span in spans] == sorted((span.first for span in spans), reverse=True)
    assert [span.last for span in spans] == sorted(span.last for span in spans)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-02-20", date(2021, 2, 20)),
        ("2021-02-20T23:30:00-05:00", date(2021, 2, 20)),
        ("2021-02-30", None),
        ("2021-W07", None),
        ("2021-02", None),
        ("2021-02-20/2021-02-21", None),
        ("", None),
    ],
)
def test_only_a_value_of_one_day_names_a_day(value: str, day: date | None) -> None:
    assert day_of(value) == day


def test_a_day_that_the_calendar_lacks() -> None:
    assert valid_day(2020, 2, 29) == date(2020, 2, 29)
    assert valid_day(2021, 2, 29) is None


@pytest.mark.parametrize(
    ("last", "month", "year"),
    [
        (date(2021, 3, 31), date(2021, 3, 1), date(2020, 1, 1)),
        (date(2021, 3, 30), date(2021, 2, 1), date(2020, 1, 1)),
        (date(2020, 12, 31), date(2020, 12, 1), date(2020, 1, 1)),
    ],
)
def test_the_last_whole_month_and_year_of_an_interval(last: date, month: date, year: date) -> None:
    days = Days(date(2021, 1, 1).toordinal(), last.toordinal())
    assert [date.fromordinal(last_whole(days, unit)) for unit in ("month", "year")] == [month, year]
