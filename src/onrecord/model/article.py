"""An article: its text, title, authors, outlet and dates, and the blocks that its page sets apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from onrecord.model.dated import Candidate, Dated, Doubt
from onrecord.model.span import Span


class Flag(StrEnum):
    """The kind of page that an article is on: behind a paywall, cut short by it, a live blog."""

    PAYWALLED = "paywalled"
    STUB = "stub"
    LIVE = "live"


class Dateline(Struct, frozen=True):
    """The place that opens a story ("LUBBOCK, Texas (AP) —"), and its span in the text."""

    place: str
    span: Span


class Role(StrEnum):
    """The role of a part of the text that is not a plain paragraph."""

    QUOTE = "quote"
    PULL = "pull quote"
    POST = "post"
    QUESTION = "question"
    STAMP = "time stamp"


class Block(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of the text that the page sets apart: a quotation block, a post, a question, an entry's time stamp.

    `span` is the whole block, `words` the content, `source` the words that name the speaker, `dated` the words that
    give the date. A post has its author's `name` and `handle`, its `network`, its `link` and its own `date`. In JSON
    the fields that a block does not have are left out.
    """

    span: Span
    role: Role
    words: Span
    source: Span | None = None
    name: str = ""
    handle: str = ""
    network: str = ""
    link: str = ""
    date: Dated | None = None
    dated: Span | None = None


class Caption(Struct, frozen=True):
    """The caption of a picture, which is not part of the text; `at` is the offset in the text that it follows."""

    text: str
    credit: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article: its text, metadata and dates. A blank line separates paragraphs; text inputs are kept as given.

    `locale` (en-GB) is the language tag that the page states; it helps to read the page's dates, is not written into
    the record and is not compared.
    """

    id: str
    url: str
    outlet: str
    title: str
    text: str
    authors: tuple[str, ...] = ()
    language: str = ""
    published: Dated | None = None
    modified: Dated | None = None
    captured: Dated | None = None
    dateline: Dateline | None = None
    blocks: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    section: str = ""
    tags: tuple[str, ...] = ()
    canonical: str = ""
    domain: str = ""
    flags: tuple[Flag, ...] = ()
    locale: str = field(default="", compare=False)


def article_id(*, url: str = "", given: str = "", digest: str = "") -> str:
    """Return an article's id: as given by the input, else a hash of its URL, else of its bytes (16 hex digits)."""
    if given:
        return given
    return sha256((url or digest).encode()).hexdigest()[:16]
