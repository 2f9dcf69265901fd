"""What passes between the stages: what was captured, what was read in it, and what was refused.

Everything here is a plain value. This module imports nothing of ours, so that every stage may import it.
Spans are half-open pairs of offsets that count Unicode code points of `Article.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

Span = tuple[int, int]
Json = dict[str, Any]


class Kind(StrEnum):
    """How much of a quotation's content stands in quotation marks (DESIGN: the words we use)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What someone did with a quotation's content: said or wrote it; thought, meant, wanted or felt it; or unclear."""

    SAID = "said"
    THOUGHT = "thought"
    UNCLEAR = "unclear"


class Reader(StrEnum):
    """Which reader finds the quotations: FAST, or the larger FULL, which finds more and takes four times as long."""

    FAST = "fast"
    FULL = "full"


class SpeakerType(StrEnum):
    """What a speaker is; UNNAMED is a source that the article leaves without a name ("a police officer")."""

    PERSON = "person"
    ORG = "org"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Precision(StrEnum):
    """How much of a date its evidence states, from a second to a year."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Dated:
    """One of an article's dates: an EDTF value, how precise it is, and what in the page says so.

    `value` is ISO 8601-2 (EDTF level 0): `2021`, `2021-02`, `2021-02-20`, `2021-02-20T09:30:00-05:00`.
    The day is the day as written by the source, in the source's own zone.
    """

    value: str
    precision: Precision
    basis: str

    @property
    def day(self) -> str:
        """The value without its time of day: a year, a month or a day as EDTF writes it."""
        return self.value.partition("T")[0]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that a page lets find for `field` (published, modified); whether it won, and why or why not."""

    field: str
    date: Dated
    chosen: bool
    reason: str


class DoubtKind(StrEnum):
    """What is wrong with an article's dates; a WEEKDAY that the day did not have and LATER are told by its text."""

    DISAGREEMENT = "disagreement"
    FUTURE = "future"
    STALE = "stale"
    WEEKDAY = "weekday"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason not to trust one of an article's dates (`about`: published, modified), and the words that give it.

    Sources that disagree, a date after the capture, an old "today", a weekday that is wrong for its day, something told
    as past that lies after the day of printing. `span` is None where no words of the text but other dates speak.
    """

    kind: DoubtKind
    detail: str
    about: str = "published"
    span: Span | None = None


class Flag(StrEnum):
    """What kind of page an article is on: behind a paywall, cut short by it, a live blog."""

    PAYWALLED = "paywalled"
    STUB = "stub"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the bytes lie that an article was read from.

    `file` is a path or the name of a member in it, `offset` the byte where the record begins in that file
    (as stored, so compressed where the file is), `digest` is `sha256:` and the hex digest of the page's bytes.
    """

    file: str
    offset: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What an input states of a page outside the page's own markup; empty where it states nothing."""

    id: str = ""
    outlet: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: Dated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was captured: one page's bytes, transfer and content encodings undone, and where they came from.

    Exactly one of `html` and `text` is set: `text` where the input gave plain text, to be kept as it is.
    `charset` is what the transport said of `html` ("" where it said nothing); `payload` is the WARC payload
    digest, by which a later revisit record names these bytes.
    """

    url: str
    evidence: Evidence
    html: bytes | None = None
    text: str | None = None
    charset: str = ""
    captured: Dated | None = None
    payload: str = ""
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """A capture whose bytes are those of an earlier one (WARC 1.1, section 6.7), which this file does not hold."""

    url: str
    captured: Dated
    payload: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that did not become an article: which file, which record in it, and the reason in one line."""

    file: str
    record: str
    reason: str
    url: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.record, self.url) if part)
        return f"{where}: {self.reason}"


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


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source stands for; `name` is "" when unknown, and `basis` says in words how it was found."""

    name: str
    type: SpeakerType
    certainty: float
    basis: str


@dataclass(frozen=True, slots=True)
class Said:
    """The day something was said: EDTF value, the spans that say so, and how (stated, carried, post)."""

    value: str
    basis: tuple[Span, ...]
    how: str


NETWORKS = frozenset({
    "Bluesky", "Facebook", "Instagram", "LinkedIn", "Mastodon", "Reddit", "Snapchat", "Telegram", "Threads", "TikTok",
    "Truth Social", "Twitter", "Weibo", "X", "YouTube",
})  # fmt: skip
"""The networks that a quotation's `venue` may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Something said, by whom, in which words of the article (an attribution: content, source, cue).

    `venue` is a network or an outlet by its name ("Instagram", "CNN"), or in small letters the kind of occasion or
    writing ("news conference", "essay"), without article or preposition.
    """

    id: str
    kind: Kind
    content: tuple[Span, ...]
    act: Act = Act.SAID
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    said: Said | None = None
    venue: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its span, TIMEX3 type and value (ISO-TimeML), and the value as EDTF ("" where it has none)."""

    span: Span
    type: str
    value: str
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone or something that the article names, and every place where it does.

    `described` are the words that say who a person is ("state Sen.", "president of the port authority", "34"): spans of
    the text, in order; empty for organisations.
    """

    name: str
    type: SpeakerType
    mentions: tuple[Span, ...]
    described: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article with everything read in it, and the evidence it stands on: what `onrecord read` prints."""

    article: Article
    quotations: tuple[Quotation, ...]
    times: tuple[Time, ...] = ()
    people: tuple[Person, ...] = ()
    evidence: Evidence

    def to_json(self) -> Json:
        """The record as DESIGN.md lays it out; tuples become lists, absent values null."""
        article = self.article
        return {
            "id": article.id,
            "url": article.url,
            "outlet": article.outlet,
            "title": article.title,
            "authors": list(article.authors),
            "language": article.language,
            "published": _dated(article.published),
            "modified": _dated(article.modified),
            "captured": _dated(article.captured),
            "candidates": [
                {"field": c.field, **(_dated(c.date) or {}), "chosen": c.chosen, "reason": c.reason}
                for c in article.candidates
            ],
            "doubts": [_doubt(doubt) for doubt in article.doubts],
            "dateline": _dateline(article.dateline),
            "section": article.section,
            "tags": list(article.tags),
            "canonical": article.canonical,
            "domain": article.domain,
            "flags": [str(flag) for flag in article.flags],
            "text": article.text,
            "blocks": [_block(block) for block in article.blocks],
            "captions": [{"text": c.text, "credit": c.credit, "at": c.at} for c in article.captions],
            "quotations": [_quotation(quotation) for quotation in self.quotations],
            "times": [_time(time) for time in self.times],
            "people": [_person(person) for person in self.people],
            "evidence": {"file": self.evidence.file, "offset": self.evidence.offset, "digest": self.evidence.digest},
        }

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Record:
        """The record that `to_json` wrote. Raises KeyError or ValueError where the layout is another."""
        dateline = json.get("dateline")
        return cls(
            article=Article(
                id=json["id"],
                url=json["url"],
                outlet=json["outlet"],
                title=json["title"],
                text=json["text"],
                authors=tuple(json["authors"]),
                language=json["language"],
                published=_read_dated(json["published"]),
                modified=_read_dated(json["modified"]),
                captured=_read_dated(json["captured"]),
                dateline=Dateline(dateline["place"], _read_span(dateline["span"])) if dateline else None,
                blocks=tuple(_read_block(block) for block in json.get("blocks", ())),
                candidates=tuple(
                    Candidate(
                        c["field"], Dated(c["value"], Precision(c["precision"]), c["basis"]), c["chosen"], c["reason"]
                    )
                    for c in json.get("candidates", ())
                ),
                doubts=tuple(_read_doubt(doubt) for doubt in json.get("doubts", ())),
                section=json.get("section", ""),
                tags=tuple(json.get("tags", ())),
                canonical=json.get("canonical", ""),
                domain=json.get("domain", ""),
                flags=tuple(Flag(flag) for flag in json.get("flags", ())),
                captions=tuple(Caption(**caption) for caption in json.get("captions", ())),
            ),
            quotations=tuple(_read_quotation(quotation) for quotation in json["quotations"]),
            times=tuple(Time(_read_span(t["span"]), t["type"], t["value"], t.get("edtf") or "") for t in json["times"]),
            people=tuple(_read_person(person) for person in json["people"]),
            evidence=Evidence(**json["evidence"]),
        )


def article_id(*, url: str = "", given: str = "", digest: str = "") -> str:
    """The id of an article: as given by the input, else from its URL, else from its bytes (16 hex digits)."""
    if given:
        return given
    return sha256((url or digest).encode()).hexdigest()[:16]


def quotation_id(article: str, content: str, occurrence: int) -> str:
    """An id that stays while the quoted words stay: 12 hex digits of article, words and the how-manieth time."""
    return sha256(f"{article}\n{occurrence}\n{content}".encode()).hexdigest()[:12]


def pieces(text: str, spans: tuple[Span, ...]) -> str:
    """The words that `spans` mark in `text`; pieces that are apart are joined by " … "."""
    return " … ".join(text[begin:end] for begin, end in spans)


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _dated(dated: Dated | None) -> Json | None:
    return {"value": dated.value, "precision": str(dated.precision), "basis": dated.basis} if dated else None


def _doubt(doubt: Doubt) -> Json:
    span = list(doubt.span) if doubt.span else None
    return {"kind": str(doubt.kind), "detail": doubt.detail, "about": doubt.about, "span": span}


def _time(time: Time) -> Json:
    return {"span": list(time.span), "type": time.type, "value": time.value, "edtf": time.edtf or None}


def _person(person: Person) -> Json:
    return {
        "name": person.name,
        "type": str(person.type),
        "mentions": _spans(person.mentions),
        "described": _spans(person.described),
    }


def _dateline(dateline: Dateline | None) -> Json | None:
    return {"place": dateline.place, "span": list(dateline.span)} if dateline else None


def _block(block: Block) -> Json:
    """A block with the fields that it has; spans as in quotations."""
    fields: Json = {"span": list(block.span), "role": str(block.role), "words": list(block.words)}
    fields |= {"source": list(block.source)} if block.source else {}
    stated = {name: getattr(block, name) for name in ("name", "handle", "network", "link")}
    fields |= {name: value for name, value in stated.items() if value}
    fields |= {"date": _dated(block.date)} if block.date else {}
    return fields | ({"dated": list(block.dated)} if block.dated else {})


def _quotation(quotation: Quotation) -> Json:
    speaker, said = quotation.speaker, quotation.said
    return {
        "id": quotation.id,
        "kind": str(quotation.kind),
        "act": str(quotation.act),
        "content": _spans(quotation.content),
        "source": _spans(quotation.source),
        "cue": _spans(quotation.cue),
        "speaker": {
            "name": speaker.name,
            "type": str(speaker.type),
            "certainty": speaker.certainty,
            "basis": speaker.basis,
        }
        if speaker
        else None,
        "said": {"value": said.value, "basis": _spans(said.basis), "how": said.how} if said else None,
        "venue": quotation.venue or None,
        "certainty": quotation.certainty,
    }


def _read_span(span: list[int]) -> Span:
    begin, end = span
    return begin, end


def _read_spans(spans: list[list[int]]) -> tuple[Span, ...]:
    return tuple(_read_span(span) for span in spans)


def _read_person(json: Json) -> Person:
    described = _read_spans(json.get("described", []))
    return Person(json["name"], SpeakerType(json["type"]), _read_spans(json["mentions"]), described)


def _read_doubt(json: Json) -> Doubt:
    span = json.get("span")
    return Doubt(
        DoubtKind(json["kind"]), json["detail"], json.get("about", "published"), _read_span(span) if span else None
    )


def _read_dated(json: Json | None) -> Dated | None:
    return _stated(json) if json else None


def _stated(json: Json) -> Dated:
    return Dated(json["value"], Precision(json["precision"]), json["basis"])


def _read_block(json: Json) -> Block:
    source, dated = json.get("source"), json.get("dated")
    return Block(
        span=_read_span(json["span"]),
        role=Role(json["role"]),
        words=_read_span(json["words"]),
        source=_read_span(source) if source else None,
        date=_read_dated(json.get("date")),
        dated=_read_span(dated) if dated else None,
        **{name: json.get(name, "") for name in ("name", "handle", "network", "link")},
    )


def _read_quotation(json: Json) -> Quotation:
    speaker, said = json["speaker"], json["said"]
    return Quotation(
        id=json["id"],
        kind=Kind(json["kind"]),
        act=Act(json.get("act", Act.SAID)),
        content=_read_spans(json["content"]),
        source=_read_spans(json["source"]),
        cue=_read_spans(json["cue"]),
        speaker=Speaker(speaker["name"], SpeakerType(speaker["type"]), speaker["certainty"], speaker["basis"])
        if speaker
        else None,
        said=Said(said["value"], _read_spans(said["basis"]), said["how"]) if said else None,
        venue=json["venue"] or "",
        certainty=json["certainty"],
    )
