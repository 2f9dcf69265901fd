"""3/4/2020 in March or in April: each sign that an article gives, and what is read where there is none."""

from __future__ import annotations

import pytest

from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication, tag_times
from onrecord.annotate.times.date_order import is_day_first

MARCH, APRIL, YEAR = "2020-03-04", "2020-04-03", "2020"


def read(text: str, published: str = "2021-02-20", *, domain: str = "", locale: str = "") -> list[str]:
    return [
        time.value
        for time in tag_times(text, Publication(published, domain, locale), Document(text).sentences)
        if text[slice(*time.span)] == "3/4/2020"
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The lease of 3/4/2020 ended on 30/9/2020.", APRIL),
        ("The lease of 3/4/2020 ended on 9/30/2020.", MARCH),
        ("The lease of 3/4/2020 was renewed on 5 June 2020.", APRIL),
        ("The lease of 3/4/2020 was renewed on June 5, 2020.", MARCH),
        ("The lease of 3/4/2020 cost £900.", APRIL),
        ("The lease of 3/4/2020 cost $900.", MARCH),
        ("The lease of 3/4/2020 named the colour of the doors.", APRIL),
        ("The lease of 3/4/2020 named the color of the doors.", MARCH),
    ],
)
def test_the_text_tells(text: str, value: str) -> None:
    assert read(text) == [value]


@pytest.mark.parametrize(
    ("domain", "locale", "value"),
    [
        ("www.harrow.example.co.uk", "", APRIL),
        ("arden.example.au", "", APRIL),
        ("arden.example.ie", "", APRIL),
        ("arden.example.in", "", APRIL),
        ("arden.example.us", "", MARCH),
        ("arden.example.com", "en-GB", APRIL),
        ("arden.example.com", "en_AU", APRIL),
        ("arden.example.com", "en-US", MARCH),
        # The address of an outlet says more than a tag that a site builder's program sets.
        ("arden.example.co.uk", "en-US", APRIL),
        # Canada writes both ways.
        ("arden.example.ca", "en-CA", YEAR),
        ("arden.example.com", "en", YEAR),
        ("", "", YEAR),
    ],
)
def test_the_page_tells(domain: str, locale: str, value: str) -> None:
    assert read("The lease began on 3/4/2020.", domain=domain, locale=locale) == [value]


def test_the_text_goes_before_the_page() -> None:
    assert read("The lease of 3/4/2020 ended on 9/30/2020.", domain="arden.example.co.uk") == [MARCH]


@pytest.mark.parametrize(
    "text",
    [
        "The lease began on 3/4/2020.",
        "The lease of 3/4/2020 cost US$900.",
        "The lease of 3/4/2020 cost £900 or $1,200.",
        "The lease of 3/4/2020 ran from 30/9/2020 to 9/30/2021.",
    ],
)
def test_where_nothing_tells_the_year_is_kept(text: str) -> None:
    assert read(text) == [YEAR]


@pytest.mark.parametrize(
    ("written", "value"),
    [("4/4/2020", "2020-04-04"), ("30/9/2020", "2020-09-30"), ("9/30/2020", "2020-09-30"), ("3.4.2020", APRIL)],
)
def test_what_can_be_read_one_way_needs_no_sign(written: str, value: str) -> None:
    text = f"The lease began on {written}."
    assert [time.value for time in tag_times(text, Publication("2021-02-20"), Document(text).sentences)] == [value]


def test_no_such_day() -> None:
    text = "The scores were 13/13/2020 and 3/0/2020."
    assert tag_times(text, Publication("2021-02-20"), Document(text).sentences) == []


def test_a_publication_date_alone() -> None:
    assert is_day_first("The lease began on 3/4/2020.", Publication("2021-02-20")) is None
