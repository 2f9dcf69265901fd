"""The act of a quotation: said, thought or unclear, by the words of its cue.

PolNeAR does not distinguish what was said, written, thought, meant, wanted or felt. A record of speech must keep these
apart, and the cue shows which: its first word that is in one of two lists (`lexicon/english/cue_verbs`) decides. A cue
without such a word ("showed", "supported") is unclear. Words in quotation marks were said or written, whatever the cue.
"""

from __future__ import annotations

import re

from onrecord.annotate.lexicon.english.cue_verbs import SAID_WORDS, THOUGHT_WORDS
from onrecord.model import Act, Kind, Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_MARKS = frozenset({":", "—", "–", "―", "-", "--"})


def act_of(text: str, cue: Span | None, kind: Kind) -> Act:
    """Return the act that the cue at those offsets of `text` states."""
    if kind is Kind.DIRECT:
        return Act.SAID
    words = text[slice(*cue)].lower() if cue else ""
    for word in _WORD.findall(words):
        if word in SAID_WORDS:
            return Act.SAID
        if word in THOUGHT_WORDS:
            return Act.THOUGHT
    return Act.SAID if words.strip() in _MARKS else Act.UNCLEAR
