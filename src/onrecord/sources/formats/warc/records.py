"""WARC records, one after another, whole or refused (WARC 1.1, section 4).

Takes a stream, gives each record's header (parsed by FastWARC) and access to its block, and checks on leaving that
the record ended where it said it would. The framing is ours because FastWARC's iterator passes over cut records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from fastwarc.warc import HeaderMap

from onrecord.sources.compression.gzip_members import CHUNK, CUT, DamageError
from onrecord.sources.compression.stream import Mark, Reader
from onrecord.sources.limits import Limits

MAGIC = b"WARC/"
_LINE_END = re.compile(rb"\r?\n")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")


@dataclass(slots=True)
class Block:
    """A record whose header has been read: where it begins, its header, and how much of its block is still unread."""

    mark: Mark
    headers: HeaderMap
    left: int

    def take(self, reader: Reader, size: int) -> bytes:
        """The next `size` bytes of the block, fewer at its end. Raises DamageError where the file ends before."""
        piece = reader.read(min(size, self.left))
        if len(piece) < min(size, self.left):
            raise DamageError(CUT, self.mark.member)
        self.left -= len(piece)
        return piece


def headers(head: bytes) -> HeaderMap:
    """A WARC or HTTP header block, its first line the status line. Bare newlines end lines too (RFC 9112, 2.2)."""
    parsed = HeaderMap()
    parsed.parse(BytesIO(_LINE_END.sub(b"\r\n", head)))
    return parsed


def split_head(message: bytes) -> tuple[bytes, bytes] | None:
    """An HTTP message parted after its blank line; None where there is no blank line."""
    blank = _BLANK_LINE.search(message)
    return (message[: blank.end()], message[blank.end() :]) if blank else None


def begin(reader: Reader) -> Mark | None:
    """Where the next record begins; None at the end of the file. Raises DamageError."""
    while (newline := reader.peek(1)) in (b"\r", b"\n"):
        reader.skip(1)
    return reader.mark() if newline else None


def opened(reader: Reader, mark: Mark, limits: Limits) -> Block:
    """The record that begins at `mark`, where the reader stands. Raises DamageError."""
    if reader.peek(len(MAGIC)) != MAGIC:
        short = MAGIC.startswith(reader.peek(len(MAGIC)))
        raise DamageError(CUT if short else "no WARC record begins here: fetch the file again", mark.member)
    lines: list[bytes] = []
    left = limits.header
    while not lines or lines[-1].strip(b"\r\n"):
        line = reader.readline(left)
        left -= len(line)
        if not line.endswith(b"\n"):
            raise DamageError(CUT if left else f"its header is longer than {limits.header} bytes", mark.member)
        lines.append(line)
    parsed = headers(b"".join(lines))
    length = parsed.get("Content-Length") or ""
    if not (length.isascii() and length.isdigit()):
        raise DamageError(f"its header states no valid Content-Length ({length or 'none'})", mark.member)
    return Block(mark, parsed, int(length))


def close(reader: Reader, block: Block) -> None:
    """Pass over what is left of a record and see that it ends there. Raises DamageError where this record is damaged.

    Damage that begins in a later gzip member is left for the next read to meet.
    """
    left = block.left
    if reader.skip(left) < left:
        raise DamageError(CUT, block.mark.member)
    try:
        newlines = 0
        while (byte := reader.peek(1)) in (b"\r", b"\n"):
            newlines += reader.skip(1)
        ends_member = reader.packing and reader.mark().aligned
        if byte and not newlines and not ends_member:
            raise DamageError("its Content-Length is not where the record ends", block.mark.member)
    except DamageError as broken:
        if broken.offset == block.mark.member:
            raise


def resume(reader: Reader, mark: Mark, broken: DamageError, limits: Limits) -> bool:
    """Go to the next record behind the damaged one that began at `mark`; False where no more is found.

    A record whose own statements are wrong may have taken in those after it, so the search begins right behind its
    beginning, first for a gzip member that holds a record, then within `limits.line` for a line that begins one.
    """
    if reader.damaged or not reader.packing:
        return reader.resume(max(mark.member, broken.offset), MAGIC)
    if mark.aligned:
        if reader.resume(mark.member, MAGIC):
            return True
        reader.restart(mark.member)
    passed = 0
    try:
        while passed < limits.line and (line := reader.readline(CHUNK)):
            passed += len(line)
            if line.endswith(b"\n") and reader.peek(len(MAGIC)) == MAGIC:
                return True
    except DamageError as again:
        return reader.resume(again.offset, MAGIC)
    return False
