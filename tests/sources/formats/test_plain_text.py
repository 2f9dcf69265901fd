"""Plain text: kept exactly, less a header line; in whatever charset."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Dated, Page, Precision, Rejected
from onrecord.sources import Limits, pages, reread
from onrecord.sources.formats import plain_text

DAY = Dated("2021-02-21", Precision.DAY, "header line")
BODY = "The ferry was late.\n\n  “Never again,” Ines Calder said.\n"


def one(tmp_path: Path, content: bytes, name: str = "a.txt") -> Page:
    path = tmp_path / name
    path.write_bytes(content)
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert reread(page.evidence) == (gzip.decompress(content) if name.endswith(".gz") else content)
    return page


@pytest.mark.parametrize(
    "header",
    [
        " date 2021-02-21 ✖",
        "Date: Feb. 21, 2021",
        "Date: 2021-02-21",
        "DATE:  21 February 2021  ",
        "Published: 2021-02-21",
    ],
)
@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n \n\n", "\r\n\r\n"])
def test_a_header_line_states_the_date_and_is_no_text(tmp_path: Path, header: str, blank: str) -> None:
    page = one(tmp_path, (header + blank + BODY).encode())
    assert page.given.published == DAY
    assert page.text == BODY.removesuffix("\n")
    assert page.html is None
    assert page.captured is None


@pytest.mark.parametrize("first", ["Date night in Tarnmouth", "2021-02-21", "Date: 31/02/2021", "Update 2021-02-21"])
def test_any_other_first_line_is_text(tmp_path: Path, first: str) -> None:
    page = one(tmp_path, f"{first}\n\n{BODY}".encode())
    assert page.given.published is None
    assert page.text == f"{first}\n\n{BODY}".removesuffix("\n")


@given(text=st.text().filter(lambda text: not text.endswith("\r")))
def test_text_without_a_header_is_kept_to_the_character(text: str) -> None:
    kept, stated = plain_text.split_header("A story.\n" + text + "\n")
    assert kept == "A story.\n" + text
    assert stated.published is None


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_charsets(tmp_path: Path, charset: str) -> None:
    text = "Das Café am Hafen bleibt geöffnet, sagte die Bürgermeisterin gestern Abend vor über hundert Gästen."
    assert one(tmp_path, text.encode(charset)).text == text


@given(body=st.binary())
def test_any_bytes_decode(body: bytes) -> None:
    assert isinstance(plain_text.decode_text(body), str)


def test_markdown_and_gzip_are_text_too(tmp_path: Path) -> None:
    assert one(tmp_path, b"# The ferry\n\nwas late.", "a.md").text == "# The ferry\n\nwas late."
    assert one(tmp_path, gzip.compress(b"Date: 2021-02-21\n\nThe ferry."), "a.txt.gz").text == "The ferry."


def test_a_text_that_is_too_large_or_all_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("word " * 100)
    assert list(pages([path], Limits(page=400))) == [
        Rejected(str(path), "", "the page is larger than 0.0004 MB, the most that is read of one page")
    ]
    path.write_text("Date: 2021-02-21\n\n")
    assert list(pages([path])) == [Rejected(str(path), "", "there is no text in it")]
