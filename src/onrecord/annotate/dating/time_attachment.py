"""Does a time expression belong to what was said, or to the saying? Takes it with a report and the quotations around.

Words quoted say nothing about the day of saying. But what the reader took for words quoted may be the object of a verb
that has the day behind it: "grilled the mayor on Friday over the ferry", "dedicating the hall on Saturday, said".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.dating.reports import Report
from onrecord.model import Kind, Quotation, Span, Time

# Verbs whose object is whom or what was spoken to or of; what was said comes behind, with one of these words.
_OF_SOMEBODY = re.compile(
    r"\b(?:grill|blast|criticiz|criticis|attack|prais|accus|slam|ripp|denounc|condemn|mock|defend|urg|ask|press|question"
    r"|challeng|thank|scold|rebuk|warn|tell|told|hail|assail|ran|publish|releas|issu|fil|sent|send|post)\w*\b",
    re.I,
)
_WHAT_FOR = re.compile(r",? (?:for|of|over|as|about|to|that|with|after|saying|calling)\b")
# Up to its first preposition: in "attacked him for remarks made Friday about" the day is no longer that of the attack.
_OTHER = r"(?:about|after|as|before|by|for|if|on|over|that|to|when|whether|which|who|with|\w+ing)\b"
_OBJECT = re.compile(
    rf"(?:(?!{_OTHER})[\w’'.-]+ ){{0,7}}(?!{_OTHER})(?P<head>[\w’'.-]+) (?:(?:late|early|earlier) )?(?:on )?"
)
# What may itself have happened on that day: "condemned the attack on Monday as".
_HAPPENS = re.compile(r"(?:attack|raid|strike|vote|march|debate|deal|speech|rally|\w+ing|\w+ion)s?", re.I)
# What people do while they speak; "announcing the closure on Friday" may be about that Friday.
_DOING = re.compile(
    r"(?:accept|address|appear|attend|campaign|celebrat|dedicat|greet|host|inaugurat|introduc|launch|leav|mark|meet"
    r"|open|present|receiv|speak|testify|tour|unveil|visit|welcom)ing(?: at| before| in| to| with)?",
    re.I,
)


def is_said(report: Report, time: Time, quotations: Sequence[Quotation]) -> bool:
    """Whether an expression stands in words quoted, the quotation's own or another's that does not hold its cue.

    `quotations` are those with words in the sentence.
    """
    for other in quotations:
        own = other is report.quotation
        for begin, end in other.content:
            if not begin <= time.span[0] < end or (not own and begin <= report.at[0] < end):
                continue
            if not (_parts(report, begin, time) if own else _meanwhile(report, other, (begin, end), time)):
                return True
    return False


def _parts(report: Report, begin: int, time: Time) -> bool:
    """Whether a day stands between whom or what was spoken to or of, and what for; `begin` is where the words begin."""
    if report.quotation.kind is Kind.DIRECT or report.at[1] > begin or not _OF_SOMEBODY.search(report.cue):
        return False
    spoken_of = _OBJECT.fullmatch(report.text, begin, time.span[0])
    return bool(spoken_of and not _HAPPENS.fullmatch(spoken_of["head"]) and _WHAT_FOR.match(report.text, time.span[1]))


def _meanwhile(report: Report, other: Quotation, piece: Span, time: Time) -> bool:
    """Whether a day ends what the speaker was doing while speaking, in a participle's words."""
    same = other.source and other.source == report.quotation.source
    doing = other.cue and _DOING.fullmatch(report.text, other.cue[0][0], other.cue[-1][1])
    return bool(same and doing and other.kind is Kind.INDIRECT and piece[1] - time.span[1] <= 1)
