"""What a quotation is, in words that a reader sees: its act, and the label of words that are not simply quoted."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import Act, Kind

ACTS: Mapping[str, str] = {
    Act.SAID: "said or written",
    Act.THOUGHT: "thought, meant or felt",
    Act.UNCLEAR: "possibly not a statement",
}
"""Each act in words, by its value in the record."""


def act_label(act: str) -> str:
    """Return an act in words, or its value if it has none."""
    return ACTS.get(act, act)


def quotation_label(kind: Kind, act: Act) -> str:
    """Return the label that a quotation must carry unless it is the speaker's own words, said or written; else ""."""
    if act is Act.SAID:
        return "paraphrase" if kind is Kind.INDIRECT else ""
    return act_label(act)
