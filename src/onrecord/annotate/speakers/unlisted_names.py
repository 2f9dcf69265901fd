"""Classify a source that contains no known name: an organisation, a group, a person, or no name at all."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from onrecord.annotate.entities.mentions import Entity
from onrecord.annotate.entities.noun_phrases import PREPOSITION
from onrecord.annotate.lexicon.english.bodies import KINDS_OF_BODY
from onrecord.annotate.lexicon.english.names import CALENDAR, COMMON, HE, ORGANISATIONS, PEOPLES, PLACES, SHE, TITLES
from onrecord.annotate.lexicon.english.roles import ROLE_HEADS
from onrecord.annotate.lexicon.word_list import words
from onrecord.annotate.speakers.discourse import Resolution
from onrecord.annotate.text.document import Document
from onrecord.model import Span, SpeakerType

_CERTAINTY = 0.6
_WORD = re.compile(r"[\w’'.&/-]*\w")
_OPENS = frozenset({"", ".", "\n", "!", "?", '"', "”", ":"})  # What comes before the words that open a sentence.
_FIRST_PART = 5  # Characters from the start of a source within which its first part begins.
_IN_HEADLINES = PLACES | PEOPLES | HE | SHE  # Words that belong to a name even in a headline.
_PLACE = re.compile(
    r"(?:the )?((?:city|town|county|state|village|province|kingdom) of [A-Z][\w-]+(?: [A-Z][\w-]+)*"
    r"|federal government)$",
    re.I,
)
_QUANTIFIERS = words(
    "some many most few several other others all both more no these those two three four five six another"
)
_LEADING = COMMON | words("fellow even only that as")
_CAPITALISED = re.compile(r"[A-Z0-9][\w.&/’'-]*")
_JOINERS = words("of for on and the & to in a")
_TAIL = CALENDAR | words("this last earlier recently today all also month week year on")
_GOES_ON = words("in at from himself itself who which all with")
_KINDS = KINDS_OF_BODY.keys() | {"chain"}  # `the Lund newspaper chain` is Lund.
_NO_NAME = ROLE_HEADS | words(
    "people voters officials leaders experts critics members supporters residents others protesters lawmakers"
)
_INSTITUTIONS = ORGANISATIONS | PLACES
_QUESTIONED = [["Q"], ["A"]]  # The two speakers of a printed interview.
_TITLE_WORDS = 2  # Words; a title with one more word does not name an organisation.
_MOST_WORDS = 3  # Words at most of a person's name without further evidence.


class UnlistedNames:
    """Names of an article that only its sources contain; each becomes an entity the first time it is found."""

    def __init__(self, document: Document, inner: AbstractSet[str]) -> None:
        """`inner`: words that are capitalised within sentences too."""
        self._document, self._inner = document, inner
        self._entities: dict[str, Entity] = {}

    def find(self, source: Span, words: str, part: Span) -> Resolution | None:
        """Return the name in one part of a source; `words` are the words of the source, masked."""
        part_words = words[slice(*part)]
        if self._document.in_headline(source[0]) and not self._is_name_in_headline(part_words):
            return None
        opens = part[0] < _FIRST_PART and self._opens_sentence(source)
        classified = classify(_WORD.findall(part_words), opens=opens, inner=self._inner)
        if classified is None:
            return None
        name, type_ = classified
        entity = self._entities.setdefault(name, Entity(name, type_))
        return Resolution((entity,), _CERTAINTY, "in the text")

    def _is_name_in_headline(self, words: str) -> bool:
        """True if the first capitalised word of a headline's part is capitalised within sentences too."""
        capitalised = [word for word in _WORD.findall(words) if word[0].isupper() and word.lower() not in COMMON]
        first = capitalised[0] if capitalised else ""
        return bool(first) and (first.isupper() or first in self._inner or first.lower() in _IN_HEADLINES)

    def _opens_sentence(self, source: Span) -> bool:
        before = self._document.plain[max(0, source[0] - 3) : source[0]]
        return before.rstrip(" ")[-1:] in _OPENS


def classify(
    tokens: list[str], *, opens: bool, inner: AbstractSet[str] = frozenset()
) -> tuple[str, SpeakerType] | None:
    """Return the name that the words of a source contain, and its type; None if they contain none.

    `opens`: the source opens a sentence, where any word is capitalised; `inner`: words capitalised elsewhere too.
    """
    while tokens and tokens[-1].lower() in _TAIL:
        tokens = tokens[:-1]
    if whole := _PLACE.match(" ".join(tokens)):
        return whole[1], SpeakerType.ORG
    index = _first_capitalised(tokens)
    opens = opens and index == 0
    rest = [] if index is None else tokens[index:]
    if opens and len(rest) > 1 and rest[1][0].islower() and not (_is_known(rest[0], inner) or _is_for(rest)):
        rest = []
    name = _name(rest)
    if not name or name in _QUESTIONED or (opens and len(name) == 1 and _is_loose(name[0], inner)):
        return None
    return " ".join(name), _type(name, bare=index == 0)


def _first_capitalised(tokens: list[str]) -> int | None:
    """Return where the capitalised words of a noun phrase begin; None for a quantity or after a preposition."""
    if not tokens or tokens[0].lower() in _QUANTIFIERS:
        return None
    for index, token in enumerate(tokens):
        if token.lower() not in _LEADING and not token[0].islower():
            return index
        if PREPOSITION.fullmatch(token):
            return None
    return None


def _name(words_: list[str]) -> list[str]:
    """Return the words of the name that `words_` begins with; [] if what follows rules out a speaker's name."""
    taken: list[str] = []
    for place, token in enumerate(words_):
        joins = token in _JOINERS and any(_CAPITALISED.match(word) for word in words_[place + 1 : place + 4])
        if not (_CAPITALISED.match(token) or joins or (taken and taken[-1] in _JOINERS)):
            break
        taken.append(token)
    rest = words_[len(taken) :]
    if not taken or (rest and rest[-1] not in _KINDS and rest[0] not in _GOES_ON):
        return []
    taken[-1] = re.sub(r"[’']s?$", "", taken[-1])
    first, last = taken[0].lower(), taken[-1].lower()
    joined = any(word in _JOINERS for word in taken)  # `Citizens for Harbor Justice` is not a justice.
    no_name = first in _NO_NAME or (last in _NO_NAME and not joined) or (first in TITLES and len(taken) <= _TITLE_WORDS)
    return taken if not no_name and re.search(r"[^\W\d_]", "".join(taken)) else []


def _type(name: list[str], *, bare: bool) -> SpeakerType:
    """Return the type of a name from its words; `bare`: no article precedes it, so that it may be a person's."""
    lows, last = {word.lower() for word in name}, name[-1]
    if last.endswith("s") and not last.isupper() and not lows & _INSTITUTIONS:
        return SpeakerType.GROUP
    person = bare and 1 < len(name) <= _MOST_WORDS and not lows & (_INSTITUTIONS | _JOINERS)
    return SpeakerType.PERSON if person and not last.isupper() else SpeakerType.ORG


def _is_for(words_: list[str]) -> bool:
    """True if capitalised words are of the form `Citizens for Harbor Justice`."""
    return words_[1] == "for" and len(words_) > _MOST_WORDS and all(word[0].isupper() for word in words_[2:])


def _is_known(word: str, inner: AbstractSet[str]) -> bool:
    return word in inner or word.lower() in _INSTITUTIONS or word.isupper()


def _is_loose(word: str, inner: AbstractSet[str]) -> bool:
    """True if a word may be capitalised only because it opens a sentence: `Residents`, `Police`."""
    low = word.lower()
    plural = word.endswith("s") and not word.isupper() and low not in PLACES | PEOPLES
    return word not in inner and (plural or low in ORGANISATIONS)
