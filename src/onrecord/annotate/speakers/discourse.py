"""The discourse so far: which sources of an article have been resolved, and to which entities.

`Discourse` is filled in the order of the text; pronouns and descriptions are resolved against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.speakers.salience import Salience
from onrecord.annotate.text.document import Document
from onrecord.model import Span, SpeakerType

CLEAR = 0.35
"""Score points by which the best antecedent must lead the next; below that, neither is returned.

Measured on PolNeAR dev: from .2 to .9, right and wrong names move by less than .6 and .2 points.
"""
_SOURCES = 8  # Sources searched backwards.
_SINGLE = 6  # The same for sources with one speaker.
_CONTENTS = 40  # Contents searched backwards for the one that contains an "I".
_NEAR = 3  # Sentences back to the last speaker; beyond, the subject has changed.


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities that a part of a source refers to, the certainty (0 to 1), and how they were found."""

    entities: tuple[Entity, ...]
    certainty: float
    how: str


class Discourse:
    """The sources resolved so far, in the order of the text; `sentence` numbers the sentence of an offset."""

    def __init__(self, sentence: Callable[[int], int]) -> None:
        self._sentence = sentence
        self._sources: list[tuple[int, tuple[Entity, ...]]] = []
        self._contents: list[tuple[Span, tuple[Entity, ...]]] = []
        # The last source, if it is one person without a name ("a police officer").
        self.unnamed_person: Span | None = None

    def add(
        self, source: Span, speakers: tuple[Entity, ...], content: tuple[Span, ...], *, unnamed_person: bool
    ) -> None:
        """Add a source with its speakers (() if unknown) and the content that they said."""
        self._sources.append((source[0], speakers))
        self.unnamed_person = source if unnamed_person else None
        if speakers:
            self._contents.extend((piece, speakers) for piece in content)

    def sources_before(self, offset: int) -> list[tuple[int, tuple[Entity, ...]]]:
        """Return the last sources that begin before `offset`; later ones may have been resolved already."""
        return [source for source in self._sources[-_SOURCES:] if source[0] < offset]

    def last_source_begins(self) -> int:
        """Return where the last source begins; -1 if there is none."""
        return self._sources[-1][0] if self._sources else -1

    def single_speakers(self) -> list[tuple[int, Entity]]:
        """Return the last sources with exactly one speaker, each with where it begins."""
        return [(begin, speakers[0]) for begin, speakers in self._sources[-_SINGLE:] if len(speakers) == 1]

    def recent_speakers(self, sources: int) -> list[Entity]:
        """Return the speakers of the last `sources` sources, the most recent source first."""
        return [entity for _, speakers in reversed(self._sources[-sources:]) for entity in speakers]

    def speakers_of_content(self, offset: int) -> tuple[Entity, ...]:
        """Return the speakers of the content that contains `offset`; () if it is in none."""
        for (begin, end), speakers in reversed(self._contents[-_CONTENTS:]):
            if begin <= offset < end:
                return speakers
        return ()

    def last_speakers(self, offset: int) -> tuple[Entity, ...]:
        """Return the speakers of the last source before `offset`, if it is near."""
        begin, speakers = (self.sources_before(offset) or [(offset, ())])[-1]
        return speakers if begin < offset and self._sentence(offset) - self._sentence(begin) <= _NEAR else ()

    def last_speaker(self, offset: int, type_: SpeakerType) -> Entity | None:
        """Return the last speaker before `offset`, if near, alone and of this type."""
        speakers = self.last_speakers(offset)
        return speakers[0] if len(speakers) == 1 and speakers[0].type is type_ else None


@dataclass(frozen=True, slots=True)
class ReferenceContext:
    """What the references of one article are resolved against.

    `genders` is "he", "she" or "" for each entity of `names`; `discourse` grows while the sources are resolved.
    """

    document: Document
    names: Names
    genders: Mapping[Entity, str]
    salience: Salience
    discourse: Discourse
