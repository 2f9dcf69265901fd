"""Where a noun phrase begins and ends beside a cue: takes tokens and a place, gives a range of tokens.

No tagger runs here: short closed lists of English function words bound the phrases. Ranges are half-open token indices.
"""

from __future__ import annotations

from onrecord.annotate.cues import CUES, Shape
from onrecord.annotate.english import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    IRREGULAR_PASTS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from onrecord.annotate.frames import Range, Token, Tokens

SIGNS = frozenset("%$/&")
LONGEST = 24  # No subject in PolNeAR's training part that our rules should take is longer than this many words.


def clause_start(tokens: Tokens, at: int, floor: int) -> int:
    """The first token of the noun phrase that ends just before `at`, not before `floor`."""
    begin = at
    while begin > floor and at - begin < LONGEST:
        token = tokens[begin - 1]
        if token.low == ")":
            begin = _parenthesis(tokens, begin - 1, floor)
            continue
        if not token.is_word and token.low not in SIGNS:
            break
        if token.low == "and" and _joins(tokens, begin - 1, floor):
            begin -= 1
            continue
        if token.low in SUBORDINATORS or token.low in AUXILIARIES or _is_verb(tokens, begin - 1):
            break
        begin -= 1
    return begin


def noun_before(tokens: Tokens, at: int, floor: int) -> Range | None:
    """The noun phrase that ends just before `at`: a pronoun alone, or words back to where the clause begins."""
    if at <= floor:
        return None
    last = tokens[at - 1]
    if last.low in PRONOUNS:
        return (at - 1, at)
    if last.low == "whom" or not (last.is_word or last.low == ")"):
        return None
    begin = clause_start(tokens, at, floor)
    begin = _strip(tokens, begin, at)
    if begin >= at or not _is_noun_phrase(tokens, begin, at):
        return None
    return (begin, at)


def _strip(tokens: Tokens, begin: int, end: int) -> int:
    """Leave out what opens a sentence before its subject: `Meanwhile`, `In Arden`, `On Friday`."""
    while begin < end and (tokens[begin].low in OPENERS or tokens[begin].low in DAYS):
        begin += 1
    if begin < end and tokens[begin].low in PREPOSITIONS:
        for index in range(end - 1, begin, -1):
            token, before = tokens[index], tokens[index - 1]
            if token.low in DETERMINERS and before.low not in PREPOSITIONS:
                return index
            if token.is_capital and not before.is_capital and before.low not in PREPOSITIONS | DETERMINERS:
                return index
            if before.low in DAYS:
                return index
        return end
    return begin


def _is_noun_phrase(tokens: Tokens, begin: int, end: int) -> bool:
    first, last = tokens[begin], tokens[end - 1]
    if last.low in PREPOSITIONS or last.low in DETERMINERS - {"that", "this"} or last.low in OPENERS:
        return False
    return first.is_word and not (end - begin == 1 and last.low.endswith("ly"))


def _is_verb(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.is_capital or token.low not in CUES or at == 0:
        return False
    if tokens[at - 1].low in DETERMINERS or not (
        token.low.endswith(("ed", "ing")) or token.low in {"said", "says", "told"}
    ):
        return False
    return Shape.SAY in CUES[token.low] or Shape.JUDGE in CUES[token.low]


def _may_be_verb(token: Token) -> bool:
    return (
        token.low in CUES
        or token.low in IRREGULAR_PASTS
        or (token.low.endswith(("ed", "ly", "'s")) and len(token.low) > 3)
    )


def _joins(tokens: Tokens, at: int, floor: int) -> bool:
    if at - 1 < floor or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.is_capital and right.is_capital:
        return True
    return (
        left.is_word
        and left.low.endswith("s")
        and right.is_word
        and right.low.endswith("s")
        and right.low not in AUXILIARIES
    )


def _parenthesis(tokens: Tokens, at: int, floor: int) -> int:
    for index in range(at - 1, max(floor, at - 8) - 1, -1):
        if tokens[index].low == "(":
            return index
    return at


def opening_noun(tokens: Tokens, limit: int) -> Range | None:
    """The subject that opens a sentence, before its first verb: `Doe` in `Doe went on, saying …`."""
    begin = 0
    while begin < limit and (tokens[begin].low in OPENERS or not tokens[begin].is_word):
        begin += 1
    if begin < limit and tokens[begin].low in PREPOSITIONS:
        comma = next((index for index in range(begin, limit) if tokens[index].low == ","), limit)
        begin = comma + 1
    if begin >= limit or not tokens[begin].is_word:
        return None
    if tokens[begin].low in PRONOUNS:
        return (begin, begin + 1)
    end = begin
    while end < limit and end - begin < LONGEST:
        token = tokens[end]
        if not token.is_word or token.low in AUXILIARIES or token.low in SUBORDINATORS:
            break
        if end > begin and not token.is_capital and _may_be_verb(token):
            break
        if end > begin and (token.low in {"on", "in", "at"} and end + 1 < limit and tokens[end + 1].low in DAYS):
            break
        end += 1
    return (begin, end) if end > begin else None
