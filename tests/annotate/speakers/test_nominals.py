"""Descriptions as sources: roles, documents, campaigns, organisations by their kind."""

from __future__ import annotations

import pytest

from tests.helpers.marked_sources import last, resolved

ROLES = [
    ("Mayor Jane Doe opened the bridge. ⟦The mayor⟧ said it was safe.", "Jane Doe"),
    ("Paul Orr, a lawyer for the port, came. ⟦The lawyer⟧ said it was safe.", "Paul Orr"),
    ("Paul Orr, the port’s attorney, came. ⟦The lawyer⟧ said it was safe.", "Paul Orr"),
    ("Jane Doe is the director of the port. ⟦The director⟧ said it was safe.", "Jane Doe"),
    ("A lawyer for the port, Paul Orr, came. ⟦The port’s lawyer⟧ said it was safe.", "Paul Orr"),
    ("Sen. Jane Doe and Mayor Paul Orr came. ⟦The senator⟧ said it was safe.", "Jane Doe"),
    ("Maine Gov. Ann Lund met Ohio Gov. Paul Orr. ⟦The Maine governor⟧ said so.", "Ann Lund"),
    ("Republican nominee Ann Lund met Paul Orr. ⟦The GOP candidate⟧ said so.", "Ann Lund"),
    ("Former mayor Jane Doe met Mayor Paul Orr. ⟦The former mayor⟧ said so.", "Jane Doe"),
    ("Former mayor Jane Doe met Mayor Paul Orr. ⟦The mayor⟧ said so.", "Paul Orr"),
    ("Paul Orr’s wife Ann Lund came. Paul Orr slept. ⟦Paul Orr’s wife⟧ said so.", "Ann Lund"),
    ("Paul Orr’s ex-wife Ann Lund came. Paul Orr slept. ⟦His ex-wife⟧ said so.", "Ann Lund"),
    ("President Ann Lund met former President Bill Orr. Lund sang. ⟦The president⟧ said so.", "Ann Lund"),
    ("Nominee Ann Lund met nominee Paul Orr. ⟦Both candidates⟧ said so.", "Ann Lund; Paul Orr"),
    ("⟦A Maine judge⟧ closed the bridge.\n\nJudge Paul Orr wrote that it was unsafe.", "Paul Orr"),
    ("Ann Lund ran. Lund won. Lund sang. ⟦The Maine businesswoman⟧ said so.", "Ann Lund"),
]
NOT_ROLES = [
    "Maine Gov. Ann Lund came. ⟦The Ohio governor⟧ said it was safe.",
    "Mayor Ann Lund came. ⟦A mayor⟧ said it was safe.",
    "Paul Orr ran. Orr won. Orr sang. ⟦The businesswoman⟧ said it was safe.",
    "Mayor Paul Orr ran. Orr won. Orr sang. ⟦The governor⟧ said it was safe.",
    "Democrat Paul Orr ran. Orr won. Orr sang. ⟦The Republican nominee⟧ said it was safe.",
    "Paul Orr, father of Ann, ran. Orr won. Orr sang. ⟦The nominee⟧ said it was safe.",
    "Jane Doe came. ⟦The spokesman⟧ said it was safe.",
    "Mayors Ann Lund and Paul Orr came. ⟦The mayors⟧ said it was safe.",
    "Paul Orr came. ⟦His lawyer⟧ said it was safe.",
]
THINGS = [
    # Documents: by their maker, referred back to, announced.
    ("⟦An Arden Institute poll⟧ said it was safe.", "Arden Institute poll", "document"),
    ("⟦A new poll by the Arden Institute⟧ said it was safe.", "Arden Institute poll", "document"),
    ("⟦A study released on Friday by the Arden Institute⟧ said so.", "Arden Institute study", "document"),
    ("⟦A 2014 study by Arden College professor Paul Orr⟧ said so.", "Paul Orr study", "document"),
    ("⟦The Arden Times/CBN News poll⟧ said it was safe.", "Arden Times/CBN News poll", "document"),
    ("⟦A New Hampshire Institute report⟧ said so.", "New Hampshire Institute report", "document"),
    ("An Arden Institute poll came out. ⟦The poll⟧ said it was safe.", "Arden Institute poll", "document"),
    ("An Arden Institute study came out. ⟦The report⟧ said so.", "Arden Institute study", "document"),
    ("⟦A new poll⟧ said so.\n\nThe Arden Institute poll is yearly.", "Arden Institute poll", "document"),
    ("⟦An Arden Institute poll⟧ said so. ⟦It⟧ said it was safe.", "Arden Institute poll", "document"),
    ("Ann Lund sued. ⟦Lund’s complaint⟧ said so.", "Lund complaint", "document"),
    ("⟦The Arden judge’s ruling⟧ said it was safe.", "", "document"),
    ("⟦Phone video⟧ showed that it was safe.", "", "document"),
    ("⟦The report⟧ said it was safe.", "", "document"),
    ("⟦Polls⟧ said it was safe.", "", "document"),
    ("An Arden Institute poll came out, then a poll by children. ⟦The poll⟧ said so.", "", "document"),
    ("The Arden Institute issued a statement. ⟦The statement⟧ said so.", "Arden Institute statement", "document"),
    ("Ann Lund said in a letter that it rained. ⟦The letter⟧ said so.", "Ann Lund letter", "document"),
    ("Ann Lund wrote a memoir. It is in her book. ⟦The book⟧ said so.", "Ann Lund memoir", "document"),
    ("Ann Lund wrote a memoir. Paul Orr came with his book. ⟦The book⟧ said so.", "", "document"),
    ("⟦The Arden Institute⟧ said so in May. ⟦The survey⟧ said so.", "Arden Institute survey", "document"),
    ("⟦The Arden Institute⟧ said so in May. ⟦The letter⟧ said so.", "", "document"),
    ("⟦The Arden Court⟧ closed it. ⟦The ruling⟧ said it was safe.", "Arden Court ruling", "document"),
    ("⟦The Arden Institute⟧ closed it. ⟦The ruling⟧ said it was safe.", "", "document"),
    ("⟦A study that appeared in the Arden Medical Journal⟧ said so.", "Arden Medical Journal study", "document"),
    ("⟦Data from the 2014 Harbor Community Survey⟧ said so.", "Harbor Community Survey", "document"),
    ("⟦The Arden tracking poll⟧ said so.", "Arden tracking poll", "document"),
    ("The Arden Times has a site. ⟦The paper⟧ said it was safe.", "Arden Times", "org"),
    ("⟦New Poll⟧ Shows It Is Safe And Sound\n\nThe port is safe.", "", "document"),
    # Campaigns, families, administrations, police.
    ("⟦The Doe campaign⟧ said it was safe.", "Doe campaign", "group"),
    ("Ann Lund ran. ⟦Ann Lund’s campaign⟧ said it was safe.", "Lund campaign", "group"),
    ("The Lund campaign lost. ⟦The campaign⟧ said it was safe.", "Lund campaign", "group"),
    ("The Lund campaign lost. ⟦The Lund team⟧ said it was safe.", "Lund campaign", "group"),
    ("Ann Lund ran. ⟦Her campaign⟧ said it was safe.", "Lund campaign", "group"),
    ("⟦The Lund campaign and the Arden Port Fund⟧ said so.", "Lund campaign; Arden Port Fund", "group"),
    ("Ann Lund ran. Lund won. ⟦The campaign⟧ said it was safe.", "Lund campaign", "group"),
    ("The Arden police came. ⟦Police⟧ said it was safe.", "Arden police", "org"),
    ("The Arden police met the Lund police. ⟦Police⟧ said it was safe.", "Lund police", "org"),
    ("⟦Police⟧ said it was safe.", "", "unnamed"),
    ("⟦The Lund administration⟧ said it was safe.", "Lund administration", "org"),
    ("Crowds met Arden-Lundby police. ⟦Police⟧ said it was safe.", "Arden-Lundby police", "org"),
    # Organisations by their kind.
    ("The Department of Harbors met. ⟦The agency⟧ said it was safe.", "Department of Harbors", "org"),
    ("The Arden Times wrote. ⟦The newspaper⟧ said it was safe.", "Arden Times", "org"),
    ("The Harbor Debate Commission met. ⟦The commission⟧ said so.", "Harbor Debate Commission", "org"),
    ("The Arden Port Fund met. ⟦The bank⟧ said it was safe.", "", "unnamed"),
    ("The Arden Times wrote. ⟦A newspaper⟧ said it was safe.", "", "unnamed"),
]


@pytest.mark.parametrize(("text", "name"), ROLES, ids=[text[-60:] for text, _ in ROLES])
def test_a_role_refers_to_its_holder(text: str, name: str) -> None:
    assert resolved(text)[-1].name == name


@pytest.mark.parametrize("text", NOT_ROLES)
def test_a_role_without_a_clear_holder_has_no_name(text: str) -> None:
    assert last(text) == ("", "unnamed")


@pytest.mark.parametrize(("text", "name", "kind"), THINGS, ids=[text[-60:] for text, _, _ in THINGS])
def test_a_thing_has_the_name_given_in_the_article(text: str, name: str, kind: str) -> None:
    assert last(text) == (name, kind)
