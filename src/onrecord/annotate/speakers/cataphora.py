"""Whom a lead speaks of before it names them: `A former chairman says … “Now,” said Paul Orr, who led the port.`

Takes the names of an article and where such a description stands, gives whom it introduces soon after.
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

_LEAD = 400  # Characters that count as an article's lead.
_STAMP = 24  # Characters of the line (`___`, `2:45 p.m.`) below which an item of a live report begins.
_SOON = 700  # Characters within which the lead's person is named.
_TITLES = 60  # Characters of titles before a name that opens its sentence.
_TITLED = re.compile(r"(?:But |And )?(?:[\w.’'-]+ ){0,6}")
_DESCRIBES = re.compile(r"(?:An?|One|Another) |(?:The )?(?:[Ff]ormer |[A-Z][\w.’'-]*[’']s? )")


class Cataphora:
    """Finds the persons whom an article describes before it names them."""

    def __init__(self, text: str, names: Names, roles: RoleHolders, salience: Salience) -> None:
        self._text, self._roles, self._salience = text, roles, salience
        self._people = [one for one in names.entities if one.type is SpeakerType.PERSON]
        self._bodies = [one for one in names.entities if one.type is SpeakerType.ORG]

    def person_named_soon(self, phrase: str, before: list[str], role: str, offset: int) -> Entity | None:
        """The first who is new after the lead's phrase at `offset` and speaks, where no other role is told of them."""
        if not _DESCRIBES.match(phrase) or not self._is_lead(offset):
            return None
        for one in self._people[bisect_right(self._people, offset, key=_first) :]:
            span = one.mentions[0]
            if span[0] > offset + _SOON:
                return None
            heard = has_cue_beside(self._text, span) or (self._opens(span) and self._salience.subject(span))
            if heard and not self._salience.quoted(span[0]) and self._roles.may_hold(one, before, role):
                return one
        return None

    def _opens(self, span: Span) -> bool:
        """Whether a name opens its sentence, titles before it."""
        lead = self._text[max(self._salience.opening(span[0]), span[0] - _TITLES) : span[0]]
        return bool(_TITLED.fullmatch(lead))

    def organisation_named_soon(self, kinds: AbstractSet[str], offset: int) -> Entity | None:
        """The first organisation of a kind that is named soon after the lead at `offset`."""
        if not self._is_lead(offset):
            return None
        for one in self._bodies[bisect_right(self._bodies, offset, key=_first) :]:
            if one.mentions[0][0] > offset + _SOON:
                return None
            if kinds & set(one.name.lower().split()):
                return one
        return None

    def _is_lead(self, offset: int) -> bool:
        """Whether `offset` opens the article, or a paragraph below a line such as `2:45 p.m.`"""
        begin = self._text.rfind("\n", 0, offset) + 1
        above = self._text[max(0, begin - _STAMP - 4) : begin].rstrip("\n")
        return offset < _LEAD or ("\n" in above and len(above.rpartition("\n")[2]) < _STAMP)


def _first(named: Entity) -> int:
    return named.mentions[0][0]
