"""When was it said? Takes a text, its quotations and time expressions; gives each quotation its day, with what says so.

Three ways, never a guess from the day of printing: *stated* by the sentence that quotes ("said on Tuesday", "in a 2011
interview"), by a *post*'s own stamp, or *carried* over from an earlier quotation of the same speaker while the text
stays on it, or from a word for the event ("at the rally") whose day the text has told (`events`). Set on PolNeAR's dev
articles (evals/attributions.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.events import Events, acts, spoke, tells_when_spoken
from onrecord.annotate.sentences import paragraphs, sentences
from onrecord.annotate.stating import STAMP_WITHIN, Report, reported_at, stated
from onrecord.annotate.times import Quoted, read_times
from onrecord.model import Kind, Quotation, Said, Span, Time

# A day is carried over at most so many paragraphs in which the speaker says nothing: on dev, with the annotated
# quotations, 3, 4 and 5 give precision .883, .879, .869 at recall .567, .588, .593. A month or a year is not carried
# beyond its paragraph (one paragraph more: .852 at .596).
_PARAGRAPHS = 4
_BREAK = re.compile(r"_{3,}|\*(?:\s*\*)+|-{3,}|#{2,}|\d{1,2}(?::\d\d)?\s?[ap]\.m\.[^\n]{0,12}")
# The longest sentence of PolNeAR's 84 dev articles has 504 characters.
_LONGEST = 1_000
# A day stands so near to its cue, in characters; a sentence of news has 130, and one without an end may have millions.
_REACH = 600
NETWORKS=("Twitter","Instagram","Facebook")
_THEN=re.compile(r"\b(?:then|at the time|that (?:day|night|evening|morning|afternoon))(?=[,.:]| that\b|$)")
_MARKS = frozenset("\"“„«‘'`")
_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we", "you", "him", "her", "them"))


@dataclass(slots=True)
class _Last:
    """The latest dated quotation of a speaker: its day, its paragraph, and whether its cue is in the present tense."""

    said: Said
    paragraph: int
    present: bool
    venue: str = ""


def read_days(
    text: str, printed: str | None, quotations: Sequence[Quotation]
) -> tuple[tuple[Quotation, ...], tuple[Time, ...]]:
    """The quotations with the day each was said, and the time expressions of the text; `printed` is an EDTF value.

    A quotation that has its day (a post's own date) keeps it. Words in quotation marks and in posts count from the day
    they were said where it is known: "today", posted on Saturday, is that Saturday. A paraphrase is the writer's, and
    counts from the day of printing.
    """
    spans = [piece for begin, end in sentences(text) for piece in _cut(begin, end)]
    times = read_times(text, printed, spans)
    dated = date_quotations(text, quotations, times, spans, printed or "")
    quoted = [
        Quoted(piece, quotation.said.value)
        for quotation in dated
        if quotation.said and quotation.said.value != printed
        for piece in quotation.content
        if quotation.kind is Kind.DIRECT or text[piece[0]] in _MARKS
    ]
    return tuple(dated), tuple(read_times(text, printed, spans, quoted) if quoted else times)


def _cut(begin: int, end: int) -> list[Span]:
    """A sentence in pieces of bounded length, so that a text without any stop takes no more time than another."""
    return [(at, min(at + _LONGEST, end)) for at in range(begin, end, _LONGEST)]


def date_quotations(
    text: str, quotations: Sequence[Quotation], times: Sequence[Time], spans: Sequence[Span], printed: str
) -> list[Quotation]:
    """The quotations in order, with `said` where the text gives a day; `spans` are the sentences of the text."""
    return _Dating(text, quotations, times, spans).all(printed) if spans else list(quotations)


class _Dating:
    """One text's quotations while they are dated."""

    def __init__(
        self, text: str, quotations: Sequence[Quotation], times: Sequence[Time], spans: Sequence[Span]
    ) -> None:
        self.text, self.times, self.sentences = text, times, spans
        self.sentence_begins = [begin for begin, _ in spans]
        areas = paragraphs(text)
        self.paragraph_begins = [begin for begin, _ in areas]
        self.breaks = [number for number, (begin, end) in enumerate(areas) if _BREAK.fullmatch(text, begin, end)]
        self.time_begins = [time.span[0] for time in times]
        self.quotations = quotations
        self.touching = self._touching()
        self.names = frozenset(_speaker(self.text, quotation, "") for quotation in self.quotations) - {""}
        self.events = Events(text, [time for time in times if not self._in_quotation(time)], spans)
        self.reports = [self._report(quotation) for quotation in quotations]

    def all(self, printed: str) -> list[Quotation]:
        """The quotations with what was found; `printed` is the day of printing or ""."""
        said: dict[int, Said] = {}
        last: dict[str, _Last] = {}
        speaker = ""
        occasions = self._occasions(printed)
        for index in sorted(range(len(self.reports)), key=lambda index: self.reports[index].at):
            report = self.reports[index]
            while occasions and occasions[0][0] <= report.sentence[0]:
                _, who, occasion = occasions.pop(0)
                last[who] = occasion
            speaker = _speaker(self.text, report.quotation, speaker)
            found = report.quotation.said or stated(report, self._near(report), self._quoting(report.sentence), printed)
            if found is None and report.tells:
                found = self._then(report) or self.events.day_of(report.sentence, report.quotation) or self._carried(
                    last.get(speaker), report
                )
            if found is not None:
                said[index] = found
                for who in {speaker, *_joint(report.quotation), *(self._addressed(report) if len(found.value)>=10 else ())} - {""}:
                    last[who] = _Last(found, self._paragraph(report.at[0]), report.is_present, report.quotation.venue)
            elif not report.tells:
                last.pop(speaker, None)  # The text has left the occasion.
        self._look_around(said)
        return [replace(q, said=said[i]) if i in said else q for i, q in enumerate(self.quotations)]

    def _occasions(self, printed: str) -> list[tuple[int, str, _Last]]:
        """Where the text says on what day a speaker acted, quoted there or not, as (offset, speaker, day)."""
        names = frozenset(_speaker(self.text, quotation, "") for quotation in self.quotations) - {""}
        found = []
        for sentence in self.sentences:
            act = acts(self.text, sentence, names)
            if act is None:
                continue
            quotation = Quotation(id="", kind=Kind.INDIRECT, content=(act[1],), cue=(act[1],))
            report = Report(self.text, quotation, sentence, act[1])
            said = stated(report, self._near(report), self._quoting(sentence), printed)
            if said and len(said.value) >= 8:
                said = Said(said.value, said.basis, "carried")
                found.append((sentence[0], act[0], _Last(said, self._paragraph(sentence[0]), present=True)))
        return found

    def _report(self, quotation: Quotation) -> Report:
        """The quotation with the sentence (or sentences) that its cue stands in."""
        at = reported_at(quotation)
        first = max(0, bisect_right(self.sentence_begins, at[0]) - 1)
        final = max(first, bisect_right(self.sentence_begins, max(at[0], at[1] - 1)) - 1)
        return Report(self.text, quotation, (self.sentences[first][0], self.sentences[final][1]), at)

    def _touching(self) -> dict[int, list[Quotation]]:
        """The quotations whose words stand in each sentence, by its number."""
        touching: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            for begin, end in quotation.content:
                first = max(0, bisect_right(self.sentence_begins, begin) - 1)
                for number in range(first, max(first + 1, bisect_left(self.sentence_begins, end))):
                    touching.setdefault(number, []).append(quotation)
        return touching

    def _quoting(self, sentence: Span) -> list[Quotation]:
        """The quotations that have words in a sentence, or in several that follow one another."""
        first = max(0, bisect_right(self.sentence_begins, sentence[0]) - 1)
        final = max(first + 1, bisect_left(self.sentence_begins, sentence[1]))
        return [quotation for number in range(first, final) for quotation in self.touching.get(number, ())]

    def _in_quotation(self, time: Time) -> bool:
        at = time.span[0]
        return any(begin <= at < end for q in self._quoting(time.span) for begin, end in q.content)

    def _within(self, begin: int, end: int) -> Sequence[Time]:
        """The time expressions that begin between two offsets."""
        return self.times[bisect_left(self.time_begins, begin) : bisect_left(self.time_begins, end)]

    def _addressed(self, report):
        if not re.search(r"\b(?:told|asked|grilled|questioned|pressed|interviewed|scolded|thanked)$", report.cue): return ()
        tail = self.text[report.at[1]:min(report.at[1]+70, report.sentence[1])]
        tail = re.split(r"[,.;:“\"]|\b(?:that|on|for|to|in|of)\b", tail)[0]
        return [w.lower() for w in re.findall(r"[A-Z][\w’'-]+", tail)[-1:] if w.lower() in self.names]

    def _subjects(self, sentence):
        m = spoke(self.text, sentence)
        out=set()
        for w in re.finditer(r"[A-Z][\w’-]*[\w]", self.text[sentence[0]:m.start()]):
            if w[0].lower() in self.names and not re.search(r"\b(?:to|of|with|by|at|in|from|against|about) (?:[A-Z][\w’'.-]* )*$", self.text[sentence[0]:sentence[0]+w.start()]): out.add(w[0].lower())
        return out

    def _then(self, report):
        begin, end = report.at[0], min(report.sentence[1], report.at[1]+60)
        for m in _THEN.finditer(self.text, begin, end):
            if any(b<=m.start()<e for b,e in report.quotation.content): continue
            before = [t for t in self._within(max(0,report.sentence[0]-800), report.sentence[0]) if not self._in_quotation(t) and re.match(r"\d{4}(-\d\d(-\d\d)?)?(T|$)", t.edtf)]
            if before and self._paragraph(report.at[0])-self._paragraph(before[-1].span[0])<=2:
                return Said(before[-1].edtf.partition("T")[0], (before[-1].span,), "carried")
        return None

    def _near(self, report: Report) -> Sequence[Time]:
        """The time expressions that may date a quotation: in its sentence, or right behind it."""
        spans = (*report.quotation.content, *report.quotation.source)
        last = max(end for _, end in spans)
        (first, final), at = report.sentence, report.at
        near = self._within(max(first, at[0] - _REACH), min(final, at[1] + _REACH))
        behind = self._within(max(last, report.sentence[1]), last + STAMP_WITHIN + 1)
        return (*near, *behind)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.paragraph_begins, at) - 1

    def _broken(self, one: int, other: int) -> bool:
        """Whether a line of asterisks or the like stands between two paragraphs."""
        return bisect_right(self.breaks, max(one, other)) > bisect_right(self.breaks, min(one, other))

    def _carried(self, last: _Last | None, report: Report) -> Said | None:
        if last is None or (report.is_present and not last.present):
            return None  # "says" behind a dated "said" is what somebody says in general, or elsewhere.
        if report.quotation.venue in NETWORKS and report.quotation.venue != last.venue:
            return None
        paragraph = self._paragraph(report.at[0])
        reach = _PARAGRAPHS if len(last.said.value) >= 8 else 0
        if paragraph - last.paragraph > reach or self._broken(last.paragraph, paragraph):
            return None
        return Said(last.said.value, last.said.basis, "carried")

    def _look_around(self, said: dict[int, Said]) -> None:
        """Days told beside the quotations they belong to: "She made the comments on Friday."."""
        for sentence in self.sentences:
            told = tells_when_spoken(
                self.text, sentence, [t for t in self._within(*sentence) if not self._in_quotation(t)]
            )
            if told is None:
                continue
            paragraph = self._paragraph(sentence[0])
            named = self._subjects(sentence)
            for index, report in enumerate(self.reports):
                sp = report.quotation.speaker
                if named and sp and sp.name and not named & set(_joint(report.quotation)): continue
                its = self._paragraph(report.at[0])
                near = abs(paragraph - its) <= _PARAGRAPHS and not self._broken(its, paragraph)
                if index not in said and near and report.tells:
                    said[index] = told


def _joint(quotation: Quotation) -> list[str]:
    """The keys of all who said it together: "Jane Doe; Rob Roe"."""
    names = quotation.speaker.name.split(";") if quotation.speaker else []
    return [name.split()[-1].lower() for name in names if name.strip()]


def _speaker(text: str, quotation: Quotation, before: str) -> str:
    """A key for the speaker: the surname, else the source's last word; a pronoun without a name is who spoke before."""
    if quotation.speaker and quotation.speaker.name:
        return quotation.speaker.name.split()[-1].lower()
    words = re.findall(r"[\w’'-]+", " ".join(text[begin:end] for begin, end in quotation.source))
    if not words:
        return ""
    return before if words[-1].lower() in _PRONOUNS else words[-1].lower()
