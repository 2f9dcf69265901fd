"""A record: one article with its quotations, times and people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.model.article import Article, Block, Caption, Dateline, Flag, Role
from onrecord.model.dated import Candidate, Dated, Doubt, DoubtKind, Precision
from onrecord.model.evidence import Evidence
from onrecord.model.quotation import Act, Kind, Quotation, Said, Speaker, SpeakerType
from onrecord.model.span import Span

Json = dict[str, Any]


class Reader(StrEnum):
    """Which reader finds the quotations: FAST, or the larger FULL, which finds more and takes four times as long."""

    FAST = "fast"
    FULL = "full"


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
