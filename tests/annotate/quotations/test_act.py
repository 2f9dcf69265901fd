"""Said, thought or unclear: the act that a cue states."""

from __future__ import annotations

import pytest

from onrecord.annotate.quotations.act import act_of
from onrecord.model import Act, Kind

CASES = [
    ("said", Act.SAID),
    ("has repeatedly told", Act.SAID),
    ("wrote on Instagram", Act.SAID),
    ("According to", Act.SAID),
    ("did not say", Act.SAID),
    ("in a statement", Act.SAID),
    ("denied", Act.SAID),
    ("vowed", Act.SAID),
    ("quipped", Act.SAID),
    ("His advice:", Act.SAID),
    ("expressed concern", Act.SAID),
    (":", Act.SAID),
    ("―", Act.SAID),
    ("thinks", Act.THOUGHT),
    ("had hoped", Act.THOUGHT),
    ("was worried", Act.THOUGHT),
    ("in his view", Act.THOUGHT),
    ("would like", Act.THOUGHT),
    ("does not believe", Act.THOUGHT),
    ("knew", Act.THOUGHT),
    ("showed", Act.UNCLEAR),
    ("supports", Act.UNCLEAR),
    ("seemed", Act.UNCLEAR),
]


@pytest.mark.parametrize(("cue", "act"), CASES, ids=[cue for cue, _ in CASES])
def test_the_cue_states_the_act(cue: str, act: Act) -> None:
    text = f"Ines Calder {cue} the wall."
    begin = text.index(cue)
    assert act_of(text, (begin, begin + len(cue)), Kind.INDIRECT) is act
    assert act_of(text, (begin, begin + len(cue)), Kind.DIRECT) is Act.SAID


def test_without_a_cue_it_is_unclear_unless_in_quotation_marks() -> None:
    assert act_of("The wall.", None, Kind.INDIRECT) is Act.UNCLEAR
    assert act_of("“The wall.”", None, Kind.DIRECT) is Act.SAID
