"""`people`, and the speakers in the output of `quotes` and `search`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from onrecord.archive import Named, QuotationHit, Request, open_archive, parse
from onrecord.cli.text import profile_text, speaker_text
from onrecord.model import Speaker, SpeakerType
from tests.helpers.command_line import Run


def test_people_are_listed_with_most_quotations_first(typed: Run, demo_archive: Path) -> None:
    done = typed("people", "-a", demo_archive, "-n", "3")
    first = done.stdout.partition("\n\n")[0].splitlines()
    assert first[0] == "Maren Tolliver  maren-tolliver"
    assert "singer (2023-11-10)" in first[1]
    assert "quotations in 9 articles, 2023-09-25 to 2023-12-29" in first[2]
    assert len(done.stdout.strip().split("\n\n")) == 3
    cursor = done.stderr.rpartition("--after ")[2].strip().strip("'")
    second = typed("people", "-a", demo_archive, "-n", "3", "--after", cursor)
    assert second.stdout
    assert second.stdout.partition("\n")[0] not in done.stdout


def test_people_are_found_by_words_type_and_name(typed: Run, demo_archive: Path) -> None:
    answer = json.loads(typed("people", "ruskin", "--json", "-a", demo_archive).stdout)
    assert {hit["id"] for hit in answer["results"]} >= {"teodora-ruskin"}
    assert (answer["facets"], answer["next"]) == ({}, None)
    orgs = json.loads(typed("people", "--type", "org", "--sort", "name", "--json", "-a", demo_archive).stdout)
    names = [hit["name"].lower() for hit in orgs["results"]]
    assert names == sorted(names)
    assert {hit["type"] for hit in orgs["results"]} == {"org"}
    assert json.loads(typed("people", "--type", "any", "--json", "-a", demo_archive).stdout)["total"] > orgs["total"]


def test_thoughts_and_feelings_are_not_counted_as_quotations(typed: Run, demo_archive: Path) -> None:
    shown = typed("people", "pellinore", "-a", demo_archive).stdout
    assert "person, nothing said or written, only thought or unclear, in 1 article, 2023-09-25" in shown


def test_one_person_is_shown(typed: Run, demo_archive: Path) -> None:
    shown = typed("people", "--id", "farida-olmstead", "-n", "2", "-a", demo_archive).stdout
    for part in ("roles", "outlets", "quoted alongside", "gaps", "articles, the latest 2"):
        assert f"\n{part}\n" in shown
    assert "no quotation in this archive between 2023-10-10 and 2023-11-10 (30 days)" in shown
    assert shown.count("why: ") == 2
    file = json.loads(typed("people", "--id", "farida-olmstead", "--json", "-a", demo_archive).stdout)
    assert {"roles", "outlets", "quoted_alongside", "gaps", "appearances", "corrections"} <= set(file)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--id", "nobody"], "no person in this archive has the id nobody"),
        (["--id", "x", "--regroup"], "choose one"),
        (["ruskin", "--id", "x"], "choose one"),
        (["--after", "mine"], "cursor"),
    ],
)
def test_an_invalid_command_exits_2_with_the_reason(
    typed: Run, demo_archive: Path, arguments: list[str], reason: str
) -> None:
    done = typed("people", *arguments, "-a", demo_archive)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr


def test_names_are_written_as_csv(typed: Run, demo_archive: Path) -> None:
    rows = list(csv.DictReader(typed("people", "--names", "--type", "any", "-a", demo_archive).stdout.splitlines()))
    assert list(rows[0]) == ["id", "name", "type", "described", "first", "last", "quotations"]
    assert rows[0]["id"] == "maren-tolliver"
    total = json.loads(typed("people", "--type", "any", "-n", "1", "--json", "-a", demo_archive).stdout)["total"]
    assert len({row["id"] for row in rows}) == len(rows) == total


def test_regrouping_reapplies_corrections(typed: Run, town: Path) -> None:
    typed("correct", "merge", "olmstead", "farida-olmstead")
    before = typed("people", "--type", "any", "-n", "1000", "--json").stdout
    done = typed("people", "--regroup", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"people": json.loads(before)["total"], "problems": []}
    assert typed("people", "--type", "any", "-n", "1000", "--json").stdout == before


def test_ids_are_shown_with_the_option(typed: Run, demo_archive: Path) -> None:
    hit = json.loads(typed("quotes", "speaker:ruskin", "-n", "1", "--json", "-a", demo_archive).stdout)["results"][0]
    ids = f"article {hit['article']['id']}  quotation {hit['id']}  person {hit['people'][0]['id']}"
    assert ids in typed("quotes", "speaker:ruskin", "-n", "1", "--ids", "-a", demo_archive).stdout
    assert ids not in typed("quotes", "speaker:ruskin", "-n", "1", "-a", demo_archive).stdout
    articles = typed("search", "speaker:ruskin", "-n", "1", "--ids", "-a", demo_archive)
    assert f"\n    article {hit['article']['id']}\n" in articles.stdout


def test_facets_show_names_and_results_show_descriptions(typed: Run, demo_archive: Path) -> None:
    done = typed("quotes", "speaker:lenora-castellane", "-n", "50", "-a", demo_archive)
    assert "speaker: Lenora Castellane (" in done.stderr
    assert "Lenora Castellane (state Sen.), " in done.stdout


def hit(demo_archive: Path, **fields: object) -> QuotationHit:
    """A real result with some fields changed."""
    with open_archive(demo_archive) as archive:
        found = archive.quotes(Request(query=parse("speaker:maren-tolliver"), size=1)).results[0]
    values = {name: getattr(found, name) for name in QuotationHit.__dataclass_fields__}
    return QuotationHit(**{**values, **fields})


RUIZ = Speaker("Dana Ruiz", SpeakerType.PERSON, 0.9, "")


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"people": (Named("dana-ruiz", "Dana Ruiz"),), "described": ()}, "Dana Ruiz"),
        ({"people": (Named("dana-ruiz", "Dana Ruiz"),), "described": ("52", "then mayor")}, "Dana Ruiz (then mayor)"),
        ({"people": (Named("dana-ruiz", "Dana Ruiz (mayor)"),), "described": ()}, "Dana Ruiz (mayor)"),
        ({"people": (Named("dana-ruiz", "Dana Orme"),), "described": ()}, "Dana Orme, here “Dana Ruiz”"),
        ({"people": (Named("a", "A"), Named("b", "B")), "described": ("mayor",)}, "Dana Ruiz"),
        ({"people": (), "speaker": None, "source": ("a clerk",)}, "speaker unknown (a clerk)"),
    ],
)
def test_a_speaker_is_shown_with_name_and_description(
    demo_archive: Path, fields: dict[str, object], shown: str
) -> None:
    assert speaker_text(hit(demo_archive, **{"speaker": RUIZ, **fields})) == shown


def test_empty_parts_of_a_profile_are_left_out(demo_archive: Path) -> None:
    with open_archive(demo_archive) as archive:
        file = archive.person("jonah")
    assert file is not None
    text = profile_text(file, articles=20)
    assert "\ngaps" not in text
    assert "\ncorrections" not in text
    assert "possible matches, not decided\n    Jonah Adair  jonah-adair" in text or not file.possible_matches
