"""Occasions on which people speak (debates, rallies, interviews), and the dates that a text gives them.

"Monday's debate", "a rally on Friday": the word and the day are remembered, and a later "at the rally" gets that day.
"She was speaking on Friday" dates the quotations around it; "the mayor wrote on Friday" those of the mayor after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.annotate.lexicon.english import cue_verbs, occasions
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.model import Quotation, Said, Span, Time

_NOUN = rf"(?:{alternatives(occasions.DATED_OCCASIONS)})s?"
_MENTION = re.compile(rf"\b(?P<noun>{_NOUN})\b", re.I)
_AT = re.compile(
    rf"\b(?:at|in|during|after|on|told)\s+(?:the|his|her|its|their|that|this|same)\s+(?:\w+[\s-]+){{0,2}}?(?P<noun>{_NOUN})\b",
    re.I,
)
_SOURCE = re.compile(rf"\b(?:the|his|her|its|their|this|that|it)\s+(?:\w+[\s-]+){{0,2}}?(?P<noun>{_NOUN})", re.I)
_SPEAKING = re.compile(
    r"\b(?:made (?:the|his|her|those|these|that|their) (?:\w+ )?"
    r"(?:comments?|remarks?|statements?|pledge|promise|announcement|case|reference|claim|accusation|suggestion)"
    r"|(?:was|were|is) speaking|spoke (?:to|at|in|with|before)"
    r"|(?:comments?|remarks?|statement|response|reaction|criticism|announcement|warning)(?: to [\w’'-]+)?"
    r" (?:came|were made|was made)"
    r"|delivered (?:the|his|her) (?:speech|remarks)|appeared (?:on|at)|testified)\b",
    re.I,
)
# Verbs for what a speaker does in public, whether quoted there or not.
_ACT = re.compile(rf"\b(?:{alternatives(cue_verbs.ACTS_IN_PUBLIC)})\b")
_JOINED = re.compile(r",? and (?:[A-Z][\w’'.-]* )*")
_NAME = re.compile(r"\b[A-Z][\w’'-]*\b")
# A name after one of these is not the speaker: "her response to Roe came on Friday".
_OBLIQUE = re.compile(r"\b(?:to|of|with|by|at|in|from|against|about) (?:[A-Z][\w’'.-]* )*$")
_OPENED = re.compile(
    rf"\s*(?:In|At|During|On)\s+(?:(?:an?|his|her|its|their|the)\s+)?(?:[\w’'.-]+\s+){{0,5}}?{_NOUN}\b[^,.\n]{{0,60}},",
    re.I,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")
# The most characters between a noun and a day that belong together: "a rally in Toledo, Ohio, on Friday".
_NEAR = 60


class Occasions:
    """The dated occasions of a text, in order."""

    def __init__(self, text: str, times: Sequence[Time], sentences: Sequence[Span]) -> None:
        """`times` are those outside all words quoted."""
        self.text = text
        self.dated: dict[str, list[tuple[int, Said]]] = {}
        for at, noun, said in _dated(text, times, sentences):
            self.dated.setdefault(noun, []).append((at, said))

    def day_of(self, sentence: Span, quotation: Quotation) -> Said | None:
        """Return the day of the occasion named in the sentence, outside the quotation, if the text gave it earlier."""
        sources = [m for begin, end in quotation.source if (m := _SOURCE.fullmatch(self.text, begin, end))]
        for match in (*sources, *_AT.finditer(self.text, *sentence)):
            if any(begin <= match.start() < end for begin, end in quotation.content):
                continue
            noun = _singular(match["noun"])
            dated = self.dated.get(noun, [])
            before = bisect_left(dated, match.start(), key=lambda event: event[0])
            if before:
                return dated[before - 1][1]
            if len({said.value for _, said in dated}) == 1 and dated[0][0] >= sentence[1]:
                return dated[0][1]  # The text has only one such occasion, and gives its day further down.
        return None


def _dated(text: str, times: Sequence[Time], sentences: Sequence[Span]) -> list[tuple[int, str, Said]]:
    """Return offset, occasion and day of each occasion with a day beside it, in the order of the text."""
    found = []
    number = 0
    for time in times:
        if not _DAY.fullmatch(time.edtf):
            continue
        while number + 1 < len(sentences) and sentences[number + 1][0] <= time.span[0]:
            number += 1
        begin, end = sentences[number]
        near = (max(begin, time.span[0] - _NEAR), min(end, time.span[1] + _NEAR))
        nouns = sorted(
            _MENTION.finditer(text, *near), key=lambda m: max(m.start() - time.span[1], time.span[0] - m.end())
        )
        if nouns:
            said = Said(time.edtf.partition("T")[0], (time.span,), "carried")
            found.append((time.span[0], _singular(nouns[0]["noun"]), said))
    return found


def _singular(noun: str) -> str:
    noun = noun.lower()
    return noun if noun == "press" else noun.removesuffix("s")


def dated_speaking(
    text: str, sentence: Span, times: Sequence[Time], names: frozenset[str]
) -> tuple[Said, frozenset[str]] | None:
    """Return the day that a sentence gives for somebody speaking ("Roe was speaking on Friday in Harrow"), or None.

    Also return which of `names` (in small letters) spoke: none for a pronoun or "the mayor". `times` are those of the
    sentence, outside quotations.
    """
    act = _SPEAKING.search(text, *sentence)
    days = [time for time in times if _DAY.fullmatch(time.edtf)]
    if act is None or len(days) != 1:
        return None
    said = Said(days[0].edtf.partition("T")[0], (days[0].span,), "carried")
    named = (word for word in _NAME.finditer(text, sentence[0], act.start()) if _key(word[0]) in names)
    return said, frozenset(_key(word[0]) for word in named if not _OBLIQUE.search(text[sentence[0] : word.start()]))


def acting_speakers(text: str, sentence: Span, names: frozenset[str]) -> tuple[tuple[str, ...], Span] | None:
    """Return which of `names` (in small letters) act in a sentence, and the verb.

    "The senator, Jane Doe, spoke on Friday"; two act if both are the subject: "Jane Doe and Rob Roe clashed". A
    sentence that opens with a dated occasion needs no such verb: "In a letter sent Friday, Doe was milder".
    """
    for verb in _ACT.finditer(text, *sentence):
        before = _NAME.finditer(text, max(sentence[0], verb.start() - 90), verb.start())
        subjects = [word for word in before if word[0].lower() in names]
        if subjects:
            joined = len(subjects) > 1 and _JOINED.fullmatch(text, subjects[-2].end(), subjects[-1].start())
            return tuple(word[0].lower() for word in subjects[-2 if joined else -1 :]), verb.span()
    if opened := _OPENED.match(text, *sentence):
        for word in _NAME.finditer(text, opened.end(), min(opened.end() + 90, sentence[1])):
            if word[0].lower() in names:
                return (word[0].lower(),), word.span()
    return None


def _key(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).lower()
