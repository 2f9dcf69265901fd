"""Transfer and content codings: each undone alone and stacked, stored decoded, cut, damaged, and as a bomb."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from fastwarc.warc import HeaderMap
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.compression import content_codings
from onrecord.sources.formats.warc import http_message
from tests.helpers.pages import html

Code = Callable[[bytes], bytes]


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(body) + packer.flush()


CODINGS: list[tuple[str, Code]] = [
    ("gzip", gzip.compress),
    ("x-gzip", gzip.compress),
    ("gzip", lambda body: gzip.compress(body[:100]) + gzip.compress(body[100:])),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("br", brotli.compress),
    ("zstd", zstandard.compress),
    ("zstd", lambda body: zstandard.compress(body[:100]) + zstandard.compress(body[100:])),
]
NAMES = ["gzip", "x-gzip", "two gzip members", "zlib", "raw deflate", "br", "zstd", "two zstd frames"]


def headers(**fields: str) -> HeaderMap:
    message = HeaderMap()
    for name, value in fields.items():
        message.append(name.replace("_", "-"), value)
    return message


def chunked(body: bytes, size: int = 100) -> bytes:
    chunks = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


@pytest.mark.parametrize(("coding", "code"), CODINGS, ids=NAMES)
def test_each_coding_is_undone(coding: str, code: Code) -> None:
    assert http_message.decode_body(code(html()), headers(Content_Encoding=coding.upper()), 10_000) == html()


@pytest.mark.parametrize(("coding", "code"), CODINGS, ids=NAMES)
def test_a_body_stored_decoded_is_taken_as_it_is(coding: str, code: Code) -> None:
    assert http_message.decode_body(html(), headers(Content_Encoding=coding), 10_000) == html()


@pytest.mark.parametrize(("coding", "code"), CODINGS, ids=NAMES)
def test_a_bomb_is_refused_at_the_limit(coding: str, code: Code) -> None:
    with pytest.raises(content_codings.DecodingError, match=r"larger than 0\.01 MB"):
        http_message.decode_body(code(b"<html>" + bytes(5_000_000)), headers(Content_Encoding=coding), 10_000)


@pytest.mark.parametrize(("coding", "code"), CODINGS, ids=NAMES)
def test_a_cut_body_is_refused(coding: str, code: Code) -> None:
    with pytest.raises(content_codings.DecodingError, match=r"cut|damaged"):
        http_message.decode_body(code(html())[:-20], headers(Content_Encoding=coding), 10_000)


def test_stacked_codings_are_undone_from_the_last_to_the_first() -> None:
    body = chunked(brotli.compress(gzip.compress(html())))
    fields = headers(Content_Encoding="gzip, br", Transfer_Encoding="chunked")
    assert http_message.decode_body(body, fields, 10_000) == html()
    body = chunked(gzip.compress(html()))
    assert http_message.decode_body(body, headers(Transfer_Encoding="gzip, chunked"), 10_000) == html()


def test_a_bomb_within_a_bomb_is_refused() -> None:
    body = gzip.compress(gzip.compress(bytes(50_000_000)))
    with pytest.raises(content_codings.DecodingError, match="larger"):
        http_message.decode_body(body, headers(Content_Encoding="gzip, gzip"), 20_000)


@given(body=st.binary(min_size=1), size=st.integers(1, 50))
def test_chunks_are_joined(body: bytes, size: int) -> None:
    assert http_message.decode_body(chunked(body, size), headers(Transfer_Encoding="chunked"), 10_000) == body


def test_chunks_that_are_missing_or_damaged() -> None:
    fields = headers(Transfer_Encoding="chunked")
    assert http_message.decode_body(html(), fields, 10_000) == html()
    assert http_message.decode_body(chunked(html()).removesuffix(b"0\r\n\r\n"), fields, 10_000) == html()
    with pytest.raises(content_codings.DecodingError, match="last chunk is cut"):
        http_message.decode_body(chunked(html())[:-50], fields, 10_000)
    with pytest.raises(content_codings.DecodingError, match="chunked body is damaged"):
        http_message.decode_body(b"5\r\nhello\r\nxyz\r\n", fields, 10_000)


def test_an_unknown_coding_is_refused_unless_the_body_is_plain() -> None:
    assert http_message.decode_body(html(), headers(Content_Encoding="utf-8"), 10_000) == html()
    assert http_message.decode_body(b"words", headers(Content_Encoding="identity"), 10_000) == b"words"
    with pytest.raises(content_codings.DecodingError, match='"compress" is not one'):
        http_message.decode_body(b"\x1f\x9d\x90", headers(Content_Encoding="compress"), 10_000)


@given(body=st.binary(max_size=300), coding=st.sampled_from(["gzip", "deflate", "br", "zstd"]), magic=st.booleans())
def test_any_bytes_decode_or_are_refused(body: bytes, coding: str, magic: bool) -> None:
    start = {"gzip": b"\x1f\x8b\x08", "deflate": b"\x78\x9c", "br": b"\x0b", "zstd": b"\x28\xb5\x2f\xfd"}[coding]
    with contextlib.suppress(content_codings.DecodingError):
        assert len(http_message.decode_body(start * magic + body, headers(Content_Encoding=coding), 1000)) <= 1000


@pytest.mark.parametrize(
    ("content_type", "media", "charset"),
    [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ('Text/HTML;charset="iso-8859-1"', "text/html", "iso-8859-1"),
        ("text/html; boundary=x; Charset = 'Shift_JIS'", "text/html", "shift_jis"),
        ("text/html; charset=", "text/html", ""),
        ("", "", ""),
    ],
)
def test_content_types(content_type: str, media: str, charset: str) -> None:
    assert http_message.media_type(content_type) == media
    assert http_message.charset(content_type) == charset
