"""Dates as pages write them."""

# ruff: noqa: E501 (tables of cases read best with one case a line)
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.written_dates import dated


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("2021-02-20", "2021-02-20", "day"),
        ("2021-02", "2021-02", "month"),
        ("2021-02-20T09:30:00-05:00", "2021-02-20T09:30:00-05:00", "second"),
        ("2021-02-20T09:30:00-0500", "2021-02-20T09:30:00-05:00", "second"),
        ("2021-02-20T09:30:00-05", "2021-02-20T09:30:00-05:00", "second"),
        ("2021-02-20T09:30:00.123Z", "2021-02-20T09:30:00Z", "second"),
        ("2021-02-20T14:30Z", "2021-02-20T14:30Z", "minute"),
        ("2021-02-20 09:30:00", "2021-02-20T09:30:00", "second"),
        ("2021-02-20 09:30:00 +0100", "2021-02-20T09:30:00+01:00", "second"),
        ("20210220T093000Z", "2021-02-20T09:30:00Z", "second"),
        ("20210220", "2021-02-20", "day"),
        ("2021/2/3", "2021-02-03", "day"),
        ("Sat, 20 Feb 2021 09:30:00 GMT", "2021-02-20T09:30:00Z", "second"),
        ("Sat, 20 Feb 2021 09:30:00 EST", "2021-02-20T09:30:00-05:00", "second"),
        ("Sat Feb 20 2021 09:30:00 GMT-0500 (Eastern Standard Time)", "2021-02-20T09:30:00-05:00", "second"),
        ("February 20, 2021 9:30 pm", "2021-02-20T21:30", "minute"),
        ("Feb. 20, 2021, 12:05 a.m. PST", "2021-02-20T00:05-08:00", "minute"),
        ("9.30am, 20th February 2021", "2021-02-20T09:30", "minute"),
        ("20 Sept 2021", "2021-09-20", "day"),
        ("20.02.2021 18:05", "2021-02-20T18:05", "minute"),
        ("02/20/2021", "2021-02-20", "day"),
        ("20/02/2021", "2021-02-20", "day"),
        ("2021年2月20日 9時05分", "2021-02-20T09:05", "minute"),
        ("1613831400", "2021-02-20T14:30:00Z", "second"),
        (1613831400000, "2021-02-20T14:30:00Z", "second"),
        ("1888-01-03", "1888-01-03", "day"),
    ],
)
def test_reads(written: object, value: str, precision: str) -> None:
    found = dated(written, basis="JSON-LD datePublished")
    assert found is not None
    assert (found.value, str(found.precision), found.basis) == (value, precision, "JSON-LD datePublished")


@pytest.mark.parametrize(
    "written",
    [
        "", "yesterday", "2021", "0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", "2021-02-31",
        "2021-13-01", "9999-12-31", "02/03/2021", "0000-00-00", True, None, 2021, float("nan"), float("inf"), {"@value": "x"},
    ],
)  # fmt: skip
def test_leaves_what_is_no_date_or_has_two_readings(written: object) -> None:
    assert dated(written, basis="meta date") is None


def test_a_time_that_cannot_be_leaves_the_day() -> None:
    found = dated("2021-02-20T29:61:00", basis="meta date")
    assert found is not None
    assert found.value == "2021-02-20"


@given(st.datetimes().filter(lambda moment: 1971 <= moment.year < 2100))
def test_every_iso_moment_comes_back_as_written(moment: object) -> None:
    written = f"{moment:%Y-%m-%dT%H:%M:%S}+09:00"
    found = dated(written, basis="test")
    assert found is not None
    assert found.value == written


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    found = dated(text, basis="test")
    assert found is None or found.value
