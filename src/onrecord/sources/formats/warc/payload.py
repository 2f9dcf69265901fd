"""The page in a WARC record (WARC 1.1, section 6): its bytes and Content-Type, or the reason why there is none.

A record without a page is not an error; a page that cannot be read completely is one.
"""

from __future__ import annotations

from fastwarc.warc import HeaderMap

from onrecord.sources.compression import content_codings
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.warc import http_message, records
from onrecord.sources.formats.warc.records import Block
from onrecord.sources.limits import Limits


class NoPageError(Exception):
    """A record without a page, which is not an error; the message is the reason under which it is counted."""


def page_content(stream: PackedFile, block: Block, limits: Limits) -> tuple[bytes, str]:
    """Return a record's page and its Content-Type. Raises NoPageError, DecodingError, DamageError."""
    record = block.headers
    kind = record.get("WARC-Type") or "untyped"
    if kind not in ("response", "resource"):
        raise NoPageError(f"{kind} record")
    lead = block.take(stream, limits.header)
    message = HeaderMap()
    if kind == "response":
        message, lead = _response(record, lead, complete=not block.left)
    content_type = message.get("Content-Type") if kind == "response" else record.get("Content-Type")
    content_type = content_type or record.get("WARC-Identified-Payload-Type") or ""
    media = http_message.media_type(content_type)
    if media and not http_message.is_html_type(media):
        raise NoPageError(f"type {media}")
    _refuse_cut(record)
    if len(lead) + block.left > limits.page:
        raise content_codings.DecodingError(content_codings.too_large(limits.page))
    body = http_message.decode_body(lead + block.take(stream, block.left), message, limits.page)
    if not body:
        raise NoPageError("empty body")
    if not media and not http_message.looks_like_html(body):
        raise NoPageError("no type stated, and not HTML")
    return body, content_type


def _response(record: HeaderMap, lead: bytes, *, complete: bool) -> tuple[HeaderMap, bytes]:
    """Return the HTTP header of a response record's block, and the rest of it. Raises NoPageError, DecodingError."""
    if not lead.startswith(b"HTTP/"):
        raise NoPageError(
            f"response that is not HTTP ({http_message.media_type(record.get('Content-Type') or '') or 'no type'})"
        )
    parts = records.split_head(lead)
    if parts is None:
        raise content_codings.DecodingError(
            "its HTTP header is cut" if complete else f"its HTTP header exceeds {len(lead)} bytes"
        )
    message = records.parse_headers(parts[0])
    if not 200 <= (message.status_code or 0) < 300:
        raise NoPageError(f"status {message.status_code or 'unknown'}")
    return message, parts[1]


def _refuse_cut(record: HeaderMap) -> None:
    if cut := record.get("WARC-Truncated"):
        raise content_codings.DecodingError(f"the crawler cut the page (WARC-Truncated: {cut}): capture it again")
    if record.get("WARC-Segment-Number"):
        raise content_codings.DecodingError(
            "the page is split over several records (WARC-Segment-Number), not joined yet"
        )


def revisited_type(lead: bytes) -> str:
    """Return the Content-Type that a revisit repeats in its block; "" if it repeats none. Raises NoPageError."""
    parts = records.split_head(lead)
    if not parts or not parts[0].startswith(b"HTTP/"):
        return ""
    message = records.parse_headers(parts[0])
    status, content_type = message.status_code or 0, message.get("Content-Type") or ""
    if not 200 <= status < 300 and status != 304:
        raise NoPageError(f"revisit with status {status}")
    media = http_message.media_type(content_type)
    if media and not http_message.is_html_type(media):
        raise NoPageError(f"revisit of type {media}")
    return content_type
