"""Paragraphs and sentences: half-open spans of a text without white space at their ends.

News breaks the plain rule "a full stop and a capital": titles (Sen. Doe), initials (J. K. Doe), states and months
(Sept. 3), stops inside a closing quotation mark (.”) and headings without a stop. The end of a paragraph always ends a
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.annotate.lexicon.english import abbreviations
from onrecord.model import Span

_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n")
# A run of stops, the quotation marks or brackets that close after it, then white space and what follows.
_STOP = re.compile(r"[.!?…]{1,8}[)\]\"”’'»“]{0,4}(?=\s+(\S{1,3}))")
_OPENERS = "\"“‘'«„([¿¡—–-•"
_WORD_BEGINS = re.compile(r"\S")
_NEXT_WORD = re.compile(r"\s+(\w+)")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """The words of one language by which a full stop ends a sentence or does not; all in small letters.

    `before_name` never end a sentence; `before_number` do not before a digit; `may_end_sentence` do, but not before
    a lower-case letter or a bracket, and those that are also `months` not before a digit. After a dotted abbreviation
    (`U.S.`, `a.m.`), `openers` begin a new sentence.
    """

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end_sentence: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]


ENGLISH_RULES = SentenceRules(
    before_name=abbreviations.BEFORE_NAME,
    before_number=abbreviations.BEFORE_NUMBER,
    may_end_sentence=abbreviations.MAY_END_SENTENCE,
    months=abbreviations.MONTHS,
    openers=abbreviations.SENTENCE_OPENERS,
)


def paragraphs_of(text: str) -> list[Span]:
    """Return the paragraphs of `text`, which line breaks separate, without empty ones."""
    spans = []
    begin = 0
    for gap in _BREAK.finditer(text):
        spans.append((begin, gap.start()))
        begin = gap.end()
    spans.append((begin, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def sentences_of(text: str, paragraphs: Iterable[Span], rules: SentenceRules = ENGLISH_RULES) -> list[Span]:
    """Return the sentences of `text` in order; together they hold every character that is not white space."""
    return [sentence for paragraph in paragraphs for sentence in _split(text, *paragraph, rules)]


def _split(text: str, begin: int, end: int, rules: SentenceRules) -> list[Span]:
    """Return the sentences of the one paragraph from `begin` to `end`."""
    spans = []
    for stop in _STOP.finditer(text, begin, end):
        if stop.end() > begin and _ends_sentence(text, begin, stop, rules):
            spans.append((begin, stop.end()))
            begin = _WORD_BEGINS.search(text, stop.end(), end).start()  # type: ignore[union-attr]
    if begin < end:
        spans.append((begin, end))
    return spans


def _ends_sentence(text: str, begin: int, stop: re.Match[str], rules: SentenceRules) -> bool:
    following = stop[1].lstrip(_OPENERS) or stop[1]
    if following[0].islower():
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(begin, stop.start() - 24), stop.start())
    word = before[0].lower() if before else ""
    bare = word.replace(".", "")
    if word in rules.before_number:
        return not following[0].isdigit()
    if word in rules.before_name or (len(word) == 1 and word.isalpha()):
        return word == "i" and len(stop[0]) > 1
    if bare in rules.may_end_sentence:
        return not following[0].isdigit() if bare in rules.months else following[0] != "("
    # U.S., a.m., D.C.: an end only where a function word or a quotation mark opens the next sentence.
    dotted = "." in word and len(bare) <= 3 and word[0].isalpha()
    return not dotted or stop[1][0] in '"“' or _opens_sentence(text, stop.end(), rules)


def _opens_sentence(text: str, at: int, rules: SentenceRules) -> bool:
    word = _NEXT_WORD.match(text, at)
    return word is not None and word[1].lower() in rules.openers


def _trim(text: str, begin: int, end: int) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return (begin, end) if begin < end else None
