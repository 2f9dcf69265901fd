"""Content after its cue: takes a verb and its source, gives what it reports in `She said …`, `She hopes to …`."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_end, content_start, is_clause, skip_recipient
from onrecord.annotate.cues import WEAK, Shape
from onrecord.annotate.english import AUXILIARIES, PREPOSITIONS, SUBORDINATORS
from onrecord.annotate.frames import Hit, Range, Tokens
from onrecord.annotate.verbs import Verb

_NO_OBJECT = AUXILIARIES | PREPOSITIONS | SUBORDINATORS


def leading(tokens: Tokens, verb: Verb, source: Range) -> Hit | None:
    """What the words after the cue say, where its verb can lead them; else None."""
    after = verb.end
    if after >= len(tokens):
        return None
    if tokens[after].low == "to" and verb.has(Shape.WANT):
        return _hit(after, clause_end(tokens, after, whole=False), source, verb)
    if verb.has(Shape.SAY | Shape.TELL):
        if tokens[-1].low == ":" and not any(token.is_quote for token in tokens[after:]):
            return Hit((), source, verb.cue, len(tokens), open=True)
        start = content_start(tokens, skip_recipient(tokens, after) if verb.has(Shape.TELL) else after)
        if start and (start[1] or _may_lead(tokens, start[0], verb)):
            return _hit(start[0], _end(tokens, start[0]), source, verb)
    if verb.has(Shape.JUDGE) and _is_object(tokens, after):
        return _hit(after, clause_end(tokens, after, whole=False), source, verb)
    return None


def _hit(begin: int, end: int, source: Range, verb: Verb) -> Hit | None:
    return Hit(((begin, end),), source, verb.cue, end) if begin < end else None


def _end(tokens: Tokens, begin: int) -> int:
    """Words in marks after a comma or a colon are the whole content; a clause runs on, with what it has in marks."""
    whole = tokens[begin - 1].low in {",", ":"} or tokens[begin].low in {'"?', '"!'}
    if not (tokens[begin].is_quote and whole):
        return clause_end(tokens, begin, whole=True)
    end = begin + 1
    while end < len(tokens) and tokens[end].is_quote:
        end += 1
    return end


def _may_lead(tokens: Tokens, begin: int, verb: Verb) -> bool:
    """Whether words that neither `that` nor a mark opens are what the verb reports."""
    token = tokens[begin]
    if token.low in AUXILIARIES or token.low in {"to", "and", "or", "but"}:
        return False
    if tokens[verb.end - 1].low in WEAK or verb.has(Shape.JUDGE):
        return is_clause(tokens, begin)
    return True


def _is_object(tokens: Tokens, at: int) -> bool:
    return tokens[at].is_quote or (tokens[at].is_word and tokens[at].low not in _NO_OBJECT)
