"""Name matching within an article: which entity a run of capitalised words refers to.

The first full mention gives the name; `Doe` then refers to `Jane Doe`. If two people share a surname, the title, the
paragraph, and the first person referred to by the bare surname decide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from onrecord.annotate.entities.capitalised_runs import Run
from onrecord.annotate.entities.person_cues import PersonEvidence, gender_of, has_cue_beside
from onrecord.annotate.lexicon.english.names import (
    COMMON,
    EITHER,
    HE,
    ORGANISATIONS,
    PEOPLES,
    PLACES,
    SHE,
    TITLES,
)
from onrecord.annotate.lexicon.english.roles import ROLE_HEADS
from onrecord.model import Span, SpeakerType

_LONG_ENOUGH = 5  # Letters of a surname that may be misspelt; shorter ones differ by chance.
_FEW = 200  # People in an article up to which misspelt surnames are searched for.
_ALIKE = 0.79  # Ratio of equal letters; Wimes and Wines have .8, Johnson and Jackson .57.
_MOST = 20  # People with the same name; no real article has as many, and the search must stay bounded.
_COURTESIES = frozenset({"mr", "mrs", "ms", "miss", "dr", "former"})
_NEVER = PLACES | COMMON | TITLES | ORGANISATIONS | PEOPLES  # Single words that are not surnames.
_WOMEN = SHE - HE - EITHER  # A given name alone may be a surname too, but hardly a woman's.
_PRONOUN = re.compile(r"[^.;:!?“”\"\nA-Z]*?\b(he|she|his|her|himself|herself)\b")
_HER = frozenset({"she", "her", "herself"})
_CLAUSE = 120  # Characters after a surname in which a pronoun, with no name between, shows which of two people it is.
_ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.?){2,6}")


@dataclass(slots=True, eq=False)
class Entity:
    """A person, organisation, group or document under its fullest name.

    `gender` is "he", "she" or "" (unknown), `roles` are titles in small letters, `mentions` are spans in the article.
    """

    name: str
    type: SpeakerType
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)


class NameMatcher:
    """The names of one article, indexed by their words. Add names from the fullest to the shortest, then match runs."""

    def __init__(self, text: str, evidence: PersonEvidence) -> None:
        self._text, self._evidence = text, evidence
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._people: dict[str, list[Entity]] = {}
        self._default_meaning: dict[str, Entity] = {}
        self._full_mentions: Counter[Entity] = Counter()

    def knows(self, words: tuple[str, ...]) -> bool:
        """True if the words are a full name, or a part by which a person is known."""
        return words in self._by_words or (len(words) == 1 and words[0] in self._people)

    def add_full(self, run: Run) -> None:
        """Add a name of several words, if there is evidence of what it is."""
        if run.words in self._by_words:
            return
        lows = {word.lower().rstrip(".") for word in run.words}
        if not run.titles and lows & ORGANISATIONS and run.words[-1].lower() not in ROLE_HEADS:
            self._by_words[run.words] = Entity(" ".join(run.words), SpeakerType.ORG)
            return
        last = run.words[-1]
        people = self._people.get(last, ())
        entity = next((person for person in people if _same(person.name, run.words)), None)
        if entity is None:
            if not self._evidence.is_person(run, namesake=any(person.name.endswith(" " + last) for person in people)):
                return
            entity = Entity(" ".join(run.words), SpeakerType.PERSON, gender_of(run))
            nicknames = [word.strip('"“”()') for word in run.words[1:-1] if word[0] in '"“(']
            for part in dict.fromkeys((last, run.words[0], *nicknames)):
                if len(people_with_part := self._people.setdefault(part, [])) < _MOST:
                    people_with_part.append(entity)
        entity.roles |= run.titles
        self._by_words[run.words] = entity

    def add_titled(self, run: Run) -> None:
        """Add another Doe for `Mr. Doe` if the only full name is Jane Doe."""
        word, gender = run.words[0], gender_of(run)
        people = self._people.get(word, [])
        if gender and people and not any(person.gender in {"", gender} for person in people):
            people.append(Entity(word, SpeakerType.PERSON, gender))

    def add_office(self, run: Run) -> None:
        """Give `President` to the Mr. Doe without a full name, if no Doe with a full name is called president."""
        offices = run.titles - _COURTESIES
        people = self._people.get(run.words[0], [])
        if offices and not any(person.roles & offices for person in people):
            for person in people:
                if person.name == run.words[0]:
                    person.roles |= offices

    def add_short(self, word: str, full: tuple[str, ...]) -> None:
        """Add the short name of an organisation, unless a person is known by it."""
        if (word,) not in self._by_words and word not in self._people:
            self._by_words[word,] = self._by_words.setdefault(full, Entity(" ".join(full), SpeakerType.ORG))

    def add_mention(self, entity: Entity, run: Run) -> None:
        """Record a mention, with the titles and the gender that it shows."""
        entity.mentions.append(run.span)
        entity.roles |= run.titles
        if entity.type is SpeakerType.PERSON:
            entity.gender = entity.gender or gender_of(run)
        self._full_mentions[entity] += len(run.words) > 1 or bool(run.titles)

    def match(self, run: Run) -> Entity | None:
        """Return the entity that a run refers to.

        None if the run is not a known name; one-word names are decided by `match_single`.
        """
        if run.words in self._by_words:
            return self._by_words[run.words]
        if len(run.words) == 1:
            return self._surnamed(run)
        ending = " " + " ".join(run.words)
        people = self._people.get(run.words[-1], ())
        shorter = (run.words[index:] for index in range(1, len(run.words) - 1))
        return next((person for person in people if person.name.endswith(ending)), None) or next(
            (self._by_words[words] for words in shorter if words in self._by_words), None
        )

    def match_single(self, run: Run, *, inner: bool) -> Entity | None:
        """Return the entity of a one-word name: an acronym, or a surname with a title or a cue beside it; else None.

        `inner`: the word is capitalised within sentences too.
        """
        word = run.words[0]
        if len(run.words) > 1 or word.lower() in _NEVER:
            return None
        if not run.titles and _ACRONYM.fullmatch(word):
            entity = Entity(word, SpeakerType.ORG)
        else:
            said = has_cue_beside(self._text, run.span)
            described = self._text.startswith(", ", run.span[1])
            near = self._misspelt(word) if said or described or self._evidence.is_source(run.span) else None
            if near is None and not run.titles and not (said and (inner or not word.endswith("s"))):
                return None
            alone = "she" if word.lower() in _WOMEN and not run.titles else ""
            entity = near or Entity(word, SpeakerType.PERSON, gender_of(run) or alone)
            if near is None:
                self._people.setdefault(word, [])
        self._by_words[run.words] = entity
        return entity

    def _surnamed(self, run: Run) -> Entity | None:
        """Return the person that a surname or given name refers to; None if it is no one's."""
        word, gender = run.words[0], gender_of(run)
        if word not in self._people and word.isupper() and len(word) > 2:
            word = next((form for form in (word.capitalize(), word.title()) if form in self._people), word)
        people = [person for person in self._people.get(word, ()) if not gender or person.gender in {"", gender}]
        people = [person for person in people if person.name.endswith(word)] or people
        people = people if gender else self._fitting_next_pronoun(run, people)
        people = [person for person in people if person.roles & (run.titles - _COURTESIES)] or people
        paragraph = self._text.rfind("\n", max(0, run.span[0] - 3000), run.span[0])
        most = max((self._full_mentions[person] for person in people), default=0)

        def rank(person: Entity) -> tuple[bool, bool, int, list[Span]]:
            """Return a sort key: in the paragraph, the default meaning of the bare surname, the number of mentions."""
            here = (
                bool(person.mentions) and person.mentions[-1][0] > paragraph and self._full_mentions[person] * 3 > most
            )
            return here, self._default_meaning.get(word) is person, self._full_mentions[person], person.mentions[-1:]

        found = max(people, key=rank, default=None)
        if found is not None and found.mentions and not run.titles and found.name.endswith(" " + word):
            self._default_meaning.setdefault(word, found)
        return found

    def _fitting_next_pronoun(self, run: Run, people: list[Entity]) -> list[Entity]:
        """Return the people whose gender agrees with the pronoun after a surname (`Lund raised her`).

        This is decided only among people named in full about equally often; otherwise all are returned.
        """
        pronoun_after = _PRONOUN.match(self._text, run.span[1], run.span[1] + _CLAUSE) if len(people) > 1 else None
        counts = [self._full_mentions[person] for person in people]
        if pronoun_after is None or max(counts) > 2 * min(counts):
            return people
        pronoun = "she" if pronoun_after[1] in _HER else "he"
        return [person for person in people if person.gender in {"", pronoun}] or people

    def _misspelt(self, word: str) -> Entity | None:
        """Return the only person whose surname is within a letter or two of `word`: `Scheider` for `Schneider`."""
        if len(word) < _LONG_ENOUGH or len(self._people) > _FEW:
            return None
        near = [
            people
            for surname, people in self._people.items()
            if surname[0] == word[0]
            and abs(len(surname) - len(word)) < 2
            and any(person.name.endswith(" " + surname) for person in people)
            and SequenceMatcher(None, surname, word).ratio() >= _ALIKE
        ]
        return near[0][0] if len(near) == 1 and len(near[0]) == 1 else None


def _same(name: str, words: tuple[str, ...]) -> bool:
    """True if the words are a name with the same last word: `John Q. Doe` and `John Doe`, `De la Vega`."""
    given = {part.strip('"“”()') for part in name.split(" ")[:-1]}
    return words[0] in given or name.lower().endswith(" " + " ".join(words).lower())
