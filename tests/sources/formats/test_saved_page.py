"""Saved pages: kept byte for byte; URL and capture time only where the saving program wrote them down."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.model import Dated, Page, Precision, Rejected
from onrecord.sources import Limits, pages, reread
from tests.helpers.pages import html

SINGLE_FILE = (
    b'<!DOCTYPE html> <html lang="en"><!--\n Page saved with SingleFile \n url: https://tarnpost.example/ferry \n'
    b" saved date: Thu Apr 08 2021 23:30:00 GMT+0200 (Central European Summer Time)\n-->"
)


def one(tmp_path: Path, content: bytes, name: str = "a.html") -> Page:
    path = tmp_path / name
    path.write_bytes(content)
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert page.evidence.file == str(path)
    assert reread(page.evidence) == page.html
    return page


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml", "a.html.gz", "a.HTML", "saved page", "a.php"])
def test_a_saved_page(tmp_path: Path, name: str) -> None:
    page = one(tmp_path, gzip.compress(html()) if name.endswith(".gz") else html(), name)
    assert page.html == html()
    assert page.text is None
    assert (page.url, page.captured, page.charset) == ("", None, "")


def test_a_browser_writes_down_the_address(tmp_path: Path) -> None:
    lead = b"<!DOCTYPE html>\n<!-- saved from url=(0030)https://tarnpost.example/ferry -->\n"
    page = one(tmp_path, lead + html())
    assert (page.url, page.captured) == ("https://tarnpost.example/ferry", None)


def test_an_address_that_is_no_web_address_is_none(tmp_path: Path) -> None:
    assert one(tmp_path, b"<!-- saved from url=(0014)about:internet -->" + html()).url == ""


def test_single_file_writes_down_address_and_time(tmp_path: Path) -> None:
    page = one(tmp_path, SINGLE_FILE + html())
    assert page.url == "https://tarnpost.example/ferry"
    assert page.captured == Dated("2021-04-08T23:30:00+02:00", Precision.SECOND, "SingleFile's saved date")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1252"])
def test_the_bytes_are_kept_in_any_charset(tmp_path: Path, charset: str) -> None:
    content = html(said="Das Café bleibt").decode().encode(charset)
    assert one(tmp_path, content).html == content


def test_a_fragment_is_a_page_by_its_name(tmp_path: Path) -> None:
    assert one(tmp_path, b"<p>The ferry was late.</p>").html == b"<p>The ferry was late.</p>"


def test_a_page_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(html(extra="word " * 50_000))
    reason = "the page is larger than 0.2 MB, the most that is read of one page"
    assert list(pages([path], Limits(page=200_000))) == [Rejected(str(path), "", reason)]


def test_a_page_packed_and_cut_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(html())[:-30])
    reason = "the file ends in the middle of a record: fetch it again to have the rest"
    assert list(pages([path])) == [Rejected(str(path), "offset 0", reason)]


WAITING = (
    b"<!DOCTYPE html><html><head><meta charset=windows-1252><title>Ferry</title></head><body hidden><p>Please wait</p>"
)


def zipped(
    entries: dict[str, bytes], *, lead: bytes = WAITING, tail: bytes = b"--><script>unpack()</script></html>"
) -> bytes:
    """A page that unpacks itself: HTML, a zip in a comment, a script."""
    packed = io.BytesIO()
    packed.write(lead + b"<!--")
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return packed.getvalue() + tail


@pytest.mark.parametrize(
    "lead", [WAITING, WAITING + b"<p>" + b"The ferry was late. " * 2_000, b"\xef\xbb\xbf" + WAITING]
)
def test_a_page_that_unpacks_itself(tmp_path: Path, lead: bytes) -> None:
    path = tmp_path / "ferry.zip.html"
    path.write_bytes(zipped({"images/0.png": b"\x89PNG" * 9, "index.html": SINGLE_FILE + html()}, lead=lead))
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert page.html == SINGLE_FILE + html() == reread(page.evidence)
    assert page.url == "https://tarnpost.example/ferry"
    assert page.evidence.file == f"{path}/index.html"


def test_what_the_page_around_says_holds_of_the_page_inside(tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_bytes(zipped({"index.html": html()}, lead=SINGLE_FILE + b"<body>"))
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert page.url == "https://tarnpost.example/ferry"
    assert page.captured == Dated("2021-04-08T23:30:00+02:00", Precision.SECOND, "SingleFile's saved date")


def test_several_pages_that_unpack_themselves(tmp_path: Path) -> None:
    path = tmp_path / "trip.html"
    listed = [
        {"path": "", "url": "https://tarnpost.example/1", "title": "1"},
        {"path": "pages/2/", "url": "https://tarnpost.example/2", "title": "2"},
    ]
    entries = {
        "index.html": html(title="One"),
        "pages/2/index.html": html(title="Two"),
        "pages/2/frames/1/index.html": html(title="An advertisement"),
        "sfz-toc.html": html(title="Contents"),
        "sfz-pages.json": json.dumps({"pages": listed}).encode(),
    }
    path.write_bytes(zipped(entries))
    found = [page for page in pages([path]) if isinstance(page, Page)]
    assert [page.url for page in found] == ["https://tarnpost.example/1", "https://tarnpost.example/2"]
    assert [page.html for page in found] == [html(title="One"), html(title="Two")]
    assert [reread(page.evidence) for page in found] == [page.html for page in found]


@pytest.mark.parametrize("listed", [b"[]", b"{", b"[" * 100_000, b'{"pages": [{"path": 1}]}', b'{"pages": 5}'])
def test_a_list_of_pages_that_is_none_costs_no_page(tmp_path: Path, listed: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(zipped({"index.html": html(), "sfz-pages.json": listed}))
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert (page.html, page.url) == (html(), "")


def test_a_page_in_a_zip_that_cannot_be_had_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    whole = bytearray(zipped({"index.html": html()}))
    flags = whole.index(b"PK\x01\x02") + 8
    locked = bytes(whole[:flags]) + b"\x01" + bytes(whole[flags + 1 :])  # its directory says that it is encrypted
    path.write_bytes(locked)
    (found,) = pages([path])
    assert isinstance(found, Rejected)
    assert "encrypted" in found.reason or "password" in found.reason
    begin = whole.index(b"index.html") + 20
    whole[begin : begin + 40] = b"\xff" * 40
    path.write_bytes(bytes(whole))
    (found,) = pages([path])
    assert isinstance(found, Rejected)
    assert found.reason.startswith("it is damaged in the zip")


def test_a_bomb_in_a_page_that_unpacks_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(zipped({"index.html": b"<html>" + b"word " * 6_000_000}))
    (found,) = pages([path])
    assert isinstance(found, Rejected)
    assert found.reason == "the page is larger than 20 MB, the most that is read of one page"


def test_a_page_with_a_zip_of_something_else_is_a_page_itself(tmp_path: Path) -> None:
    content = zipped({"notes.txt": b"The ferry was late."}, lead=html())
    assert one(tmp_path, content).html == content
