"""Whom a source stands for: takes the words that name it and what came before, gives a speaker.

A speaker is named only where the article does so; a wrong name is worse than none. Each part of a source is tried as a
pronoun (`pronouns`), a handle, a document, a name, a description (`nominals`), and as a name that the article has only
here (`described`). What describes without naming ("a police officer") is unnamed.
"""

from __future__ import annotations

import re

from onrecord.annotate.entities.mentions import Entity, Names
from onrecord.annotate.entities.noun_phrases import (
    PREPOSITION,
    RELATIVE_PRONOUN,
    apposed,
    examples,
    head,
    masked,
    parts,
    relative_antecedent,
)
from onrecord.annotate.entities.role_holders import RoleHolders
from onrecord.annotate.lexicon.names import (
    COMMON,
    HE,
    PEOPLES,
    PLACES,
    SHE,
)
from onrecord.annotate.speakers.cue_subject import cue_subject
from onrecord.annotate.speakers.discourse import LEAST, Resolution
from onrecord.annotate.speakers.first_person import FirstPerson
from onrecord.annotate.speakers.nominals import Nominals, is_document
from onrecord.annotate.speakers.pronouns import PRONOUNS, Pronouns
from onrecord.annotate.speakers.salience import Salience
from onrecord.annotate.speakers.unlisted_names import classify_source
from onrecord.annotate.text.document import Document
from onrecord.model import Span, Speaker, SpeakerType

_WORD = re.compile(r"[\w’'.&/-]*\w")
_HANDLE = re.compile(r"@\w+")
_OPENS = frozenset({"", ".", "\n", "!", "?", '"', "”", ":"})
_OFFICES = frozenset({"secretary", "minister", "speaker", "president", "chancellor", "attorney", "state"})
_TAILS = frozenset({"", "'s", "’s", "'", "’", "himself", "herself", "all", "together", "also"})
_TITLES = re.compile(r"(?:[\w.’'-]+ )*")
_THINGS = frozenset({SpeakerType.ORG, SpeakerType.DOCUMENT})
_DATELINE = re.compile(r"[A-Z][A-Z .’'-]{2,}(?:, [^\n()]{2,30})?(?: \([^()\n]{2,30}\))?$")
_DASHED = re.compile(r"[^\w\n]{0,3} (?:--|[-–—]) ")
_PANEL = re.compile(r"(?:[\w-]+ ){0,3}(?:panel|division|arm|branch|unit|chapter) (?:of|at) (?:the )?", re.I)
_TELLING = PLACES | PEOPLES | HE | SHE  # Words that are a name's in a headline too.
_OF_HIS = re.compile(r"[’']s\b| (?:Campaign|Camp|Team|Family|Aides?|Advisers?|Supporters)\b")
_LONGEST = 60  # Characters of a name.
_ONE_OF = re.compile(r"(?:[Oo]ne|[Aa]nother|[Tt]wo) of ")
_TWO_TALL = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2}")
_SOMEONE = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?![^,]*\b(?:group|number|report|poll|study|statement|few)\b)")


class SpeakerResolver:
    """Resolves the sources of one article, to be asked in the order of the text.

    Certainties are set by hand to rank a full name above a surname, a pronoun and a guess; they are not calibrated.
    """

    def __init__(self, document: Document, names: Names, authors: tuple[str, ...] = ()) -> None:
        text = document.plain
        self._document, self._text, self._names = document, text, names
        self._first_person = FirstPerson(text, authors)
        roles = RoleHolders(text, names)
        self._salience = Salience(document, names, roles.mentions(text))
        self._pronouns = Pronouns(text, names, self._salience, self._first_person)
        self._nominals = Nominals(document, names, roles, self._pronouns)
        self._discourse = self._pronouns.discourse
        self._fresh: dict[str, Entity] = {}

    def resolve(self, source: Span | None, *, cue: Span | None = None, content: tuple[Span, ...] = ()) -> Speaker:
        """The speaker whom the words at `source` stand for; its name is "" where the article does not tell.

        Where the reader found no source, a name beside the `cue` is taken; `content` tells who is "I" in it.
        """
        at = source or (cue_subject(self._text, self._names, self._salience, cue) if cue else None)
        if at is None:
            return Speaker("", SpeakerType.UNNAMED, 0.3, "the text names no source")
        if _DATELINE.match(self._text, *at) and _DASHED.match(self._text, at[1]):
            return Speaker("", SpeakerType.UNNAMED, 0.3, "a dateline, no source")
        speaker, named = self._whole(self._uncut(at))
        self._discourse.spoke.append((at[0], named))
        self._discourse.nameless = None if named or not _SOMEONE.match(self._text, at[0], at[1]) else at
        if named:
            self._discourse.contents.extend((piece, named) for piece in content)
        return speaker

    def _uncut(self, source: Span) -> Span:
        """A source with the whole of a name that it begins inside of: the reader may cut `Ines Calder` to `Calder`."""
        near = self._names.before(source[0], _LONGEST)
        begin, end = near[0][0] if near and near[0][1].type is SpeakerType.PERSON else source
        return (begin, max(end, source[1])) if begin < source[0] < end else source

    def _whole(self, source: Span) -> tuple[Speaker, tuple[Entity, ...]]:
        words = masked(self._text, source)
        shown = " ".join(self._text[slice(*source)].strip(" ,").split())
        pieces = parts(words)
        found = [one for part in pieces if (one := self._person(source, words, part)) is not None]
        given = self._examples(source, words)
        found = given if len(given) > len(found) else found
        found = found or self._elsewhere(source, words, pieces[0]) or self._only_here(source, words, pieces)
        named = tuple(dict.fromkeys(named for one in found for named in one.named))
        if not named:
            return _nameless(shown, words[slice(*pieces[0])]), ()
        return _speaker(shown, named, found)

    def _person(self, source: Span, words: str, part: Span) -> Resolution | None:
        """Whom a part stands for; in `Orr and his deputy, Jane Doe,` the second is who stands behind the comma."""
        found = self._part(source, words, part)
        behind = apposed(words, part[1]) if found is None and part[0] else None
        return self._name(source, words, behind, alone=True) if behind else found

    def _part(self, source: Span, words: str, part: Span) -> Resolution | None:
        piece, offset = words[slice(*part)], source[0] + part[0]
        low = piece.lower()
        if relative := RELATIVE_PRONOUN.match(low):
            return self._pronouns.find(relative[0].split()[0], offset) or self._held_by(offset)
        if low in PRONOUNS:
            return self._pronouns.find(low, offset)
        if person_with_handle := _HANDLE.search(piece):
            return Resolution(
                (self._first_person.person_with_handle(person_with_handle[0]),), 0.9, "the handle in the text"
            )
        before, top, _ = head(piece)
        if is_document(top) and (top[0].islower() or not before):
            return self._nominals.document(piece, offset)
        alone = not any(named.type is SpeakerType.PERSON for _, named in self._names.within(source))
        return self._name(source, words, part) or self._nominals.find(piece, offset, alone=alone)

    def _name(self, source: Span, words: str, part: Span, *, alone: bool = False) -> Resolution | None:
        """The listed name at the head of a part: not one behind a preposition, nor one that owns the head.

        `alone`: only titles may stand before it.
        """
        begin, end = source[0] + part[0], source[0] + part[1]
        for span, named in reversed(self._names.within((begin, end + 1))):
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
                full = named.name in words
                return Resolution((named,), 0.95 if full else 0.85, "named elsewhere in the article")
        first = self._names.within((begin, end + 1))[:1] if self._document.in_headline(begin) else []
        if (
            first
            and first[0][0][0] == begin
            and first[0][1].type is SpeakerType.PERSON
            and not _OF_HIS.match(self._text, first[0][0][1])
        ):
            return Resolution((first[0][1],), 0.7, "named elsewhere in the article")
        return None

    def _held_by(self, offset: int) -> Resolution | None:
        """Those whom tall words right before the relative pronoun at `offset` name, and no rule for names lists."""
        span = relative_antecedent(self._text, offset)
        if span is None:
            return None
        words, who = masked(self._text, span), self._text.startswith("who", offset)
        pieces = parts(words)
        found = [self._name(span, words, part) or self._fresh_name(span, words, part) for part in pieces]
        named = tuple(dict.fromkeys(named for one in found if one for named in one.named))
        unfit = _THINGS if who else {SpeakerType.PERSON}
        if not named or None in found or any(one.type in unfit for one in named):
            return None
        return Resolution(named, 0.6, "the name before it")

    def _fresh_name(self, span: Span, words: str, part: Span) -> Resolution | None:
        if self._document.in_headline(span[0]) and not self._is_tall_elsewhere(words[slice(*part)]):
            return None
        one = classify_source(
            "", _WORD.findall(words[slice(*part)]), opens=self._opens(span, part), inner=self._names.inner
        )
        if not one.name:
            return None
        return Resolution((self._fresh.setdefault(one.name, Entity(one.name, one.type)),), one.certainty, "in the text")

    def _is_tall_elsewhere(self, part: str) -> bool:
        """Whether the tall words that a headline's part begins with are such inside a sentence too."""
        tall = [word for word in _WORD.findall(part) if word[0].isupper() and word.lower() not in COMMON]
        return bool(tall) and (tall[0].isupper() or tall[0] in self._names.inner or tall[0].lower() in _TELLING)

    def _opens(self, span: Span, part: Span) -> bool:
        return part[0] < 5 and self._text[max(0, span[0] - 3) : span[0]].rstrip(" ")[-1:] in _OPENS

    def _elsewhere(self, source: Span, words: str, first: Span) -> list[Resolution]:
        """The name behind a comma that the source describes."""
        behind = apposed(words, first[1])
        if behind is None:
            return []
        found = self._name(source, words, behind, alone=True)
        if found is None and _TWO_TALL.fullmatch(words[slice(*behind)]) and _ONE_OF.match(words[slice(*first)]):
            found = self._fresh_name(source, words, behind)
        return [found] if found else []

    def _examples(self, source: Span, words: str) -> list[Resolution]:
        """Those whom a source gives as examples of a group: `some experts, including Mr. Orr and the Port Fund`."""
        at = examples(words)
        if at is None:
            return []
        inner = [(low + at, high + at) for low, high in parts(words[at:])]
        found = (self._name(source, words, part) or self._fresh_name(source, words, part) for part in inner)
        return [one for one in found if one is not None]

    def _only_here(self, source: Span, words: str, pieces: list[Span]) -> list[Resolution]:
        """The names that a source has and no rule for names lists: `the Arden Institute`."""
        found = [self._fresh_name(source, words, part) for part in pieces]
        return [one for one in found if one is not None]


def _speaker(shown: str, named: tuple[Entity, ...], found: list[Resolution]) -> tuple[Speaker, tuple[Entity, ...]]:
    certainty = min(one.certainty for one in found)
    if certainty < LEAST:
        candidates = " or ".join(one.name for one in named)
        return Speaker("", SpeakerType.UNNAMED, certainty, f"“{shown}” may be {candidates}"), ()
    name = "; ".join(one.name for one in named)
    in_full = len(named) == 1 and name in shown
    basis = f"“{shown}” in the text" if in_full else f"“{shown}” → {name}, {found[0].how}"
    return Speaker(name, named[0].type, certainty, basis), named


def _nameless(shown: str, phrase: str) -> Speaker:
    if shown.lower() in PRONOUNS:
        return Speaker("", SpeakerType.UNNAMED, 0.3, f"“{shown.lower()}”: nothing in the text says who")
    if is_document(head(phrase)[1]):
        return Speaker("", SpeakerType.DOCUMENT, 0.5, f"“{shown}”: a document")
    return Speaker("", SpeakerType.UNNAMED, 0.6, f"“{shown}” names no one")


def _is_office(lead: str, crossing: re.Match[str]) -> bool:
    """Whether a preposition stands inside a title: `Secretary of State`, `Speaker of the House`."""
    return crossing[0].lower() == "of" and (lead[: crossing.start()].split() or [""])[-1].lower() in _OFFICES
