"""Decisions about who is one person, with invented people in appearances of the shapes that articles give."""

from __future__ import annotations

import json

import pytest

from onrecord.archive.identity import (
    Appearance,
    Choice,
    Profile,
    choose,
)
from onrecord.model import SpeakerType

PERSON, ORG = SpeakerType.PERSON, SpeakerType.ORG
COUNCIL = ("Arden Council", "Ada Frost", "Mary Lund", "Osk River Authority")
CLUB = ("Port United", "Tove Quist", "Jo Banks", "Harbor League")


def seen(
    name: str,
    *described: str,
    company: tuple[str, ...] = (),
    day: str = "2021-03-01",
    place: str = "",
    outlet: str = "",
    topics: tuple[str, ...] = (),
    type_: SpeakerType = PERSON,
) -> Appearance:
    return Appearance(
        name=name,
        type=type_,
        described=described,
        company=company,
        day=day,
        place=place,
        outlet=outlet,
        topics=topics,
    )


def known(*appearances: Appearance) -> Profile:
    profile = Profile()
    for one in appearances:
        profile.add(one)
    return profile


def test_nobody_known_is_someone_new() -> None:
    assert choose(seen("Dana Ruiz"), []) == Choice(None, 1.0, "no one known by such a name", ())


@pytest.mark.parametrize("name", ["Dana Ruiz", "Dana M. Ruiz", "DANA RUIZ", "Mayor Dana Ruiz"])
def test_one_full_name_is_one_person_where_nothing_speaks_against_it(name: str) -> None:
    mayor = known(seen("Dana Ruiz", "Mayor", company=COUNCIL, outlet="Courier", place="ARDEN"))
    choice = choose(seen(name, company=CLUB, outlet="Ledger", place="LINDEN", day="2023-01-01"), [mayor])
    assert choice.index == 0
    assert choice.basis.startswith("same name")


def test_a_mayor_and_a_goalkeeper_of_one_name_are_two() -> None:
    mayor = known(seen("Dana Ruiz", "Mayor", company=COUNCIL))
    keeper = known(seen("Dana Ruiz", "the goalkeeper", company=CLUB))
    new = choose(seen("Dana Ruiz", "goalkeeper for Port United", company=CLUB), [mayor])
    assert new.index is None
    assert new.others == (0,)
    assert "one in sport, the other in politics" in new.basis
    both = choose(seen("Dana Ruiz", "Port United goalkeeper", company=CLUB), [mayor, keeper])
    assert both.index == 1
    assert "both times goalkeeper" in both.basis
    assert "both beside Port United" in both.basis
    assert choose(seen("Dana Ruiz", "the mayor of Arden", company=COUNCIL), [mayor, keeper]).index == 0


def test_someone_may_change_work_over_the_years() -> None:
    champion = known(seen("Dana Ruiz", "the goalkeeper", company=CLUB, day="2001-05-01"))
    now = choose(seen("Dana Ruiz", "Mayor", company=("Port United", "Tove Quist", "X Y"), day="2021-05-01"), [champion])
    assert now.index == 0


def test_a_surname_alone_is_not_guessed() -> None:
    bernie = known(seen("Bernie Sanders", "Sen.", "(I-Vt.)"), seen("Bernie Sanders", "Vermont senator"))
    sarah = known(seen("Sarah Sanders", "press secretary"), seen("Sarah Sanders", "press secretary"))
    choice = choose(seen("Sanders"), [bernie, sarah])
    assert choice.index is None
    assert set(choice.others) == {0, 1}
    assert "surname alone" in choice.basis


def test_a_surname_goes_with_the_one_of_whom_the_rest_is_told() -> None:
    bernie = known(seen("Bernie Sanders", "Sen.", "(I-Vt.)"), seen("Bernie Sanders", "Vermont senator"))
    sarah = known(seen("Sarah Sanders", "press secretary"), seen("Sarah Sanders", "press secretary"))
    assert choose(seen("Sanders", "Vermont Sen."), [bernie, sarah]).index == 0
    assert choose(seen("Sanders", "Arden council spokeswoman", company=COUNCIL), [bernie, sarah]).index is None
    sarah.add(seen("Sarah Sanders", "press secretary", company=COUNCIL))
    assert choose(seen("Sanders", "spokeswoman", company=COUNCIL), [bernie, sarah]).index == 1


def test_a_surname_alone_needs_evidence_even_with_one_bearer() -> None:
    orr = known(seen("Paul Orr", "clerk", company=COUNCIL))
    assert choose(seen("Orr", company=CLUB), [orr]).index is None
    assert choose(seen("Orr", "clerk", company=COUNCIL), [orr]).index == 0


def test_those_known_by_the_surname_alone_keep_nobody_from_the_full_name() -> None:
    alone = [known(seen("Orr", "president")) for _ in range(4)]
    full = known(*(seen("Paul Orr", "President", company=COUNCIL) for _ in range(9)))
    assert choose(seen("Orr", "President", company=COUNCIL), [*alone, full]).index == 4


@pytest.mark.parametrize(
    ("age", "day", "same"), [("34", "2021", True), ("36", "2023-02", True), ("61", "2021-03-01", False)]
)
def test_ages_agree_or_rule_out(age: str, day: str, same: bool) -> None:
    orr = known(seen("Paul Orr", "34", "a farmer", day="2021-06-01"))
    choice = choose(seen("Paul Orr", age, "a farmer", day=day), [orr])
    assert (choice.index == 0) is same
    assert ("ages agree" in choice.basis) is same
    assert same or "born about" in choice.basis


@pytest.mark.parametrize("other", ["Paul Orr Sr.", "Peter Orr", "George H. W. Orr"])
def test_names_that_contradict_are_never_one(other: str) -> None:
    mine = {"Paul Orr Sr.": "Paul Orr Jr.", "Peter Orr": "Paul Orr", "George H. W. Orr": "George W. Orr"}[other]
    same = {"company": COUNCIL, "outlet": "Courier", "place": "ARDEN"}
    choice = choose(seen(mine, "Mayor", **same), [known(seen(other, "Mayor", **same))])  # type: ignore[arg-type]
    assert choice == Choice(None, 1.0, "no one known by such a name", ())


def test_a_name_between_two_is_neither_without_reason() -> None:
    one, other = known(seen("George W. Orr")), known(seen("George H. W. Orr"))
    choice = choose(seen("George Orr"), [one, other])
    assert choice.others


def test_a_father_beside_his_son_is_another() -> None:
    father = known(seen("Paul Orr", "owner of the mill", company=COUNCIL))
    son = choose(seen("Paul Orr Jr.", "owner of the mill", company=("Paul Orr", *COUNCIL[2:])), [father])
    assert son.index is None
    assert "beside" in son.basis


@pytest.mark.parametrize(("short", "long"), [("Liz Orr", "Elizabeth Orr"), ("Bob Lund", "Robert T. Lund")])
def test_nicknames_go_with_their_names(short: str, long: str) -> None:
    choice = choose(seen(short, "Mayor", company=COUNCIL), [known(seen(long, "Mayor", company=COUNCIL))])
    assert choice.index == 0
    assert choice.basis.startswith("a form of the same name")


def test_an_initial_needs_evidence() -> None:
    orr = known(seen("Jane Orr", "Mayor", company=COUNCIL))
    assert choose(seen("J. Orr", company=CLUB), [orr]).index is None
    assert choose(seen("J. Orr", "Mayor", company=COUNCIL), [orr]).index == 0


def test_the_title_of_a_spokesman_says_less_than_that_of_a_superintendent() -> None:
    same = choose(seen("Orr", "superintendent"), [known(seen("Paul Orr", "superintendent"))])
    assert same.index == 0
    assert choose(seen("Orr", "spokesman"), [known(seen("Paul Orr", "spokesman"))]).index is None


def test_names_that_all_articles_have_say_nothing() -> None:
    names = tuple(f"Ann {letter}undquist" for letter in "ABCDEFGH")
    orr, again = known(seen("Paul Orr", company=names)), seen("Orr", company=names)
    assert choose(again, [orr]).index == 0
    assert choose(again, [orr], common={name.lower() for name in names}).index is None


def test_a_common_surname_needs_more() -> None:
    orr = known(seen("Paul Orr", "superintendent"))
    assert choose(seen("Orr", "superintendent"), [orr]).index == 0
    assert choose(seen("Orr", "superintendent"), [orr], namesakes=60).index is None


def test_persons_and_organisations_never_mix() -> None:
    assert choose(seen("Orr", type_=ORG), [known(seen("Orr"))]).index is None
    assert choose(seen("Orr"), [known(seen("Orr", type_=ORG))]).index is None
    assert choose(seen("Orr", type_=SpeakerType.UNNAMED), [known(seen("Orr"))]).index is None


def test_organisations_are_one_by_their_name() -> None:
    mills = known(seen("The Osk Mills Co.", type_=ORG))
    assert choose(seen("Osk Mills", type_=SpeakerType.GROUP), [mills]).index == 0
    assert choose(seen("Osk Mill", type_=ORG), [mills]).index is None
    assert choose(seen("@oskmills"), [known(seen("@OskMills"))]).index == 0


def test_every_town_has_a_city_council() -> None:
    here = known(seen("City Council", type_=ORG, place="ARDEN", outlet="Courier", company=COUNCIL))
    assert choose(seen("City Council", type_=ORG, place="ARDEN", outlet="Courier", company=COUNCIL), [here]).index == 0
    there = choose(seen("City Council", type_=ORG, place="LINDEN", outlet="Ledger", company=CLUB), [here])
    assert there.index is None
    assert there.others == (0,)


def test_a_profile_is_the_same_after_json_and_stays_small() -> None:
    profile = Profile()
    for day in range(400):
        company = tuple(f"{'Someone Longnamed Indeed'} {number}" for number in range(day, day + 60))
        words = (f"president of the {'Remarkably' * 3} {day} Authority", "61")
        profile.add(
            seen("Paul Orr " + "x" * (day % 50), *words, company=company, day="2021", place=f"Town {day}",
                 outlet=f"Outlet {day}", topics=(f"topic {day}",))
        )  # fmt: skip
    written = json.dumps(profile.to_json())
    assert len(written) < 4000
    assert Profile.from_json(json.loads(written)) == profile
    assert profile.count == 400
    assert Profile.from_json(Profile().to_json()) == Profile()


def test_what_was_seen_again_outlasts_what_was_seen_once() -> None:
    profile = Profile()
    for number in range(80):
        profile.add(seen("Paul Orr", company=("Ann Lund", f"Passer By {number}")))
    assert profile.company["ann lund"] == 80
    assert "passer by 79" in profile.company
    assert "passer by 3" not in profile.company


def test_the_name_of_a_profile_is_the_full_one_printed_most() -> None:
    profile = known(seen("Orr"), seen("Orr"), seen("Orr"), seen("Paul Orr"), seen("P. Orr"), seen("Paul Orr"))
    assert profile.name == "Paul Orr"
    assert Profile().name == ""


def test_among_people_of_one_surname_and_council_the_full_name_decides() -> None:
    candidates = [
        known(*(seen(name, "Mayor", company=COUNCIL) for _ in range(5))) for name in ("Ann Orr", "Bo Orr", "Cy Orr")
    ]
    appearance = seen("Ann Orr", "Mayor of Arden", company=COUNCIL * 10)
    choice = choose(appearance, candidates)
    assert (choice.index, choice.others) == (0, ())


@pytest.mark.parametrize("name", ["", "Jr.", "@", "de", "…", "\x00", "x" * 3000])
def test_no_appearance_raises(name: str) -> None:
    odd = seen(
        name, "", "()", "(D-)", "…", "99999", company=("", "\x00"), day="20XX", place=",", outlet=" ", topics=("",)
    )
    profile = known(odd, seen(name))
    choose(odd, [profile, known(seen("Jane Doe")), Profile()])
    assert Profile.from_json(json.loads(json.dumps(profile.to_json()))) == profile
