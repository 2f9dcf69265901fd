"""English cue verbs: their forms, and the uses of each form."""

from __future__ import annotations

import pytest

from onrecord.annotate.lexicon.english import cue_verbs


@pytest.mark.parametrize(
    ("lemma", "past", "present"),
    [
        ("say", "said", "says"),
        ("tell", "told", "tells"),
        ("argue", "argued", "argues"),
        ("testify", "testified", "testifies"),
        ("convey", "conveyed", "conveys"),
        ("press", "pressed", "presses"),
        ("rip", "ripped", "rips"),
        ("run", "ran", "runs"),
    ],
)
def test_verbs_have_their_forms(lemma: str, past: str, present: str) -> None:
    assert (cue_verbs.past(lemma), cue_verbs.present(lemma)) == (past, present)
    assert {lemma, past, present} <= cue_verbs.forms(lemma)


def test_no_word_has_two_acts() -> None:
    assert not cue_verbs.SAID_WORDS & cue_verbs.THOUGHT_WORDS
    assert {"claim", "claims", "hoped"} <= cue_verbs.SAID_WORDS | cue_verbs.THOUGHT_WORDS


def test_the_surest_cues_state_that_something_was_said() -> None:
    assert cue_verbs.CUES <= cue_verbs.SAID_WORDS
    assert cue_verbs.DATED_BY_WEEKDAY <= cue_verbs.SAID_WORDS
