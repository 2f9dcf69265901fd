"""The Gazette's captures: a WARC 1.1 file, one gzip member a record.

The bytes are the same on every machine: no clock, record ids from uuid5, and gzip members with stored blocks (RFC
1951, section 3.2.4), because zlib versions compress differently. Each response follows its request; an unchanged page
captured again is a revisit record (WARC 1.1, section 6.7) of that response. A page with the quirk `revisit` was sent
chunked and gzipped (RFC 9112, section 7.1).
"""

from __future__ import annotations

import base64
import hashlib
import struct
import uuid
import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from newspaper.newsfile import Item
from newspaper.outlets import OUTLETS, url_of

IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
STORED_MAX = 0xFFFF  # the longest stored block in deflate
CHUNK = 1024
SOFTWARE = "On Record newspaper/make.py"


def warc(pages: Iterable[tuple[Item, bytes]]) -> bytes:
    """Return the file: warcinfo, request and response of every page in order of capture, then the revisits."""
    ordered = sorted(pages, key=lambda pair: pair[0].get("captured"))
    info = f"software: {SOFTWARE}\r\nformat: WARC File Format 1.1\r\nisPartOf: demo-newspaper\r\n"
    first = ordered[0][0].get("captured")
    written = _record(
        "warcinfo",
        first,
        "application/warc-fields",
        info.encode(),
        {"WARC-Record-ID": _urn("info"), "WARC-Filename": "gazette.warc.gz"},
    )
    revisits = b""
    for item, html in ordered:
        written += _capture(item, html)
        if "revisit" in item.quirks:
            revisits += _revisit(item, html)
    return written + revisits


def stored_gzip(data: bytes) -> bytes:
    """Return a gzip member (RFC 1952) with `data` uncompressed, so that its bytes do not depend on zlib's version."""
    pieces = [data[at : at + STORED_MAX] for at in range(0, len(data), STORED_MAX)] or [b""]
    blocks = b"".join(
        struct.pack("<BHH", number == len(pieces) - 1, len(piece), len(piece) ^ 0xFFFF) + piece
        for number, piece in enumerate(pieces)
    )
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + blocks + struct.pack("<II", zlib.crc32(data), len(data))


def _capture(item: Item, html: bytes) -> bytes:
    url, when = url_of(item), item.get("captured")
    head, payload = _response(item, html)
    asked = f"GET {item.get('url')} HTTP/1.1\r\nHost: harrowfallsgazette.example\r\nUser-Agent: {SOFTWARE}\r\n"
    asked += "Accept-Encoding: gzip\r\n\r\n"
    request_type, response_type = (f"application/http;msgtype={kind}" for kind in ("request", "response"))
    response = _name("response", item)
    headers = {"WARC-Record-ID": _name("request", item), "WARC-Target-URI": url, "WARC-Concurrent-To": response}
    request = _record("request", when, request_type, asked.encode(), headers)
    headers = {
        "WARC-Record-ID": response,
        "WARC-Target-URI": url,
        "WARC-IP-Address": "192.0.2.14",
        "WARC-Payload-Digest": _digest(payload),
    }
    return request + _record("response", when, response_type, head + payload, headers)


def _revisit(item: Item, html: bytes) -> bytes:
    head, payload = _response(item, html)
    later = datetime.fromisoformat(item.get("captured")) + timedelta(days=2, minutes=17)
    headers = {
        "WARC-Record-ID": _name("revisit", item),
        "WARC-Target-URI": url_of(item),
        "WARC-Profile": IDENTICAL,
        "WARC-Payload-Digest": _digest(payload),
        "WARC-Refers-To": _name("response", item),
        "WARC-Refers-To-Target-URI": url_of(item),
        "WARC-Refers-To-Date": item.get("captured"),
    }
    when = f"{later:%Y-%m-%dT%H:%M:%SZ}"
    return _record("revisit", when, "application/http;msgtype=response", head, headers)


def _response(item: Item, html: bytes) -> tuple[bytes, bytes]:
    head = (
        f"HTTP/1.1 200 OK\r\nServer: falls/2\r\nContent-Type: text/html; charset={item.get('charset') or 'utf-8'}\r\n"
    )
    if "revisit" not in item.quirks:
        return f"{head}Content-Length: {len(html)}\r\n\r\n".encode(), html
    packed = stored_gzip(html)
    chunks = (packed[at : at + CHUNK] for at in range(0, len(packed), CHUNK))
    payload = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    return f"{head}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n".encode(), payload


def _record(kind: str, when: str, media: str, block: bytes, headers: dict[str, str]) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Date": when,
        **headers,
        "WARC-Block-Digest": _digest(block),
        "Content-Type": media,
        "Content-Length": str(len(block)),
    }
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
    return stored_gzip(head.encode() + block + b"\r\n\r\n")


def _name(kind: str, item: Item) -> str:
    return _urn(f"{kind} {item.name}")


def _urn(key: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, OUTLETS['gazette'].site + ' ' + key)}>"


def _digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()
