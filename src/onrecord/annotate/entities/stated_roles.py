"""Roles that an article states of its people, by a title, words before the name, or an apposition after it.

Input: the text and its names. Output: for each person the roles with the words around them, and the gender that these,
a title or a given name show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.lexicon.english.roles import FEMALE_ROLES, MALE_ROLES, ROLE_HEADS, SAME_ROLE, WRITTEN_OUT
from onrecord.annotate.text.document import Document
from onrecord.model import SpeakerType

_WORD = re.compile(r"[\w’'.&-]*\w")
_BEFORE = re.compile(r"(?:[\w’'.&-]+,? ){1,9}$")
# Everything before a name up to the last word that cannot be part of its description.
_NOT_DESCRIBING = re.compile(
    r".*\b(?:the|a|an|said|says|told|by|with|for|and|to|that|when|as|was|is|were|are|after|from|,)[ ]"
    r"|.*[,;:\"“”] |.*\. (?=[A-Z][a-z]+ )|.*\b[a-z]{3,}\. ",
    re.S,
)
_AFTER = re.compile(
    r"(?: \([^()\n]{1,30}\))?"
    r"(?:, (?:\d\d, )?(?:who (?:is|was|served as|serves as) )?| (?:is|was|became|has been) (?=(?:the|a|an) ))"
    r"((?:(?:the|a|an|his|her|its|their|my|one of the) )?(?:[\w’'.&/-]+ ?){1,14})"
)
_APPOSED = re.compile(r"\b(?:an?|the|his|her|their|my|its|another) ((?:[\w’'&-]+ ){1,8}[\w’'&-]+), $", re.I)
_PARTY = re.compile(r" \((D|R)(?:-[^()\n]{2,14})?\)")
_PARTIES = {"D": ["democrat", "democratic"], "R": ["republican"]}
_PRESS = frozenset({"communications", "press", "media"})  # The director of one of these is a spokesperson.
_HEAD_STOP = re.compile(r"\b(?:of|for|at|in|with|from|to|on|who|that|and)\b")
_MENTIONS = 5  # First mentions of a name, where articles state roles,
_FULL = 15  # and mentions in full after them.


@dataclass(slots=True, eq=False)
class StatedRoles:
    """The roles stated of one person, all words around them (both in normal form), and the roles as written."""

    entity: Entity
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)

    def add(self, phrase: list[str], around: list[str]) -> None:
        """Add the role at the end of `phrase`, if there is one, and all the words `around` it."""
        forms = [normal_role(word) for word in phrase]
        if forms and (forms[-1] in ROLE_HEADS or len(forms) == 1):
            self.roles.update(ROLE_HEADS.intersection(forms))
            self.words.update(normal_role(word) for word in around)
            self.written.update(word.lower() for word in phrase)
            if _PRESS.intersection(forms) and self.roles:
                self.roles.add("spokesperson")


def stated_roles(document: Document, names: Names) -> dict[Entity, StatedRoles]:
    """Return the roles stated of each person of `names`, in the order of first mention."""
    text = document.plain
    return {entity: _read(text, names, entity) for entity in names.entities if entity.type is SpeakerType.PERSON}


def genders_of(names: Names, stated: Mapping[Entity, StatedRoles]) -> dict[Entity, str]:
    """Return "he", "she" or "" for each entity: by title or given name, else by the roles stated of a person."""
    return {entity: entity.gender or _gender_of_roles(stated.get(entity)) for entity in names.entities}


def normal_role(word: str) -> str:
    """Return the normal form in which roles, and words about them, are compared: `GOP` is `republican`."""
    low = word.lower().rstrip(".")
    low = WRITTEN_OUT.get(low, low)
    return SAME_ROLE.get(low, low)


def _gender_of_roles(stated: StatedRoles | None) -> str:
    if stated is None:
        return ""
    female, male = bool(stated.written & FEMALE_ROLES), bool(stated.written & MALE_ROLES)
    return "" if female == male else "she" if female else "he"


def _read(text: str, names: Names, entity: Entity) -> StatedRoles:
    stated = StatedRoles(entity)
    for role in entity.roles:
        stated.add([role], [role])
    full = [span for span in entity.mentions[_MENTIONS:] if span[1] - span[0] == len(entity.name)]
    for begin, end in [*entity.mentions[:_MENTIONS], *full[:_FULL]]:
        low, owner = _description_begins(text, names, begin)
        if before := _BEFORE.search(text, low, begin):
            words = _WORD.findall(_NOT_DESCRIBING.sub("", before[0]))
            stated.add(words, [*words, *owner] if words else [])
        if after := _AFTER.match(text, end, end + 130):
            stated.add(_up_to_head(after[1]), _WORD.findall(after[1]))
        if text[end : end + 1] in {",", " "} and (apposed := _APPOSED.search(text, max(0, begin - 110), begin)):
            stated.add(_up_to_head(apposed[1]), _WORD.findall(apposed[0]))
        if party := _PARTY.match(text, end):
            stated.words.update(_PARTIES[party[1]])
    return stated


def _description_begins(text: str, names: Names, begin: int) -> tuple[int, list[str]]:
    """Return where a description before a name may begin, and its owner's names: `Paul Orr’s wife Ann`."""
    near = names.before(begin, 90)
    if not near:
        return max(0, begin - 90), []
    (_, end), other = near[0]
    return end, other.name.split() if text[end : end + 2] in {"’s", "'s"} else []


def _up_to_head(description: str) -> list[str]:
    """Return the words before the first preposition of `mayor of Arden`; the last one is the role."""
    stop = _HEAD_STOP.search(description)
    return _WORD.findall(description[: stop.start() if stop else None])
