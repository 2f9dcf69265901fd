"""Cataphora: people and organisations that a lead describes before the article names them.

`A former chairman says … “Now,” said Paul Orr, who led the port.` Input: the names of an article and the position of
the description; output: the entity that is named soon after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set as AbstractSet

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.entities.person_cues import has_cue_beside
from onrecord.annotate.entities.role_holders import RoleHolders
from onrecord.annotate.speakers.salience import Salience
from onrecord.model import Span, SpeakerType

_LEAD = 400  # Characters of an article's lead.
_STAMP = 24  # The most characters in a line (`___`, `2:45 p.m.`) that opens an item of a live report.
_SOON = 700  # Characters within which the lead's person is named.
_TITLES = 60  # Characters of titles before a name that opens its sentence.
_TITLED = re.compile(r"(?:But |And )?(?:[\w.’'-]+ ){0,6}")
_DESCRIBES = re.compile(r"(?:An?|One|Another) |(?:The )?(?:[Ff]ormer |[A-Z][\w.’'-]*[’']s? )")


class Cataphora:
    """Finds the entity that an article describes before it names it."""

    def __init__(self, text: str, names: Names, roles: RoleHolders, salience: Salience) -> None:
        self._text, self._roles, self._salience = text, roles, salience
        self._people = [entity for entity in names.entities if entity.type is SpeakerType.PERSON]
        self._organisations = [entity for entity in names.entities if entity.type is SpeakerType.ORG]

    def person_named_soon(self, phrase: str, before: list[str], role: str, offset: int) -> Entity | None:
        """Return the first new person who speaks after the lead's phrase at `offset` and is given no other role."""
        if not _DESCRIBES.match(phrase) or not self._is_lead(offset):
            return None
        for person in self._people[bisect_right(self._people, offset, key=_first_mention) :]:
            span = person.mentions[0]
            if span[0] > offset + _SOON:
                return None
            speaks = has_cue_beside(self._text, span) or (
                self._opens_sentence(span) and self._salience.is_subject(span)
            )
            quoted = self._salience.in_quotation_marks(span[0])
            if speaks and not quoted and self._roles.may_hold(person, before, role):
                return person
        return None

    def organisation_named_soon(self, kinds: AbstractSet[str], offset: int) -> Entity | None:
        """Return the first organisation of a kind that is named soon after the lead at `offset`."""
        if not self._is_lead(offset):
            return None
        for organisation in self._organisations[bisect_right(self._organisations, offset, key=_first_mention) :]:
            if organisation.mentions[0][0] > offset + _SOON:
                return None
            if kinds & set(organisation.name.lower().split()):
                return organisation
        return None

    def _opens_sentence(self, span: Span) -> bool:
        """True if a name opens its sentence, perhaps after titles."""
        lead = self._text[max(self._salience.sentence_begins(span[0]), span[0] - _TITLES) : span[0]]
        return bool(_TITLED.fullmatch(lead))

    def _is_lead(self, offset: int) -> bool:
        """True if `offset` is in the lead of the article, or in a paragraph below a line such as `2:45 p.m.`"""
        begin = self._text.rfind("\n", 0, offset) + 1
        above = self._text[max(0, begin - _STAMP - 4) : begin].rstrip("\n")
        return offset < _LEAD or ("\n" in above and len(above.rpartition("\n")[2]) < _STAMP)


def _first_mention(entity: Entity) -> int:
    return entity.mentions[0][0]
