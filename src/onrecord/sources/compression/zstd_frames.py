"""The bytes of a zstd file in pieces, frame by frame (RFC 8878), with the dictionary that may lead it.

Pieces are of bounded size, and the place of each frame is kept, as in `gzip_members`. A web archive in zstd has each
record in a frame of its own; a skippable frame 0x184D2A5D at its beginning holds the dictionary of all of them, plain
or itself packed in zstd (WARC-zstd 1.0, IIPC).
"""

from __future__ import annotations

from collections import deque
from typing import BinaryIO

import zstandard

from onrecord.sources.compression.gzip_members import CUT, DamageError, Stored

ZSTD = b"\x28\xb5\x2f\xfd"
FED = 256
"""Packed bytes unpacked at once: 4 of them can hold 128 KiB (RLE blocks), so that a bomb yields 8 MiB a piece."""

_SKIPPED = tuple(bytes((first, 0x2A, 0x4D, 0x18)) for first in range(0x50, 0x60))
_DICTIONARY = b"\x5d\x2a\x4d\x18"
_TRAINED = b"\x37\xa4\x30\xec"
# zstd trains dictionaries of 110 kB by default; Archive Team's have up to 1 MB.
_LARGEST = 16_000_000
_WINDOW = 1 << 27  # what `zstd -d` accepts by default

BEGINS = (ZSTD, *_SKIPPED)
"""The first bytes that a zstd file can have."""


def dictionary(file: BinaryIO) -> zstandard.ZstdCompressionDict | None:
    """Return the dictionary at the beginning of a file; None if there is none. Raises DamageError."""
    file.seek(0)
    if file.read(4) != _DICTIONARY:
        return None
    size = int.from_bytes(file.read(4), "little")
    data = file.read(min(size, _LARGEST + 1))
    if min(size, _LARGEST + 1) > len(data):
        raise DamageError(CUT, 0)
    if data.startswith(ZSTD):
        data = _unpacked(data)
    if len(data) > _LARGEST:
        raise DamageError(f"the dictionary that leads it is larger than {_LARGEST / 1e6:g} MB", 0)
    if not data.startswith(_TRAINED):
        raise DamageError("the dictionary that leads it is none of zstd's: fetch the file again", 0)
    return zstandard.ZstdCompressionDict(data)


def decompressor(dictionary: zstandard.ZstdCompressionDict | None) -> zstandard.ZstdDecompressionObj:
    """Return a decompressor for one frame."""
    return zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=_WINDOW).decompressobj()


class Frames(Stored):
    """The bytes of `file` from `start` on, unpacked; `starts` as in `gzip_members.Members`."""

    def __init__(self, file: BinaryIO, start: int, dictionary: zstandard.ZstdCompressionDict | None) -> None:
        super().__init__(file, start)
        self.starts: deque[tuple[int, int]] = deque()
        self._dictionary = dictionary
        self._unpacked = start
        self._at = 0
        self._frame: zstandard.ZstdDecompressionObj | None = None

    def piece(self) -> bytes:
        """Return the next unpacked bytes; b"" at the end. Raises DamageError."""
        while frame := self._frame or self._open():
            offset = self.starts[-1][1]
            packed = self._ahead(1) and self._raw[self._at : self._at + FED]
            if not packed:
                raise DamageError(CUT, offset)
            try:
                piece = frame.decompress(packed)
            except zstandard.ZstdError as error:
                raise DamageError(f"its zstd data is damaged ({error}): fetch the file again", offset) from error
            self._at += len(packed) - len(frame.unused_data)
            self._frame = None if frame.eof else frame
            self._unpacked += len(piece)
            if piece:
                return piece
        return b""

    def _open(self) -> zstandard.ZstdDecompressionObj | None:
        """Begin the next frame after any skippable ones; return None at the end."""
        while begin := self._ahead(4):
            offset = self._taken - len(self._raw) + self._at
            if begin == ZSTD:
                self.starts.append((self._unpacked, offset))
                return decompressor(self._dictionary)
            if begin not in _SKIPPED:
                cut = len(begin) < 4 and any(known.startswith(begin) for known in BEGINS)
                reason = "the bytes here are not zstd, as those before them are: fetch the file again"
                raise DamageError(CUT if cut else reason, offset)
            self._skip(offset)
        return None

    def _skip(self, offset: int) -> None:
        head = self._ahead(8)
        left = 8 + int.from_bytes(head[4:], "little")
        while left and self._ahead(1):
            passed = min(left, len(self._raw) - self._at)
            self._at += passed
            left -= passed
        if left or len(head) < 8:
            raise DamageError(CUT, offset)

    def _ahead(self, size: int) -> bytes:
        """Return the next `size` packed bytes without moving, fewer at the end."""
        if len(self._raw) - self._at < size:
            rest = self._raw[self._at :]
            self._raw, self._at = rest + self._more(), 0
        return self._raw[self._at : self._at + size]


def _unpacked(data: bytes) -> bytes:
    """Unpack a packed dictionary, up to the limit and one piece more. Raises DamageError."""
    frame, pieces, size = decompressor(None), [], 0
    try:
        for at in range(0, len(data), FED):
            pieces.append(frame.decompress(data[at : at + FED]))
            size += len(pieces[-1])
            if frame.eof or size > _LARGEST:
                return b"".join(pieces)
    except zstandard.ZstdError as error:
        raise DamageError(f"the dictionary that leads it is damaged ({error}): fetch the file again", 0) from error
    raise DamageError("the dictionary that leads it is cut: fetch the file again", 0)
