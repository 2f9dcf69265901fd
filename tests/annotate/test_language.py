"""The language of an article is chosen from its tag."""

from __future__ import annotations

import pytest

from onrecord.annotate import annotate, language_for
from onrecord.annotate.english import ENGLISH
from onrecord.model import Article, Evidence

TEXT = "“The bridge is safe,” Jane Doe said on Friday."


@pytest.mark.parametrize("tag", ["", "en", "en-GB", "EN_us"])
def test_english_is_known_by_its_tag(tag: str) -> None:
    assert language_for(tag) is ENGLISH


@pytest.mark.parametrize(("tag", "count"), [("en", 1), ("", 1), ("de", 0), ("fr-CA", 0)])
def test_an_unsupported_language_has_no_quotations(tag: str, count: int) -> None:
    article = Article(id="a", url="", outlet="", title="", text=TEXT, language=tag)
    record = annotate(article, Evidence("f", 0, "sha256:0"))
    assert len(record.quotations) == len(record.times) == len(record.people) == count
