"""Content before its cue: takes a verb, gives what it reports in `"…," she said`, `"…," said Doe`, `…, she said`."""

from __future__ import annotations

from onrecord.annotate.appositions import apposed_before, noun_after
from onrecord.annotate.clauses import DASHES, at_end, clause_end, skip_adjuncts, skip_recipient
from onrecord.annotate.cues import CUES, Form, Shape
from onrecord.annotate.english import AUXILIARIES
from onrecord.annotate.frames import Hit, Range, Tokens
from onrecord.annotate.phrases import noun_before
from onrecord.annotate.verbs import Verb

# What stands last inside the marks where a cue follows them: `"…," she said`, but not `the "friend" said`.
_INSIDE_END = frozenset(",?!.…—–-")
_OVER = frozenset({",", ";", ")"}) | DASHES


def trailing(tokens: Tokens, verb: Verb, floor: int) -> Hit | None:
    """What the words between `floor` and the cue say, where the cue trails them; else None."""
    if verb.form is Form.PARTICIPLE or not verb.has(Shape.SAY | Shape.TELL) or verb.begin == floor:
        return None
    found = _inverted(tokens, verb, floor) or _before(tokens, verb, floor) or _after(tokens, verb)
    if found is None:
        return None
    source, left, tail = found
    before = tokens[left - 1]
    tail = skip_adjuncts(tokens, tail)
    if before.is_quote:
        fits = before.low[-1:] in _INSIDE_END and not (verb.end < len(tokens) and tokens[verb.end].low == "that")
    else:
        whole = is_sentence(tokens[floor : left - 1]) or _is_inserted(tokens, tail)
        fits = before.low == "," and whole and _is_over(tokens, tail)
    if not fits:
        return None
    content = (left_edge(tokens, floor, left), left - (not before.is_quote))
    return _with_rest(tokens, Hit((content,), source, verb.cue, tail))


def is_sentence(tokens: Tokens) -> bool:
    """Whether the words seem to hold a verb, or something in marks."""
    if any(token.is_quote for token in tokens):
        return True
    small = [token.low for token in tokens if not token.is_capital]  # The month of May is no verb.
    verbs = any(low in AUXILIARIES or low in CUES or low.endswith(("'s", "'re", "'t", "ed")) for low in small)
    return len(tokens) > 2 and verbs


def left_edge(tokens: Tokens, floor: int, left: int) -> int:
    """Where content that ends before `left` begins: past signs and, after a colon, past what introduces the marks."""
    begin = floor
    for index in range(floor, left - 1):
        if tokens[index].low == ":" and tokens[index + 1].is_quote:
            begin = index + 1
    while begin < left - 1 and not (tokens[begin].is_word or tokens[begin].is_quote):
        begin += 1
    if 0 < begin < left - 1 and tokens[begin].low in {"and", "but"}:
        begin += 1
    return begin


def _before(tokens: Tokens, verb: Verb, floor: int) -> tuple[Range, int, int] | None:
    """`…, Jane Doe said`: the source, where the content before it ends, and where what follows begins."""
    source = noun_before(tokens, verb.begin, floor)
    if source is None and tokens[verb.begin - 1].low == ",":
        source = apposed_before(tokens, verb.begin, floor)
    if source is None or source[0] <= floor:
        return None
    tail = skip_recipient(tokens, verb.end) if verb.has(Shape.TELL) else verb.end
    return source, source[0], tail


def _after(tokens: Tokens, verb: Verb) -> tuple[Range, int, int] | None:
    """`"…," said Jane Doe`, the same three."""
    source = noun_after(tokens, verb.end) if verb.end - verb.begin == 1 and verb.has(Shape.SAY) else None
    return (source, verb.begin, source[1]) if source else None


def _inverted(tokens: Tokens, verb: Verb, floor: int) -> tuple[Range, int, int] | None:
    """`It is late, said Jane Doe, a lawyer.`: after a comma, with a name that ends the sentence behind the cue."""
    if tokens[verb.begin - 1].low != "," or not is_sentence(tokens[floor : verb.begin - 1]):
        return None
    found = _after(tokens, verb)
    if found is None or not tokens[verb.end].is_capital:
        return None
    begin, end = found[0]
    named = not any(token.low in AUXILIARIES for token in tokens[begin : begin + 6])
    return found if named and at_end(tokens, skip_adjuncts(tokens, end)) else None


def _with_rest(tokens: Tokens, hit: Hit) -> Hit:
    """The hit with what goes on after the cue: `"…," she said, "…"` or `The plan, she said, was late`."""
    (begin, end), tail = hit.content[0], hit.next
    direct = all(token.is_quote or not token.is_word for token in tokens[begin:end])
    then = tail + (tail < len(tokens) and tokens[tail].low == ",")
    if direct and then > tail:
        # `…," she said in Arden, N.C., "…`: a place has commas of its own.
        for index in range(then, min(then + 4, len(tokens))):
            if tokens[index].is_quote and tokens[index - 1].low == ",":
                then = index
    if then >= len(tokens):
        return hit
    if tokens[then].is_quote:
        return Hit((*hit.content, (then, then + 1)), hit.source, hit.cue, then + 1)
    over = clause_end(tokens, then, whole=True)
    if direct or then == tail or then >= over or not tokens[then].is_word or tokens[then].low.endswith("ing"):
        return hit
    return Hit((*hit.content, (then, over)), hit.source, hit.cue, over)


def _is_inserted(tokens: Tokens, at: int) -> bool:
    """Whether the cue is set between commas: `The bridge, Doe said, was late`."""
    return at + 1 < len(tokens) and tokens[at].low == "," and tokens[at + 1].is_word


def _is_over(tokens: Tokens, at: int) -> bool:
    """Whether the sentence pauses or ends at `at`, and no marks open a sentence there: `Doe said, "No."` leads."""
    if at_end(tokens, at):
        return True
    after = at + (tokens[at].low in {",", ":"})
    if after < len(tokens) and tokens[after].is_quote and tokens[after].is_capital:
        return False
    return tokens[at].low in _OVER or tokens[at].is_quote
