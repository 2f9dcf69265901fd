"""Calendar arithmetic and EDTF, against dates that anyone can look up."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.annotate.times.values import (
    easter,
    feast,
    first_day,
    moved,
    nth_weekday,
    to_edtf,
    unit_of,
)


@pytest.mark.parametrize(
    "day",
    ["1961-04-02", "1998-04-12", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2021-04-04", "2038-04-25"],
)
def test_easter(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", "1999-11-25"),
        ("labor day", "2020-09-07"),
        ("memorial day", "2021-05-31"),
        ("election day", "2016-11-08"),
        ("election day", "2020-11-03"),
        ("black friday", "2020-11-27"),
        ("inauguration day", "2021-01-20"),
        ("good friday", "2021-04-02"),
        ("ash wednesday", "2021-02-17"),
        ("mother's day", "2021-05-09"),
        ("super bowl sunday", "2021-02-07"),
        ("christmas eve", "2020-12-24"),
    ],
)
def test_feasts(name: str, day: str) -> None:
    assert feast(name, int(day[:4])).isoformat() == day


def test_last_weekday_of_december() -> None:
    assert nth_weekday(2020, 12, 4, -1) == date(2020, 12, 31)


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [
        ("day", 1, "2021-01-01"),
        ("week", 1, "2021-W01"),
        ("weekend", 0, "2020-W53-WE"),
        ("month", 2, "2021-02"),
        ("month", -12, "2019-12"),
        ("quarter", 1, "2021-Q1"),
        ("quarter", -4, "2019-Q4"),
        ("year", -1, "2019"),
        ("decade", -1, "201"),
        ("century", -1, "19"),
    ],
)
def test_moved_from_the_last_day_of_2020(unit: str, count: int, value: str) -> None:
    assert moved(date(2020, 12, 31), unit, count) == value


@pytest.mark.parametrize(("unit", "count"), [("day", 10**7), ("month", -30_000), ("year", 9_000), ("week", -(10**6))])
def test_out_of_the_calendar(unit: str, count: int) -> None:
    assert moved(date(2020, 12, 31), unit, count) is None


@pytest.mark.parametrize(
    ("value", "unit", "first"),
    [
        ("1989-Q3", "quarter", "1989-07-01"),
        ("1998-W07", "week", "1998-02-09"),
        ("1998-02", "month", "1998-02-01"),
        ("1998", "year", "1998-01-01"),
        ("1998-02-12TEV", "day", "1998-02-12"),
    ],
)
def test_units(value: str, unit: str, first: str) -> None:
    day = first_day(value)
    assert day is not None
    assert (unit_of(value), day.isoformat()) == (unit, first)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1998-02-12", "1998-02-12"),
        ("1998-02", "1998-02"),
        ("1998", "1998"),
        ("1998-W07", "1998-W07"),
        ("1998-W07-WE", "1998-W07"),
        ("1998-02-12TEV", "1998-02-12"),
        ("1998-02-12T19:15", "1998-02-12T19:15:00"),
        ("1989-11-09T17:00:00-05:00", "1989-11-09T17:00:00-05:00"),
        ("1998-FA", "1998-23"),
        ("1989-Q3", "1989-35"),
        ("1989-H1", "1989-40"),
        ("199", "199X"),
        ("18XX", "18XX"),
        ("2019/2020", "2019/2020"),
        ("P3Y", ""),
        ("XXXX-WXX-2", ""),
        ("XXXX-03-04", ""),
        ("PAST_REF", ""),
    ],
)
def test_edtf(value: str, expected: str) -> None:
    assert to_edtf(value) == expected
