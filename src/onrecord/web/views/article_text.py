"""An article laid out for reading: takes a record, gives its paragraphs as trees in which quotations are marked.

Quotations nest (a report of what someone quoted) and can cross; HTML only nests, so what crosses is cut in two.
A quotation that goes on in another paragraph, or after its cue, is several marks of one number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.api.words import quotation_label
from onrecord.archive.results import Named
from onrecord.dates.steps import level_of
from onrecord.dates.words import in_words
from onrecord.model import Kind, Quotation, Record
from onrecord.spans import distinct_texts, merge, text_of
from onrecord.web.views.hits import anchor_of, said
from onrecord.web.views.nesting import (
    Piece,
    Tree,
    clip,
    nest,
    paragraphs,
)
from onrecord.web.views.speaker import Who, who


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One quotation as its article's page names it; `number` counts from 1 in the order of the text.

    `first` says that its speaker has not spoken before in the article.
    """

    id: str
    number: int
    first: bool
    anchor: str
    kind: Kind
    label: str
    who: Who
    said: str
    venue: str
    about: str
    opening: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A part of the text that is (a piece of) a quotation's content; `part` counts its pieces from 1."""

    told: Told
    part: int
    parts: int
    children: tuple[str | Marked, ...]

    @property
    def id(self) -> str:
        """The anchor of this piece: the first has the quotation's own."""
        return self.told.anchor if self.part == 1 else f"{self.told.anchor}-{self.part}"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of the article with all that they say in it."""

    who: Who
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The article's paragraphs, each a sequence of text and marks, and its speakers in the order of speaking."""

    paragraphs: tuple[tuple[str | Marked, ...], ...]
    voices: tuple[Voice, ...]


@dataclass(slots=True)
class _Layout:
    """What is laid out, and for each quotation how many pieces it has and how many of them were laid out."""

    text: str
    told: list[Told]
    parts: dict[int, int] = field(default_factory=dict)
    laid: dict[int, int] = field(default_factory=dict)


def read_out(record: Record, people: Mapping[str, Sequence[Named]] | None = None) -> Reading:
    """Lay out an article: its paragraphs with every quotation marked, and who speaks in it.

    `people` are those who say each quotation, by its id, where they are known over articles.
    """
    text = record.article.text
    ordered = sorted((q for q in record.quotations if q.content), key=lambda q: q.content[0])
    told: list[Told] = []
    for number, quotation in enumerate(ordered, start=1):
        speaker = speaking(record, quotation, (people or {}).get(quotation.id, ()))
        first = all(_same_speaker(speaker) != _same_speaker(one.who) for one in told)
        told.append(_told(record, quotation, speaker, number, first=first))
    spans = paragraphs(text)
    found = [
        Piece(b, e, number) for number, q in enumerate(ordered, start=1) for b, e in merge(q.content, touching=True)
    ]
    trees = [nest([c for p in found if (c := clip(p, span))], span) for span in spans]
    layout = _Layout(text, told)
    for tree in trees:
        _tally(tree, layout)
    return Reading(tuple(tuple(_laid_out(tree, layout)) for tree in trees), _voices(told))


def _tally(tree: Tree, layout: _Layout) -> None:
    if tree.piece:
        layout.parts[tree.piece.number] = layout.parts.get(tree.piece.number, 0) + 1
    for child in tree.children:
        _tally(child, layout)


def _laid_out(tree: Tree, layout: _Layout) -> Iterator[str | Marked]:
    at, end = tree.span
    for child in tree.children:
        begin, close = child.span
        if at < begin:
            yield layout.text[at:begin]
        if child.piece:
            number = child.piece.number
            part = layout.laid[number] = layout.laid.get(number, 0) + 1
            yield Marked(layout.told[number - 1], part, layout.parts[number], tuple(_laid_out(child, layout)))
        at = close
    if at < end:
        yield layout.text[at:end]


def speaking(record: Record, quotation: Quotation, people: Sequence[Named]) -> Who:
    """Who said a quotation of an article, and what the article calls them."""
    text = record.article.text
    name = quotation.speaker.name if quotation.speaker else ""
    described = (words for one in record.people if one.name == name for words in distinct_texts(text, one.described))
    sources = [text[begin:end] for begin, end in quotation.source]
    return who(quotation.speaker, sources, people, described)


def _told(record: Record, quotation: Quotation, speaker: Who, number: int, *, first: bool) -> Told:
    text = record.article.text
    words = " ".join(text_of(text, quotation.content).split())
    return Told(
        id=quotation.id,
        number=number,
        first=first,
        anchor=anchor_of(quotation.id),
        kind=quotation.kind,
        label=quotation_label(quotation.kind, quotation.act),
        who=speaker,
        said=said(quotation.said),
        venue=quotation.venue,
        about=_about(record, quotation),
        opening=opening(words),
    )


def opening(words: str) -> str:
    """The first words of a quotation, enough to know it by."""
    return words if len(words) <= 60 else words[:59].rsplit(" ", 1)[0] + " …"


def _about(record: Record, quotation: Quotation) -> str:
    """The days, months and years that the quoted words talk about, in words."""
    values = (
        time.value
        for time in record.times
        if time.type == "DATE"
        and level_of(time.value)
        and any(begin <= time.span[0] and time.span[1] <= end for begin, end in quotation.content)
    )
    return ", ".join(in_words(value) for value in dict.fromkeys(values))


def _voices(told: Iterable[Told]) -> tuple[Voice, ...]:
    by_name: dict[str, list[Told]] = {}
    for one in told:
        by_name.setdefault(_same_speaker(one.who), []).append(one)
    return tuple(Voice(several[0].who, tuple(several)) for several in by_name.values())


def _same_speaker(who: Who) -> str:
    return who.name if who.known else f"\n{who.name}\n{who.basis}"
