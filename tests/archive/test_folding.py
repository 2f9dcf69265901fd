"""Folded results: each story once, as the earliest of its copies that match, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from onrecord.archive import Answer, Archive, ArticleHit, Copies, QuotationHit, Request, Sort, parse
from onrecord.model.errors import QueryError
from tests.archive.conftest import Open
from tests.archive.test_copies import text
from tests.helpers.records import Quoted, record

OUTLETS = ("Wire", "Gull", "Tarn", "Courier")
WORDS = ("“The slip will open in May,”", "“Nobody was asked,”", "“We count every tide,”")


@pytest.fixture
def wire(archive: Archive) -> Archive:
    """A wire story in three outlets, later ones shorter, and one of another kind."""
    whole = text(7)
    parts = whole.split("\n\n")
    for made in (
        record("gull", "\n\n".join(parts[:3]), Quoted(WORDS[0], "Ines Calder"), outlet="Gull", published="2022-03-09"),
        record("tarn", "\n\n".join(parts[1:]), Quoted("“The  slip will open in May”", "Calder"), outlet="Tarn"),
        record(
            "wire",
            whole,
            *(Quoted(words, "Ines Calder") for words in (WORDS[0], WORDS[1], WORDS[1])),
            outlet="Wire",
            published="2022-03-08",
        ),
        record("other", text(8), Quoted(WORDS[0], "Ines Calder"), outlet="Courier", published="2022-03-10"),
    ):
        archive.add(made)
    archive.commit()
    return archive


def ask(archive: Archive, query: str, **more: object) -> Answer[ArticleHit]:
    return archive.search(Request(query=parse(query), copies=Copies.FOLDED, **more))  # type: ignore[arg-type]


def ask_quotes(archive: Archive, query: str, **more: object) -> Answer[QuotationHit]:
    return archive.quotes(Request(query=parse(query), copies=Copies.FOLDED, **more))  # type: ignore[arg-type]


def outlets(hits: Sequence[ArticleHit | QuotationHit]) -> list[str]:
    return [hit.outlet for hit in hits]


def test_a_story_is_one_result_its_earliest(wire: Archive) -> None:
    answer = ask(wire, "", sort=Sort.OLDEST)
    assert outlets(answer.results) == ["Wire", "Courier"]
    assert [hit.copies for hit in answer.results] == [3, 1]
    assert (answer.total, answer.unfolded, answer.later) == (2, 4, 2)


def test_without_folding_all_are_there_and_the_later_ones_are_counted(wire: Archive) -> None:
    answer = wire.search(Request(query=parse("")))
    assert (answer.total, answer.unfolded, answer.later, len(answer.results)) == (4, 4, 2, 4)


def test_a_story_is_shown_as_the_earliest_copy_that_matches(wire: Archive) -> None:
    assert outlets(ask(wire, "outlet:Gull").results) == ["Gull"]
    assert outlets(ask(wire, "outlet:(Gull OR Tarn)").results) == ["Gull"]
    assert outlets(ask(wire, "published:2022-03-09/..").results) == ["Courier", "Gull"]
    assert outlets(ask(wire, "outlet:Tarn").results) == ["Tarn"]


def test_facets_count_what_is_listed(wire: Archive) -> None:
    facets = ask(wire, "").facets
    assert {bucket.value: bucket.count for bucket in facets["outlet"].buckets} == {"Wire": 1, "Courier": 1}
    assert sum(bucket.count for bucket in facets["published"].buckets) + facets["published"].missing == 2


def test_quotations_of_the_same_words_in_one_story_are_one(wire: Archive) -> None:
    answer = ask_quotes(wire, "", sort=Sort.OLDEST)
    # Marks and blanks make no difference; an article that has the same words twice keeps both; another story its own.
    assert outlets(answer.results) == ["Wire", "Wire", "Wire", "Courier"]
    assert (answer.total, answer.unfolded, answer.later) == (4, 6, 2)
    assert [hit.copies for hit in answer.results] == [3, 3, 3, 1]
    assert {bucket.value: bucket.count for bucket in answer.facets["act"].buckets} == {"said": 4}
    assert outlets(ask_quotes(wire, "-outlet:Wire", sort=Sort.OLDEST).results) == ["Gull", "Courier"]


def test_all_copies_are_found_by_any_of_their_ids(wire: Archive) -> None:
    everything = wire.search(Request(query=parse(""))).results
    story = {hit.id for hit in everything if hit.outlet != "Courier"}
    assert len({hit.story for hit in everything}) == 2
    for hit in everything:
        found = wire.search(Request(query=parse(f'story:"{hit.id}"'))).results
        assert {other.id for other in found} == (story if hit.id in story else {hit.id})
    first = next(hit for hit in everything if hit.outlet == "Gull")
    assert {hit.story for hit in everything if hit.id in story} == {first.id}  # the first that came in
    assert wire.quotes(Request(query=parse(f"story:{first.id}"))).total == 5
    assert outlets(ask(wire, f"story:{first.id} -outlet:Wire").results) == ["Gull"]
    assert wire.search(Request(query=parse("story:nobody"))).total == 0
    assert outlets(wire.search(Request(query=parse(f"-story:{first.id}"))).results) == ["Courier"]


def test_an_earlier_copy_that_comes_later_takes_the_place(wire: Archive) -> None:
    wire.add(record("proof", text(7), outlet="Proof", published="2022-03-07"))
    wire.commit()
    assert outlets(ask(wire, "", sort=Sort.OLDEST).results) == ["Proof", "Courier"]
    # A new capture tells that it was printed last of all.
    wire.add(record("proof", text(7), outlet="Proof", published="2022-03-30", captured="2022-04-01T00:00:00Z"))
    wire.commit()
    assert outlets(ask(wire, "", sort=Sort.OLDEST).results) == ["Wire", "Courier"]
    assert wire.doctor().problems == ()


def test_stories_that_a_later_article_joins_become_one(archive: Archive) -> None:
    whole = text(7, sentences=60)
    parts = whole.split("\n\n")
    archive.add(record("head", "\n\n".join(parts[:2]), outlet="Head", published="2022-03-10"))
    archive.add(record("tail", "\n\n".join(parts[3:5]), outlet="Tail", published="2022-03-09"))
    archive.commit()
    assert ask(archive, "").total == 2
    archive.add(record("whole", whole, outlet="Whole", published="2022-03-11"))
    archive.commit()
    assert outlets(ask(archive, "").results) == ["Tail"]


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST, Sort.RELEVANCE])
def test_pages_stay_right_while_an_earlier_copy_is_added(wire: Archive, sort: Sort) -> None:
    whole = [hit.id for hit in ask(wire, "the", sort=sort).results]
    first = ask(wire, "the", sort=sort, size=1)
    wire.add(record("proof", text(7), outlet="Proof", published="2021-01-01"))
    wire.add(record("coast", text(8), outlet="Coast", published="2023-01-01"))
    wire.commit()
    second = ask(wire, "the", sort=sort, size=1, after=first.next)
    assert [hit.id for hit in (*first.results, *second.results)] == whole
    assert (second.total, second.next) == (2, None)


def test_a_cursor_of_a_state_that_is_gone_goes_on_in_the_present_one(wire: Archive) -> None:
    cursor = ask(wire, "", sort=Sort.OLDEST, size=1).next
    assert cursor is not None
    gone = cursor.rpartition(".")[0] + ".1-1"
    assert outlets(ask(wire, "", sort=Sort.OLDEST, size=1, after=gone).results) == ["Courier"]
    with pytest.raises(QueryError):
        ask(wire, "", sort=Sort.OLDEST, after=cursor + ".0")


QUERIES = ("", "outlet:Gull", "outlet:(Gull OR Tarn)", "published:2022-03", "-outlet:Wire", "speaker:calder", "slip")


def test_against_a_list_of_all_by_hand(opened: Open) -> None:
    """Sixty articles of eight stories, at random: what is folded is what a reader of all results would strike out."""
    pick = random.Random(3)
    with opened(True) as archive:
        for number in range(60):
            whole = text(number % 8).split("\n\n")
            cut = "\n\n".join(whole[at] for at in sorted(pick.sample(range(4), pick.choice((3, 4)))))
            said = [Quoted(words, "Ines Calder") for words in pick.sample(WORDS, pick.randrange(3))]
            day = pick.choice(
                ("", "2022", "2022-03", *(f"2022-{month:02}-{pick.randrange(1, 29):02}" for month in (3, 4)))
            )
            archive.add(record(f"{number}", cut, *said, outlet=pick.choice(OUTLETS), published=day))
            if pick.random() < 0.1:
                archive.commit()
        archive.commit()
        for query in QUERIES:
            every = archive.search(Request(query=parse(query), sort=Sort.OLDEST, size=100))
            earliest = {hit.story: hit.id for hit in reversed(every.results)}
            kept = [hit.id for hit in every.results if earliest[hit.story] == hit.id]
            answer = ask(archive, query, sort=Sort.OLDEST, size=100)
            assert [hit.id for hit in answer.results] == kept
            assert (answer.total, answer.unfolded) == (len(kept), every.total)
            quotes = archive.quotes(Request(query=parse(query), sort=Sort.OLDEST, size=200))
            seen: set[tuple[str, tuple[str, ...]]] = set()
            lines = []
            for quote in quotes.results:
                lines += [] if (quote.story, quote.content) in seen else [quote.id]
                seen.add((quote.story, quote.content))
            folded = ask_quotes(archive, query, sort=Sort.OLDEST, size=200)
            assert [hit.id for hit in folded.results] == lines
            assert (folded.total, folded.unfolded) == (len(lines), quotes.total)
        assert archive.doctor().problems == ()
