"""Quotation marks: the outermost stretches of a text in quotation marks.

A stretch over several paragraphs opens with a quotation mark in each and closes only in the last; it has one piece per
paragraph. An unpaired quotation mark is ignored. Single ones count only where they cannot be apostrophes.
"""

from __future__ import annotations

import re

from onrecord.model import Span

_MARK = re.compile(r"''|[\"“”„«»‘’']")
_SINGLE = {"‘", "’", "'"}
# Opening quotation mark → its closing ones; German and French usage close with an English opening one.
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
# Elided words begin with an apostrophe, which is not an opening quotation mark.
_ELIDED = re.compile(r"\d\ds?\b|(?:til|tis|twas|em|cause|n|round|bout)\b", re.I)


def quoted_stretches(text: str, paragraphs: list[Span]) -> list[tuple[Span, ...]]:
    """Return the outermost stretches of `text` in order, quotation marks included, with one piece per paragraph."""
    stretches: list[tuple[Span, ...]] = []
    running: list[Span] = []
    for index, (begin, end) in enumerate(paragraphs):
        spans, left_open = quoted_spans(text, begin, end)
        if running:
            if spans and spans[0][0] == begin:
                stretches.append((*running, spans.pop(0)))
                running = []
            elif left_open != begin:
                stretches.append(tuple(running))
                running = []
        stretches.extend((span,) for span in spans)
        if left_open is None:
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if following and text[left_open] in '"“„«' and text[following[0]] == text[left_open]:
            running.append((left_open, end))
        elif running:
            stretches.append((*running, (left_open, end)))
            running = []
    return stretches


def quoted_spans(text: str, begin: int, end: int) -> tuple[list[Span], int | None]:
    """Return the outermost quoted spans of one paragraph, and the offset of a double quotation mark left open, or None.

    The paragraph, or a part of one, lies from `begin` to `end`.
    """
    spans: list[Span] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text, begin, end):
        character, at = mark[0], mark.start()
        before = text[at - 1] if at > begin else " "
        after = text[mark.end()] if mark.end() < end else " "
        partner = _partner(opened, character)
        if partner is not None and not after.isalnum() and not (character in _SINGLE and before.isspace()):
            del opened[partner + 1 :]
            start = opened.pop()[1]
            if not opened and mark.end() - start > 2 * len(character):
                spans.append((start, mark.end()))
        elif _opens(text, mark, before, after) and len(opened) < 8:
            if opened and opened[-1][0] not in _SINGLE and character == opened[-1][0] and character in '"“':
                opened.pop()  # The earlier one was never closed: a new one of the same kind cannot nest in it.
            opened.append((character, at))
    outer = [at for character, at in opened if character not in _SINGLE and character != "''"]
    return spans, outer[-1] if outer else None


def _partner(opened: list[tuple[str, int]], character: str) -> int | None:
    for index in range(len(opened) - 1, -1, -1):
        if character in _CLOSES[opened[index][0]]:
            return index
    return None


def _opens(text: str, mark: re.Match[str], before: str, after: str) -> bool:
    character = mark[0]
    if character in {"“", "„", "«"}:
        return True
    if after.isspace() or character == "’":
        return False
    if character in {"”", "»"}:
        return before.isspace()  # German usage, or a closing one typed for an opening one.
    if not (before.isspace() or before in _LEFT):
        return False
    return character not in _SINGLE or not _ELIDED.match(text, mark.end())
