"""What the index holds: takes rows of the record, gives tantivy documents, one an article and one a quotation.

A quotation's document carries its article's outlet, title, place, language and dates; an article's document carries
the kinds and speakers of its quotations. All fields are derived, none is stored: results are read from the record.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from unicodedata import normalize
from urllib.parse import urlsplit

import tantivy

from onrecord.archive import dates

VERSION = 2
"""Raised with every change of the fields or of how they are filled."""

MARKER = "marker"
ARTICLE = "article"
QUOTATION = "quotation"

UNDATED = (1 << 33) - 1
NUMBER_BITS = 31
NUMBER = (1 << NUMBER_BITS) - 1
"""A sort key is a minute (33 bits: the calendar has 5.3e9 minutes) and, below it, the row's number (31 bits), which
stands in `newest` as `NUMBER` less the number."""

_TIME = re.compile(r"T(\d\d):(\d\d)")
_TEXTS = ("title", "text", "outlet_words", "place", "speaker_words", "content", "source")
_TERMS = ("type", "key", "domain", "language_term", "mark")
LACKS = "lacks"
"""The field that names the facets in which a document has no value, so that those are counted with all others."""

_FACETS = (LACKS, "outlet", "language", "speaker", "kind", "published_vague")
_NUMBERS = ("number", "newest", "oldest")
_DAYS = tuple(f"{name}_{end}" for name in ("published", "modified", "captured", "said") for end in ("first", "last"))
_STEPS = ("seq", "published_year", "published_month", "published_day")


def schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in _TEXTS:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    for name in _TERMS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in _FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in _NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in (*_DAYS, *_STEPS):
        builder.add_unsigned_field(name, fast=True)
    builder.add_text_field(MARKER, tokenizer_name="raw", index_option="basic", stored=True)
    return builder.build()


def analyzer() -> tantivy.TextAnalyzer:
    """Exact words, whatever their case and accents: no stemming, since a quotation is looked up by its very words."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()


def row_number(key: int, order: str) -> int:
    """The number of the row that a sort key of the field `order` stands for."""
    return NUMBER - (key & NUMBER) if order == "newest" else key & NUMBER


def composed(text: str) -> str:
    """Text whose accents are one with their letters; the tokenizer would part a word at a combining accent."""
    return normalize("NFC", text)


def domain(url: str) -> str:
    """The host of a URL without `www.`; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def documents(article: sqlite3.Row, quotations: list[sqlite3.Row]) -> Iterator[tantivy.Document]:
    """The documents of one article. `article` is a row of `article` with `seq`, `quotations` its rows."""
    document = _shared(article, ARTICLE, article["number"])
    document.add_text("text", composed(article["text"]))
    document.add_unsigned("seq", article["seq"])
    _add_speakers(document, {row["speaker"] for row in quotations})
    _add(document, "kind", {row["kind"] for row in quotations})
    yield document
    for row in quotations:
        document = _shared(article, QUOTATION, row["number"])
        document.add_text("content", composed(row["content"]))
        document.add_text("source", composed(row["source"]))
        _add_speakers(document, {row["speaker"]})
        _add(document, "kind", {row["kind"]})
        _add_days(document, "said", row["said"])
        yield document


def marker(state: str) -> tantivy.Document:
    """The document that says how far the index has come."""
    document = tantivy.Document()
    document.add_text("type", MARKER)
    document.add_text("key", MARKER)
    document.add_text(MARKER, state)
    return document


def _shared(article: sqlite3.Row, type: str, number: int) -> tantivy.Document:
    """What the documents of one article have in common; `number` is that of the row that this one stands for."""
    document = tantivy.Document()
    document.add_text("type", type)
    document.add_text("key", str(article["number"]))
    document.add_unsigned("number", article["number"])
    document.add_text("title", composed(article["title"]))
    document.add_text("place", composed(article["place"]))
    document.add_text("domain", domain(article["url"]))
    document.add_text("outlet_words", composed(article["outlet"]))
    _add(document, "outlet", {article["outlet"]})
    language = article["language"]
    _add(document, "language", {language})
    for term in {language.lower(), language.lower().partition("-")[0]} - {""}:
        document.add_text("language_term", term)
    for mark in json.loads(article["marks"]):
        document.add_text("mark", mark.casefold())
    for name in ("published", "modified", "captured"):
        _add_days(document, name, article[name] or "")
    _add_published(document, article["published"] or "", number)
    return document


def _add(document: tantivy.Document, facet: str, values: set[str]) -> None:
    """Give a document its values of a facet, each once, or note that it lacks one."""
    for value in sorted(values - {""}):
        document.add_text(facet, value)
    if not values - {""}:
        document.add_text(LACKS, facet)


def _add_speakers(document: tantivy.Document, names: set[str]) -> None:
    _add(document, "speaker", names)
    for name in sorted(names - {""}):
        document.add_text("speaker_words", composed(name))


def _add_days(document: tantivy.Document, name: str, value: str) -> None:
    if known := dates.known(value):
        document.add_unsigned(f"{name}_first", known.first)
        document.add_unsigned(f"{name}_last", known.last)


def _add_published(document: tantivy.Document, value: str, number: int) -> None:
    """The sort keys, and the steps of the date facet that the date is precise enough to stand in.

    A vague date sorts after all the days it covers: by its first day in newest, by its last in oldest. In both
    orders, what is of the same minute stands in the order of its rows, so the quotations of a text as they are read.
    """
    newest, oldest = 0, UNDATED
    if known := dates.known(value):
        time = _TIME.search(value)
        minute = min(int(time[1]) * 60 + int(time[2]), 24 * 60 - 1) if time else 0
        newest, oldest = known.first * 1440 + minute, known.last * 1440 + minute
        first, last = dates.day(known.first), dates.day(known.last)
        if first == last:
            document.add_unsigned("published_day", first.year * 10_000 + first.month * 100 + first.day)
        else:
            document.add_text("published_vague", value)
        if (first.year, first.month) == (last.year, last.month):
            document.add_unsigned("published_month", first.year * 100 + first.month)
        if first.year == last.year:
            document.add_unsigned("published_year", first.year)
    document.add_unsigned("newest", newest << NUMBER_BITS | (NUMBER - number))
    document.add_unsigned("oldest", oldest << NUMBER_BITS | number)
