"""The context of a quotation: its reporting sentence, and the paragraphs, times and other quotations around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.text.document import Document
from onrecord.model import Kind, Quotation, Span, Time

_BREAK = re.compile(r"_{3,}|\*(?:\s*\*)+|-{3,}|#{2,}|\d{1,2}(?::\d\d)?\s?[ap]\.m\.[^\n]{0,12}")
# The most characters between a day and its cue: a news sentence has 130, one without a full stop may have millions.
_REACH = 600
STAMP_WITHIN = 60
"""Characters after a post's words within which its time stamp begins: a dash, a name and a handle."""
# A cue in the perfect or the future reports what somebody says at other times: it has no day.
_OTHER_TIMES = re.compile(
    r"\b(?:has|have|had|['’]ve|will|would|could|may|might|should|can|plans)\b|['’](?:d|ll)\b", re.I
)
# So does an adverb of frequency, unless the sentence gives the day on which somebody said it "often".
_AT_TIMES = re.compile(r"\b(?:often|never|always|long|repeatedly|once|previously|typically|generally)\b", re.I)
# A participle ("adding") has the tense of the verb beside it.
_PAST = re.compile(r"\w+ed\b|\bwas\b|\bsaid\b|\btold\b|^\w+ing\b")
_PRESENT = re.compile(r"\b(?:is|are|says?|tells?|argue|think|want|note|ask|believe|\w+[^s'’]s)\b")


@dataclass(frozen=True, slots=True)
class Report:
    """A quotation, the sentence that reports it, and the position of its cue (else source, else content)."""

    text: str
    quotation: Quotation
    sentence: Span
    at: Span

    @property
    def cue(self) -> str:
        """The words of the cue."""
        return " ".join(self.text[begin:end] for begin, end in self.quotation.cue)

    @property
    def may_be_dated(self) -> bool:
        """True if a day in its sentence can date the cue: "often said on Monday"."""
        return not _OTHER_TIMES.search(self.cue)

    @property
    def is_one_act(self) -> bool:
        """True if the cue reports one act of saying ("said", "is warning"), not a standing view ("has long held")."""
        return self.may_be_dated and not _AT_TIMES.search(self.cue)

    @property
    def is_present(self) -> bool:
        """True if the cue is in the present tense: "says", "is warning"."""
        return not _PAST.search(self.cue) and bool(_PRESENT.search(self.cue))


def cue_position(quotation: Quotation) -> Span:
    """Return the span from the first to the last word of the cue, else of the source, else of the content."""
    spans = quotation.cue or quotation.source or quotation.content
    return spans[0][0], spans[-1][1]


class QuotationContext:
    """The sentences, paragraphs, times and quotations of one text."""

    def __init__(
        self, document: Document, quotations: Sequence[Quotation], times: Sequence[Time], sentences: Sequence[Span]
    ) -> None:
        """`times` and `sentences` are in the order of the text; there is at least one sentence."""
        text = document.text
        self.text, self.quotations, self.times, self.sentences = text, quotations, times, sentences
        areas = document.paragraphs
        self._sentence_begins = [begin for begin, _ in sentences]
        self._paragraph_begins = [begin for begin, _ in areas]
        self._breaks = [number for number, (begin, end) in enumerate(areas) if _BREAK.fullmatch(text, begin, end)]
        self._time_begins = [time.span[0] for time in times]
        self._touching = self._by_sentence()

    def report(self, quotation: Quotation) -> Report:
        """Return the quotation with the sentence (or sentences) of its cue."""
        at = cue_position(quotation)
        first = max(0, bisect_right(self._sentence_begins, at[0]) - 1)
        final = max(first, bisect_right(self._sentence_begins, max(at[0], at[1] - 1)) - 1)
        return Report(self.text, quotation, (self.sentences[first][0], self.sentences[final][1]), at)

    def quotations_in(self, sentence: Span) -> list[Quotation]:
        """Return the quotations with content in a sentence, or in consecutive ones."""
        first = max(0, bisect_right(self._sentence_begins, sentence[0]) - 1)
        final = max(first + 1, bisect_left(self._sentence_begins, sentence[1]))
        return [quotation for number in range(first, final) for quotation in self._touching.get(number, ())]

    def times_outside_quotations(self, begin: int, end: int) -> list[Time]:
        """Return the time expressions that begin between two offsets, outside the content of any quotation."""
        return [time for time in self._within(begin, end) if not self._is_quoted(time)]

    def times_outside_direct_quotations(self, begin: int, end: int) -> list[Time]:
        """Return the time expressions that begin between two offsets, outside the content of direct quotations."""
        return [time for time in self._within(begin, end) if not self._is_quoted(time, direct=True)]

    def near(self, report: Report) -> Sequence[Time]:
        """Return the time expressions that may date a quotation: in its sentence, or right after it."""
        spans = (*report.quotation.content, *report.quotation.source)
        last = max(end for _, end in spans)
        (first, final), at = report.sentence, report.at
        near = self._within(max(first, at[0] - _REACH), min(final, at[1] + _REACH))
        behind = self._within(max(last, report.sentence[1]), last + STAMP_WITHIN + 1)
        return (*near, *behind)

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph at an offset."""
        return bisect_right(self._paragraph_begins, at) - 1

    def within_reach(self, first: int, second: int, reach: int) -> bool:
        """True if two paragraphs are at most `reach` apart, without a line of asterisks or the like between them."""
        first, final = min(first, second), max(first, second)
        return final - first <= reach and bisect_right(self._breaks, final) == bisect_right(self._breaks, first)

    def _by_sentence(self) -> dict[int, list[Quotation]]:
        """Return the quotations whose content is in each sentence, by the sentence's number."""
        touching: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            for begin, end in quotation.content:
                first = max(0, bisect_right(self._sentence_begins, begin) - 1)
                for number in range(first, max(first + 1, bisect_left(self._sentence_begins, end))):
                    touching.setdefault(number, []).append(quotation)
        return touching

    def _within(self, begin: int, end: int) -> Sequence[Time]:
        return self.times[bisect_left(self._time_begins, begin) : bisect_left(self._time_begins, end)]

    def _is_quoted(self, time: Time, *, direct: bool = False) -> bool:
        quotations_in = (q for q in self.quotations_in(time.span) if not direct or q.kind is Kind.DIRECT)
        return any(begin <= time.span[0] < end for quotation in quotations_in for begin, end in quotation.content)
