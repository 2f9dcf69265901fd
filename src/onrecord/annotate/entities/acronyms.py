"""Acronyms and other short forms of organisation names: `APA` is expanded to `Arden Port Authority`.

Input: the text of an article and its runs of capitalised words. An acronym is defined in brackets after a name
(Schwartz and Hearst, PSB 2003) or matches the initials of a name elsewhere in the article. `the Times` is the only
newspaper of that name; `Lund` may be short for `Lund Energy`.
"""

from __future__ import annotations

import re

from onrecord.annotate.lexicon.english import outlets
from onrecord.annotate.lexicon.english.names import COMMON, HE, ORGANISATIONS, PLACES, SHE, TITLES
from onrecord.annotate.lexicon.word_list import words

_BRACKETS = re.compile(r"\(((?:[A-Z][a-z]?\.?){2,8})\)")
_WORD = re.compile(r"[\w’'.&-]*\w")
_FIRST = words(
    """
    national american international united general central first new democratic republican house senate federal
    supreme justice state homeland security public world european british south north west east white civil
    """
)
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}$")


class Acronyms:
    """The short forms of the organisations that an article names, each with its expansion."""

    def __init__(self, text: str, found: list[tuple[str, ...]]) -> None:
        self._expansions: dict[str, tuple[str, ...]] = {}
        for run in found:
            if len(run) > 1:
                self._add(run)
        for brackets in _BRACKETS.finditer(text):
            if expand := _bracketed_name(text, brackets.start(), letters := brackets[1].replace(".", "").upper()):
                self._expansions[letters] = expand

    def expand(self, word: str) -> tuple[str, ...]:
        """Return the words that `word` is short for; () if the article has no such name."""
        return self._expansions.get(word.replace(".", "") if _ACRONYM.match(word) else word, ())

    def _add(self, name: tuple[str, ...]) -> None:
        """Add the initials of a name, and its first or last word where that is used alone."""
        initials = "".join(word[0] for word in name if word[0].isupper())
        if 3 <= len(initials) <= 6:
            self._expansions.setdefault(initials, name)
        lows = [word.lower() for word in name]
        if lows[-1] in outlets.SHORT_NAMES:
            self._expansions.setdefault(name[-1], name)
        elif (
            lows[-1] in ORGANISATIONS
            and not {lows[0]} & (_FIRST | PLACES | COMMON | TITLES | HE | SHE)
            and len(name) == 2
        ):
            self._expansions.setdefault(name[0], name)


def _bracketed_name(text: str, end: int, letters: str) -> tuple[str, ...]:
    """Return the words before a bracket that have its letters as initials; words without capitals may be skipped."""
    tokens = _WORD.findall(text[max(0, end - 110) : end].rpartition("\n")[2])
    left, matched = list(letters), []
    for word in reversed(tokens):
        if not left:
            break
        matched.append(word)
        if word[0].upper() == left[-1] and (word[0].isupper() or len(word) > 3):
            left.pop()
        elif word[0].isupper() or len(word) > 3:
            return ()
    return () if left or not matched[-1][0].isupper() else tuple(reversed(matched))
