"""Offsets from UTC of the time zones that news writes in letters or figures.

Sources: RFC 2822, section 4.3 (the zones of North America and UTC's names); BST as British pages use it, CET and CEST,
JST, SAST. A name with several offsets is left out (ET, IST), except those that RFC 2822 decides (CST).
"""

from __future__ import annotations

OFFSETS = {
    "Z": "Z",
    "UTC": "Z",
    "GMT": "Z",
    "UT": "Z",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "BST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "SAST": "+02:00",
    "JST": "+09:00",
}


def offset_of(zone: str) -> str:
    """Return the ISO 8601 offset of a zone in letters or figures (`EST`, `-0500`, `-05`): `Z`, `-05:00`.

    "" for an unknown name, and for figures that are no offset: no zone is more than 14 hours from UTC.
    """
    if not zone.startswith(("+", "-")):
        return OFFSETS.get(zone.upper(), "")
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) <= 14 and int(digits[2:]) <= 59 else ""
