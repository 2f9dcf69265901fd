"""Who speaks where the reader found no source: takes the cue, gives where a name stands that is plainly its subject."""

from __future__ import annotations

import re

from onrecord.annotate.focus import Focus
from onrecord.annotate.names import Names
from onrecord.annotate.persons import CUES
from onrecord.model import Span, SpeakerType

_INVERTED = re.compile(r" (?:by )?(?:[Tt]he )?")
_SAID = tuple(CUES.split("|"))
_JOINED = re.compile(r"\b(?:and|but|then)(?: [a-z]+ly| then| also)? $")
_SUBJECT = re.compile(r"([Hh]e|[Ss]he) ")
_TITLE = 40  # Characters of titles before the name that opens a sentence.
_REACH = 40  # Characters around a cue in which a name beside it lies.


def beside(text: str, names: Names, focus: Focus, cue: Span) -> Span | None:
    """Where the source lies that stands beside `cue`, or that an earlier verb of its sentence has."""
    return _before(text, names, cue) or _behind(text, names, cue) or _shared(text, names, focus, cue)


def _before(text: str, names: Names, cue: Span) -> Span | None:
    """`Lund: It Is Safe`."""
    near = names.within((max(0, cue[0] - _REACH), cue[0] + 1))
    span = near[-1][0] if near else None
    return span if span and text[span[1] : cue[0]].strip(" ,") == "" else None


def _behind(text: str, names: Names, cue: Span) -> Span | None:
    """`…, said Lund`, `was reported by the Arden Times`; not `rejects Lund`."""
    lead = _INVERTED.match(text, cue[1], cue[1] + 20)
    if lead is None or not ("by" in lead[0] or text[slice(*cue)].lower().endswith(_SAID)):
        return None
    near = names.within((lead.end(), lead.end() + _REACH))
    return near[0][0] if near and near[0][0][0] == lead.end() else None


def _shared(text: str, names: Names, focus: Focus, cue: Span) -> Span | None:
    """The subject of a sentence whose later verb is the cue: `Lund waved and asked`."""
    opening = focus.opening(cue[0])
    if not _JOINED.search(text, max(opening, cue[0] - _REACH), cue[0]):
        return None
    if pronoun := _SUBJECT.match(text, opening):
        return pronoun.span(1)
    near = names.within((opening, min(cue[0], opening + 4 * _TITLE)))
    if not near or near[0][0][0] - opening >= _TITLE or near[0][1].type is not SpeakerType.PERSON:
        return None
    return near[0][0] if focus.subject(near[0][0]) else None
