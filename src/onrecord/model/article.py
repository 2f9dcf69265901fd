"""An article: its text, title, authors, outlet and dates, and the parts that its page sets apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from onrecord.model.dated import Candidate, Dated, Doubt
from onrecord.model.span import Span


class Flag(StrEnum):
    """What kind of page an article is on: behind a paywall, cut short by it, a live blog."""

    PAYWALLED = "paywalled"
    STUB = "stub"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place that opens a story ("LUBBOCK, Texas (AP) —") and where it stands in the text."""

    place: str
    span: Span


class Role(StrEnum):
    """What a part of the text is, where it is no plain paragraph."""

    QUOTE = "quote"
    PULL = "pull quote"
    POST = "post"
    QUESTION = "question"
    STAMP = "time stamp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the text that the page sets apart: a quotation block, a post, a question, an entry's time stamp.

    `span` is the whole of it, `words` what was said, `source` the words that name who said it, `dated` those that say
    when. A post has its author's `name` and `handle`, its `network`, its `link` and its own `date`.
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


@dataclass(frozen=True, slots=True)
class Caption:
    """What a page says of a picture, apart from the text: `at` is the offset in the text behind which it stands."""

    text: str
    credit: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a reader came for. `text` has its paragraphs parted by a blank line; text inputs are kept as given.

    `locale` (en-GB) is the tag that the page states; it serves to read its dates and is not written into its record.
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
    """The id of an article: as given by the input, else from its URL, else from its bytes (16 hex digits)."""
    if given:
        return given
    return sha256((url or digest).encode()).hexdigest()[:16]
