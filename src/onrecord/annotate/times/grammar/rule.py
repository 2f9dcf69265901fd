"""Rules of the grammar: a pattern, the words that can open it, and the function that makes a value from a match.

`Rulebook.rule` is a decorator for that function, which may serve several patterns. A rule is tried only at one of its
opening words, so that the other words of a text cost one dictionary look-up each, and is compiled when the first of
them is met: all 140 together take a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
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
"""The opening word of rules that begin with a digit."""

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


@dataclass(frozen=True, eq=False)
class Rule:
    """A pattern written in pieces (see `patterns`), and the function that makes a TIMEX3 value from a match.

    `build` returns None for a match that is not a time.
    """

    pattern: str
    build: Build

    @cached_property
    def match(self) -> Callable[[str, int, int], Match[str] | None]:
        """`re.Pattern.match` of the pattern, compiled when it is first needed: text, begin, end → match."""
        return expand(self.pattern).match


Rules = dict[str, list[Rule]]


def opening_words(words: str) -> set[str]:
    """Return a rule's opening words, with word classes expanded: `<month>` is every name of a month."""
    return {word for part in words.split() for word in _CLASSES.get(part, {part})}


class Rulebook:
    """The rules of one module, or of all of them, by their opening words."""

    def __init__(self) -> None:
        self.by_word: Rules = {}

    def rule(self, opens: str, pattern: str) -> Callable[[Build], Build]:
        """Add a rule: `opens` lists its opening words, `pattern` is written in pieces (see `patterns`)."""

        def add(build: Build) -> Build:
            rule = Rule(pattern, build)
            for word in opening_words(opens):
                self.by_word.setdefault(word, []).append(rule)
            return build

        return add

    def include(self, other: Rulebook) -> None:
        """Add the rules of another book after those of this one."""
        for word, rules in other.by_word.items():
            self.by_word.setdefault(word, []).extend(rules)
