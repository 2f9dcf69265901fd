"""WARC records, one after another, whole or refused (WARC 1.1, section 4).

The header of each record is parsed by FastWARC; on leaving a record we check that it ended where its header said. The
framing is our own because FastWARC's iterator silently skips cut records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from fastwarc.warc import HeaderMap

from onrecord.sources.compression.gzip_members import CHUNK, CUT, DamageError
from onrecord.sources.compression.packed_file import PackedFile, Position
from onrecord.sources.limits import Limits

MAGIC = b"WARC/"
_LINE_END = re.compile(rb"\r?\n")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


@dataclass(slots=True)
class Block:
    """A record whose header has been read: where it begins, its header, and how much of its block is still unread."""

    position: Position
    headers: HeaderMap
    left: int

    def take(self, stream: PackedFile, size: int) -> bytes:
        """Return the next `size` bytes of the block, fewer at its end. Raises DamageError if the file ends before."""
        piece = stream.read(min(size, self.left))
        if len(piece) < min(size, self.left):
            raise DamageError(CUT, self.position.member)
        self.left -= len(piece)
        return piece


def parse_headers(head: bytes) -> HeaderMap:
    """Parse a WARC or HTTP header block, status line included. Bare newlines end lines too (RFC 9112, 2.2)."""
    parsed = HeaderMap()
    parsed.parse(BytesIO(_LINE_END.sub(b"\r\n", head)))
    return parsed


def split_head(message: bytes) -> tuple[bytes, bytes] | None:
    """Split an HTTP message after its blank line; None if there is no blank line."""
    blank = _BLANK_LINE.search(message)
    return (message[: blank.end()], message[blank.end() :]) if blank else None


def next_position(stream: PackedFile) -> Position | None:
    """Return where the next record begins; None at the end of the file. Raises DamageError."""
    while (newline := stream.peek(1)) in (b"\r", b"\n"):
        stream.skip(1)
    return stream.position() if newline else None


def open_record(stream: PackedFile, position: Position, limits: Limits) -> Block:
    """Return the record that begins at `position`, the stream's own. Raises DamageError."""
    if stream.peek(len(MAGIC)) != MAGIC:
        short = MAGIC.startswith(stream.peek(len(MAGIC)))
        raise DamageError(CUT if short else "no WARC record begins here: fetch the file again", position.member)
    lines: list[bytes] = []
    left = limits.header
    while not lines or lines[-1].strip(b"\r\n"):
        line = stream.readline(left)
        left -= len(line)
        if not line.endswith(b"\n"):
            raise DamageError(CUT if left else f"its header is longer than {limits.header} bytes", position.member)
        lines.append(line)
    parsed = parse_headers(b"".join(lines))
    length = parsed.get("Content-Length") or ""
    if not (length.isascii() and length.isdigit()):
        raise DamageError(f"its header states no valid Content-Length ({length or 'none'})", position.member)
    return Block(position, parsed, int(length))


def close_record(stream: PackedFile, block: Block) -> None:
    """Skip the rest of a record and check that it ends there. Raises DamageError if this record is damaged.

    Damage that begins in a later gzip member is left to the next read.
    """
    left = block.left
    if stream.skip(left) < left:
        raise DamageError(CUT, block.position.member)
    try:
        newlines = 0
        while (byte := stream.peek(1)) in (b"\r", b"\n"):
            newlines += stream.skip(1)
        ends_member = stream.packing and stream.position().aligned
        if byte and not newlines and not ends_member:
            raise DamageError("its Content-Length is not where the record ends", block.position.member)
    except DamageError as broken:
        if broken.offset == block.position.member:
            raise


def resume_after(stream: PackedFile, position: Position, broken: DamageError, limits: Limits) -> bool:
    """Go to the next record after the damaged one that began at `position`; return False if there is none.

    A record with a wrong length may have swallowed those after it, so the search begins right after its beginning,
    first for a gzip member that holds a record, then within `limits.line` for a line that begins one.
    """
    if stream.damaged or not stream.packing:
        return stream.resume(max(position.member, broken.offset), MAGIC)
    if position.aligned:
        if stream.resume(position.member, MAGIC):
            return True
        stream.restart(position.member)
    passed = 0
    try:
        while passed < limits.line and (line := stream.readline(CHUNK)):
            passed += len(line)
            if line.endswith(b"\n") and stream.peek(len(MAGIC)) == MAGIC:
                return True
    except DamageError as again:
        return stream.resume(again.offset, MAGIC)
    return False
