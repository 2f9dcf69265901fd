"""The cue that is no verb: takes the place of `according`, gives what `according to Doe` reports."""

from __future__ import annotations

from onrecord.annotate.appositions import noun_after
from onrecord.annotate.clauses import clause_end, skip_adjuncts
from onrecord.annotate.frames import Hit, Tokens
from onrecord.annotate.trailing import is_sentence, left_edge


def according(tokens: Tokens, at: int, floor: int) -> Hit | None:
    """`According to Doe, …`, `…, according to Doe` and `Last year, according to Doe, …`."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "to" or not tokens[at + 2].is_word:
        return None
    leads = not any(token.is_word or token.is_quote for token in tokens[floor:at])
    trails = is_sentence(tokens[floor:at])
    source = noun_after(tokens, at + 2, apposed=trails) or (at + 2, skip_adjuncts(tokens, at + 2))
    if source[0] >= source[1]:
        source = (at + 2, at + 3)
    cue = (at, at + 2)
    then = source[1] + (source[1] < len(tokens) and tokens[source[1]].low == ",")
    end = clause_end(tokens, then, whole=True) if then < len(tokens) else then
    if leads:
        return Hit(((then, end),), source, cue, end) if end > then else None
    left = (left_edge(tokens, floor, at), at - (tokens[at - 1].low == ","))
    if left[0] >= left[1]:
        return None
    if then < end and then > source[1] and not trails:
        return Hit((left, (then, end)), source, cue, end)
    return Hit((left,), source, cue, source[1])
