"""HTTP content codings undone: gzip, deflate, br and zstd (RFC 9110, section 8.4.1; RFC 7932; RFC 8878).

Crawlers also store bodies already decoded under headers that still name the coding (CC-NEWS); a body without its
coding's signature is therefore returned as it is. Every coding is undone in steps and stops at the limit: a bomb costs
its limit in memory, not its size.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

import brotli
import zstandard

from onrecord.sources.compression.gzip_members import CHUNK, GZIP

_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_WINDOW = 8 * 1024 * 1024  # the largest that HTTP allows (RFC 9659)


class DecodingError(Exception):
    """A body that cannot be decoded whole; the message is the reason."""


def too_large(limit: int) -> str:
    """Return the reason for refusing a page of more than `limit` bytes."""
    return f"the page is larger than {limit / 1e6:g} MB, the most that is read of one page"


def is_plain(body: bytes) -> bool:
    """True if a body begins like markup, so that it is not coded."""
    return body[:256].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _limited(pieces: Iterator[bytes], limit: int) -> bytes:
    """Join the pieces, stopping once `limit` is exceeded. Raises DecodingError."""
    out, size = [], 0
    for piece in pieces:
        out.append(piece)
        size += len(piece)
        if size > limit:
            raise DecodingError(too_large(limit))
    return b"".join(out)


def _inflated(body: bytes, bits: int) -> Iterator[bytes]:
    """Yield `body` inflated (gzip members follow each other), CHUNK by CHUNK. Raises zlib.error, DecodingError."""
    while body:
        inflater = zlib.decompressobj(bits)
        while not inflater.eof:
            piece = inflater.decompress(body, CHUNK)
            body = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            if not piece and not body and not inflater.eof:
                raise DecodingError("its compressed body is cut: the page was not captured whole")
            yield piece
        if not body.startswith(GZIP):
            return


def _gunzipped(body: bytes, limit: int) -> bytes:
    if not body.startswith(GZIP):
        return body
    try:
        return _limited(_inflated(body, 31), limit)
    except zlib.error as error:
        raise DecodingError(f"its gzip body is damaged ({error})") from error


def _undeflated(body: bytes, limit: int) -> bytes:
    """Undo deflate, which is zlib's format in the RFC and raw deflate from some servers."""
    for bits in (15, -15):
        try:
            return _limited(_inflated(body, bits), limit)
        except zlib.error:
            continue
        except DecodingError:
            if bits < 0 and is_plain(body):
                break
            raise
    if is_plain(body) or not body:
        return body
    raise DecodingError("its deflate body is damaged")


def _unbrotlied(body: bytes, limit: int) -> bytes:
    try:
        return _limited(_unbrotli_pieces(body), limit)
    except (brotli.error, DecodingError) as error:
        if is_plain(body) or not body:
            return body
        raise error if isinstance(error, DecodingError) else DecodingError("its brotli body is damaged") from error


def _unbrotli_pieces(body: bytes) -> Iterator[bytes]:
    decompressor = brotli.Decompressor()
    piece = decompressor.process(body, output_buffer_limit=CHUNK)
    while piece or not decompressor.is_finished():
        if not piece and decompressor.can_accept_more_data():
            raise DecodingError("its compressed body is cut: the page was not captured whole")
        yield piece
        piece = b"" if decompressor.is_finished() else decompressor.process(b"", output_buffer_limit=CHUNK)


def _unzstd(body: bytes, limit: int) -> bytes:
    if not body.startswith(_ZSTD):
        return body
    try:
        return _limited(_unzstd_pieces(body), limit)
    except zstandard.ZstdError as error:
        raise DecodingError(f"its zstd body is damaged ({error})") from error


def _unzstd_pieces(body: bytes) -> Iterator[bytes]:
    """Yield frame after frame, 512 packed bytes at a time: 4 of them can hold 128 KiB (RFC 8878, RLE blocks)."""
    while body.startswith(_ZSTD):
        decompressor = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        at = 0
        while not decompressor.eof:
            if at >= len(body):
                raise DecodingError("its compressed body is cut: the page was not captured whole")
            yield decompressor.decompress(body[at : at + 512])
            at += 512
        body = decompressor.unused_data + body[at:]


UNDO: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzipped,
    "deflate": _undeflated,
    "br": _unbrotlied,
    "zstd": _unzstd,
}
