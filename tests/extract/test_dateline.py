"""Datelines in the styles of the agencies."""

from __future__ import annotations

import pytest

from onrecord.extract.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LUBBOCK, Texas (AP) — The county voted on Tuesday.", "LUBBOCK, Texas"),
        ("LONDON — The minister resigned.", "LONDON"),
        ("WASHINGTON, Feb. 20 (Reuters) - The senate met.", "WASHINGTON"),
        ("KUALA LUMPUR, Nov 22 — The minister said so.", "KUALA LUMPUR"),
        ("ST. JOSEPH, Mich. (WRB) – A sixth case.", "ST. JOSEPH, Mich."),
        ("Marrow Bay (AP) -- The ferry will run.", "Marrow Bay"),
        ("GENEVA/LONDON, March 3 (Reuters) - Talks went on.", "GENEVA/LONDON"),
        ("SÃO PAULO (AP) — The city voted.", "SÃO PAULO"),
        ("A summary without a dateline.\n\nTOKYO -- The council met.", "TOKYO"),
    ],
)
def test_finds_the_place_and_where_it_stands(text: str, place: str) -> None:
    found = find_dateline(text)
    assert found is not None
    assert found.place == place
    assert text[slice(*found.span)] == place


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING — The council has voted.",
        "The council – which met on Tuesday – voted.",
        "COVID-19 - what we know so far.",
        "“LONDON — calling,” he said.",
        "NATO said on Tuesday that talks went on.",
        "",
    ],
)
def test_other_dashes_are_no_dateline(text: str) -> None:
    assert find_dateline(text) is None
