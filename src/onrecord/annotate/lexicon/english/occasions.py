"""Occasions and documents at, on or in which people speak."""

from __future__ import annotations

SPOKEN = frozenset(
    {
        "interview", "speech", "podcast", "news conference", "press conference", "briefing", "press briefing",
        "telephone interview", "phone interview", "video", "broadcast", "radio interview", "debate", "sermon",
        "lecture", "livestream", "deposition", "testimony", "conference call", "voicemail",
    }
)  # fmt: skip
"""Venues of speech after `in`: `in a speech`."""

WRITTEN = frozenset(
    {
        "essay", "statement", "letter", "tweet", "blog post", "post", "memo", "email", "op-ed", "column", "editorial",
        "memoir", "book", "affidavit", "filing", "ruling", "text message", "newsletter", "diary",
    }
)  # fmt: skip
"""Venues of writing after `in`: `in a letter`."""

BROADCASTS = frozenset(
    {
        "podcast", "broadcast", "livestream", "voicemail", "video", "conference call", "blog", "radio show",
        "television show", "talk show",
    }
)  # fmt: skip
"""Venues of speech after `on`: `on a podcast`."""

MEETINGS = frozenset(
    {
        "news conference", "press conference", "rally", "hearing", "debate", "town hall", "vigil", "funeral",
        "fundraiser", "briefing", "summit", "meeting",
    }
)  # fmt: skip
"""Venues of speech after `at`: `at a rally`."""

_DATED = frozenset(
    {
        "interview", "debate", "speech", "rally", "statement", "letter", "tweet", "report", "briefing", "hearing",
        "news conference", "press conference", "broadcast", "forum", "town hall", "address", "column", "op-ed",
        "editorial", "essay", "memo", "email", "testimony", "event", "meeting", "poll", "survey", "study", "article",
        "story", "appearance", "ruling", "opinion", "podcast",
    }
)  # fmt: skip
DATED_OCCASIONS = _DATED | {"ceremony", "complaint", "brief", "fundraiser", "convention", "summit"}
"""Occasions whose day the text gives once and whose noun refers to it later: `a rally on Friday … at the rally`."""

WITH_A_DAY_BEFORE = _DATED | {
    "post", "call", "segment", "episode", "edition", "remarks", "book", "show", "gathering",
}  # fmt: skip
"""Occasions and documents that a day may precede: `Monday's debate`, `a 2014 study`."""
