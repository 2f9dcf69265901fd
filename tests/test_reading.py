"""The doors of the package: files, one text, one page; each gives the same records on any number of processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import Record, Rejected, Settings, read, read_page, read_text
from tests.helpers.pages import html

TEXT = "“The bridge is safe,” the mayor, Ann Lund, said on Tuesday. " + "The council has looked at it twice. " * 20


def record(outcome: Record | Rejected) -> Record:
    assert isinstance(outcome, Record), outcome
    return outcome


def test_a_text_gives_the_record_of_the_same_line_of_json(tmp_path: Path) -> None:
    fields = {
        "id": "7", "url": "https://tarnpost.example/7", "outlet": "Tarn Post", "title": "A bridge",
        "authors": ["Ines Calder"], "published": "2021-02-24",
    }  # fmt: skip
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({**fields, "text": TEXT}), "utf-8")
    (from_file,) = read(file)
    given = record(
        read_text(
            TEXT,
            id="7",
            url="https://tarnpost.example/7",
            outlet="Tarn Post",
            title="A bridge",
            authors=["Ines Calder"],
            published="2021-02-24",
        )
    )
    expected = record(from_file)
    assert given.quotations
    assert given.article == expected.article
    assert (given.quotations, given.people, given.times) == (expected.quotations, expected.people, expected.times)
    assert given.evidence.digest == expected.evidence.digest


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("", "", 'its "text" is empty'),
        (TEXT, "32 May", '"published" is "32 May", which is no date that can be read: write it like 2021-02-21'),
        ("half a pair: \ud800", "", '"text" holds half a surrogate pair at character 14'),
    ],
)
def test_a_text_that_gives_no_record_has_its_reason(text: str, published: str, reason: str) -> None:
    outcome = read_text(text, published=published, url="https://tarnpost.example/7")
    assert isinstance(outcome, Rejected)
    assert (outcome.reason, outcome.url) == (reason, "https://tarnpost.example/7")


def test_a_page_gives_the_record_of_the_same_saved_page(tmp_path: Path) -> None:
    page = f"<html><head><title>A bridge</title></head><body><article><p>{TEXT}</p></article></body></html>"
    file = tmp_path / "page.html"
    file.write_text(page, "utf-8")
    (from_file,) = read(file)
    given = record(read_page(page, url="https://tarnpost.example/7", captured="2021-02-25T10:00:00Z"))
    assert given.article.url == "https://tarnpost.example/7"
    assert given.article.captured
    assert given.article.captured.value == "2021-02-25T10:00:00Z"
    assert given.article.text == record(from_file).article.text
    assert len(given.quotations) == 1


def test_bytes_of_a_page_are_decoded_by_the_charset_of_the_transport() -> None:
    page = f"<html><body><article><p>Привет. {TEXT.replace('“', '').replace('”', '')}</p></article></body></html>"
    outcome = read_page(page.encode("koi8-r"), charset="koi8-r")
    assert record(outcome).article.text.startswith("Привет.")


def test_a_page_without_an_article_has_its_reason() -> None:
    outcome = read_page("<html><body><p>Menu</p></body></html>", url="https://tarnpost.example/")
    assert isinstance(outcome, Rejected)
    assert outcome.reason
    refused = read_page(html(), captured="yesterday")
    assert isinstance(refused, Rejected)
    assert refused.reason == 'captured is "yesterday", which is no date that can be read'


def test_two_processes_give_the_same_records_in_the_same_order(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": f"{number}. {TEXT}"} for number in range(7)]
    lines = [json.dumps(row) for row in rows]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines[:3], "{", *lines[3:]]), "utf-8")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    alone = list(read(tmp_path))
    assert [outcome.article.id if isinstance(outcome, Record) else "" for outcome in alone] == [*"012", "", *"3456", ""]
    assert list(read(tmp_path, settings=Settings(jobs=2))) == alone
