"""Every form that news gives to speech, in passages of our own: what must be read in each, and what must not.

The passages are `evals/forms.jsonl`. What the reader that is shipped still misses is listed here by name: a reader that
gets one of these right fails its test until the name is taken off the list.
"""

from __future__ import annotations

from collections import Counter

import pytest

from evals import forms
from onrecord.annotate import annotate
from onrecord.model import Article, Evidence, Reader

ROWS = {row["id"]: row for row in forms.passages()}
MISSED = {
    Reader.FAST: frozenset(
        (
            "according-to-03",
            "according-to-07",
            "capitals-02",
            "content-source-cue-05",
            "headline-01",
            "headline-05",
            "headline-07",
            "indirect-bare-04",
            "letter-02",
            "letter-05",
            "letter-06",
            "letter-07",
            "negated-02",
            "negated-07",
            "press-release-03",
            "press-release-05",
            "unbalanced-01",
            "unbalanced-06",
            "unusual-cues-07",
        )
    ),
    Reader.FULL: frozenset(
        (
            "according-to-03",
            "according-to-07",
            "capitals-03",
            "content-source-cue-04",
            "headline-01",
            "headline-02",
            "headline-04",
            "headline-05",
            "headline-06",
            "letter-02",
            "letter-06",
            "negated-02",
            "paragraphs-04",
            "press-release-05",
            "unbalanced-01",
            "unbalanced-03",
            "unusual-cues-06",
            "unusual-cues-08",
        )
    ),
}
CASES = [
    pytest.param(
        reader, name, id=f"{reader}-{name}", marks=[pytest.mark.xfail(strict=True)] if name in MISSED[reader] else []
    )
    for reader in Reader
    for name in ROWS
]


@pytest.mark.parametrize(("reader", "name"), CASES)
def test_what_is_said_in_a_passage_is_read(reader: Reader, name: str) -> None:
    article = Article(id=name, url="", outlet="", title="", text=ROWS[name]["text"], language="en")
    record = annotate(article, Evidence("forms.jsonl", 0, "sha256:0"), reader).to_json()
    assert Counter(forms.read(record)) == Counter(forms.wanted(ROWS[name]))
