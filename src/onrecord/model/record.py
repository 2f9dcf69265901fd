"""A record: one article with its quotations, times and people, and the JSON in which records are kept and printed.

The values that a record holds are their own JSON (msgspec Structs) except four, which differ from it: the `Wire…`
Structs below. JSON Schema and the documented keys come from these types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from onrecord.model import codec
from onrecord.model.article import Article, Block, Caption, Dateline, Flag
from onrecord.model.dated import Candidate, Dated, Doubt, Precision
from onrecord.model.errors import RecordError
from onrecord.model.evidence import Evidence
from onrecord.model.quotation import Act, Kind, Quotation, Said, Speaker, SpeakerType
from onrecord.model.span import Span

Json = dict[str, Any]


class Reader(StrEnum):
    """The model that finds quotations: FAST, or the larger FULL, which finds more and takes four times as long."""

    FAST = "fast"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its span, TIMEX3 type and value (ISO-TimeML), and the value as EDTF ("" if it has none)."""

    span: Span
    type: str
    value: str
    edtf: str = ""


class Person(Struct, frozen=True):
    """A person, organisation, group or document that the article names, and each of its mentions.

    `described` are the words that say who a person is ("state Sen.", "president of the port authority", "34"): spans of
    the text, in order; empty for organisations.
    """

    name: str
    type: SpeakerType
    mentions: tuple[Span, ...]
    described: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One article, everything read in it, and the evidence for it: what `onrecord read` prints."""

    article: Article
    quotations: tuple[Quotation, ...]
    times: tuple[Time, ...] = ()
    people: tuple[Person, ...] = ()
    evidence: Evidence

    def encode(self) -> bytes:
        """Return the record as compact JSON in UTF-8; half a surrogate pair becomes U+FFFD, so offsets stay."""
        return codec.encode(wire_record(self))

    @classmethod
    def decode(cls, json: bytes | str) -> Record:
        """Return the record of some JSON text. Raises RecordError if its layout is another."""
        try:
            return _value(_DECODER.decode(json))
        except msgspec.DecodeError as error:
            raise _layout(error) from error

    def to_json(self) -> Json:
        """Return the record as the dicts and lists that `json.loads` makes of it."""
        found: Json = msgspec.json.decode(self.encode())
        return found

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Record:
        """Return the record that `to_json` wrote; keys that no record has are ignored. Raises RecordError."""
        try:
            return _value(msgspec.convert(json, WireRecord))
        except msgspec.ValidationError as error:
            raise _layout(error) from error


class WireCandidate(Struct, frozen=True):
    """A `Candidate` in JSON: the fields of its date are among its own."""

    field: str
    value: str
    precision: Precision
    basis: str
    chosen: bool
    reason: str


class WireQuotation(Struct, frozen=True, kw_only=True):
    """A `Quotation` in JSON; an absent venue is null. Spans are `[begin, end]`, half-open, in code points."""

    id: str
    kind: Kind
    act: Act = Act.SAID
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: Speaker | None
    said: Said | None
    venue: str | None
    certainty: float


class WireTime(Struct, frozen=True):
    """A `Time` in JSON; an absent EDTF value is null."""

    span: Span
    type: str
    value: str
    edtf: str | None = None


class WireRecord(Struct, frozen=True, kw_only=True):
    """A `Record` in JSON: the fields of the article, then what was read in it. Those with defaults were added later."""

    id: str
    url: str
    outlet: str
    title: str
    authors: tuple[str, ...]
    language: str
    published: Dated | None
    modified: Dated | None
    captured: Dated | None
    candidates: tuple[WireCandidate, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    dateline: Dateline | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    canonical: str = ""
    domain: str = ""
    flags: tuple[Flag, ...] = ()
    text: str
    blocks: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()
    quotations: tuple[WireQuotation, ...]
    times: tuple[WireTime, ...]
    people: tuple[Person, ...]
    evidence: Evidence


_DECODER = msgspec.json.Decoder(WireRecord)
_SHARED = tuple(name for name in WireRecord.__struct_fields__ if name in Article.__slots__ and name != "candidates")
"""The fields that an article and its JSON have alike."""


def wire_quotation(quotation: Quotation) -> WireQuotation:
    """Return a quotation as its JSON Struct."""
    return WireQuotation(
        id=quotation.id,
        kind=quotation.kind,
        act=quotation.act,
        content=quotation.content,
        source=quotation.source,
        cue=quotation.cue,
        speaker=quotation.speaker,
        said=quotation.said,
        venue=quotation.venue or None,
        certainty=quotation.certainty,
    )


def wire_fields(record: Record) -> Json:
    """Return the fields of a `WireRecord` by name, for it and the Structs that extend it."""
    article = record.article
    return {
        **{name: getattr(article, name) for name in _SHARED},
        "candidates": tuple(
            WireCandidate(c.field, c.date.value, c.date.precision, c.date.basis, c.chosen, c.reason)
            for c in article.candidates
        ),
        "quotations": tuple(map(wire_quotation, record.quotations)),
        "times": tuple(WireTime(time.span, time.type, time.value, time.edtf or None) for time in record.times),
        "people": record.people,
        "evidence": record.evidence,
    }


def wire_record(record: Record) -> WireRecord:
    """Return a record as its JSON Struct."""
    return WireRecord(**wire_fields(record))


def quotation_value(wire: WireQuotation) -> Quotation:
    """Return the quotation of some JSON."""
    return Quotation(
        id=wire.id,
        kind=wire.kind,
        act=wire.act,
        content=wire.content,
        source=wire.source,
        cue=wire.cue,
        speaker=wire.speaker,
        said=wire.said,
        venue=wire.venue or "",
        certainty=wire.certainty,
    )


def _value(wire: WireRecord) -> Record:
    return Record(
        article=Article(
            **{name: getattr(wire, name) for name in _SHARED},
            candidates=tuple(
                Candidate(c.field, Dated(c.value, c.precision, c.basis), c.chosen, c.reason) for c in wire.candidates
            ),
        ),
        quotations=tuple(map(quotation_value, wire.quotations)),
        times=tuple(Time(time.span, time.type, time.value, time.edtf or "") for time in wire.times),
        people=wire.people,
        evidence=wire.evidence,
    )


def _layout(error: msgspec.DecodeError) -> RecordError:
    return RecordError(f"this is not the JSON of a record: {codec.reason(error)}")
