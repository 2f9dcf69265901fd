"""A rule of the grammar: the words that may open it, its pattern, what it makes of a match.

`rule` is used as a decorator above the function that reads the match; a function may serve several patterns. A rule is
tried only where one of its opening words stands, so that a text's other words cost one look into a table each, and
compiled when the first of them is met: the 140 together take a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from re import Match

from onrecord.annotate.times.context import Build
from onrecord.annotate.times.grammar.patterns import expand
from onrecord.annotate.times.grammar.vocabulary import (
    DECADES,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
)
from onrecord.dates.calendar_names import MONTHS, WEEKDAYS

DIGITS = "#"
"""Opens a rule that begins with a digit."""

_UNIT_WORDS = {word for unit in UNITS for word in (unit, unit + "s")} - {"second", "seconds"}
_CLASSES = {
    "<month>": set(MONTHS),
    "<weekday>": set(WEEKDAYS) | {f"{day}s" for day in WEEKDAYS if day.endswith("day")},
    "<number>": set(NUMBERS),
    "<ordinal>": set(ORDINALS),
    "<unit>": _UNIT_WORDS,
    "<season>": set(SEASONS),
    "<part>": {word for part in PARTS_OF_DAY for word in (part, part + "s")},
    "<decade>": set(DECADES),
}


class Rule:
    """A rule as it is written in pieces; `build` gives None where its words turn out to mean no time."""

    __slots__ = ("build", "match", "written")

    def __init__(self, written: str, build: Build) -> None:
        self.written = written
        self.build = build
        self.match: Callable[[str, int, int], Match[str] | None] = self._first_match
        """What the pattern matches at a place of a text, up to an end."""

    def _first_match(self, text: str, begin: int, end: int) -> Match[str] | None:
        self.match = expand(self.written).match
        return self.match(text, begin, end)


Rules = dict[str, list[Rule]]


def opening(words: str) -> set[str]:
    """The words that `words` stands for: `<month>` is every name of a month, `#` any digit."""
    return {word for part in words.split() for word in _CLASSES.get(part, {part})}


class Rulebook:
    """The rules of one module, or of all: opening word → rules."""

    def __init__(self) -> None:
        self.by_word: Rules = {}

    def rule(self, opens: str, pattern: str) -> Callable[[Build], Build]:
        """Add a rule: `opens` lists its opening words, `pattern` is written in pieces (see `pieces`)."""

        def add(build: Build) -> Build:
            rule = Rule(pattern, build)
            for word in opening(opens):
                self.by_word.setdefault(word, []).append(rule)
            return build

        return add

    def include(self, other: Rulebook) -> None:
        """Add another book's rules behind one's own."""
        for word, rules in other.by_word.items():
            self.by_word.setdefault(word, []).extend(rules)
