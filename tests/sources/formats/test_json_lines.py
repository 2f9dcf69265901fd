"""JSON lines: every field, and every way in which a line can be wrong while the others come in."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from onrecord.model import Dated, Given, Page, Precision, Rejected
from onrecord.model.errors import InputError
from onrecord.sources import Items, Limits, pages, reread

GOOD = b'{"id": "g", "text": "The ferry was late."}'


def read(tmp_path: Path, content: bytes, limits: Limits | None = None, name: str = "a.jsonl") -> list[Page | Rejected]:
    path = tmp_path / name
    path.write_bytes(content)
    return [item for item in pages([path], limits or Limits()) if isinstance(item, Page | Rejected)]


def test_every_field(tmp_path: Path) -> None:
    fields = {
        "id": "a1",
        "url": "https://tarnpost.example/1",
        "outlet": "The Tarn Post",
        "title": "Ferry late",
        "authors": ["Ines Calder", " ", "Bo Reed"],
        "published": "2021-02-21T22:00:00-05:00",
        "text": "The ferry “was” late.\n",
    }
    (page,) = read(tmp_path, json.dumps(fields).encode())
    assert isinstance(page, Page)
    assert page.url == "https://tarnpost.example/1"
    assert page.text == "The ferry “was” late.\n"
    assert page.html is None
    assert page.given == Given(
        id="a1",
        outlet="The Tarn Post",
        title="Ferry late",
        authors=("Ines Calder", "Bo Reed"),
        published=Dated("2021-02-21T22:00:00-05:00", Precision.SECOND, "the input's published field"),
    )


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        ({"author": "Bo Reed"}, ("Bo Reed",)),
        ({"author": ["Bo Reed", "Ines Calder"]}, ("Bo Reed", "Ines Calder")),
        ({"author": "Bo Reed", "authors": []}, ("Bo Reed",)),
        ({"author": "Bo Reed", "authors": ["Ines Calder"]}, ("Ines Calder",)),
        ({"author": None}, ()),
    ],
)
def test_author_counts_where_there_is_no_authors(
    tmp_path: Path, fields: dict[str, object], authors: tuple[str, ...]
) -> None:
    (page,) = read(tmp_path, json.dumps({"text": "The ferry was late.", **fields}).encode())
    assert isinstance(page, Page)
    assert page.given.authors == authors


def test_an_author_that_is_no_name_is_refused(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, b'{"text": "a", "author": 7}')
    assert isinstance(refused, Rejected)
    assert '"author" is a number, and must be a string' in refused.reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.jsonl.gz", "a.data"])
def test_html_in_any_packing_and_under_any_name(tmp_path: Path, name: str) -> None:
    lines = b"\xef\xbb\xbf" + b'{"html": "<p>caf\\u00e9</p>", "authors": "Bo Reed"}\r\n\r\n' + GOOD
    first, second = read(tmp_path, gzip.compress(lines) if name.endswith(".gz") else lines, name=name)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.html == "<p>café</p>".encode()
    assert first.charset == "utf-8"
    assert first.given.authors == ("Bo Reed",)
    assert (first.evidence.offset, second.evidence.offset) == (0, lines.index(GOOD))
    assert reread(first.evidence) == first.html
    assert reread(second.evidence) == b"The ferry was late."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut', "not JSON at column 10: Unterminated string starting at; write one object a line"),
        (b'{"text": "a"} {"text": "b"}', "not JSON at column 15: Extra data; write one object a line"),
        (b'["text"]', "a list where an object is wanted: write one object a line"),
        (b"null", "null where an object is wanted: write one object a line"),
        (b'{"id": "x"}', 'has neither "text" nor "html": give one'),
        (b'{"text": "a", "html": "b"}', 'has both "text" and "html": give one'),
        (b'{"text": "  "}', 'its "text" is empty'),
        (b'{"text": 7}', '"text" is a number, and must be a string'),
        (b'{"text": "a", "url": ["u"]}', '"url" is a list, and must be a string'),
        (b'{"text": "a", "authors": [1]}', '"authors" is a number, and must be a string'),
        (b'{"text": "a", "authors": {}}', '"authors" is an object, and must be a string'),
        (b'{"text": "a", "id": true}', '"id" is true or false, and must be a string'),
        (
            b'{"text": "a", "published": "02/03/2021"}',
            '"published" is "02/03/2021", which is no date that can be read: write it like 2021-02-21',
        ),
        (b'{"text": "caf\xe9"}', "not UTF-8 from byte 14 of the line: convert the file to UTF-8"),
        (b'{"text": "\\ud83d"}', '"text" holds half a surrogate pair at character 1'),
    ],
)
def test_a_broken_line_3_is_refused_alone(tmp_path: Path, line: bytes, reason: str) -> None:
    found = read(tmp_path, b"\n".join([GOOD, GOOD, line, GOOD]))
    assert [isinstance(item, Page) for item in found] == [True, True, False, True]
    assert found[2] == Rejected(str(tmp_path / "a.jsonl"), "line 3", reason)


def test_numbers_and_nests_beyond_measure_are_refused(tmp_path: Path) -> None:
    found = read(tmp_path, b"\n".join([GOOD, b'{"id": ' + b"9" * 5000 + b"}", b'{"text":' + b"[" * 100_000, GOOD]))
    assert [isinstance(item, Page) for item in found] == [True, False, False, True]
    assert all("\n" not in item.reason for item in found if isinstance(item, Rejected))


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    long = b'{"text": "' + b"word " * 100_000 + b'"}'
    found = read(tmp_path, b"\n".join([GOOD, long, GOOD, long]), Limits(page=1000))
    assert [isinstance(item, Page) for item in found] == [True, False, True, False]
    assert found[1] == Rejected(str(tmp_path / "a.jsonl"), "line 2", "the line is longer than 0.001 MB")
    assert isinstance(found[2], Page)
    assert reread(found[2].evidence) == b"The ferry was late."


def test_a_line_without_end_ends_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD + b"\n" + b" " * 500_000 + b"\n" + GOOD, Limits(page=1000, line=200_000))
    assert [isinstance(item, Page) for item in found] == [True, False, False]
    assert found[2] == Rejected(
        str(tmp_path / "a.jsonl"), "line 2", "no end of the line was found: the rest of the file is left"
    )


def test_a_cut_gz_gives_the_lines_before_the_cut(tmp_path: Path) -> None:
    lines = [json.dumps({"text": random.Random(n).randbytes(20_000).hex()}).encode() for n in range(10)]
    packed = gzip.compress(b"\n".join(lines))
    found = read(tmp_path, packed[: len(packed) // 2], name="a.jsonl.gz")
    assert [isinstance(item, Page) for item in found[:-1]] == [True] * (len(found) - 1)
    assert 3 <= len(found) <= 6
    assert found[-1] == Rejected(
        str(tmp_path / "a.jsonl.gz"),
        f"line {len(found)}",
        "the file ends in the middle of a record: fetch it again to have the rest",
    )


def test_json_over_several_lines_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, b'[\n {"text": "a"}\n]', name="a.json")
    assert isinstance(refused, Rejected)
    assert refused.reason.startswith("it is JSON over several lines: write one object a line")


def test_fields_that_are_not_ours_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a", "section": "2021"}\n' * 3)
    reading = Items([path])
    assert len(list(reading)) == 3
    assert reading.skipped == {'field "section" of JSONL, which is not read': 3}


def test_rereading_a_line_that_changed(tmp_path: Path) -> None:
    (page,) = read(tmp_path, GOOD)
    assert isinstance(page, Page)
    (tmp_path / "a.jsonl").write_bytes(GOOD.replace(b"late", b"gone"))
    with pytest.raises(InputError, match="the file changed"):
        reread(page.evidence)
    (tmp_path / "a.jsonl").write_bytes(b"{broken")
    with pytest.raises(InputError, match="not JSON at column 2"):
        reread(page.evidence)


def test_the_day_may_be_given_as_date(tmp_path: Path) -> None:
    first, second = read(
        tmp_path, b'{"text": "a", "date": "2021-02-20"}\n{"text": "b", "date": "2020", "published": "2021"}'
    )
    assert isinstance(first, Page)
    assert first.given.published == Dated("2021-02-20", Precision.DAY, "the input's date field")
    assert isinstance(second, Page)
    assert second.given.published == Dated("2021", Precision.YEAR, "the input's published field")
