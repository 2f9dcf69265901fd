"""Highlighting: the best passage of a text for a query, and the words in it that match.

Words are compared by the tokenizer of the index, and the words of a phrase are highlighted only where the phrase is.
Offsets count code points. (tantivy's own snippets count bytes, highlight the words of a phrase anywhere, and are empty
for some queries.)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import tantivy

from onrecord.archive.query.tree import Node, searched_words
from onrecord.archive.results import Snippet
from onrecord.archive.words import composed
from onrecord.model import Span
from onrecord.spans import merge

SIZE = 240
"""The most characters of a passage: three lines of a result."""

AROUND = 200
"""Characters of the paragraph shown on either side of a quotation's content."""


@dataclass(frozen=True, slots=True)
class Match:
    """A match of a phrase of the query, the one with the index `which`."""

    begin: int
    end: int
    which: int


class Highlighter:
    """Finds the words of a query, except those it excludes, in texts."""

    def __init__(self, query: Node, analyzer: tantivy.TextAnalyzer) -> None:
        self._analyzer = analyzer
        phrases = [(analyzer.analyze(composed(words.text)), words.slop) for words in searched_words(query)]
        self._phrases = [(words, slop) for words, slop in phrases if words]
        self._wanted = {word for words, _ in self._phrases for word in words}

    def passage(self, text: str) -> Snippet:
        """Return the passage of at most `SIZE` characters with the most phrases of the query, else the opening."""
        text = composed(text)
        matches = self.matches(text)
        if not matches:
            end = _end(text, 0, SIZE)
            return Snippet(text[:end].rstrip(), truncated=_truncated(text, 0, end))
        begin, end = _window(text, matches)
        inside = [(m.begin - begin, m.end - begin) for m in matches if begin <= m.begin and m.end <= end]
        return Snippet(text[begin:end], tuple(merge(inside)), _truncated(text, begin, end))

    def quotation(self, text: str, content: tuple[Span, ...]) -> tuple[Snippet, tuple[Span, ...]]:
        """Return the passage around a quotation's content, and the spans of the content in it."""
        if not content:
            return Snippet(""), ()
        begin, end = _surroundings(text, content[0][0], content[-1][1])
        passage = composed(text[begin:end])

        def at(offset: int) -> int:
            return len(composed(text[begin:offset]))

        quoted = tuple((at(first), at(last)) for first, last in content)
        highlights = tuple(merge((m.begin, m.end) for m in self.matches(passage)))
        return Snippet(passage, highlights, _truncated(text, begin, end)), quoted

    def matches(self, text: str) -> list[Match]:
        """Return the matches in `text`, in order; a phrase is one match, from its first to its last word."""
        if not self._phrases:
            return []
        tokens = self._analyzer.pre_tokenize(text).tokens
        places: dict[str, list[int]] = {}
        for place, token in enumerate(tokens):
            if (word := token.text) in self._wanted:
                places.setdefault(word, []).append(place)
        found = [
            Match(tokens[first].char_offset_from, tokens[last].char_offset_to, which)
            for which, (words, slop) in enumerate(self._phrases)
            for first, last in _places_of(words, slop, places)
        ]
        return sorted(found, key=lambda match: (match.begin, match.end))


def _places_of(words: list[str], slop: int, places: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each run of `words` in order, with at most `slop` other tokens between them."""
    for first in places.get(words[0], ()):
        last = first
        for word in words[1:]:
            following = places.get(word, [])
            index = bisect_right(following, last)
            if index == len(following):
                break
            last = following[index]
        else:
            if last - first - (len(words) - 1) <= slop:
                yield first, last


def _window(text: str, matches: list[Match]) -> Span:
    """Return the passage around the matches within `SIZE` that have the most different phrases."""
    ends = [match.end for match in matches]
    best = max(
        range(len(matches)),
        key=lambda i: (*_phrases_and_matches(matches[i : max(i + 1, bisect_right(ends, matches[i].begin + SIZE))]), -i),
    )
    first = matches[best].begin
    last = max(matches[best].end, ends[max(best, bisect_right(ends, first + SIZE) - 1)])
    before = max(0, SIZE - (last - first)) // 2
    begin = _sentence(text, first, before)
    return begin, max(_end(text, begin, SIZE), min(last, begin + SIZE))


def _phrases_and_matches(matches: list[Match]) -> tuple[int, int]:
    return len({match.which for match in matches}), len(matches)


def _sentence(text: str, at: int, before: int) -> int:
    """Return the offset to begin at, up to `before` characters before `at`: at a sentence if possible, else a word."""
    floor = max(0, at - before)
    for boundary in ("\n\n", ". ", "? ", "! ", ".” ", '." '):
        found = text.rfind(boundary, floor, at)
        if found >= 0:
            return found + len(boundary)
    if floor == 0:
        return 0
    space = text.find(" ", floor, at)
    return space + 1 if space >= 0 else floor if before else at


def _end(text: str, begin: int, size: int) -> int:
    """Return the offset to end at so that at most `size` characters are shown and no word is split, if possible."""
    if begin + size >= len(text):
        return len(text)
    space = max(text.rfind(" ", begin + 1, begin + size + 1), text.rfind("\n", begin + 1, begin + size + 1))
    return space if space > begin else begin + size


def _truncated(text: str, begin: int, end: int) -> tuple[bool, bool]:
    """Return whether the text from `begin` to `end` begins, and whether it ends, within a paragraph."""
    before, after = text[:begin], text[end:]
    return (
        bool(before.strip()) and not before.endswith("\n\n"),
        bool(after.strip()) and not after.startswith("\n\n"),
    )


def _surroundings(text: str, first: int, last: int) -> Span:
    """Return the span of the paragraphs around `first` to `last`, at most `AROUND` characters on either side."""
    begin = max(text.rfind("\n\n", 0, first) + 2, 0) if "\n\n" in text[:first] else 0
    if first - begin > AROUND:
        begin = _sentence(text, first, AROUND)
    end = text.find("\n\n", last)
    end = len(text) if end < 0 else end
    return begin, (_end(text, last, AROUND) if end - last > AROUND else end)
