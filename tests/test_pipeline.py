"""The stages together: records arrive in the archive, nothing stops a run, and nothing is reported twice."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import httpx
import pytest

from onrecord import Reader, Record, Rejected, Request, Settings, build, open_archive, parse, read
from onrecord.archive import Archive, Sort
from onrecord.model import Page
from onrecord.pipeline import BATCH_PAGES, Tally
from onrecord.sources import Items, reread
from onrecord.web import create_app
from tests.helpers.pages import html, response, warc_gz

URL = "https://www.tarnpost.example/sea-wall"
PAYLOAD = "sha1:" + base64.b32encode(hashlib.sha1(html(), usedforsecurity=False).digest()).decode()


def captured(*, payload: str = PAYLOAD) -> bytes:
    """A capture of the page that states the digest of its payload."""
    return response(URL, html()).replace(b"WARC-Date:", f"WARC-Payload-Digest: {payload}\r\nWARC-Date:".encode(), 1)


def revisited() -> bytes:
    """A later capture of the same page, which names its bytes only (WARC 1.1, section 6.7)."""
    message = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    head = (
        "WARC/1.1\r\nWARC-Type: revisit\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000099>\r\n"
        f"WARC-Target-URI: {URL}\r\nWARC-Date: 2023-12-24T04:00:00Z\r\nWARC-Payload-Digest: {PAYLOAD}\r\n"
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(message)}\r\n\r\n"
    )
    return head.encode() + message + b"\r\n\r\n"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A web archive with the page."""
    path = tmp_path / "first.warc.gz"
    path.write_bytes(warc_gz(captured()))
    return path


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A web archive that only says that the page was the same later."""
    path = tmp_path / "later.warc.gz"
    path.write_bytes(warc_gz(revisited()))
    return path


def into(path: Path, *inputs: Path) -> Tally:
    """Add inputs to the archive at `path`."""
    with open_archive(path, create=True, write=True) as archive:
        return build(inputs, archive)


def get(archive: Archive, path: str) -> httpx.Response:
    """A page of an archive whose evidence is read from disk."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=create_app(archive, reread=reread))
        async with httpx.AsyncClient(transport=transport, base_url="http://onrecord.test") as client:
            return await client.get(path)

    return asyncio.run(ask())


def test_a_path_may_be_a_string_and_stand_alone(first: Path) -> None:
    for inputs in (first, str(first), [str(first)]):
        (record,) = read(inputs)
        assert isinstance(record, Record)
        assert record.article.url == URL
    with open_archive(str(first.parent / "a.onrecord"), create=True, write=True) as archive:
        assert build(str(first), archive).new == 1


def test_a_revisit_waits_for_the_page_it_names(tmp_path: Path, first: Path, later: Path) -> None:
    archive = tmp_path / "a.onrecord"
    assert into(archive, later).rejected == 1
    assert into(archive, first).new == 1
    tally = into(archive, first, later)
    assert (tally.new, tally.captures, tally.known, tally.rejected) == (0, 1, 1, 0)
    assert into(archive, first, later).known == 2


def test_without_an_archive_a_revisit_of_another_file_is_told(later: Path) -> None:
    (rejected,) = read(later)
    assert isinstance(rejected, Rejected)
    assert "was not captured here before" in rejected.reason


def test_the_evidence_of_a_revisit_is_the_page_it_names(tmp_path: Path, first: Path, later: Path) -> None:
    into(tmp_path / "a.onrecord", first, later)
    with open_archive(tmp_path / "a.onrecord") as archive:
        (hit,) = archive.search(Request(query=parse(""))).results
        stored = archive.article(hit.id)
        assert stored is not None
        later_id, first_id = (capture.id for capture in stored.captures)
        newest = get(archive, f"/capture/{later_id}").text
        assert "captured bytes are unchanged" in newest
        assert f'<a href="/capture/{first_id}">capture {first_id}</a>, which has the same page' in newest
        assert get(archive, f"/capture/{later_id}/source").content == html()
        first.unlink()
        assert "captured bytes cannot be read" in get(archive, f"/capture/{later_id}").text


def test_the_archive_is_asked_in_batches_and_each_page_is_watched(
    tmp_path: Path, newspaper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(tmp_path / "a.onrecord", create=True, write=True) as archive:
        asked: list[int] = []
        knows_many = archive.knows_many

        def counting(pages: Sequence[Page]) -> list[bool]:
            asked.append(len(pages))
            return knows_many(pages)

        monkeypatch.setattr(archive, "knows_many", counting)
        watched: list[int] = []
        tally = build(newspaper, archive, watch=lambda tally, *_: watched.append(tally.pages))
    assert watched == list(range(1, tally.pages + 1))
    assert max(asked) == BATCH_PAGES
    assert len(asked) < tally.pages / 4


def test_what_was_read_before_an_error_is_kept(
    tmp_path: Path, newspaper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(items: Items) -> Iterator[object]:
        yield from islice(whole(items), 30)
        raise RuntimeError("a fault of ours")

    whole = Items.__iter__
    monkeypatch.setattr(Items, "__iter__", broken)
    with open_archive(tmp_path / "a.onrecord", create=True, write=True) as archive:
        with pytest.raises(RuntimeError, match="a fault of ours"):
            build(newspaper, archive)
        archive.commit()
        counts = archive.counts()
    assert counts.captures + counts.rejected == 30


def test_a_stop_keeps_what_was_added(tmp_path: Path, first: Path, newspaper: Path) -> None:
    with open_archive(tmp_path / "a.onrecord", create=True, write=True) as archive:
        tally = build([first, newspaper], archive, stop=iter([False, False, True]).__next__)
        assert tally.stopped
        assert archive.counts().articles == tally.new == 3
    whole = into(tmp_path / "a.onrecord", first, newspaper)
    assert whole.known >= 3
    assert whole.new + whole.captures + whole.known + whole.rejected == whole.pages


def test_every_reject_is_watched_kept_and_told_once(tmp_path: Path, newspaper: Path) -> None:
    watched: list[Rejected] = []

    def watch(tally: Tally, consumed: int, rejected: Rejected | None) -> None:
        watched.extend([rejected] if rejected else [])

    with open_archive(tmp_path / "a.onrecord", create=True, write=True) as archive:
        for _ in range(2):
            build([newspaper], archive, watch=watch)
        kept = list(archive.rejected())
    assert len(kept) == 3
    assert watched == kept * 2


def test_several_processes_keep_what_one_keeps(tmp_path: Path, first: Path, later: Path, newspaper: Path) -> None:
    found = {}
    for jobs in (1, 2):
        with open_archive(tmp_path / f"{jobs}.onrecord", create=True, write=True) as archive:
            tally = build([first, later, newspaper], archive, settings=Settings(jobs=jobs))
            hits = archive.search(Request(query=parse(""), size=100, sort=Sort.OLDEST)).results
            found[jobs] = (tally, hits, list(archive.rejected()))
            assert build([newspaper], archive, settings=Settings(jobs=jobs)).new == 0
    assert found[1] == found[2]


def test_the_reader_asked_for_reads_on_every_process(tmp_path: Path) -> None:
    text = "The harbour board met on Monday. Ines Calder warned that the wall was sinking, and Tom Roe doubted it."
    (tmp_path / "a.jsonl").write_text("".join(f'{{"id": "{n}", "text": "{text}"}}\n' for n in range(2)))
    found = {}
    for reader in Reader:
        for jobs in (1, 2):
            settings = Settings(reader=reader, jobs=jobs)
            with open_archive(tmp_path / f"{reader}{jobs}.onrecord", create=True, write=True) as archive:
                build([tmp_path / "a.jsonl"], archive, settings=settings)
                found[reader, jobs] = archive.quotes(Request(query=parse("act:any"))).results
        assert found[reader, 1] == found[reader, 2]
        assert {hit.certainty for hit in found[reader, 1]}
    assert found[Reader.FAST, 1] != found[Reader.FULL, 1]
