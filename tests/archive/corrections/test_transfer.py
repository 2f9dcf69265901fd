"""Corrections from another archive: which say the same as one in force, and the errors of lines that are not one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.archive import Action, Anchor, Correction
from onrecord.archive.corrections.transfer import is_same
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
        (b"{", "input data was truncated"),
        (b'{"action": "\xff"}', "not the JSON of a correction"),
        (b"[" * 100_000, "not the JSON of a correction"),
        (b"[1]", "expected `object`, got `array`"),
        (b"{}", "missing required field `action`"),
        (b'{"action": "burn"}', "action: invalid enum value 'burn'"),
        (b'{"action": "merge", "color": "red"}', "unknown field `color`"),
        (b'{"action": "merge", "person": 5}', "person: expected `str`, got `int`"),
        (b'{"action": "split", "articles": "a1"}', "articles: expected `array`, got `str`"),
        (b'{"action": "merge", "anchors": [["a1"]]}', r"anchors\[0\]: expected `array` of at least length 2"),
    ],
)
def test_a_line_that_is_no_correction_says_why(line: bytes, reason: str) -> None:
    with pytest.raises(CorrectionError, match=f"(?i){reason}"):
        Correction.decode(line)


def test_a_line_of_an_older_export_is_read_without_its_number() -> None:
    assert Correction.decode(b'{"number": 3, "action": "link", "person": "tom-roe"}') == Correction(
        action=Action.LINK, person="tom-roe"
    )
