"""The labels of quotations that are not simply the speaker's own words."""

from __future__ import annotations

import pytest

from onrecord.api.words import act_label, quotation_label
from onrecord.model import Act, Kind


@pytest.mark.parametrize(
    ("kind", "act", "label"),
    [
        (Kind.DIRECT, Act.SAID, ""),
        (Kind.MIXED, Act.SAID, ""),
        (Kind.INDIRECT, Act.SAID, "paraphrase"),
        (Kind.INDIRECT, Act.THOUGHT, "thought, meant or felt"),
        (Kind.MIXED, Act.THOUGHT, "thought, meant or felt"),
        (Kind.INDIRECT, Act.UNCLEAR, "possibly not a statement"),
    ],
)
def test_a_paraphrase_and_what_was_not_said_are_labelled(kind: Kind, act: Act, label: str) -> None:
    assert quotation_label(kind, act) == label


@pytest.mark.parametrize("act", Act)
def test_every_act_has_words(act: Act) -> None:
    assert act_label(act) != str(act)
