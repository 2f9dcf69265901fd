"""Whom a source stands for: takes the words that name it and what came before, gives a speaker.

A speaker is named only where the article does so. A pronoun takes the first fitting name in its paragraph, else the
last speaker that fits; a source that describes without naming ("a police officer") is unnamed.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.annotate.described import describe
from onrecord.annotate.names import Mention, Named, Names
from onrecord.annotate.roles import Roles
from onrecord.model import Span, Speaker, SpeakerType

_WORD = re.compile(r"[\w’'.&-]*\w")
_PREPOSITION = r"(?:of|for|from|in|at|on|to|by|with|against|about|under|near|including|named)"
_OBLIQUE = re.compile(rf"(?:\b{_PREPOSITION}|[(])\s+(?:the |a |an )?(?:[\w.’'-]+ ){{0,3}}$", re.I)
_AFTER_HEAD = frozenset({"in", "of", "for", "and", "at", "on", "from", "who", "himself", "herself", "or", "with"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "which"})
_REACH = 1500  # Characters looked back over for a pronoun's name: about the last three paragraphs of a news article.


class Speakers:
    """Resolves the sources of one article, to be asked in the order of the text.

    Certainties are set by hand to rank a full name above a surname, a pronoun and a guess; they are not calibrated.
    """

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names
        self._roles = Roles(text, names)
        self._last: list[Named] = []

    def resolve(self, source: Span | None) -> Speaker:
        """The speaker whom the words at `source` stand for; its name is "" where the article does not tell."""
        if source is None:
            return Speaker("", SpeakerType.UNNAMED, 0.3, "the text names no source")
        words = " ".join(self._text[slice(*source)].strip(" ,").split())
        low = words.lower()
        if low in _PRONOUNS:
            return self._pronoun(low, source)
        mentions = self._own(source)
        if mentions:
            return self._named(words, mentions)
        tokens = _WORD.findall(words)
        if low.startswith("the "):
            holder = self._roles.holder([token.lower() for token in tokens], source[0])
            if holder is not None:
                return self._by_way(words, holder, "so described in the article", 0.6)
        before = self._text[max(0, source[0] - 3) : source[0]].rstrip(" ")[-1:]
        return describe(words, tokens, opens=before in {"", ".", "\n", "!", "?", '"', "”", ":"})

    def _own(self, source: Span) -> list[Mention]:
        """The names in a source that are its own, not those of whom it belongs to or speaks for."""
        own = [mention for mention in self._names.within(source) if self._is_own(source, mention[0])]
        return [mention for mention in own if mention[1].type is SpeakerType.PERSON] or own

    def _is_own(self, source: Span, span: Span) -> bool:
        before, after = self._text[source[0] : span[0]], self._text[span[1] : source[1]].strip()
        if _OBLIQUE.search(before) or _OBLIQUE.search(before.rpartition(",")[2] + " "):
            return False
        return not after or after[0] in ",(" or after in {"'s", "’s", "'", "’"} or after.split()[0] in _AFTER_HEAD

    def _named(self, words: str, mentions: list[Mention]) -> Speaker:
        together = [mentions[0][1]]
        for ((_, end), _), ((begin, _), named) in pairwise(mentions):
            if self._text[end:begin].strip() not in {"and", ",", ", and"}:
                break
            together.append(named)
        self._last.append(together[0])
        name = "; ".join(dict.fromkeys(named.name for named in together))
        if name in words:
            return Speaker(name, together[0].type, 0.95, f"“{words}” in the text")
        return Speaker(name, together[0].type, 0.85, f"“{words}” → {name}, named elsewhere in the article")

    def _pronoun(self, low: str, source: Span) -> Speaker:
        if low in {"who", "which"}:
            for span, named in self._names.before(source[0], 120)[:1]:
                if self._text[span[1] : source[0]].strip() in {"", ","}:
                    return self._by_way(low, named, "the name before it", 0.8)
        elif low in {"he", "she"}:
            return self._he_or_she(low, source)
        elif low == "it" and self._last and self._last[-1].type is SpeakerType.ORG:
            return self._by_way(low, self._last[-1], "the last speaker", 0.5)
        return Speaker("", SpeakerType.UNNAMED, 0.3, f"“{low}”: nothing in the text says who")

    def _he_or_she(self, low: str, source: Span) -> Speaker:
        paragraph = max(self._text.rfind("\n", 0, source[0]) + 1, source[0] - _REACH)
        for (begin, _), named in self._names.within((paragraph, source[0])):
            if _fits(named, low) and not any(mark in self._text[paragraph:begin] for mark in '“"'):
                return self._by_way(low, named, "the first name in its paragraph that fits", 0.7)
        for named in reversed(self._last[-2:]):
            if _fits(named, low):
                return self._by_way(low, named, "the last speaker", 0.7)
        for _, named in self._names.before(source[0], _REACH):
            if _fits(named, low):
                return self._by_way(low, named, "the nearest name before it that fits", 0.5)
        return Speaker("", SpeakerType.UNNAMED, 0.3, f"“{low}”: no name before it fits")

    def _by_way(self, words: str, named: Named, how: str, certainty: float) -> Speaker:
        self._last.append(named)
        return Speaker(named.name, named.type, certainty, f"“{words}” → {named.name}, {how}")


def _fits(named: Named, pronoun: str) -> bool:
    return named.type is SpeakerType.PERSON and named.gender in {"", pronoun}
