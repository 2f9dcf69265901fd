"""Who bears which name in an article: takes runs of tall words, gives the one whom each stands for.

The first full mention gives the name; `Doe` then stands for `Jane Doe`. Where two share a surname, a title, the
paragraph, and whom the surname alone meant at first decide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from onrecord.annotate.entities.capitalised_runs import Run
from onrecord.annotate.entities.person_cues import Evidence, gender, speaks
from onrecord.annotate.lexicon.names import (
    COMMON,
    EITHER,
    HE,
    ORGANISATIONS,
    PEOPLES,
    PLACES,
    SHE,
    TITLES,
)
from onrecord.annotate.lexicon.roles import ROLE_HEADS
from onrecord.model import Span, SpeakerType

_LONG_ENOUGH = 5  # Letters of a surname that may be misspelt; shorter ones differ by chance.
_FEW = 200  # People among whom a misspelt surname is looked for.
_ALIKE = 0.79  # Ratio of equal letters; Wimes and Wines have .8, Johnson and Jackson .57.
_MOST = 20  # People who share a name; no article names as many, and looking through them must not take forever.
_COURTESIES = frozenset({"mr", "mrs", "ms", "miss", "dr", "former"})
_NEVER = PLACES | COMMON | TITLES | ORGANISATIONS | PEOPLES  # Single words that are no surname.
_WOMEN = SHE - HE - EITHER  # A given name alone may be a surname too, but hardly a woman's.
_PRONOUN = re.compile(r"[^.;:!?“”\"\nA-Z]*?\b(he|she|his|her|himself|herself)\b")
_HER = frozenset({"she", "her", "herself"})
_CLAUSE = 120  # Characters in which a pronoun behind a surname, with no name between, tells which of two it is.
_ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.?){2,6}")


@dataclass(slots=True, eq=False)
class Named:
    """Someone or something under its fullest name; `gender` is "he", "she" or "" where nothing tells."""

    name: str
    type: SpeakerType
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)


class Register:
    """The names of one article by their words, filled from fullest to shortest and then asked run by run."""

    def __init__(self, text: str, evidence: Evidence) -> None:
        self._text, self._evidence = text, evidence
        self._by_words: dict[tuple[str, ...], Named] = {}
        self._bearers: dict[str, list[Named]] = {}
        self._owner: dict[str, Named] = {}
        self._told: Counter[int] = Counter()

    def knows(self, words: tuple[str, ...]) -> bool:
        """Whether the words are a name, or a part by which someone goes."""
        return words in self._by_words or (len(words) == 1 and words[0] in self._bearers)

    def add_full(self, run: Run) -> None:
        """Adds a name of several words, where something tells what it is."""
        if run.words in self._by_words:
            return
        lows = {word.lower().rstrip(".") for word in run.words}
        if not run.titles and lows & ORGANISATIONS and run.words[-1].lower() not in ROLE_HEADS:
            self._by_words[run.words] = Named(" ".join(run.words), SpeakerType.ORG)
            return
        last = run.words[-1]
        bearers = self._bearers.get(last, ())
        named = next((one for one in bearers if _same(one.name, run.words)), None)
        if named is None:
            if not self._evidence.tells(run, namesake=any(one.name.endswith(" " + last) for one in bearers)):
                return
            named = Named(" ".join(run.words), SpeakerType.PERSON, gender(run))
            nicks = [word.strip('"“”()') for word in run.words[1:-1] if word[0] in '"“(']
            for part in dict.fromkeys((last, run.words[0], *nicks)):
                if len(those := self._bearers.setdefault(part, [])) < _MOST:
                    those.append(named)
        named.roles |= run.titles
        self._by_words[run.words] = named

    def add_titled(self, run: Run) -> None:
        """`Mr. Doe` where only a Jane Doe has a full name is another Doe."""
        word, fitting = run.words[0], gender(run)
        bearers = self._bearers.get(word, [])
        if fitting and bearers and not any(one.gender in {"", fitting} for one in bearers):
            bearers.append(Named(word, SpeakerType.PERSON, fitting))

    def add_office(self, run: Run) -> None:
        """`President Doe` is the Mr. Doe without a full name where no one with a full name is called president."""
        offices = run.titles - _COURTESIES
        bearers = self._bearers.get(run.words[0], [])
        if offices and not any(one.roles & offices for one in bearers):
            for one in bearers:
                if one.name == run.words[0]:
                    one.roles |= offices

    def add_short(self, word: str, full: tuple[str, ...]) -> None:
        """Adds the short name of an organisation, where no person goes by it."""
        if (word,) not in self._by_words and word not in self._bearers:
            self._by_words[word,] = self._by_words.setdefault(full, Named(" ".join(full), SpeakerType.ORG))

    def meet(self, named: Named, run: Run) -> None:
        """Counts a mention, and takes from it what it tells: titles, and the pronoun that fits."""
        named.mentions.append(run.span)
        named.roles |= run.titles
        if named.type is SpeakerType.PERSON:
            named.gender = named.gender or gender(run)
        self._told[id(named)] += len(run.words) > 1 or bool(run.titles)

    def find(self, run: Run) -> Named | None:
        """Whom a run stands for; None where it is no name, or one that only `single` may tell."""
        if run.words in self._by_words:
            return self._by_words[run.words]
        if len(run.words) == 1:
            return self._surnamed(run)
        ending = " " + " ".join(run.words)
        bearers = self._bearers.get(run.words[-1], ())
        shorter = (run.words[index:] for index in range(1, len(run.words) - 1))
        return next((one for one in bearers if one.name.endswith(ending)), None) or next(
            (self._by_words[words] for words in shorter if words in self._by_words), None
        )

    def single(self, run: Run, *, inner: bool) -> Named | None:
        """One word alone: an acronym, or a surname with a title or a cue beside it; `inner`: tall in sentences too."""
        word = run.words[0]
        if len(run.words) > 1 or word.lower() in _NEVER:
            return None
        if not run.titles and _ACRONYM.fullmatch(word):
            named = Named(word, SpeakerType.ORG)
        else:
            said = speaks(self._text, run.span)
            described = self._text.startswith(", ", run.span[1])
            near = self._misspelt(word) if said or described or self._evidence.is_source(run.span) else None
            if near is None and not run.titles and not (said and (inner or not word.endswith("s"))):
                return None
            alone = "she" if word.lower() in _WOMEN and not run.titles else ""
            named = near or Named(word, SpeakerType.PERSON, gender(run) or alone)
            if near is None:
                self._bearers.setdefault(word, [])
        self._by_words[run.words] = named
        return named

    def _surnamed(self, run: Run) -> Named | None:
        word, fitting = run.words[0], gender(run)
        if word not in self._bearers and word.isupper() and len(word) > 2:
            word = next((one for one in (word.capitalize(), word.title()) if one in self._bearers), word)
        bearers = [one for one in self._bearers.get(word, ()) if not fitting or one.gender in {"", fitting}]
        bearers = [one for one in bearers if one.name.endswith(word)] or bearers
        bearers = bearers if fitting else self._told_apart(run, bearers)
        bearers = [one for one in bearers if one.roles & (run.titles - _COURTESIES)] or bearers
        paragraph = self._text.rfind("\n", max(0, run.span[0] - 3000), run.span[0])
        most = max((self._told[id(one)] for one in bearers), default=0)

        def rank(one: Named) -> tuple[bool, bool, int, list[Span]]:
            """One whom the paragraph has named, then whom the surname alone meant at first, then the most named."""
            here = bool(one.mentions) and one.mentions[-1][0] > paragraph and self._told[id(one)] * 3 > most
            return here, self._owner.get(word) is one, self._told[id(one)], one.mentions[-1:]

        found = max(bearers, key=rank, default=None)
        if found is not None and found.mentions and not run.titles and found.name.endswith(" " + word):
            self._owner.setdefault(word, found)
        return found

    def _told_apart(self, run: Run, bearers: list[Named]) -> list[Named]:
        """Of those about as often named in full, the ones whom the pronoun behind a surname fits: `Lund raised her`."""
        told = _PRONOUN.match(self._text, run.span[1], run.span[1] + _CLAUSE) if len(bearers) > 1 else None
        counts = [self._told[id(one)] for one in bearers]
        if told is None or max(counts) > 2 * min(counts):
            return bearers
        pronoun = "she" if told[1] in _HER else "he"
        return [one for one in bearers if one.gender in {"", pronoun}] or bearers

    def _misspelt(self, word: str) -> Named | None:
        """The one person whose surname a word is but for a letter or two: `Scheider` for `Schneider`."""
        if len(word) < _LONG_ENOUGH or len(self._bearers) > _FEW:
            return None
        near = [
            bearers
            for surname, bearers in self._bearers.items()
            if surname[0] == word[0]
            and abs(len(surname) - len(word)) < 2
            and any(one.name.endswith(" " + surname) for one in bearers)
            and SequenceMatcher(None, surname, word).ratio() >= _ALIKE
        ]
        return near[0][0] if len(near) == 1 and len(near[0]) == 1 else None


def _same(name: str, words: tuple[str, ...]) -> bool:
    """Whether words stand for a name with the same last word: `John Q. Doe` and `John Doe`, `De la Vega`."""
    given = {part.strip('"“”()') for part in name.split(" ")[:-1]}
    return words[0] in given or name.lower().endswith(" " + " ".join(words).lower())
