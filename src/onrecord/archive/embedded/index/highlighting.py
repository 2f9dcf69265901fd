"""What of a text to show: takes a text and the words asked for, gives the best passage and where they match in it.

Words are compared as the index compares them, by its own analyzer, and marked where they stand as asked: the words
of a phrase only where the phrase is. Offsets count code points (tantivy's own snippets count bytes, mark the words
of a phrase wherever they stand, and are empty for some queries; hence ours).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import tantivy

from onrecord.archive.query.tree import (
    And,
    Node,
    Or,
    Words,
)
from onrecord.archive.results import Snippet
from onrecord.archive.words import composed
from onrecord.model import Span
from onrecord.spans import merge

SIZE = 240
"""Characters of a passage: three lines of a result."""

AROUND = 200
"""Characters of the paragraph shown on either side of a quotation's content."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a phrase (the `which`-th one asked for) matches."""

    begin: int
    end: int
    which: int


class Highlighter:
    """Finds in texts the words that a query asks for (not those it excludes)."""

    def __init__(self, query: Node, analyzer: tantivy.TextAnalyzer) -> None:
        self._analyzer = analyzer
        phrases = [(analyzer.analyze(composed(words.text)), words.slop) for words in asked(query)]
        self._phrases = [(words, slop) for words, slop in phrases if words]
        self._wanted = {word for words, _ in self._phrases for word in words}

    def passage(self, text: str) -> Snippet:
        """The best passage of at most `SIZE` characters: the most of what is asked for, earliest; else the opening."""
        text = composed(text)
        matches = self.matches(text)
        if not matches:
            end = _cut(text, 0, SIZE)
            return Snippet(text[:end].rstrip(), truncated=_cuts(text, 0, end))
        begin, end = _window(text, matches)
        marks = tuple((m.begin - begin, m.end - begin) for m in matches if begin <= m.begin and m.end <= end)
        return Snippet(text[begin:end], tuple(merge(marks)), _cuts(text, begin, end))

    def quotation(self, text: str, content: tuple[Span, ...]) -> tuple[Snippet, tuple[Span, ...]]:
        """The passage that holds a quotation's content, and the spans in it that are the content."""
        if not content:
            return Snippet(""), ()
        begin, end = _surroundings(text, content[0][0], content[-1][1])
        passage = composed(text[begin:end])

        def at(offset: int) -> int:
            return len(composed(text[begin:offset]))

        quoted = tuple((at(first), at(last)) for first, last in content)
        marks = tuple(merge((m.begin, m.end) for m in self.matches(passage)))
        return Snippet(passage, marks, _cuts(text, begin, end)), quoted

    def matches(self, text: str) -> list[Match]:
        """Where the words asked for stand in `text`, in order; a phrase gives one match, from first to last word."""
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
            for first, last in _standing(words, slop, places)
        ]
        return sorted(found, key=lambda match: (match.begin, match.end))


def asked(node: Node) -> Iterator[Words]:
    """The words that a query asks for, not those it excludes."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from asked(child)


def _standing(words: list[str], slop: int, places: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The first and last token of each place where `words` stand in order, at most `slop` others between them."""
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
    """The passage around the matches that lie together within `SIZE` and show the most different phrases."""
    ends = [match.end for match in matches]
    best = max(
        range(len(matches)),
        key=lambda i: (*_worth(matches[i : max(i + 1, bisect_right(ends, matches[i].begin + SIZE))]), -i),
    )
    first = matches[best].begin
    last = max(matches[best].end, ends[max(best, bisect_right(ends, first + SIZE) - 1)])
    before = max(0, SIZE - (last - first)) // 2
    begin = _sentence(text, first, before)
    return begin, max(_cut(text, begin, SIZE), min(last, begin + SIZE))


def _worth(matches: list[Match]) -> tuple[int, int]:
    return len({match.which for match in matches}), len(matches)


def _sentence(text: str, at: int, before: int) -> int:
    """Where to begin so that at most `before` characters come before `at`: at a sentence if one begins, else a word."""
    floor = max(0, at - before)
    for parting in ("\n\n", ". ", "? ", "! ", ".” ", '." '):
        found = text.rfind(parting, floor, at)
        if found >= 0:
            return found + len(parting)
    if floor == 0:
        return 0
    space = text.find(" ", floor, at)
    return space + 1 if space >= 0 else floor if before else at


def _cut(text: str, begin: int, size: int) -> int:
    """Where to end so that at most `size` characters are shown and no word is cut, if there is a place to part."""
    if begin + size >= len(text):
        return len(text)
    space = max(text.rfind(" ", begin + 1, begin + size + 1), text.rfind("\n", begin + 1, begin + size + 1))
    return space if space > begin else begin + size


def _cuts(text: str, begin: int, end: int) -> tuple[bool, bool]:
    """Whether the text from `begin` to `end` begins, and whether it ends, within a paragraph."""
    before, after = text[:begin], text[end:]
    return (
        bool(before.strip()) and not before.endswith("\n\n"),
        bool(after.strip()) and not after.startswith("\n\n"),
    )


def _surroundings(text: str, first: int, last: int) -> Span:
    """The paragraphs that hold `first` to `last`, cut to `AROUND` characters on either side."""
    begin = max(text.rfind("\n\n", 0, first) + 2, 0) if "\n\n" in text[:first] else 0
    if first - begin > AROUND:
        begin = _sentence(text, first, AROUND)
    end = text.find("\n\n", last)
    end = len(text) if end < 0 else end
    return begin, (_cut(text, last, AROUND) if end - last > AROUND else end)
