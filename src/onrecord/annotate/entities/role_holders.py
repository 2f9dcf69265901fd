"""Who holds a role: takes the names of an article, gives the person whom it calls mayor, coach or spokeswoman."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.annotate.entities.mentions import Entity, Mention, Names
from onrecord.annotate.entities.noun_phrases import content_words
from onrecord.annotate.lexicon.names import COMMON, PLACES
from onrecord.annotate.lexicon.roles import (
    FEMALE_ROLES,
    HOLDERS,
    MALE_ROLES,
    OFFICES,
    PARTIES,
    ROLE_HEADS,
    SAME_ROLE,
    VARIED,
    WRITTEN_OUT,
)
from onrecord.model import SpeakerType

_WORD = re.compile(r"[\w’'.&-]*\w")
_BEFORE = re.compile(r"(?:[\w’'.&-]+,? ){1,9}$")
_CUT = re.compile(
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
_PRESS = frozenset({"communications", "press", "media"})  # A director of these speaks for the one who has them.
_HEAD_STOP = re.compile(r"\b(?:of|for|at|in|with|from|to|on|who|that|and)\b")
_OFFICE = re.compile(rf"\b[Tt]he ({'|'.join(sorted(OFFICES | {'senator', 'candidate', 'nominee'}))})\b(?! [A-Z])")
_SOON = 900  # Characters within which a lead's "A judge" is named.
_MENTIONS = 5  # Roles are given at the first mentions of a name,
_FULL = 15  # and at those in full.
_FAR_MORE = 3  # Times as many mentions as any other who holds the office.
_MANY = 8  # People who hold one role in an article; those beyond are not looked through.


@dataclass(slots=True, eq=False)
class StatedRoles:
    """What an article says of one person: the roles, all the words around them, and both as the text writes them."""

    named: Entity
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)

    def add(self, phrase: list[str], around: list[str]) -> None:
        """Adds the role that ends `phrase`, where it does end in one, and all the words `around` it."""
        forms = [normal_role(word) for word in phrase]
        if forms and (forms[-1] in ROLE_HEADS or len(forms) == 1):
            self.roles.update(ROLE_HEADS.intersection(forms))
            self.words.update(normal_role(word) for word in around)
            self.written.update(word.lower() for word in phrase)
            if _PRESS.intersection(forms) and self.roles:
                self.roles.add("spokesperson")


class RoleHolders:
    """The roles that an article gives to people, by a title, words before the name, or an apposition after it."""

    def __init__(self, text: str, names: Names) -> None:
        self._of: dict[int, StatedRoles] = {}
        self._holders: dict[str, list[StatedRoles]] = {}
        for named in names.entities:
            if named.type is SpeakerType.PERSON:
                held = self._of[id(named)] = _held(text, names, named)
                if not named.gender:
                    female, male = bool(held.written & FEMALE_ROLES), bool(held.written & MALE_ROLES)
                    named.gender = "" if female == male else "she" if female else "he"
                for role in sorted(held.roles):
                    self._holders.setdefault(role, []).append(held)

    def mentions(self, text: str) -> list[Mention]:
        """Where an office alone stands for the one who holds it: `the mayor`, in the order of the text."""
        found = []
        for office in _OFFICE.finditer(text):
            named = self._in_office(normal_role(office[1]))
            if named is not None and named.mentions[0][0] < office.start():
                found.append((office.span(), named))
        return found

    def named_soon(self, before: list[str], role: str, offset: int) -> Entity | None:
        """The only one of a role, whom the article names soon after `offset`: `A judge ruled … Judge Orr wrote`."""
        held = self._holders.get(normal_role(role), ())
        if len(held) != 1 or not offset < held[0].named.mentions[0][0] < offset + _SOON:
            return None
        return held[0].named if _agrees(held[0], before) else None

    def _in_office(self, role: str) -> Entity | None:
        """The one who holds an office now, or of several who do whom the article names far more than the others."""
        held = self._holders.get(role, ())[: 2 * _MANY]
        now = [one for one in held if "former" not in one.words] or held
        if not now:
            return None
        first, *others = sorted(now[:_MANY], key=_named)
        if any(_named(first) > _FAR_MORE * _named(one) for one in others):
            return None
        return first.named

    def pair(self, role: str) -> tuple[Entity, ...]:
        """The two who hold a role (in the plural), where just two do."""
        held = self._holders.get(normal_role(role.removesuffix("s")), ())
        return tuple(one.named for one in held) if len(held) == 2 else ()

    def has_role(self, named: Entity) -> bool:
        """Whether the article tells a role of a person, beside the party's."""
        said = self._of.get(id(named))
        return said is not None and bool(said.roles - PARTIES)

    def may_hold(self, named: Entity, before: list[str], role: str) -> bool:
        """Whether a role is the one that the article tells of a person, in no other place, or it tells none."""
        said = self._of.get(id(named))
        if said is None or not said.roles:
            return True
        return normal_role(role) in said.roles and (_agrees(said, before) or not said.words & PLACES)

    def is_compatible(self, named: Entity, before: list[str], role: str) -> bool:
        """Whether nothing that the article says of a person speaks against a role: no other office, no other party."""
        said = self._of.get(id(named))
        if said is None:
            return True
        wanted = {normal_role(word) for word in content_words([*before, role])}
        office = said.roles & OFFICES
        tall = {normal_role(word) for word in content_words([one for one in before if one[:1].isupper()])} - HOLDERS
        if said.roles - PARTIES and not said.roles & (
            (OFFICES | VARIED | {normal_role(role)}) - ({"judge"} - {normal_role(role)})
        ):
            return False
        if normal_role(role) in OFFICES and tall - said.words:
            return False
        if normal_role(role) in OFFICES and office and normal_role(role) not in office:
            return False
        party = said.words & PARTIES
        return not (party and wanted & PARTIES and not party & wanted)

    def holder(self, before: list[str], role: str, after: list[str], offset: int) -> tuple[Entity, float] | None:
        """The person described as `role` with the words around it, and how sure that is; None where no one fits.

        One who bears every word is taken before one who bears the role alone; of several, the one named last before
        `offset`. A tall word that the article never says of the person ("the Maine governor") rules out.
        """
        role = normal_role(role)
        if role not in ROLE_HEADS:
            return None
        wanted = {normal_role(word) for word in content_words([*before, *after])} - HOLDERS
        tall = {normal_role(word) for word in content_words([one for one in before if one[:1].isupper()])} - HOLDERS
        fitting = [held for held in self._holders.get(role, ())[: 2 * _MANY] if _near(held.named, offset)]
        if "former" in {word.lower() for word in before}:
            fitting = [held for held in fitting if "former" in held.words] or fitting
        elif any("former" not in held.words for held in fitting):
            fitting = [held for held in fitting if "former" not in held.words]
        full = [held for held in fitting if wanted <= held.words]
        if wanted and full:
            return _latest(full, offset), 0.75 if len(full) == 1 else 0.6
        if wanted and (tall or len(wanted) > 1):
            half = [held for held in fitting if len(wanted & held.words) * 2 >= len(wanted) and tall <= held.words]
            return (half[0].named, 0.6) if len(half) == 1 else None
        if not fitting:
            return None
        return _latest(fitting, offset), 0.7 if len(fitting) == 1 else 0.5


def _agrees(held: StatedRoles, before: list[str]) -> bool:
    """Whether the tall words before a role are said of a person too, or nothing is beside the role itself."""
    tall = {normal_role(word) for word in content_words([one for one in before if one[:1].isupper()])} - HOLDERS
    return tall <= held.words or not held.words - held.roles - COMMON


def _named(held: StatedRoles) -> int:
    """How often the article names one, negative, so that the most named comes first."""
    return -len(held.named.mentions)


def _near(named: Entity, offset: int) -> bool:
    return named.mentions[0][0] < offset + 1500


def _latest(held: list[StatedRoles], offset: int) -> Entity:
    def last(one: StatedRoles) -> int:
        at = bisect_left(one.named.mentions, (offset, 0))
        return one.named.mentions[at - 1][0] if at else -one.named.mentions[0][0]

    return max(held[:_MANY], key=last).named


def normal_role(word: str) -> str:
    """A role or a word about it in the one form in which roles are compared: `GOP` is `republican`."""
    low = word.lower().rstrip(".")
    low = WRITTEN_OUT.get(low, low)
    return SAME_ROLE.get(low, low)


def _held(text: str, names: Names, named: Entity) -> StatedRoles:
    held = StatedRoles(named)
    for role in named.roles:
        held.add([role], [role])
    full = [span for span in named.mentions[_MENTIONS:] if span[1] - span[0] == len(named.name)]
    for begin, end in [*named.mentions[:_MENTIONS], *full[:_FULL]]:
        low, owner = _since(text, names, begin)
        if before := _BEFORE.search(text, low, begin):
            words = _WORD.findall(_CUT.sub("", before[0]))
            held.add(words, [*words, *owner] if words else [])
        if after := _AFTER.match(text, end, end + 130):
            held.add(_heads(after[1]), _WORD.findall(after[1]))
        if text[end : end + 1] in {",", " "} and (apposed := _APPOSED.search(text, max(0, begin - 110), begin)):
            held.add(_heads(apposed[1]), _WORD.findall(apposed[0]))
        if party := _PARTY.match(text, end):
            held.words.update(_PARTIES[party[1]])
    return held


def _since(text: str, names: Names, begin: int) -> tuple[int, list[str]]:
    """From where on words before a name may describe it, and the names of its owner: `Paul Orr’s wife Ann`."""
    near = names.before(begin, 90)
    if not near:
        return max(0, begin - 90), []
    (_, end), other = near[0]
    return end, other.name.split() if text[end : end + 2] in {"’s", "'s"} else []


def _heads(description: str) -> list[str]:
    """The words up to the first preposition of `mayor of Arden`, whose last one is the role."""
    stop = _HEAD_STOP.search(description)
    return _WORD.findall(description[: stop.start() if stop else None])
