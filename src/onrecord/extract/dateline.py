"""Datelines: the place that an article was filed from.

"LUBBOCK, Texas (AP) —", "LONDON —", "WASHINGTON, Feb. 20 (Reuters) -", in Associated Press and
Reuters style: the city in capitals, then a state or country, a day, an agency, a dash.
"""

from __future__ import annotations

import re

from onrecord.dates.calendar_names import MONTH_PREFIXES, any_of
from onrecord.model import Dateline

_CITY = r"[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’\-]+(?:[ -][A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’\-]*){0,3}"
_REGION = r"(?:, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2}){0,2}"
_MONTH = rf"(?:{any_of(map(str.capitalize, MONTH_PREFIXES))})[a-z]*\.?"
_DAY = rf",? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\((?:[A-Z][\w.&'’ /-]{1,30})\)"
_CAPITALS = re.compile(
    rf"(?P<place>{_CITY}{_REGION}?(?:/{_CITY}{_REGION}?)?)(?:{_DAY})? ?(?:{_AGENCY} ?)?(?:[—–]|-{{1,2}}(?= ))"
)
_WITH_AGENCY = re.compile(
    rf"(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}{_REGION}?)(?:{_DAY})? ?{_AGENCY} ?(?:[—–]|-{{1,2}}(?= ))"
)
# Labels that news pages print in capitals before a dash.
_LABELS = frozenset(
    [
        "BREAKING",
        "UPDATE",
        "UPDATED",
        "EXCLUSIVE",
        "WATCH",
        "LIVE",
        "VIDEO",
        "OPINION",
        "ANALYSIS",
        "REVIEW",
        "CORRECTION",
        "NEW",
        "NEWS",
        "EDITORIAL",
        "INTERVIEW",
        "Q&A",
        "READ",
        "PHOTOS",
        "COVID",
        "COVID-19",
        "ADVERTISEMENT",
        "LISTEN",
        "WARNING",
        "NOTE",
        "FACT",
    ]
)
# A summary or a byline may precede the paragraph with the dateline.
_PARAGRAPHS = 3


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline at the beginning of the text; None if there is none."""
    begin = 0
    for paragraph in text.split("\n\n", _PARAGRAPHS)[:_PARAGRAPHS]:
        indent = len(paragraph) - len(paragraph.lstrip())
        match = _CAPITALS.match(paragraph, indent) or _WITH_AGENCY.match(paragraph, indent)
        if match and match["place"].split()[0].rstrip(":,") not in _LABELS:
            return Dateline(match["place"], (begin + match.start("place"), begin + match.end("place")))
        begin += len(paragraph) + 2
    return None
