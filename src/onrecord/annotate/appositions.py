"""A name and what describes it: takes tokens and a place beside a cue, gives the source with its apposition.

PolNeAR counts the words that identify a source as part of it: `said Jane Doe, a lawyer who lives in Arden` and
`Jane Doe, the mayor of Arden, said`; a relative clause before the cue is left out.
"""

from __future__ import annotations

from onrecord.annotate.cues import CUES
from onrecord.annotate.english import DAYS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS, words
from onrecord.annotate.frames import Range, Token, Tokens
from onrecord.annotate.phrases import LONGEST, SIGNS, noun_before

_WHEN = words("when after while before during because but that if via adding")
_RELATIVES = SUBORDINATORS | PREPOSITIONS
_FIRST = words("one some many several another")


def noun_after(tokens: Tokens, at: int, *, apposed: bool = True) -> Range | None:
    """The noun phrase that begins at `at`, if `apposed` with its apposition: `Jane Doe, mayor of Arden`."""
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    if tokens[at].low in PRONOUNS:
        return (at, at + 1)
    first = tokens[at]
    if not (first.is_capital or first.low in DETERMINERS or first.low in _FIRST):
        return None
    end = _run(tokens, at)
    if apposed and end < len(tokens) - 1 and tokens[end].low == "," and _apposes(tokens, end + 1):
        inner = _run(tokens, end + 1)
        while inner < len(tokens) - 1 and tokens[inner].low == "," and _goes_on(tokens[inner + 1]):
            inner = _run(tokens, inner + 1)
        end = inner
        if end < len(tokens) and tokens[end].low == ",":
            end += 1
            if end == len(tokens) or not tokens[end].is_word:
                end -= 1
    return (at, end)


def _run(tokens: Tokens, at: int) -> int:
    end = at
    while end < len(tokens) and end - at < 2 * LONGEST:
        token = tokens[end]
        if token.low == "(":
            close = next((k for k in range(end + 1, min(end + 8, len(tokens))) if tokens[k].low == ")"), None)
            if close is None:
                break
            end = close + 1
            continue
        if not token.is_word and token.low not in SIGNS:
            break
        if end > at and _adjoins(tokens, end):
            break
        end += 1
    return end


def _adjoins(tokens: Tokens, at: int) -> bool:
    """Whether what begins here tells when or where something was said rather than who said it."""
    token = tokens[at]
    if token.low == "as":
        return at + 1 < len(tokens) and (tokens[at + 1].low in PRONOUNS or tokens[at + 1].low in DETERMINERS)
    if token.low in _WHEN:
        return True
    if token.low in DAYS or (token.low.endswith("ing") and token.low in CUES):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or token.low not in {"in", "on", "at", "to"}:
        return False
    return following.low in DAYS or following.low in {"a", "an", "twitter", "facebook", "instagram", "reporters"}


def _apposes(tokens: Tokens, at: int) -> bool:
    low = tokens[at].low
    if low in {"who", "which"}:
        return low == "who"
    if not tokens[at].is_word or low in PRONOUNS or low in SUBORDINATORS or low in PREPOSITIONS:
        return False
    return not (low.endswith("ing") and low in CUES) and low not in {"adding", "referring"}


def _goes_on(token: Token) -> bool:
    """Whether a second apposition begins: a place, `who leads …`, `a retired …` after an age."""
    return token.is_capital or token.low in {"who", "a", "an"}


def apposed_before(tokens: Tokens, group: int, floor: int) -> Range | None:
    """`Jane Doe, the mayor of Arden,` before a cue: the name with its apposition, or without its relative clause."""
    for index in range(group - 2, max(floor, group - 30), -1):
        if tokens[index].low == ",":
            name = noun_before(tokens, index, floor)
            if name is None:
                return None
            if name[0] - 1 > floor and tokens[name[0] - 1].low == "," and tokens[name[0]].low in DETERMINERS:
                whole = noun_before(tokens, name[0] - 1, floor)
                name = (whole[0], name[1]) if whole else name
            inserted = tokens[index + 1]
            if (
                inserted.low in {"who", "which", "whose"}
                or inserted.low in SUBORDINATORS
                or inserted.low in PREPOSITIONS
            ):
                return name
            return (name[0], group)
    return None
