"""Plain English is recognised without the model, and nothing else is; both agree."""

from __future__ import annotations

import importlib
from types import ModuleType

import pytest

ENGLISH = (
    "The harbour office said that the ferry would sail again from the old pier, with twice the crew it had in May. "
    "The mayor, who had asked for the repairs, told the council that they would have been cheaper a year ago. This is "
    "what the captains wanted, and the town will pay for it over the next ten years."
)
DUTCH = (
    "De haven was volgens het kantoor in mei al te klein, of het nu om de veerboot of om de vrachtschepen ging. Het "
    "bestuur is er niet over uit wie er voor de werken aan de oude pier zal betalen, en in de zomer is er geen tijd "
    "voor. De kapiteins willen dat er in het najaar wordt begonnen, want dan is er op zee niet veel te doen."
)


@pytest.fixture
def module() -> ModuleType:
    """The module, whose name in the package is its function's."""
    return importlib.import_module("onrecord.extract.language")


@pytest.fixture
def no_model(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails the test where the model is asked."""

    def refuse() -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(module, "_identifier", refuse)


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("declared", ["", "en", "de"])
def test_plain_english_needs_no_model(module: ModuleType, declared: str) -> None:
    assert module.detect_language(ENGLISH, declared=declared) == "en"
    assert module.detect_language(ENGLISH.upper(), declared=declared) == "en"


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize(
    "text",
    [DUTCH, ENGLISH[:220] + DUTCH, DUTCH + ENGLISH[:220], ENGLISH[:150], "Harbour, pier, ferry, crew. " * 20],
    ids=["Dutch", "Dutch behind", "Dutch in front", "short", "no small words"],
)
def test_all_else_is_left_to_the_model(module: ModuleType, text: str) -> None:
    with pytest.raises(AssertionError, match="the model was loaded"):
        module.detect_language(text)


def test_the_model_says_the_same(module: ModuleType) -> None:
    assert module._identifier().classify(ENGLISH)[0] == "en"
    assert module.detect_language(DUTCH) == "nl"
