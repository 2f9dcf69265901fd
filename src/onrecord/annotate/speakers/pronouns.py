"""Pronoun resolution: the antecedent of a pronoun, given what the article named before it.

`he` and `she` go by `salience`; `I` is the speaker of the content around it, or the writer; `who` is the name before
it; `it` and `they` refer to the last speaker, a nearby organisation that is a subject, or two people named together.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.annotate.entities.mentions import Entity
from onrecord.annotate.lexicon.english.cue_verbs import ANY_CUE
from onrecord.annotate.speakers.discourse import CLEAR, ReferenceContext, Resolution
from onrecord.annotate.speakers.first_person import FirstPerson
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
    rf"(?:, \d\d,)? (?:{ANY_CUE})(?: on [A-Z][a-z]+day)?(?: that)? they (?:had|have|were|are|never|would|will)\b"
)
_MENTIONS = 20  # Mentions of a person searched for the pronoun that the article uses for them.
_SEVERAL = frozenset({SpeakerType.GROUP, SpeakerType.ORG})
_NEAR = 2  # Sentences back to a source without a name, or to a pair.
_NEAR_THEY = 3  # Sentences back to the person that a singular "they" may refer to,
_NEAR_IT = 6  # and to the source that "it" may refer to; beyond, the subject has changed.
_SOURCES = 3  # Sources searched backwards for the antecedent of "it"; people among them are skipped.


class Pronouns:
    """Resolves the pronouns of one article."""

    def __init__(self, context: ReferenceContext, first_person: FirstPerson) -> None:
        self._text, self._names, self._genders = context.document.plain, context.names, context.genders
        self._salience, self._discourse, self._first_person = context.salience, context.discourse, first_person

    def resolve(self, pronoun: str, offset: int) -> Resolution | None:
        """Return the antecedent of a pronoun (in small letters) at `offset`.

        If the certainty is below UNCERTAIN, the entities are only candidates.
        """
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
        """Return the last two people named together, as one subject, in the two sentences before `offset`."""
        for (right, second), (left, first) in pairwise(self._names.before(offset, 700)):
            if self._sentences_back(offset, left[0]) > _NEAR:
                break
            together = _TOGETHER.fullmatch(self._text[left[1] : right[0]])
            persons = first.type is second.type is SpeakerType.PERSON and first is not second
            if together and persons and self._salience.is_subject(right):
                return (first, second)
        return ()

    def _he(self, pronoun: str, offset: int) -> Resolution | None:
        if self._follows_unnamed_person(offset):
            return None
        writer = self._first_person.writer(offset)  # The writer is "I", not "she".
        speakers = [source for source in self._discourse.single_speakers() if source[1] is not writer]
        best, *others = self._salience.rank(pronoun, offset, speakers) or (None,)
        if best is None:
            return None
        if others and best.score - others[0].score < CLEAR:
            return Resolution((best.entity, others[0].entity), 0.4, "")
        last = bool(speakers) and speakers[-1][1] is best.entity
        return Resolution((best.entity,), 0.7, "the last speaker" if last else "the likeliest name before it")

    def _follows_unnamed_person(self, offset: int) -> bool:
        """True if the last speaker, nearby, has no name, and no one was named since: `A spokesman said. He added`."""
        last = self._discourse.unnamed_person
        if last is None or last[1] >= offset or self._sentences_back(offset, last[0]) > _NEAR:
            return False
        return not any(entity.type is SpeakerType.PERSON for _, entity in self._names.within((last[1], offset)))

    def _writer(self, pronoun: str, offset: int) -> Resolution | None:
        """Return the speaker of the content that `I` is in; outside contents, the writer of the article."""
        if speakers := self._discourse.speakers_of_content(offset):
            single = len(speakers) == 1 or pronoun == "we"
            return Resolution(speakers, 0.7, "who speaks here") if single else None
        if pronoun not in _ALONE or self._salience.in_quotation_marks(offset):
            return None
        writer = self._first_person.writer(offset)
        return Resolution((writer,), 0.8, "who wrote the article") if writer else None

    def _relative(self, pronoun: str, offset: int) -> Resolution | None:
        for span, entity in self._names.before(offset, 120)[:2]:
            if pronoun == "who" and entity.type is not SpeakerType.PERSON:
                continue
            gap = self._text[span[1] : offset]
            if _GAP.fullmatch(gap):
                return Resolution((entity,), 0.8 if len(gap) < 3 else 0.6, "the name before it")
        return None

    def _they(self, offset: int) -> Resolution | None:
        if self._follows_unnamed_source(offset):
            return None
        if pair := self.pair(offset):
            return Resolution(pair, 0.55, "the two named together")
        speakers = self._discourse.last_speakers(offset)
        if len(speakers) > 1 or (speakers and speakers[0].type in _SEVERAL):
            return Resolution(speakers, 0.6, "the last speaker")
        return self._singular(offset)

    def _singular(self, offset: int) -> Resolution | None:
        """Return the person named last, nearby, if the article uses `they` for that person and no gender is known."""
        people = [mention for mention in self._names.before(offset, 300) if mention[1].type is SpeakerType.PERSON]
        if not people or self._sentences_back(offset, people[0][0][0]) > _NEAR_THEY:
            return None
        person = people[0][1]
        uses_they = any(_THEIR_OWN.match(self._text, end, end + 60) for _, end in person.mentions[:_MENTIONS])
        return Resolution((person,), 0.5, "who goes by “they”") if uses_they and not self._genders[person] else None

    def _follows_unnamed_source(self, offset: int) -> bool:
        """True if the last speakers, nearby, have no name, and no one was named since: `Her aides said. They`."""
        begin, speakers = (self._discourse.sources_before(offset) or [(offset, ())])[-1]
        if speakers or begin >= offset or self._sentences_back(offset, begin) > _NEAR:
            return False
        return not any(self._salience.is_subject(span) for span, _ in self._names.within((begin, offset)))

    def _it(self, offset: int) -> Resolution | None:
        since = self._discourse.last_source_begins()
        for span, entity in self._names.before(offset, 400):
            near = span[0] > since and self._sentences_back(offset, span[0]) <= 1
            if near and entity.type is SpeakerType.ORG and self._salience.is_subject(span):
                return Resolution((entity,), 0.55, "the organisation named last")
        for begin, speakers in reversed(self._discourse.sources_before(offset)[-_SOURCES:]):
            if self._sentences_back(offset, begin) > _NEAR_IT or len(speakers) != 1:
                break
            if speakers[0].type is not SpeakerType.PERSON:
                return Resolution(speakers, 0.6, "the last speaker")
        return None

    def _sentences_back(self, offset: int, earlier: int) -> int:
        return self._salience.sentence(offset) - self._salience.sentence(earlier)
