"""Makes pages, WARC records and files for tests: our own words, in the shapes that real ones have."""

from __future__ import annotations

import gzip

WORDS = (
    "The harbour board met on Monday evening in the old customs house and heard from eleven residents about the sea "
    "wall, which has been closed since the storm in October. The chair read out the engineer's letter twice, and asked "
    "that it be printed in full. A vote is expected before the end of the year, when the present contract runs out."
)


def html(
    *,
    title: str = "Board hears residents on sea wall",
    said: str = "We will not wait for another winter",
    extra: str = "",
) -> bytes:
    """A small article page with one direct quotation by Ines Calder."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="The Tarn Post">'
        '<meta property="article:published_time" content="2023-11-06T18:30:00+00:00">'
        f"</head><body><article><h1>{title}</h1><p>{WORDS}</p><p>“{said},” Ines Calder said after the meeting. "
        f"“We have waited long enough.”</p><p>{extra}</p></article></body></html>"
    ).encode()


def response(
    url: str,
    body: bytes,
    *,
    date: str = "2023-11-07T04:00:00Z",
    number: int = 0,
    headers: str = "Content-Type: text/html; charset=utf-8",
) -> bytes:
    """One WARC response record (WARC 1.1, section 6.3), not compressed."""
    message = f"HTTP/1.1 200 OK\r\n{headers}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {date}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(message)}\r\n\r\n"
    )
    return head.encode() + message + b"\r\n\r\n"


def warc_gz(*records: bytes) -> bytes:
    """A .warc.gz: each record a gzip member of its own."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)
