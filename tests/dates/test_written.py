"""Dates as inputs and pages write them: value and precision as written, or no date."""

# ruff: noqa: E501 (tables of cases read best with one case a line)

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates.written import date_in, parse_date
from onrecord.model import Dated


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
        # Zones and forms that only pages had before there was one grammar.
        ("Sat, 20 Feb 2021 22:00:00 BST", "2021-02-20T22:00:00+01:00", "second"),
        ("Sat, 20 Feb 2021 22:00:00 JST", "2021-02-20T22:00:00+09:00", "second"),
        ("Sat, 20 Feb 2021 22:00:00 SAST", "2021-02-20T22:00:00+02:00", "second"),
        ("20 Feb 2021 22:00 CET", "2021-02-20T22:00+01:00", "minute"),
        ("20210220T220000-0500", "2021-02-20T22:00:00-05:00", "second"),
        ("2021/2/3", "2021-02-03", "day"),
        ("02/20/2021", "2021-02-20", "day"),
        ("20.02.2021 18:05", "2021-02-20T18:05", "minute"),
        ("February 20, 2021 9:30 pm", "2021-02-20T21:30", "minute"),
        ("20th of February 2021", "2021-02-20", "day"),
        ("1970-01-01", "1970-01-01", "day"),
    ],
)
def test_a_date_keeps_its_precision_and_its_zone(written: str, value: str, precision: str) -> None:
    assert parse_date(written, basis="basis") == Dated(value, precision, "basis")  # type: ignore[arg-type]


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
        "Marble 3, 2021",
        "On 2021-02-20 it rained",
        "2021-02-20 it rained",
        "2021-02-20 9:30 in the morning",
        "2021-02-20T09:30 ET",
        "1613831400",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(written: str) -> None:
    assert parse_date(written, basis="basis") is None


@given(
    day=st.dates(min_value=date(1000, 1, 1)), form=st.sampled_from(["%Y-%m-%d", "%B %d, %Y", "%b. %d, %Y", "%d %B %Y"])
)
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    read = parse_date(day.strftime(form), basis="basis")
    assert read is not None
    assert read.value == day.isoformat()


@given(written=st.text(max_size=40))
def test_no_text_raises(written: str) -> None:
    read = parse_date(written, basis="basis")
    assert read is None or read.value[:4].isdigit()


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
        ("Sat, 20 Feb 2021 09:30:00 BST", "2021-02-20T09:30:00+01:00", "second"),
        ("2021-02-20 09:30 CET", "2021-02-20T09:30+01:00", "minute"),
        ("2021-02-20 09:30 CEST", "2021-02-20T09:30+02:00", "minute"),
        ("2021-02-20 09:30 ET", "2021-02-20T09:30", "minute"),
        (1613831400000, "2021-02-20T14:30:00Z", "second"),
        ("1888-01-03", "1888-01-03", "day"),
    ],
)
def test_a_date_on_a_page_is_found(written: object, value: str, precision: str) -> None:
    found = date_in(written, basis="JSON-LD datePublished")
    assert found is not None
    assert (found.value, str(found.precision), found.basis) == (value, precision, "JSON-LD datePublished")


@pytest.mark.parametrize(
    "written",
    [
        "", "yesterday", "2021", "0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", "2021-02-31",
        "2021-13-01", "9999-12-31", "02/03/2021", "0000-00-00", True, None, 2021, float("nan"), float("inf"), {"@value": "x"},
    ],
)  # fmt: skip
def test_what_a_page_has_that_is_no_date_or_could_be_two_is_none(written: object) -> None:
    assert date_in(written, basis="meta date") is None


def test_on_a_page_a_time_that_cannot_be_leaves_the_day() -> None:
    found = date_in("2021-02-20T29:61:00", basis="meta date")
    assert found is not None
    assert found.value == "2021-02-20"


@given(st.datetimes().filter(lambda moment: 1971 <= moment.year < 2100))
def test_every_iso_moment_on_a_page_comes_back_as_written(moment: object) -> None:
    written = f"{moment:%Y-%m-%dT%H:%M:%S}+09:00"
    found = date_in(written, basis="test")
    assert found is not None
    assert found.value == written


@given(st.text(max_size=120))
def test_no_text_of_a_page_raises(text: str) -> None:
    found = date_in(text, basis="test")
    assert found is None or found.value
