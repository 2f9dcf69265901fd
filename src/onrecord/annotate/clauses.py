"""Where the words that a cue reports begin and end: takes tokens and the place of a cue, gives token indices."""

from __future__ import annotations

from onrecord.annotate.cues import CUES, FORMS, Form, Shape
from onrecord.annotate.english import ADVERBS, AUXILIARIES, DAYS, DETERMINERS, OBJECTS, PREPOSITIONS, PRONOUNS, words
from onrecord.annotate.frames import Token, Tokens
from onrecord.annotate.phrases import SIGNS

STOPS = words(". ? ! … ...")
DASHES = words("— – ― - --")
_OPENING = words("that whether if how what why who where when")
_LATE = words("who where when")  # These open reported words only right after the cue.
_OVER = words("but which while though according citing adding who")
_AFTER_COMMA = words(
    "but while though although which who according even despite whereas citing in where when as after adding with"
)
_AFTER_OBJECT = words("after when while during before because although though despite")
_CIRCUMSTANCES = words("last this when after as while before during because")
_ADJUNCTS = PREPOSITIONS | DAYS | ADVERBS | OBJECTS | _CIRCUMSTANCES
_BETWEEN = ADVERBS | PRONOUNS | {"has", "have"}
_ADJUNCT = 16  # Words: "in a telephone interview with … on Friday" and the like run to about as many.


def at_end(tokens: Tokens, at: int) -> bool:
    """Whether nothing but signs follows from `at` on."""
    return at >= len(tokens) or (tokens[at].low in STOPS and not any(token.is_word for token in tokens[at:]))


def skip_adjuncts(tokens: Tokens, at: int) -> int:
    """Past what tells when, where or to whom: `in a statement`, `on Friday`, `to reporters`."""
    end = at
    if end < len(tokens) and tokens[end].is_word:
        low = tokens[end].low
        if not (low in _ADJUNCTS or low.endswith("ly")):
            return at
        while end < min(len(tokens), at + 2 * _ADJUNCT) and (tokens[end].is_word or tokens[end].low in SIGNS):
            if tokens[end].low.endswith("ing") and tokens[end].low in CUES and end > at:
                break
            end += 1
    return end


def skip_recipient(tokens: Tokens, at: int) -> int:
    """Past the one who was told: `her`, `reporters`, `the Arden Courier`, `a crowd of supporters in Arden`."""
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].low == "that":
        return at
    if tokens[at].low in OBJECTS:
        return at + 1
    end = at
    while end < len(tokens) and tokens[end].is_word and end - at < _ADJUNCT:
        low = tokens[end].low
        if low in {"that", "to", "whether", "how", "if", "what", "why"} or low in AUXILIARIES:
            break
        if end > at and (low in PRONOUNS or low in {"there", "this"}):
            return end
        end += 1
    if end < len(tokens) and (tokens[end].is_quote or not tokens[end].is_word or tokens[end].low not in AUXILIARIES):
        return end
    # No mark divides recipient and content: the recipient is a run of capitals, or one word with its determiner.
    end = at + (tokens[at].low in DETERMINERS)
    if end < len(tokens) and tokens[end].is_capital:
        while end < len(tokens) and tokens[end].is_capital and tokens[end].low not in DETERMINERS:
            end += 1
        return end
    return min(end + 1, len(tokens))


def content_start(tokens: Tokens, at: int) -> tuple[int, bool] | None:
    """Where the reported words begin at or after `at`, and whether a mark, a colon or `that` says so for certain."""
    while at < len(tokens) and (tokens[at].low in DAYS or (tokens[at].low == "on" and _day(tokens, at + 1))):
        at += 1
    certain = _certain_start(tokens, at)
    if certain is not None:
        return (certain, True) if certain < len(tokens) else None
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    low = tokens[at].low
    if low not in PREPOSITIONS and low not in ADVERBS and low not in _CIRCUMSTANCES:
        return at, False
    for index in range(at + 1, min(at + _ADJUNCT, len(tokens))):
        low_here, marked = tokens[index].low, index + 1 < len(tokens) and tokens[index + 1].is_quote
        of_preposition = low_here in _OPENING and tokens[index - 1].low in PREPOSITIONS
        if tokens[index].is_quote or low_here in _LATE or of_preposition or (low_here == ":" and not marked):
            continue
        certain = _certain_start(tokens, index)
        if certain is not None:
            return (certain, True) if certain < len(tokens) else None
        if low_here in STOPS or low_here in {";", ","} or low_here in AUXILIARIES:
            break
    return None if low in PREPOSITIONS else (at, False)


def _certain_start(tokens: Tokens, at: int) -> int | None:
    """Where reported words begin if something at `at` says that they do: `that`, `whether`, marks, a colon."""
    if at >= len(tokens):
        return None
    if tokens[at].is_quote or tokens[at].low in _OPENING:
        return at
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    marked = after is not None and (after.is_quote or after.low == "that")
    return at + 1 if tokens[at].low == ":" or (tokens[at].low == "," and marked) else None


def _day(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].low in DAYS


def is_clause(tokens: Tokens, at: int) -> bool:
    """Whether a subject and a verb seem to begin at `at`."""
    first = tokens[at]
    if not (first.is_capital or first.low in DETERMINERS or first.low in PRONOUNS or first.low == "there"):
        return False
    return any(token.low in AUXILIARIES or token.low.endswith("'s") for token in tokens[at + 1 : at + 9])


def clause_end(tokens: Tokens, begin: int, *, whole: bool) -> int:
    """Where the reported words that begin at `begin` end; `whole` for clauses, else only the object of a verb."""
    end = len(tokens)
    while end > begin and (tokens[end - 1].low in STOPS or tokens[end - 1].low in {",", ":", ";"}):
        end -= 1
    dashes = sum(token.low in DASHES for token in tokens[begin:end])
    for at in range(begin + 1, end):
        token, following = tokens[at], tokens[at + 1] if at + 1 < end else None
        if token.low in {";", "according"} or (token.low in DASHES and dashes % 2 and dashes < 3):
            return at
        if token.low == '",' and following and FORMS.get(following.low) is Form.PARTICIPLE:
            return at + 1
        if token.low == "," and following and _closes(tokens, at, following, whole=whole):
            return at
        if token.low in {"and", "but"} and following and _new_cue(tokens, at + 1):
            return at
        if not whole and token.low in _AFTER_OBJECT:
            return at
    return end


def _closes(tokens: Tokens, comma: int, following: Token, *, whole: bool) -> bool:
    if following.low in CUES and following.low.endswith("ing"):
        return True
    if following.low in {"and", "but"} and _new_cue(tokens, comma + 2):
        return True
    if following.low == "and" and comma + 2 < len(tokens) and tokens[comma + 2].low in PRONOUNS:
        return True
    if following.low in _OVER:
        return True
    return not whole and (following.low in _AFTER_COMMA or following.low in {"the", "a", "an", "he", "she", "they"})


def _new_cue(tokens: Tokens, at: int) -> bool:
    """Whether a cue in the past or third person comes next, alone or after a short subject."""
    for token in tokens[at : at + 3]:
        shape = CUES.get(token.low)
        if shape and Shape.WANT not in shape and FORMS[token.low] in {Form.PAST, Form.THIRD}:
            return True
        if not (
            token.low in ADVERBS or token.low in PRONOUNS or token.low in {"has", "have"} or token.low.endswith("ly")
        ):
            return False
    return False
