"""What stands in quotation marks: takes a text and its paragraphs, gives each outermost quotation as its pieces.

A quotation over several paragraphs opens with a mark in each and closes only in the last; it is one quotation with a
piece per paragraph. A mark without its partner marks nothing. Single marks count only where they cannot be apostrophes.
"""

from __future__ import annotations

import re

from onrecord.model import Span

_MARK = re.compile(r"''|[\"“”„«»‘’']")
_SINGLE = {"‘", "’", "'"}
# The mark that opens → those that may close it; German and French usage close with what English opens.
_CLOSES = {
    '"': ('"', "”"),
    "“": ("”", '"'),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "''": ("''",),
    "‘": ("’", "'"),
    "'": ("'", "’"),
}
_LEFT = frozenset('([{—–-/:;,…“"‘«')
# Elided words that begin with an apostrophe: a single mark before them opens nothing.
_ELIDED = re.compile(r"\d\ds?\b|(?:til|tis|twas|em|cause|n|round|bout)\b", re.I)


def quoted_stretches(text: str, paragraphs: list[Span]) -> list[tuple[Span, ...]]:
    """The outermost quotations of `text` in order, marks included, each as one piece per paragraph it runs over."""
    found: list[tuple[Span, ...]] = []
    running: list[Span] = []
    for index, (begin, end) in enumerate(paragraphs):
        spans, left_open = quoted_spans(text, begin, end)
        if running:
            if spans and spans[0][0] == begin:
                found.append((*running, spans.pop(0)))
                running = []
            elif left_open != begin:
                found.append(tuple(running))
                running = []
        found.extend((span,) for span in spans)
        if left_open is None:
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if following and text[left_open] in '"“„«' and text[following[0]] == text[left_open]:
            running.append((left_open, end))
        elif running:
            found.append((*running, (left_open, end)))
            running = []
    return found


def quoted_spans(text: str, begin: int, end: int) -> tuple[list[Span], int | None]:
    """The outermost pairs between two offsets of one paragraph, and where a double mark was left open, if one was."""
    spans: list[Span] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text, begin, end):
        sign, at = mark[0], mark.start()
        before = text[at - 1] if at > begin else " "
        after = text[mark.end()] if mark.end() < end else " "
        partner = _partner(opened, sign)
        if partner is not None and not after.isalnum() and not (sign in _SINGLE and before.isspace()):
            del opened[partner + 1 :]
            start = opened.pop()[1]
            if not opened and mark.end() - start > 2 * len(sign):
                spans.append((start, mark.end()))
        elif _opens(text, mark, before, after) and len(opened) < 8:
            if opened and opened[-1][0] not in _SINGLE and sign == opened[-1][0] and sign in '"“':
                opened.pop()  # The earlier one was never closed: a new one of the same kind cannot nest in it.
            opened.append((sign, at))
    outer = [at for sign, at in opened if sign not in _SINGLE and sign != "''"]
    return spans, outer[-1] if outer else None


def _partner(opened: list[tuple[str, int]], sign: str) -> int | None:
    for index in range(len(opened) - 1, -1, -1):
        if sign in _CLOSES[opened[index][0]]:
            return index
    return None


def _opens(text: str, mark: re.Match[str], before: str, after: str) -> bool:
    sign = mark[0]
    if sign in {"“", "„", "«"}:
        return True
    if after.isspace() or sign == "’":
        return False
    if sign in {"”", "»"}:
        return before.isspace()  # German usage, or a closing mark typed for an opening one.
    if not (before.isspace() or before in _LEFT):
        return False
    return sign not in _SINGLE or not _ELIDED.match(text, mark.end())
