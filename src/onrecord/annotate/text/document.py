"""The text of one article with its paragraphs, sentences, quotation marks and headlines, each found once.

`annotate` makes one `Document` per article and passes it on, so that no later step segments the text again.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from onrecord.annotate.text.headlines import headlines
from onrecord.annotate.text.quotation_marks import quoted_stretches
from onrecord.annotate.text.sentences import ENGLISH_RULES, SentenceRules, paragraphs_of, sentences_of
from onrecord.model import Span


@dataclass(frozen=True)
class Document:
    """One text and its structure.

    Spans are half-open offsets into `text`, in order; each list is computed once.

    `rules` are those by which sentences are split.
    """

    text: str
    rules: SentenceRules = ENGLISH_RULES

    @cached_property
    def plain(self) -> str:
        """The text with each no-break space as a plain space; offsets are the same."""
        return self.text.replace("\xa0", " ")

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs, without empty ones."""
        return paragraphs_of(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences; none crosses the end of a paragraph."""
        return sentences_of(self.text, self.paragraphs, self.rules)

    @cached_property
    def quoted(self) -> list[tuple[Span, ...]]:
        """The outermost stretches in quotation marks, marks included, each with one piece per paragraph."""
        return quoted_stretches(self.text, self.paragraphs)

    @cached_property
    def headlines(self) -> list[Span]:
        """The lines set as headlines: most of their longer words are capitalised."""
        return headlines(self.text)

    def in_quotation_marks(self, offset: int) -> bool:
        """True if `offset` lies in a stretch in quotation marks."""
        return _covers(self._quoted_pieces, offset)

    def in_headline(self, offset: int) -> bool:
        """True if `offset` lies in a headline."""
        return _covers(self.headlines, offset)

    @cached_property
    def _quoted_pieces(self) -> list[Span]:
        return sorted(piece for pieces in self.quoted for piece in pieces)


def _covers(spans: list[Span], offset: int) -> bool:
    """True if one of `spans`, which are in order and do not overlap, holds `offset`."""
    at = bisect_right(spans, offset, key=_begin)
    return bool(at) and offset < spans[at - 1][1]


def _begin(span: Span) -> int:
    return span[0]
