"""The venue of a quotation: where it was said, by name or kind, from the words after its cue.

Networks and news outlets are named as the article names them ("Instagram", "CNN"); other venues by their kind ("essay",
"news conference", "podcast").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.lexicon.english import occasions, outlets
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.model import NETWORKS, Span

# At most six words of one clause separate cue and venue: "said to reporters on Friday at a news conference".
_CLAUSE = r"(?:after|because|before|if|since|that|unless|until|when|where|which|while|who)\b"
_GAP = rf"(?:[ ,]+(?!{_CLAUSE})[\w’'.-]+){{0,6}}?[ ,]+"
_ITS = r"(?:an?|his|her|their|its|the)\s+(?:[\w’'-]+\s+){0,3}?"
_BEHIND = re.compile(
    rf"{_GAP}(?:(?:on|to|via|through)\s+(?:(?:her|his|their|its|the)\s+)?(?P<network>{alternatives(NETWORKS)})(?!\w)"
    rf"|(?:in|during)\s+{_ITS}(?P<made>{alternatives(occasions.WRITTEN | occasions.SPOKEN)})\b"
    rf"|on\s+{_ITS}(?P<sent>{alternatives(occasions.BROADCASTS)})\b"
    rf"|(?:at|during)\s+{_ITS}(?P<met>{alternatives(occasions.MEETINGS)})\b)"
)
_NEWSPAPER = alternatives(word.capitalize() for word in outlets.INTERVIEWING)
_OUTLET = rf"{outlets.BROADCASTERS_AND_AGENCIES}|[Tt]he (?:[A-Z][\w’'-]+ ){{1,3}}?(?:{_NEWSPAPER})|[Tt]he Guardian"
_TOLD = re.compile(rf"\s+(?P<outlet>{_OUTLET})\b")
_TELLING = re.compile(r"\b(?:told|tells|telling)$", re.I)
_TWEETING = re.compile(r"(?:re)?tweet(?:ed|s|ing)?$", re.I)


def venue_of(text: str, cue: Span, content: Sequence[Span] = ()) -> str:
    """Return the venue named in or after a cue, outside the content: an outlet by name, else a kind, or ""."""
    words = text[cue[0] : cue[1]]
    if _TWEETING.search(words):
        return "Twitter"
    end = min(len(text), cue[1] + 110)
    stop = re.search(r"[.!?;:\n“\"]", text[cue[1] : end])
    end = cue[1] + stop.start() if stop else end
    # A cue may hold its venue: "wrote on Instagram".
    for at in (cue[0] + word.end() for word in re.finditer(r"\S+", words)):
        if _TELLING.search(text[cue[0] : at]) and (outlet := _TOLD.match(text, at, end)):
            return re.sub(r"^[Tt]he\s+", "", outlet["outlet"])
        match = _BEHIND.match(text, at, end)
        if match and match.lastgroup and not _inside(match.start(match.lastgroup), content):
            return match[match.lastgroup]
    return ""


def _inside(at: int, content: Sequence[Span]) -> bool:
    return any(begin <= at < end for begin, end in content)
