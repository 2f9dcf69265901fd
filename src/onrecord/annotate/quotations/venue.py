"""Where something was said, told cheaply: takes a text and a cue, gives a name such as "Instagram", or nothing.

Networks and news outlets that were spoken to are named as the article names them; other venues by their kind ("essay",
"news conference", "podcast").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import NETWORKS, Span

_NETWORK = "|".join(sorted(NETWORKS))
_WRITTEN = (
    r"essay|statement|letter|tweet|blog post|post|memo|email|op-ed|column|editorial|memoir|book|affidavit|filing|ruling"
    r"|text message|newsletter|diary"
)
_SPOKEN = (
    r"interview|speech|podcast|news conference|press conference|briefing|press briefing|telephone interview"
    r"|phone interview"
    r"|video|broadcast|radio interview|debate|sermon|lecture|livestream|deposition|testimony|conference call|voicemail"
)
_SENT = r"podcast|broadcast|livestream|voicemail|video|conference call|blog|radio show|television show|talk show"
_MEETING = (
    r"news conference|press conference|rally|hearing|debate|town hall|vigil|funeral|fundraiser|briefing|summit|meeting"
)
# Between the cue and the venue at most six words of one clause: "told reporters on Friday at a news conference".
_CLAUSE = r"(?:after|because|before|if|since|that|unless|until|when|where|which|while|who)\b"
_GAP = rf"(?:[ ,]+(?!{_CLAUSE})[\w’'.-]+){{0,6}}?[ ,]+"
_ITS = r"(?:an?|his|her|their|its|the)\s+(?:[\w’'-]+\s+){0,3}?"
_BEHIND = re.compile(
    rf"{_GAP}(?:(?:on|to|via|through)\s+(?:(?:her|his|their|its|the)\s+)?(?P<network>{_NETWORK})(?!\w)"
    rf"|(?:in|during)\s+{_ITS}(?P<made>{_WRITTEN}|{_SPOKEN})\b"
    rf"|on\s+{_ITS}(?P<sent>{_SENT})\b"
    rf"|(?:at|during)\s+{_ITS}(?P<met>{_MEETING})\b)"
)
_OUTLET = (
    r"CNN|MSNBC|NBC(?: News)?|CBS(?: News)?|ABC(?: News)?|Fox(?: News)?|NPR|PBS|BBC|CNBC|C-SPAN|ESPN|Sky News"
    r"|Al Jazeera|Reuters|Bloomberg(?: News)?|Politico|Axios|BuzzFeed(?: News)?|Vox|TMZ|HuffPost|the AP"
    r"|[Tt]he Associated Press|USA Today|[Tt]he (?:[A-Z][\w’'-]+ ){1,3}?(?:Times|Post|Journal|News|Herald|Tribune|Globe"
    r"|Gazette|Courier|Guardian|Telegraph|Observer|Chronicle|Star|Sun|Mail|Examiner|Ledger|Guardian)|[Tt]he Guardian"
)
_TOLD = re.compile(rf"\s+(?P<outlet>{_OUTLET})\b")
_TELLING = re.compile(r"\b(?:told|tells|telling)$", re.I)
_TWEETING = re.compile(r"(?:re)?tweet(?:ed|s|ing)?$", re.I)


def venue_of(text: str, cue: Span, content: Sequence[Span] = ()) -> str:
    """The place named in or behind a cue, outside the words quoted: a network or outlet by name, else "statement"."""
    words = text[cue[0] : cue[1]]
    if _TWEETING.search(words):
        return "Twitter"
    end = min(len(text), cue[1] + 110)
    stop = re.search(r"[.!?;:\n“\"]", text[cue[1] : end])
    end = cue[1] + stop.start() if stop else end
    # A cue may hold its venue: "wrote on Instagram".
    for at in (cue[0] + word.end() for word in re.finditer(r"\S+", words)):
        if _TELLING.search(text[cue[0] : at]) and (told := _TOLD.match(text, at, end)):
            return re.sub(r"^[Tt]he\s+", "", told["outlet"])
        match = _BEHIND.match(text, at, end)
        if match and match.lastgroup and not _inside(match.start(match.lastgroup), content):
            return match[match.lastgroup]
    return ""


def _inside(at: int, content: Sequence[Span]) -> bool:
    return any(begin <= at < end for begin, end in content)
