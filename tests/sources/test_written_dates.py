"""Dates as inputs write them: value and precision as written, or no date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Dated
from onrecord.sources import written_dates


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("2021", "2021", "year"),
        ("2021-02", "2021-02", "month"),
        ("2021-02-21", "2021-02-21", "day"),
        ("2021-W07", "2021-W07", "week"),
        ("2021-02-21T09:30Z", "2021-02-21T09:30Z", "minute"),
        ("2021-02-21 09:30:15", "2021-02-21T09:30:15", "second"),
        ("2021-02-21T09:30:15.123456Z", "2021-02-21T09:30:15Z", "second"),
        ("2021-02-21T23:30:15-0500", "2021-02-21T23:30:15-05:00", "second"),
        ("2021-02-21T09:30:15+00:00", "2021-02-21T09:30:15Z", "second"),
        ("Feb. 21, 2021", "2021-02-21", "day"),
        ("Sunday, February 21st, 2021", "2021-02-21", "day"),
        ("Sept. 5, 2021", "2021-09-05", "day"),
        ("21 February 2021", "2021-02-21", "day"),
        ("February 2021", "2021-02", "month"),
        ("Sat, 20 Feb 2021 22:00:00 -0500", "2021-02-20T22:00:00-05:00", "second"),
        ("Sat, 20 Feb 2021 9:05 EST", "2021-02-20T09:05-05:00", "minute"),
        ("20 Feb 21 09:05:00 GMT", "2021-02-20T09:05:00Z", "second"),
    ],
)
def test_a_date_keeps_its_precision_and_its_zone(written: str, value: str, precision: str) -> None:
    assert written_dates.dated(written, "basis") == Dated(value, precision, "basis")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "02/03/2021",
        "2021-13-01",
        "2021-02-30",
        "2021-W54",
        "2021-02-21T25:00",
        "Smarch 1, 2021",
        "night",
        "21",
        "Feb. 21",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(written: str) -> None:
    assert written_dates.dated(written, "basis") is None


@given(
    day=st.dates(min_value=date(1000, 1, 1)), form=st.sampled_from(["%Y-%m-%d", "%B %d, %Y", "%b. %d, %Y", "%d %B %Y"])
)
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    read = written_dates.dated(day.strftime(form), "basis")
    assert read is not None
    assert read.value == day.isoformat()


@given(written=st.text(max_size=40))
def test_no_text_raises(written: str) -> None:
    read = written_dates.dated(written, "basis")
    assert read is None or read.value[:4].isdigit()
