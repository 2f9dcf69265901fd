"""WARC: what comes in, what is counted, and what is refused with which words, byte by byte."""

from __future__ import annotations

import gzip
import io
import random
import re
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Dated, Evidence, Page, Precision, Rejected, Revisit
from onrecord.model.errors import InputError
from onrecord.sources import Items, Limits, pages, reread
from tests.helpers.pages import html, response, warc_gz

Write = Callable[[bytes], Path]
CUT = "the file ends in the middle of a record: fetch it again to have the rest"
PAYLOAD = "sha1:ITT6DUK3EH74CDWKHHCSO2QKHVUEGKCH"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: bytes) -> Path:
        path = tmp_path / ("a.warc.gz" if content.startswith(b"\x1f\x8b") else "a.warc")
        path.write_bytes(content)
        return path

    return write


def record(kind: str, block: bytes, *fields: str, url: str = "https://tarnpost.example/x") -> bytes:
    """One WARC record of any type, not compressed."""
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", "WARC-Date: 2023-11-07T04:00:00Z", *fields]
    return "\r\n".join([*lines, f"Content-Length: {len(block)}", "", ""]).encode() + block + b"\r\n\r\n"


def http_record(status: str, headers: str, body: bytes, *fields: str, kind: str = "response") -> bytes:
    message = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    return record(kind, message, "Content-Type: application/http; msgtype=response", *fields)


def five() -> list[bytes]:
    return [response(f"https://tarnpost.example/{n}", html(title=f"Meeting {n}"), number=n) for n in range(5)]


def urls(found: list[Page | Revisit | Rejected]) -> list[int]:
    return [int(item.url[-1]) for item in found if isinstance(item, Page)]


def rejects(found: list[Page | Revisit | Rejected]) -> list[tuple[str, str]]:
    return [(item.record, item.reason) for item in found if isinstance(item, Rejected)]


def test_a_page_carries_all_that_its_record_says(write: Write) -> None:
    first, body = record("warcinfo", b"software: x\r\n"), html()
    second = http_record(
        "200 OK", "Content-Type: text/html; charset=ISO-8859-1", body, f"WARC-Payload-Digest: {PAYLOAD}"
    )
    path = write(warc_gz(first, second))
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert page.url == "https://tarnpost.example/x"
    assert page.html == body
    assert page.text is None
    assert page.charset == "iso-8859-1"
    assert page.captured == Dated("2023-11-07T04:00:00Z", Precision.SECOND, "WARC-Date")
    assert page.payload == PAYLOAD
    assert page.evidence.file == str(path)
    assert page.evidence.offset == len(warc_gz(first))
    assert reread(page.evidence) == body


@pytest.mark.parametrize(
    "pack", [b"".join, lambda records: warc_gz(*records), lambda records: gzip.compress(b"".join(records))]
)
def test_every_packing_gives_the_same_pages_and_can_be_reread(
    write: Write, pack: Callable[[list[bytes]], bytes]
) -> None:
    found = [item for item in pages([write(pack(five()))]) if isinstance(item, Page)]
    assert [page.html for page in found] == [html(title=f"Meeting {n}") for n in range(5)]
    assert [reread(page.evidence) for page in found] == [page.html for page in found]
    assert len({page.evidence.offset for page in found}) == 5


def test_the_offsets_of_members_are_those_of_fastwarc(write: Write) -> None:
    path = write(warc_gz(*five()))
    theirs = [record.stream_pos for record in ArchiveIterator(str(path), parse_http=False, auto_decode="none")]
    assert [page.evidence.offset for page in pages([path]) if isinstance(page, Page)] == theirs


def test_gzip_members_that_do_not_follow_the_records(write: Write) -> None:
    """bgzip and pigz part a file where they like."""
    whole = b"".join(five())
    parts = [whole[at : at + 500] for at in range(0, len(whole), 500)]
    found = [item for item in pages([write(warc_gz(*parts))]) if isinstance(item, Page)]
    assert urls([*found]) == [0, 1, 2, 3, 4]
    assert [reread(page.evidence) for page in found] == [page.html for page in found]


def test_what_is_no_page_is_counted_by_reason(write: Write) -> None:
    path = write(
        b"".join(
            [
                record("warcinfo", b"software: x\r\n"),
                record("request", b"GET / HTTP/1.1\r\n\r\n", "Content-Type: application/http; msgtype=request"),
                record("response", b"20231107 1 IN A 192.0.2.1", "Content-Type: text/dns"),
                http_record("301 Moved", "Location: /y", b""),
                http_record("404 Not Found", "Content-Type: text/html", html()),
                http_record("200 OK", "Content-Type: image/png", b"\x89PNG" + bytes(400_000)),
                http_record("200 OK", "Content-Type: text/html", b""),
                http_record("200 OK", "Server: x", b"plain words"),
                record("resource", b"body { color: red }", "Content-Type: text/css"),
            ]
        )
    )
    reading = Items([path])
    assert list(reading) == []
    assert reading.skipped == {
        "warcinfo record": 1,
        "request record": 1,
        "response that is not HTTP (text/dns)": 1,
        "status 301": 1,
        "status 404": 1,
        "type image/png": 1,
        "empty body": 1,
        "no type stated, and not HTML": 1,
        "type text/css": 1,
    }
    assert reading.consumed == path.stat().st_size


@pytest.mark.parametrize(
    "held",
    [
        http_record("203 Non-Authoritative", "content-type: application/xhtml+xml", html()),
        http_record("200 OK", "Server: x", html()),
        http_record("200 OK", "Server: x", html(), "WARC-Identified-Payload-Type: text/html"),
        http_record("200 OK\nContent-Type: text/html\n\n", "", b"").replace(b"\r\n\r\n\r\n\r\n", b""),
        record("resource", html(), "Content-Type: text/html"),
    ],
    ids=["xhtml", "no type", "type by the crawler", "bare newlines", "resource"],
)
def test_html_is_known_by_its_type_or_where_there_is_none_by_its_tags(write: Write, held: bytes) -> None:
    if b"\nContent-Type: text/html\n\n" in held:
        held = record("response", b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + html())
    (page,) = pages([write(held)])
    assert isinstance(page, Page)
    assert page.html == html()


def test_a_uri_in_angle_brackets(write: Write) -> None:
    (page,) = pages([write(response("<https://tarnpost.example/1>", html()))])
    assert isinstance(page, Page)
    assert page.url == "https://tarnpost.example/1"


# Damage --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [1, 3, 9, 60, 200])
def test_a_cut_gzip_file_gives_its_whole_records_and_one_reject(write: Write, cut: int) -> None:
    """Even the last bytes, a member's checksum, must be there: a record is in or refused, never both."""
    members = [warc_gz(one) for one in five()]
    found = list(pages([write(b"".join(members)[:-cut])]))
    assert urls(found) == [0, 1, 2, 3]
    assert rejects(found) == [(f"offset {sum(map(len, members[:4]))}", CUT)]


def test_a_gzip_file_cut_within_a_members_header(write: Write) -> None:
    members = [warc_gz(one) for one in five()]
    found = list(pages([write(b"".join(members[:3]) + members[3][:5])]))
    assert urls(found) == [0, 1, 2]
    assert rejects(found) == [(f"offset {sum(map(len, members[:3]))}", CUT)]


@pytest.mark.parametrize("kept", [40, 400])
def test_a_cut_plain_file_gives_its_whole_records_and_one_reject(write: Write, kept: int) -> None:
    records = five()
    found = list(pages([write(b"".join(records[:3]) + records[3][:kept])]))
    assert urls(found) == [0, 1, 2]
    assert rejects(found) == [(f"offset {sum(map(len, records[:3]))}", CUT)]


def test_a_cut_file_of_one_gzip_member_gives_the_records_before_the_cut(write: Write) -> None:
    noise = [
        response(f"https://tarnpost.example/{n}", html(extra=random.Random(n).randbytes(3000).hex())) for n in range(5)
    ]
    packed = gzip.compress(b"".join(noise))
    found = list(pages([write(packed[: len(packed) // 2])]))
    assert urls(found) == [0, 1]
    assert [reason for _, reason in rejects(found)] == [CUT]


def test_fastwarc_alone_passes_over_a_cut_record() -> None:
    """Why the framing is ours; when this fails, FastWARC reports it and framing.py may go."""
    members = [warc_gz(one) for one in five()]
    cut = io.BytesIO(b"".join(members[:3]) + members[3][:60])
    assert len(list(ArchiveIterator(cut, parse_http=False, auto_decode="none"))) == 3


@pytest.mark.parametrize("garbage", [b"garbage" * 10, b"\xff" * 3, b"\x1f\x8b\x08\x00garbage that is no gzip"])
def test_garbage_between_gzip_members_is_one_reject(write: Write, garbage: bytes) -> None:
    members = [warc_gz(one) for one in five()]
    found = list(pages([write(b"".join(members[:2]) + garbage + b"".join(members[2:]))]))
    assert urls(found) == [0, 1, 2, 3, 4]
    ((place, reason),) = rejects(found)
    assert place == f"offset {sum(map(len, members[:2]))}"
    assert "gzip" in reason


def test_garbage_within_a_gzip_member_costs_that_record_alone(write: Write) -> None:
    members = [warc_gz(one) for one in five()]
    members[2] = members[2][:100] + b"\xff" * 40 + members[2][140:]
    found = list(pages([write(b"".join(members))]))
    assert urls(found) == [0, 1, 3, 4]
    ((place, reason),) = rejects(found)
    assert place == f"offset {sum(map(len, members[:2]))}"
    assert reason.startswith("its gzip data is damaged")


def test_a_wrong_checksum_costs_that_record_alone(write: Write) -> None:
    members = [warc_gz(one) for one in five()]
    members[2] = members[2][:-8] + b"\0\0\0\0" + members[2][-4:]
    found = list(pages([write(b"".join(members))]))
    assert urls(found) == [0, 1, 3, 4]
    assert len(rejects(found)) == 1


def test_zeros_between_members_are_padding(write: Write) -> None:
    members = [warc_gz(one) for one in five()]
    found = list(pages([write(bytes(100_000).join(members) + bytes(9))]))
    assert urls(found) == [0, 1, 2, 3, 4]
    assert rejects(found) == []


def test_garbage_between_plain_records_is_one_reject(write: Write) -> None:
    records = five()
    found = list(pages([write(b"".join(records[:2]) + b"garbage\r\n" * 10 + b"".join(records[2:]))]))
    assert urls(found) == [0, 1, 2, 3, 4]
    assert rejects(found) == [
        (f"offset {sum(map(len, records[:2]))}", "no WARC record begins here: fetch the file again")
    ]


LENGTH = re.compile(rb"(\r\nDate: x)?\r\nContent-Length: (\d+)\r\n\r\nHTTP")


@pytest.mark.parametrize("stated", [b"20", b"5000000", b"1300", b"", b"12x", b"-4"])
@pytest.mark.parametrize("packed", [True, False])
def test_a_wrong_content_length_costs_that_record_alone(write: Write, stated: bytes, packed: bool) -> None:
    records = five()
    records[2] = LENGTH.sub(b"\r\nContent-Length: " + stated + b"\r\n\r\nHTTP", records[2])
    found = list(pages([write(warc_gz(*records) if packed else b"".join(records))]))
    assert urls(found) == [0, 1, 3, 4]
    assert len(rejects(found)) == 1


def test_a_member_that_holds_no_record(write: Write) -> None:
    members = [warc_gz(one) for one in five()]
    members[2] = gzip.compress(b"hello\n" * 100)
    found = list(pages([write(b"".join(members))]))
    assert urls(found) == [0, 1, 3, 4]
    assert len(rejects(found)) == 1


def test_a_header_without_end_is_refused(write: Write) -> None:
    records = five()
    records[1] = b"WARC/1.1\r\nX: " + b"x" * 5000 + b"\r\n\r\n"
    found = list(pages([write(b"".join(records))], Limits(header=2000)))
    assert urls(found) == [0, 2, 3, 4]
    assert [reason for _, reason in rejects(found)] == ["its header is longer than 2000 bytes"]


@pytest.mark.parametrize("field", ["WARC-Truncated: length", "WARC-Segment-Number: 1"])
def test_what_the_crawler_cut_or_split_is_refused_with_the_reason(write: Write, field: str) -> None:
    cut = http_record("200 OK", "Content-Type: text/html", html(), field)
    found = list(pages([write(cut + five()[0])]))
    assert urls(found) == [0]
    ((place, reason),) = rejects(found)
    assert place == "offset 0"
    assert field in reason or field.partition(":")[0] in reason


def test_a_page_that_is_too_large_is_refused_and_the_rest_goes_on(write: Write) -> None:
    large = response("https://tarnpost.example/9", html(extra="word " * 10_000))
    found = list(pages([write(warc_gz(large, *five()))], Limits(page=20_000)))
    assert urls(found) == [0, 1, 2, 3, 4]
    assert found[0] == Rejected(
        str(Path(found[0].file if isinstance(found[0], Rejected) else "")),
        "offset 0",
        "the page is larger than 0.02 MB, the most that is read of one page",
        "https://tarnpost.example/9",
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(3, 10_000), wrong=st.binary(min_size=1, max_size=30), packed=st.booleans())
def test_no_damage_raises_or_passes_unsaid(write: Write, at: int, wrong: bytes, packed: bool) -> None:
    """Whatever bytes behind the magic are overwritten, at most two records suffer, and gzip's checksums tell of it."""
    records = five()
    whole = warc_gz(*records) if packed else b"".join(records)
    at = 3 + at % (len(whole) - 3)
    damaged = whole[:at] + wrong + whole[at + len(wrong) :]
    reading = Items([write(damaged)])
    found = list(reading)
    bodies = [item.html for item in found if isinstance(item, Page)]
    intact = [body for body in bodies if body in {html(title=f"Meeting {n}") for n in range(5)}]
    assert len(intact) >= 3
    if packed and damaged != whole:
        assert len(intact) == len(bodies)
        assert len(bodies) == 5 or rejects(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(1, 10_000), packed=st.booleans())
def test_a_file_cut_anywhere_gives_its_whole_records_and_one_reject(write: Write, cut: int, packed: bool) -> None:
    records = [warc_gz(one) if packed else one for one in five()]
    whole = b"".join(records)
    cut = len(records[0]) + cut % (len(whole) - len(records[0]))
    found = list(pages([write(whole[:cut])]))
    ends = [sum(map(len, records[: n + 1])) for n in range(5)]
    newlines = 0 if packed else len(b"\r\n\r\n")  # a plain record is whole without those that part it from the next
    held = [n for n in range(5) if ends[n] - newlines <= cut]
    assert urls(found) == held
    whole_end = ends[held[-1]]
    assert [reason for _, reason in rejects(found)] == ([CUT] if cut > whole_end else [])


def test_a_damaged_record_is_named_by_its_url_where_its_header_is_whole(write: Write) -> None:
    records = five()
    (_, refused) = pages([write(records[0] + records[1][:-40])])
    assert refused == Rejected(str(write(records[0])), f"offset {len(records[0])}", CUT, "https://tarnpost.example/1")


def test_memory_does_not_grow_with_the_file(write: Write) -> None:
    """400 pages of 100 kB take no more than a few of them, since each is let go before the next is read."""
    path = write(warc_gz(*(response(f"https://t.example/{n}", html(extra="word " * 20_000)) for n in range(400))))
    tracemalloc.start()
    try:
        assert sum(1 for _ in pages([path])) == 400
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


# Revisits ------------------------------------------------------------------------------------------------------------


def revisit(*fields: str, block: bytes = b"", date: str = "2024-01-01T00:00:00Z") -> bytes:
    profile = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    one = record("revisit", block, profile, *fields, url="https://tarnpost.example/again")
    return one.replace(b"2023-11-07T04:00:00Z", date.encode())


@pytest.mark.parametrize("pack", [b"".join, lambda records: warc_gz(*records)])
def test_a_revisit_of_a_page_in_the_same_file_is_a_page(write: Write, pack: Callable[[list[bytes]], bytes]) -> None:
    first = http_record("200 OK", "Content-Type: text/html; charset=utf-8", html(), f"WARC-Payload-Digest: {PAYLOAD}")
    path = write(pack([first, *five(), revisit(f"WARC-Payload-Digest: {PAYLOAD}")]))
    page = list(pages([path]))[-1]
    assert isinstance(page, Page)
    assert page.url == "https://tarnpost.example/again"
    assert page.html == html()
    assert page.charset == "utf-8"
    assert page.captured == Dated("2024-01-01T00:00:00Z", Precision.SECOND, "WARC-Date")
    assert page.payload == PAYLOAD
    assert page.evidence.offset == len(pack([first, *five()]))
    assert reread(page.evidence) == html()


def test_a_revisit_of_a_page_elsewhere_stays_a_revisit(write: Write) -> None:
    path = write(
        revisit(f"WARC-Payload-Digest: {PAYLOAD}", block=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    )
    captured = Dated("2024-01-01T00:00:00Z", Precision.SECOND, "WARC-Date")
    evidence = Evidence(str(path), 0, "")
    url = "https://tarnpost.example/again"
    assert list(pages([path])) == [Revisit(url=url, captured=captured, payload=PAYLOAD, evidence=evidence)]


def test_revisits_that_name_no_page_are_counted_or_refused(write: Write) -> None:
    digest = f"WARC-Payload-Digest: {PAYLOAD}"
    reading = Items(
        [
            write(
                revisit()
                + revisit(digest, block=b"HTTP/1.1 301 Moved\r\n\r\n")
                + revisit(digest, block=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")
                + revisit(digest, date="yesterday")
            )
        ]
    )
    assert [reason for _, reason in rejects(list(reading))] == ["the revisit has no valid WARC-Date (yesterday)"]
    assert reading.skipped == {
        "revisit without a payload digest": 1,
        "revisit with status 301": 1,
        "revisit of type image/png": 1,
    }


# Rereading -----------------------------------------------------------------------------------------------------------


def test_rereading_a_file_that_changed_or_is_gone(write: Write) -> None:
    path = write(warc_gz(*five()))
    page = list(pages([path]))[1]
    assert isinstance(page, Page)
    path.write_bytes(warc_gz(*reversed(five())))
    with pytest.raises(InputError, match="changed"):
        reread(page.evidence)
    path.unlink()
    with pytest.raises(InputError, match="No such file"):
        reread(page.evidence)


def test_text_taken_out_of_pages_is_refused_as_such(write: Write) -> None:
    info = record("warcinfo", b"software: x", "Content-Type: application/warc-fields")
    text = record("conversion", b"The ferry was late.", "Content-Type: text/plain")
    (found,) = pages([write(warc_gz(info, text, text))])
    assert isinstance(found, Rejected)
    assert found.record == f"offset {len(warc_gz(info))}"
    assert found.reason.startswith("its records are text taken out of pages (WET)")
    reading = Items([write(warc_gz(info, five()[0], text))])
    assert urls(list(reading)) == [0]
    assert reading.skipped["conversion record"] == 1
