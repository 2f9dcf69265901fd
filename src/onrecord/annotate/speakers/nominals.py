"""Whom a source stands for that describes: `the mayor`, `the poll`, `her campaign`, `the agency`, `both men`.

Takes a noun phrase and its place; gives whom or what the article named so, or nothing: a guess is no name.
"""

from __future__ import annotations

import re

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.entities.named_documents import NamedDocuments, document_kind
from onrecord.annotate.entities.noun_phrases import head
from onrecord.annotate.entities.role_holders import RoleHolders, normal_role
from onrecord.annotate.lexicon.names import words
from onrecord.annotate.lexicon.roles import (
    BODIES,
    DOCUMENT_HEADS,
    FEMALE_ROLES,
    KINDS_OF_BODY,
    MALE_ROLES,
    OFFICES,
    PROTAGONISTS,
    ROLE_HEADS,
)
from onrecord.annotate.speakers.cataphora import Cataphora
from onrecord.annotate.speakers.discourse import CLEAR, LEAST, Resolution
from onrecord.annotate.speakers.pronouns import Pronouns
from onrecord.annotate.text.document import Document
from onrecord.model import SpeakerType

_OWNER = re.compile(r"(his|her|their|its|my|our)\s", re.I)
_VARIES = re.compile(r"[Tt]he |[A-Z][\w.’'-]*[’']s former ")
_OFFICES = (OFFICES | PROTAGONISTS | {"leader", "speaker", "strategist", "developer", "actor"}) - {"president"}
_INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.I)
_TAKES_UP = re.compile(r"[Tt](?:he|his|hat) (?:[a-z-]+ ){0,2}[a-z]+|[Ii]ts [a-z]+")
_INTRODUCES = re.compile(r"(?:(?:An?|The|New) )?(?:new |recent |latest )?(?:[a-z-]+ )?[A-Za-z]?[a-z]+", re.I)
_PAIR = re.compile(r"(?:the two|both)(?: [a-z-]+){0,3}", re.I)
_PEOPLE = words("men women candidates leaders senators rivals nominees two both politicians governors lawmakers")
_LEAD = 500  # Characters in which an article may speak of "a new poll" before it says whose.
_SURE = 0.7  # A role that "a mayor" must be held with, to be taken for a mayor named before.
_OFTEN = 3  # Mentions of one whom an article speaks of.
_BACK = 3000  # Characters looked back over for an organisation of a kind.
_FIGURES = frozenset({"data", "survey", "poll", "study"})
_PLURALS = frozenset({"plans", "shows", "spots"})


class Nominals:
    """Resolves the describing sources of one article."""

    def __init__(self, document: Document, names: Names, roles: RoleHolders, pronouns: Pronouns) -> None:
        self._names, self._roles, self._pronouns = names, roles, pronouns
        self._documents = NamedDocuments(document, names)
        self._made: dict[str, Entity] = {}
        self._cataphora = Cataphora(document.plain, names, roles, pronouns.salience)

    def document(self, phrase: str, offset: int) -> Resolution | None:
        """The document that a phrase at `offset` names or takes up; only asked where its head is a document."""
        _, top, _ = head(phrase)
        if top.endswith("s") and top.lower() not in DOCUMENT_HEADS:
            return None
        named = self._documents.named_at(offset + phrase.find(top), top)
        if named is not None:
            return Resolution((named,), 0.7, "a document")
        if _TAKES_UP.fullmatch(phrase) or (offset < _LEAD and _INTRODUCES.fullmatch(phrase)):
            named = self._documents.antecedent(top, offset)
        if named is None and _TAKES_UP.fullmatch(phrase) and (maker := self._maker(top, offset)):
            made = f"{maker.name} {top.lower()}"
            named = self._made.setdefault(made, Entity(made, SpeakerType.DOCUMENT))
        if named is None:
            return self._kind(phrase, [], top, offset)
        return Resolution((named,), 0.6, "the one named in the article")

    def _maker(self, top: str, offset: int) -> Entity | None:
        """The body that spoke last, where it may have made what a head names: figures, or a court's ruling."""
        maker = self._pronouns.last_body(offset)
        court = maker is not None and "court" in maker.name.lower()
        return maker if top.lower() in _FIGURES or (court and document_kind(top) == "ruling") else None

    def find(self, phrase: str, offset: int, *, alone: bool = True) -> Resolution | None:
        """The person, body or organisation that a phrase at `offset` describes; `alone`: its source names no one."""
        before, top, after = head(phrase)
        if top.lower() in BODIES:
            return self._body(phrase, top.lower(), offset)
        if _PAIR.fullmatch(phrase) and top.lower() in _PEOPLE:
            pair = self._pronouns.pair(offset) or self._roles.pair(top)
            return Resolution(pair, 0.55, "the two named together") if pair else None
        before = self._owned(phrase, before, offset)
        return (
            self._held(phrase, before, top, after, offset)
            or (self._introduced(phrase, before, top, offset) if alone else None)
            or (self._protagonist(phrase, before, top, offset) if alone else None)
            or self._kind(phrase, before, top, offset)
            or self._kind_soon(phrase, before, top, offset)
            or (self._varied(phrase, before, top, offset) if alone else None)
        )

    def _owned(self, phrase: str, before: list[str], offset: int) -> list[str]:
        """The words before a head with the owner's surname for `his`: `Lund wife`, as in `Lund's wife`."""
        owner = _OWNER.match(phrase)
        whose = self._pronouns.find(owner[1].lower(), offset) if owner else None
        if whose is None or len(whose.named) != 1 or whose.certainty < LEAST:
            return before
        return [whose.named[0].name.split()[-1], *before[1:]]

    def _held(self, phrase: str, before: list[str], top: str, after: list[str], offset: int) -> Resolution | None:
        """Who holds the role; `a mayor` is one named before only where a name says which, or one named soon after."""
        one = _INDEFINITE.match(phrase) is not None
        held = None if top.endswith("s") else self._roles.holder(before, top, after, offset)
        if held and (not one or (held[1] >= _SURE and any(word[0].isupper() for word in before[1:]))):
            return Resolution((held[0],), held[1], "so described in the article")
        return None

    def _introduced(self, phrase: str, before: list[str], top: str, offset: int) -> Resolution | None:
        """Whom a lead's `a former mayor` is said to be further down."""
        if top.endswith("s") or normal_role(top) not in ROLE_HEADS:
            return None
        who = self._roles.named_soon(before, top, offset) or self._cataphora.person_named_soon(
            phrase, before, top, offset
        )
        return Resolution((who,), 0.6, "named soon after") if who else None

    def _body(self, phrase: str, top: str, offset: int) -> Resolution | None:
        if owner := _OWNER.match(phrase):
            whose = self._pronouns.find(owner[1].lower(), offset)
            if whose is None or len(whose.named) != 1:
                return None
            surname = whose.named[0].name.split()[-1]
            group = Entity(f"{surname} {top}", SpeakerType.GROUP)
            return Resolution((group,), whose.certainty - 0.05, f"“{owner[1]}” is {whose.named[0].name}")
        at = offset + phrase.lower().rfind(top)
        named = self._documents.named_at(at, top) or self._documents.antecedent(top, offset)
        if named is None and phrase.lower() in {"police", "the police"}:
            named = self._documents.the_only(top)
        if named is None and phrase.lower() in {"the campaign", "the family"}:
            return self._theirs(top, offset)
        return Resolution((named,), 0.6, "the one named in the article") if named else None

    def _theirs(self, top: str, offset: int) -> Resolution | None:
        """`The campaign` where the article names none: that of whom it speaks, if that is clear."""
        ranked = self._pronouns.salience.ranked("", offset, self._pronouns.discourse.singles())
        if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < CLEAR):
            return None
        group = Entity(f"{ranked[0].named.name.split()[-1]} {top}", SpeakerType.GROUP)
        return Resolution((group,), 0.5, f"{ranked[0].named.name} is whom the article speaks of")

    def _varied(self, phrase: str, before: list[str], top: str, offset: int) -> Resolution | None:
        """`The Maine senator` where the article tells no role of the one who spoke last, or leads the sentence."""
        if normal_role(top) not in _OFFICES or not _VARIES.match(phrase):
            return None
        here = self._pronouns.salience.people_here(offset)
        last = here[0][1] if here and self._pronouns.salience.subject(here[0][0]) else None
        last = last or (None if here else self._pronouns.last_person(offset))
        own = {re.sub(r"[’']s?$", "", word) for word in before}
        if last is None or self._roles.has_role(last) or last.name.split()[-1] in own:
            return None
        return Resolution((last,), 0.5, "the subject of the sentence" if here else "the last speaker")

    def _protagonist(self, phrase: str, before: list[str], top: str, offset: int) -> Resolution | None:
        """`The Maine businessman` where the article calls no one so: whom it speaks of, if that is clear."""
        if normal_role(top) not in PROTAGONISTS or not phrase.lower().startswith("the "):
            return None
        pronoun = "she" if top.lower() in FEMALE_ROLES else "he" if top.lower() in MALE_ROLES else ""
        ranked = [
            one
            for one in self._pronouns.salience.ranked(pronoun, offset, self._pronouns.discourse.singles())
            if self._roles.is_compatible(one.named, before, top) and len(one.named.mentions) >= _OFTEN
        ]
        if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < CLEAR):
            return None
        return Resolution((ranked[0].named,), 0.55, "whom the article speaks of")

    def _kind(self, phrase: str, before: list[str], top: str, offset: int) -> Resolution | None:
        """The organisation named last that is of the kind: `the agency` after `the Arden Port Authority`."""
        kinds = KINDS_OF_BODY.get(top.lower())
        if kinds is None or _INDEFINITE.match(phrase) or any(word[0].isupper() for word in before[1:]):
            return None
        seen = [named for _, named in self._names.before(offset, _BACK)]
        spoke = [one for _, named in reversed(self._pronouns.discourse.spoke[-4:]) for one in named]
        for named in [*seen, *spoke]:
            if named.type is SpeakerType.ORG and kinds & set(named.name.lower().split()):
                return Resolution((named,), 0.65, f"the {top.lower()} named last")
        return None

    def _kind_soon(self, phrase: str, before: list[str], top: str, offset: int) -> Resolution | None:
        """`A federal court` in a lead: the first court that it names."""
        kinds = KINDS_OF_BODY.get(top.lower())
        if (
            kinds is None
            or any(word[0].isupper() for word in before[1:])
            or not (offset == 0 or _INDEFINITE.match(phrase))
        ):
            return None
        named = self._cataphora.organisation_named_soon(kinds, offset)
        return Resolution((named,), 0.6, "named soon after") if named else None


def is_document(top: str) -> bool:
    """Whether the head of a phrase is a kind of document."""
    low = top.lower()
    return low in DOCUMENT_HEADS or (low.endswith("s") and low[:-1] in DOCUMENT_HEADS and low not in _PLURALS)
