"""Attributions that the layout alone shows: signatures, posts, transcripts; and what only looks like them."""

from __future__ import annotations

import pytest

from onrecord.annotate.quotations.layout_rules import layout_attributions
from onrecord.annotate.text.document import Document

Read = list[tuple[list[str], str, str]]


def read(text: str) -> Read:
    """(contents, source, cue) of each attribution, in words."""
    return [
        ([text[slice(*piece)] for piece in laid.content], text[slice(*laid.source)], text[slice(*laid.cue)])
        for laid in layout_attributions(Document(text))
    ]


SIGNED: list[tuple[str, Read]] = [
    ("“We will wait.” ― Ines Calder", [(["“We will wait.”"], "Ines Calder", "―")]),
    ("“We will wait.”\n— Ines Calder", [(["“We will wait.”"], "Ines Calder", "—")]),
    ('"We will wait."\n\n-- Tom de Roe, a pilot', [(['"We will wait."'], "Tom de Roe, a pilot", "--")]),
    (
        "“We will wait.”― Ines Calder\xa0\n“We will not.” ―\xa0Tom Roe.",
        [(["“We will wait.”"], "Ines Calder", "―"), (["“We will not.”"], "Tom Roe", "―")],
    ),
    (
        "“The wall stands.\n\n“It will stand.”\n\n― Ines Calder",
        [(["“The wall stands.", "“It will stand.”"], "Ines Calder", "―")],
    ),
    ("“We will wait.” — The board did not.", []),
    ("“We will wait,” Ines Calder said — Tom Roe left.", []),
    ("He said “we wait” — Ines Calder", []),
    ("The wall — Ines Calder", []),
]
POSTED: list[tuple[str, Read]] = [
    (
        "The wall is open. Come and see.\n— Ines Calder (@inescalder) Feb. 3, 2024",
        [(["The wall is open. Come and see."], "Ines Calder (@inescalder)", "—")],
    ),
    (
        "It stood.\n\nThe wall is open.\n\n— Tarn Post (@tarnpost) 3 February 2024\n\nIt stands.",
        [(["The wall is open."], "Tarn Post (@tarnpost)", "—")],
    ),
    (
        "The wall is open. Come! — Ines Calder (@inescalder) Feb. 3, 2024",
        [(["The wall is open. Come!"], "Ines Calder (@inescalder)", "—")],
    ),
    ("The wall is open.\n\n— Ines Calder is the chair.", []),
    ("The wall — and Ines Calder (@inescalder) — held until Feb. 3 of the year in which it was meant to fall.", []),
]
LETTERS: list[tuple[str, Read]] = [
    (
        "Sir,\n\nThe wall is open.\n\nIt was never shut.\n\nInes Calder\nTarn",
        [(["The wall is open.", "It was never shut."], "Ines Calder", "Sir,")],
    ),
    (
        "It reads:\n\nDear Mr. Roe,\n\nThe wall is open.\n\nYours sincerely,\nInes Calder\n\nHe wept.",
        [(["The wall is open."], "Ines Calder", "Yours sincerely,")],
    ),
    (
        "To the editor:\n\nThe wall is open.\n\n— Ines Calder, Tarn",
        [(["The wall is open."], "Ines Calder, Tarn", "—")],
    ),
    ("Dear me, the wall is open.\n\nInes Calder\n\nIt stands.", []),
    ("Sir,\n\nInes Calder", []),
]
TURNS: list[tuple[str, Read]] = [
    (
        "Calder: Will it hold?\n\nRoe: It will.\n\nCalder: Good.\n\nThey left.",
        [
            (["Will it hold?"], "Calder", ":"),
            (["It will."], "Roe", ":"),
            (["Good."], "Calder", ":"),
        ],
    ),
    (
        "Q. Will it hold?\n\nA. It will.\n\nQ. Good.",
        [
            (["Will it hold?"], "Q", "."),
            (["It will."], "A", "."),
            (["Good."], "Q", "."),
        ],
    ),
    (
        "CALDER: Will it hold?\n\nROE: It will.\n\nCALDER: For how long?",
        [
            (["Will it hold?"], "CALDER", ":"),
            (["It will."], "ROE", ":"),
            (["For how long?"], "CALDER", ":"),
        ],
    ),
    (
        "They met.\n\nQ: Will it hold?\n\nA: It will.\n\nFor years.\n\nQ: And then?\n\nA: We mend it.\n\nThey left.",
        [
            (["Will it hold?"], "Q", ":"),
            (["It will.", "For years."], "A", ":"),
            (["And then?"], "Q", ":"),
            (["We mend it."], "A", ":"),
        ],
    ),
    ("Date: Monday\n\nPlace: the pier\n\nTime: noon", []),
    ("CALDER: Will it hold?\n\nIt held.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*SIGNED, *POSTED, *LETTERS, *TURNS], ids=lambda value: str(value)[:40])
def test_the_layout_is_read(text: str, expected: Read) -> None:
    assert read(text) == expected
