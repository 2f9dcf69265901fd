"""Corrections from another archive: which say the same as one in force, and the errors of lines that are not one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.archive import Action, Anchor, Correction
from onrecord.archive.corrections.transfer import from_line, is_same
from onrecord.model.errors import CorrectionError

ROE = (Anchor("a1", "Tom Roe"),)
MERGE = Correction(action=Action.MERGE, person="tom-roe", into="orla-gill", anchors=ROE, id="00000003", made="2021")
SPLIT = Correction(action=Action.SPLIT, person="tom-roe", articles=("a1",), name="T. Roe", into="t-roe", anchors=ROE)
SAID = Correction(action=Action.SPEAKER, article="a1", quotation="q1", person="tom-roe", name="Tom Roe", words="No.")


@pytest.mark.parametrize(
    ("new", "kept", "same"),
    [
        (Correction(action=Action.MERGE, person="tom-roe", into="orla-gill", note="x", by="y"), MERGE, True),
        (Correction(action=Action.MERGE, person="t-roe-2", into="orla-gill", anchors=ROE), MERGE, True),
        (Correction(action=Action.MERGE, person="t-roe-2", into="orla-gill"), MERGE, False),
        (Correction(action=Action.MERGE, person="tom-roe", into="ann-gill"), MERGE, False),
        (Correction(action=Action.SPLIT, person="tom-roe", articles=("a1",), name="T. Roe"), SPLIT, True),
        (Correction(action=Action.SPLIT, person="tom-roe", articles=("a1", "a2"), name="T. Roe"), SPLIT, False),
        (Correction(action=Action.SPLIT, person="tom-roe", articles=("a1",), into="x", name="T. Roe"), SPLIT, False),
        (replace(SPLIT, into="t-roe-2", note="made elsewhere"), SPLIT, True),
        (replace(SPLIT, into="t-roe-2"), replace(SPLIT, into_anchors=ROE), False),
        (Correction(action=Action.SPEAKER, article="a1", quotation="q1", name="Tom Roe"), SAID, True),
        (Correction(action=Action.SPEAKER, article="a1", quotation="q1"), SAID, False),
        (Correction(action=Action.SPEAKER, article="a1", quotation="q2", name="Tom Roe"), SAID, False),
        (Correction(action=Action.REMOVE, article="a1", quotation="q1"), SAID, False),
    ],
)
def test_a_correction_that_stands_is_known_again(new: Correction, kept: Correction, same: bool) -> None:
    assert is_same(new, kept) is same


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b'{"action": "\xff"}', "not JSON in UTF-8"),
        (b"[" * 100_000, "not JSON in UTF-8"),
        (b"[1]", "not a JSON object"),
        (b"{}", "needs an action"),
        (b'{"action": "burn"}', "needs an action"),
        (b'{"action": "merge", "color": "red"}', "has no “color”"),
        (b'{"action": "merge", "person": 5}', "“person” must be text"),
        (b'{"action": "split", "articles": "a1"}', "“articles” must be a list"),
        (b'{"action": "merge", "anchors": [["a1"]]}', "“anchors” must be a list of pairs"),
    ],
)
def test_a_line_that_is_no_correction_says_why(line: bytes, reason: str) -> None:
    with pytest.raises(CorrectionError, match=reason):
        from_line(line)


def test_a_line_of_an_older_export_is_read_without_its_number() -> None:
    assert from_line(b'{"number": 3, "action": "link", "person": "tom-roe"}') == Correction(
        action=Action.LINK, person="tom-roe"
    )
