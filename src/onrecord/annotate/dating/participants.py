"""Participants of a conversation: keys that identify one speaker or addressee within a text.

A key is a surname in small letters, or the head of a source without a name ("officials", "spokesman" of the board).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.dating.quotation_context import Report
from onrecord.model import Quotation, SpeakerType

_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we", "you", "him", "her", "them"))
_TAIL = re.compile(r",|\s(?:about|at|by|familiar|for|from|in|of|on|that|to|which|who|with)\b")
# The addressee is present: an answer is given on the same day.
_ADDRESSES = re.compile(r"\b(?:told|asked|grilled|questioned|pressed|interviewed|scolded|thanked)$")
# ... but "asked about Roe" is not addressed to Roe.
_NO_TITLE = r"about|after|and|at|before|by|for|from|how|if|in|of|on|that|to|whether|why|with"
_ADDRESSEE = re.compile(
    rf"\s+(?:(?:the\s+)?(?:(?!(?:{_NO_TITLE})\b)[a-z]+\s+){{1,2}})?(?:[A-Z][\w’'.-]*\s+){{0,4}}(?P<name>[A-Z][\w’-]*\w)\b"
)


def speaker_key(text: str, quotation: Quotation, before: str = "") -> str:
    """Return the speaker's key, "" if unknown; for a pronoun without a name, `before`, the last speaker's key."""
    if quotation.speaker and quotation.speaker.name:
        return _surname(quotation.speaker.name)
    source = " ".join(text[begin:end] for begin, end in quotation.source)
    words = re.findall(r"[\w’'-]+", _TAIL.split(source, 1)[0])
    if not words:
        return ""
    return before if words[-1].lower() in _PRONOUNS else words[-1].lower()


def speaker_keys(quotation: Quotation) -> frozenset[str]:
    """Return the keys of all speakers of a quotation ("Jane Doe; Rob Roe"); none if no speaker is named."""
    names = quotation.speaker.name.split(";") if quotation.speaker else []
    return frozenset(_surname(name) for name in names if name.strip())


def person_keys(quotations: Sequence[Quotation]) -> frozenset[str]:
    """Return the keys of the people who are quoted by name."""
    of_persons = (q for q in quotations if q.speaker and q.speaker.type is SpeakerType.PERSON)
    return frozenset(name for quotation in of_persons for name in speaker_keys(quotation))


def addressee_keys(report: Report, persons: frozenset[str]) -> frozenset[str]:
    """Return which of `persons` the quotation is addressed to: "told Roe", "grilled the manager Rob Roe"."""
    if not _ADDRESSES.search(report.cue):
        return frozenset()
    addressee = _ADDRESSEE.match(report.text, report.at[1], report.sentence[1])
    if addressee is None or addressee["name"] in report.quotation.venue:
        return frozenset()  # An outlet may publish what was said to it on any later day.
    return frozenset((addressee["name"].lower(),)) & persons


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()
