"""Documents of the tantivy index: its fields, and how an `ArticleDocument` fills them, one document for the article and
one for each of its quotations.

A quotation's document repeats its article's outlet, title, place, language and dates; an article's document has the
kinds, acts and speakers of its quotations. No field is stored: results are read from the record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

import tantivy

from onrecord.archive.documents import ArticleDocument, QuotationDocument, sort_minutes
from onrecord.archive.query.buckets import DATE_FACETS
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import STEPS
from onrecord.archive.words import composed
from onrecord.dates.edtf import known_days
from onrecord.urls import domain

VERSION = 5
"""Increased with every change to the fields or to how they are filled."""

MARKER = "marker"
ARTICLE = "article"
QUOTATION = "quotation"

NUMBER_BITS = 31
NUMBER = (1 << NUMBER_BITS) - 1
"""A sort key is a minute (33 bits, see `sort_minutes`) followed by the row's number (31 bits); the field `newest` holds
`NUMBER` minus the number instead."""

_NOT_A_WORD = re.compile(r"\W+")
_TEXTS = ("title", "text", "outlet_words", "place", "speaker_words", "content", "source")
_TERMS = ("type", "key", "domain", "language_term", "certainty", "mark", "id")

DATED = DATE_FACETS[Target.QUOTATIONS]
"""The dates that have facets: the fields NAME_year, NAME_month, NAME_day and NAME_vague. Articles have some of them."""

LACKS = "lacks"
"""The field that names the facets in which a document has no value, so that one aggregation counts those too."""

_FACETS = (LACKS, "outlet", "language", "speaker", "kind", "act", *(f"{name}_vague" for name in DATED))
_NUMBERS = ("number", "newest", "oldest", "story", "fold")
"""`story` is the number of the article's story. Documents with the same `fold` are folded into one result: the articles
of a story, and the quotations of the same words in them."""

_DAYS = tuple(f"{name}_{end}" for name in ("published", "modified", "captured", "said") for end in ("first", "last"))
_STEPS = ("seq", *(f"{name}_{step}" for name in DATED for step in ("year", "month", "day")))
_ABOUT = tuple(f"about_whole_{unit}" for unit in ("day", "week", "month", "year"))


def schema() -> tantivy.Schema:
    """Return the fields of the index."""
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


def row_number(key: int, order: str) -> int:
    """Return the row's number from a sort key of the field `order` ("newest" or "oldest")."""
    return NUMBER - (key & NUMBER) if order == "newest" else key & NUMBER


def documents(article: ArticleDocument) -> Iterator[tantivy.Document]:
    """Yield the documents of an article and of its quotations."""
    document = _shared(article, ARTICLE, article.number)
    document.add_text("text", composed(article.text))
    document.add_unsigned("seq", article.seq)
    _add_speakers(document, article.quotations)
    _add(document, "kind", {quotation.kind for quotation in article.quotations})
    _add(document, "act", {quotation.act for quotation in article.quotations})
    _add_certainty(document, max((quotation.certainty for quotation in article.quotations), default=0))
    document.add_text("id", article.id)
    document.add_unsigned("fold", article.story)
    yield document
    occurrences: Counter[str] = Counter()
    for quotation in article.quotations:
        words = _NOT_A_WORD.sub(" ", quotation.content.casefold()).strip()
        occurrences[words] += 1
        yield _quotation(article, quotation, _fold(article.story, words, occurrences[words]))


def _quotation(article: ArticleDocument, quotation: QuotationDocument, fold: int) -> tantivy.Document:
    document = _shared(article, QUOTATION, quotation.number)
    document.add_text("content", composed(quotation.content))
    document.add_text("source", composed(quotation.source))
    _add_speakers(document, [quotation])
    _add(document, "kind", {quotation.kind})
    _add(document, "act", {quotation.act})
    _add_certainty(document, quotation.certainty)
    _add_days(document, "said", quotation.said)
    _add_steps(document, "said", {quotation.said})
    _add_about(document, quotation.about)
    document.add_unsigned("fold", fold)
    return document


def _fold(story: int, words: str, occurrence: int) -> int:
    """Return the key that the n-th `occurrence` of these words has in every copy of the story."""
    return int.from_bytes(blake2b(f"{story} {occurrence} {words}".encode(), digest_size=8).digest(), "big")


def marker(state: str) -> tantivy.Document:
    """Return the document that states the last change in the index."""
    document = tantivy.Document()
    document.add_text("type", MARKER)
    document.add_text("key", MARKER)
    document.add_text(MARKER, state)
    return document


def _shared(article: ArticleDocument, type: str, number: int) -> tantivy.Document:
    """Return a document with the fields that all documents of an article share; `number` is the row it represents."""
    document = tantivy.Document()
    document.add_text("type", type)
    document.add_text("key", str(article.number))
    document.add_unsigned("number", article.number)
    document.add_text("title", composed(article.title))
    document.add_text("place", composed(article.place))
    document.add_text("domain", domain(article.url))
    document.add_text("outlet_words", composed(article.outlet))
    _add(document, "outlet", {article.outlet})
    language = article.language
    _add(document, "language", {language})
    for term in {language.lower(), language.lower().partition("-")[0]} - {""}:
        document.add_text("language_term", term)
    for label in article.labels:
        document.add_text("mark", label.casefold())
    if article.copy:  # no label is written without a colon
        document.add_text("mark", article.copy)
    document.add_unsigned("story", article.story)
    _add_days(document, "published", article.published)
    _add_days(document, "modified", article.modified)
    _add_days(document, "captured", article.captured)
    _add_steps(document, "published", {article.published})
    _add_steps(document, "captured", {article.captured})
    _add_sort_keys(document, article.published, number)
    return document


def _add(document: tantivy.Document, facet: str, values: set[str]) -> None:
    """Add the values of a facet, each once, or the note that there is none."""
    for value in sorted(values - {""}):
        document.add_text(facet, value)
    if not values - {""}:
        document.add_text(LACKS, facet)


def _add_speakers(document: tantivy.Document, quotations: Iterable[QuotationDocument]) -> None:
    """Add the speakers: people by id, as a facet, and the names in the article, as words."""
    _add(document, "speaker", {id for quotation in quotations for id in quotation.people})
    for name in sorted({quotation.speaker for quotation in quotations} - {""}):
        document.add_text("speaker_words", composed(name))


def _add_certainty(document: tantivy.Document, certainty: float) -> None:
    """Add a term for each step that a certainty reaches: "at least this certain" is then one term."""
    for step in range(1, int(certainty * STEPS + 1e-6) + 1):
        document.add_text("certainty", str(step))


def _add_days(document: tantivy.Document, name: str, value: str) -> None:
    if known := known_days(value):
        document.add_unsigned(f"{name}_first", known.first)
        document.add_unsigned(f"{name}_last", known.last)


def _add_steps(document: tantivy.Document, name: str, values: set[str]) -> None:
    """Add year, month and day of each date as far as it is precise; one vaguer than a day is also added as it is."""
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


def _add_about(document: tantivy.Document, values: tuple[str, ...]) -> None:
    """Add the dates that a quotation mentions: for the facet, and by their own width, so that each is compared whole.

    A quotation may mention several dates; first and last days in two fields would mix the first of one with the last of
    another.
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
"""The number of days that a date covers → its width. Intervals, seasons and decades have none: no date matches them."""


def _add_sort_keys(document: tantivy.Document, published: str, number: int) -> None:
    """Add the sort keys. Documents of the same minute follow the order of their rows, which is that of the text."""
    newest, oldest = sort_minutes(published)
    document.add_unsigned("newest", newest << NUMBER_BITS | (NUMBER - number))
    document.add_unsigned("oldest", oldest << NUMBER_BITS | number)
