"""A source that no listed name stands in: takes its words, gives an organisation, a group, a person, or no name."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from onrecord.annotate.entities.noun_phrases import PREPOSITION
from onrecord.annotate.lexicon.names import (
    CALENDAR,
    COMMON,
    ORGANISATIONS,
    PEOPLES,
    PLACES,
    TITLES,
    words,
)
from onrecord.annotate.lexicon.roles import KINDS_OF_BODY, ROLE_HEADS
from onrecord.model import Speaker, SpeakerType

_PLACE = re.compile(
    r"(?:the )?((?:city|town|county|state|village|province|kingdom) of [A-Z][\w-]+(?: [A-Z][\w-]+)*"
    r"|federal government)$",
    re.I,
)
_QUANTIFIERS = words(
    "some many most few several other others all both more no these those two three four five six another"
)
_LEADING = COMMON | words("fellow even only that as")
_TALL = re.compile(r"[A-Z0-9][\w.&/’'-]*")
_JOINERS = words("of for on and the & to in a")
_TAIL = CALENDAR | words("this last earlier recently today all also month week year on")
_GOES_ON = words("in at from himself itself who which all with")
_KINDS = KINDS_OF_BODY.keys() | {"chain"}  # `the Lund newspaper chain` is Lund.
_NO_NAME = ROLE_HEADS | words(
    "people voters officials leaders experts critics members supporters residents others protesters lawmakers"
)
_INSTITUTIONS = ORGANISATIONS | PLACES
_QUESTIONED = [["Q"], ["A"]]  # Who asks and who answers in an interview that is printed so.
_TITLED = 2  # Words; a title and one more name no organisation.
_MOST_WORDS = 3  # Of a person's name, where nothing else tells a person.


def classify_source(source: str, tokens: list[str], *, opens: bool, inner: AbstractSet[str] = frozenset()) -> Speaker:
    """The speaker for a source without a listed name.

    `opens`: it opens a sentence, where any word is tall; `inner`: the words that are tall inside sentences too.
    """
    while tokens and tokens[-1].lower() in _TAIL:
        tokens = tokens[:-1]
    if whole := _PLACE.match(" ".join(tokens)):
        return Speaker(whole[1], SpeakerType.ORG, 0.6, f"“{source}” in the text")
    index = _first_tall(tokens)
    opens = opens and index == 0
    tall = [] if index is None else tokens[index:]
    if opens and len(tall) > 1 and tall[1][0].islower() and not (_is_known(tall[0], inner) or _is_for(tall)):
        tall = []
    name = _name(tall)
    if not name or name in _QUESTIONED or (opens and len(name) == 1 and _is_loose(name[0], inner)):
        return Speaker("", SpeakerType.UNNAMED, 0.6, f"“{source}” names no one")
    return Speaker(" ".join(name), _type(name, bare=index == 0), 0.6, f"“{source}” in the text")


def _first_tall(tokens: list[str]) -> int | None:
    """Where the tall words of a noun phrase begin; None for a quantity, or where they are only behind a preposition."""
    if not tokens or tokens[0].lower() in _QUANTIFIERS:
        return None
    for index, token in enumerate(tokens):
        if token.lower() not in _LEADING and not token[0].islower():
            return index
        if PREPOSITION.fullmatch(token):
            return None
    return None


def _name(tall: list[str]) -> list[str]:
    """The words of the name that `tall` begins with; [] where what follows shows that it is no name of a speaker."""
    taken: list[str] = []
    for place, token in enumerate(tall):
        joins = token in _JOINERS and any(_TALL.match(one) for one in tall[place + 1 : place + 4])
        if not (_TALL.match(token) or joins or (taken and taken[-1] in _JOINERS)):
            break
        taken.append(token)
    rest = tall[len(taken) :]
    if not taken or (rest and rest[-1] not in _KINDS and rest[0] not in _GOES_ON):
        return []
    taken[-1] = re.sub(r"[’']s?$", "", taken[-1])
    first, last = taken[0].lower(), taken[-1].lower()
    joined = any(word in _JOINERS for word in taken)  # `Citizens for Harbor Justice` is no justice.
    no_name = first in _NO_NAME or (last in _NO_NAME and not joined) or (first in TITLES and len(taken) <= _TITLED)
    return taken if not no_name and re.search(r"[^\W\d_]", "".join(taken)) else []


def _type(name: list[str], *, bare: bool) -> SpeakerType:
    """What a name is by its words; `bare`: no article stands before it, so that it may be a person's."""
    lows, last = {word.lower() for word in name}, name[-1]
    if last.endswith("s") and not last.isupper() and not lows & _INSTITUTIONS:
        return SpeakerType.GROUP
    person = bare and 1 < len(name) <= _MOST_WORDS and not lows & (_INSTITUTIONS | _JOINERS)
    return SpeakerType.PERSON if person and not last.isupper() else SpeakerType.ORG


def _is_for(tall: list[str]) -> bool:
    """Whether tall words are such as `Citizens for Harbor Justice`."""
    return tall[1] == "for" and len(tall) > _MOST_WORDS and all(word[0].isupper() for word in tall[2:])


def _is_known(word: str, inner: AbstractSet[str]) -> bool:
    return word in inner or word.lower() in _INSTITUTIONS or word.isupper()


def _is_loose(word: str, inner: AbstractSet[str]) -> bool:
    """Whether one word may be tall only because it opens a sentence: `Residents`, `Police`."""
    low = word.lower()
    plural = word.endswith("s") and not word.isupper() and low not in PLACES | PEOPLES
    return word not in inner and (plural or low in ORGANISATIONS)
