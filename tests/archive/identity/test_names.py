"""Comparing names, with invented cases: forms, initials, nicknames, suffixes, particles, hyphens."""

from __future__ import annotations

import pytest

from onrecord.archive.identity import keys, slug
from onrecord.archive.identity.names import (
    Likeness,
    compare,
    normal,
    parse,
)
from onrecord.model import SpeakerType

PERSON, ORG = SpeakerType.PERSON, SpeakerType.ORG

SAME = [
    ("Jane Doe", "JANE DOE"),
    ("Hélène Duvarnay", "Helene Duvarnay"),
    ("Sen. Jane Doe", "Jane Doe"),
    ("Dr. Jane Doe", "Jane Doe, M.D."),
    ("Donald J. Lund", "Donald Lund"),
    ("Hillary Rodham Lund", "Hillary Lund"),
    ("Shaun O’Neill", "Shaun O'Neill"),
    ("J.K. Orr", "J. K. Orr"),
    ("JD Orr", "J.D. Orr"),
    ("Jean-Paul Orr", "Jean Paul Orr"),
    ("Pieter van der Berg", "Pieter Van Der Berg"),
    ("Bill de Lund", "Bill De Lund"),
    ("Søren Ødegård", "Soren Odegard"),
    ("Paul Orr Jr.", "Paul Orr, Jr"),
    ("Ban Ki-ho", "Ban Ki-ho"),
    ("Doe", "DOE"),
]
VARIANT = [
    ("Bill Lund", "William Lund"),
    ("Bob Lund", "Robert T. Lund"),
    ("Liz Orr", "Elizabeth Orr"),
    ("Len Lund", "Leonard E. Lund"),
    ("Kathy Orr", "Catherine Orr"),
    ('Robert "Skip" Orr', "Skip Orr"),
    ("W. Mitt Orr", "Mitt Orr"),
    ("Ferdinand Alcott-Ruhe", "Ferdinand Ruhe"),
]
INITIAL = [("J. Doe", "Jane Doe"), ("J. Doe", "John Doe"), ("Jane M. Doe", "J. Doe")]
PART = [
    ("Doe", "Jane Doe"),
    ("Ruhe", "Ferdinand Alcott-Ruhe"),
    ("de Lund", "Bill de Lund"),
    ("van der Berg", "Pieter van der Berg"),
]
NEVER = [
    ("Bernie Sanders", "Sarah Sanders"),
    ("George W. Lund", "George H. W. Lund"),
    ("George W. Lund", "George H.W. Lund"),
    ("Paul Orr Jr.", "Paul Orr Sr."),
    ("Paul Orr II", "Paul Orr III"),
    ("Jane Doe", "Jane Roe"),
    ("Harold Orr", "Henry Orr"),
    ("Jane A. Doe", "Jane B. Doe"),
    ("J. Doe", "Paul Doe"),
    ("Jane", "Jane Doe"),
    ("Lund Ki-ho", "Ki-ho Lund"),
    ("", "Jane Doe"),
]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        *((*pair, Likeness.SAME) for pair in SAME),
        *((*pair, Likeness.VARIANT) for pair in VARIANT),
        *((*pair, Likeness.INITIAL) for pair in INITIAL),
        *((*pair, Likeness.PART) for pair in PART),
        *((*pair, Likeness.NEVER) for pair in NEVER),
    ],
)
def test_names_are_alike_or_contradict_each_other(one: str, other: str, likeness: Likeness) -> None:
    assert compare(parse(one), parse(other)) is likeness
    assert compare(parse(other), parse(one)) is likeness


@pytest.mark.parametrize(("one", "other"), [*SAME, *VARIANT, *INITIAL, *PART])
def test_whoever_may_be_one_person_shares_a_key(one: str, other: str) -> None:
    assert set(keys(one, PERSON)) & set(keys(other, PERSON))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The F.B.I.", "FBI"),
        ("the Osk Mills Company, Inc.", "Osk Mills"),
        ("Lund & Orr Ltd.", "Lund and Orr"),
        ("St. Brannoc’s Hospital", "St Brannoc's hospital"),
        ("Café Arden", "Cafe Arden"),
        ("Teachers’ Alliance", "Teachers' Alliance"),
    ],
)
def test_names_of_organisations_are_compared_without_what_print_varies(one: str, other: str) -> None:
    assert normal(one) == normal(other)
    assert keys(one, ORG) == keys(other, SpeakerType.GROUP)


def test_persons_and_organisations_share_no_key() -> None:
    assert not set(keys("Orr", PERSON)) & set(keys("Orr", ORG))
    assert keys("@orr", PERSON) == keys("@Orr", ORG) == ("@orr",)
    assert keys("  ", PERSON) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hélène Duvarnay", "helene-duvarnay"),
        ("Shaun O’Neill Jr.", "shaun-oneill-jr"),
        ("St. Brannoc’s Hospital", "st-brannocs-hospital"),
        ("Łukasz Groß", "lukasz-gross"),
    ],
)
def test_a_slug_is_plain(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["", "李明", "…", "!" * 300])
def test_a_slug_is_never_empty(name: str) -> None:
    assert slug(name)
    assert slug("李明") != slug("王明")


@pytest.mark.parametrize("name", ["", " ", "Jr.", "de", "-", "'", "@", '""', "Mr.", "a" * 5000, "O'", "\x00", "١٢"])
def test_no_name_raises(name: str) -> None:
    parse(name), keys(name, PERSON), keys(name, ORG), slug(name)
    assert compare(parse(name), parse("Jane Doe")) is Likeness.NEVER
