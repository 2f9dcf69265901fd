"""Expansions of acronyms and of other short names of organisations."""

from __future__ import annotations

import pytest

from onrecord.annotate.entities.acronyms import Acronyms


def test_initials_and_brackets_expand_an_acronym() -> None:
    acronyms = Acronyms("The Bridge to Harbor Our Town (BHOT) met.", [("Arden", "Port", "Fund"), ("Lundy", "Energy")])
    assert acronyms.expand("BHOT") == ("Bridge", "to", "Harbor", "Our", "Town")
    assert acronyms.expand("A.P.F.") == ("Arden", "Port", "Fund")
    assert acronyms.expand("Lundy") == ("Lundy", "Energy")
    assert acronyms.expand("XYZ") == ()


@pytest.mark.parametrize(
    ("name", "short", "expected"),
    [
        (("Arden", "Times"), "Times", ("Arden", "Times")),
        (("Lund", "Energy"), "Lund", ("Lund", "Energy")),
        # A common word, and a given name.
        (("National", "Bank"), "National", ()),
        (("Ann", "Church"), "Ann", ()),
    ],
)
def test_an_organisation_may_go_by_one_word(name: tuple[str, ...], short: str, expected: tuple[str, ...]) -> None:
    assert Acronyms("", [name]).expand(short) == expected
