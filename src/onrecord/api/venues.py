"""The venue of a quotation in words, with its preposition and article.

The record keeps the plain name ("Instagram", "CNN", "vigil"); readers see "on Instagram", "to CNN", "at a vigil".
"""

from __future__ import annotations

import re

from onrecord.model import NETWORKS

# "at" for occasions where people meet, "on" for broadcasts, blogs and calls, "in" for every other kind.
_AT = re.compile(
    r"(?:.* )?(?:briefing|ceremony|conference|debate|event|forum|fundraiser|funeral|hearing|meeting|rally|summit"
    r"|town hall|vigil)"
)
_ON = re.compile(r"(?:.* )?(?:blog|broadcast|livestream|podcast|show|video|voicemail|call)")
_UNCOUNTED = frozenset(("testimony",))
# Newspapers and agencies whose names have an article in English: "the Harrow Times".
_THE = re.compile(
    r".* (?:Chronicle|Courier|Examiner|Gazette|Globe|Guardian|Herald|Journal|Ledger|Mail|Observer|Post|Press|Star|Sun"
    r"|Telegraph|Times|Tribune)|AP|BBC|Guardian"
)


def placed(venue: str) -> str:
    """Return the venue with its preposition: "on Instagram", "to the Harrow Times", "at a vigil", "in an essay".

    "" if there is none.
    """
    if not venue:
        return ""
    if venue in NETWORKS:
        return f"on {venue}"
    if venue[0].isupper():
        bare = _THE.fullmatch(venue) and not venue.startswith("The ")
        return f"to the {venue}" if bare else f"to {venue}"
    if venue.startswith("the "):
        return f"at {venue}"
    preposition = "at" if _AT.fullmatch(venue) else "on" if _ON.fullmatch(venue) else "in"
    if venue in _UNCOUNTED:
        return f"{preposition} {venue}"
    return f"{preposition} {'an' if venue[0] in 'aeiou' else 'a'} {venue}"
