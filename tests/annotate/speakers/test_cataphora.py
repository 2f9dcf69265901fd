"""People described in the lead and named further down, and roles that an article never states."""

from __future__ import annotations

import pytest

from tests.helpers.marked_sources import last

NAMED_SOON = [
    ("⟦A former port chairman⟧ says it is safe.\n\n“Now is the time,” said Don Fowl, who led the port.", "Don Fowl"),
    ("⟦Former port chairman⟧ says it is safe.\n\n“Now is the time,” said Don Fowl.", "Don Fowl"),
    ("⟦Arden’s tax commissioner⟧ says it is safe.\n\nKevin Sull says he looked.", "Kevin Sull"),
    ("⟦A spokeswoman⟧ says it is safe.\n\nCommunications director Jenna Palm spoke on Friday.", "Jenna Palm"),
    ("The port closed.\n\n2:45 p.m.\n\n⟦A clerk⟧ says it is safe.\n\nKevin Sull says he looked.", "Kevin Sull"),
    (
        "⟦The Arden attorney general⟧ is sure.\n\nBut Attorney General Eric Schnei closed nothing there either.",
        "Eric Schnei",
    ),
    ("⟦A harbor court⟧ said it is safe.\n\nThe Arden Court of Appeals sat on Friday.", "Arden Court of Appeals"),
]
NOT_NAMED_SOON = [
    # Another role is stated; another place; another person speaks first; not a lead.
    "⟦A former port chairman⟧ says it is safe.\n\n“Now is the time,” said Don Fowl, a baker.",
    "⟦An Arden spokesman⟧ says it is safe.\n\nOhio port spokesman Don Fowl said no.",
    "⟦The nominee⟧ says it is safe.\n\n“Now is the time,” said Don Fowl.",
    "The port closed. " * 40 + "\n\n⟦A clerk⟧ says it is safe.\n\nKevin Sull says he looked.",
    "⟦A clerk⟧ says it is safe. “No,” he said, “Kevin Sull said it.”",
    "⟦Clerks⟧ say it is safe.\n\nKevin Sull says he looked.",
]
VARIED = [
    ("“Yes,” ⟦Ann Lund⟧ said.\n\n⟦The Maine senator⟧ said it is safe.", "Ann Lund"),
    ("“Yes,” ⟦Ann Lund⟧ said. ⟦Orr’s former strategist⟧ said it is safe.", "Ann Lund"),
    ("As far as whether Ann Lund still feels so, ⟦the Maine senator⟧ said it is safe.", "Ann Lund"),
]
NOT_VARIED = [
    "Mayor Ann Lund came. “Yes,” ⟦Lund⟧ said. ⟦The Maine senator⟧ said it is safe.",
    "“Yes,” ⟦Ann Lund⟧ said. ⟦The spokesman⟧ said it is safe.",
    "“Yes,” ⟦Ann Lund⟧ said. Near the house of Paul Orr ⟦the Maine senator⟧ said it is safe.",
    "“Yes,” ⟦Ann Lund⟧ said. It rained. It rained. It rained. It rained. ⟦The Maine senator⟧ said it is safe.",
]


@pytest.mark.parametrize(("text", "name"), NAMED_SOON, ids=[text[:50] for text, _ in NAMED_SOON])
def test_a_lead_describes_the_person_named_soon_after(text: str, name: str) -> None:
    assert last(text)[0] == name


@pytest.mark.parametrize("text", NOT_NAMED_SOON, ids=[text[-60:] for text in NOT_NAMED_SOON])
def test_a_lead_does_not_describe_another_person(text: str) -> None:
    assert last(text) == ("", "unnamed")


@pytest.mark.parametrize(("text", "name"), VARIED, ids=[text[:50] for text, _ in VARIED])
def test_an_unstated_role_refers_to_the_last_speaker(text: str, name: str) -> None:
    assert last(text)[0] == name


@pytest.mark.parametrize("text", NOT_VARIED, ids=[text[:50] for text in NOT_VARIED])
def test_an_unstated_role_is_unknown_if_another_person_may_hold_it(text: str) -> None:
    assert last(text) == ("", "unnamed")
