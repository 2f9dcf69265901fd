"""The bytes of a file in pieces, plain or unpacked from gzip, member by member (RFC 1952).

Pieces are of bounded size, however much the packed bytes hold; the place of each member is kept.
"""

from __future__ import annotations

import zlib
from collections import deque
from typing import BinaryIO

CHUNK = 64 * 1024
GZIP = b"\x1f\x8b\x08"
CUT = "the file ends in the middle of a record: fetch it again to have the rest"


class DamageError(Exception):
    """The bytes cannot be read further; `offset` is where the damaged part begins in the file as stored."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class Stored:
    """The bytes of `file` from `start` on, as they are stored."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        file.seek(start)
        self._file = file
        self._raw = b""
        self._taken = start

    def piece(self) -> bytes:
        """Return the next bytes; b"" at the end."""
        return self._more()

    def _more(self) -> bytes:
        self._raw = self._file.read(CHUNK)
        self._taken += len(self._raw)
        return self._raw


class Members(Stored):
    """The bytes of `file` from `start` on, unpacked.

    `starts` holds the beginning of each member, in unpacked bytes (counted from `start`) and in stored bytes. The
    caller removes from its front the members that are already read.
    """

    def __init__(self, file: BinaryIO, start: int) -> None:
        super().__init__(file, start)
        self.starts: deque[tuple[int, int]] = deque()
        self._unpacked = start
        self._inflater: zlib._Decompress | None = None

    def piece(self) -> bytes:
        """Return the next unpacked bytes, at most CHUNK; b"" at the end. Raises DamageError."""
        while inflater := self._inflater or self._open():
            member = self.starts[-1][1]
            try:
                piece = inflater.decompress(self._raw or self._more(), CHUNK)
            except zlib.error as error:
                raise DamageError(f"its gzip data is damaged ({error}): fetch the file again", member) from error
            if not inflater.eof and not self._raw and not piece:
                raise DamageError(CUT, member)
            self._raw = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            self._inflater = None if inflater.eof else inflater
            self._unpacked += len(piece)
            if piece:
                return piece
        return b""

    def _open(self) -> zlib._Decompress | None:
        """Begin the next member; return None at the end. Zeros between members are padding (gzip's manual, "tapes")."""
        while not (raw := (self._raw or self._more()).lstrip(b"\0")) and self._raw:
            self._raw = b""
        if 0 < len(raw) < len(GZIP):
            raw += self._more()
        self._raw = raw
        if not raw:
            return None
        offset = self._taken - len(raw)
        if not raw.startswith(GZIP[: len(raw)]):
            raise DamageError("the bytes here are not gzip, as those before them are: fetch the file again", offset)
        self.starts.append((self._unpacked, offset))
        return zlib.decompressobj(31)
