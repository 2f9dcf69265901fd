"""Names of people and organisations in an article, with all their mentions.

A name is a run of capitalised words (`capitalised_runs`); `person_cues` decides which runs are people, and
`name_matching` which entity a short form refers to. A run that nothing decides is not listed. In a headline every word
may be capitalised, so a headline only gets mentions of names found elsewhere.
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
    """The entities that one article names, and where it mentions them.

    `sources` are the spans that the model labelled as sources of quotations: a source of two capitalised words is a
    person. `inner` holds words that are capitalised within sentences too.
    """

    def __init__(self, document: Document, sources: Iterable[Span] = ()) -> None:
        self.entities: list[Entity] = []
        self._at: list[Mention] = []
        text, in_headline = document.text, document.in_headline
        found = list(capitalised_runs(text))
        self.inner = {run.words[0] for run in found if not opens_sentence(text, run.span[0])}
        body = without_loose_words(text, [run for run in found if not in_headline(run.span[0])] or found)
        matcher = NameMatcher(text, PersonEvidence(text, body, list(sources)))
        _fill(matcher, text, body)
        inserted = _inserted(document)
        for run in body:
            if _covers(inserted, run.span[0]):
                continue
            entity = matcher.match(run) or matcher.match_single(run, inner=run.words[0] in self.inner)
            self._add_mention(matcher, entity, run)
        if any(not in_headline(run.span[0]) for run in found):
            for run in found:
                if in_headline(run.span[0]):
                    self._look_up(matcher, run)
        self._at.sort(key=_begin)
        for entity in self.entities:
            entity.mentions.sort()
        self.entities.sort(key=lambda entity: entity.mentions[0])

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions that lie in `span`, in order."""
        return [mention for mention in self._slice(*span) if mention[0][1] <= span[1]]

    def before(self, offset: int, reach: int) -> list[Mention]:
        """Return the mentions that begin in the `reach` characters before `offset`, nearest first."""
        return self._slice(offset - reach, offset)[::-1]

    def people(self) -> tuple[Person, ...]:
        """Return all entities in the order of first mention."""
        return tuple(Person(entity.name, entity.type, tuple(entity.mentions)) for entity in self.entities)

    def _slice(self, begin: int, end: int) -> list[Mention]:
        low = bisect_left(self._at, begin, key=_begin)
        return self._at[low : bisect_left(self._at, end, lo=low, key=_begin)]

    def _add_mention(self, matcher: NameMatcher, entity: Entity | None, run: Run) -> None:
        if entity is not None:
            if not entity.mentions:
                self.entities.append(entity)
            matcher.add_mention(entity, run)
            self._at.append((run.span, entity))

    def _look_up(self, matcher: NameMatcher, run: Run) -> None:
        """Add the known names that a headline's capitalised words contain, longest first."""
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
    """Fill the matcher from the fullest names to the shortest."""
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
    """Return the brackets inside quotation marks: an editor’s insertion introduces no new name: `“(Doe) hated it”`."""
    brackets = [found.span() for found in _BRACKETS.finditer(document.text)]
    return [bracket for bracket in brackets if document.in_quotation_marks(bracket[0])]


def _covers(spans: list[Span], offset: int) -> bool:
    """True if `offset` lies in one of `spans`, which are in order and do not overlap."""
    at = bisect_right(spans, (offset, offset))
    return bool(at) and offset < spans[at - 1][1]


def _begin(mention: Mention) -> int:
    return mention[0][0]
