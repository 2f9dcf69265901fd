"""Where something was said, told cheaply: takes a text and a cue, gives a name such as "Instagram", or nothing."""

from __future__ import annotations

import re

from onrecord.model import Span

_VENUE = re.compile(
    r"(?:\s+\w+){0,2}?\s+"
    r"(?:on\s+(Instagram|Twitter|X|Facebook|TikTok|Threads|YouTube|Truth Social|Bluesky|Reddit)(?!\w)"
    r"|in\s+an?\s+(?:\w+\s+)?(essay|statement|interview|speech|letter|tweet|blog post|news conference|memo|email)\b"
    r"|at\s+an?\s+(?:\w+\s+)?(news conference|rally|hearing|press conference)\b)"
)


def venue_of(text: str, cue: Span) -> str:
    """The place named in the cue or right after it: a network by name, or "statement" and so on."""
    if text[cue[0] : cue[1]].lower().endswith(("tweeted", "tweets", "retweeted")):
        return "Twitter"
    for word in re.finditer(r"\S+", text[cue[0] : cue[1]]):
        if match := _VENUE.match(text, cue[0] + word.end(), min(len(text), cue[1] + 80)):
            return next((group for group in match.groups() if group), "")
    return ""
