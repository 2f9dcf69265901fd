"""A language: the steps of `annotate` that differ from one language to the next, as one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document
from onrecord.annotate.text.sentences import SentenceRules
from onrecord.annotate.times import Publication
from onrecord.model import Act, Article, Doubt, Kind, Person, Quotation, Span, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All that `annotate` needs to know about one language.

    Values are the word lists and weights that a step uses unchanged; functions are the steps whose rules and
    regular expressions are written for the language. Each function has the signature of the English one.
    """

    code: str
    """ISO 639-1: "en"."""

    sentence_rules: SentenceRules
    """The abbreviations by which sentences are split."""

    weights: Path
    """The folder of the encoder's models, one folder each, with their tokenizer and word vectors."""

    act_of: Callable[[str, Span | None, Kind], Act]
    """The act that a cue states."""

    venue_of: Callable[[str, Span, Sequence[Span]], str]
    """The venue named after a cue, or ""."""

    find_names: Callable[[Document, Iterable[Span]], Names]
    """The people and organisations of a document, with the sources of its quotations as evidence."""

    speakers: Callable[[Document, Names, tuple[str, ...]], SpeakerResolver]
    """The resolver of sources to speakers; the strings are the article's authors."""

    describe_people: Callable[[str, Sequence[Person]], tuple[Person, ...]]
    """The people with the spans that say who they are."""

    resolve_dates: Callable[
        [Document, Publication, Sequence[Quotation]], tuple[tuple[Quotation, ...], tuple[Time, ...]]
    ]
    """The quotations with their dates said, and the time expressions of the text, by the language's time grammar."""

    check_dates: Callable[[Article, Sequence[Time], Sequence[Span]], tuple[Doubt, ...]]
    """What contradicts the dates of an article, in the text or among the dates; the spans are its sentences."""
