"""A file's bytes, unpacked where it is gzip or zstd, with the place of each byte and the reason where they end early.

Takes an open file, gives reads of bounded size. FastWARC's own reader ends silently where a gzip member is cut, and
loses the rest of a file after one damaged member (FastWARC 2.0.1, see tests/sources/test_warc.py); here both raise
`DamageError` with the offset, and reading can resume behind it. Memory is bounded by what is asked for.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from onrecord.sources.compression import zstd_frames
from onrecord.sources.compression.gzip_members import (
    CHUNK,
    CUT,
    GZIP,
    DamageError,
    Members,
    Stored,
)
from onrecord.sources.compression.zip_members import opened
from onrecord.sources.compression.zstd_frames import Frames


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a stream.

    `offset` is where a reader must begin to meet these bytes again: the byte in the file where it is plain or where a
    gzip member (of zstd: a frame) begins exactly here (`aligned`), else the byte in the unpacked stream. `member` is
    the offset of the member that holds the place (for a plain file, the offset).
    """

    offset: int
    member: int
    aligned: bool


class Reader:
    """Reads a plain, gzip or zstd file from the stored byte `start` on; a context manager that closes the file.

    `packing` is "gzip", "zstd" or "" as the bytes there tell. Raises DamageError where the dictionary that leads a zstd
    file cannot be had.
    """

    def __init__(self, path: Path, *, start: int = 0) -> None:
        self._file = opened(path)
        try:
            self._file.seek(start)
            begin = self._file.read(4)
            self.packing = "gzip" if begin.startswith(GZIP) else "zstd" if begin in zstd_frames.BEGINS else ""
            self._dictionary = zstd_frames.dictionary(self._file) if self.packing == "zstd" else None
            self.restart(start)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def stored(self) -> int:
        """How far the file has been read, in bytes as stored."""
        return self._file.tell()

    @property
    def damaged(self) -> bool:
        """Whether the stored bytes themselves cannot be read further."""
        return self._broken is not None

    def mark(self) -> Mark:
        """The place of the next byte, which must have been peeked at where a member could end before it."""
        if not isinstance(self._source, Members | Frames):
            return Mark(self._position, self._position, True)
        starts = self._source.starts
        while len(starts) > 1 and starts[1][0] <= self._position:
            starts.popleft()
        if not starts:
            return Mark(self._position, self._position, True)
        position, member = starts[0]
        aligned = position == self._position
        return Mark(member if aligned else self._position, member, aligned)

    def peek(self, size: int) -> bytes:
        """The next `size` bytes (fewer at the end) without moving. Raises DamageError."""
        while len(self._buffer) - self._at < size and self._fill():
            pass
        return self._buffer[self._at : self._at + size]

    def lead(self, size: int) -> bytes:
        """The next `size` bytes without moving, or those before the first damage; never raises DamageError."""
        try:
            return self.peek(size)
        except DamageError:
            return self._buffer[self._at : self._at + size]

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer only at the end. Raises DamageError."""
        pieces = []
        while size and (piece := self._take(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def exact(self, size: int) -> bytes:
        """The next `size` bytes. Raises DamageError where the file ends before."""
        here = self.mark()
        piece = self.read(size)
        if len(piece) < size:
            raise DamageError(CUT, here.member)
        return piece

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; gives how many there were. Raises DamageError."""
        left = size
        while left and (piece := self._take(left)):
            left -= len(piece)
        return size - left

    def readline(self, limit: int) -> bytes:
        """The bytes up to and with the next newline, at most `limit`. Raises DamageError."""
        pieces = []
        while limit and (self._at < len(self._buffer) or self._fill()):
            end = self._buffer.find(b"\n", self._at) + 1
            piece = self._take(min(limit, end - self._at) if end else limit)
            pieces.append(piece)
            limit -= len(piece)
            if piece.endswith(b"\n"):
                break
        return b"".join(pieces)

    def resume(self, member: int, magic: bytes) -> bool:
        """Go on behind a damaged part: at the next place after the stored byte `member` where `magic` begins a line
        of a plain file, or is what a member unpacks to. False, and at the end of the file, where there is none.
        """
        needle = {"gzip": GZIP, "zstd": zstd_frames.ZSTD}.get(self.packing, b"\n" + magic)
        begin, tail = member + 1, b""
        self._file.seek(begin)
        while chunk := self._file.read(CHUNK * 16):
            window, base, at = tail + chunk, begin - len(tail), -1
            while (at := window.find(needle, at + 1)) >= 0:
                if not self.packing or self._unpacks_to(magic, base + at):
                    self.restart(base + at + (0 if self.packing else 1))
                    return True
            begin += len(chunk)
            tail = window[1 - len(needle) :]
            self._file.seek(begin)
        self.restart(begin)
        return False

    def restart(self, start: int) -> None:
        """Forget all and read on from the stored byte `start`."""
        match self.packing:
            case "gzip":
                self._source: Stored | Members | Frames = Members(self._file, start)
            case "zstd":
                self._source = Frames(self._file, start, self._dictionary)
            case _:
                self._source = Stored(self._file, start)
        self._buffer, self._at, self._position = b"", 0, start
        self._broken: DamageError | None = None

    def _unpacks_to(self, magic: bytes, offset: int) -> bool:
        self._file.seek(offset)
        try:
            if self.packing == "gzip":
                return zlib.decompressobj(31).decompress(self._file.read(CHUNK), len(magic)) == magic
            return Frames(self._file, offset, self._dictionary).piece().startswith(magic)
        except (zlib.error, DamageError):
            return False

    def _take(self, size: int) -> bytes:
        """The next bytes that are at hand, at most `size`; b"" at the end."""
        if self._at == len(self._buffer) and not self._fill():
            return b""
        piece = self._buffer[self._at : self._at + size]
        self._at += len(piece)
        self._position += len(piece)
        return piece

    def _fill(self) -> bool:
        """Append to the buffer; False at the end of the file. Damage is told again to whoever asks again."""
        if self._broken:
            raise self._broken
        try:
            piece = self._source.piece()
        except DamageError as broken:
            self._broken = broken
            raise
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)
