"""Who holds a role: takes the names of an article, gives the one person whom it calls mayor, coach or spokeswoman."""

from __future__ import annotations

import re

from onrecord.annotate.lexicon import TITLES
from onrecord.annotate.names import Named, Names
from onrecord.model import SpeakerType

_WORD = re.compile(r"[\w’'-]+")
_BEFORE = re.compile(r"(?:\w+ ){1,3}$")
_AFTER = re.compile(r", (?:the |a |an |who is the )?((?:[\w’'.-]+ ?){1,6})")
_WRITTEN_OUT = {"sen": "senator", "gov": "governor", "rep": "representative", "dr": "doctor", "prof": "professor"}
_ROLES = TITLES | {"doctor", "researcher", "scientist", "teacher", "owner", "organizer", "founder", "mother", "father"}
_MENTIONS = 4  # Roles are given at the first mentions of a name.


class Roles:
    """The roles that an article gives to people, by a title, words before the name, or an apposition after it."""

    def __init__(self, text: str, names: Names) -> None:
        self._holders: dict[str, list[Named]] = {}
        for named in names.named:
            if named.type is SpeakerType.PERSON:
                for role in _roles_of(text, named):
                    self._holders.setdefault(role, []).append(named)

    def holder(self, words: list[str], offset: int) -> Named | None:
        """The only person named before `offset` who holds every role among `words`; None where there is no such one."""
        wanted = _ROLES.intersection(words)
        if not wanted:
            return None
        groups = [self._holders.get(role, []) for role in wanted]
        fewest = min(groups, key=len)[:8]
        holders = [one for one in fewest if one.mentions[0][0] < offset and all(one in group for group in groups)]
        return holders[0] if len(holders) == 1 else None


def _roles_of(text: str, named: Named) -> set[str]:
    roles = set(named.roles)
    for begin, end in named.mentions[:_MENTIONS]:
        before, after = _BEFORE.search(text, max(0, begin - 50), begin), _AFTER.match(text, end, end + 80)
        for words in (before[0] if before else "", after[1] if after else ""):
            roles.update(_ROLES.intersection(_WORD.findall(words.lower())))
    return {_WRITTEN_OUT.get(role, role) for role in roles}
