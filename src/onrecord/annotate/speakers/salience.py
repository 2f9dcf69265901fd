"""Salience: rank the antecedent candidates of a pronoun (after Lappin and Leass, CL 1994).

A linear score over a few features of each candidate: how near it was mentioned, as a subject or not, inside quotation
marks or not, and whether it spoke last. Gender only rules candidates out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from onrecord.annotate.entities.mentions import Entity, Mention, Names
from onrecord.annotate.entities.noun_phrases import PREPOSITION
from onrecord.annotate.lexicon.english import irregular_verbs
from onrecord.annotate.lexicon.english.cue_verbs import ANY_CUE
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.annotate.text.document import Document
from onrecord.model import Span, SpeakerType

_REACH = 2500  # Characters searched backwards: about the last five paragraphs of a news article.
_LEAD = re.compile(
    r"^[\s\"“]*(?:(?:[A-Z][\w’'-]*|of|the|and|for|U\.S\.) ?){0,6}$|,\s+(?:[\w.]+ ){0,2}$|\b(?:and|but|when|that|as) $"
)
_VERB = re.compile(
    r"(?:,? (?:of|at|from|in|with|for) [^,.\n]{2,60}?,?|(?: \([^()\n]{1,30}\))?, (?:[^.\n]|(?<=[MDJS][rs])\."
    r"|(?<=Mrs)\.|(?<= [A-Z])\.){2,140},| \([^()\n]{1,30}\))?"
    r" (?:[a-z]+ly |also |then |still |now |just |never |once |has |had |is |was |will |would |did |does )?"
    r"(?:is|was|has|had|will|would|have|are|were|can|could|should|may|might|must|do|did|want|say"
    rf"|{alternatives(irregular_verbs.SUBJECT_PAST)}|[a-z]+ed|[a-z]+s)\b"
)
_INVERTED = re.compile(rf"\b(?:{ANY_CUE}|according to) (?:[\w.’'-]+ ){{0,6}}$")
_NO_LEADER = re.compile(
    r"[\s\"“'‘’(]*(?:(?:But |And |Still, |Yet )?(?:[Hh]e|[Ss]he)\b"
    r"|(?:When|As|While|After|Before|If|Although|Though|Since|Because|Even|Until|Whenever|Where|Unlike|Like)\b)"
)
_NEAR = 60  # Characters before a name that still opens its sentence or paragraph.
_FEW = 5  # Offices ("the mayor") considered for a pronoun.
_LONG = 600  # Characters of a sentence; a text without a full stop is a single one and must not be searched whole.
_MOST = 40  # Mentions considered for a pronoun.

WEIGHTS = {
    "sentence": -0.55,
    "paragraph": -0.35,
    "subject": 1.1,
    "opens": 0.5,
    "first": 0.15,
    "quoted": -1.6,
    "oblique": -0.7,
    "owner": -0.5,
    "last speaker": 1.3,
    "speaker before": 0.4,
    "often": 0.35,
    "gender": 0.4,
    "clause": 0.5,
    "other subject since": -0.9,
}
"""Set by hand. Weights fitted to half of PolNeAR dev were no better on the other half (112 to 108 right, 15 to 23 wrong
of 144), and those fitted to GUM, most of whose pronouns are in biographies, were worse on PolNeAR dev (4.0 to 4.6%
wrong names).
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible antecedent and its score; a difference of one score point is a clear preference."""

    entity: Entity
    score: float


class Salience:
    """Ranks the antecedents of the pronouns of one article; `offices` are mentions such as `the mayor`."""

    def __init__(
        self, document: Document, names: Names, genders: Mapping[Entity, str], offices: Sequence[Mention]
    ) -> None:
        self._document, self._text, self._names = document, document.plain, names
        self._genders, self._offices = genders, offices
        self._sentences = [0, *(begin for begin, _ in document.sentences if begin)]
        self._paragraphs = [begin for begin, _ in document.paragraphs]

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence at `offset`."""
        return bisect_right(self._sentences, offset)

    def sentence_begins(self, offset: int) -> int:
        """Return where the sentence at `offset` begins."""
        return self._sentences[self.sentence(offset) - 1]

    def in_quotation_marks(self, offset: int) -> bool:
        """True if `offset` is in quotation marks."""
        return self._document.in_quotation_marks(offset)

    def is_subject(self, span: Span) -> bool:
        """True if the name at `span` seems to be the subject of its clause, before its verb or after `said`."""
        begin, end = span
        lead = self._text[max(self.sentence_begins(begin), begin - 60) : begin]
        return not _is_oblique(lead) and bool(_VERB.match(self._text, end, end + 170) or _INVERTED.search(lead))

    def rank(self, pronoun: str, offset: int, speakers: Sequence[tuple[int, Entity]]) -> list[Candidate]:
        """Return the possible antecedents of `pronoun` ("he", "she" or "" for any) before `offset`, best first.

        `speakers` are the single speakers of the sources so far, each with where its source begins.
        """
        before = [mention for mention in self._nearby(offset) if self._fits(mention[1], pronoun)]
        counts = Counter(entity for _, entity in before)
        speakers = [source for source in speakers if source[0] < offset]
        last = [entity for _, entity in speakers[-2:]][::-1]
        leader = self._leader(before, offset)
        scores: dict[Entity, float] = {}
        for span, entity in before:
            score = sum(WEIGHTS[key] * value for key, value in self._features(span, offset).items())
            score += WEIGHTS["clause"] * (entity is leader)
            score += WEIGHTS["often"] * log(counts[entity]) + WEIGHTS["gender"] * self._has_gender(entity)
            if last and last[0] is entity:
                score += WEIGHTS["last speaker"]
            elif len(last) > 1 and last[1] is entity:
                score += WEIGHTS["speaker before"]
            scores[entity] = max(score, scores.get(entity, score))
        for begin, entity in speakers[-2:]:
            if self._fits(entity, pronoun):
                gap = min(self.sentence(offset) - self.sentence(begin), 8)
                score = WEIGHTS["sentence"] * gap + WEIGHTS["subject"] + WEIGHTS["gender"] * self._has_gender(entity)
                score += WEIGHTS["last speaker"] if last[0] is entity else WEIGHTS["speaker before"]
                score += WEIGHTS["paragraph"] * min(self._paragraph(offset) - self._paragraph(begin), 4)
                score += WEIGHTS["often"] * log(counts[entity] or 1)
                score += WEIGHTS["other subject since"] * self._other_subject_since(entity, begin, before)
                scores[entity] = max(score, scores.get(entity, score))
        candidates = [Candidate(entity, score) for entity, score in scores.items()]
        return sorted(candidates, key=lambda candidate: -candidate.score)

    def people_here(self, offset: int) -> list[Mention]:
        """Return the people mentioned in the sentence of `offset` before it, outside quotation marks."""
        here = self._names.within((max(self.sentence_begins(offset), offset - _LONG), offset))
        return [
            (span, entity)
            for span, entity in here
            if entity.type is SpeakerType.PERSON and not self.in_quotation_marks(span[0])
        ]

    def _nearby(self, offset: int) -> list[Mention]:
        """Return the mentions considered for a pronoun at `offset`: names nearest first, then offices."""
        at = bisect_left(self._offices, ((offset, 0),), key=_span)
        offices = [office for office in self._offices[max(0, at - _FEW) : at] if office[0][0] > offset - _REACH]
        return [*self._names.before(offset, _REACH)[:_MOST], *offices]

    def _leader(self, before: list[Mention], offset: int) -> Entity | None:
        """Return the first subject of the sentence at `offset`, unless a pronoun or a subordinate clause opens it."""
        begins, quoted = self.sentence_begins(offset), self.in_quotation_marks(offset)
        if _NO_LEADER.match(self._text, begins):
            return None
        here = [
            mention
            for mention in before
            if mention[0][0] >= begins and self.in_quotation_marks(mention[0][0]) == quoted
        ]
        return next((entity for span, entity in sorted(here, key=_span) if self.is_subject(span)), None)

    def _other_subject_since(self, entity: Entity, source: int, before: list[Mention]) -> bool:
        """True if a sentence after the source, outside quotation marks, has another person as its subject."""
        here = self.sentence(source)
        return any(
            other is not entity
            and self.sentence(span[0]) > here
            and not self.in_quotation_marks(span[0])
            and self.is_subject(span)
            for span, other in before
        )

    def _fits(self, entity: Entity, pronoun: str) -> bool:
        gender = self._genders.get(entity, "")
        return entity.type is SpeakerType.PERSON and (not pronoun or gender in {"", pronoun})

    def _has_gender(self, entity: Entity) -> bool:
        return bool(self._genders.get(entity))

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset)

    def _features(self, span: Span, offset: int) -> dict[str, float]:
        begin, end = span
        begins = self.sentence_begins(begin)
        # Bounded, because a text without a full stop is one sentence.
        lead = self._text[max(begins, begin - _NEAR) : begin]
        paragraph = self._paragraphs[self._paragraph(begin) - 1]
        return {
            "sentence": min(self.sentence(offset) - self.sentence(begin), 8),
            "paragraph": min(self._paragraph(offset) - self._paragraph(begin), 4),
            "subject": self.is_subject(span),
            "opens": begin - begins < _NEAR and bool(_LEAD.search(lead)),
            "quoted": self.in_quotation_marks(begin),
            "oblique": _is_oblique(lead),
            "first": begin - paragraph < _NEAR and bool(_LEAD.search(self._text[paragraph:begin])),
            "owner": self._text[end : end + 2] in {"'s", "’s"},
        }


def _is_oblique(lead: str) -> bool:
    """True if a preposition precedes a name, with at most a few words of its title between."""
    words = lead[-45:].split(" ")
    return any(PREPOSITION.fullmatch(word) for word in words[-4:-1])


def _span(mention: Mention) -> tuple[Span]:
    return (mention[0],)
