"""Speaker resolution: from a source expression to a speaker, using the names seen earlier in the article.

A speaker is named only if the article names it; a wrong name is worse than none. Each part of a source is tried as a
pronoun (`pronouns`), a handle, a document, a name, a description (`nominals`), and as a name that occurs nowhere else
(`unlisted_names`). A description without a name ("a police officer") is unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.entities.noun_phrases import (
    PREPOSITION,
    RELATIVE_PRONOUN,
    apposition_after,
    coordinated_parts,
    examples_begin,
    masked,
    relative_antecedent,
    split_at_head,
)
from onrecord.annotate.entities.role_holders import RoleHolders
from onrecord.annotate.entities.stated_roles import genders_of, stated_roles
from onrecord.annotate.speakers.cue_subject import cue_subject
from onrecord.annotate.speakers.discourse import Discourse, ReferenceContext, Resolution
from onrecord.annotate.speakers.first_person import FirstPerson
from onrecord.annotate.speakers.nominals import Nominals, is_document
from onrecord.annotate.speakers.pronouns import PRONOUNS, Pronouns
from onrecord.annotate.speakers.salience import Salience
from onrecord.annotate.speakers.unlisted_names import UnlistedNames
from onrecord.annotate.text.document import Document
from onrecord.model import Span, Speaker, SpeakerType
from onrecord.model.quotation import UNCERTAIN

_HANDLE = re.compile(r"@\w+")
_OFFICES = frozenset({"secretary", "minister", "speaker", "president", "chancellor", "attorney", "state"})
_TAILS = frozenset({"", "'s", "’s", "'", "’", "himself", "herself", "all", "together", "also"})
_TITLES = re.compile(r"(?:[\w.’'-]+ )*")
_THINGS = frozenset({SpeakerType.ORG, SpeakerType.DOCUMENT})
_DATELINE = re.compile(r"[A-Z][A-Z .’'-]{2,}(?:, [^\n()]{2,30})?(?: \([^()\n]{2,30}\))?$")
_DASHED = re.compile(r"[^\w\n]{0,3} (?:--|[-–—]) ")
_PANEL = re.compile(r"(?:[\w-]+ ){0,3}(?:panel|division|arm|branch|unit|chapter) (?:of|at) (?:the )?", re.I)
_OF_PERSON = re.compile(r"[’']s\b| (?:Campaign|Camp|Team|Family|Aides?|Advisers?|Supporters)\b")
_LONGEST = 60  # Characters of a name.
_ONE_OF = re.compile(r"(?:[Oo]ne|[Aa]nother|[Tt]wo) of ")
_TWO_CAPITALISED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2}")
_SOMEONE = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?![^,]*\b(?:group|number|report|poll|study|statement|few)\b)")


class SpeakerResolver:
    """Resolves the sources of one article, in the order of the text.

    Certainties are set by hand to rank a full name above a surname, a pronoun and a guess; they are not calibrated.
    """

    def __init__(self, document: Document, names: Names, authors: tuple[str, ...] = ()) -> None:
        self._document, self._text, self._names = document, document.plain, names
        stated = stated_roles(document, names)
        roles, genders = RoleHolders(stated), genders_of(names, stated)
        self._salience = Salience(document, names, genders, roles.office_mentions(self._text))
        self._discourse = Discourse(self._salience.sentence)
        context = ReferenceContext(document, names, genders, self._salience, self._discourse)
        self._first_person = FirstPerson(self._text, authors)
        self.pronouns = Pronouns(context, self._first_person)
        self.nominals = Nominals(context, roles, self.pronouns)
        self._unlisted = UnlistedNames(document, names.inner)

    def resolve(self, source: Span | None, *, cue: Span | None = None, content: tuple[Span, ...] = ()) -> Speaker:
        """Return the speaker that the words at `source` refer to; its name is "" if the article does not say.

        If the model found no source, a name beside the `cue` is used; `content` is where "I" refers to this speaker.
        """
        at = source or (cue_subject(self._text, self._names, self._salience, cue) if cue else None)
        if at is None:
            return Speaker("", SpeakerType.UNNAMED, 0.3, "the text names no source")
        if _DATELINE.match(self._text, *at) and _DASHED.match(self._text, at[1]):
            return Speaker("", SpeakerType.UNNAMED, 0.3, "a dateline, no source")
        speaker, entities = self._resolve_source(self._with_whole_name(at))
        unnamed_person = not entities and bool(_SOMEONE.match(self._text, at[0], at[1]))
        self._discourse.add(at, entities, content, unnamed_person=unnamed_person)
        return speaker

    def _with_whole_name(self, source: Span) -> Span:
        """Return a source extended to the whole of a name: the model may shorten `Ines Calder` to `Calder`."""
        near = self._names.before(source[0], _LONGEST)
        begin, end = near[0][0] if near and near[0][1].type is SpeakerType.PERSON else source
        return (begin, max(end, source[1])) if begin < source[0] < end else source

    def _resolve_source(self, source: Span) -> tuple[Speaker, tuple[Entity, ...]]:
        words = masked(self._text, source)
        shown = " ".join(self._text[slice(*source)].strip(" ,").split())
        pieces = coordinated_parts(words)
        resolved = _without_none(self._resolve_part(source, words, part) for part in pieces)
        given = self._examples(source, words)
        resolved = given if len(given) > len(resolved) else resolved
        resolved = (
            resolved
            or self._after_comma(source, words, pieces[0])
            or _without_none(self._unlisted.find(source, words, part) for part in pieces)
        )
        entities = _entities(resolved)
        if not entities:
            return _unnamed(shown, words[slice(*pieces[0])]), ()
        return _speaker(shown, entities, resolved)

    def _resolve_part(self, source: Span, words: str, part: Span) -> Resolution | None:
        """Return the resolution of a part; in `Orr and his deputy, Jane Doe,` the second is the name after a comma."""
        found = self._resolve_words(source, words, part)
        name = apposition_after(words, part[1]) if found is None and part[0] else None
        return self._name(source, words, name, alone=True) if name else found

    def _resolve_words(self, source: Span, words: str, part: Span) -> Resolution | None:
        piece, offset = words[slice(*part)], source[0] + part[0]
        low = piece.lower()
        if relative := RELATIVE_PRONOUN.match(low):
            return self.pronouns.resolve(relative[0].split()[0], offset) or self._before_relative(offset)
        if low in PRONOUNS:
            return self.pronouns.resolve(low, offset)
        if handle := _HANDLE.search(piece):
            return Resolution((self._first_person.person_with_handle(handle[0]),), 0.9, "the handle in the text")
        before, top, _ = split_at_head(piece)
        if is_document(top) and (top[0].islower() or not before):
            return self.nominals.resolve_document(piece, offset)
        alone = not any(entity.type is SpeakerType.PERSON for _, entity in self._names.within(source))
        return self._name(source, words, part) or self.nominals.resolve(piece, offset, alone=alone)

    def _name(self, source: Span, words: str, part: Span, *, alone: bool = False) -> Resolution | None:
        """Return the known name at the head of a part: not one after a preposition, nor the owner of the head.

        `alone`: only titles may precede it.
        """
        begin, end = source[0] + part[0], source[0] + part[1]
        for span, entity in reversed(self._names.within((begin, end + 1))):
            lead = words[part[0] : span[0] - source[0]]
            tail = words[span[1] - source[0] : max(part[1], span[1] - source[0])].strip()
            crossing = PREPOSITION.search(lead)
            if not words[span[0] - source[0] : span[1] - source[0]].strip():
                continue
            if (crossing and not (_is_office(lead, crossing) or _PANEL.fullmatch(lead))) or (
                alone and not _TITLES.fullmatch(lead.lstrip())
            ):
                continue
            if tail in _TAILS or PREPOSITION.match(tail):
                full = entity.name in words
                return Resolution((entity,), 0.95 if full else 0.85, "named elsewhere in the article")
        return self._name_opening_headline(begin, end)

    def _name_opening_headline(self, begin: int, end: int) -> Resolution | None:
        """Return the person whose name opens a headline's part, whatever capitalised words follow it."""
        mentions = self._names.within((begin, end + 1)) if self._document.in_headline(begin) else []
        if not mentions:
            return None
        span, entity = mentions[0]
        if span[0] != begin or entity.type is not SpeakerType.PERSON or _OF_PERSON.match(self._text, span[1]):
            return None
        return Resolution((entity,), 0.7, "named elsewhere in the article")

    def _before_relative(self, offset: int) -> Resolution | None:
        """Return the names right before the relative pronoun at `offset`, if `who` or `which` fits all of them."""
        span = relative_antecedent(self._text, offset)
        if span is None:
            return None
        words, who = masked(self._text, span), self._text.startswith("who", offset)
        resolved = [self._any_name(span, words, part) for part in coordinated_parts(words)]
        entities = _entities(_without_none(resolved))
        unfit = _THINGS if who else {SpeakerType.PERSON}
        if not entities or None in resolved or any(entity.type in unfit for entity in entities):
            return None
        return Resolution(entities, 0.6, "the name before it")

    def _after_comma(self, source: Span, words: str, first: Span) -> list[Resolution]:
        """Return the name after a comma that the source describes."""
        name = apposition_after(words, first[1])
        if name is None:
            return []
        found = self._name(source, words, name, alone=True)
        if found is None and _TWO_CAPITALISED.fullmatch(words[slice(*name)]) and _ONE_OF.match(words[slice(*first)]):
            found = self._unlisted.find(source, words, name)
        return [found] if found else []

    def _examples(self, source: Span, words: str) -> list[Resolution]:
        """Return the named examples of a group: `some experts, including Mr. Orr and the Port Fund`."""
        at = examples_begin(words)
        if at is None:
            return []
        inner = [(low + at, high + at) for low, high in coordinated_parts(words[at:])]
        return _without_none(self._any_name(source, words, part) for part in inner)

    def _any_name(self, source: Span, words: str, part: Span) -> Resolution | None:
        """Return the name of a part, known or not."""
        return self._name(source, words, part) or self._unlisted.find(source, words, part)


def _without_none(resolved: Iterable[Resolution | None]) -> list[Resolution]:
    return [resolution for resolution in resolved if resolution is not None]


def _entities(resolved: list[Resolution]) -> tuple[Entity, ...]:
    """Return the entities of all parts, each once, in order."""
    return tuple(dict.fromkeys(entity for resolution in resolved for entity in resolution.entities))


def _speaker(
    shown: str, entities: tuple[Entity, ...], resolved: list[Resolution]
) -> tuple[Speaker, tuple[Entity, ...]]:
    certainty = min(resolution.certainty for resolution in resolved)
    if certainty < UNCERTAIN:
        candidates = " or ".join(entity.name for entity in entities)
        return Speaker("", SpeakerType.UNNAMED, certainty, f"“{shown}” may be {candidates}"), ()
    name = "; ".join(entity.name for entity in entities)
    in_full = len(entities) == 1 and name in shown
    basis = f"“{shown}” in the text" if in_full else f"“{shown}” → {name}, {resolved[0].how}"
    return Speaker(name, entities[0].type, certainty, basis), entities


def _unnamed(shown: str, phrase: str) -> Speaker:
    if shown.lower() in PRONOUNS:
        return Speaker("", SpeakerType.UNNAMED, 0.3, f"“{shown.lower()}”: nothing in the text says who")
    if is_document(split_at_head(phrase)[1]):
        return Speaker("", SpeakerType.DOCUMENT, 0.5, f"“{shown}”: a document")
    return Speaker("", SpeakerType.UNNAMED, 0.6, f"“{shown}” names no one")


def _is_office(lead: str, crossing: re.Match[str]) -> bool:
    """True if a preposition is part of a title: `Secretary of State`, `Speaker of the House`."""
    return crossing[0].lower() == "of" and (lead[: crossing.start()].split() or [""])[-1].lower() in _OFFICES
