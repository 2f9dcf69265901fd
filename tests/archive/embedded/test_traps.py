"""The traps of tantivy that DESIGN.md names, each with the case that shows it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.archive import Bucket, Field, Request, Sort, Words, both, open_archive, parse
from tests.helpers.records import Quoted, record


def test_a_fresh_writer_loses_no_delete(tmp_path: Path) -> None:
    for day in range(1, 8):
        with open_archive(tmp_path / "a", create=True, write=True) as archive:
            archive.add(record("tide", f"The tide on day {day}.", captured=f"2021-02-{day:02}"))
    with open_archive(tmp_path / "a") as archive:
        assert archive.search(Request(query=parse("tide"))).total == 1
        assert archive.search(Request(query=parse('"day 7"'))).total == 1
        assert archive.search(Request(query=parse('"day 6"'))).total == 0


def test_the_documents_of_an_article_are_replaced_whole(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        first = (Quoted("“The wall,”", "Ines Calder"), Quoted("“The quay,”", "Tom Roe"))
        archive.add(record("tide", "First.", *first, captured="2021-02-01"))
        archive.add(record("other", "Other.", Quoted("“The pier,”", "Ada Lind")))
        archive.commit()
        archive.add(record("tide", "Second.", first[1], captured="2021-02-02"))
        archive.commit()
        found = archive.quotes(Request(query=parse("")))
        assert sorted(hit.content[0] for hit in found.results) == ["“The pier,”", "“The quay,”"]
        checkup = archive.doctor()
        assert (checkup.problems, checkup.indexed_articles, checkup.indexed_quotations) == ((), 2, 2)


@pytest.mark.parametrize("word", ["wall", "ines", "1999"])
def test_a_phrase_of_one_word_is_a_word(tmp_path: Path, word: str) -> None:
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        archive.add(record("wall", "The wall of 1999.", Quoted("“The wall of 1999,”", "Ines Calder")))
        archive.commit()
        for query in (f'"{word}"', f'"{word}"~3', f"“{word}!”"):
            assert archive.search(Request(query=parse(query))).total == 1
            assert archive.quotes(Request(query=parse(query))).total == 1
        assert archive.quotes(Request(query=parse('speaker:"Calder"'))).total == 1


@pytest.mark.parametrize("text", ["[a TO b]", "wall*", "wall^2", "+wall", "/wa.l/", "title\\:x", "IN [wall]", "{wall}"])
def test_tantivys_own_query_language_is_never_spoken(tmp_path: Path, text: str) -> None:
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        archive.add(record("wall", "The walls of walnut."))
        archive.add(record("written", f"They wrote {text} on the door."))
        archive.commit()
        found = archive.search(Request(query=Words(text)))
        assert [hit.url.rpartition("/")[2] for hit in found.results] == ["written"]


@pytest.mark.parametrize("title", ["7", "true", "2021-02-03T00:00:00Z", '{"a": 1}', "/a/b", "1.5"])
def test_values_that_look_like_other_types_stay_text(tmp_path: Path, title: str) -> None:
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        archive.add(record("wall", title, Quoted(f"“{title}”", title), title=title, outlet=title, place=title))
        archive.commit()
        fields = [Field(name, title) for name in ("title", "outlet", "place", "speaker")]
        assert archive.search(Request(query=both(Words(title), *fields))).total == 1
        assert archive.search(Request(query=parse(""))).facets["outlet"].buckets == (Bucket(title, 1),)


def test_facets_are_exact_over_many_values_and_segments(tmp_path: Path) -> None:
    """Each segment has its own frequent outlets; "Rare" is in each, seldom. tantivy's default would miss some of it."""
    outlets: Counter[str] = Counter()
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        for segment in range(3):
            for number in range(700):
                outlet = "Rare" if number % 350 == 0 else f"Outlet {segment}-{number % 345}"
                outlets[outlet] += 1
                archive.add(record(f"{segment}-{number}", outlet=outlet))
            archive.commit()
        facet = archive.search(Request(query=parse(""))).facets["outlet"]
    assert facet.buckets[0] == Bucket("Rare", 6)
    assert all(outlets[bucket.value] == bucket.count for bucket in facet.buckets)
    assert [bucket.count for bucket in facet.buckets] == [count for _, count in outlets.most_common(len(facet.buckets))]
    assert len(facet.buckets) + facet.more == len(outlets)


def test_an_empty_page_and_an_empty_archive_are_no_panic(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        for sort in Sort:
            for size in (0, 1):
                for query in ("", "wall", "speaker:a kind:direct", "published:none"):
                    request = Request(query=parse(query), sort=sort, size=size)
                    assert (archive.search(request).total, archive.quotes(request).total) == (0, 0)
        assert archive.doctor().problems == ()


def test_words_longer_than_tantivy_takes_do_not_stop_it(tmp_path: Path) -> None:
    long = "x" * 70_000
    with open_archive(tmp_path / "a", create=True, write=True) as archive:
        archive.add(record("long", f"Before {long} after.", Quoted(f"“{long}”", long), title=long, outlet=long))
        archive.commit()
        assert archive.search(Request(query=parse("after"))).total == 1
        assert archive.doctor().problems == ()
