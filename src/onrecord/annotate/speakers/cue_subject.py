"""The grammatical subject of a cue for which the model found no source.

Of the attributions that the model leaves without a source, seven of ten have none in PolNeAR. A subject is returned
only for a verb that can be an act of speaking: `was asked`, `is expected` and `seems` are not.
"""

from __future__ import annotations

import re

from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.lexicon.english.cue_verbs import CUES
from onrecord.annotate.lexicon.english.names import COMMON, PLACES
from onrecord.annotate.speakers.salience import Salience
from onrecord.model import Span, SpeakerType

_INVERTED = re.compile(r" (?:[Tt]he )?")
_BY = re.compile(r"(?: (?!held|made|run)[\w-]+(?<!ed)){0,4} by (?:[Tt]he |[a-z-]+ |[A-Z][a-z]+\. ){0,5}")
_SAID = tuple(CUES)
_NO_ACT = re.compile(
    r"\b(?:is|was|are|were|be|been|being|isn|wasn)\b(?! (?:[a-z]+ly |now |also )?[a-z]+ing\b)"
    r"|\b(?:seem|appear|expect|known|seen|told)|edly$",
    re.I,
)
_JOINED = re.compile(r"\b(?:and|but|then)(?: [a-z]+ly| then| also)? $")
_WITH = re.compile(r"(?:, |\b(?:by|for|while|after|before|without) )$")
_LED_BY = re.compile(r"(?:After|Before|While|By|Without|In|When) $")
_FOLLOWS = re.compile(r"[^.?!\n“\"]{1,120}?, (?:(he|she)\b|(?=[A-Z]))")
_SUBJECT = re.compile(r"[\s“\"]*([Hh]e|[Ss]he) ")
_ADVERBS = (
    r"(?: (?:on|in|at|this|last|late|early|just|also|then|later|now|once|long|first|again|week|month|year|day|morning"
    r"|night|afternoon|evening|has|have|had|himself|herself|itself|[A-Z][a-z]+day|[a-z]+ly))*"
)
_GAP = re.compile(
    rf"(?: \([^()\n]{{1,40}}\))?(?:(?:,| ?(?:--|[–—])) (?:[^.\n“”\"]|(?<=M[rs])\.|(?<=Mrs)\.){{2,250}}"
    rf"(?:,| ?(?:--|[–—])))?{_ADVERBS} $"
)
_RUN = re.compile(r"(?:[Tt]he )?([A-Z][\w.&’'-]*(?: (?:(?:of|for) (?:the )?)?[A-Z][\w.&’'-]*){0,5})")
_DASH = re.compile(r"[-–—―]+$")
_SUBORDINATE = re.compile(r"[\s“\"]*(?:As|When|While|After|Before|If|Although|Though|Since|Because|Until)\b")
_ASIDE = re.compile(r"\b(?:where|who|which|that|when|whose)\b")
_ACTORS = frozenset({SpeakerType.PERSON, SpeakerType.ORG})
_LONG = 600  # Characters; no sentence of news is longer, and a text without a full stop must not be searched whole.
_TITLE = 40  # Characters of titles before the name that opens a sentence.
_REACH = 40  # Characters around a cue within which a name counts as beside it.


def cue_subject(text: str, names: Names, salience: Salience, cue: Span) -> Span | None:
    """Return the span of the source beside `cue`, or of the subject of an earlier verb in its sentence."""
    if _NO_ACT.search(text, *cue):
        return _agent(text, names, cue)
    if cue[0] - salience.sentence_begins(cue[0]) > _LONG:
        return _before_cue(text, names, cue) or _after_cue(text, names, cue)
    return (
        _before_cue(text, names, cue)
        or _after_cue(text, names, cue)
        or _at_sentence_start(text, names, salience, cue)
        or _of_earlier_verb(text, names, salience, cue)
        or _after_clause(text, names, cue)
    )


def _agent(text: str, names: Names, cue: Span) -> Span | None:
    """Return the agent of a passive cue: `was reported by the Arden Times`."""
    lead = _BY.match(text, cue[1], cue[1] + 2 * _REACH)
    return _name_at(text, names, lead.end()) if lead else None


def _name_at(text: str, names: Names, begin: int) -> Span | None:
    """Return the known name at `begin`, or else the capitalised words there."""
    near = names.within((begin, begin + _REACH))
    if near and near[0][0][0] == begin:
        return near[0][0]
    run = _RUN.match(text, begin, begin + 2 * _REACH)
    return run.span() if run and _is_name(run) else None


def _is_name(run: re.Match[str]) -> bool:
    """True if capitalised words that may open a sentence are a name, unlike `Meanwhile` or `On Thursday`."""
    first, *rest = run[1].lower().split()
    return first in PLACES or (bool(rest or run[0] != run[1]) and first not in COMMON)


def _before_cue(text: str, names: Names, cue: Span) -> Span | None:
    """Return the name right before a cue: `Lund: It Is Safe`."""
    near = names.within((max(0, cue[0] - _REACH), cue[0] + 1))
    span = near[-1][0] if near else None
    return span if span and not text[span[1] : cue[0]].strip() else None


def _after_cue(text: str, names: Names, cue: Span) -> Span | None:
    """Return the name right after a cue: `…, said Lund`; not `rejects Lund`."""
    lead = _INVERTED.match(text, cue[1], cue[1] + 20)
    if lead and _DASH.match(text[slice(*cue)]):  # The signature of a letter.
        return _name_at(text, names, lead.end())
    if lead is None or not text[slice(*cue)].lower().endswith(_SAID):
        return None
    near = names.within((lead.end(), lead.end() + _REACH))
    return near[0][0] if near and near[0][0][0] == lead.end() else None


def _at_sentence_start(text: str, names: Names, salience: Salience, cue: Span) -> Span | None:
    """Return the subject at the start of the cue's sentence: `Lund, a clerk, on Friday wrote`."""
    begins = salience.sentence_begins(cue[0])
    span = _opening_name(text, names, salience, cue) or _name_at(text, names, begins)
    return span if span and span[1] < cue[0] and _GAP.fullmatch(text, span[1], cue[0]) else None


def _of_earlier_verb(text: str, names: Names, salience: Salience, cue: Span) -> Span | None:
    """Return the subject of a sentence whose later verb is the cue: `Lund waved and asked`, `Lund waved, asking`."""
    begins = salience.sentence_begins(cue[0])
    low = max(begins, cue[0] - _REACH)
    participle = _is_participle(text, cue)
    if not (_JOINED.search(text, low, cue[0]) or (participle and _WITH.search(text, low, cue[0]))):
        return None
    if pronoun := _SUBJECT.match(text, begins):
        return pronoun.span(1)
    span = _opening_name(text, names, salience, cue)
    if span is None or not salience.is_subject(span) or (participle and _ASIDE.search(text, span[1], cue[0])):
        return None
    return span


def _after_clause(text: str, names: Names, cue: Span) -> Span | None:
    """Return the subject after a clause that has none: `After asking for help, Lund left`."""
    if not _is_participle(text, cue) or not _LED_BY.search(text, max(0, cue[0] - 8), cue[0]):
        return None
    following = _FOLLOWS.match(text, cue[1], cue[1] + 4 * _REACH)
    if following is None or following[1]:
        return following.span(1) if following else None
    near = names.within((following.end(), following.end() + _REACH))
    return near[0][0] if near and near[0][0][0] - following.end() < _TITLE // 2 else None


def _is_participle(text: str, cue: Span) -> bool:
    """True if a cue begins with a participle: `asking for`."""
    return text[slice(*cue)].partition(" ")[0].endswith("ing")


def _opening_name(text: str, names: Names, salience: Salience, cue: Span) -> Span | None:
    """Return the name that opens the sentence of `cue`, perhaps after titles."""
    begins = salience.sentence_begins(cue[0])
    near = names.within((begins, min(cue[0], begins + 4 * _TITLE)))
    if not near or near[0][0][0] - begins >= _TITLE or near[0][1].type not in _ACTORS:
        return None
    return None if _SUBORDINATE.match(text, begins) else near[0][0]
