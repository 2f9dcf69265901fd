"""Where a verb is a cue, and who its subject is: takes tokens and the place of a word, gives a verb and a source."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.appositions import apposed_before
from onrecord.annotate.cues import CUES, FORMS, ONLY_WITH_PARTICLE, PARTICLES, Form, Shape
from onrecord.annotate.english import ADVERBS, AUXILIARIES, BE, DETERMINERS, PLURALS, PREPOSITIONS
from onrecord.annotate.frames import Range, Tokens
from onrecord.annotate.phrases import noun_before, opening_noun

_LIKE_PASTS = frozenset({"read", "hit", "forecast"})  # Base forms that are past tenses too.
_GOES_ON = frozenset({"on", "continued", "continues", "began"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue: its verb group from `begin` to `end` (`has also said`), its form and what may follow it."""

    begin: int
    end: int
    form: Form
    shape: Shape

    @property
    def cue(self) -> Range:
        """The group as a range of tokens."""
        return (self.begin, self.end)

    def has(self, shape: Shape) -> bool:
        """Whether one of the shapes given may follow."""
        return bool(self.shape & shape)


def verb_at(tokens: Tokens, at: int, floor: int) -> Verb | None:
    """The cue whose verb is the token `at`, or None where the word is a noun, passive, or lacks its particle."""
    low = tokens[at].low
    shape = CUES.get(low, Shape(0))
    begin = _group_start(tokens, at, floor)
    end = at + 1
    if _is_noun(tokens, at, begin) or _is_passive(tokens, at, begin):
        return None
    if end < len(tokens) and tokens[end].low in PARTICLES.get(low, ()):
        shape = Shape.SAY | Shape.JUDGE if tokens[end].low in {"out", "back"} else Shape.JUDGE
        end += 1
    elif low in ONLY_WITH_PARTICLE:
        return None
    form = Form.BASE if begin < at and FORMS[low] is Form.PARTICIPLE else FORMS[low]
    return Verb(begin, end, form, shape)


def subject(tokens: Tokens, verb: Verb, floor: int, shared: Range | None) -> Range | None:
    """The source of a cue that leads its content; `shared` is that of the cue before it in the sentence."""
    if verb.begin == 0:
        return None
    before = tokens[verb.begin - 1].low
    if verb.form is Form.PARTICIPLE or before in {"and", "but", "or"}:
        return shared or opening_noun(tokens, verb.begin)
    if before == ",":
        return apposed_before(tokens, verb.begin, floor) or shared
    return noun_before(tokens, verb.begin, floor)


def _group_start(tokens: Tokens, at: int, floor: int) -> int:
    """The first token of the verb group that ends at `at`: `has also said`, `went on to say`."""
    begin = at
    if begin - 2 > floor and tokens[begin - 1].low == "to" and tokens[begin - 2].low in _GOES_ON:
        begin -= 2 + (tokens[begin - 2].low == "on")
    while begin > floor:
        token = tokens[begin - 1]
        adverb = token.low in ADVERBS or (token.low.endswith("ly") and not token.is_capital)
        if not (token.low in AUXILIARIES or adverb):
            break
        begin -= 1
    return begin


def _is_noun(tokens: Tokens, at: int, group: int) -> bool:
    token = tokens[at]
    if token.is_capital and at > 0:
        return True
    if group != at or at == 0:
        return False
    before, form = tokens[at - 1], FORMS[token.low]
    if before.low in DETERMINERS - {"that"} or before.low.endswith(("'s", "s'")):
        return True
    if form is Form.BASE and token.low not in _LIKE_PASTS:
        return not (before.low in PLURALS or (before.low.endswith("s") and before.is_word))
    if form is Form.THIRD and before.low.endswith("s") and not before.is_capital:
        return True
    return before.low in PREPOSITIONS and form is not Form.PARTICIPLE


def _is_passive(tokens: Tokens, at: int, group: int) -> bool:
    if FORMS[tokens[at].low] is Form.PARTICIPLE:
        return False
    return any(token.low in BE for token in tokens[group:at])
