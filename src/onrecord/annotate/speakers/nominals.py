"""Nominals: descriptions such as `the mayor`, `the poll`, `her campaign`, `the agency`, `both men`.

Input: a noun phrase and its offset. Output: the entity that the article describes in these words, or None,
since a wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.annotate.entities.mentions import Entity
from onrecord.annotate.entities.named_documents import NamedDocuments, document_kind
from onrecord.annotate.entities.noun_phrases import split_at_head
from onrecord.annotate.entities.role_holders import RoleHolders
from onrecord.annotate.entities.stated_roles import normal_role
from onrecord.annotate.lexicon.english.bodies import BODIES, KINDS_OF_BODY
from onrecord.annotate.lexicon.english.documents import DOCUMENT_HEADS
from onrecord.annotate.lexicon.english.roles import FEMALE_ROLES, MALE_ROLES, OFFICES, PROTAGONISTS, ROLE_HEADS
from onrecord.annotate.lexicon.word_list import words
from onrecord.annotate.speakers.cataphora import Cataphora
from onrecord.annotate.speakers.discourse import CLEAR, ReferenceContext, Resolution
from onrecord.annotate.speakers.pronouns import Pronouns
from onrecord.annotate.speakers.salience import Candidate
from onrecord.model import SpeakerType
from onrecord.model.quotation import UNCERTAIN

_OWNER = re.compile(r"(his|her|their|its|my|our)\s", re.I)
_VARIES = re.compile(r"[Tt]he |[A-Z][\w.’'-]*[’']s former ")
_OFFICES = (OFFICES | PROTAGONISTS | {"leader", "speaker", "strategist", "developer", "actor"}) - {"president"}
_INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.I)
_REFERS_BACK = re.compile(r"[Tt](?:he|his|hat) (?:[a-z-]+ ){0,2}[a-z]+|[Ii]ts [a-z]+")
_INTRODUCES = re.compile(r"(?:(?:An?|The|New) )?(?:new |recent |latest )?(?:[a-z-]+ )?[A-Za-z]?[a-z]+", re.I)
_PAIR = re.compile(r"(?:the two|both)(?: [a-z-]+){0,3}", re.I)
_PEOPLE = words("men women candidates leaders senators rivals nominees two both politicians governors lawmakers")
_LEAD = 500  # Characters in which an article may mention "a new poll" before it says whose.
_SURE = 0.7  # Certainty at which "a mayor" may be a mayor named before.
_OFTEN = 3  # The fewest mentions of an article's main person.
_BACK = 3_000  # Characters searched backwards for an organisation of a kind.
_RECENT = 4  # Sources searched backwards for the same.
_FIGURES = frozenset({"data", "survey", "poll", "study"})
_PLURALS = frozenset({"plans", "shows", "spots"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase at `offset`, its head, and the words before and after the head."""

    phrase: str
    offset: int
    before: list[str]
    head: str
    after: list[str]

    @property
    def is_indefinite(self) -> bool:
        """True for `a mayor`."""
        return _INDEFINITE.match(self.phrase) is not None

    @property
    def is_plural(self) -> bool:
        """True for `the mayors`."""
        return self.head.endswith("s")

    @property
    def has_name(self) -> bool:
        """True if a word after the first and before the head is capitalised: `the Maine governor`."""
        return any(word[0].isupper() for word in self.before[1:])


class Nominals:
    """Resolves the descriptions that one article uses as sources."""

    def __init__(self, context: ReferenceContext, roles: RoleHolders, pronouns: Pronouns) -> None:
        self._names, self._salience, self._discourse = context.names, context.salience, context.discourse
        self._roles, self._pronouns = roles, pronouns
        self._documents = NamedDocuments(context.document, context.names, context.genders)
        self._cataphora = Cataphora(context.document.plain, context.names, roles, context.salience)
        self._made: dict[str, Entity] = {}
        # In this order; the first that finds an entity decides. True: only if the source contains no name.
        self._strategies: tuple[tuple[Callable[[Description], Resolution | None], bool], ...] = (
            (self._stated_holder, False),
            (self._person_named_soon, True),
            (self._main_person, True),
            (self._last_of_kind, False),
            (self._organisation_named_soon, False),
            (self._last_speaker, True),
        )

    def resolve_document(self, phrase: str, offset: int) -> Resolution | None:
        """Return the document that a phrase at `offset` names or refers back to; its head must be a document's."""
        _, top, _ = split_at_head(phrase)
        if top.endswith("s") and top.lower() not in DOCUMENT_HEADS:
            return None
        document = self._documents.named_at(offset + phrase.find(top), top)
        if document is not None:
            return Resolution((document,), 0.7, "a document")
        if _REFERS_BACK.fullmatch(phrase) or (offset < _LEAD and _INTRODUCES.fullmatch(phrase)):
            document = self._documents.antecedent(top, offset)
        if document is None and _REFERS_BACK.fullmatch(phrase) and (maker := self._maker(top, offset)):
            name = f"{maker.name} {top.lower()}"
            document = self._made.setdefault(name, Entity(name, SpeakerType.DOCUMENT))
        if document is None:
            return self._last_of_kind(Description(phrase, offset, [], top, []))
        return Resolution((document,), 0.6, "the one named in the article")

    def resolve(self, phrase: str, offset: int, *, alone: bool = True) -> Resolution | None:
        """Return the entity that a phrase at `offset` describes; `alone`: its source contains no name."""
        before, top, after = split_at_head(phrase)
        if top.lower() in BODIES:
            return self._body(phrase, top.lower(), offset)
        if _PAIR.fullmatch(phrase) and top.lower() in _PEOPLE:
            pair = self._pronouns.pair(offset) or self._roles.pair(top)
            return Resolution(pair, 0.55, "the two named together") if pair else None
        described = Description(phrase, offset, self._with_owner(phrase, before, offset), top, after)
        found = (strategy(described) for strategy, only_alone in self._strategies if alone or not only_alone)
        return next((resolution for resolution in found if resolution is not None), None)

    def _maker(self, top: str, offset: int) -> Entity | None:
        """Return the body that spoke most recently, if it may have made the document: figures, or a court's ruling."""
        maker = self._discourse.last_speaker(offset, SpeakerType.ORG)
        court = maker is not None and "court" in maker.name.lower()
        return maker if top.lower() in _FIGURES or (court and document_kind(top) == "ruling") else None

    def _with_owner(self, phrase: str, before: list[str], offset: int) -> list[str]:
        """Return the words before a head with the owner's surname for `his`: `Lund wife`, as in `Lund's wife`."""
        owner = _OWNER.match(phrase)
        resolution = self._pronouns.resolve(owner[1].lower(), offset) if owner else None
        if resolution is None or len(resolution.entities) != 1 or resolution.certainty < UNCERTAIN:
            return before
        return [_surname(resolution.entities[0]), *before[1:]]

    def _body(self, phrase: str, top: str, offset: int) -> Resolution | None:
        if owner := _OWNER.match(phrase):
            resolution = self._pronouns.resolve(owner[1].lower(), offset)
            if resolution is None or len(resolution.entities) != 1:
                return None
            group = Entity(f"{_surname(resolution.entities[0])} {top}", SpeakerType.GROUP)
            return Resolution((group,), resolution.certainty - 0.05, f"“{owner[1]}” is {resolution.entities[0].name}")
        at = offset + phrase.lower().rfind(top)
        body = self._documents.named_at(at, top) or self._documents.antecedent(top, offset)
        if body is None and phrase.lower() in {"police", "the police"}:
            body = self._documents.the_only(top)
        if body is None and phrase.lower() in {"the campaign", "the family"}:
            return self._of_main_person(top, offset)
        return Resolution((body,), 0.6, "the one named in the article") if body else None

    def _of_main_person(self, top: str, offset: int) -> Resolution | None:
        """Return the campaign of the article's main person, if that is clear and the article names no campaign."""
        candidates = self._salience.rank("", offset, self._discourse.single_speakers())
        if not _is_clear(candidates):
            return None
        person = candidates[0].entity
        group = Entity(f"{_surname(person)} {top}", SpeakerType.GROUP)
        return Resolution((group,), 0.5, f"{person.name} is whom the article speaks of")

    def _stated_holder(self, described: Description) -> Resolution | None:
        """Return the holder of the role.

        `a mayor` is a mayor named before only if a name narrows it down.
        """
        if described.is_plural:
            return None
        held = self._roles.holder(described.before, described.head, described.after, described.offset)
        if held and (not described.is_indefinite or (held[1] >= _SURE and described.has_name)):
            return Resolution((held[0],), held[1], "so described in the article")
        return None

    def _person_named_soon(self, described: Description) -> Resolution | None:
        """Return the person who is named further down, for a lead's `a former mayor`."""
        if described.is_plural or normal_role(described.head) not in ROLE_HEADS:
            return None
        before, role, offset = described.before, described.head, described.offset
        person = self._roles.named_soon(before, role, offset) or self._cataphora.person_named_soon(
            described.phrase, before, role, offset
        )
        return Resolution((person,), 0.6, "named soon after") if person else None

    def _main_person(self, described: Description) -> Resolution | None:
        """Return the article's main person, if clear: `the Maine businessman`, if no one is called that."""
        role = described.head
        if normal_role(role) not in PROTAGONISTS or not described.phrase.lower().startswith("the "):
            return None
        pronoun = "she" if role.lower() in FEMALE_ROLES else "he" if role.lower() in MALE_ROLES else ""
        candidates = [
            candidate
            for candidate in self._salience.rank(pronoun, described.offset, self._discourse.single_speakers())
            if self._roles.is_compatible(candidate.entity, described.before, role)
            and len(candidate.entity.mentions) >= _OFTEN
        ]
        if not _is_clear(candidates):
            return None
        return Resolution((candidates[0].entity,), 0.55, "whom the article speaks of")

    def _last_of_kind(self, described: Description) -> Resolution | None:
        """Return the most recent organisation of the kind: `the agency` after `the Arden Port Authority`."""
        kind = described.head.lower()
        kinds = KINDS_OF_BODY.get(kind)
        if kinds is None or described.is_indefinite or described.has_name:
            return None
        mentioned = [entity for _, entity in self._names.before(described.offset, _BACK)]
        for entity in [*mentioned, *self._discourse.recent_speakers(_RECENT)]:
            if entity.type is SpeakerType.ORG and kinds & set(entity.name.lower().split()):
                return Resolution((entity,), 0.65, f"the {kind} named last")
        return None

    def _organisation_named_soon(self, described: Description) -> Resolution | None:
        """Return the first court that a lead names, for `a federal court` in it."""
        kinds = KINDS_OF_BODY.get(described.head.lower())
        if kinds is None or described.has_name or not (described.offset == 0 or described.is_indefinite):
            return None
        organisation = self._cataphora.organisation_named_soon(kinds, described.offset)
        return Resolution((organisation,), 0.6, "named soon after") if organisation else None

    def _last_speaker(self, described: Description) -> Resolution | None:
        """Return the subject of the sentence, or the last speaker, for `the Maine senator` if they have no role."""
        if normal_role(described.head) not in _OFFICES or not _VARIES.match(described.phrase):
            return None
        here = self._salience.people_here(described.offset)
        person = here[0][1] if here and self._salience.is_subject(here[0][0]) else None
        if not here:
            person = self._discourse.last_speaker(described.offset, SpeakerType.PERSON)
        own = {re.sub(r"[’']s?$", "", word) for word in described.before}
        if person is None or self._roles.has_role(person) or _surname(person) in own:
            return None
        return Resolution((person,), 0.5, "the subject of the sentence" if here else "the last speaker")


def _surname(entity: Entity) -> str:
    return entity.name.split()[-1]


def _is_clear(candidates: list[Candidate]) -> bool:
    """True if the best candidate leads the next by enough."""
    return bool(candidates) and (len(candidates) == 1 or candidates[0].score - candidates[1].score >= CLEAR)


def is_document(top: str) -> bool:
    """True if the head of a phrase is a kind of document."""
    low = top.lower()
    return low in DOCUMENT_HEADS or (low.endswith("s") and low[:-1] in DOCUMENT_HEADS and low not in _PLURALS)
