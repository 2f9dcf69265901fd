"""Saved pages: kept byte for byte; URL and capture time only where the saving program wrote them down."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.model import Dated, Page, Precision, Rejected
from onrecord.sources import Limits, pages, reread
from pages import html

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
