"""Who and what an article names: takes its text, gives people and organisations with all their mentions.

A name is a run of tall words (`capitals`); what tells a person is in `persons`, whom a short form stands for in
`register`. What nothing decides is not listed. In a headline any word is tall, so names are only looked up there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.annotate.entities.acronyms import Acronyms
from onrecord.annotate.entities.capitalised_runs import Run, capitalised_runs
from onrecord.annotate.entities.name_matching import Entity, NameMatcher
from onrecord.annotate.entities.person_cues import PersonEvidence, opens_sentence, without_loose_words
from onrecord.annotate.text.document import Document
from onrecord.model import Person, Span

__all__ = ["Entity", "Mention", "Names"]

_BRACKETS = re.compile(r"\([A-Z][^()\n]{1,40}\)|\[[^\[\]\n]{2,60}\]")
Mention = tuple[Span, Entity]


class Names:
    """The names of one article, to be asked who a stretch of its text names.

    `sources` are the words that the reader takes for sources of quotations: who speaks under two tall words is a
    person. `inner` are the words that are tall inside sentences too.
    """

    def __init__(self, document: Document, sources: Iterable[Span] = ()) -> None:
        self.entities: list[Entity] = []
        self._at: list[Mention] = []
        text, tall = document.text, document.in_headline
        found = list(capitalised_runs(text))
        self.inner = {run.words[0] for run in found if not opens_sentence(text, run.span[0])}
        body = without_loose_words(text, [run for run in found if not tall(run.span[0])] or found)
        matcher = NameMatcher(text, PersonEvidence(text, body, list(sources)))
        _fill(matcher, text, body)
        inserted = _inserted(document)
        for run in body:
            if _covers(inserted, run.span[0]):
                continue
            named = matcher.match(run) or matcher.match_single(run, inner=run.words[0] in self.inner)
            self._add_mention(matcher, named, run)
        if any(not tall(run.span[0]) for run in found):
            for run in found:
                if tall(run.span[0]):
                    self._look_up(matcher, run)
        self._at.sort(key=_begin)
        for named in self.entities:
            named.mentions.sort()
        self.entities.sort(key=lambda named: named.mentions[0])

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie in `span`, in order."""
        return [mention for mention in self._slice(*span) if mention[0][1] <= span[1]]

    def before(self, offset: int, reach: int) -> list[Mention]:
        """The mentions that begin in the `reach` characters before `offset`, nearest first."""
        return self._slice(offset - reach, offset)[::-1]

    def people(self) -> tuple[Person, ...]:
        """Everyone and everything listed, in the order of first mention."""
        return tuple(Person(named.name, named.type, tuple(named.mentions)) for named in self.entities)

    def _slice(self, begin: int, end: int) -> list[Mention]:
        low = bisect_left(self._at, begin, key=_begin)
        return self._at[low : bisect_left(self._at, end, lo=low, key=_begin)]

    def _add_mention(self, matcher: NameMatcher, named: Entity | None, run: Run) -> None:
        if named is not None:
            if not named.mentions:
                self.entities.append(named)
            matcher.add_mention(named, run)
            self._at.append((run.span, named))

    def _look_up(self, matcher: NameMatcher, run: Run) -> None:
        """The known names that a headline's tall words hold, longest first."""
        words, at, index = run.words, run.span[0], 0
        while index < len(words):
            sizes = range(len(words) - index, 0, -1)
            size = next((size for size in sizes if matcher.knows(words[index : index + size])), 0)
            taken = words[index : index + max(size, 1)]
            part = Run(taken, frozenset() if index else run.titles, (at, at + len(" ".join(taken))))
            if size:
                self._add_mention(matcher, matcher.match(part), part)
            at, index = part.span[1] + 1, index + len(taken)


def _fill(matcher: NameMatcher, text: str, body: list[Run]) -> None:
    """Fills the register from the fullest names to the shortest."""
    singles = [run for run in body if len(run.words) == 1]
    acronyms = Acronyms(text, [run.words for run in body])
    for run in body:
        if len(run.words) > 1:
            matcher.add_full(run)
    for run in singles:
        matcher.add_titled(run)
    for run in singles:
        matcher.add_office(run)
    for run in singles:
        if full := acronyms.expand(run.words[0]):
            matcher.add_short(run.words[0], full)


def _inserted(document: Document) -> list[Span]:
    """The brackets inside quotation marks: what they hold is the editor’s and names no one anew: `“(Doe) hated it”`."""
    brackets = [found.span() for found in _BRACKETS.finditer(document.text)]
    return [one for one in brackets if document.in_quotation_marks(one[0])]


def _covers(spans: list[Span], offset: int) -> bool:
    """Whether `offset` lies in one of some spans, which are in order and apart."""
    at = bisect_right(spans, (offset, offset))
    return bool(at) and offset < spans[at - 1][1]


def _begin(mention: Mention) -> int:
    return mention[0][0]
