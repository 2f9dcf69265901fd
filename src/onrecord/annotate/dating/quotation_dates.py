"""The date said of each quotation, with the words that give it, and the time expressions of the text.

The publication date is never used as a guess. A date is *stated* by the reporting sentence ("said on Tuesday", "in a
2011 interview"), comes from a *post*'s own time stamp, or is *carried* over: from an earlier quotation of the same
speaker while the text stays on it, from what the speaker or the person addressing them did that day, from an occasion
("at the rally") that the text dates (`occasion_dates`), or through "then" from the time mentioned before. A dateline
alone is not a date said, but "said on Tuesday" below it counts from it (`times`). Tuned on PolNeAR's dev articles
(evals/said.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from onrecord.annotate.dating.occasion_dates import Occasions, acting_speakers, dated_speaking
from onrecord.annotate.dating.participants import (
    addressee_keys,
    person_keys,
    speaker_key,
    speaker_keys,
)
from onrecord.annotate.dating.quotation_context import QuotationContext, Report
from onrecord.annotate.dating.stated_date import is_after_publication, stated_date
from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication, QuotedSpan, tag_times
from onrecord.model import NETWORKS, Kind, Quotation, Said, Span, Time

# A day is carried over at most this many paragraphs without the speaker: on dev, with the quotations found,
# 3, 4 and 5 give precision .921, .918, .913 at recall .625, .641, .647. A month or a year is not carried beyond its
# paragraph.
_PARAGRAPHS = 4
# Nor is it carried over more characters around a sentence than this: five paragraphs on dev have at most 2,713.
_NEAR = 4_000
# "Then" refers to a time mentioned at most this many paragraphs, and characters, before.
_THEN_WITHIN = 2
_THEN_CHARACTERS = 800
_THEN = re.compile(r"\b(?:then|at the time|that (?:day|night|evening|morning|afternoon))(?=[,.:]| that\b)")
# An answer is given on the day that the other person spoke; "responded" may be days later.
_ANSWERS = re.compile(r"\b(?:replied|answered|retorted|interjected|interrupted|shot back|fired back)$")
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?")
# The longest sentence of PolNeAR's 84 dev articles has 504 characters.
_LONGEST = 1_000
_MARKS = frozenset("\"“„«‘'`")


@dataclass(slots=True)
class _Last:
    """The latest date said of a speaker: its paragraph, whether its cue is in the present tense, and the venue."""

    said: Said
    paragraph: int
    present: bool
    venue: str = ""


def resolve_dates(
    document: Document, publication: Publication, quotations: Sequence[Quotation]
) -> tuple[tuple[Quotation, ...], tuple[Time, ...]]:
    """Return the quotations with the date each was said, and the time expressions.

    A quotation that has its date (a post's own) keeps it. Words in quotation marks and in posts count from the date
    said if that is known: "today", posted on Saturday, is that Saturday. A paraphrase is in the writer's words, and
    counts from the publication date.
    """
    text = document.text
    spans = [piece for begin, end in document.sentences for piece in _bounded(begin, end)]
    times = tag_times(text, publication, spans)
    dated = date_quotations(document, quotations, times, spans, publication.date)
    quoted = [
        QuotedSpan(piece, quotation.said.value)
        for quotation in dated
        if quotation.said and quotation.said.value != publication.date
        for piece in quotation.content
        if quotation.kind is Kind.DIRECT or text[piece[0]] in _MARKS
    ]
    return tuple(dated), tuple(tag_times(text, publication, spans, quoted) if quoted else times)


def _bounded(begin: int, end: int) -> list[Span]:
    """Return a sentence in pieces of bounded length, so that a text without full stops takes no longer than another."""
    return [(at, min(at + _LONGEST, end)) for at in range(begin, end, _LONGEST)]


def date_quotations(
    document: Document, quotations: Sequence[Quotation], times: Sequence[Time], spans: Sequence[Span], published: str
) -> list[Quotation]:
    """Return the quotations in order, with `said` where the text gives a date; `spans` are the sentences."""
    return _Dating(QuotationContext(document, quotations, times, spans), published).all() if spans else list(quotations)


class _Dating:
    """The state of dating one text's quotations; `published` is the publication date or ""."""

    def __init__(self, context: QuotationContext, published: str) -> None:
        self.context, self.text, self.published = context, context.text, published
        self.names = frozenset(speaker_key(self.text, quotation) for quotation in context.quotations) - {""}
        self.person_keys = person_keys(context.quotations)
        self.occasions = Occasions(self.text, context.times_outside_quotations(0, len(self.text)), context.sentences)
        self.reports = [context.report(quotation) for quotation in context.quotations]
        self.order = sorted(range(len(self.reports)), key=lambda index: self.reports[index].at)
        self.said: dict[int, Said] = {}
        self.last: dict[str, _Last] = {}
        self.latest: _Last | None = None

    def all(self) -> list[Quotation]:
        """Return all quotations with the dates found."""
        speaker = ""
        acts = self._dated_acts()
        for index in self.order:
            report = self.reports[index]
            while acts and acts[0][0] <= report.sentence[0]:
                _, key, last = acts.pop(0)
                self.last[key] = last
            speaker = speaker_key(self.text, report.quotation, speaker)
            if found := self._day_of(report, speaker):
                self.said[index] = found
                self._remember(found, report, speaker)
            elif not report.is_one_act:
                self.last.pop(speaker, None)  # The text has left the occasion.
            self.latest = self.last.get(speaker) if found else None
        self._assign_nearby()
        return [replace(q, said=self.said[i]) if i in self.said else q for i, q in enumerate(self.context.quotations)]

    def _day_of(self, report: Report, speaker: str) -> Said | None:
        if found := report.quotation.said or self._stated(report):
            return found
        if not report.is_one_act:
            return None
        event = self._then(report) or self.occasions.day_of(report.sentence, report.quotation)
        asked = self.latest if _ANSWERS.search(report.cue) else None
        return event or self._carried(self.last.get(speaker), report) or self._carried(asked, report, reach=1)

    def _stated(self, report: Report) -> Said | None:
        return stated_date(
            report, self.context.near(report), self.context.quotations_in(report.sentence), self.published
        )

    def _remember(self, found: Said, report: Report, speaker: str) -> None:
        """Remember a date for the speakers, and for those they address if it is a day."""
        keys = speaker_keys(report.quotation) | {speaker}
        if _is_day(found):
            keys |= addressee_keys(report, self.person_keys)
        paragraph = self.context.paragraph(report.at[0])
        for key in keys - {""}:
            self.last[key] = _Last(found, paragraph, report.is_present, report.quotation.venue)

    def _dated_acts(self) -> list[tuple[int, str, _Last]]:
        """Return each statement of the day on which a speaker acted, quoted there or not, as (offset, speaker, day)."""
        found = []
        for sentence in self.context.sentences:
            act = acting_speakers(self.text, sentence, self.names)
            if act is None:
                continue
            quotation = Quotation(id="", kind=Kind.INDIRECT, content=(act[1],), cue=(act[1],))
            said = self._stated(Report(self.text, quotation, sentence, act[1]))
            if said and _is_day(said):
                carried = structs.replace(said, how="carried")
                last = _Last(carried, self.context.paragraph(sentence[0]), present=True)
                found += [(sentence[0], name, last) for name in act[0]]
        return found

    def _then(self, report: Report) -> Said | None:
        """Return the time mentioned last before "said then", "said at the time"."""
        first, here = report.sentence[0], self.context.paragraph(report.sentence[0])
        for then in _THEN.finditer(self.text, report.at[0], min(report.sentence[1], report.at[1] + 60)):
            words = (*report.quotation.content, *report.quotation.source)  # "The mayor at the time, Jane Doe, said".
            if any(begin <= then.start() < end for begin, end in words):
                continue
            for time in reversed(self.context.times_outside_direct_quotations(max(0, first - _THEN_CHARACTERS), first)):
                if not _POINT.fullmatch(time.edtf) or is_after_publication(time, self.published):
                    continue
                if self.context.within_reach(self.context.paragraph(time.span[0]), here, _THEN_WITHIN):
                    return Said(time.edtf.partition("T")[0], (time.span,), "carried")
                break
        return None

    def _carried(self, last: _Last | None, report: Report, *, reach: int = _PARAGRAPHS) -> Said | None:
        if last is None or (report.is_present and not last.present):
            return None  # "says" after a dated "said" reports what somebody says in general, or elsewhere.
        if report.quotation.venue in NETWORKS and report.quotation.venue != last.venue:
            return None  # A post is not part of the occasion before it.
        reach = reach if _is_day(last.said) else 0
        if not self.context.within_reach(last.paragraph, self.context.paragraph(report.at[0]), reach):
            return None
        return structs.replace(last.said, how="carried")

    def _assign_nearby(self) -> None:
        """Assign days that stand beside the quotations they belong to: "She made the comments on Friday."."""
        places = [self.reports[index].at[0] for index in self.order]
        for sentence in self.context.sentences:
            dated = dated_speaking(self.text, sentence, self.context.times_outside_quotations(*sentence), self.names)
            if dated is None:
                continue
            said, keys = dated
            paragraph = self.context.paragraph(sentence[0])
            first, final = bisect_left(places, sentence[0] - _NEAR), bisect_left(places, sentence[1] + _NEAR)
            for index in self.order[first:final]:
                report = self.reports[index]
                named = speaker_keys(report.quotation)
                same = named & keys or not (named and keys)
                near = self.context.within_reach(self.context.paragraph(report.at[0]), paragraph, _PARAGRAPHS)
                if index not in self.said and report.is_one_act and same and near:
                    self.said[index] = said


def _is_day(said: Said) -> bool:
    """True if a value is a day or a week, not a month or year."""
    return len(said.value) >= 8
