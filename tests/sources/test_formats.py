"""More ways in: WACZ, MHTML, tables, NITF and NewsML-G2, JSON Feed; each with what is wrong with a bad one."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from onrecord.model import Dated, Page, Precision, Rejected
from onrecord.model.errors import InputError
from onrecord.sources import Items, pages, reread
from tests.helpers.pages import html, response, warc_gz

TEXT = "The slip reopens in May. " * 3
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tarnpost.example/ferry\r\nSubject: Ferry\r\n"
    "Date: Mon, 21 Feb 2022 10:15:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b0"\r\n\r\n'
    "----b0\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\np {}\r\n"
    "----b0\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-ID: <f@mhtml.blink>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://tarnpost.example/ferry\r\n\r\n"
    "<html><body><p>Caf=E9 at the=\r\n slip</p></body></html>\r\n"
    "----b0--\r\n"
)
NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><head><docdata><doc-id id-string="ap-1"/>
<date.issue norm="20220308T093000-0500"/></docdata><pubdata name="Tarn Wire" date.publication="20220309"/></head>
<body><body.head><hedline><hl1>Slip &amp; wall</hl1></hedline><byline>By Ines Calder</byline></body.head>
<body.content><p>The slip <em>reopens</em> in May.</p><media><media-caption><p>The slip.</p></media-caption></media>
<bq><block><p>“Never again.”</p></block></bq></body.content></body></nitf>"""
NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:x:1"><itemMeta><versionCreated>2022-03-08T10:00:00+01:00</versionCreated></itemMeta>
<contentMeta><by>Bo Reed</by><creditline>Tarn Wire</creditline><headline>Slip</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>The slip reopens.</p><p>In May.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:x:2"><contentMeta><headline>Picture</headline></contentMeta><contentSet/></newsItem>
<newsItem guid="urn:x:3"><contentMeta><headline>Plain</headline></contentMeta><contentSet>
<inlineData contenttype="text/plain">One line.
Another line.</inlineData></contentSet></newsItem></itemSet></newsMessage>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Tarn Post",
        "items": [
            {"id": "1", "url": "https://t.example/1", "title": "Slip", "content_html": "<p>“Never.”</p>",
             "date_published": "2022-03-08T09:30:00-05:00", "authors": [{"name": "Ines Calder"}, {"url": "x"}]},
            {"id": "2", "summary": "Only that."},
            {"id": "3", "content_text": "A plain item.", "author": {"name": "Bo Reed"}},
        ],
    },
    indent=1,
)  # fmt: skip


def read(path: Path, data: str | bytes) -> list[Page | Rejected]:
    """What a file holds; each page's evidence must give its bytes again."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = [item for item in pages([path]) if isinstance(item, Page | Rejected)]
    for page in found:
        if isinstance(page, Page):
            assert reread(page.evidence) == (page.html if page.html is not None else (page.text or "").encode())
    return found


def only(found: list[Page | Rejected]) -> Page:
    assert len(found) == 1
    assert isinstance(found[0], Page), found
    return found[0]


def reason(found: list[Page | Rejected]) -> str:
    """The one reject, which names the file and is one line."""
    rejects = [item for item in found if isinstance(item, Rejected)]
    assert len(rejects) == 1, found
    line = str(rejects[0])
    assert "\n" not in line
    return line


def wacz(path: Path, *, compress: int = zipfile.ZIP_STORED, listed: tuple[str, ...] = ()) -> Path:
    records = [response(f"https://tarnpost.example/{n}", html(title=f"Slip {n}"), number=n) for n in range(3)]
    with zipfile.ZipFile(path, "w", compress) as file:
        file.writestr("datapackage.json", "{}")
        file.writestr("archive/data.warc.gz", warc_gz(*records))
        index = [{"format": "json-pages-1.0"}, *({"url": url, "ts": "2022-03-08T00:00:00Z"} for url in listed)]
        file.writestr("pages/pages.jsonl", "\n".join(json.dumps(line) for line in index) + "\n{broken\n")
    return path


@pytest.mark.parametrize("compress", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_wacz_is_read_where_it_lies(tmp_path: Path, compress: int) -> None:
    path = wacz(
        tmp_path / "a.wacz", compress=compress, listed=("http://www.tarnpost.example/1/", "https://x.example/9")
    )
    reading = Items([path])
    found = list(reading)
    assert [item.url for item in found] == [f"https://tarnpost.example/{n}" for n in range(3)]
    for page in found:
        assert isinstance(page, Page)
        assert page.evidence.file == f"{path}/archive/data.warc.gz"
        assert reread(page.evidence) == page.html
    assert [count for why, count in reading.skipped.items() if "pages index" in why] == [1]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.wacz"]


def test_a_cut_wacz_and_one_without_warc(tmp_path: Path) -> None:
    whole = wacz(tmp_path / "a.wacz").read_bytes()
    assert "its zip is damaged" in reason(read(tmp_path / "cut.wacz", whole[:-40]))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as file:
        file.writestr("x.txt", "y")
    empty = (tmp_path / "b.zip").read_bytes()
    assert "holds no archive/*.warc" in reason(read(tmp_path / "b.wacz", empty))
    assert "zip archive and no .wacz" in reason(read(tmp_path / "b.zip", empty))
    assert "first bytes do not" in reason(read(tmp_path / "text.wacz", "nothing of the kind"))


def test_a_damaged_warc_in_a_wacz_is_told_with_its_place(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as file:
        file.writestr("archive/a.warc.gz", warc_gz(response("https://t.example/", html()))[:-30])
    assert "a.wacz/archive/a.warc.gz, offset 0" in reason(
        read(tmp_path / "b.wacz", (tmp_path / "a.wacz").read_bytes())
    ).replace("b.wacz", "a.wacz")


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "saved"])
def test_mhtml(tmp_path: Path, name: str) -> None:
    page = only(read(tmp_path / name, MHTML))
    assert page.url == "https://tarnpost.example/ferry"
    assert page.html == b"<html><body><p>Caf\xe9 at the slip</p></body></html>"
    assert page.charset == "iso-8859-1"
    assert page.captured == Dated("2022-02-21T10:15:00Z", Precision.SECOND, "the MHTML's Date")


@pytest.mark.parametrize("data", [MHTML[:300], MHTML.replace("text/html; charset", "text/plain; charset")])
def test_mhtml_without_a_document(tmp_path: Path, data: str) -> None:
    assert "holds no HTML document" in reason(read(tmp_path / "a.mhtml", data))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["Headline", "Publication", "Date", "Byline", "Content", "mood"],
        ["Slip", "Tarn Post", "2022-03-08", "Ines Calder", '"“Never, ever;\n| no\tmore”"', "glum"],
        ["", "", "", "", "", ""],
        ["Wall", "", "March 9, 2022", "", f'"{TEXT}"', ""],
    ]
    data = "\ufeff" + "\r\n".join(delimiter.join(row).replace("March 9, 2022", '"March 9, 2022"') for row in rows)
    reading = Items([tmp_path / "a.csv"])
    first, second = read(tmp_path / "a.csv", data)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.text == "“Never, ever;\n| no\tmore”"
    assert (first.given.title, first.given.outlet, first.given.authors) == ("Slip", "Tarn Post", ("Ines Calder",))
    assert first.given.published == Dated("2022-03-08", Precision.DAY, "the input's date field")
    assert (second.text, second.given.published and second.given.published.value) == (TEXT, "2022-03-09")
    list(reading)
    assert reading.skipped == {'field "mood" of CSV, which is not read': 1}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a,b\n1,2\n", 'no column is named "text" or "html" (it has: a, b)'),
        (f"url,text\nhttps://x.example/,{TEXT},extra,cells\n", "row 2: it has more cells"),
        ("url,text\nhttps://x.example/,\n", 'row 2: has neither "text" nor "html"'),
        (f"url,text,date\nhttps://x.example/,{TEXT},sometime\n", 'row 2: "date" is "sometime"'),
    ],
)
def test_bad_csv(tmp_path: Path, data: str, expected: str) -> None:
    assert expected in reason(read(tmp_path / "a.csv", data))


def test_csv_that_is_not_utf_8_says_where(tmp_path: Path) -> None:
    assert "offset 12: not UTF-8" in reason(read(tmp_path / "a.csv", b"title,text\nA\xe9,b\n"))


def test_packed_csv(tmp_path: Path) -> None:
    assert only(read(tmp_path / "a.csv.gz", gzip.compress(f"text\n{TEXT}".encode()))).text == TEXT


def test_parquet(tmp_path: Path) -> None:
    table = pa.table({"url": ["https://t.example/1", None], "body": [TEXT, "x " * 9], "authors": [["A. Poe"], None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    first, second = read(tmp_path / "b.parquet", (tmp_path / "a.parquet").read_bytes())
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.url, first.text, first.given.authors) == ("https://t.example/1", TEXT, ("A. Poe",))
    assert (second.evidence.offset, second.text) == (1, "x " * 9)


def test_bad_parquet(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"a": [1]}), tmp_path / "a.parquet")
    assert 'no column is named "text"' in reason(read(tmp_path / "b.parquet", (tmp_path / "a.parquet").read_bytes()))
    assert "its Parquet cannot be read" in reason(read(tmp_path / "c.parquet", b"PAR1" + bytes(100)))


def test_nitf(tmp_path: Path) -> None:
    page = only(read(tmp_path / "a.xml", NITF))
    assert page.given.title == "Slip & wall"
    assert (page.given.id, page.given.outlet, page.given.authors) == ("ap-1", "Tarn Wire", ("Ines Calder",))
    assert page.given.published == Dated("2022-03-08T09:30:00-05:00", Precision.SECOND, "the item's date.issue")
    assert page.html is not None
    assert "<p>The slip reopens in May.</p>\n<blockquote>“Never again.”</blockquote>" in page.html.decode()
    assert "The slip.</p>" not in page.html.decode().replace("reopens in May.</p>", "")


def test_newsml(tmp_path: Path) -> None:
    first, none, plain = read(tmp_path / "a.xml", NEWSML)
    assert isinstance(first, Page)
    assert (first.given.id, first.given.title, first.given.authors) == ("urn:x:1", "Slip", ("Bo Reed",))
    assert first.given.published == Dated("2022-03-08T10:00:00+01:00", Precision.SECOND, "the item's versionCreated")
    assert isinstance(none, Rejected)
    assert (none.record, none.reason) == ("item 2", "the item holds no text")
    assert isinstance(plain, Page)
    assert plain.html is not None
    assert "<p>One line.</p>\n<p>Another line.</p>" in plain.html.decode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (NITF[:200], "its XML is broken"),
        ("<newsMessage><itemSet/></newsMessage>", "holds no newsItem"),
    ],
)  # fmt: skip
def test_bad_news_items(tmp_path: Path, data: str, expected: str) -> None:
    assert expected in reason(read(tmp_path / "a.xml", data))


def test_entities_of_the_file_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret words")
    entity = f'<!DOCTYPE nitf [<!ENTITY a SYSTEM "file://{tmp_path}/secret">]>'
    page = only(
        read(tmp_path / "a.xml", f"{entity}<nitf><body><body.content><p>One &a; two.</p></body.content></body></nitf>")
    )
    assert page.html is not None
    assert b"secret words" not in page.html


def test_json_feed(tmp_path: Path) -> None:
    first, none, plain = read(tmp_path / "feed.json", JSON_FEED)
    assert isinstance(first, Page)
    assert (first.url, first.given.outlet, first.given.authors) == (
        "https://t.example/1",
        "The Tarn Post",
        ("Ines Calder",),
    )
    assert first.html == "<p>“Never.”</p>".encode()
    assert isinstance(none, Rejected)
    assert none.record == "item 2"
    assert isinstance(plain, Page)
    assert (plain.text, plain.given.authors) == ("A plain item.", ("Bo Reed",))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (JSON_FEED[:300], "its JSON is broken"),
        ('{"version": "https://jsonfeed.org/version/1",\n "items": 3}', "has no items"),
    ],
)
def test_bad_json_feeds(tmp_path: Path, data: str, expected: str) -> None:
    assert expected in reason(read(tmp_path / "feed.json", data))


def test_a_sitemap_is_told_to_be_fetched(tmp_path: Path) -> None:
    sitemap = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>'
    assert "give it to onrecord fetch" in reason(read(tmp_path / "sitemap.xml", sitemap))


@pytest.mark.parametrize(
    ("name", "data", "change"),
    [
        ("a.csv", f"text\n{TEXT}\n", lambda data: data.replace("slip", "pier")),
        ("a.xml", NITF, lambda data: data.replace("reopens", "closes")),
        ("feed.json", JSON_FEED, lambda data: data.replace("Never.", "Ever.")),
        ("a.mhtml", MHTML, lambda data: data.replace("slip", "pier")),
    ],
)
def test_a_changed_file_is_told(tmp_path: Path, name: str, data: str, change: Callable[[str], str]) -> None:
    path = tmp_path / name
    page = next(item for item in read(path, data) if isinstance(item, Page))
    path.write_text(change(data), "utf-8")
    with pytest.raises(InputError, match="changed"):
        reread(page.evidence)
