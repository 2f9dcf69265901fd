"""When two names of a speaker are one, by the demo newspaper's evaluation."""

from __future__ import annotations

import pytest

from evals import newspaper


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("Jane Doe", "Doe", True),
        ("Jane Doe", "Jane Q. Doe", True),
        ("Jane Doe", "Paul Doe", False),
        ("Jane Doe; Paul Orr", "Paul Orr; Jane Doe", True),
        ("Jane Doe; Paul Orr", "Jane Doe", False),
        ("", "", True),
        ("", "Doe", False),
        ("Doe", "", False),
    ],
)
def test_names_agree_by_their_last_word(wanted: str, got: str, same: bool) -> None:
    assert newspaper.same_name(wanted, got) is same
