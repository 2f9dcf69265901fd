"""One sentence at a time: where a word of time stands the rules are tried, the longest wins, and neighbours join.

In: a scene (sentence, anchor, memory). Out: readings in order, none over another, as spans of the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.times.context import (
    DATE,
    DURATION,
    TIME,
    Found,
    Scene,
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
# Words in front that belong to the expression: what weighs a duration, and what cuts a piece of a period.
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
class Reading:
    """A span and what it means."""

    begin: int
    end: int
    found: Found

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.begin, self.end


def read(scene: Scene) -> list[Reading]:
    """The time expressions of one sentence; the scene's memory learns what it named."""
    readings: list[Reading] = []
    for reading in _matches(scene):
        if readings and (joined := _join(scene, readings[-1], reading)):
            readings[-1] = joined
            scene.memory.note(joined.span, joined.found)
            continue
        if readings and _once_more(scene, readings[-1], reading):
            continue  # "10:35 a.m. (0735 GMT)": the same time once more.
        readings.append(reading)
    for reading in readings:
        _complete(scene, reading, readings)
    return readings


def _matches(scene: Scene) -> Iterator[Reading]:
    """The longest readings from left to right, each extended over the words that weigh it."""
    text, at = scene.text, scene.begin
    for word in _WORD.finditer(text, scene.begin, scene.end):
        begin = word.start()
        if begin < at:
            continue
        first = word[0]
        rules = _RULES.get(DIGITS) if first[0].isdigit() else None
        named = _RULES.get(first.lower())
        if not rules and not named:
            continue
        best: Reading | None = None
        for rule in (*(named or ()), *(rules or ())):
            match = rule.match(text, begin, scene.end)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            found = rule.build(match, scene)
            if found is not None and match.end() > begin:
                best = Reading(begin, match.end(), found)
        if best is None:
            continue
        best.begin = _extended(scene, best, at)
        at = best.end
        scene.memory.note(best.span, best.found)
        if best.found.value[:4].isdigit():
            scene.memory.by_span[best.span] = best.found.value
        yield best


def _extended(scene: Scene, reading: Reading, floor: int) -> int:
    """Where a reading begins with "about", "early", "the end of" and "the" counted in."""
    text, begin = scene.text, reading.begin
    found = reading.found
    if begin > floor and text[begin - 1] in "'’‘" and re.match(r"\d0['’]?s|\d\d$", text[begin : reading.end]):
        begin -= 1  # "the '90s"

    def lead(pattern: re.Pattern[str]) -> int:
        match = pattern.search(text, max(floor, begin - 32), begin)
        return match.start() if match else begin

    if found.clock and re.search(r"\bat\s+(?:about|around)\s+$", text[max(floor, begin - 12) : begin]):
        return begin
    if found.type == DURATION or found.clock or re.search(r"\bago$", text[begin : reading.end], re.I):
        if not re.match(r"the\b", text[begin : begin + 3], re.I):
            begin = lead(_APPROX)
        if begin == reading.begin and found.type in {DURATION, DATE} and _takes_article(text, reading):
            begin = lead(_THE)
        return begin
    if found.type != DATE:
        return begin
    piece = begin if unit_of(found.value) == "day" else lead(_PIECE)
    if text[begin].isdigit() and unit_of(found.value) == "year" and text[piece:begin].lower().endswith("of the "):
        piece = begin  # "the start of the 2016 campaign"
    if piece != begin:
        hyphened = re.match(r"the\s+(?=\w+-)", text[piece:begin], re.I)
        return piece + (hyphened.end() if hyphened else 0)
    return lead(_THE) if _takes_article(text, reading) else begin


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


def _takes_article(text: str, reading: Reading) -> bool:
    """Whether "the" in front is part of the expression: "the third quarter", "the 1990s", not "the October slaying"."""
    words = text[reading.begin : reading.end]
    if not _ARTICLED.match(words):
        return False
    # "the third-quarter loss": the article is the noun's.
    return not re.search(r"-(?:quarter|year|month|day|week)s?$|^(?:recent|future|last)$", words, re.I)


def _join(scene: Scene, left: Reading, right: Reading) -> Reading | None:
    """A clock time and the day beside it as one: "9 a.m. Tuesday", "Tuesday at 9 a.m."."""
    gap = (left.end, right.begin)
    if left.found.clock and _names_day(right.found) and _CLOCK_THEN_DAY.fullmatch(scene.text, *gap):
        return Reading(left.begin, right.end, Found(TIME, right.found.value[:10] + left.found.value))
    if right.found.clock and _names_day(left.found) and _DAY_THEN_CLOCK.fullmatch(scene.text, *gap):
        return Reading(left.begin, right.end, Found(TIME, left.found.value[:10] + right.found.value))
    return None


def _once_more(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether a time in brackets says the one before it in another zone."""
    return (
        left.found.clock
        and right.found.clock
        and scene.text[left.end : right.begin] == " ("
        and scene.text.startswith(")", right.end)
    )


def _names_day(found: Found) -> bool:
    return (
        found.type in {DATE, TIME}
        and not found.clock
        and (unit_of(found.value) == "day" or found.value.startswith("XXXX-"))
    )


def _complete(scene: Scene, reading: Reading, readings: list[Reading]) -> None:
    """Give a lone clock time its day: the one named nearest in its sentence, else the anchor's."""
    if not reading.found.clock:
        return
    days = [
        other
        for other in readings
        if not other.found.clock and first_day(other.found.value) and _names_day(other.found)
    ]
    nearest = min(days, key=lambda other: abs(other.begin - reading.begin), default=None)
    day = nearest.found.value[:10] if nearest else scene.anchor.shift("day", 0)
    reading.found = Found(TIME, day + reading.found.value)
