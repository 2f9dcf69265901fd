"""Who speaks where the reader found a cue and no source."""

from __future__ import annotations

import pytest

from onrecord.annotate.names import Names
from onrecord.annotate.speakers import Speakers

# The cue is marked; what follows its sentence makes the name known.
CUES = [
    ("Lund⟦:⟧ It Is Safe\n\nMary Lund came. Lund left.", "Mary Lund"),
    ("“It is safe,” ⟦said⟧ Mary Lund.", "Mary Lund"),
    ("The fault ⟦was first reported⟧ by the Arden Times.", "Arden Times"),
    ("Mary Lund waved and ⟦asked⟧ for help.", "Mary Lund"),
    ("Mary Lund came. She waved and ⟦asked⟧ for help.", "Mary Lund"),
    ("The port ⟦endorses⟧ Mary Lund.", ""),
    ("Reports ⟦said⟧ it was safe. Mary Lund came.", ""),
    ("A clerk of Mary Lund waved and ⟦asked⟧ for help.", ""),
]


@pytest.mark.parametrize(("text", "name"), CUES, ids=[text[:50] for text, _ in CUES])
def test_a_name_beside_the_cue_is_the_source(text: str, name: str) -> None:
    begin, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    assert Speakers(plain, Names(plain)).resolve(None, cue=(begin, end)).name == name


def test_without_source_and_cue_no_one_speaks() -> None:
    assert Speakers("It is safe.", Names("It is safe.")).resolve(None).basis == "the text names no source"
