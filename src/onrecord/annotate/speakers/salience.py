"""Whom a pronoun takes up: takes the names of an article and who spoke so far, ranks those whom `he` may stand for.

A linear ranker over a few features of each candidate (as in Lappin and Leass, CL 1994): how near it was named, as the
subject or not, inside a quotation or not, and whether it spoke last. Gender only rules candidates out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import log

from onrecord.annotate.entities.mentions import Entity, Mention, Names
from onrecord.annotate.entities.noun_phrases import PREPOSITION
from onrecord.annotate.entities.person_cues import CUES
from onrecord.annotate.text.document import Document
from onrecord.model import Span, SpeakerType

_REACH = 2500  # Characters looked back over: about the last five paragraphs of a news article.
_LEAD = re.compile(
    r"^[\s\"“]*(?:(?:[A-Z][\w’'-]*|of|the|and|for|U\.S\.) ?){0,6}$|,\s+(?:[\w.]+ ){0,2}$|\b(?:and|but|when|that|as) $"
)
_VERB = re.compile(
    r"(?:,? (?:of|at|from|in|with|for) [^,.\n]{2,60}?,?|(?: \([^()\n]{1,30}\))?, (?:[^.\n]|(?<=[MDJS][rs])\."
    r"|(?<=Mrs)\.|(?<= [A-Z])\.){2,140},| \([^()\n]{1,30}\))?"
    r" (?:[a-z]+ly |also |then |still |now |just |never |once |has |had |is |was |will |would |did |does )?"
    r"(?:said|is|was|has|had|will|would|told|wrote|went|did"
    r"|made|ran|won|took|came|met|saw|knew|thought|got|gave|found|left|felt|brought|began|kept|held|stood|heard|sat|spoke"
    r"|lost|sent|built|fell|grew|chose|broke|led|read|have|are|were|can|could|should|may|might|must|do|want|say|withdrew|[a-z]+ed|[a-z]+s)\b"
)
_INVERTED = re.compile(rf"\b(?:{CUES}|according to) (?:[\w.’'-]+ ){{0,6}}$")
_NO_LEADER = re.compile(
    r"[\s\"“'‘’(]*(?:(?:But |And |Still, |Yet )?(?:[Hh]e|[Ss]he)\b"
    r"|(?:When|As|While|After|Before|If|Although|Though|Since|Because|Even|Until|Whenever|Where|Unlike|Like)\b)"
)
_NEAR = 60  # Characters before a name in which it still opens its sentence or paragraph.
_FEW = 5  # Offices ("the mayor") looked at for a pronoun.
_LONG = 600  # Characters of a sentence; a text without a full stop is one, and must not be searched whole.
_MOST = 40  # Mentions looked at for a pronoun.

WEIGHTS = {
    "sentence": -0.55,
    "paragraph": -0.35,
    "subject": 1.1,
    "opens": 0.5,
    "first": 0.15,
    "quoted": -1.6,
    "oblique": -0.7,
    "owner": -0.5,
    "spoke": 1.3,
    "spoke before": 0.4,
    "often": 0.35,
    "gender": 0.4,
    "clause": 0.5,
    "since": -0.9,
}
"""Set by hand. Weights fitted to half of PolNeAR dev were no better on its other half (112 to 108 right, 15 to 23 wrong
of 144), and those fitted to GUM, most of whose pronouns are in biographies, worse on it (4.0 to 4.6% wrong names).
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One whom a pronoun may stand for, and its score; a difference of one score point is a clear preference."""

    named: Entity
    score: float


class Salience:
    """Ranks the antecedents of the pronouns of one article."""

    def __init__(self, document: Document, names: Names, offices: list[Mention]) -> None:
        self._document, self._text, self._names, self._offices = document, document.plain, names, offices
        self._sentences = [0, *(begin for begin, _ in document.sentences if begin)]
        self._paragraphs = [begin for begin, _ in document.paragraphs]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that `offset` lies in."""
        return bisect_right(self._sentences, offset)

    def opening(self, offset: int) -> int:
        """Where the sentence begins that `offset` lies in."""
        return self._sentences[self.sentence(offset) - 1]

    def quoted(self, offset: int) -> bool:
        """Whether `offset` lies in quotation marks."""
        return self._document.in_quotation_marks(offset)

    def subject(self, span: Span) -> bool:
        """Whether the name at `span` seems to be the subject of its clause, before its verb or behind `said`."""
        begin, end = span
        lead = self._text[max(self.opening(begin), begin - 60) : begin]
        return not _oblique(lead) and bool(_VERB.match(self._text, end, end + 170) or _INVERTED.search(lead))

    def ranked(self, pronoun: str, offset: int, spoke: list[tuple[int, Entity]]) -> list[Candidate]:
        """Those named before `offset` whom `pronoun` ("he" or "she") may stand for, likeliest first."""
        scores: dict[int, Candidate] = {}
        counts: dict[int, int] = {}
        at = bisect_left(self._offices, ((offset, 0),), key=_span)
        offices = [one for one in self._offices[max(0, at - _FEW) : at] if one[0][0] > offset - _REACH]
        near = [*self._names.before(offset, _REACH)[:_MOST], *offices]
        before = [one for one in near if _fits(one[1], pronoun)]
        for _, named in before:
            counts[id(named)] = counts.get(id(named), 0) + 1
        spoke = [one for one in spoke if one[0] < offset]
        last = [named for _, named in spoke[-2:]][::-1]
        leader = self._leader(before, offset)
        for span, named in before:
            score = sum(WEIGHTS[key] * value for key, value in self._features(span, offset).items())
            score += WEIGHTS["clause"] * (named is leader)
            score += WEIGHTS["often"] * log(counts[id(named)]) + WEIGHTS["gender"] * bool(named.gender)
            if last and last[0] is named:
                score += WEIGHTS["spoke"]
            elif len(last) > 1 and last[1] is named:
                score += WEIGHTS["spoke before"]
            if id(named) not in scores or scores[id(named)].score < score:
                scores[id(named)] = Candidate(named, score)
        for at, named in spoke[-2:]:
            if _fits(named, pronoun):
                gap = min(self.sentence(offset) - self.sentence(at), 8)
                score = WEIGHTS["sentence"] * gap + WEIGHTS["subject"] + WEIGHTS["gender"] * bool(named.gender)
                score += WEIGHTS["spoke"] if last[0] is named else WEIGHTS["spoke before"]
                score += WEIGHTS["paragraph"] * min(self._paragraph(offset) - self._paragraph(at), 4)
                score += WEIGHTS["often"] * log(counts.get(id(named), 1))
                score += WEIGHTS["since"] * self._heard_since(named, at, offset, before)
                if id(named) not in scores or scores[id(named)].score < score:
                    scores[id(named)] = Candidate(named, score)
        return sorted(scores.values(), key=lambda one: -one.score)

    def people_here(self, offset: int) -> list[Mention]:
        """The persons whom the sentence of `offset` names before it, outside marks."""
        here = self._names.within((max(self.opening(offset), offset - _LONG), offset))
        return [one for one in here if one[1].type is SpeakerType.PERSON and not self.quoted(one[0][0])]

    def _leader(self, before: list[Mention], offset: int) -> Entity | None:
        """The first subject of the sentence that `offset` lies in, where no pronoun and no lesser clause opens it."""
        opening, quoted = self.opening(offset), self.quoted(offset)
        if _NO_LEADER.match(self._text, opening):
            return None
        here = [(span, one) for span, one in before if span[0] >= opening and self.quoted(span[0]) == quoted]
        return next((one for span, one in sorted(here, key=_span) if self.subject(span)), None)

    def _heard_since(self, named: Entity, at: int, offset: int, before: list[Mention]) -> bool:
        """Whether a later sentence than that of the source at `at`, outside marks, has another as its subject."""
        here = self.sentence(at)
        return any(
            other is not named and self.sentence(span[0]) > here and not self.quoted(span[0]) and self.subject(span)
            for span, other in before
        )

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, offset)

    def _features(self, span: Span, offset: int) -> dict[str, float]:
        begin, end = span
        opening = self.opening(begin)
        # No more than what is looked at: a text without a full stop is one sentence.
        lead = self._text[max(opening, begin - _NEAR) : begin]
        oblique = _oblique(lead)
        subject = self.subject(span)
        first = self._paragraphs[self._paragraph(begin) - 1]
        return {
            "sentence": min(self.sentence(offset) - self.sentence(begin), 8),
            "paragraph": min(self._paragraph(offset) - self._paragraph(begin), 4),
            "subject": subject,
            "opens": begin - opening < _NEAR and bool(_LEAD.search(lead)),
            "quoted": self.quoted(begin),
            "oblique": oblique,
            "first": begin - first < _NEAR and bool(_LEAD.search(self._text[first:begin])),
            "owner": self._text[end : end + 2] in {"'s", "’s"},
        }


def _oblique(lead: str) -> bool:
    """Whether a preposition stands right before a name, a few words of its title between them."""
    words = lead[-45:].split(" ")
    return any(PREPOSITION.fullmatch(word) for word in words[-4:-1])


def _fits(named: Entity, pronoun: str) -> bool:
    return named.type is SpeakerType.PERSON and (not pronoun or named.gender in {"", pronoun})


def _span(mention: Mention) -> tuple[Span]:
    return (mention[0],)
