"""Whom a pronoun stands for: takes its word and place, gives what the article named before it, or nothing.

`he` and `she` go by the ranker (`focus`); `I` is who speaks or who writes; `who` is the name before it; `it` and `they`
take up the last source, an organisation that is the subject near by, or two persons named together.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.entities.person_cues import CUES
from onrecord.annotate.speakers.discourse import CLEAR, Discourse, Resolution
from onrecord.annotate.speakers.first_person import FirstPerson
from onrecord.annotate.speakers.salience import Salience
from onrecord.model import SpeakerType

_HE = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
_WRITER = frozenset({"i", "we", "me", "my", "us", "our", "myself"})
_ALONE = frozenset({"i", "me", "my", "myself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "both", "each", "themselves"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_NOBODY = frozenset({"you", "this", "these", "those", "some", "all", "one"})
PRONOUNS = frozenset(_HE) | _WRITER | _IT | _THEY | _RELATIVE | _NOBODY
"""Words that, alone, are no name."""

_GAP = re.compile(
    r"(?: \([^()\n]*\))?(?:,? ?| ?(?:--|[-–—]) ?)|,? (?:of|from|at|in) [\w .’'-]{2,40},? |, [^,.\n]{2,90},? "
    r"| (?:is|was|are|were) (?:one|among|part) of [^,.\n]{3,60} "
)
_TOGETHER = re.compile(r"(?: \([^()\n]{1,20}\))? and (?:[\w.’'-]+ ){0,4}")
_THEIR_OWN = re.compile(
    rf"(?:, \d\d,)? (?:{CUES})(?: on [A-Z][a-z]+day)?(?: that)? they (?:had|have|were|are|never|would|will)\b"
)
_MENTIONS = 20  # Mentions of a person looked at for the pronoun that they go by.
_SEVERAL = frozenset({SpeakerType.GROUP, SpeakerType.ORG})
# How many sentences back a last source is taken up; beyond, something else was spoken of between.
_NEAR_THEY, _NEAR_IT = 3, 6
_SPOKE = 3  # Sources looked back over for one that "it" may be; persons among them are passed over.
_CONTENTS = 40  # Contents looked back over for the one that an "I" stands in.


class Pronouns:
    """Resolves the pronouns of one article."""

    def __init__(self, text: str, names: Names, salience: Salience, first_person: FirstPerson) -> None:
        self._text, self._names, self._first_person = text, names, first_person
        self.salience, self.discourse = salience, Discourse()

    def find(self, pronoun: str, offset: int) -> Resolution | None:
        """Whom a pronoun (in small letters) at `offset` stands for; a certainty below LEAST tells candidates only."""
        if pronoun in _HE:
            return self._he(_HE[pronoun], offset)
        if pronoun in _WRITER:
            return self._writer(pronoun, offset)
        if pronoun in _RELATIVE:
            return self._relative(pronoun, offset)
        if pronoun in _THEY:
            return self._they(offset)
        return self._it(offset) if pronoun in _IT else None

    def pair(self, offset: int) -> tuple[Entity, ...]:
        """The last two persons named together, as one subject, in the two sentences before `offset`."""
        for (right, second), (left, first) in pairwise(self._names.before(offset, 700)):
            if self.salience.sentence(offset) - self.salience.sentence(left[0]) > 2:
                break
            together = _TOGETHER.fullmatch(self._text[left[1] : right[0]])
            persons = first.type is second.type is SpeakerType.PERSON and first is not second
            if together and persons and self.salience.subject(right):
                return (first, second)
        return ()

    def _he(self, pronoun: str, offset: int) -> Resolution | None:
        if self._after_nameless(offset):
            return None
        writer = self._first_person.writer(offset)  # Whoever writes is "I", not "she".
        spoke = [one for one in self.discourse.singles() if one[1] is not writer]
        best, *others = self.salience.ranked(pronoun, offset, spoke) or (None,)
        if best is None:
            return None
        if others and best.score - others[0].score < CLEAR:
            return Resolution((best.named, others[0].named), 0.4, "")
        last = bool(spoke) and spoke[-1][1] is best.named
        return Resolution((best.named,), 0.7, "the last speaker" if last else "the likeliest name before it")

    def last_body(self, offset: int) -> Entity | None:
        """The organisation that spoke last, near by, whose `the report` may be."""
        named = self._last(offset, _NEAR_THEY)
        return named[0] if len(named) == 1 and named[0].type is SpeakerType.ORG else None

    def last_person(self, offset: int) -> Entity | None:
        """The person who spoke last, near by."""
        named = self._last(offset, _NEAR_THEY)
        return named[0] if len(named) == 1 and named[0].type is SpeakerType.PERSON else None

    def _after_nameless(self, offset: int) -> bool:
        """Whether one without a name spoke last, near by, and no one was named since: `A spokesman said. He added`."""
        last = self.discourse.nameless
        if last is None or last[1] >= offset or self.salience.sentence(offset) - self.salience.sentence(last[0]) > 2:
            return False
        return not any(named.type is SpeakerType.PERSON for _, named in self._names.within((last[1], offset)))

    def _writer(self, pronoun: str, offset: int) -> Resolution | None:
        """`I` in a quotation is its speaker; outside, the one who wrote the article."""
        for (begin, end), named in reversed(self.discourse.contents[-_CONTENTS:]):
            if begin <= offset < end:
                return Resolution(named, 0.7, "who speaks here") if len(named) == 1 or pronoun == "we" else None
        if pronoun not in _ALONE or self.salience.quoted(offset):
            return None
        writer = self._first_person.writer(offset)
        return Resolution((writer,), 0.8, "who wrote the article") if writer else None

    def _relative(self, pronoun: str, offset: int) -> Resolution | None:
        for span, named in self._names.before(offset, 120)[:2]:
            if pronoun == "who" and named.type is not SpeakerType.PERSON:
                continue
            gap = self._text[span[1] : offset]
            if _GAP.fullmatch(gap):
                return Resolution((named,), 0.8 if len(gap) < 3 else 0.6, "the name before it")
        return None

    def _they(self, offset: int) -> Resolution | None:
        if self._nobody_since(offset):
            return None
        if pair := self.pair(offset):
            return Resolution(pair, 0.55, "the two named together")
        named = self._last(offset, _NEAR_THEY)
        if len(named) > 1 or (named and named[0].type in _SEVERAL):
            return Resolution(named, 0.6, "the last speaker")
        return self._singular(offset)

    def _singular(self, offset: int) -> Resolution | None:
        """The person named last, near by, where no other pronoun fits and the text has said that they go by `they`."""
        seen = [one for one in self._names.before(offset, 300) if one[1].type is SpeakerType.PERSON]
        if not seen or self.salience.sentence(offset) - self.salience.sentence(seen[0][0][0]) > _NEAR_THEY:
            return None
        named = seen[0][1]
        told = any(_THEIR_OWN.match(self._text, end, end + 60) for _, end in named.mentions[:_MENTIONS])
        return Resolution((named,), 0.5, "who goes by “they”") if told and not named.gender else None

    def _nobody_since(self, offset: int) -> bool:
        """Whether those who spoke last, near by, have no name, and no one was named since: `Her aides said. They`."""
        at, named = (self.discourse.before(offset) or [(offset, ())])[-1]
        if named or at >= offset or self.salience.sentence(offset) - self.salience.sentence(at) > 2:
            return False
        return not any(self.salience.subject(span) for span, _ in self._names.within((at, offset)))

    def _it(self, offset: int) -> Resolution | None:
        since = self.discourse.spoke[-1][0] if self.discourse.spoke else -1
        here = self.salience.sentence(offset)
        for span, one in self._names.before(offset, 400):
            near = span[0] > since and here - self.salience.sentence(span[0]) <= 1
            if near and one.type is SpeakerType.ORG and self.salience.subject(span):
                return Resolution((one,), 0.55, "the organisation named last")
        for at, named in reversed(self.discourse.before(offset)[-_SPOKE:]):
            if here - self.salience.sentence(at) > _NEAR_IT or len(named) != 1:
                break
            if named[0].type is not SpeakerType.PERSON:
                return Resolution(named, 0.6, "the last speaker")
        return None

    def _last(self, offset: int, near: int) -> tuple[Entity, ...]:
        """Whom the last source stands for, where it is at most `near` sentences back."""
        at, named = (self.discourse.before(offset) or [(offset, ())])[-1]
        return named if at < offset and self.salience.sentence(offset) - self.salience.sentence(at) <= near else ()
