"""Steps of the date facets: chosen by the dates that a query asks for, and which vague dates lie within one."""

from __future__ import annotations

import pytest

from onrecord.archive import Level, parse
from onrecord.archive.query.buckets import level_for, levels_for, within_one
from onrecord.archive.query.target import Target


@pytest.mark.parametrize(
    ("query", "level"),
    [
        ("", Level.YEAR),
        ("tide", Level.YEAR),
        ("said:2021", Level.YEAR),
        ("published:2019/2021", Level.YEAR),
        ("published:2021", Level.MONTH),
        ("published:2021-02/2021-03", Level.MONTH),
        ("published:2021-02", Level.DAY),
        ("published:2021 published:2020-12/2021-01", Level.DAY),  # both hold: January 2021
        ("published:2021 published:2019", Level.YEAR),  # nothing is in both
        ("published:none", Level.YEAR),
        ("published:2021-02 OR published:2021-03", Level.YEAR),  # only what must hold narrows
    ],
)
def test_the_step_suits_the_dates_asked_for(query: str, level: Level) -> None:
    assert level_for(parse(query)) is level


def test_each_date_facet_has_a_step_of_its_own() -> None:
    query = parse("said:2021 about:2021-02")
    assert levels_for(query, Target.QUOTATIONS, Level.DAY) == {
        "published": Level.DAY,
        "said": Level.MONTH,
        "about": Level.DAY,
        "captured": Level.YEAR,
    }
    assert levels_for(query, Target.ARTICLES, Level.YEAR) == {"published": Level.YEAR, "captured": Level.YEAR}


@pytest.mark.parametrize(
    ("value", "year", "month"),
    [
        ("2021", True, False),
        ("2021-02", True, True),
        ("2021-W06", True, True),
        ("2020-W53", False, False),
        ("2021-W13", True, False),
        ("202X", False, False),
        ("2021-21", True, False),
        ("2021-02/2021-03", True, False),
        ("unknown", False, False),
    ],
)
def test_a_vague_date_lies_within_one_step_or_not(value: str, year: bool, month: bool) -> None:
    assert within_one(value, Level.YEAR) is year
    assert within_one(value, Level.MONTH) is month
    assert within_one(value, Level.DAY) is False
