"""WARCs of every compression in a WACZ; a refused or damaged one costs the others nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import zstandard

from onrecord.model import Page, Rejected
from onrecord.sources import pages, reread
from tests.helpers.pages import html, response, warc_gz


def test_warcs_of_every_packing_and_one_of_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    text = b"WARC/1.1\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nWord\r\n\r\n"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("archive/a.wet.warc", text)
        file.writestr("archive/b.warc.zst", zstandard.compress(response("https://t.example/1", html(title="One"))))
        file.writestr("archive/c.warc.gz", warc_gz(response("https://t.example/2", html(title="Two"))))
    refused, *found = pages([path])
    assert isinstance(refused, Rejected)
    assert refused.file == f"{path}/archive/a.wet.warc"
    assert "(WET)" in refused.reason
    assert [page.url for page in found] == ["https://t.example/1", "https://t.example/2"]
    for page in found:
        assert isinstance(page, Page)
        assert reread(page.evidence) == page.html


def test_a_member_whose_packed_bytes_are_damaged_costs_only_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("archive/a.warc", b"".join(response(f"https://t.example/{n}", html()) for n in range(50)))
        begin = file.infolist()[0].header_offset
    damaged = bytearray(path.read_bytes())
    damaged[begin + 60 : begin + 260] = bytes(200)
    path.write_bytes(damaged)
    (tmp_path / "b.html").write_bytes(html())
    items = list(pages(tmp_path))
    assert isinstance(items[-1], Page)
    assert [item.file for item in items if isinstance(item, Rejected)] == [str(path)]
