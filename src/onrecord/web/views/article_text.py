"""An article laid out for reading: its paragraphs as nested spans in which every quotation is marked and numbered.

Quotations can contain others and can overlap. HTML elements only nest, so an overlapping quotation is split where its
neighbour ends. A quotation in several pieces (after its cue, in another paragraph) has several marks of one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.api.words import quotation_label
from onrecord.archive.results import Named
from onrecord.dates.steps import level_of
from onrecord.dates.words import in_words
from onrecord.model import Kind, Quotation, Record, Span
from onrecord.spans import distinct_texts, merge, text_of
from onrecord.web.views.hits import said_text
from onrecord.web.views.links import quotation_anchor
from onrecord.web.views.speaker import SpeakerView, speaker_view

LONGEST_OPENING = 60
"""Characters of a quotation's first words by which lists name it."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedQuotation:
    """A quotation as its article's page shows it; `number` counts from 1 in the order of the text.

    `first` is true if its speaker has not spoken before in the article; `about` are the dates it mentions, in words;
    `opening` are its first words.
    """

    id: str
    number: int
    first: bool
    anchor: str
    kind: Kind
    label: str
    speaker: SpeakerView
    said: str
    venue: str
    about: str
    opening: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A part of the text that is a piece of a quotation's content: piece `part` of `parts`, counted from 1."""

    quotation: NumberedQuotation
    part: int
    parts: int
    children: tuple[str | MarkedText, ...]

    @property
    def id(self) -> str:
        """The anchor of this piece; the first piece has the quotation's own."""
        return self.quotation.anchor if self.part == 1 else f"{self.quotation.anchor}-{self.part}"


@dataclass(frozen=True, slots=True)
class SpeakerQuotations:
    """A speaker of the article, and all their quotations in it."""

    speaker: SpeakerView
    quotations: tuple[NumberedQuotation, ...]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The article's paragraphs as text and marks, and its speakers in the order of their first quotations."""

    paragraphs: tuple[tuple[str | MarkedText, ...], ...]
    speakers: tuple[SpeakerQuotations, ...]


def article_text(record: Record, people: Mapping[str, Sequence[Named]] | None = None) -> ArticleText:
    """Lay out an article: mark every quotation in its paragraphs, and list who says what.

    `people` maps a quotation's id to the persons across articles who said it.
    """
    text = record.article.text
    ordered = sorted((q for q in record.quotations if q.content), key=lambda q: q.content[0])
    quotations: list[NumberedQuotation] = []
    for number, quotation in enumerate(ordered, start=1):
        speaker = speaker_of(record, quotation, (people or {}).get(quotation.id, ()))
        first = all(_speaker_key(speaker) != _speaker_key(earlier.speaker) for earlier in quotations)
        quotations.append(_numbered(record, quotation, speaker, number, first=first))
    found = [
        _Piece(b, e, number) for number, q in enumerate(ordered, start=1) for b, e in merge(q.content, touching=True)
    ]
    trees = [nest([c for piece in found if (c := _clip(piece, span))], span) for span in _paragraphs(text)]
    layout = _Layout(text, quotations)
    for tree in trees:
        layout.count(tree)
    return ArticleText(tuple(tuple(layout.marked(tree)) for tree in trees), _by_speaker(quotations))


def speaker_of(record: Record, quotation: Quotation, people: Sequence[Named]) -> SpeakerView:
    """Return who said a quotation of an article, with the article's description of them."""
    text = record.article.text
    name = quotation.speaker.name if quotation.speaker else ""
    entities = (entity for entity in record.people if entity.name == name)
    described = (words for entity in entities for words in distinct_texts(text, entity.described))
    sources = [text[begin:end] for begin, end in quotation.source]
    return speaker_view(quotation.speaker, sources, people, described)


def opening(words: str) -> str:
    """Return the first words of a quotation, enough to recognise it."""
    if len(words) <= LONGEST_OPENING:
        return words
    return words[: LONGEST_OPENING - 1].rsplit(" ", 1)[0] + " …"


def _numbered(
    record: Record, quotation: Quotation, speaker: SpeakerView, number: int, *, first: bool
) -> NumberedQuotation:
    text = record.article.text
    words = " ".join(text_of(text, quotation.content).split())
    return NumberedQuotation(
        id=quotation.id,
        number=number,
        first=first,
        anchor=quotation_anchor(quotation.id),
        kind=quotation.kind,
        label=quotation_label(quotation.kind, quotation.act),
        speaker=speaker,
        said=said_text(quotation.said),
        venue=quotation.venue,
        about=_about(record, quotation),
        opening=opening(words),
    )


def _about(record: Record, quotation: Quotation) -> str:
    """Return the days, months and years that the quoted words mention, in words."""
    values = (
        time.value
        for time in record.times
        if time.type == "DATE"
        and level_of(time.value)
        and any(begin <= time.span[0] and time.span[1] <= end for begin, end in quotation.content)
    )
    return ", ".join(in_words(value) for value in dict.fromkeys(values))


def _by_speaker(quotations: Iterable[NumberedQuotation]) -> tuple[SpeakerQuotations, ...]:
    by_key: dict[str, list[NumberedQuotation]] = {}
    for quotation in quotations:
        by_key.setdefault(_speaker_key(quotation.speaker), []).append(quotation)
    return tuple(SpeakerQuotations(several[0].speaker, tuple(several)) for several in by_key.values())


def _speaker_key(speaker: SpeakerView) -> str:
    return speaker.name if speaker.known else f"\n{speaker.name}\n{speaker.basis}"


@dataclass(slots=True)
class _Piece:
    """A piece of the quotation `number`, as a span of the text."""

    begin: int
    end: int
    number: int


@dataclass(slots=True)
class Tree:
    """A span of the text, the piece that it is (None for a paragraph), and the pieces inside it, in order."""

    span: Span
    piece: _Piece | None
    children: list[Tree]


def nest(found: list[_Piece], span: Span, piece: _Piece | None = None) -> Tree:
    """Return the pieces within `span` as a tree; a piece that extends beyond its neighbour's end is split there."""
    children: list[Tree] = []
    waiting = sorted(found, key=lambda p: (p.begin, -p.end, p.number))
    while waiting:
        outer, *rest = waiting
        inner = [_Piece(p.begin, min(p.end, outer.end), p.number) for p in rest if p.begin < outer.end]
        beyond = [_Piece(max(p.begin, outer.end), p.end, p.number) for p in rest if p.end > outer.end]
        children.append(nest(inner, (outer.begin, outer.end), outer))
        waiting = sorted(beyond, key=lambda p: (p.begin, -p.end, p.number))
    return Tree(span, piece, children)


@dataclass(slots=True)
class _Layout:
    """The text, its quotations, and by number how many pieces each has (`parts`) and how many are laid out (`laid`)."""

    text: str
    quotations: list[NumberedQuotation]
    parts: dict[int, int] = field(default_factory=dict)
    laid: dict[int, int] = field(default_factory=dict)

    def count(self, tree: Tree) -> None:
        """Count the pieces of every quotation in a tree."""
        if tree.piece:
            self.parts[tree.piece.number] = self.parts.get(tree.piece.number, 0) + 1
        for child in tree.children:
            self.count(child)

    def marked(self, tree: Tree) -> Iterator[str | MarkedText]:
        """Yield the text of a tree and the marks in it; all trees must have been counted before."""
        at, end = tree.span
        for child in tree.children:
            begin, close = child.span
            if at < begin:
                yield self.text[at:begin]
            if child.piece:
                number = child.piece.number
                part = self.laid[number] = self.laid.get(number, 0) + 1
                children = tuple(self.marked(child))
                yield MarkedText(self.quotations[number - 1], part, self.parts[number], children)
            at = close
        if at < end:
            yield self.text[at:end]


def _paragraphs(text: str) -> list[Span]:
    """Return the spans between blank lines."""
    edges = [0, *(edge for gap in _BLANK_LINE.finditer(text) for edge in gap.span()), len(text)]
    return [(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if text[begin:end].strip()]


def _clip(piece: _Piece, span: Span) -> _Piece | None:
    """Return the part of a piece that lies within `span`, or None."""
    begin, end = max(piece.begin, span[0]), min(piece.end, span[1])
    return _Piece(begin, end, piece.number) if begin < end else None
