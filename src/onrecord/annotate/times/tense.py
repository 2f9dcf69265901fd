"""The tense around a time expression: past (-1), future (1), or open (0).

The verb or preposition nearest to the expression decides, one before it rather than one after it. There is no
part-of-speech tagger: closed lists show the future; -ed, auxiliaries and the irregular verbs of news show the past.
"""

from __future__ import annotations

import re

from onrecord.annotate.lexicon.english import irregular_verbs
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.model import Span

# After an auxiliary, a participle is not a past tense: "will be named", "is to have finished".
_COMPLEMENT = (
    r"(?:\s+(?:not|also|likely|probably|soon|then|still|only|formally))?(?:\s+(?:be|get|have(?:\s+been)?))?"
    r"(?:\s+(?:[a-z]{2,}ed|held|made|taken|given|sent|sold|built|paid|put|cut|set)\b)?"
)
# Verbs whose present tense is about a scheduled future: "meets Monday", "takes effect Jan. 1".
_FIXED = (
    r"meets?(?=\s+(?:\w+ly\s+)?(?:(?:on|in|at|with|again|here)\b|$))|begins?|resumes?|convenes?|opens|starts|arrives|concludes|gathers|airs|premieres|debuts|testifies"
    r"|takes?\s+(?:effect|place)|goe?s?\s+into\s+(?:effect|force)|comes?\s+into\s+(?:effect|force)|kicks?\s+off"
)
_CUES = re.compile(
    rf"(?P<future>\b(?:(?:[Ww]ill|won['’]t|shall|going to|is to|are to|to be|would(?!\s+have)){_COMPLEMENT}|would"
    r"|upcoming|forthcoming|due|effective"
    r"|scheduled|slated"
    r"|expected|expects?|expires?|(?:plan|plans|planned|hopes?|hoping|intends?|expecting) to|planning|set for"
    r"|set to|payable"
    rf"|beginning|starting|as (?:soon|early|late) as|{_FIXED})\b|['’]ll\b{_COMPLEMENT})"
    r"|(?P<past>\b(?:since|ago|was|were|had|has|have|been|did|after|following"
    rf"|{alternatives(irregular_verbs.PAST)}|"
    r"[A-Za-z]{2,}ed)\b)"
)
_OWN = re.compile(
    r"\b(since|until|till|by|before|through|as of|(?:ahead of|heading into|going into|leading up to|in time for|come))"
    r"(?:\s+(?:the|about|around|at least|late|early|next"
    r"|mid))*\s*$",
    re.I,
)

# "In the spring, she left": only a preposition comes before.
_LEAD = re.compile(r"(?:[\"“‘'`]*(?:In|Over|During|By|Last|Since|Through|Late|Early)?\s+(?:the\s+)?)?")
_PLANNED = r"(?:planned|scheduled|expected|slated|reserved|projected|needed|proposed|due|set|for|to|the|an?)"
_IRREGULAR = f"was|were|{alternatives(irregular_verbs.DATED_PAST)}"
_GOVERNS = re.compile(
    rf"\b(?<!be )(?<!are )(?<!is )(?<!-)(?!{_PLANNED}\b)(?:[a-z]{{3,}}ed|{_IRREGULAR}"
    r"|said(?=\s+(?:in|on|over|during)\b))"
    rf"\s+(?:(?!{_PLANNED}\b)[\w-]+\s+){{0,2}}?(?:(?:in|on|over|during|of|through|throughout|by|late|early|since)\s+)?"
    r"(?:the\s+)?(?:late\s|early\s|mid-)?$"
)
_HAD = re.compile(r",?\s+(?:[\w'’]+\s+){0,3}(?:had|was|were)\b")
# The verb right after it: "Friday announced", "Saturday was canceled".
_WENT = re.compile(r",?\s+(?:when\s+\w+\s+)?(?:was|were|had|said|told|met|set|[a-z]{2,}ed)\b(?!\s+to\s+be\b)")


def direction(text: str, sentence: Span, span: Span) -> int:
    """Return -1 if the words around `span` are about the past, 1 for the future, 0 if they are open."""
    begin, end = sentence
    own = _OWN.search(text, max(begin, span[0] - 32), span[0])
    word = own[1].lower() if own else ""
    if word == "since":
        return -1
    if word == "as of":
        return 0
    if word not in {"", "before", "through"}:
        # "until Thursday, they had not": by then it was past.
        return -1 if _HAD.match(text, span[1], end) else 1
    if _WENT.match(text, span[1], end):
        return -1
    tense = _nearest(text, sentence, span)
    # What lasts "through January" has mostly begun: its verb does not show whether January is over.
    return 0 if word == "through" and tense < 0 else tense


def past_governs(text: str, sentence: Span, span: Span) -> bool:
    """True if a verb in the past tense governs `span` itself, being right before it ("said in the spring").

    In a sentence that begins with `span` the verb comes after it.
    """
    begin, _ = sentence
    before = text[max(begin, span[0] - 40) : span[0]]
    if _LEAD.fullmatch(before):
        return _nearest(text, sentence, span) < 0
    return bool(_GOVERNS.search(before))


def _nearest(text: str, sentence: Span, span: Span) -> int:
    """Return the tense of the last cue before `span`, else of the first one after it; 0 if there is none."""
    begin, end = sentence
    nearest = None
    for cue in _CUES.finditer(text, max(begin, span[0] - 90), span[0]):
        nearest = cue
    if nearest is None:
        nearest = _CUES.search(text, span[1], min(end, span[1] + 90))
    if nearest is None:
        return 0
    return 1 if nearest.lastgroup == "future" else -1
