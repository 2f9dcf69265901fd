"""Speakers of sources that contain a name, and the basis given for them."""

from __future__ import annotations

import pytest

from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.text.document import Document
from onrecord.model.quotation import UNCERTAIN
from tests.helpers.marked_sources import last, resolved

NAMED = [
    # By surname, title, given name, nickname.
    ("Jane Doe opened the bridge. ⟦Doe⟧ said it was safe.", "Jane Doe", "person"),
    ("⟦Quina Banks, 25,⟧ said it was safe.", "Quina Banks", "person"),
    ("Residents knew Banks. ⟦Banks⟧ said it was safe.", "Banks", "person"),
    ("Mr. and Mrs. Orr came. ⟦Mr. Orr⟧ said it was safe.", "Orr", "person"),
    ("Jane Doe and John Doe came. ⟦Ms. Doe⟧ said it was safe.", "Jane Doe", "person"),
    ("Larry King came. ⟦Mr. King⟧ said it was safe.", "Larry King", "person"),
    ("Rosa de la Vega came. ⟦De la Vega⟧ said it was safe.", "Rosa de la Vega", "person"),
    ("Mary O’Neill came. ⟦O’Neill⟧ said it was safe.", "Mary O’Neill", "person"),
    ('Robert C. "Bobby" Lund came. ⟦Bobby Lund⟧ said it was safe.', 'Robert C. "Bobby" Lund', "person"),
    ("Lim Ki-ho leads the port. ⟦Mr. Lim⟧ said it was safe.", "Lim Ki-ho", "person"),
    ("⟦G.K. Harborfield⟧ said it was safe.", "G.K. Harborfield", "person"),
    ("⟦Chief Justice John G. Orr Jr.⟧ said it was safe.", "John G. Orr Jr.", "person"),
    ("Aung Mei Sun Lai spoke. Sun Lai waved. ⟦Sun Lai⟧ said it was safe.", "Aung Mei Sun Lai", "person"),
    ("Mary Schneider came. ⟦Scheider⟧ said it was safe.", "Mary Schneider", "person"),
    ("DOE: It is safe.\n\nJane Doe came. ⟦DOE⟧ said it was safe.", "Jane Doe", "person"),
    # One surname, two people.
    ("Michelle Lund waved. Mr. Lund came. ⟦President Lund⟧ said it was safe.", "Lund", "person"),
    ("Paul Lund runs. Lund won in May.\n\nAnna Lund is his wife. ⟦Lund⟧ said it was safe.", "Anna Lund", "person"),
    ("Keith Lund came. ⟦Rakia Lund⟧ said it was safe.", "Rakia Lund", "person"),
    # What stands around a name.
    ("⟦Jane Doe, who built it,⟧ said it was safe.", "Jane Doe", "person"),
    ("⟦Jane Doe (D-Arden), head of the Harbor Caucus,⟧ said it was safe.", "Jane Doe", "person"),
    ("⟦Orry Lam, professor of law at Arden University in Maine,⟧ said it was safe.", "Orry Lam", "person"),
    ("⟦Jane Doe at the Arden Review⟧ said it was safe.", "Jane Doe", "person"),
    ("⟦Kall -- author of Debating the Bridge --⟧ said it was safe. Aaron Kall left.", "Aaron Kall", "person"),
    ("⟦A lawyer for the port, David Orr,⟧ said it was safe.", "David Orr", "person"),
    ("⟦Apex’s chief executive, Tim Lund,⟧ said it was safe.", "Tim Lund", "person"),
    ("⟦CBN’s Jane Doe⟧ said it was safe.", "Jane Doe", "person"),
    ("Jane Doe came. ⟦Doe’s⟧ view was that it was safe.", "Jane Doe", "person"),
    ("⟦Secretary of State Jane Doe⟧ said it was safe.", "Jane Doe", "person"),
    ("⟦Even Jane Doe⟧ said it was safe.", "Jane Doe", "person"),
    ("Mary Lund came. ⟦Rival Mary Lund⟧ said it was safe.", "Mary Lund", "person"),
    ("Mary Lund came. Lund left. Neither Lund nor Orr won. ⟦Lund⟧ said so.", "Mary Lund", "person"),
    ("ARDEN - ⟦Jane Doe⟧ said it was safe.", "Jane Doe", "person"),
    ("Ryan Orr came. “It is safe.” Said ⟦Orr⟧: “Very.”", "Ryan Orr", "person"),
    ("Ines ⟦Calder⟧ said it was safe.", "Ines Calder", "person"),
    # Several.
    ("⟦Jane Doe and Paul Orr⟧ said it was safe.", "Jane Doe; Paul Orr", "person"),
    ("⟦Both Jane Doe and Paul Orr⟧ said it was safe.", "Jane Doe; Paul Orr", "person"),
    ("⟦Sens. Jane Doe (D-Mont.) and Paul Orr (R-La.)⟧ said it was safe.", "Jane Doe; Paul Orr", "person"),
    (
        "⟦Jane Doe (D-Ore.), Paul Orr (D-Ohio) and Ann Lee (D-N.J.) all⟧ said so.",
        "Jane Doe; Paul Orr; Ann Lee",
        "person",
    ),
    (
        "⟦Senator Jane Doe, Republican of Iowa, and Paul Orr, Democrat of Maine,⟧ said so.",
        "Jane Doe; Paul Orr",
        "person",
    ),
    ("Jane Doe came. ⟦Doe and his aides⟧ said it was safe.", "Jane Doe", "person"),
    ("⟦Jane Doe, head of the port, and other scientists⟧ said it was safe.", "Jane Doe", "person"),
    ("⟦France and Germany⟧ said it was safe.", "France; Germany", "org"),
    ("⟦The Arden Times and the Lunders newspaper chain⟧ said so.", "Arden Times; Lunders", "org"),
    ("⟦Critics of the plan, like Senators Jane Doe and Paul Orr,⟧ said so.", "Jane Doe; Paul Orr", "person"),
    ("Paul Orr came. ⟦some economists, including Mr. Orr,⟧ said it was safe.", "Paul Orr", "person"),
    ("The fisherman Ora Lundel wept. ⟦Lundel⟧ said it was safe.", "Ora Lundel", "person"),
    ("⟦A few of them, such as senator Bob Cork, R-Tenn., and Lind Gram,⟧ said so.", "Bob Cork; Lind Gram", "person"),
    ("⟦Other unions, including the Harbor Federation and the AFLO,⟧ said so.", "Harbor Federation; AFLO", "org"),
    ("⟦Jane Doe and her deputy, Paul Orr,⟧ said it was safe.", "Jane Doe; Paul Orr", "person"),
    ("⟦One of them, Philippa Dunnick,⟧ said it was safe.", "Philippa Dunnick", "person"),
    # Two people with one surname, distinguished by the pronoun after it; a misspelt surname that is a source.
    ("Ann Lund met Paul Lund. Lund raised her hand. ⟦Lund⟧ said it was safe.", "Ann Lund", "person"),
    ("Leslie Wimes spoke. The port opened. ⟦Wines⟧ says it is safe.", "Leslie Wimes", "person"),
    # Headlines.
    ("⟦Ann Lund Hammers Port Chief⟧: It Is Safe And Sound\n\nAnn Lund came.", "Ann Lund", "person"),
    # Organisations, groups, places.
    ("⟦A three-judge panel of the Arden Court of Appeals⟧ said so.", "Arden Court of Appeals", "org"),
    ("⟦Citizens for Harbor Justice⟧ said it was safe.", "Citizens for Harbor Justice", "org"),
    (
        "⟦The U.S. Court of Appeals for the Ninth Circuit⟧ said so.",
        "U.S. Court of Appeals for the Ninth Circuit",
        "org",
    ),
    ("⟦The General Assembly⟧ said it was safe.", "General Assembly", "org"),
    ("⟦The Arden Port Authority⟧ said it was safe.", "Arden Port Authority", "org"),
    ("⟦The APA⟧ said it was safe.", "APA", "org"),
    ("The Arden Port Fund (APF) met. ⟦The APF⟧ said it was safe.", "Arden Port Fund", "org"),
    ("The Arden Monetary Fund met. ⟦The AMF⟧ said it was safe.", "Arden Monetary Fund", "org"),
    ("The Bridge to Harbor Our Town (BHOT) met. ⟦BHOT⟧ said so.", "Bridge to Harbor Our Town", "org"),
    ("The Arden Times wrote. ⟦The Times⟧ said it was safe.", "Arden Times", "org"),
    ("Lundy Energy failed. ⟦Lundy⟧ said it was safe.", "Lundy Energy", "org"),
    ("⟦The nonpartisan Commission on Harbor Debates⟧ said so.", "Commission on Harbor Debates", "org"),
    ("⟦The Committee for a Safe Harbor⟧ said it was safe.", "Committee for a Safe Harbor", "org"),
    ("⟦The city of Arden⟧ said it was safe.", "city of Arden", "org"),
    ("⟦the federal government⟧ said it was safe.", "federal government", "org"),
    ("⟦The Republican National Committee⟧ said it was safe.", "Republican National Committee", "org"),
    ("⟦The Supreme Court this month⟧ said it was safe.", "Supreme Court", "org"),
    ("⟦Democrats⟧ said it was safe.", "Democrats", "group"),
    ("⟦Fellow Republicans⟧ said it was safe.", "Republicans", "group"),
    ("⟦one user @harborjane⟧ said it was safe.", "@harborjane", "person"),
    ("Jane Doe (@harborjane) wrote. ⟦@harborjane⟧ said it was safe.", "Jane Doe", "person"),
]
NAMELESS = [
    "⟦A spokesman for Jane Doe⟧ said it was safe.",
    "⟦Jane Doe's lawyer⟧ said it was safe.",
    "⟦The police officer⟧ said it was safe.",
    "⟦Some Harborites⟧ said it was safe.",
    "⟦Residents⟧ said it was safe.",
    "⟦Many Democrats⟧ said it was safe.",
    "⟦Officials at the Arden Port Authority⟧ said it was safe.",
    "Paul Orr came. ⟦One of Mr. Orr's aides⟧ said it was safe.",
    "⟦Advisers to Jane Doe⟧ said it was safe.",
    "⟦People in other cities⟧ said it was safe.",
    "⟦Developers and supporters in Congress⟧ said it was safe.",
    "⟦An expert⟧ said it was safe.",
    "⟦PORT ARDEN, Maine (Harborlight)⟧ — A jury said it was safe.",
    "⟦Q⟧: Are you tired?",
    "⟦Woman⟧ Says It Is Safe And Sound\n\nThe port is safe.",
    "⟦Gold Star Mother⟧ Says It Is Safe And Sound\n\nThe port is safe.",
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMED, ids=[text[-60:] for text, _, _ in NAMED])
def test_a_source_with_a_name_has_the_full_name(text: str, name: str, kind: str) -> None:
    assert last(text) == (name, kind)


@pytest.mark.parametrize("text", NAMELESS)
def test_a_source_without_a_name_has_none(text: str) -> None:
    assert last(text) == ("", "unnamed")


def test_capitalised_words_in_a_labelled_source_are_a_person() -> None:
    text = "Tyra McClane, of Arden, wept. The clock of Ora Lundel struck."
    assert [entity.name for entity in Names(Document(text), [(0, 23)]).entities] == ["Tyra McClane"]
    assert [entity.name for entity in Names(Document(text)).entities] == []


def test_brackets_in_a_quotation_are_an_editors_insertion() -> None:
    text = "John Legend came. Orr (John Legend is his friend) left. “(Legend) hated it,” he said. “[Legend] hated it.”"
    (legend,) = (person for person in Names(Document(text)).people() if person.name == "John Legend")
    assert [begin for begin, _ in legend.mentions] == [0, text.index("(John") + 1]


def test_a_name_in_an_editors_brackets_is_not_an_antecedent() -> None:
    assert last("Paul Orr told us: “(John Legend) hated it.” ⟦He⟧ said it was safe.")[0] == "Paul Orr"


def test_below_the_least_certainty_the_basis_lists_the_candidates() -> None:
    text = "“Yes,” ⟦Joe Lund⟧ said.\n\nPaul Orr built the bridge. ⟦He⟧ said it was safe."
    speaker = resolved(text)[-1]
    assert (speaker.name, str(speaker.type), speaker.certainty < UNCERTAIN) == ("", "unnamed", True)
    assert speaker.basis == "“He” may be Paul Orr or Joe Lund"


def test_capitalised_words_of_a_headline_are_not_a_name() -> None:
    text = "Harbor Breaks With Lund Over Bridge\n\nMary Lund came. Lund left."
    (lund,) = Names(Document(text)).people()
    assert lund.name == "Mary Lund"
    assert [text[begin:end] for begin, end in lund.mentions] == ["Lund", "Mary Lund", "Lund"]


def test_the_basis_says_how_a_speaker_was_found() -> None:
    text = "Jane Doe opened the bridge. ⟦Doe⟧ said it was safe.\n\n“It is,” ⟦she⟧ said."
    assert [speaker.basis for speaker in resolved(text)] == [
        "“Doe” → Jane Doe, named elsewhere in the article",
        "“she” → Jane Doe, the last speaker",
    ]


def test_a_guess_is_less_certain_than_a_name() -> None:
    named, guessed, unknown = (
        resolved(text)[-1].certainty
        for text in ("⟦Jane Doe⟧ said it rained.", "Jane Doe came. ⟦She⟧ said it rained.", "⟦She⟧ said it rained.")
    )
    assert named > guessed > unknown


def test_people_are_listed_with_all_their_mentions() -> None:
    text = "Mayor Jane Doe met Paul Orr of the Arden Port Authority. Doe’s aides left. Orr stayed on Friday."
    people = {
        person.name: (str(person.type), [text[b:e] for b, e in person.mentions])
        for person in Names(Document(text)).people()
    }
    assert people == {
        "Jane Doe": ("person", ["Jane Doe", "Doe"]),
        "Paul Orr": ("person", ["Paul Orr", "Orr"]),
        "Arden Port Authority": ("org", ["Arden Port Authority"]),
    }
