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
from onrecord.annotate.entities.person_cues import PersonEvidence, gender_of, has_cue_beside
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
class Entity:
    """Someone or something under its fullest name; `gender` is "he", "she" or "" where nothing tells."""

    name: str
    type: SpeakerType
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)


class NameMatcher:
    """The names of one article by their words, filled from fullest to shortest and then asked run by run."""

    def __init__(self, text: str, evidence: PersonEvidence) -> None:
        self._text, self._evidence = text, evidence
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._people: dict[str, list[Entity]] = {}
        self._default_meaning: dict[str, Entity] = {}
        self._full_mentions: Counter[int] = Counter()

    def knows(self, words: tuple[str, ...]) -> bool:
        """Whether the words are a name, or a part by which someone goes."""
        return words in self._by_words or (len(words) == 1 and words[0] in self._people)

    def add_full(self, run: Run) -> None:
        """Adds a name of several words, where something tells what it is."""
        if run.words in self._by_words:
            return
        lows = {word.lower().rstrip(".") for word in run.words}
        if not run.titles and lows & ORGANISATIONS and run.words[-1].lower() not in ROLE_HEADS:
            self._by_words[run.words] = Entity(" ".join(run.words), SpeakerType.ORG)
            return
        last = run.words[-1]
        people = self._people.get(last, ())
        named = next((one for one in people if _same(one.name, run.words)), None)
        if named is None:
            if not self._evidence.is_person(run, namesake=any(one.name.endswith(" " + last) for one in people)):
                return
            named = Entity(" ".join(run.words), SpeakerType.PERSON, gender_of(run))
            nicks = [word.strip('"“”()') for word in run.words[1:-1] if word[0] in '"“(']
            for part in dict.fromkeys((last, run.words[0], *nicks)):
                if len(those := self._people.setdefault(part, [])) < _MOST:
                    those.append(named)
        named.roles |= run.titles
        self._by_words[run.words] = named

    def add_titled(self, run: Run) -> None:
        """`Mr. Doe` where only a Jane Doe has a full name is another Doe."""
        word, fitting = run.words[0], gender_of(run)
        people = self._people.get(word, [])
        if fitting and people and not any(one.gender in {"", fitting} for one in people):
            people.append(Entity(word, SpeakerType.PERSON, fitting))

    def add_office(self, run: Run) -> None:
        """`President Doe` is the Mr. Doe without a full name where no one with a full name is called president."""
        offices = run.titles - _COURTESIES
        people = self._people.get(run.words[0], [])
        if offices and not any(one.roles & offices for one in people):
            for one in people:
                if one.name == run.words[0]:
                    one.roles |= offices

    def add_short(self, word: str, full: tuple[str, ...]) -> None:
        """Adds the short name of an organisation, where no person goes by it."""
        if (word,) not in self._by_words and word not in self._people:
            self._by_words[word,] = self._by_words.setdefault(full, Entity(" ".join(full), SpeakerType.ORG))

    def add_mention(self, named: Entity, run: Run) -> None:
        """Counts a mention, and takes from it what it tells: titles, and the pronoun that fits."""
        named.mentions.append(run.span)
        named.roles |= run.titles
        if named.type is SpeakerType.PERSON:
            named.gender = named.gender or gender_of(run)
        self._full_mentions[id(named)] += len(run.words) > 1 or bool(run.titles)

    def match(self, run: Run) -> Entity | None:
        """Whom a run stands for; None where it is no name, or one that only `single` may tell."""
        if run.words in self._by_words:
            return self._by_words[run.words]
        if len(run.words) == 1:
            return self._surnamed(run)
        ending = " " + " ".join(run.words)
        people = self._people.get(run.words[-1], ())
        shorter = (run.words[index:] for index in range(1, len(run.words) - 1))
        return next((one for one in people if one.name.endswith(ending)), None) or next(
            (self._by_words[words] for words in shorter if words in self._by_words), None
        )

    def match_single(self, run: Run, *, inner: bool) -> Entity | None:
        """One word alone: an acronym, or a surname with a title or a cue beside it; `inner`: tall in sentences too."""
        word = run.words[0]
        if len(run.words) > 1 or word.lower() in _NEVER:
            return None
        if not run.titles and _ACRONYM.fullmatch(word):
            named = Entity(word, SpeakerType.ORG)
        else:
            said = has_cue_beside(self._text, run.span)
            described = self._text.startswith(", ", run.span[1])
            near = self._misspelt(word) if said or described or self._evidence.is_source(run.span) else None
            if near is None and not run.titles and not (said and (inner or not word.endswith("s"))):
                return None
            alone = "she" if word.lower() in _WOMEN and not run.titles else ""
            named = near or Entity(word, SpeakerType.PERSON, gender_of(run) or alone)
            if near is None:
                self._people.setdefault(word, [])
        self._by_words[run.words] = named
        return named

    def _surnamed(self, run: Run) -> Entity | None:
        word, fitting = run.words[0], gender_of(run)
        if word not in self._people and word.isupper() and len(word) > 2:
            word = next((one for one in (word.capitalize(), word.title()) if one in self._people), word)
        people = [one for one in self._people.get(word, ()) if not fitting or one.gender in {"", fitting}]
        people = [one for one in people if one.name.endswith(word)] or people
        people = people if fitting else self._fitting_next_pronoun(run, people)
        people = [one for one in people if one.roles & (run.titles - _COURTESIES)] or people
        paragraph = self._text.rfind("\n", max(0, run.span[0] - 3000), run.span[0])
        most = max((self._full_mentions[id(one)] for one in people), default=0)

        def rank(one: Entity) -> tuple[bool, bool, int, list[Span]]:
            """One whom the paragraph has named, then whom the surname alone meant at first, then the most named."""
            here = bool(one.mentions) and one.mentions[-1][0] > paragraph and self._full_mentions[id(one)] * 3 > most
            return here, self._default_meaning.get(word) is one, self._full_mentions[id(one)], one.mentions[-1:]

        found = max(people, key=rank, default=None)
        if found is not None and found.mentions and not run.titles and found.name.endswith(" " + word):
            self._default_meaning.setdefault(word, found)
        return found

    def _fitting_next_pronoun(self, run: Run, people: list[Entity]) -> list[Entity]:
        """Of those about as often named in full, the ones whom the pronoun behind a surname fits: `Lund raised her`."""
        told = _PRONOUN.match(self._text, run.span[1], run.span[1] + _CLAUSE) if len(people) > 1 else None
        counts = [self._full_mentions[id(one)] for one in people]
        if told is None or max(counts) > 2 * min(counts):
            return people
        pronoun = "she" if told[1] in _HER else "he"
        return [one for one in people if one.gender in {"", pronoun}] or people

    def _misspelt(self, word: str) -> Entity | None:
        """The one person whose surname a word is but for a letter or two: `Scheider` for `Schneider`."""
        if len(word) < _LONG_ENOUGH or len(self._people) > _FEW:
            return None
        near = [
            people
            for surname, people in self._people.items()
            if surname[0] == word[0]
            and abs(len(surname) - len(word)) < 2
            and any(one.name.endswith(" " + surname) for one in people)
            and SequenceMatcher(None, surname, word).ratio() >= _ALIKE
        ]
        return near[0][0] if len(near) == 1 and len(near[0]) == 1 else None


def _same(name: str, words: tuple[str, ...]) -> bool:
    """Whether words stand for a name with the same last word: `John Q. Doe` and `John Doe`, `De la Vega`."""
    given = {part.strip('"“”()') for part in name.split(" ")[:-1]}
    return words[0] in given or name.lower().endswith(" " + " ".join(words).lower())
