"""What was said, and which words name who said it: takes a text's layout, gives attributions in order.

An attribution is content, source and cue (PolNeAR's scheme: Newell, Margolin and Ruths, LREC 2018). Words in marks that
stand alone in their sentence go on from the attribution before them, as in `"No," she said. "Never."`
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.clauses import DASHES
from onrecord.annotate.frames import Frame, Hit, Layout
from onrecord.annotate.patterns import hits
from onrecord.model import Span

_SIGNATURE = 10  # Tokens: a name under a quotation, with a place or an age.


@dataclass(slots=True)
class Attribution:
    """One attribution as offsets; `frame` is the last sentence it has a part in.

    `quoted` tells whether that part ends in marks, `open` whether a colon said that the content is still to come.
    """

    content: list[Span]
    source: Span
    cue: Span
    frame: int
    quoted: bool
    open: bool

    @property
    def certainty(self) -> float:
        """How sure the reading is: the precision of content on PolNeAR's dev part (evals/attributions.py)."""
        return 0.94 if self.quoted else 0.74


def read(layout: Layout) -> list[Attribution]:
    """All attributions of a text, in the order of their cues."""
    found: list[Attribution] = []
    taken: set[int] = set()
    for number, frame in enumerate(layout.frames):
        if frame.only_quotes:
            _join(layout, number, found, taken)
        elif number and _is_signature(frame) and layout.frames[number - 1].only_quotes:
            _sign(layout, number, found, taken)
        else:
            found += [_place(layout, number, hit, taken) for hit in hits(frame.tokens)]
    return [attribution for attribution in found if attribution.content]


def _place(layout: Layout, number: int, hit: Hit, taken: set[int]) -> Attribution:
    """A hit in the tokens of one sentence as spans of the text, with a quotation's pieces in other paragraphs."""
    tokens = layout.frames[number].tokens
    content: set[Span] = set()
    for begin, end in hit.content:
        content.add((tokens[begin].begin, tokens[end - 1].end))
        for token in tokens[begin:end]:
            if token.is_quote:
                content.update(_elsewhere(layout, token.begin, taken))
    source = (tokens[hit.source[0]].begin, tokens[hit.source[1] - 1].end)
    cue = (tokens[hit.cue[0]].begin, tokens[hit.cue[1] - 1].end)
    quoted = any(tokens[end - 1].is_quote for _, end in hit.content)
    return Attribution(sorted(content), source, cue, number, quoted, hit.open)


def _elsewhere(layout: Layout, begin: int, taken: set[int]) -> list[Span]:
    """The pieces, in other paragraphs, of the quotation that has a piece at `begin`."""
    pieces = layout.quotes.get(begin, ())
    taken.update(piece[0] for piece in pieces)
    return [piece for piece in pieces if piece[0] != begin]


def _join(layout: Layout, number: int, found: list[Attribution], taken: set[int]) -> None:
    """Give a sentence that is all quotation to the attribution it goes on from, if there is one."""
    spans = _quotes(layout.frames[number])
    last = next((attribution for attribution in reversed(found[-4:]) if attribution.quoted or attribution.open), None)
    if last is None or last.frame != number - 1:
        return
    last.frame = number
    if all(begin in taken for begin, _ in spans):
        return
    content = {*last.content, *spans}
    for begin, _ in spans:
        content.update(_elsewhere(layout, begin, taken))
    last.content, last.quoted, last.open = sorted(content), True, False


def _is_signature(frame: Frame) -> bool:
    tokens = frame.tokens
    return 1 < len(tokens) <= _SIGNATURE and tokens[0].low in DASHES and tokens[1].is_capital


def _sign(layout: Layout, number: int, found: list[Attribution], taken: set[int]) -> None:
    """Give marked words the name that stands under them after a dash: `"Never." — Jane Doe`."""
    spans = _quotes(layout.frames[number - 1])
    for attribution in found[-1:]:
        attribution.content = [span for span in attribution.content if span not in spans]
    content = set(spans)
    for begin, _ in spans:
        content.update(_elsewhere(layout, begin, taken))
    tokens = layout.frames[number].tokens
    end = next((index for index, token in enumerate(tokens[1:], 1) if not token.is_word), len(tokens))
    source, cue = (tokens[1].begin, tokens[end - 1].end), (tokens[0].begin, tokens[0].end)
    found.append(Attribution(sorted(content), source, cue, number, quoted=False, open=False))


def _quotes(frame: Frame) -> list[Span]:
    return [(token.begin, token.end) for token in frame.tokens if token.is_quote]
