"""Bylines, titles and outlets."""

from __future__ import annotations

import pytest

from onrecord.extract.bylines import author_names
from onrecord.extract.titles import choose_title, is_name, without_slogan


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Tobias Renn", ("Tobias Renn",)),
        ("by Tobias Renn and Ines Calder", ("Tobias Renn", "Ines Calder")),
        ("Tobias Renn, Ines Calder & Per Aho", ("Tobias Renn", "Ines Calder", "Per Aho")),
        ("Tobias Renn, Political Correspondent", ("Tobias Renn",)),
        ("Tobias Renn - Staff Writer", ("Tobias Renn",)),
        ("Tobias Renn | Marrow Bay Ledger", ("Tobias Renn",)),
        ("Tobias Renn / Ines Calder", ("Tobias Renn", "Ines Calder")),
        ("Renn, Tobias", ("Tobias Renn",)),
        ("Tobias Renn, Jr.", ("Tobias Renn, Jr.",)),
        ("Ines Calder, M.D., Per Aho, PhD", ("Ines Calder", "Per Aho")),
        ("Associated Press", ("Associated Press",)),
        ("Reuters", ("Reuters",)),
        ("TOBIAS RENN", ("TOBIAS RENN",)),
        ("松岡大地", ("松岡大地",)),
        ("Anders Oyelaran", ("Anders Oyelaran",)),
        ("https://www.marrowbayledger.example/people/tobias-renn", ()),
        ("t.renn@marrowbayledger.example", ()),
        ("Staff", ()),
        ("Ledger Staff", ()),
        ("admin", ()),
        ("trenn", ()),
        ("Marrow Bay Ledger", ()),
        ("The Marrow Bay Ledger", ()),
        ("", ()),
    ],
)
def test_bylines(byline: str, names: tuple[str, ...]) -> None:
    assert author_names([byline], outlets=["Marrow Bay Ledger", "marrowbayledger.example"]) == names


def test_a_name_given_twice_stands_once() -> None:
    assert author_names(["Tobias Renn", "By TOBIAS RENN", "Ines Calder"]) == ("Tobias Renn", "Ines Calder")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Ferry slip to reopen | Marrow Bay Ledger", "Ferry slip to reopen"),
        ("Ferry slip to reopen - Marrow Bay Ledger", "Ferry slip to reopen"),
        ("Ferry slip to reopen – marrowbayledger.example", "Ferry slip to reopen"),
        ("Ferry slip to reopen | News | Marrow Bay Ledger", "Ferry slip to reopen | News"),
        ("BUDGET | Ferry slip to reopen", "BUDGET | Ferry slip to reopen"),
        ("Ferry slip - what to know", "Ferry slip - what to know"),
        ("渡船場が再開へ｜Marrow Bay Ledger", "渡船場が再開へ"),
    ],
)
def test_titles_lose_the_site_name_only(written: str, expected: str) -> None:
    assert choose_title([written], site=["The Marrow Bay Ledger", "marrowbayledger.example"]) == expected


def test_a_title_that_is_only_the_site_name_is_passed_over() -> None:
    assert (
        choose_title(["Marrow Bay Ledger", "Ferry slip to reopen"], site=["Marrow Bay Ledger"])
        == "Ferry slip to reopen"
    )


def test_outlet_names() -> None:
    assert without_slogan("Marrow Bay Ledger | News you can use") == "Marrow Bay Ledger"
    assert is_name("Marrow Bay Ledger", "marrowbayledger.example")
    assert not is_name("marrowbayledger", "marrowbayledger.example")
    assert not is_name("https://www.marrowbayledger.example", "marrowbayledger.example")
