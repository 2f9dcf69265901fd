"""What the index holds: takes rows of the record, gives tantivy documents, one an article and one a quotation.

A quotation's document carries its article's outlet, title, place, language and dates; an article's document carries
the kinds and speakers of its quotations. All fields are derived, none is stored: results are read from the record.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from unicodedata import normalize

import tantivy

from onrecord.archive.query.tree import STEPS
from onrecord.dates.edtf import known_days
from onrecord.urls import domain

VERSION = 5
"""Raised with every change of the fields or of how they are filled."""

MARKER = "marker"
ARTICLE = "article"
QUOTATION = "quotation"

UNDATED = (1 << 33) - 1
NUMBER_BITS = 31
NUMBER = (1 << NUMBER_BITS) - 1
"""A sort key is a minute (33 bits: the calendar has 5.3e9 minutes) and, below it, the row's number (31 bits), which
stands in `newest` as `NUMBER` less the number."""

_NO_WORD = re.compile(r"\W+")
_TIME = re.compile(r"T(\d\d):(\d\d)")
_TEXTS = ("title", "text", "outlet_words", "place", "speaker_words", "content", "source")
_TERMS = ("type", "key", "domain", "language_term", "certainty", "mark", "id")
FIRST, LATER = "first", "later"
"""The marks, in the field `mark`, of what stands in the first printed of several copies, and in a later one. No query
writes a mark without a colon."""

DATED = ("published", "said", "about", "captured")
"""The dates that are counted by their steps: each has the fields NAME_year, NAME_month, NAME_day and NAME_vague."""

DATED_ARTICLE = ("published", "captured")
"""Those of them that an article has; the others are its quotations'."""

LACKS = "lacks"
"""The field that names the facets in which a document has no value, so that those are counted with all others."""

_FACETS = (LACKS, "outlet", "language", "speaker", "kind", "act", *(f"{name}_vague" for name in DATED))
_NUMBERS = ("number", "newest", "oldest", "story", "fold")
"""`story` is the number of the article's story; `fold` is the same for what is folded into one result: the articles of
a story, and in them the quotations of the same words."""

_DAYS = tuple(f"{name}_{end}" for name in ("published", "modified", "captured", "said") for end in ("first", "last"))
_STEPS = ("seq", *(f"{name}_{step}" for name in DATED for step in ("year", "month", "day")))
_ABOUT = tuple(f"about_whole_{unit}" for unit in ("day", "week", "month", "year"))


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
    for name in (*_DAYS, *_STEPS, *_ABOUT):
        builder.add_unsigned_field(name, fast=True)
    builder.add_text_field(MARKER, tokenizer_name="raw", index_option="basic", stored=True)
    return builder.build()


def analyzer() -> tantivy.TextAnalyzer:
    """Exact words, whatever their case and accents: no stemming, since a quotation is looked up by its very words."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()


_ANALYZER = analyzer()


def words_of(text: str) -> list[str]:
    """The words of a text as the index has them."""
    return list(_ANALYZER.analyze(composed(text)))


def row_number(key: int, order: str) -> int:
    """The number of the row that a sort key of the field `order` stands for."""
    return NUMBER - (key & NUMBER) if order == "newest" else key & NUMBER


def composed(text: str) -> str:
    """Text whose accents are one with their letters; the tokenizer would part a word at a combining accent."""
    return normalize("NFC", text)


QUOTATIONS = (
    "SELECT quotation.*, (SELECT json_group_array(person.id) FROM quoted JOIN person ON person.number = quoted.person "
    "WHERE quoted.quotation = quotation.number) AS people FROM quotation WHERE article = ? ORDER BY number"
)
"""An article's quotations, each with the ids of the people who say it."""


def documents(article: sqlite3.Row, quotations: list[sqlite3.Row]) -> Iterator[tantivy.Document]:
    """The documents of one article: a row of `article` with `seq`, and its rows of `QUOTATIONS`."""
    document = _shared(article, ARTICLE, article["number"])
    document.add_text("text", composed(article["text"]))
    document.add_unsigned("seq", article["seq"])
    _add_speakers(document, quotations)
    for name in ("kind", "act"):
        _add(document, name, {row[name] for row in quotations})
    _add_certainty(document, max((row["certainty"] for row in quotations), default=0))
    document.add_text("id", article["id"])
    document.add_unsigned("fold", story(article))
    yield document
    said: Counter[str] = Counter()
    for row in quotations:
        document = _shared(article, QUOTATION, row["number"])
        document.add_text("content", composed(row["content"]))
        document.add_text("source", composed(row["source"]))
        _add_speakers(document, [row])
        for name in ("kind", "act"):
            _add(document, name, {row[name]})
        _add_certainty(document, row["certainty"])
        _add_days(document, "said", row["said"])
        _add_steps(document, "said", {row["said"]})
        _add_about(document, json.loads(row["json"]).get("about", []))
        words = _NO_WORD.sub(" ", row["content"].casefold()).strip()
        said[words] += 1
        document.add_unsigned("fold", _fold(story(article), words, said[words]))
        yield document


def story(article: sqlite3.Row) -> int:
    """The number of an article's story; one that came in before there were stories is alone in its own."""
    return int(article["story"] or article["number"])


def _fold(story: int, words: str, time: int) -> int:
    """The key of a quotation of a story: of these words, the how-manieth time that the article has them."""
    return int.from_bytes(blake2b(f"{story} {time} {words}".encode(), digest_size=8).digest(), "big")


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
    if article["copy"]:
        document.add_text("mark", article["copy"])
    document.add_unsigned("story", story(article))
    for name in ("published", "modified", "captured"):
        _add_days(document, name, article[name] or "")
    for name in ("published", "captured"):
        _add_steps(document, name, {article[name] or ""})
    _add_published(document, article["published"] or "", number)
    return document


def _add(document: tantivy.Document, facet: str, values: set[str]) -> None:
    """Give a document its values of a facet, each once, or note that it lacks one."""
    for value in sorted(values - {""}):
        document.add_text(facet, value)
    if not values - {""}:
        document.add_text(LACKS, facet)


def _add_speakers(document: tantivy.Document, quotations: list[sqlite3.Row]) -> None:
    """Who speaks: people by their ids, as a facet, and the names printed, as words."""
    _add(document, "speaker", {id for row in quotations for id in json.loads(row["people"])})
    for name in sorted({row["speaker"] for row in quotations} - {""}):
        document.add_text("speaker_words", composed(name))


def _add_certainty(document: tantivy.Document, certainty: float) -> None:
    """A term for each step that a certainty reaches, so that what is at least so certain is one term."""
    for step in range(1, int(certainty * STEPS + 1e-6) + 1):
        document.add_text("certainty", str(step))


def _add_days(document: tantivy.Document, name: str, value: str) -> None:
    if known := known_days(value):
        document.add_unsigned(f"{name}_first", known.first)
        document.add_unsigned(f"{name}_last", known.last)


def _add_steps(document: tantivy.Document, name: str, values: set[str]) -> None:
    """The steps of a date facet that each date is precise enough to stand in; one vaguer than a day also as it is."""
    steps: set[tuple[str, int]] = set()
    for value in sorted(values):
        if (known := known_days(value)) is None:
            continue
        first, last = known.first_date, known.last_date
        if first == last:
            steps.add(("day", first.year * 10_000 + first.month * 100 + first.day))
        else:
            document.add_text(f"{name}_vague", value)
        if (first.year, first.month) == (last.year, last.month):
            steps.add(("month", first.year * 100 + first.month))
        if first.year == last.year:
            steps.add(("year", first.year))
    for step, number in sorted(steps):
        document.add_unsigned(f"{name}_{step}", number)


def _add_about(document: tantivy.Document, values: list[str]) -> None:
    """The dates that a quotation speaks of: for the facet, and by their own width, so that each is compared whole.

    A quotation may name several dates; first and last days in two fields would mix one's first with another's last.
    """
    _add_steps(document, "about", set(values))
    if not any(known_days(value) for value in values):
        document.add_text(LACKS, "about")
    for value in values:
        known = known_days(value)
        width = WIDTHS.get(known.last - known.first + 1) if known else None
        if known and width:
            document.add_unsigned(f"about_whole_{width}", known.first)


WIDTHS = {1: "day", 7: "week", **dict.fromkeys((28, 29, 30, 31), "month"), **dict.fromkeys((365, 366), "year")}
"""How many days a date covers → its width; intervals, seasons and decades have none and are found by no date."""


def minutes(published: str) -> tuple[int, int]:
    """The minutes by which a date of publication is sorted, newest first and oldest first."""
    known = known_days(published)
    if known is None:
        return 0, UNDATED
    time = _TIME.search(published)
    minute = min(int(time[1]) * 60 + int(time[2]), 24 * 60 - 1) if time else 0
    return known.first * 1440 + minute, known.last * 1440 + minute


def _add_published(document: tantivy.Document, value: str, number: int) -> None:
    """The sort keys.

    A vague date sorts after all the days it covers: by its first day in newest, by its last in oldest. In both
    orders, what is of the same minute stands in the order of its rows, so the quotations of a text as they are read.
    """
    newest, oldest = minutes(value)
    document.add_unsigned("newest", newest << NUMBER_BITS | (NUMBER - number))
    document.add_unsigned("oldest", oldest << NUMBER_BITS | number)
