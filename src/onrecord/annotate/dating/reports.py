"""How is it reported? A quotation in its sentence; its cue tells one act of saying, or what is said at other times."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Quotation, Span

# A cue in the perfect or the future reports what somebody says at other times: no day is its day.
_OTHER_TIMES = re.compile(
    r"\b(?:has|have|had|['’]ve|will|would|could|may|might|should|can|plans)\b|['’](?:d|ll)\b", re.I
)
# So does an adverb of frequency, unless the sentence tells the day on which somebody said it "often".
_AT_TIMES = re.compile(r"\b(?:often|never|always|long|repeatedly|once|previously|typically|generally)\b", re.I)
# A participle ("adding") is as present or past as the verb beside it.
_PAST = re.compile(r"\w+ed\b|\bwas\b|\bsaid\b|\btold\b|^\w+ing\b")
_PRESENT = re.compile(r"\b(?:is|are|says?|tells?|argue|think|want|note|ask|believe|\w+[^s'’]s)\b")


@dataclass(frozen=True, slots=True)
class Report:
    """A quotation in its text: the sentence that reports it, and where its cue stands (else source, else words)."""

    text: str
    quotation: Quotation
    sentence: Span
    at: Span

    @property
    def cue(self) -> str:
        """The words of the cue."""
        return " ".join(self.text[begin:end] for begin, end in self.quotation.cue)

    @property
    def may_tell(self) -> bool:
        """Whether the cue may tell of one day, where its sentence has one: "often said on Monday"."""
        return not _OTHER_TIMES.search(self.cue)

    @property
    def tells(self) -> bool:
        """Whether the cue tells one act of saying ("said", "is warning"), not a standing view ("has long held")."""
        return self.may_tell and not _AT_TIMES.search(self.cue)

    @property
    def is_present(self) -> bool:
        """Whether the cue stands in the present tense: "says", "is warning"."""
        return not _PAST.search(self.cue) and bool(_PRESENT.search(self.cue))


def reported_at(quotation: Quotation) -> Span:
    """From the first to the last word of the cue, else of the source, else of the content."""
    spans = quotation.cue or quotation.source or quotation.content
    return spans[0][0], spans[-1][1]
