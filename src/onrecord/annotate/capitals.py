"""Where capitalised words run together: takes a text and where its sentences begin, gives runs that may be names.

`Secretary of State Jane van Doe's` gives the run `Jane van Doe` with the titles `secretary`, `of`, `state`. Function
words that only a sentence's beginning made tall are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.lexicon import CALENDAR, COMMON, HE, ORGANISATIONS, PARTICLES, SHE, TITLES
from onrecord.model import Span

# A word with its inner hyphens and the apostrophe of O'Neill, but without a possessive 's; the stop of J. and Sen.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,3}|[^\W\d_](?:[\w-]|[’'](?=[^\W\d_]{3}))*\.?")
_LONGEST = 7  # More capitalised words than this in a row are a headline or a text in capitals, not a name.
_MONTH_NAMES = frozenset({"may", "april", "june", "august"})
_GIVEN = HE | SHE  # Larry King bears no title.
_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "judge"})
_ORG_JOINERS = frozenset({"of", "for", "and", "the"})


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words that may be a name, the titles before it (small letters), and the name's span."""

    words: tuple[str, ...]
    titles: frozenset[str]
    span: Span


def runs(text: str) -> Iterator[Run]:
    """The runs of `text` in order, each without titles, leading function words and days or months."""
    group: list[re.Match[str]] = []
    pending: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if not group and not word[0][0].isupper():
            continue
        low = word[0].lower()
        last = (pending or group)[-1] if group else None
        joined = (
            last is not None and word.start() - last.end() == 1 and text[last.end()] in " \xa0" and _runs_on(last[0])
        )
        dated = low.rstrip(".") in CALENDAR and not (
            joined and low in _MONTH_NAMES and text[word.end() : word.end() + 2] != " 1"
        )
        if word[0][0].isupper() and not dated:
            if not joined:
                yield from _close(text, group)
                group = []
            group += [*pending, word] if joined else [word]
            pending = []
        elif joined and (low in PARTICLES or _links(group, low)):
            pending.append(word)
        else:
            yield from _close(text, group)
            group, pending = [], []
    yield from _close(text, group)


def _runs_on(word: str) -> bool:
    """Whether a word that ends in a stop can stand inside a name: an initial, a title or Jr."""
    return not word.endswith(".") or len(word) <= 2 or word[:-1].lower() in TITLES | {"st", "jr", "sr"}


def _links(group: list[re.Match[str]], low: str) -> bool:
    last = group[-1][0].lower().rstrip(".")
    return low in _ORG_JOINERS and (last in ORGANISATIONS or (low == "of" and last in TITLES))


def _close(text: str, group: list[re.Match[str]]) -> Iterator[Run]:
    words = list(group)
    while words and words[0][0].lower() in COMMON:
        words.pop(0)
    while words and (words[-1][0].lower() in COMMON | _ORG_JOINERS):
        words.pop()
    if not words or len(words) > _LONGEST:
        return
    lows = [word[0].lower().rstrip(".") for word in words]
    cut = max((index + 1 for index, low in enumerate(lows[:-1]) if low in TITLES), default=0)
    if cut < len(words) - 1 and lows[cut] == "of":
        cut += 2
    if (
        cut >= len(words)
        or (lows[-1] in TITLES and not (lows[0] in _COURTESY or lows[cut] in _GIVEN))
        or (lows[-1] in ORGANISATIONS and len(words) == 1)
    ):
        return
    end = words[-1].end()
    if text[end - 1] == "." and lows[-1] not in {"jr", "sr", "inc", "co", "corp"}:
        end -= 1
    names = [word[0] for word in words[cut:]]
    names[-1] = text[words[-1].start() : end]
    yield Run(tuple(names), frozenset(lows[:cut]), (words[cut].start(), end))
