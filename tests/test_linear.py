"""Hostile megabytes: whatever a page or text repeats, reading it takes time in proportion to its length.

An expression that goes over a run again from each of its places takes hours on these inputs; the limit ends such a test
after a minute of processor time. (No test asserts how long a linear one takes.)
"""

from __future__ import annotations

import contextlib
import gzip
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Record, read_text
from onrecord.extract import extract
from onrecord.extract.decode import decode
from onrecord.model import Evidence, Page
from onrecord.model.errors import NotAnArticle
from onrecord.sources import pages
from tests.helpers.pages import response

MEGABYTE = 1_000_000
LIMIT = 60.0
STORY = "“It is so,” the mayor, Ann Lund, said on Tuesday. The council has looked at it twice in May 2021. " * 4
RUNS = {
    "letters": "a", "capitals": "A", "words": "ab ", "names": "Ab ", "blanks": " ", "lines": "\n", "digits": "1",
    "dots": ".", "commas": ",", "dashes": "-", "bars": " | ", "quotes": '"', "brackets": "(", "at": "@", "by": " by ",
}  # fmt: skip


@pytest.fixture(autouse=True)
def limit() -> Iterator[None]:
    """Raise after a minute of processor time, also within an expression (it looks at signals as it goes)."""

    def stop(*_: object) -> None:
        raise TimeoutError("this input takes more than a minute: an expression or a loop is not linear")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def run(unit: str, size: int = MEGABYTE) -> str:
    return unit * (size // len(unit))


def page(*, head: str = "", body: str = "", title: str = "A bridge") -> str:
    story = f"<h1>A bridge</h1><p>{STORY}</p>{body}<p>{STORY}</p>"
    return f"<html><head><title>{title}</title>{head}</head><body><article>{story}</article></body></html>"


PARTS = {
    "title": lambda r: page(title=f"{r}x"),
    "author": lambda r: page(head=f'<meta name="author" content="x{r}x">'),
    "dates": lambda r: page(head=f'<meta property="article:published_time" content="2021-02-20{r}x">'),
    "keywords": lambda r: page(head=f'<meta name="keywords" content="x{r}x">'),
    "JSON-LD": lambda r: page(head=f'<script type="application/ld+json"><!--{r}-->{r}x</script>'),
    "headline in JSON-LD": lambda r: page(
        head=f'<script type="application/ld+json">{{"@type":"Article","headline":"x{r}x","author":"x{r}x"}}</script>'
    ),
    "comment": lambda r: page(body=f"<!--{r}-->"),
    "script": lambda r: page(body=f"<script>{r}</script>"),
    "post": lambda r: page(
        body=f'<blockquote class="twitter-tweet"><p>x{r}x</p>— Ann{r} (@ann{r}) <a href="https://x.com/a/status/1">{r}</a>'
        "</blockquote>"
    ),
    "quotation": lambda r: page(body=f"<blockquote>x{r}x<cite>Ann{r}x</cite></blockquote>"),
    "caption": lambda r: page(body=f"<figure><figcaption>x{r}(Photo by{r}x</figcaption></figure>"),
    "question": lambda r: page(body=f"<p><b>Q:{r}x?</b></p><p><b>{r}?</b></p>"),
    "attributes": lambda r: page(body=f'<div class="{r}" id="{r}"><a href="https://a.example/{r}">x</a></div>'),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_page_that_repeats_something_in_one_part(part: str) -> None:
    for unit in RUNS.values():
        written = run(unit, 100_000).replace('"', "&quot;").replace("\n", "&#10;")
        html = PARTS[part](written).encode()
        with contextlib.suppress(NotAnArticle):
            extract(Page(url="https://tarnpost.example/7", evidence=Evidence("a", 0, ""), html=html))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("“It is so,” Ann Lund said in ", "."),
        ("“It is so ", "”, said Ann Lund."),
        ("“It is so,” said Mayor ", "."),
    ],
    ids=["alone", "after a cue", "in a quotation", "in a source"],
)
def test_a_text_that_repeats_something(before: str, after: str) -> None:
    # Each is one word or none to the encoder, which else takes most of the time.
    for name in ("letters", "capitals", "blanks", "lines", "digits"):
        outcome = read_text(f"{STORY}\n\n{before}{run(RUNS[name], 200_000)}{after}\n\n{STORY}", published="2021-05-04")
        assert isinstance(outcome, Record), name


@pytest.mark.parametrize(
    "html",
    [
        b"<p>caf\xe9</p><script>" + run("var boats = 2; ").encode() + b"</script>",
        b"<p>caf\xe9</p>" + run("<").encode(),
        run("caf\xe9 ").encode("latin-1"),
        b"<meta charset = " + run(" ").encode() + b"\xe9",
    ],
)
def test_bytes_in_no_stated_charset(html: bytes) -> None:
    assert len(decode(html)) == len(html)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("comments.rss", run("<!---->").encode()),
        ("comments.html", run("<!---->").encode() + b"<html>"),
        ("instructions.nitf", run("<?a?>").encode()),
        ("subset.rss", b"<!DOCTYPE a [" + run("]").encode()),
        ("headers.mhtml", run("a: b\n").encode()),
        ("blank-header.txt", b"date" + run(" ").encode() + b"x\nText."),
        ("open.jsonl", run("[").encode() + b"\n"),
        ("open.json", b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + run("[").encode()),
        ("quotes.csv", b"text\n" + run('"').encode()),
        ("author.rss", b"<rss><channel><item><author>" + run("@").encode() + b"(x</author></item></channel></rss>"),
    ],
)
def test_a_file_that_repeats_its_beginning(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(content))
    assert len(list(pages(tmp_path))) >= 2


def test_a_content_type_of_blanks(tmp_path: Path) -> None:
    warc = tmp_path / "a.warc"
    warc.write_bytes(
        response(
            "https://tarnpost.example/", b"<html>", headers="Content-Type: text/html; charset=" + run(" ", 200_000)
        )
    )
    assert len(list(pages(warc))) == 1
