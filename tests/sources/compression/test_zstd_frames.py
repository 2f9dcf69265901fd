"""Web archives in zstd: a record a frame, with and without the dictionary that leads them, whole, damaged and cut."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Page, Rejected, Revisit
from onrecord.sources import Items, Limits, pages, reread
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.compression.zstd_frames import FED
from tests.helpers.pages import html, response
from tests.sources.formats.test_warc import CUT, five, rejects, revisit, urls

SAMPLES: list[bytes | bytearray | memoryview[int]] = [
    response(f"https://gull.example/{n}", html(title=f"Tide {n} of {n * n}"), number=n) for n in range(200)
]
TRAINED = zstandard.train_dictionary(4_000, SAMPLES)
Write = Callable[[bytes], Path]
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: bytes) -> Path:
        path = tmp_path / "a.warc.zst"
        path.write_bytes(content)
        return path

    return write


def skippable(data: bytes, magic: int = 0x184D2A5D) -> bytes:
    return magic.to_bytes(4, "little") + len(data).to_bytes(4, "little") + data


def frame(record: bytes, *, trained: bool = False) -> bytes:
    return zstandard.ZstdCompressor(dict_data=TRAINED if trained else None, write_checksum=True).compress(record)


def plain_dictionary() -> bytes:
    return skippable(TRAINED.as_bytes())


def packed_dictionary() -> bytes:
    return skippable(frame(TRAINED.as_bytes()))


@pytest.mark.parametrize("lead", [None, plain_dictionary, packed_dictionary])
def test_pages_can_be_read_and_reread_at_their_frames(write: Write, lead: Callable[[], bytes] | None) -> None:
    head = lead() if lead else b""
    frames = [frame(one, trained=lead is not None) for one in five()]
    found = [item for item in pages([write(head + b"".join(frames))]) if isinstance(item, Page)]
    assert [page.html for page in found] == [html(title=f"Meeting {n}") for n in range(5)]
    assert [page.evidence.offset for page in found] == [len(head) + sum(map(len, frames[:n])) for n in range(5)]
    assert [reread(page.evidence) for page in found] == [page.html for page in found]


def test_frames_that_do_not_follow_the_records(write: Write) -> None:
    whole = b"".join(five())
    for size in (500, len(whole)):
        parts = [frame(whole[at : at + size]) for at in range(0, len(whole), size)]
        found = [item for item in pages([write(b"".join(parts))]) if isinstance(item, Page)]
        assert urls([*found]) == [0, 1, 2, 3, 4]
        assert [reread(page.evidence) for page in found] == [page.html for page in found]


def test_frames_to_be_skipped_are(write: Write) -> None:
    index = skippable(b"WARC/ an index of another program " * 5_000, magic=0x184D2A50)
    frames = [frame(one) for one in five()]
    found = list(pages([write(index + frames[0] + index + b"".join(frames[1:]) + index)]))
    assert urls(found) == [0, 1, 2, 3, 4]
    assert rejects(found) == []
    assert [reread(page.evidence) for page in found if isinstance(page, Page)]


def test_a_revisit_of_a_page_in_the_same_file_is_a_page(write: Write) -> None:
    payload = "sha1:ITT6DUK3EH74CDWKHHCSO2QKHVUEGKCH"
    records = [
        response("https://tarnpost.example/x", html()).replace(
            b"WARC-Type: response\r\n", f"WARC-Type: response\r\nWARC-Payload-Digest: {payload}\r\n".encode(), 1
        ),
        revisit(f"WARC-Payload-Digest: {payload}"),
    ]
    path = write(plain_dictionary() + b"".join(frame(one, trained=True) for one in records))
    first_page, again = pages([path])
    assert isinstance(first_page, Page)
    assert isinstance(again, Page)
    assert not isinstance(again, Revisit)
    assert again.html == first_page.html == reread(again.evidence)


@pytest.mark.parametrize("cut", [1, 3, 9, 60, 200])
def test_a_cut_file_gives_its_whole_records_and_one_reject(write: Write, cut: int) -> None:
    frames = [frame(one, trained=True) for one in five()]
    head = packed_dictionary()
    found = list(pages([write((head + b"".join(frames))[:-cut])]))
    gone = next(n for n in range(1, 6) if sum(map(len, frames[-n:])) > cut)
    assert urls(found) == list(range(5 - gone))
    assert rejects(found) == [(f"offset {len(head) + sum(map(len, frames[: 5 - gone]))}", CUT)]


@pytest.mark.parametrize("garbage", [b"garbage" * 10, b"\xff" * 3, b"\x28\xb5\x2f\xfdgarbage that is no zstd"])
def test_garbage_between_frames_is_one_reject(write: Write, garbage: bytes) -> None:
    frames = [frame(one) for one in five()]
    found = list(pages([write(b"".join(frames[:2]) + garbage + b"".join(frames[2:]))]))
    assert urls(found) == [0, 1, 2, 3, 4]
    ((place, reason),) = rejects(found)
    assert place == f"offset {sum(map(len, frames[:2]))}"
    assert "zstd" in reason


def test_a_damaged_frame_costs_that_record_alone(write: Write) -> None:
    frames = [frame(one, trained=True) for one in five()]
    frames[2] = frames[2][:-3] + b"\0\0\0"  # its checksum
    found = list(pages([write(plain_dictionary() + b"".join(frames))]))
    assert urls(found) == [0, 1, 3, 4]
    ((_, reason),) = rejects(found)
    assert reason.startswith("its zstd data is damaged")


@PROPERTY
@given(at=st.integers(0, 10_000), wrong=st.binary(min_size=1, max_size=30))
def test_no_damage_raises_or_passes_unsaid(write: Write, at: int, wrong: bytes) -> None:
    head = plain_dictionary()
    whole = b"".join(frame(one, trained=True) for one in five())
    at %= len(whole)
    damaged = whole[:at] + wrong + whole[at + len(wrong) :]
    found = list(Items([write(head + damaged)]))
    bodies = [item.html for item in found if isinstance(item, Page)]
    intact = {html(title=f"Meeting {n}") for n in range(5)}
    assert all(body in intact for body in bodies)
    assert len(bodies) >= 3
    assert len(bodies) == 5 or rejects(found)


@PROPERTY
@given(kept=st.integers(0, 20_000))
def test_a_file_cut_anywhere_never_raises(write: Write, kept: int) -> None:
    frames = [frame(one, trained=True) for one in five()]
    head = packed_dictionary()
    whole = head + b"".join(frames)
    kept %= len(whole)
    found = list(pages([write(whole[:kept])]))
    ends = [len(head) + sum(map(len, frames[: n + 1])) for n in range(5)]
    held = [n for n in range(5) if ends[n] <= kept]
    assert urls(found) == held
    if kept not in (len(head), *ends):
        assert len(rejects(found)) == 1


@pytest.mark.parametrize(
    ("lead", "reason"),
    [
        (skippable(b"no dictionary at all"), "the dictionary that leads it is none of zstd's: fetch the file again"),
        (skippable(frame(b"no dictionary at all")), "the dictionary that leads it is none of zstd's"),
        (skippable(frame(TRAINED.as_bytes())[:-9]), "the dictionary that leads it is cut: fetch the file again"),
        (skippable(b"\x28\xb5\x2f\xfd" + b"\xff" * 40), "the dictionary that leads it is damaged"),
        (skippable(frame(bytes(300_000_000))), "the dictionary that leads it is larger than 16 MB"),
        (b"\x5d\x2a\x4d\x18\xff\xff\xff\xff" + bytes(100), CUT),
        (b"\x5d\x2a\x4d\x18\xff", CUT),
    ],
)
def test_a_dictionary_that_is_none_is_one_reject(write: Write, lead: bytes, reason: str) -> None:
    (found,) = pages([write(lead + frame(five()[0], trained=True))]) if reason != CUT else pages([write(lead)])
    assert isinstance(found, Rejected)
    assert found.reason.startswith(reason)


def test_records_whose_dictionary_is_missing_are_refused(write: Write) -> None:
    found = list(pages([write(b"".join(frame(one, trained=True) for one in five()))]))
    assert urls(found) == []
    assert any("zstd" in reason for _, reason in rejects(found))


def test_a_bomb_is_refused_in_bounded_memory(write: Write) -> None:
    bomb = zstandard.ZstdCompressor(level=19, write_checksum=True).compress(b"WARC/1.1\r\n" + bytes(2_000_000_000 // 8))
    path = write(bomb + frame(five()[1]))
    tracemalloc.start()
    try:
        found = list(pages([path], Limits(line=50_000_000)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert urls(found) == [1]
    assert len(rejects(found)) == 1
    assert peak < 40_000_000


def test_other_files_are_read_from_zstd_too(tmp_path: Path) -> None:
    path = tmp_path / "a.html.zst"
    path.write_bytes(frame(html()))
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert page.html == html() == reread(page.evidence)


@PROPERTY
@given(parts=st.lists(st.binary(max_size=4 * FED), min_size=1), size=st.integers(1, 300))
def test_reads_of_any_size_give_the_frames_joined(write: Write, parts: list[bytes], size: int) -> None:
    path = write(b"".join(map(frame, parts)))
    with PackedFile(path) as stream:
        assert b"".join(iter(lambda: stream.read(size), b"")) == b"".join(parts)
        assert stream.stored == path.stat().st_size
    path.write_bytes(path.read_bytes()[:-1])
    with PackedFile(path) as stream, pytest.raises(DamageError):
        stream.read(1_000_000)
