"""The antecedents of pronouns, and pronouns whose antecedent is unknown."""

from __future__ import annotations

import pytest

from tests.helpers.marked_sources import last, resolved

RESOLVED = [
    # The subject before the rest, the last speaker, gender only to rule out.
    ("Jane Doe opened the bridge with Paul Orr. ⟦She⟧ said it was safe.", "Jane Doe"),
    ("Jane Doe opened the bridge with Paul Orr. ⟦He⟧ said it was safe.", "Paul Orr"),
    ('"Yes," ⟦Mary Lund⟧ said.\n\n"No," ⟦Paul Orr⟧ said.\n\n"Why?" ⟦she⟧ asked.', "Mary Lund"),
    ('"Yes," ⟦Paul Orr⟧ said.\n\n"No," ⟦he⟧ added.', "Paul Orr"),
    ("Paul Orr met John Lund. ⟦He⟧ said it was safe.", "Paul Orr"),
    ("Paul Orr came. Joe Lund, who fished, praised the bridge. ⟦He⟧ said it was safe.", "Joe Lund"),
    ("The letter for John Doe came. Paul Orr opened it. ⟦He⟧ said it was safe.", "Paul Orr"),
    ("It is safe, noted CBN’s Paul Orr.\n\n“Look,” ⟦he⟧ said.", "Paul Orr"),
    ("Terry Strand lost her house. ⟦She⟧ said it was unsafe.", "Terry Strand"),
    ("Mary Lund came.\n\nThe port closed.\n\n⟦She⟧ said it was safe.", "Mary Lund"),
    ("Paul Orr came. ⟦His⟧ view is that it is safe.", "Paul Orr"),
    ("Mayor Paul Orr came. John Lund wrote to him. The mayor laughed. ⟦He⟧ said it was safe.", "Paul Orr"),
    ("Jane Doe and Paul Orr withdrew. ⟦They⟧ said it was safe.", "Jane Doe; Paul Orr"),
    # Relative pronouns.
    ("They met Paul Orr, ⟦who⟧ said it was safe.", "Paul Orr"),
    ("They met Paul Orr of Arden, ⟦who⟧ said it was safe.", "Paul Orr"),
    ("They met Paul Orr, a clerk at the port, ⟦who⟧ said it was safe.", "Paul Orr"),
    ("They met the Arden Port Authority, ⟦which⟧ said it was safe.", "Arden Port Authority"),
    ("Ann Lund — ⟦who⟧ said it was safe — left.", "Ann Lund"),
    ("Ann Lund was one of three members ⟦who⟧ said it was safe.", "Ann Lund"),
    ("They met Ann Lund, now the majority leader, ⟦who in 2010⟧ said it was safe.", "Ann Lund"),
    # Relative pronouns after names that are not known.
    ("Both Democrats and Republicans, ⟦who⟧ said it was safe, left.", "Democrats; Republicans"),
    ("They helped fund Harbor45, a fund ⟦that⟧ said it was safe.", "Harbor45"),
    ("It was told by The Arden Caller, ⟦which⟧ said it was safe.", "Arden Caller"),
    # The first subject of the sentence, and a subject after the last speaker.
    ("Mr. Orr said Mr. Lund had not won him over, but ⟦he⟧ said it was safe.", "Orr"),
    ("Paul Orr, a guest of Mr. Lund, once left. ⟦He⟧ said it was safe.", "Paul Orr"),
    ("“Yes,” ⟦Joe Lund⟧ said.\n\nPaul Orr ran. Orr won. ⟦He⟧ said it was safe.", "Paul Orr"),
    # A woman’s given name alone; the current holder of an office.
    ("Joe Orr slept. Melanie woke. ⟦He⟧ said it was safe.", "Joe Orr"),
    ("President Paul Lund met former President Bill Orr. Then the president sang. ⟦He⟧ said so.", "Paul Lund"),
    # It and they.
    ("⟦The Arden Port Authority⟧ said so. ⟦Ann Lund⟧ said so. ⟦It⟧ said it was unsafe.", "Arden Port Authority"),
    ("⟦The Arden Port Authority⟧ said so. ⟦It⟧ said it was safe.", "Arden Port Authority"),
    ("The Arden Port Authority closed the bridge. ⟦It⟧ said it was unsafe.", "Arden Port Authority"),
    ("⟦Jane Doe and Paul Orr⟧ said so. ⟦They⟧ said it was safe.", "Jane Doe; Paul Orr"),
    ("Wren Achter mends motors. ⟦They⟧ said so. Achter said they had tried.", "Wren Achter"),
    ("⟦Democrats⟧ said so. ⟦They⟧ said it was safe.", "Democrats"),
    ("Jane Doe and Paul Orr opened the bridge. ⟦They⟧ said it was safe.", "Jane Doe; Paul Orr"),
    ("Jane Doe and Paul Orr opened the bridge. ⟦Both men⟧ said it was safe.", "Jane Doe; Paul Orr"),
]
UNKNOWN = [
    "⟦She⟧ said it was safe.",
    "⟦They⟧ said it was safe.",
    "⟦You⟧ said it was safe.",
    "Mary Lund came. ⟦He⟧ said it was safe.",
    "Paul Orr came. ⟦A clerk⟧ said it was unsafe. ⟦She⟧ said so twice.",
    "Paul Orr came. ⟦A clerk⟧ said it was unsafe. ⟦He⟧ said so twice.",
    "The bridge, ⟦which⟧ speaks of safety, closed.",
    "It helped in Arden - ⟦which⟧ said that it was safe.",
    "Even Republicans ⟦who⟧ said it was safe left.",
    "Ann Lund and Jane Orr waved. ⟦Their aides⟧ said so. ⟦They⟧ said it was safe.",
    "Wren Achter mends motors. ⟦They⟧ said it was safe.",
    "Jane Doe mends motors. ⟦They⟧ said it was safe. Doe said they had tried.",
    "The two fishermen ⟦who⟧ said it was safe left.",
    "⟦Paul Orr⟧ said so. ⟦It⟧ said it was safe.",
    "⟦Experts⟧ said so. ⟦They⟧ said it was safe.",
]


@pytest.mark.parametrize(("text", "name"), RESOLVED, ids=[text[-60:] for text, _ in RESOLVED])
def test_a_pronoun_has_an_antecedent(text: str, name: str) -> None:
    assert last(text)[0] == name


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_pronoun_without_a_fitting_name_is_unknown(text: str) -> None:
    assert last(text) == ("", "unnamed")


def test_the_basis_names_both_candidates_of_a_tie() -> None:
    speaker = resolved("The bridge by Paul Orr stands near the house by John Lund. ⟦He⟧ said it was safe.")[-1]
    assert speaker.name == ""
    assert speaker.certainty < 0.5
    assert "Paul Orr" in speaker.basis
    assert "John Lund" in speaker.basis


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = "⟦Jane Doe⟧ said that ⟦I⟧ think it is safe."
    assert last(text, authors=("Paul Orr",))[0] == "Jane Doe"


def test_i_outside_is_the_author() -> None:
    text = "The bridge was closed. ⟦I⟧ think it is safe."
    assert last(text, authors=("By PAUL ORR",))[0] == "Paul Orr"
    assert last(text, authors=("Paul Orr", "Jane Doe"))[0] == ""
    assert last(text)[0] == ""


def test_i_is_the_author_in_the_note_below_an_article() -> None:
    text = "⟦I⟧ think it is safe.\n\nIt was built well.\n\nPaul Orr is a retired engineer in Arden."
    assert last(text)[0] == "Paul Orr"


def test_i_on_a_page_of_letters_is_the_signature_below() -> None:
    text = "Letters.\n\n⟦I⟧ think it is safe.\n\nPaul Orr.\n\nArden.\n\n⟦I⟧ think not.\n\nJane Doe; Lund."
    assert [speaker.name for speaker in resolved(text)] == ["Paul Orr", "Jane Doe"]
