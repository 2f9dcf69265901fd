"""Holders of a role: the person that an article calls mayor, coach or spokeswoman.

Input: the roles stated of each person (`stated_roles`). Output: the person that a role, with the words around it,
describes; None if nobody fits, or if several people fit equally well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from onrecord.annotate.entities.mentions import Entity, Mention
from onrecord.annotate.entities.noun_phrases import content_words
from onrecord.annotate.entities.stated_roles import StatedRoles, normal_role
from onrecord.annotate.lexicon.english.names import COMMON, PLACES
from onrecord.annotate.lexicon.english.roles import HOLDERS, OFFICES, PARTIES, ROLE_HEADS, VARIED

_OFFICE = re.compile(rf"\b[Tt]he ({'|'.join(sorted(OFFICES | {'senator', 'candidate', 'nominee'}))})\b(?! [A-Z])")
_SOON = 900  # Characters within which a lead's "A judge" is named.
_AHEAD = 1500  # Characters after a role within which its holder is mentioned first.
_FAR_MORE = 3  # The current holder of an office has at least this many times the mentions of any other.
_MANY = 8  # Holders of one role considered in an article.


class RoleHolders:
    """The people of one article by the roles stated of them."""

    def __init__(self, stated: Mapping[Entity, StatedRoles]) -> None:
        self._stated = stated
        self._holders: dict[str, list[StatedRoles]] = {}
        for person in stated.values():
            for role in sorted(person.roles):
                self._holders.setdefault(role, []).append(person)

    def office_mentions(self, text: str) -> list[Mention]:
        """Return where a bare office (`the mayor`) refers to its holder, in the order of the text."""
        found = []
        for office in _OFFICE.finditer(text):
            entity = self._in_office(normal_role(office[1]))
            if entity is not None and entity.mentions[0][0] < office.start():
                found.append((office.span(), entity))
        return found

    def named_soon(self, before: list[str], role: str, offset: int) -> Entity | None:
        """Return the only holder of a role, if named soon after `offset`: `A judge ruled … Judge Orr wrote`."""
        holders = self._holders.get(normal_role(role), ())
        if len(holders) != 1 or not offset < holders[0].entity.mentions[0][0] < offset + _SOON:
            return None
        return holders[0].entity if _agrees(holders[0], before) else None

    def pair(self, role: str) -> tuple[Entity, ...]:
        """Return the two holders of a role (in the plural), if there are exactly two."""
        holders = self._holders.get(normal_role(role.removesuffix("s")), ())
        return tuple(holder.entity for holder in holders) if len(holders) == 2 else ()

    def has_role(self, entity: Entity) -> bool:
        """True if the article states a role of a person, apart from party membership."""
        stated = self._stated.get(entity)
        return stated is not None and bool(stated.roles - PARTIES)

    def may_hold(self, entity: Entity, before: list[str], role: str) -> bool:
        """True if the article states this role of a person, and not for another place, or states no role at all."""
        stated = self._stated.get(entity)
        if stated is None or not stated.roles:
            return True
        return normal_role(role) in stated.roles and (_agrees(stated, before) or not stated.words & PLACES)

    def is_compatible(self, entity: Entity, before: list[str], role: str) -> bool:
        """True if nothing stated of a person contradicts a role: no other office, no other party."""
        stated = self._stated.get(entity)
        if stated is None:
            return True
        role_form = normal_role(role)
        wanted = {normal_role(word) for word in content_words([*before, role])}
        offices = stated.roles & OFFICES
        names = _capitalised(before)
        if stated.roles - PARTIES and not stated.roles & ((OFFICES | VARIED | {role_form}) - ({"judge"} - {role_form})):
            return False
        if role_form in OFFICES and names - stated.words:
            return False
        if role_form in OFFICES and offices and role_form not in offices:
            return False
        party = stated.words & PARTIES
        return not (party and wanted & PARTIES and not party & wanted)

    def holder(self, before: list[str], role: str, after: list[str], offset: int) -> tuple[Entity, float] | None:
        """Return the person described as `role` with the words around it, and the certainty; None if no one fits.

        A person with every word comes before one with the role alone; of several, the one mentioned last before
        `offset` is chosen. A capitalised word never used of the person ("the Maine governor") rules the person out.
        """
        role = normal_role(role)
        if role not in ROLE_HEADS:
            return None
        wanted = {normal_role(word) for word in content_words([*before, *after])} - HOLDERS
        names = _capitalised(before)
        fitting = [one for one in self._holders.get(role, ())[: 2 * _MANY] if _is_near(one.entity, offset)]
        if "former" in {word.lower() for word in before}:
            fitting = [one for one in fitting if "former" in one.words] or fitting
        elif any("former" not in one.words for one in fitting):
            fitting = [one for one in fitting if "former" not in one.words]
        full = [one for one in fitting if wanted <= one.words]
        if wanted and full:
            return _latest(full, offset), 0.75 if len(full) == 1 else 0.6
        if wanted and (names or len(wanted) > 1):
            half = [one for one in fitting if len(wanted & one.words) * 2 >= len(wanted) and names <= one.words]
            return (half[0].entity, 0.6) if len(half) == 1 else None
        if not fitting:
            return None
        return _latest(fitting, offset), 0.7 if len(fitting) == 1 else 0.5

    def _in_office(self, role: str) -> Entity | None:
        """Return the current holder of an office; of several, one mentioned far more often than the others."""
        holders = self._holders.get(role, ())[: 2 * _MANY]
        current = [holder for holder in holders if "former" not in holder.words] or holders
        if not current:
            return None
        first, *others = sorted(current[:_MANY], key=lambda holder: -len(holder.entity.mentions))
        if any(len(first.entity.mentions) < _FAR_MORE * len(other.entity.mentions) for other in others):
            return None
        return first.entity


def _capitalised(before: Iterable[str]) -> set[str]:
    """Return the capitalised words before a role, in normal form."""
    return {normal_role(word) for word in content_words([word for word in before if word[:1].isupper()])} - HOLDERS


def _agrees(stated: StatedRoles, before: list[str]) -> bool:
    """True if the capitalised words before a role are stated of a person too, or if only the role is."""
    return _capitalised(before) <= stated.words or not stated.words - stated.roles - COMMON


def _is_near(entity: Entity, offset: int) -> bool:
    return entity.mentions[0][0] < offset + _AHEAD


def _latest(holders: list[StatedRoles], offset: int) -> Entity:
    def last_mention(holder: StatedRoles) -> int:
        mentions = holder.entity.mentions
        at = bisect_left(mentions, (offset, 0))
        return mentions[at - 1][0] if at else -mentions[0][0]

    return max(holders[:_MANY], key=last_mention).entity
