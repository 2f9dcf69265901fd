"""Searching by four dates (published, said, talked about, captured): days, counts, and less precise values."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.archive import Archive, Bucket, Facet, Level, Request, parse
from tests.archive.conftest import KINDS, opener
from tests.helpers.records import Quoted, record


@pytest.fixture(scope="module", params=KINDS)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Five quotations, of which each names other dates."""
    with opener(request.param, tmp_path_factory.mktemp("when"))(True) as archive:
        archive.add(
            record(
                "ferry",
                "The ferry sank.",
                Quoted("day", said="2021-02-20", about=("2021-02-13", "2021-12-24")),
                Quoted("month", said="2020-12", about=("2020-12",)),
                Quoted("week", said="2016-W38", about=("2021-W07",)),
                Quoted("year", said="2011", about=("1998", "2021-23")),
                Quoted("nothing"),
                published="2021-02-21",
                captured="2021-03-01T06:00:00Z",
            )
        )
        archive.commit()
        yield archive


def found(paper: Archive, query: str) -> list[str]:
    return sorted(hit.content[0] for hit in paper.quotes(Request(query=parse(query))).results)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("about:2021-02-13", ["day"]),
        ("about:2021-02", ["day", "week"]),
        ("about:2021-W07", ["week"]),
        ("about:2021-W06", ["day"]),
        ("about:2021", ["day", "week"]),
        ("about:1998", ["year"]),
        ("about:1998-05", []),
        ("about:2020-12", ["month"]),
        ("about:2020-12-24", []),
        ("about:2020-11/2021-01", ["month"]),
        ("about:2020-12-02/2021-01", []),
        ("about:1990/1999", ["year"]),
        ("about:199X", ["year"]),
        ("about:../2020", ["month", "year"]),
        ("about:2021-12-20/..", ["day"]),
        # The first of one date and the last of another do not make a date.
        ("about:2021-03/2021-11", []),
        ("about:P1W/2021-02-14", ["day"]),
        ("about:none", ["nothing"]),
        ("about:2021-02 about:2021-12", ["day"]),
        ("about:2021 -about:2021-12", ["week"]),
        ("said:2021-02-20", ["day"]),
        ("said:P1W/2021-02-20", ["day"]),
        ("said:2021-02-19/P2D", ["day"]),
        ("said:P3M/2021-02-21", ["day", "month"]),
        ("said:2020-12-01", []),
        ("said:2016-W38", ["week"]),
        ("said:2016-09", ["week"]),
        ("said:2010/2012", ["year"]),
        ("said:none", ["nothing"]),
        ("published:2021-02-21 said:2011", ["year"]),
        ("captured:2021-03 said:2011", ["year"]),
        ("captured:2021-02 said:2011", []),
    ],
)
def test_days_months_years_weeks_and_intervals(paper: Archive, query: str, expected: list[str]) -> None:
    assert found(paper, query) == expected


def test_articles_are_found_by_what_their_quotations_speak_of(paper: Archive) -> None:
    assert paper.search(Request(query=parse("about:1998"))).total == 1
    assert paper.search(Request(query=parse("about:1998 said:2021"))).total == 0  # no one quotation is both


def test_each_date_has_its_counts_and_keeps_its_precision(paper: Archive) -> None:
    facets = paper.quotes(Request(query=parse("said:2020/2021"))).facets
    assert facets["said"] == Facet(
        buckets=(Bucket("2020", 1), Bucket("2021", 1)), imprecise=(), missing=0, level=Level.YEAR
    )
    facets = paper.quotes(Request(query=parse("said:2020-12"))).facets
    assert facets["said"] == Facet(buckets=(), imprecise=(Bucket("2020-12", 1),), missing=0, level=Level.DAY)
    facets = paper.quotes(Request(query=parse(""))).facets
    assert facets["about"] == Facet(
        buckets=(Bucket("1998", 1), Bucket("2020", 1), Bucket("2021", 3)), imprecise=(), missing=1, level=Level.YEAR
    )
    assert facets["captured"].buckets == (Bucket("2021", 5),)


def test_a_date_asked_for_sets_its_own_steps_only(paper: Archive) -> None:
    facets = paper.quotes(Request(query=parse("about:2021-02"), level=Level.MONTH)).facets
    assert (facets["published"].level, facets["said"].level, facets["about"].level) == (
        Level.MONTH,
        Level.YEAR,
        Level.DAY,
    )
    assert Bucket("2021-W07", 1) in facets["about"].imprecise


def test_articles_have_the_dates_of_articles(paper: Archive) -> None:
    facets = paper.search(Request(query=parse(""))).facets
    assert "captured" in facets
    assert "said" not in facets
