"""A document: the structure of a text, found once, by the sentence rules of its language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.annotate.text.document import Document
from onrecord.annotate.text.sentences import ENGLISH_RULES

TEXT = "Harbor Breaks With Mayor Over Bridge\n\n“We will\xa0wait,” Doe said. “It is old.\n\n“It is safe.”\n\nShe left."


def test_offsets_lie_in_quotation_marks_and_headlines() -> None:
    document = Document(TEXT)
    quoted = "".join(sign for at, sign in enumerate(TEXT) if document.in_quotation_marks(at))
    assert quoted == "“We will\xa0wait,”“It is old.“It is safe.”"
    headline = "".join(sign for at, sign in enumerate(TEXT) if document.in_headline(at))
    assert headline == "Harbor Breaks With Mayor Over Bridge"


def test_plain_text_has_spaces_at_the_same_offsets() -> None:
    plain = Document(TEXT).plain
    assert "We will wait" in plain
    assert len(plain) == len(TEXT)


def test_each_list_is_made_once() -> None:
    document = Document(TEXT)
    assert document.sentences is document.sentences
    assert document.quoted is document.quoted


@pytest.mark.parametrize(
    ("before_name", "sentences"),
    [(frozenset({"dr"}), ["Sie kam zu Fr.", "Lund."]), (frozenset({"fr"}), ["Sie kam zu Fr. Lund."])],
)
def test_sentences_are_split_by_the_rules_of_the_language(before_name: frozenset[str], sentences: list[str]) -> None:
    text = "Sie kam zu Fr. Lund."
    document = Document(text, replace(ENGLISH_RULES, before_name=before_name))
    assert [text[slice(*span)] for span in document.sentences] == sentences
