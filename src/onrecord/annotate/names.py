"""Who and what an article names: takes its text, gives people and organisations with all their mentions.

A name is a run of capitalised words. `Doe` stands for `Jane Doe`; the first full mention gives the name. A run is a
person only where something says so: a title, a known given name, a cue beside it, or its last word used alone
elsewhere. What nothing decides is not listed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from onrecord.annotate.capitals import Run, runs
from onrecord.annotate.lexicon import COMMON, FEMALE, HE, MALE, ORGANISATIONS, PLACES, SHE, TITLES
from onrecord.model import Person, Span, SpeakerType

_CUE = "said|says|told|tells|wrote|writes|added|adds|tweeted|asked|replied|explained|noted|argued|continued|testified"
_SPEAKS = re.compile(rf"(?:(?:, [^,.\n]{{2,80}}){{1,2}},)? (?:{_CUE})\b")
_OPENS = re.compile(r"(?:^|[.!?:\n\"“”]|\b[Ss]ome|[Mm]any|[Mm]ost)\s*$")
_SPOKEN = re.compile(rf"\b(?:{_CUE}) $")


_MOST = 20  # People who share a name; no article names as many, and looking through them must not take forever.
_PEOPLES = re.compile(r"(?:[ei]an|ish|ese|can)s?$")


@dataclass(slots=True, eq=False)
class Named:
    """Someone or something under its fullest name; `gender` is "he", "she" or "" where nothing tells."""

    name: str
    type: SpeakerType
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)


Mention = tuple[Span, Named]


class Names:
    """The names of one article, to be asked who a stretch of its text names."""

    def __init__(self, text: str) -> None:
        self.named: list[Named] = []
        self._by_words: dict[tuple[str, ...], Named] = {}
        self._bearers: dict[str, list[Named]] = {}
        self._at: list[Mention] = []
        found = list(runs(text))
        alone = Counter(run.words[0] for run in found if len(run.words) == 1)
        self._inner = {run.words[0] for run in found if not _OPENS.search(text, max(0, run.span[0] - 8), run.span[0])}
        for run in found:
            if len(run.words) > 1 and run.words not in self._by_words:
                self._add_full(text, run, alone)
        for run in found:
            named = self._find(run) or self._add_single(text, run)
            if named is not None:
                self._mention(named, run)

    def within(self, span: Span) -> list[Mention]:
        """The mentions that lie in `span`, in order."""
        return [mention for mention in self._slice(*span) if mention[0][1] <= span[1]]

    def before(self, offset: int, reach: int) -> list[Mention]:
        """The mentions that begin in the `reach` characters before `offset`, nearest first."""
        return self._slice(offset - reach, offset)[::-1]

    def people(self) -> tuple[Person, ...]:
        """Everyone and everything listed, in the order of first mention."""
        return tuple(Person(named.name, named.type, tuple(named.mentions)) for named in self.named)

    def _is_plural(self, word: str) -> bool:
        """Whether a word is tall only where it opens a sentence: `Residents said`, not `Banks said … if Banks`."""
        return word.endswith("s") and word not in self._inner

    def _slice(self, begin: int, end: int) -> list[Mention]:
        low = bisect_left(self._at, begin, key=_begin)
        return self._at[low : bisect_left(self._at, end, lo=low, key=_begin)]

    def _mention(self, named: Named, run: Run) -> None:
        if not named.mentions:
            self.named.append(named)
        named.mentions.append(run.span)
        named.roles |= run.titles
        named.gender = named.gender or _gender(run)
        self._at.append((run.span, named))

    def _add_full(self, text: str, run: Run, alone: Counter[str]) -> None:
        lows = {word.lower().rstrip(".") for word in run.words}
        given = bool(lows & (HE | SHE)) and run.words[0].lower() in HE | SHE
        if not run.titles and lows & ORGANISATIONS:
            self._by_words[run.words] = Named(" ".join(run.words), SpeakerType.ORG)
            return
        last = run.words[-1]
        told = (
            run.titles
            or given
            or (alone[last] and not lows & PLACES and not _PEOPLES.search(last))
            or _speaks(text, run.span)
        )
        if not told or (last.lower() in PLACES and not (given or run.titles)):
            return
        named = next((one for one in self._bearers.get(last, ()) if _same(one.name, run.words)), None)
        if named is None:
            named = Named(" ".join(run.words), SpeakerType.PERSON, _gender(run))
            for part in dict.fromkeys((last, run.words[0])):
                if len(bearers := self._bearers.setdefault(part, [])) < _MOST:
                    bearers.append(named)
        self._by_words[run.words] = named

    def _find(self, run: Run) -> Named | None:
        if run.words in self._by_words:
            return self._by_words[run.words]
        if len(run.words) > 1:
            return None
        gender = _gender(run)
        fitting = [
            one for one in self._bearers.get(run.words[0], ()) if not (gender and one.gender not in {"", gender})
        ]
        surnamed = [one for one in fitting if one.name.endswith(run.words[0])] or fitting
        # The one last seen in the text wins, so that "Doe" after "John Doe" is John even where a Jane Doe came first.
        return max(surnamed, key=lambda one: (len(one.mentions), one.mentions[-1:]), default=None)

    def _add_single(self, text: str, run: Run) -> Named | None:
        """One word alone: an acronym, or a surname with a title or a cue beside it."""
        word = run.words[0]
        if len(run.words) > 1 or word.lower() in PLACES | COMMON | TITLES | ORGANISATIONS:
            return None
        if word.isupper() and 2 <= len(word) <= 6 and not run.titles:
            kind = SpeakerType.ORG
        elif run.titles or (_speaks(text, run.span) and not self._is_plural(word)):
            kind = SpeakerType.PERSON
            self._bearers.setdefault(word, [])
        else:
            return None
        named = self._by_words[run.words] = Named(word, kind, _gender(run))
        return named


def _same(name: str, words: tuple[str, ...]) -> bool:
    """Whether words stand for a name with the same last word: `John Q. Doe` and `John Doe`, `De la Vega`."""
    return name.split(" ", maxsplit=1)[0] == words[0] or name.lower().endswith(" " + " ".join(words).lower())


def _begin(mention: Mention) -> int:
    return mention[0][0]


def _speaks(text: str, span: Span) -> bool:
    begin, end = span
    return bool(_SPEAKS.match(text, end) or _SPOKEN.search(text, max(0, begin - 12), begin))


def _gender(run: Run) -> str:
    """What a run's titles or, failing them, its given name say of the pronoun that fits."""
    if run.titles & MALE:
        return "he"
    if run.titles & FEMALE:
        return "she"
    first = run.words[0].lower() if len(run.words) > 1 else ""
    return "he" if first in HE else "she" if first in SHE else ""
