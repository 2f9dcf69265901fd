"""Runs of capitalised words that may be names.

`Secretary of State Jane van Doe's` yields the run `Jane van Doe` with the titles `secretary`, `of` and `state`.
Function words that are capitalised only because they open a sentence are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.lexicon.english.names import (
    CALENDAR,
    COMMON,
    HE,
    ORGANISATIONS,
    PARTICLES,
    SHE,
    TITLES,
)
from onrecord.model import Span

# A word with inner hyphens, the apostrophe of O'Neill but no possessive 's, and the full stop of J. and Sen.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,3}|[^\W\d_](?:[\w-]|/(?=[A-Z])|[’'](?=[^\W\d_]{3}))*\.?")
_NICKNAME = re.compile(r" [\"“(](?=[A-Z][a-z]+[\"”)] [A-Z])")  # William "Bill" Doe
_STATES = frozenset({"U.S.", "U.N.", "E.U.", "U.K.", "D.C.", "A.M.", "P.M."})
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}$")
_LONGEST = 8  # More capitalised words than this in a row are a headline or a text in capitals, not a name.
_MONTH_NAMES = frozenset({"may", "april", "june", "august"})
_GIVEN = HE | SHE  # `King` in `Larry King` is not a title.
_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "judge"})
_WITH_FULL_STOP = TITLES | {"st", "jr", "sr"}
_IN_ORGANISATIONS = frozenset({"republican", "democratic", "independent", "general", "attorney", "chief", "host"})
_ORG_JOINERS = frozenset({"of", "for", "and", "the"})
_NOT_LAST = COMMON | _ORG_JOINERS


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words that may be a name, the titles before it in small letters, and the name's span."""

    words: tuple[str, ...]
    titles: frozenset[str]
    span: Span


def capitalised_runs(text: str) -> Iterator[Run]:
    """Yield the runs of `text` in order, each without titles, leading function words, days and months."""
    group: list[re.Match[str]] = []
    pending: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if not group and not word[0][0].isupper():
            continue
        low = word[0].lower()
        last = (pending or group)[-1] if group else None
        joined = last is not None and (
            (word.start() - last.end() == 1 and text[last.end()] in " \xa0" and _may_continue(last[0]))
            or (word.start() - last.end() == 2 and _around_nickname(text, last, word))
        )
        dated = low.rstrip(".") in CALENDAR and not (
            joined and low in _MONTH_NAMES and text[word.end() : word.end() + 2] != " 1"
        )
        if word[0][0].isupper() and not dated:
            if not joined:
                yield from _finish(text, group)
                group = []
            group += [*pending, word] if joined else [word]
            pending = []
        elif joined and (low in PARTICLES or _links(group, low)):
            pending.append(word)
        else:
            yield from _finish(text, group)
            group, pending = [], []
    yield from _finish(text, group)


def _may_continue(word: str) -> bool:
    """True if a name can go on after this word although it ends in a full stop: an initial, a title or Jr."""
    if _INITIALS.match(word):
        return word.upper() not in _STATES or word in {"U.S.", "U.N."}
    return not word.endswith(".") or len(word) <= 2 or word[:-1].lower() in _WITH_FULL_STOP


def _around_nickname(text: str, last: re.Match[str], word: re.Match[str]) -> bool:
    """True if a quotation mark or bracket around a nickname separates the two words: `William "Bill" Doe`."""
    gap = text[last.end() : word.start()]
    if gap[0] in " \xa0":
        return bool(_NICKNAME.match(text, last.end()))
    return gap in {'" ', "” ", ") "} and text[last.start() - 1] in '"“(' and last.start() > 1


def _is_nickname(text: str, word: re.Match[str]) -> bool:
    """True if `word` is a nickname in quotation marks or brackets."""
    return text[word.end() : word.end() + 1] in {'"', "”", ")"} and text[max(0, word.start() - 1) : word.start()] in {
        '"',
        "“",
        "(",
    }


def _links(group: list[re.Match[str]], low: str) -> bool:
    """True if a small word joins `group` to the next capitalised word: `University of`, `Secretary of`."""
    last = group[-1][0].lower().rstrip(".")
    return low in _ORG_JOINERS and (last in ORGANISATIONS or (low == "of" and last in TITLES))


def _finish(text: str, group: list[re.Match[str]]) -> Iterator[Run]:
    """Yield the finished group as a run, if it can be a name."""
    words = list(group)
    while words and words[0][0].lower() in COMMON:
        words.pop(0)
    while words and (words[-1][0].lower() in _NOT_LAST):
        words.pop()
    if not words or len(words) > _LONGEST:
        return
    lows = [word[0].lower().rstrip(".") for word in words]
    first_name = max((index + 1 for index, low in enumerate(lows[:-1]) if low in TITLES), default=0)
    if first_name < len(words) - 1 and lows[first_name] == "of":
        first_name += 2
    if lows[-1] in ORGANISATIONS and lows[0] in _IN_ORGANISATIONS and len(words) > 1:
        first_name = 0
    if first_name >= len(words) or (lows[-1] in TITLES and not (lows[0] in _COURTESY or lows[first_name] in _GIVEN)):
        return
    end = words[-1].end()
    if text[end - 1] == "." and lows[-1] not in {"jr", "sr", "inc", "co", "corp"} and not _INITIALS.match(words[-1][0]):
        end -= 1
    names = [text[w.start() - 1 : w.end() + 1] if _is_nickname(text, w) else w[0] for w in words[first_name:]]
    names[-1] = text[words[-1].start() : end]
    yield Run(tuple(names), frozenset(lows[:first_name]), (words[first_name].start(), end))
