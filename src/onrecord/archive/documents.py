"""Index documents: the contents of an index for one article and its quotations, as plain values made from the record.

Any engine can use them: the embedded index turns them into tantivy documents (`embedded/index/fields.py`). Results are
read from the record by their numbers and ids, so an index need not store any of these values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.dates.edtf import known_days

FIRST_COPY, LATER_COPY = "first", "later"
"""Values of `ArticleDocument.copy`: the copy of a story that was published first, and every later one."""

UNDATED = (1 << 33) - 1
"""The minute after all others: 33 bits hold the minutes of the whole calendar (5.3e9)."""

_TIME = re.compile(r"T(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationDocument:
    """The contents of an index for a quotation.

    `speaker` is the name that the article gives, `people` are the ids of the people it refers to, `said` and `about`
    are EDTF values ("" or none where there is no date). `number` is the quotation's row.
    """

    number: int
    kind: str
    act: str
    content: str
    source: str
    speaker: str
    people: tuple[str, ...]
    said: str
    about: tuple[str, ...]
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDocument:
    """The contents of an index for an article, as the record has it since the change numbered `seq`.

    Dates are EDTF values, "" if there is none. `labels` are written as in a query (`tag:Fishing`). `story` is the
    number of the story's first article to be added, its own where it has no copies; `copy` is `FIRST_COPY`,
    `LATER_COPY` or "". `number` is the article's row.
    """

    seq: int
    number: int
    id: str
    url: str
    outlet: str
    title: str
    language: str
    published: str
    modified: str
    captured: str
    place: str
    labels: tuple[str, ...]
    story: int
    copy: str
    text: str
    quotations: tuple[QuotationDocument, ...]


def sort_minutes(published: str) -> tuple[int, int]:
    """Return the minutes by which a publication date (EDTF) is sorted: newest first, and oldest first.

    A vague date sorts after all the days it covers: by its first day where the newest come first, by its last where the
    oldest do. Without a date: after all others in both orders.
    """
    known = known_days(published)
    if known is None:
        return 0, UNDATED
    time = _TIME.search(published)
    minute = min(int(time[1]) * 60 + int(time[2]), 24 * 60 - 1) if time else 0
    return known.first * 1440 + minute, known.last * 1440 + minute
