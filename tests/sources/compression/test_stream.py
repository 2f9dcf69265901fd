"""Streams: the same bytes whatever the packing and the sizes asked for, and the places of gzip members."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.sources.compression.gzip_members import CUT, DamageError
from onrecord.sources.compression.stream import Reader

SETTINGS = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SETTINGS
@given(parts=st.lists(st.binary(max_size=200), min_size=1), sizes=st.lists(st.integers(1, 300), min_size=1))
def test_reads_of_any_size_give_the_members_joined(tmp_path: Path, parts: list[bytes], sizes: list[int]) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(b"".join(map(gzip.compress, parts)))
    got = b""
    with Reader(path) as reader:
        while True:
            size = sizes[len(got) % len(sizes)]
            ahead = reader.peek(size)
            piece = reader.read(size)
            assert piece == ahead
            if not piece:
                break
            got += piece
        assert reader.stored == path.stat().st_size
    assert got == b"".join(parts)


@SETTINGS
@given(content=st.binary(max_size=500), packed=st.booleans(), limit=st.integers(1, 60))
def test_lines_joined_are_the_content(tmp_path: Path, content: bytes, packed: bool, limit: int) -> None:
    path = tmp_path / "a"
    content = content.replace(b"a", b"\n")
    path.write_bytes(gzip.compress(content) if packed else b" " + content)
    with Reader(path) as reader:
        lines = [*iter(lambda: reader.readline(limit), b"")]
    assert b"".join(lines) == (content if packed else b" " + content)
    assert all(len(line) <= limit and b"\n" not in line[:-1] for line in lines)
    assert all(line.endswith(b"\n") or len(line) == limit for line in lines[:-1])


def test_a_mark_says_where_the_member_begins(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    members = [gzip.compress(word) for word in (b"one", b"two", b"three")]
    path.write_bytes(b"".join(members))
    with Reader(path) as reader:
        reader.peek(11)
        assert (reader.mark().offset, reader.mark().aligned) == (0, True)
        reader.skip(3)
        assert (reader.mark().offset, reader.mark().aligned) == (len(members[0]), True)
        reader.skip(1)
        assert (reader.mark().offset, reader.mark().aligned) == (4, False)
        assert reader.mark().member == len(members[0])


def test_what_was_unpacked_before_a_cut_is_had_and_then_the_cut_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"x" * 1000)[:-8])
    with Reader(path) as reader:
        assert reader.lead(2000) == b"x" * 1000
        assert reader.exact(1000) == b"x" * 1000
        for _ in range(2):
            with pytest.raises(DamageError, match=CUT):
                reader.read(1)


def test_exact_tells_of_a_plain_file_that_ends_early(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    with Reader(path) as reader, pytest.raises(DamageError, match=CUT):
        reader.exact(4)
