"""Evidence in the text that a run of capitalised words names a person.

A run is a person only with evidence: a title, a known given name, a cue beside it, its place at the head of a source,
an apposition (", a clerk"), or its last word used alone elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from onrecord.annotate.entities.capitalised_runs import Run
from onrecord.annotate.entities.noun_phrases import PREPOSITION
from onrecord.annotate.lexicon.english.cue_verbs import ANY_CUE
from onrecord.annotate.lexicon.english.names import EITHER, FEMALE, HE, MALE, PEOPLES, PLACES, SHE
from onrecord.annotate.lexicon.english.roles import ROLE_HEADS
from onrecord.annotate.lexicon.word_list import words
from onrecord.model import Span

GIVEN = HE | SHE
_CUE_AFTER = re.compile(rf"(?: \([^()\n]{{1,30}}\))?(?:(?:, [^,.\n]{{2,80}}){{1,2}},)? (?:{ANY_CUE})\b")
_CUE_BEFORE = re.compile(rf"\b(?:{ANY_CUE}|according to|asked|told) $")
_PERSONAL = re.compile(r", (?:\d\d\b|who\b)|, (?:(?:a|an|the|his|her) )?((?:[\w-]+,? ){1,5})")
_PERSONS = words(
    """
    president director professor economist lawyer analyst spokesman spokeswoman founder editor author senator governor
    mayor historian lecturer fellow scholar chairman chairwoman chair head leader strategist pollster adviser physician
    expert scientist consultant activist resident owner manager officer
    """
)
_BESIDE = re.compile(rf" and (?:{'|'.join(name.capitalize() for name in sorted(GIVEN))}) [A-Z]")
_PEOPLES = re.compile(r"(?:[ei]an|ish|ese|can)s?$")
_OPENS = frozenset('.!?:\n"“”')
_QUANTIFIES = ("some", "many", "most")
_SMALL = re.compile(r"(?<![\w’'])[a-z]{4,}")
_NO_NAME = ("ing", "ed", "ly", "ous", "ful", "ict", "less")
_MOST_WORDS = 5  # More than four capitalised words at the head of a source are an organisation's name.
_AFTER = re.compile(r"$|[,(]| [-–—(]|[-–—]| (?:of|at|in|wh)")


class PersonEvidence:
    """The evidence of one article beyond the run itself, for one run at a time."""

    def __init__(self, text: str, body: list[Run], sources: list[Span]) -> None:
        self._text, self._sources = text, sorted(sources)
        self._alone = Counter(run.words[0] for run in body if len(run.words) == 1)
        titled = {run.words for run in body if run.titles}
        self._addressed = titled | {run.words for run in body if len(run.words) == 2}

    def is_person(self, run: Run, *, namesake: bool) -> bool:
        """True if a run of several words is a person; `namesake`: a person with a full name has the same last word."""
        last = run.words[-1]
        sure = bool(run.titles) or run.words[0].lower() in GIVEN
        if last.lower() in PEOPLES or (last.lower() in PLACES and not sure):
            return False
        if sure or has_cue_beside(self._text, run.span):
            return True
        if PLACES.intersection(word.lower() for word in run.words):
            return False
        return (
            (namesake and len(run.words) == 2)
            or self._is_named_again(run)
            or (len(run.words) < _MOST_WORDS and self._heads_source(run.span))
            or bool(_BESIDE.match(self._text, run.span[1]))
            or _follows_role(self._text, run.span[0])
            or has_personal_apposition(self._text, run.span)
        )

    def is_source(self, span: Span) -> bool:
        """True if the words at `span` are a whole source."""
        at = bisect_right(self._sources, (span[0], len(self._text))) - 1
        return at >= 0 and self._sources[at][1] == span[1] and self._sources[at][0] == span[0]

    def _is_named_again(self, run: Run) -> bool:
        """True if the text has a short form too: `Orr`; `Mr. Lim` for `Lim Ki-ho`; `Sun Lai` for `Aung Mei Sun Lai`."""
        last = run.words[-1]
        if self._alone[last] and not _PEOPLES.search(last):
            return True
        return run.words[:1] in self._addressed or (len(run.words) > 2 and run.words[-2:] in self._addressed)

    def _heads_source(self, span: Span) -> bool:
        """True if a name is the head of a source without an article before it: `Quina Banks, of Arden,`."""
        at = bisect_right(self._sources, (span[0], len(self._text))) - 1
        if at < 0 or self._sources[at][1] < span[1]:
            return False
        lead, tail = self._text[self._sources[at][0] : span[0]], self._text[span[1] : self._sources[at][1]]
        return not PREPOSITION.search(lead) and not lead.lower().endswith("the ") and bool(_AFTER.match(tail))


def without_loose_words(text: str, found: list[Run]) -> list[Run]:
    """Return the runs without a first word that is not part of the name: `Neither Lund`, `Rival Mary Lund`."""
    known = Counter(run.words for run in found)
    surnames = Counter(run.words[-1] for run in found if len(run.words) > 1 and run.words[0].lower() in GIVEN)
    small: set[str] = set()

    def is_loose(run: Run) -> bool:
        first, *rest = run.words
        if not rest or not known[tuple(rest)] or run.titles or first.lower() in GIVEN:
            return False
        if len(rest) > 1:
            return rest[0].lower() in GIVEN
        if known[run.words] > 1 or not surnames[rest[0]] or not opens_sentence(text, run.span[0]):
            return False
        if not small:
            small.update(_SMALL.findall(text))
        return first.lower() in small or first.endswith(_NO_NAME)

    return [
        Run(run.words[1:], frozenset(), (run.span[0] + len(run.words[0]) + 1, run.span[1])) if is_loose(run) else run
        for run in found
    ]


def opens_sentence(text: str, offset: int) -> bool:
    """True if a sentence opens at `offset`, or a quantifier precedes it, so that any word may be capitalised there."""
    before = text[max(0, offset - 8) : offset].rstrip(" \xa0\t")
    return not before or before[-1] in _OPENS or before.lower().endswith(_QUANTIFIES)


def has_cue_beside(text: str, span: Span) -> bool:
    """True if a cue is next to the words at `span`."""
    begin, end = span
    return bool(_CUE_AFTER.match(text, end) or _CUE_BEFORE.search(text, max(0, begin - 14), begin))


def has_personal_apposition(text: str, span: Span) -> bool:
    """True if an age, `who` or a person's role follows the comma after the words at `span`."""
    apposition = _PERSONAL.match(text, span[1], span[1] + 80)
    return bool(
        apposition and (apposition[1] is None or _PERSONS.intersection(re.findall(r"\w+", apposition[1].lower())))
    )


def _follows_role(text: str, offset: int) -> bool:
    """True if a role in small letters is right before a name: `the fisherman Ora Lundel`."""
    word = text[max(0, offset - 25) : offset].rpartition(" ")[0].rpartition(" ")[2]
    return word.islower() and word in ROLE_HEADS


def gender_of(run: Run) -> str:
    """Return "he" or "she" according to a run's titles or, failing them, its given name; "" if neither says."""
    if run.titles & MALE:
        return "he"
    if run.titles & FEMALE:
        return "she"
    first = run.words[0].lower() if len(run.words) > 1 else ""
    if first in EITHER:
        return ""
    return "he" if first in HE else "she" if first in SHE else ""
