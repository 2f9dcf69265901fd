"""Does the sentence that quotes say when? Takes a quotation in its sentence and the times there, gives the day or None.

Counted are expressions in the same sentence and outside the words quoted, of a day, week, month or year that is named
or can be reckoned; the one nearest to the cue wins. What hangs on another verb ("who left in 2015", "after Monday's
vote", "since June") says nothing about the saying.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.dating.reports import Report
from onrecord.annotate.dating.time_attachment import is_said
from onrecord.annotate.times.values import first_day
from onrecord.model import Quotation, Said, Time

_DATED = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?|-2[1-4]|-W\d{2})?(?:T.*)?")
_OF_EVENT = re.compile(
    r"(?:['’]s|s['’])?\s+(?:\w+[\s-]+){0,3}?(?:interview|debate|speech|rally|statement|letter|tweet|report|briefing|hearing"
    r"|(?:news|press) conference|broadcast|forum|town hall|address|column|op-ed|editorial|essay|memo|email|post|call"
    r"|segment|episode|edition|testimony|remarks|story|article|book|survey|poll|study|ruling|opinion|meeting|event"
    r"|appearance|show|podcast|gathering)s?\b",
    re.I,
)
# Prepositions in front that tie a day to something else than the saying, unless an occasion follows.
_UNLIKE = re.compile(
    r"\b(?:since|until|till|by|before|after|ahead of|following|for|to|of|than|between|about|leading up to)\s+"
    r"(?:(?:the|a|an|about|late|early|last|his|her|its)\s+)*$",
    re.I,
)
# What stands in front of a day that belongs to the speaking document itself: "a 2014 study that few read".
_OF_SOURCE = re.compile(r"(?:(?:an?|the|this|that|his|her|its|their|another)\s+)?(?:[\w’'-]+\s+){0,2}", re.I)
# Not the day of printing, but the one told before.
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
STAMP_WITHIN = 60
"""How many characters behind a post's words its stamp may begin: a dash, a name and a handle."""

_STAMP = re.compile(r"\(@\w+\)[\s,·-]*$")
# Words between the cue and the expression that open another clause.
_CLAUSE = re.compile(
    r"\b(?:who|which|whose|where|when|after|before|since|because|while|until|although|though|whom|if|just as)\b|;", re.I
)
_RELATIVE = re.compile(r"\b(?:who|which|whose|where|when|after|before|because|while)\b")


def stated(report: Report, times: Sequence[Time], quotations: Sequence[Quotation], printed: str) -> Said | None:
    """The day that the quoting sentence states, or that a post's stamp gives. `times` stand in the text's order."""
    if post := _stamp(report, times):
        return post
    if not report.may_tell:
        return None
    fit = [
        time
        for time in times
        if report.sentence[0] <= time.span[0] < report.sentence[1]
        and _DATED.fullmatch(time.edtf)
        and (report.tells or len(time.edtf) >= 10)
        and not still_to_come(time, printed)
        and not is_said(report, time, quotations)
        and _belongs(report, time)
    ]
    nearest = min(fit, key=lambda time: max(time.span[0] - report.at[1], report.at[0] - time.span[1], 0), default=None)
    return Said(_value(nearest), (nearest.span,), "stated") if nearest else None


def still_to_come(time: Time, printed: str) -> bool:
    """Whether an expression names a day after the day of printing: nothing was said on it yet."""
    day, today = first_day(time.edtf), first_day(printed)
    return bool(day and today and len(printed) >= 10 and day > today)


def _value(time: Time) -> str:
    """The day without its time; a season is told as its year, since "this spring" was not every day of it."""
    value = time.edtf.partition("T")[0]
    return value[:4] if re.fullmatch(r"\d{4}-2[1-4]", value) else value


def _belongs(report: Report, time: Time) -> bool:
    """Whether nothing says that the expression hangs on another verb than the cue."""
    text, (begin, end) = report.text, time.span
    lead = text[max(report.sentence[0], begin - 28) : begin]
    event = _OF_EVENT.match(text, end)
    if (event and _ABOUT_OCCASION.search(lead)) or _OF_ANOTHER_DAY.search(lead + text[begin:end]):
        return False
    if not event and (_UNLIKE.search(lead) or re.match(r"['’]s\b", text[end : end + 2]) or _THAN.search(lead)):
        return False
    if len(time.edtf) == 4 and not event and not _tells_year(text[begin:end], lead):
        return False
    source = next((piece for piece in report.quotation.source if piece[0] <= begin < piece[1]), None)
    if source and event and _OF_SOURCE.fullmatch(text, source[0], begin):
        return True
    if source and source[1] > end + 1 and not event and not _RELEASED.search(lead):
        return False
    return not (_in_dateline(report, time) or _in_relative_clause(report, time) or _in_other_clause(report, time))


def _tells_year(words: str, lead: str) -> bool:
    """Whether a year tells when ("in 2011", "two years ago") and not of what ("the 2016 campaign", "3% this year")."""
    if words.lower() == "this year":
        return bool(re.search(r"(?:earlier|late)\s+$", lead, re.I))
    return bool(_IN.search(lead) or re.search("year", words, re.I))


def _in_dateline(report: Report, time: Time) -> bool:
    """Whether the day is the one under which a text was filed: "FLINT, Mich., Oct. 4 (UPI) —"."""
    behind = report.text[time.span[1] : time.span[1] + 20]
    return bool(_PLACE.fullmatch(report.text, report.sentence[0], time.span[0]) and _DASH.match(behind))


def _in_relative_clause(report: Report, time: Time) -> bool:
    """Whether the expression stands in a relative clause that the cue has no part in: "who quit in 2015, said"."""
    opened = list(_RELATIVE.finditer(report.text, max(report.sentence[0], time.span[0] - 300), time.span[0]))
    if not opened or "," in report.text[opened[-1].start() : time.span[0]]:
        return False
    its_own = any(begin == opened[-1].start() for begin, _ in report.quotation.source)  # "who in 2010 said"
    return not its_own and not opened[-1].start() <= report.at[0] < time.span[0]


def _in_other_clause(report: Report, time: Time) -> bool:
    """Whether a word that opens a clause parts the expression from the cue, words of content and source apart."""
    (begin, end), at = time.span, report.at
    first, last = (at[1], begin) if begin >= at[1] else (end, at[0])
    between = report.text[first:last]
    for b, e in (*report.quotation.content, *report.quotation.source):
        if b >= min(at[1], end) and e <= max(begin, at[0]):
            between = between.replace(report.text[b:e], " ")
    return bool(_CLAUSE.search(between)) or (end <= at[0] and bool(re.search(r"\bthat\b", between)))


def _stamp(report: Report, times: Sequence[Time]) -> Said | None:
    """The time stamp under a post: "— Jane Doe (@janedoe) February 20, 2021"."""
    last = max(end for _, end in (*report.quotation.content, *report.quotation.source))
    for time in times:
        stamped = _STAMP.search(report.text, max(0, time.span[0] - 40), time.span[0])
        if time.edtf and stamped and last <= time.span[0] <= last + STAMP_WITHIN:
            return Said(_value(time), (time.span,), "post")
    return None
