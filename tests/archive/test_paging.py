"""Pages of results: every result once, whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.archive import Archive, Request, Sort, parse
from onrecord.model.errors import QueryError
from tests.archive.conftest import Open
from tests.helpers.records import Quoted, record


def fill(archive: Archive, begin: int, end: int) -> None:
    """Articles of 5 days in turn, every seventh undated, each with two quotations; all have the word "tide"."""
    for number in range(begin, end):
        day = f"2021-02-{number % 5 + 10}" if number % 7 else ""
        quotes = (Quoted(f"“Tide {number} a,”", "Ines Calder"), Quoted(f"“Tide {number} b,”", "Tom Roe"))
        archive.add(record(f"{number:04}", "The tide. " * (number % 9 + 1), *quotes, published=day))
    archive.commit()


def pages(archive: Archive, sort: Sort, *, quotes: bool = False, size: int = 7) -> Iterator[list[str]]:
    """The ids of each page, to the last."""
    after: str | None = None
    while True:
        request = Request(query=parse("tide"), sort=sort, size=size, after=after, facets=False)
        answer = archive.quotes(request) if quotes else archive.search(request)
        yield [hit.id for hit in answer.results]
        after = answer.next
        if after is None:
            return


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("quotes", [False, True])
def test_pages_hold_every_result_once_in_one_order(archive: Archive, sort: Sort, quotes: bool) -> None:
    fill(archive, 0, 60)
    together = next(pages(archive, sort, quotes=quotes, size=1_000))
    assert len(set(together)) == (120 if quotes else 60)
    assert [id for page in pages(archive, sort, quotes=quotes) for id in page] == together


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("quotes", [False, True])
def test_nothing_is_repeated_or_lost_while_another_adds(opened: Open, sort: Sort, quotes: bool) -> None:
    with opened(True) as writer:
        fill(writer, 0, 60)
        with opened(False) as reader:
            before = set(next(pages(reader, sort, quotes=quotes, size=1_000)))
            seen: list[str] = []
            for number, page in enumerate(pages(reader, sort, quotes=quotes, size=20)):
                seen += page
                if number < 3:
                    fill(writer, 60 + 10 * number, 70 + 10 * number)
            assert len(seen) == len(set(seen))
            assert before <= set(seen)


def test_a_page_by_relevance_continues_when_its_snapshot_is_gone(opened: Open) -> None:
    with opened(True) as writer, opened(False) as reader:
        fill(writer, 0, 30)
        first = reader.search(Request(query=parse("tide"), sort=Sort.RELEVANCE, size=20))
        for number in range(30, 40):
            fill(writer, number, number + 1)
            assert reader.search(Request(query=parse("tide"))).total == number + 1
        rest = reader.search(Request(query=parse("tide"), sort=Sort.RELEVANCE, size=100, after=first.next))
        assert (rest.total, len(rest.results), rest.next) == (40, 20, None)


def test_a_quotation_keeps_its_place_when_its_page_is_captured_again(archive: Archive) -> None:
    fill(archive, 0, 20)
    request = Request(query=parse("tide"), sort=Sort.NEWEST, size=9)
    first = archive.quotes(request)
    for number in range(20):
        quotes = (Quoted(f"“Tide {number} a,”", "Ines Calder"), Quoted(f"“Tide {number} b,”", "Tom Roe"))
        day = f"2021-02-{number % 5 + 10}" if number % 7 else ""
        archive.add(record(f"{number:04}", "The tide, once more.", *quotes, published=day, captured="2021-03-01"))
    archive.commit()
    rest = archive.quotes(Request(query=parse("tide"), size=100, after=first.next))
    assert len({hit.id for hit in (*first.results, *rest.results)}) == 40
    assert len(first.results) + len(rest.results) == 40


def test_totals_and_facets_are_those_of_all_pages(archive: Archive) -> None:
    fill(archive, 0, 30)
    first = archive.search(Request(query=parse("tide"), size=10))
    second = archive.search(Request(query=parse("tide"), size=10, after=first.next))
    assert (second.total, second.facets) == (first.total, first.facets) == (30, first.facets)


@pytest.mark.parametrize(
    "after",
    [
        "",
        "x",
        "newest.",
        "newest.-1",
        "newest.0",
        "oldest.5",
        "relevance.5.abc-0",
        f"newest.{1 << 64}",
        "newest.99999999999999999999999",
    ],
)
def test_a_foreign_cursor_is_rejected(archive: Archive, after: str) -> None:
    with pytest.raises(QueryError, match="begin at the first page"):
        archive.search(Request(query=parse("tide"), sort=Sort.NEWEST, after=after))


@pytest.mark.parametrize("size", [-1, 10_001])
def test_a_page_size_out_of_range_is_rejected(archive: Archive, size: int) -> None:
    with pytest.raises(ValueError, match="ask for 0 to 10,000"):
        archive.search(Request(query=parse(""), size=size))
