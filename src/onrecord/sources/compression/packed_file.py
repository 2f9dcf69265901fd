"""A file's bytes, unpacked if it is gzip or zstd, with the place of each byte and the reason if they end early.

FastWARC's own reader ends silently at a truncated gzip member, and loses the rest of a file after one damaged member
(FastWARC 2.0.1, see tests/sources/formats/test_warc.py); here both raise `DamageError` with the offset, and reading can
resume behind it. Memory is bounded by the size that is asked for. A path that leads into a zip
(`crawl.wacz/archive/data.warc.gz`) is read like any other file; nothing is unpacked to disk.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from onrecord.sources.compression import zstd_frames
from onrecord.sources.compression.gzip_members import (
    CHUNK,
    CUT,
    GZIP,
    DamageError,
    Members,
    Stored,
)
from onrecord.sources.compression.zstd_frames import Frames

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""The first bytes of a zip archive."""


@dataclass(frozen=True, slots=True)
class Position:
    """A position in a packed file.

    `offset` is where reading must begin to meet these bytes again: the byte in the file if it is plain or if a gzip
    member (of zstd: a frame) begins exactly here (`aligned`), else the byte in the unpacked stream. `member` is the
    offset of the member that holds the position (for a plain file, the offset).
    """

    offset: int
    member: int
    aligned: bool


class PackedFile:
    """A plain, gzip or zstd file, read from the stored byte `start` on; a context manager that closes the file.

    `packing` is "gzip", "zstd" or "", according to the bytes there. Raises OSError, and DamageError if the dictionary
    at the beginning of a zstd file cannot be read.
    """

    def __init__(self, path: Path, *, start: int = 0) -> None:
        self._file = _opened(path)
        try:
            self._file.seek(start)
            begin = self._file.read(4)
            self.packing = "gzip" if begin.startswith(GZIP) else "zstd" if begin in zstd_frames.BEGINS else ""
            self._dictionary = zstd_frames.dictionary(self._file) if self.packing == "zstd" else None
            self.restart(start)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> PackedFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def stored(self) -> int:
        """The number of stored bytes that have been read."""
        return self._file.tell()

    @property
    def damaged(self) -> bool:
        """True if the stored bytes themselves cannot be read further."""
        return self._broken is not None

    def position(self) -> Position:
        """Return the position of the next byte, which must have been peeked at if a member could end before it."""
        if not isinstance(self._source, Members | Frames):
            return Position(self._position, self._position, True)
        starts = self._source.starts
        while len(starts) > 1 and starts[1][0] <= self._position:
            starts.popleft()
        if not starts:
            return Position(self._position, self._position, True)
        position, member = starts[0]
        aligned = position == self._position
        return Position(member if aligned else self._position, member, aligned)

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes (fewer at the end) without moving. Raises DamageError."""
        while len(self._buffer) - self._at < size and self._fill():
            pass
        return self._buffer[self._at : self._at + size]

    def lead(self, size: int) -> bytes:
        """Return the next `size` bytes without moving, or those before the first damage; never raises DamageError."""
        try:
            return self.peek(size)
        except DamageError:
            return self._buffer[self._at : self._at + size]

    def read(self, size: int) -> bytes:
        """Return the next `size` bytes, or fewer at the end only. Raises DamageError."""
        pieces = []
        while size and (piece := self._take(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def exact(self, size: int) -> bytes:
        """Return the next `size` bytes. Raises DamageError if the file ends before."""
        here = self.position()
        piece = self.read(size)
        if len(piece) < size:
            raise DamageError(CUT, here.member)
        return piece

    def skip(self, size: int) -> int:
        """Skip `size` bytes; return how many there were. Raises DamageError."""
        left = size
        while left and (piece := self._take(left)):
            left -= len(piece)
        return size - left

    def readline(self, limit: int) -> bytes:
        """Return the bytes up to and with the next newline, at most `limit`. Raises DamageError."""
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
        """Continue behind a damaged part: at the next place after the stored byte `member` where `magic` begins a line
        of a plain file, or the unpacked bytes of a member. Return False, at the end of the file, if there is none.
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
        """Forget the buffer and read on from the stored byte `start`."""
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
        """Return the next buffered bytes, at most `size`; b"" at the end."""
        if self._at == len(self._buffer) and not self._fill():
            return b""
        piece = self._buffer[self._at : self._at + size]
        self._at += len(piece)
        self._position += len(piece)
        return piece

    def _fill(self) -> bool:
        """Append to the buffer; return False at the end of the file. Damage is raised again by every further call."""
        if self._broken:
            raise self._broken
        try:
            piece = self._source.piece()
        except DamageError as broken:
            self._broken = broken
            raise
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)


def _opened(path: Path) -> BinaryIO:
    """Open a file, or a member of the zip file on the way to it. Raises OSError."""
    holder = _zip_above(path)
    if holder is None:
        return path.open("rb")
    member = path.relative_to(holder).as_posix()
    try:
        with zipfile.ZipFile(holder) as archive:
            return cast(BinaryIO, archive.open(member))
    except KeyError as error:
        raise FileNotFoundError(2, f"no {member} in this zip", str(holder)) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise OSError(5, f"the zip cannot be read: {error}", str(holder)) from error


def _zip_above(path: Path) -> Path | None:
    if path.exists():
        return None
    return next((up for up in path.parents if up.is_file() and zipfile.is_zipfile(up)), None)
