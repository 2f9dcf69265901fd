"""Time attachment: does a time expression modify the quoted content or the reporting verb?

Content says nothing about the date said. But what the model labelled as content may be the object of a verb with the
day after it: "grilled the mayor on Friday over the ferry", "dedicating the hall on Saturday, said". Outside content, an
expression may still modify a verb other than the cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.dating.quotation_context import Report
from onrecord.annotate.lexicon.english import cue_verbs, occasions
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.model import Kind, Quotation, Span, Time

# Verbs whose object is the addressee or the topic; the content follows after one of the words below.
_TAKES_OBJECT = re.compile(rf"\b(?:{alternatives(cue_verbs.TAKING_AN_OBJECT)})\w*\b", re.I)
_WHAT_FOR = re.compile(r",? (?:for|of|over|as|about|to|that|with|after|saying|calling)\b")
# The object, up to its first preposition: in "attacked him for remarks made Friday about" the day is not the attack's.
_OTHER = r"(?:about|after|as|before|by|for|if|on|over|that|to|when|whether|which|who|with|\w+ing)\b"
_OBJECT = re.compile(
    rf"(?:(?!{_OTHER})[\w’'.-]+ ){{0,7}}(?!{_OTHER})(?P<head>[\w’'.-]+) (?:(?:late|early|earlier) )?(?:on )?"
)
# Nouns for something that may itself have happened on that day: "condemned the attack on Monday as".
_HAPPENS = re.compile(r"(?:attack|raid|strike|vote|march|debate|deal|speech|rally|\w+ing|\w+ion)s?", re.I)
# Verbs for what people do while speaking; "announcing the closure on Friday" may be about that Friday.
_DOING = re.compile(
    r"(?:accept|address|appear|attend|campaign|celebrat|dedicat|greet|host|inaugurat|introduc|launch|leav|mark|meet"
    r"|open|present|receiv|speak|testify|tour|unveil|visit|welcom)ing(?: at| before| in| to| with)?",
    re.I,
)
_OF_EVENT = re.compile(
    rf"(?:['’]s|s['’])?\s+(?:\w+[\s-]+){{0,3}}?(?:{alternatives(occasions.WITH_A_DAY_BEFORE)})s?\b",
    re.I,
)
# Prepositions that attach a day to something other than the cue, unless an occasion follows.
_OTHER_RELATION = re.compile(
    r"\b(?:since|until|till|by|before|after|ahead of|following|for|to|of|than|between|about|leading up to)\s+"
    r"(?:(?:the|a|an|about|late|early|last|his|her|its)\s+)*$",
    re.I,
)
# Words before a day that belongs to the document quoted: "a 2014 study that few read".
_OF_SOURCE = re.compile(r"(?:(?:an?|the|this|that|his|her|its|their|another)\s+)?(?:[\w’'-]+\s+){0,2}", re.I)
# Not the publication date, but the day mentioned before.
_OF_ANOTHER_DAY = re.compile(r"\b(?:that|the same) (?:day|night|evening|morning|afternoon)$", re.I)
_ABOUT_OCCASION = re.compile(r"\b(?:to|for|with|about)\s+(?:\w+\s+)?$", re.I)
_THAN = re.compile(r"\bthan\s+(?:\w+\s+){0,2}in\s+$", re.I)
_IN = re.compile(r"\b(?:in|back in|early in|late in)\s+$", re.I)
_RELEASED = re.compile(
    r"\b(?:released|published|issued|conducted|aired|unveiled|filed|dated|posted|held"
    r"|article|column|complaint|editorial|email|essay|letter|memo|op-ed|poll|report|ruling|statement|story|study|survey)"
    r"\s+(?:on\s+)?$",
    re.I,
)
_PLACE = re.compile(r"[A-Z][A-Z.'’ -]+(?:, [A-Z][\w.]+)?,\s")
_DASH = re.compile(r"\s*(?:\([\w ]+\)\s*)?[—–_-]")
# Words between the cue and the expression that open another clause.
_CLAUSE = re.compile(
    r"\b(?:who|which|whose|where|when|after|before|since|because|while|until|although|though|whom|if|just as)\b|;", re.I
)
_RELATIVE = re.compile(r"\b(?:who|which|whose|where|when|after|before|because|while)\b")


def is_in_content(report: Report, time: Time, quotations: Sequence[Quotation]) -> bool:
    """True if an expression is in content: the quotation's own, or another's that does not contain the cue.

    `quotations` are those with content in the sentence.
    """
    for other in quotations:
        own = other is report.quotation
        for begin, end in other.content:
            if not begin <= time.span[0] < end or (not own and begin <= report.at[0] < end):
                continue
            if not (_splits_object(report, begin, time) if own else _meanwhile(report, other, (begin, end), time)):
                return True
    return False


def _splits_object(report: Report, begin: int, time: Time) -> bool:
    """True if a day is between the object of the cue and what follows it; `begin` is where the content begins."""
    if report.quotation.kind is Kind.DIRECT or report.at[1] > begin or not _TAKES_OBJECT.search(report.cue):
        return False
    verb_object = _OBJECT.fullmatch(report.text, begin, time.span[0])
    return bool(
        verb_object and not _HAPPENS.fullmatch(verb_object["head"]) and _WHAT_FOR.match(report.text, time.span[1])
    )


def _meanwhile(report: Report, other: Quotation, piece: Span, time: Time) -> bool:
    """True if a day ends what the speaker was doing while speaking, in a participle clause."""
    same = other.source and other.source == report.quotation.source
    doing = other.cue and _DOING.fullmatch(report.text, other.cue[0][0], other.cue[-1][1])
    return bool(same and doing and other.kind is Kind.INDIRECT and piece[1] - time.span[1] <= 1)


def modifies_cue(report: Report, time: Time) -> bool:
    """True if nothing shows that the expression modifies a verb other than the cue."""
    text, (begin, end) = report.text, time.span
    lead = text[max(report.sentence[0], begin - 28) : begin]
    event = _OF_EVENT.match(text, end)
    if (event and _ABOUT_OCCASION.search(lead)) or _OF_ANOTHER_DAY.search(lead + text[begin:end]):
        return False
    if not event and (_OTHER_RELATION.search(lead) or re.match(r"['’]s\b", text[end : end + 2]) or _THAN.search(lead)):
        return False
    if len(time.edtf) == 4 and not event and not _year_says_when(text[begin:end], lead):
        return False
    source = next((piece for piece in report.quotation.source if piece[0] <= begin < piece[1]), None)
    if source and event and _OF_SOURCE.fullmatch(text, source[0], begin):
        return True
    if source and source[1] > end + 1 and not event and not _RELEASED.search(lead):
        return False
    return not (_in_dateline(report, time) or _in_relative_clause(report, time) or _in_other_clause(report, time))


def _year_says_when(words: str, lead: str) -> bool:
    """True if a year says when ("in 2011", "two years ago"), not which one ("the 2016 campaign", "3% this year")."""
    if words.lower() == "this year":
        return bool(re.search(r"(?:earlier|late)\s+$", lead, re.I))
    return bool(_IN.search(lead) or re.search("year", words, re.I))


def _in_dateline(report: Report, time: Time) -> bool:
    """True if the day is part of a dateline: "FLINT, Mich., Oct. 4 (UPI) —"."""
    behind = report.text[time.span[1] : time.span[1] + 20]
    return bool(_PLACE.fullmatch(report.text, report.sentence[0], time.span[0]) and _DASH.match(behind))


def _in_relative_clause(report: Report, time: Time) -> bool:
    """True if the expression is in a relative clause that the cue is not part of: "who quit in 2015, said"."""
    opened = list(_RELATIVE.finditer(report.text, max(report.sentence[0], time.span[0] - 300), time.span[0]))
    if not opened or "," in report.text[opened[-1].start() : time.span[0]]:
        return False
    its_own = any(begin == opened[-1].start() for begin, _ in report.quotation.source)  # "who in 2010 said"
    return not its_own and not opened[-1].start() <= report.at[0] < time.span[0]


def _in_other_clause(report: Report, time: Time) -> bool:
    """True if a word that opens a clause separates the expression from the cue, leaving content and source aside."""
    (begin, end), at = time.span, report.at
    first, last = (at[1], begin) if begin >= at[1] else (end, at[0])
    between = report.text[first:last]
    for b, e in (*report.quotation.content, *report.quotation.source):
        if b >= min(at[1], end) and e <= max(begin, at[0]):
            between = between.replace(report.text[b:e], " ")
    return bool(_CLAUSE.search(between)) or (end <= at[0] and bool(re.search(r"\bthat\b", between)))
