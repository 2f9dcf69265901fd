"""The other dates on the pages: said, talked about, captured; and doubts about an article's dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.archive import open_archive
from onrecord.model import Doubt, DoubtKind, Record, Said, Time
from onrecord.web import create_app
from tests.helpers.html_query import one, select, text, texts
from tests.helpers.paper import find, harbour, make_archive, quotation, record, reread
from tests.web.conftest import Pages

TEXT = "“It sank then,” Ines Calder said. “It was old then,” Ines Calder said. On Saturday, Feb. 21, it rained."


def made() -> Record:
    """An article with two quotations: one said on a day that mentions another, and one said in a month."""
    first, second = "“It sank then,”", "“It was old then,”"
    quotations = [
        replace(quotation(TEXT, first, speaker="Ines Calder"), said=Said("2020-11-03", (), "stated")),
        replace(quotation(TEXT, second, speaker="Ines Calder"), said=Said("2021-01", (), "carried")),
    ]
    doubt = Doubt(DoubtKind.WEEKDAY, "21 February 2021 was a Sunday", span=find(TEXT, "Saturday, Feb. 21"))
    bare = record("ferry", TEXT, quotations)
    return replace(
        bare,
        article=replace(bare.article, doubts=(doubt,)),
        times=(
            Time(find(TEXT, "then,” Ines"), "DATE", "1998", "1998"),
            Time((TEXT.index("old then") + 4, TEXT.index("old then") + 8), "DATE", "2012-05-03", "2012-05-03"),
        ),
    )


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Pages]:
    with open_archive(tmp_path / "when.onrecord", create=True, write=True) as archive:
        archive.add(made())
        archive.commit()
    with open_archive(tmp_path / "when.onrecord") as archive:
        yield Pages(create_app(archive, reread=reread))


def test_a_doubtful_date_has_a_cross_and_the_reason(pages: Pages) -> None:
    page = pages.page("/article/ferry")
    verdicts = {text(one(row, "dt")): texts(row, ".verdict") for row in select(page, ".facts dl div")}
    assert (verdicts["Published"], verdicts["Captured"], verdicts["Modified"]) == (["✖"], ["✔"], [])
    assert texts(page, ".facts .doubt dd") == ["weekday: 21 February 2021 was a Sunday"]


def test_each_date_has_its_list_and_its_histogram(pages: Pages) -> None:
    page = pages.page("/quotes")
    titles = texts(page, ".facet h2")
    assert [title for title in titles if "Date" in title] == [
        "Date published",
        "Date said",
        "Date talked about",
        "Date captured",
    ]
    assert texts(page, ".charts figcaption") == [
        "Quotations by year said",
        "Quotations by year talked about",
    ]
    bars = {bar.get("aria-label"): bar.get("href") for bar in select(page, ".charts svg.bars a")}
    assert bars == {
        "2020: 1": "/quotes?q=said:2020",
        "2021: 1": "/quotes?q=said:2021",
        "1998: 1": "/quotes?q=about:1998",
        "2012: 1": "/quotes?q=about:2012",
    }
    assert texts(pages.page("/quotes?q=about:2012"), ".chip") == ["talks about 2012 ✖"]


def test_an_unknown_date_said_is_not_called_undated(tmp_path: Path) -> None:
    with open_archive(make_archive(tmp_path, [made(), harbour()])) as archive:
        page = Pages(create_app(archive, reread=reread)).page("/quotes")
    said = next(chart for chart in select(page, ".charts .chart") if " said" in text(one(chart, "figcaption")))
    assert text(one(said, ".chart-note")) == "Not in the chart: 2 with date said unknown."


def test_an_imprecise_date_is_not_counted_on_the_first_of_the_month(pages: Pages) -> None:
    page = pages.page("/quotes?q=said:2021-01")
    said = select(page, ".facet")[[text(one(facet, "h2")) for facet in select(page, ".facet")].index("Date said")]
    assert "in January 2021, day unknown: 1" in text(said)
    assert texts(said, ".choices a") == []
    assert texts(said, ".trail li") == ["All dates", "2021", "January 2021"]


def test_a_date_filter_replaces_only_the_same_date(pages: Pages) -> None:
    page = pages.page("/quotes?q=said:2020&q=published:2021")
    assert texts(page, ".chip") == ["said 2020 ✖", "date 2021 ✖"]
    link = next(a for a in select(page, ".choices a") if text(a).startswith("November 2020"))
    assert texts(pages.page(link.get("href")), ".chip") == ["date 2021 ✖", "said 2020-11 ✖"]


def test_results_without_a_date_said_are_found(pages: Pages) -> None:
    page = pages.page("/quotes?q=said:none")
    assert texts(page, ".chip") == ["date said unknown ✖"]
