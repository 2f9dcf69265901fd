"""Names: their parts, how similar two names are, and the keys by which possible matches are found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from hashlib import sha256

from onrecord.archive.identity.nicknames import alike
from onrecord.model import SpeakerType


def words(text: str) -> frozenset[str]:
    """Return the words of `text`, split at white space."""
    return frozenset(text.split())


_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", "‘": "'"}
    | dict.fromkeys("‐‑–—", "-")
)
_TITLES = words(
    """
    mr mrs ms miss messrs dr prof professor sen senator gov governor rep representative congressman congresswoman
    president mayor judge justice sheriff chief officer detective sgt sergeant lt lieutenant col colonel gen general
    maj major capt captain adm admiral rev reverend fr father pope bishop archbishop cardinal rabbi imam sir dame lord
    lady secretary minister chancellor ambassador attorney chairman chairwoman speaker councilman councilwoman
    councillor alderman coach superintendent supt former vice prime del hon state
    """
)
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_DEGREES = words("md phd esq mp mep obe cbe qc kc rn dds jd mba")
_PARTICLES = words("de da del della di du van von der den bin ibn al el la le ter ten dos das do of st san")
_COMPANIES = words("inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag sa")
_TOKEN = re.compile(r"[^\W_](?:[\w.'&-]*\w)?\.?|&")
_QUOTED = re.compile(r"[\"“”(]([^\"“”()]{1,20})[\"”“)]")
_LONGEST = 200  # Characters of a name that are compared.


class Likeness(IntEnum):
    """How similar two names are, from names that cannot belong to one person to equal names."""

    NEVER = 0
    PART = 1  # Doe; Jane Doe
    INITIAL = 2  # J. Doe; Jane Doe
    VARIANT = 3  # Liz Doe; Elizabeth Doe
    SAME = 4


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded parts of a name; `given` has first and middle names in order, initials as one letter."""

    given: tuple[str, ...]
    nicks: tuple[str, ...]
    surname: str
    suffix: str

    @property
    def last(self) -> str:
        """Return the surname without its particles: `berg` of `van der berg`."""
        return self.surname.rpartition(" ")[2]


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with straight apostrophes and hyphens."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return text.casefold().translate(_LETTERS)


@lru_cache(maxsize=20_000)
def parse(name: str) -> PersonName:
    """Return the parts of a person's name; a single word is the surname. Never raises; "" has the surname ""."""
    name = name[:_LONGEST]
    nicks = tuple(nick for found in _QUOTED.findall(name) for nick in _tokens(found))
    tokens = _tokens(_QUOTED.sub(" ", name))
    suffix = ""
    while len(tokens) > 1 and (tokens[-1] in _SUFFIXES or tokens[-1] in _DEGREES):
        suffix = _SUFFIXES.get(tokens.pop(), suffix)
    while len(tokens) > 1 and tokens[0] in _TITLES:
        tokens.pop(0)
    if not tokens:
        return PersonName((), (), fold(name).strip(), suffix)
    cut = len(tokens) - 1
    while cut > 1 and tokens[cut - 1] in _PARTICLES:
        cut -= 1
    if cut == 1 and len(tokens) > 2 and tokens[0] in _PARTICLES - {"al", "do"}:
        cut = 0  # `de la Cruz` alone
    if len(tokens) == 2 and tokens[0] in _PARTICLES - {"al", "do"}:
        cut = 0
    given = tuple(part for token in tokens[:cut] for part in token.split("-") if part)
    return PersonName(given, nicks, " ".join(tokens[cut:]), suffix)


def compare(one: PersonName, other: PersonName) -> Likeness:
    """Return how similar the names of two persons are; NEVER if they contradict each other."""
    if one == other:
        return Likeness.SAME
    if (one.suffix and other.suffix and one.suffix != other.suffix) or not (one.surname and other.surname):
        return Likeness.NEVER
    if not _surnames_agree(one, other):
        return Likeness.NEVER
    if not one.given or not other.given:
        return Likeness.SAME if one.given == other.given else Likeness.PART
    return _given_alike(one, other)


def normal(name: str) -> str:
    """Return the normal form of the name of an organisation, group or document: no case, `the`, dots or `Inc.`."""
    found = [
        token.replace(".", "").removesuffix("'s").replace("'", "") for token in _TOKEN.findall(fold(name[:_LONGEST]))
    ]
    found = ["and" if word == "&" else word for word in found if word != "the"]
    while len(found) > 1 and found[-1] in _COMPANIES:
        found.pop()
    return " ".join(found) or fold(name).strip()


def is_handle(name: str) -> bool:
    """True if a name is the name of an account: `@jdoe`."""
    return name.startswith("@") and len(name) > 1


def keys(name: str, type: SpeakerType) -> tuple[str, ...]:
    """Return the blocking keys of a name: two names that may be one person share a key. () for an empty name.

    A person has the surname as a key (and each part of a hyphenated one), anything else its normal form.
    """
    if not name.strip():
        return ()
    if is_handle(name):
        return (f"@{fold(name[1:])}",)
    if type is not SpeakerType.PERSON:
        return (f"o:{normal(name)}",)
    last = parse(name).last
    parts = [part for part in last.split("-") if len(part) > 1] if "-" in last else []
    return tuple(dict.fromkeys(f"p:{part}" for part in (last.replace("-", "").replace("'", ""), *parts)))


def slug(name: str) -> str:
    """Return `name` for a URL: `helene-duvarnay` for `Hélène Duvarnay`; a hash if it has no Latin letter or digit."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")[:80].rstrip("-")
    return plain or "p-" + sha256(name.encode("utf-8", "replace")).hexdigest()[:10]


def _surnames_agree(one: PersonName, other: PersonName) -> bool:
    a, b = one.last.replace("'", ""), other.last.replace("'", "")
    if a == b or a.replace("-", "") == b.replace("-", ""):
        return True
    if one.surname.replace(" ", "").replace("-", "") == other.surname.replace(" ", "").replace("-", ""):
        return True
    # One half of a hyphenated surname is enough here; the given names are compared next.
    return ("-" in a or "-" in b) and bool(set(a.split("-")) & set(b.split("-")))


def _given_alike(one: PersonName, other: PersonName) -> Likeness:
    first, second = one.given, other.given
    best = _first_alike(first[0], second[0])
    middles = (first[1:], second[1:])
    if best is Likeness.NEVER:
        nicked = {*one.nicks, first[0]} & {*other.nicks, second[0]}
        if nicked or any(alike(nick, second[0]) for nick in one.nicks) or any(alike(n, first[0]) for n in other.nicks):
            best = Likeness.VARIANT
        # W. Mitt Romney, Mitt Romney: a person known by the middle name.
        elif len(first[0]) == 1 < len(first) and first[1] == second[0]:
            best, middles = Likeness.VARIANT, (first[2:], second[1:])
        elif len(second[0]) == 1 < len(second) and second[1] == first[0]:
            best, middles = Likeness.VARIANT, (first[1:], second[2:])
    if any(_first_alike(a, b) is Likeness.NEVER for a, b in zip(*middles, strict=False)):
        return Likeness.NEVER
    if best is Likeness.SAME and (one.last != other.last and one.surname != other.surname):
        return Likeness.VARIANT
    return best


def _first_alike(a: str, b: str) -> Likeness:
    if a == b:
        return Likeness.SAME
    if len(a) == 1 or len(b) == 1:
        return Likeness.INITIAL if a[0] == b[0] else Likeness.NEVER
    return Likeness.VARIANT if alike(a, b) else Likeness.NEVER


def _tokens(text: str) -> list[str]:
    """Return the words of a name, folded, without dots; `H.W.` and `JD` are two initials each."""
    found: list[str] = []
    for token in _TOKEN.findall(text.replace("’", "'")):
        bare = token.replace(".", "")
        inner = "." in token.rstrip(".")
        if (inner and len(bare) <= 4) or (len(bare) == 2 and bare.isupper() and bare.lower() not in _SUFFIXES):
            found += list(fold(bare)) if fold(bare) not in _DEGREES else [fold(bare)]
        elif word := fold(bare).strip("'-&"):
            found.append(word)
    return found
