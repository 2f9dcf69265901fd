"""The sentences of a text with each quotation folded to one token: takes a text, gives frames.

In `"I tried. I failed," she said.` the stop inside the marks ends no sentence of the reporter's. A frame is what the
reporter wrote, as tokens, with whatever stands in marks as a single token; rules over frames see cue and source alike
for direct, mixed and indirect quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.annotate.cues import CUES, Shape
from onrecord.annotate.marks import quoted
from onrecord.annotate.sentences import paragraphs, split
from onrecord.model import Span

_FOLD = "\ue000"  # A private-use character: no news text gives it a meaning.
# A folded quotation (its last stop left visible), a word with its inner marks and the stop of an abbreviation, a sign.
_TOKEN = re.compile(
    rf"({_FOLD}+(?:[.?!…]”+)?)|([@#]?\w+(?:[.’'\-&]\w+|(?<=\d),\d+)*(?:\.(?=\s+\S)|[’'](?![\w’']))?)|--+|\.{{2,}}|''|\S"
)
_LONGEST = 400  # Tokens in a frame; no sentence of PolNeAR has as many, but a text without stops must not take forever.
_ASKING = frozenset({'"?', '"!', '"…'})
_TERMINAL = frozenset(".?!…")
_MARKS = "\"”“»«’'"
_OPENERS = "\"“”„«»‘’'([…. "


class Token(NamedTuple):
    """A word, a sign or a folded quotation: its span, its text in small letters, and which of the three it is.

    Of a quotation, `low` is a mark and the last sign inside the marks (`",`), `is_capital` tells of its first letter.
    """

    begin: int
    end: int
    low: str
    is_word: bool
    is_quote: bool
    is_capital: bool


Tokens = Sequence[Token]
Range = tuple[int, int]  # Half-open, in tokens of one frame.


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence: its tokens and the paragraph it stands in (counted from 0)."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def only_quotes(self) -> bool:
        """Whether the sentence is nothing but words in quotation marks."""
        return self.tokens[0].is_quote and not any(token.is_word for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a cue in a frame reports: content, source and cue as ranges of tokens.

    `next` is the token where reading goes on; `open` tells that the content is still to come (`She continued:`).
    """

    content: tuple[Range, ...]
    source: Range
    cue: Range
    next: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A text laid out for reading: its frames and, for the offset where a piece begins, all pieces of its quotation."""

    frames: tuple[Frame, ...]
    quotes: dict[int, tuple[Span, ...]]


def lay_out(text: str) -> Layout:
    """Fold the quotations of `text` and cut the rest into frames. Linear in the length of the text."""
    blocks = paragraphs(text)
    quotes = quoted(text, blocks)
    folded = _fold(text, quotes)
    frames = []
    for number, block in enumerate(blocks):
        found = [tokens for span in split(folded, *block) if (tokens := _tokens(text, folded, span))]
        for tokens in _rejoin(found):
            frames += [Frame(tuple(tokens[at : at + _LONGEST]), number) for at in range(0, len(tokens), _LONGEST)]
    return Layout(tuple(frames), {piece[0]: pieces for pieces in quotes for piece in pieces})


def _fold(text: str, quotes: list[tuple[Span, ...]]) -> str:
    """`text` with each piece of a quotation filled, but for a stop at its end, which may end the sentence too."""
    parts, at = [], 0
    for begin, end in sorted(piece for pieces in quotes for piece in pieces):
        parts.append(text[at:begin].replace(_FOLD, " "))
        inner = text[begin:end].rstrip(_MARKS)
        closing = end - begin - len(inner)
        stops = bool(closing) and inner[-1:] in _TERMINAL and len(inner) > 1
        parts.append(_FOLD * (len(inner) - 1) + inner[-1] + "”" * closing if stops else _FOLD * (end - begin))
        at = end
    parts.append(text[at:].replace(_FOLD, " "))
    return "".join(parts)


def _tokens(text: str, folded: str, span: Span) -> list[Token]:
    tokens = []
    for match in _TOKEN.finditer(folded, *span):
        begin, end = match.span()
        is_word = match[2] is not None
        low = match[2].lower().replace("’", "'").rstrip(".") if is_word else match[0]
        is_quote = match[1] is not None
        if is_quote:
            low = '"' + text[begin:end].rstrip(_MARKS)[-1:]
        first = text[begin:end].lstrip(_OPENERS)[:1] if is_quote else text[begin]
        tokens.append(Token(begin, end, low, is_word, is_quote, first.isupper()))
    return tokens


def _rejoin(sentences: list[list[Token]]) -> list[list[Token]]:
    """Undo the cut in `"Is it?" Doe asked.`: marks that end in ? or ! may stand before a capitalised source."""
    joined: list[list[Token]] = []
    for tokens in sentences:
        before = joined[-1][-1] if joined else None
        if before and before.low in _ASKING and _trails(tokens):
            joined[-1].extend(tokens)
        else:
            joined.append(tokens)
    return joined


def _trails(tokens: list[Token]) -> bool:
    """Whether a sentence is no more than a source and a cue, as after a quotation: `Jane Doe asked.`"""
    for index, token in enumerate(tokens[:6]):
        if index and Shape.SAY in CUES.get(token.low, Shape(0)) and not token.is_capital:
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            return after is None or not after.is_word
        if not token.is_capital:
            return False
    return False
