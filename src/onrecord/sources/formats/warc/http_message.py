"""The body of an HTTP message with transfer and content codings undone (RFC 9110 8.4, RFC 9112 7.1), and the parts of
its Content-Type.
"""

from __future__ import annotations

import re

from fastwarc.warc import HeaderMap

from onrecord.sources.compression.content_codings import (
    UNDO,
    DecodingError,
    is_plain,
    too_large,
)

_CHARSET = re.compile(r"charset\s*=\s*+[\"']?\s*+([\w.:+-]+)", re.I)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.I)
_CHUNK_SIZE = re.compile(rb"\s*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")


def media_type(content_type: str) -> str:
    """Return the media type of a Content-Type: `text/html` for `Text/HTML; charset=utf-8`, "" for ""."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str:
    """Return the charset of a Content-Type, lower case; "" if it names none."""
    named = _CHARSET.search(content_type)
    return named[1].lower() if named else ""


def is_html_type(media: str) -> bool:
    """True if a media type is one of HTML's."""
    return media in _HTML_TYPES


def looks_like_html(body: bytes) -> bool:
    """True if the first kilobytes hold a tag that only HTML documents have (a page may open with comments)."""
    return _MARKUP.search(body[:4096].replace(b"\0", b"")) is not None


def decode_body(body: bytes, headers: HeaderMap, limit: int) -> bytes:
    """Return the body with all its codings undone, outermost first. Raises DecodingError, also above `limit`."""
    if "chunked" in _codings(headers, "Transfer-Encoding"):
        body = _dechunked(body)
    for coding in reversed(_codings(headers, "Content-Encoding") + _codings(headers, "Transfer-Encoding")):
        if undo := UNDO.get(coding):
            body = undo(body, limit)
        elif coding not in ("chunked", "identity", "none", "") and not is_plain(body):
            raise DecodingError(f'its content coding "{coding}" is not one that can be undone')
    if len(body) > limit:
        raise DecodingError(too_large(limit))
    return body


def _codings(headers: HeaderMap, name: str) -> list[str]:
    values = ",".join(headers.get_multiple(name))
    return [coding.strip().lower().removeprefix("x-") for coding in values.split(",") if coding.strip()]


def _dechunked(body: bytes) -> bytes:
    size = _CHUNK_SIZE.match(body)
    if not size:
        return body
    chunks, at = [], 0
    while size:
        length, at = int(size[1], 16), size.end()
        chunks.append(body[at : at + length])
        if not length:
            break
        if len(chunks[-1]) < length:
            raise DecodingError("its last chunk is cut: the page was not captured whole")
        at += length
        if body.startswith((b"\r\n", b"\n"), at):
            at += 2 if body.startswith(b"\r", at) else 1
        size = _CHUNK_SIZE.match(body, at)
    if not size and at < len(body):
        raise DecodingError("its chunked body is damaged: the page was not captured whole")
    return b"".join(chunks)
