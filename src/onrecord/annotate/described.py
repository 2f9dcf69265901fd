"""A source that no listed name stands in: takes its words, gives an organisation, a group, a document, or no name."""

from __future__ import annotations

from onrecord.annotate.lexicon import COMMON, DOCUMENTS, ORGANISATIONS, PLACES, TITLES, words
from onrecord.model import Speaker, SpeakerType

_QUANTIFIERS = words("some many most few several other all both more no these those")
_BODIES = words("campaign administration family team")
_AFTER_HEAD = words("of from by for in on to about with who that released at")


def describe(source: str, tokens: list[str], *, opens: bool) -> Speaker:
    """The speaker for a source without a listed name; `opens`: it opens a sentence, where any word is tall."""
    head = _head(tokens)
    lows = {token.lower() for token in tokens}
    capitals = [t for t in tokens if t[0].isupper() and t.lower() not in COMMON and t.lower() not in TITLES]
    tall_only = opens and len(tokens) == 1 and head.endswith("s") and not head.isupper() and head.lower() not in PLACES
    if head.lower() in DOCUMENTS:
        name = " ".join([*capitals, head]) if capitals and not head[0].isupper() and not tall_only else ""
        return Speaker(name, SpeakerType.DOCUMENT, 0.5, f"“{source}”: a document")
    if tall_only or not capitals or tokens[0].lower() in _QUANTIFIERS:
        return Speaker("", SpeakerType.UNNAMED, 0.6, f"“{source}” names no one")
    if head.lower() in _BODIES:
        bare = [capital.removesuffix("'s").removesuffix("’s") for capital in capitals]
        return Speaker(" ".join(dict.fromkeys([*bare, head])), SpeakerType.GROUP, 0.6, f"“{source}” in the text")
    if capitals[-1] != tokens[-1] or len(capitals) < len(tokens) - 2:
        return Speaker("", SpeakerType.UNNAMED, 0.6, f"“{source}” names no one")
    plural = head.endswith("s") and not lows & ORGANISATIONS and not lows & PLACES
    kind = SpeakerType.GROUP if plural else SpeakerType.ORG
    return Speaker(" ".join(capitals), kind, 0.6, f"“{source}” in the text")


def _head(tokens: list[str]) -> str:
    """The head of a noun phrase, roughly: the word before its first preposition, else its last."""
    for index, token in enumerate(tokens):
        if index and token.lower() in _AFTER_HEAD:
            return tokens[index - 1]
    return tokens[-1] if tokens else ""
