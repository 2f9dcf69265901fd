"""The speaker of a cue for which the model found no source."""

from __future__ import annotations

import pytest

from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document

# The cue is marked; the text after its sentence makes the name known.
CUES = [
    ("Lund⟦:⟧ It Is Safe\n\nMary Lund came. Lund left.", "Mary Lund"),
    ("“It is safe,” ⟦said⟧ Mary Lund.", "Mary Lund"),
    ("The fault ⟦was first reported⟧ by the Arden Times.", "Arden Times"),
    ("Mary Lund waved and ⟦asked⟧ for help.", "Mary Lund"),
    ("Mary Lund came. She waved and ⟦asked⟧ for help.", "Mary Lund"),
    ("Mary Lund, a clerk of Mr. Orr, on Friday ⟦wrote⟧ that it was safe.", "Mary Lund"),
    ("The Arden Post on Friday ⟦wrote⟧ that it was safe.", "Arden Post"),
    ("The Harbor Caller this month ⟦announced⟧ that it was safe.", "Harbor Caller"),
    ("Britain, which has ports, long ⟦said⟧ that it was safe.", "Britain"),
    ("Mary Lund left the port, ⟦asking⟧ for help.", "Mary Lund"),
    ("After ⟦asking⟧ for help, Mary Lund left.", "Mary Lund"),
    ("Mary Lund came. After ⟦asking⟧ for help, she left.", "Mary Lund"),
    ("Paul Orr ⟦was endorsed⟧ on Friday by former rival Mary Lund.", "Mary Lund"),
    ("The story ⟦was told⟧ by The Harbor Caller.", "Harbor Caller"),
    ("It is safe. ⟦―⟧ Mary Lund.", "Mary Lund"),
    # Passive and seeming are not acts of speaking.
    ("Mary Lund ⟦was asked⟧ whether it was safe.", ""),
    ("Mary Lund ⟦is expected⟧ to leave.", ""),
    ("Mary Lund ⟦seemed⟧ to say that it was safe.", ""),
    ("A letter to Mary Lund, ⟦saying⟧ it was safe, came.", ""),
    ("As Mary Lund spoke, the others left, ⟦saying⟧ it was safe.", ""),
    ("Mary Lund came where the others stood, ⟦saying⟧ it was safe.", ""),
    ("The lunch ⟦was praised⟧ at a feast held by Mary Lund.", ""),
    ("Meanwhile ⟦announcing⟧ that it was safe, they left.", ""),
    ("The port ⟦endorses⟧ Mary Lund.", ""),
    ("Reports ⟦said⟧ it was safe. Mary Lund came.", ""),
    ("A clerk of Mary Lund waved and ⟦asked⟧ for help.", ""),
]


@pytest.mark.parametrize(("text", "name"), CUES, ids=[text[:50] for text, _ in CUES])
def test_a_name_beside_the_cue_is_the_source(text: str, name: str) -> None:
    begin, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    document = Document(plain)
    assert SpeakerResolver(document, Names(document)).resolve(None, cue=(begin, end)).name == name


def test_without_source_and_cue_the_speaker_is_unknown() -> None:
    document = Document("It is safe.")
    assert SpeakerResolver(document, Names(document)).resolve(None).basis == "the text names no source"
