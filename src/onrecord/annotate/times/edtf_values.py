"""What a TIMEX3 value is as EDTF (ISO 8601-2): takes the value, gives the EDTF text, or "" where there is none.

Durations, sets and vague references have none. A part of day becomes its day, a decade 199X, a season 1998-23.
"""

from __future__ import annotations

import re

from onrecord.annotate.times.grammar.vocabulary import EDTF_PARTS, EDTF_SEASONS

_PLAIN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2})?(?:/\d{4})?")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::00)?(Z|[+-]\d{2}:\d{2})?")
_VAGUER = re.compile(r"(\d{4}-\d{2}-\d{2})T[A-Z]{2}|(\d{4}-W\d{2})-WE")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_BEGUN = re.compile(r"\d{2,3}|\d{2}XX")


def edtf(value: str) -> str:
    """The EDTF text of a calendar value; "" for every other TIMEX3 value."""
    if _PLAIN.fullmatch(value):
        return value
    if match := _CLOCK.fullmatch(value):
        return f"{match[1]}:00{match[2] or ''}"
    if match := _VAGUER.fullmatch(value):
        return match[1] or match[2]
    if match := _PART.fullmatch(value):
        return f"{match[1]}-{EDTF_SEASONS.get(match[2]) or EDTF_PARTS[match[2]]}"
    return value.ljust(4, "X") if _BEGUN.fullmatch(value) else ""
