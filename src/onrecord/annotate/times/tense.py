"""Does a sentence speak of what was or of what will be? Takes a text and spans, gives -1, 1, or 0 where it is open.

The verb or preposition nearest to the expression decides; one before it counts before one after it. No tagger: future
is told by closed lists, past by -ed, by auxiliaries and by the irregular verbs of news.
"""

from __future__ import annotations

import re

from onrecord.model import Span

_SIGNS = re.compile(
    r"(?P<future>\b(?:[Ww]ill|won['’]t|shall|going to|is to|are to|to be|upcoming|forthcoming|due|effective"
    r"|scheduled|slated"
    r"|expected|expects?|expires?|(?:plan|plans|planned|hopes?|hoping|intends?|expecting) to|planning|set for"
    r"|set to|payable"
    r"|beginning|starting|would|as (?:soon|early|late) as)\b|['’]ll\b)"
    r"|(?P<past>\b(?:since|ago|was|were|had|has|have|been|did|said|told|wrote|took|made|came|went|gave|left"
    r"|held|met|won"
    r"|lost|began|became|sent|found|fell|rose|saw|got|ran|led|kept|brought|bought|sold|paid|spoke|shot|fled"
    r"|swept|threw"
    r"|hit|put|cut|after|following|spent|set|stood|drew|sank|grew|flew|knew|broke|chose|drove|struck|caught|fought|sought|heard|built|felt|wore|quit|"
    r"[A-Za-z]{2,}ed)\b)"
)
_OWN = re.compile(
    r"\b(since|until|till|by|before)(?:\s+(?:the|about|around|at least|late|early|next"
    r"|mid))*\s*$",
    re.I,
)

_HAD = re.compile(r",?\s+(?:[\w'’]+\s+){0,3}(?:had|was|were)\b")
# The verb right behind: "Friday announced", "Saturday was canceled".
_WENT = re.compile(r",?\s+(?:when\s+\w+\s+)?(?:was|were|had|said|told|met|set|[a-z]{2,}ed)\b(?!\s+to\s+be\b)")


def direction(text: str, sentence: Span, span: Span) -> int:
    """-1 where the words around `span` speak of the past, 1 of the future, 0 where they do not say."""
    begin, end = sentence
    own = _OWN.search(text, max(begin, span[0] - 24), span[0])
    if own and own[1].lower() == "since":
        return -1
    if own and own[1].lower() != "before":
        # "until Thursday, they had not": by then it was past.
        return -1 if _HAD.match(text, span[1], end) else 1
    if _WENT.match(text, span[1], end):
        return -1
    before = None
    for sign in _SIGNS.finditer(text, max(begin, span[0] - 90), span[0]):
        before = sign
    if before is None:
        before = _SIGNS.search(text, span[1], min(end, span[1] + 90))
    if before is None:
        return 0
    return 1 if before.lastgroup == "future" else -1
