"""The matcher: the time expressions of one sentence.

At each word that can open a rule its rules are tried, and the longest match wins; a time of day and a day next to it
are joined. Spans are offsets in the whole text; they do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    TIME,
    Context,
    Timex,
)
from onrecord.annotate.times.grammar import (
    ago,
    anaphoric,
    clock,
    days,
    deictic,
    durations,
    fiscal,
    months,
    quarters,
    seasons,
    sets,
    vague,
    weekdays,
    years,
)
from onrecord.annotate.times.grammar.rule import DIGITS, Rulebook
from onrecord.annotate.times.values import first_day, unit_of
from onrecord.model import Span

BOOK = Rulebook()
for part in (
    days,
    weekdays,
    months,
    years,
    seasons,
    deictic,
    ago,
    anaphoric,
    vague,
    quarters,
    fiscal,
    durations,
    sets,
    clock,
):
    BOOK.include(part.BOOK)
_RULES = BOOK.by_word
_WORD = re.compile(r"[A-Za-z]+|\d+")
# Modifiers that belong to the expression: approximators ("about") and sub-period markers ("early", "the end of").
_APPROX = re.compile(
    r"(?:\b(?:at least|at most|no more than|no less than|no fewer than|not more than|more than|less than"
    r"|fewer than|just over|just under|well over|up to"
    r"|about|around|nearly|almost|approximately|roughly)\s+)$",
    re.I,
)
_PIECE = re.compile(
    r"(?:\b(?:the\s+)?(?:(?:very\s+)?(?:early|late|mid|middle|beginning|end|start|close|rest|remainder"
    r"|first half|second half)(?:[- ]+(?:of|in|part of)\s+(?:the\s+)?|[\s-]+(?:the\s+)?)))$",
    re.I,
)
_THE = re.compile(r"\bthe\s+$", re.I)
_DAY_THEN_CLOCK = re.compile(r",?\s+(?:at\s+(?:about\s+|around\s+)?)?")
_CLOCK_THEN_DAY = re.compile(r",?\s+(?:on\s+)?")


@dataclass(slots=True)
class Expression:
    """A time expression: its span in the text, and its TIMEX3 type and value."""

    begin: int
    end: int
    timex: Timex

    @property
    def span(self) -> Span:
        """The span in the text."""
        return self.begin, self.end


def match_sentence(context: Context) -> list[Expression]:
    """Return the time expressions of one sentence, in order; the context's memory keeps what the sentence named."""
    expressions: list[Expression] = []
    for expression in _matches(context):
        if expressions and (joined := _join(context, expressions[-1], expression)):
            expressions[-1] = joined
            context.memory.note(joined.span, joined.timex)
            continue
        if expressions and _repeats(context, expressions[-1], expression):
            continue  # "10:35 a.m. (0735 GMT)": the same time once more.
        expressions.append(expression)
    for expression in expressions:
        _complete(context, expression, expressions)
    return expressions


def _matches(context: Context) -> Iterator[Expression]:
    """Yield the longest matches from left to right, each extended over its modifiers."""
    text, at = context.text, context.begin
    for word in _WORD.finditer(text, context.begin, context.end):
        begin = word.start()
        if begin < at:
            continue
        first = word[0]
        rules = _RULES.get(DIGITS) if first[0].isdigit() else None
        named = _RULES.get(first.lower())
        if not rules and not named:
            continue
        best: Expression | None = None
        for rule in (*(named or ()), *(rules or ())):
            match = rule.match(text, begin, context.end)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            timex = rule.build(match, context)
            if timex is not None and match.end() > begin:
                best = Expression(begin, match.end(), timex)
        if best is None:
            continue
        best.begin = _extended_begin(context, best, at)
        at = best.end
        context.memory.note(best.span, best.timex)
        if best.timex.value[:4].isdigit():
            context.memory.by_span[best.span] = best.timex.value
        yield best


def _extended_begin(context: Context, expression: Expression, floor: int) -> int:
    """Return where an expression begins, with its modifiers: "about", "early", "the end of", "the"."""
    text, begin = context.text, expression.begin
    timex = expression.timex
    if begin > floor and text[begin - 1] in "'’‘" and re.match(r"\d0['’]?s|\d\d$", text[begin : expression.end]):
        begin -= 1  # "the '90s"

    def lead(pattern: re.Pattern[str]) -> int:
        match = pattern.search(text, max(floor, begin - 32), begin)
        return match.start() if match else begin

    if timex.clock and re.search(r"\bat\s+(?:about|around)\s+$", text[max(floor, begin - 12) : begin]):
        return begin
    if timex.type == DURATION or timex.clock or re.search(r"\bago$", text[begin : expression.end], re.I):
        if not re.match(r"the\b", text[begin : begin + 3], re.I):
            begin = lead(_APPROX)
        if begin == expression.begin and timex.type in {DURATION, DATE} and _takes_article(text, expression):
            begin = lead(_THE)
        return begin
    if timex.type != DATE:
        return begin
    piece = begin if unit_of(timex.value) == "day" else lead(_PIECE)
    if text[begin].isdigit() and unit_of(timex.value) == "year" and text[piece:begin].lower().endswith("of the "):
        piece = begin  # "the start of the 2016 campaign"
    if piece != begin:
        hyphened = re.match(r"the\s+(?=\w+-)", text[piece:begin], re.I)
        return piece + (hyphened.end() if hyphened else 0)
    return lead(_THE) if _takes_article(text, expression) else begin


_ARTICLED = re.compile(
    r"(?:past|last|next|first|previous|coming|following|final|recent|latest|third|second|fourth|fiscal|1st|2nd"
    r"|3rd|4th|future|year-|year\s(?:ago|earlier)|year\s(?:two|\d)|(?:fiscal|financial)\s+year"
    r"|like|comparable|corresponding|equivalent|similar|half-century|quarter-century"
    r"|current\s+(?:quarter|year|month|week)"
    r"|\d{2,4}(?:['’]?s\b|\s+(?:quarter|period|(?:fiscal|financial)\s+year))|['’]\d0"
    r"|\d{4}\s+(?:first|second|third|fourth)[- ](?:quarter|half)|twenties|thirties|forties|fifties|sixties|seventies"
    r"|eighties|nineties|spring|summer|fall|autumn|winter|"
    r"\d\d(?:st|nd|rd|th)[- ]cent|same|weekend|[a-z-]+[- ]century|nine\s+months|six\s+months)",
    re.I,
)


def _takes_article(text: str, expression: Expression) -> bool:
    """True if "the" before it is part of an expression: "the third quarter", "the 1990s", not "the October slaying"."""
    words = text[expression.begin : expression.end]
    if not _ARTICLED.match(words):
        return False
    # "the third-quarter loss": the article belongs to the noun.
    return not re.search(r"-(?:quarter|year|month|day|week)s?$|^(?:recent|future|last)$", words, re.I)


def _join(context: Context, left: Expression, right: Expression) -> Expression | None:
    """Return a time of day and the day next to it as one: "9 a.m. Tuesday", "Tuesday at 9 a.m."; None for others."""
    gap = (left.end, right.begin)
    if left.timex.clock and _names_day(right.timex) and _CLOCK_THEN_DAY.fullmatch(context.text, *gap):
        return Expression(left.begin, right.end, Timex(TIME, right.timex.value[:10] + left.timex.value))
    if right.timex.clock and _names_day(left.timex) and _DAY_THEN_CLOCK.fullmatch(context.text, *gap):
        return Expression(left.begin, right.end, Timex(TIME, left.timex.value[:10] + right.timex.value))
    return None


def _repeats(context: Context, left: Expression, right: Expression) -> bool:
    """True if `right` is a time in brackets that gives the time before it in another zone."""
    return (
        left.timex.clock
        and right.timex.clock
        and context.text[left.end : right.begin] == " ("
        and context.text.startswith(")", right.end)
    )


def _names_day(timex: Timex) -> bool:
    return (
        timex.type in {DATE, TIME}
        and not timex.clock
        and (unit_of(timex.value) == "day" or timex.value.startswith("XXXX-"))
    )


def _complete(context: Context, expression: Expression, expressions: list[Expression]) -> None:
    """Give a time of day without a day its day: the nearest one in its sentence, else the anchor's."""
    if not expression.timex.clock:
        return
    days = [
        other
        for other in expressions
        if not other.timex.clock and first_day(other.timex.value) and _names_day(other.timex)
    ]
    nearest = min(days, key=lambda other: abs(other.begin - expression.begin), default=None)
    day = nearest.timex.value[:10] if nearest else context.anchor.shift("day", 0)
    expression.timex = Timex(TIME, day + expression.timex.value)
