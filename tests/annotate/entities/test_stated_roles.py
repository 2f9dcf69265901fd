"""Roles that an article states of its people, and their genders."""

from __future__ import annotations

import pytest

from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.entities.stated_roles import genders_of, stated_roles
from onrecord.annotate.text.document import Document


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Jane Doe came.", "she"),
        ("Mr. Quin Doe came.", "he"),
        ("Terry Doe came.", ""),
        ("Spokeswoman Quin Doe came.", "she"),
        ("Quin Doe, his wife, said so.", "she"),
    ],
)
def test_gender_comes_from_title_role_or_given_name(text: str, gender: str) -> None:
    document = Document(text)
    names = Names(document)
    assert list(genders_of(names, stated_roles(document, names)).values()) == [gender]


@pytest.mark.parametrize(
    ("text", "roles", "words"),
    [
        ("Mayor Jane Doe came.", {"mayor"}, set()),
        ("Jane Doe, the former mayor of Arden, came.", {"mayor"}, {"former", "arden"}),
        ("The port lawyer Jane Doe came.", {"lawyer"}, {"port"}),
        ("A lawyer for the port, Jane Doe, came.", {"lawyer"}, {"port"}),
        ("Jane Doe, the port’s press director, came.", {"director", "spokesperson"}, set()),
        ("Sen. Jane Doe (R-Maine) came.", {"senator"}, {"republican"}),
        ("Jane Doe came.", set(), set()),
    ],
)
def test_roles_are_read_around_a_name(text: str, roles: set[str], words: set[str]) -> None:
    document = Document(text)
    (stated,) = stated_roles(document, Names(document)).values()
    assert stated.roles == roles
    assert words <= stated.words
