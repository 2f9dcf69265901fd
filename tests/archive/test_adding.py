"""Adding: each capture is kept once, the newest is shown, and rejects are kept with their reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.archive import Added, Archive, Counts, Request, open_archive, parse
from onrecord.model import Evidence, Given, Page, Record, Rejected, Revisit
from onrecord.model.errors import ArchiveError, NoArchive
from tests.archive.conftest import Open
from tests.helpers.records import Quoted, dated, record

WALL = record(
    "wall", "The wall stays shut.", Quoted("“We will not wait,”", "Ines Calder"), captured="2021-02-01T08:00:00Z"
)


def page(record: Record, **changes: object) -> Page:
    captured = record.article.captured
    plain = Page(url=record.article.url, evidence=record.evidence, text="", captured=captured)
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_the_same_capture_twice_changes_nothing(archive: Archive) -> None:
    assert archive.add(WALL) is Added.NEW
    assert archive.add(WALL) is Added.KNOWN
    archive.commit()
    assert archive.add(WALL) is Added.KNOWN
    archive.commit()
    assert archive.counts() == Counts(articles=1, captures=1, quotations=1, rejected=0)
    assert archive.doctor().problems == ()


def test_it_knows_a_page_by_address_time_and_bytes_before_and_after_the_commit(archive: Archive) -> None:
    assert not archive.knows(page(WALL))
    archive.add(WALL)
    assert archive.knows(page(WALL))
    archive.commit()
    assert archive.knows(page(WALL))
    assert not archive.knows(page(WALL, captured=dated("2021-02-02T08:00:00Z")))
    assert not archive.knows(page(WALL, evidence=Evidence("other.warc", 5, "sha256:other")))
    assert not archive.knows(page(WALL, url="https://courier.example/other"))
    assert archive.knows(page(WALL, url="https://courier.example/moved", given=Given(id=WALL.article.id)))


def test_a_record_comes_back_as_it_was_added(archive: Archive) -> None:
    archive.add(WALL)
    archive.commit()
    stored = archive.article(WALL.article.id)
    assert stored is not None
    assert stored.record == WALL
    assert stored.captures == (stored.capture,)
    assert (stored.capture.file, stored.capture.digest) == ("made.warc.gz", WALL.evidence.digest)
    assert archive.article("nobody") is None
    assert archive.article(WALL.article.id, capture=stored.capture.id[:-1]) is None


def test_the_newest_capture_is_shown_whatever_the_order_of_adding(archive: Archive) -> None:
    text = "The wall {} today."
    newest = record("wall", text.format("opened"), captured="2021-03-01T00:30:00+02:00")
    for added in (
        record("wall", text.format("cracked"), captured="2021-02-28T22:00:00Z"),
        newest,
        record("wall", text.format("sank"), captured="2021-02-28T17:15:00-05:00"),
        record("wall", text.format("stood")),
    ):
        archive.add(added)
    archive.commit()
    stored = archive.article(newest.article.id)
    assert stored is not None
    assert stored.record == newest
    assert [capture.newest for capture in stored.captures] == [True, False, False, False]
    assert [capture.captured.value if capture.captured else None for capture in stored.captures] == [
        "2021-03-01T00:30:00+02:00",
        "2021-02-28T17:15:00-05:00",
        "2021-02-28T22:00:00Z",
        None,
    ]
    assert [archive.search(Request(query=parse(word))).total for word in ("opened", "cracked", "sank", "stood")] == [
        1,
        0,
        0,
        0,
    ]
    older = archive.capture(stored.captures[-1].id)
    assert older is not None
    assert older.record.article.text == "The wall stood today."
    assert archive.article(newest.article.id, capture=older.capture.id) == older
    assert archive.search(Request(query=parse("opened"))).results[0].captures == 4
    assert archive.capture("none") is None


def test_of_captures_of_one_time_the_later_added_is_shown(archive: Archive) -> None:
    archive.add(record("wall", "First words."))
    assert archive.add(record("wall", "Second words.")) is Added.CAPTURE
    archive.commit()
    stored = archive.article(WALL.article.id)
    assert stored is not None
    assert stored.record.article.text == "Second words."


def test_captures_of_the_same_text_are_kept_each(archive: Archive) -> None:
    archive.add(WALL)
    again = replace(WALL, article=replace(WALL.article, captured=dated("2021-02-09T08:00:00Z")))
    assert archive.add(again) is Added.CAPTURE
    archive.commit()
    assert archive.counts() == Counts(articles=1, captures=2, quotations=1, rejected=0)


def test_a_revisit_keeps_a_capture_of_bytes_seen_before(archive: Archive) -> None:
    time = dated("2021-02-05T08:00:00Z")
    assert time is not None
    seen = Revisit(url=WALL.article.url, captured=time, payload="sha1:WALL", evidence=Evidence("b.warc.gz", 77, ""))
    assert archive.revisit(seen) is None
    archive.add(WALL, payload="sha1:WALL")
    assert archive.revisit(replace(seen, payload="sha1:OTHER")) is None
    assert archive.revisit(replace(seen, url="https://elsewhere.example/")) is None
    assert archive.revisit(seen) is Added.CAPTURE
    assert archive.revisit(seen) is Added.KNOWN
    archive.commit()
    stored = archive.article(WALL.article.id)
    assert stored is not None
    assert stored.record.article == replace(WALL.article, captured=time)
    assert (stored.capture.file, stored.capture.offset, stored.capture.digest) == (
        "b.warc.gz",
        77,
        WALL.evidence.digest,
    )
    assert len(stored.captures) == 2


def test_a_revisit_finds_an_article_with_a_given_id_by_its_address(archive: Archive) -> None:
    given = replace(WALL, article=replace(WALL.article, id="given-1"))
    archive.add(given, payload="sha1:WALL")
    time = dated("2021-02-05T08:00:00Z")
    assert time is not None
    evidence = Evidence("b.warc.gz", 77, WALL.evidence.digest)
    assert (
        archive.revisit(Revisit(url=WALL.article.url, captured=time, payload="sha1:WALL", evidence=evidence))
        is Added.CAPTURE
    )
    archive.commit()
    assert archive.article("given-1") is not None


def test_refusals_are_kept_once_and_in_order(archive: Archive) -> None:
    wall, menu = (
        Rejected("a.warc", "record at 9", "no article", "https://a/"),
        Rejected("a.warc", "record at 5", "a menu"),
    )
    for refused in (wall, menu, wall):
        archive.reject(refused)
    archive.commit()
    assert list(archive.rejected()) == [wall, menu]
    assert archive.counts().rejected == 2


def test_half_characters_do_not_stop_the_archive(archive: Archive) -> None:
    archive.add(record("odd", "A half \ud83d of a sign.", Quoted("“It is here,”", "Ines Calder"), digest="sha256:odd"))
    archive.reject(Rejected("bad\udcffname.html", "", "unreadable"))
    archive.commit()
    assert archive.search(Request(query=parse("sign"))).results[0].snippet.text.startswith("A half � of a sign.")
    assert archive.quotes(Request(query=parse("here"))).results[0].content == ("“It is here,”",)
    assert [refused.file for refused in archive.rejected()] == ["bad�name.html"]


def test_what_was_added_before_an_interruption_is_kept(opened: Open) -> None:
    def interrupted() -> None:
        with opened(True) as archive:
            archive.add(WALL)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with opened(False) as archive:
        assert archive.counts().articles == 1
        assert archive.search(Request(query=parse("wall"))).total == 1


def test_a_record_that_cannot_be_kept_takes_nothing_else_with_it(opened: Open) -> None:
    broken = replace(WALL, article=replace(WALL.article, title=None))  # type: ignore[arg-type]
    with opened(True) as archive:
        archive.add(record("before"))
        with pytest.raises(ValueError, match="lacks what every record has"):
            archive.add(broken)
        archive.add(record("after"))
    with opened(False) as archive:
        assert archive.counts() == Counts(articles=2, captures=2, quotations=0, rejected=0)


def test_reading_takes_no_writes(opened: Open) -> None:
    with opened(False) as archive, pytest.raises(ArchiveError, match="opened to be read"):
        archive.add(WALL)


def test_there_must_be_an_archive_to_open(tmp_path: Path) -> None:
    with pytest.raises(NoArchive, match="there is no archive here"):
        open_archive(tmp_path / "none")
