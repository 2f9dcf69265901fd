"""Streams: the same bytes whatever the packing and the sizes asked for, and the places of gzip members."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.sources.compression.gzip_members import CUT, DamageError
from onrecord.sources.compression.packed_file import PackedFile

SETTINGS = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SETTINGS
@given(parts=st.lists(st.binary(max_size=200), min_size=1), sizes=st.lists(st.integers(1, 300), min_size=1))
def test_reads_of_any_size_give_the_members_joined(tmp_path: Path, parts: list[bytes], sizes: list[int]) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(b"".join(map(gzip.compress, parts)))
    got = b""
    with PackedFile(path) as stream:
        while True:
            size = sizes[len(got) % len(sizes)]
            ahead = stream.peek(size)
            piece = stream.read(size)
            assert piece == ahead
            if not piece:
                break
            got += piece
        assert stream.stored == path.stat().st_size
    assert got == b"".join(parts)


@SETTINGS
@given(content=st.binary(max_size=500), packed=st.booleans(), limit=st.integers(1, 60))
def test_lines_joined_are_the_content(tmp_path: Path, content: bytes, packed: bool, limit: int) -> None:
    path = tmp_path / "a"
    content = content.replace(b"a", b"\n")
    path.write_bytes(gzip.compress(content) if packed else b" " + content)
    with PackedFile(path) as stream:
        lines = [*iter(lambda: stream.readline(limit), b"")]
    assert b"".join(lines) == (content if packed else b" " + content)
    assert all(len(line) <= limit and b"\n" not in line[:-1] for line in lines)
    assert all(line.endswith(b"\n") or len(line) == limit for line in lines[:-1])


def test_a_mark_says_where_the_member_begins(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    members = [gzip.compress(word) for word in (b"one", b"two", b"three")]
    path.write_bytes(b"".join(members))
    with PackedFile(path) as stream:
        stream.peek(11)
        assert (stream.position().offset, stream.position().aligned) == (0, True)
        stream.skip(3)
        assert (stream.position().offset, stream.position().aligned) == (len(members[0]), True)
        stream.skip(1)
        assert (stream.position().offset, stream.position().aligned) == (4, False)
        assert stream.position().member == len(members[0])


def test_what_was_unpacked_before_a_cut_is_had_and_then_the_cut_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"x" * 1000)[:-8])
    with PackedFile(path) as stream:
        assert stream.lead(2000) == b"x" * 1000
        assert stream.exact(1000) == b"x" * 1000
        for _ in range(2):
            with pytest.raises(DamageError, match=CUT):
                stream.read(1)


def test_exact_tells_of_a_plain_file_that_ends_early(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    with PackedFile(path) as stream, pytest.raises(DamageError, match=CUT):
        stream.exact(4)
