"""`correct link-from`: links from a reconciled CSV, with any columns, separators and quotation marks."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from onrecord.archive import Archive, open_archive
from onrecord.archive.corrections.reconciliation import read_rows, wikidata_item
from onrecord.archive.corrections.wikidata import Linked, ProbablySame, link_from_file, probably_same
from onrecord.model.errors import InputError
from tests.helpers.command_line import Run


def linked(town: Path, text: str, *, encoding: str = "utf-8", **columns: str) -> tuple[Linked, list[ProbablySame]]:
    """The outcome of a file with that text, and the merges it suggests."""
    file = town.parent / "names.csv"
    file.write_bytes(text.encode(encoding))
    with open_archive(town, write=True) as archive:
        outcome = link_from_file(archive, file, columns)
        return outcome, probably_same(archive, outcome.items)


def links(archive: Path | Archive) -> dict[str, str]:
    with open_archive(archive) as opened:  # type: ignore[arg-type]
        return {one.person: one.wikidata for one in opened.corrections() if not one.undone}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q42", "Q42"),
        (" q42 ", "Q42"),
        ("http://www.wikidata.org/entity/Q42", "Q42"),
        ("https://www.wikidata.org/wiki/Q42", "Q42"),
        ("https://wikidata.org/entity/Q42", "Q42"),
        ("wd:Q42", "Q42"),
        ("42", ""),
        ("Q042", ""),
        ("Q42; Q43", ""),
        ("P31", ""),
        ("https://example.org/wiki/Q42", ""),
        ("https://www.wikidata.org/wiki/Property:P31", ""),
    ],
)
def test_an_item_is_parsed_from_its_id_or_address(text: str, found: str) -> None:
    assert wikidata_item(text) == found


FORMS = [
    "id,name,Wikidata\nmaren-tolliver,x,Q1\njonah-adair,y,\n",
    "\ufeffid;wikidata id\r\nmaren-tolliver;http://www.wikidata.org/entity/Q1\r\njonah-adair;\r\n",
    'name\tQID\n"Maren  Tolliver"\tQ1\njonah adair\t\n',
    '"Person ID","note","item"\n"maren-tolliver","says ""so"",\ntwice","https://www.wikidata.org/wiki/Q1"\njonah-adair,,\n',
    "id,wikidata,judgment\nmaren-tolliver,Q1,Matched\njonah-adair,Q2,new\n",
    "id,name,wikidata\n,Maren Tolliver,Q1\n\njonah-adair,Jonah Adair,\n",
]


@pytest.mark.parametrize("text", FORMS)
def test_a_file_is_read_with_any_separator_and_header(town: Path, text: str) -> None:
    outcome, merges = linked(town, text)
    assert (outcome.rejected, outcome.unmatched, outcome.in_force, merges) == ([], 1, 0, [])
    assert links(town) == {"maren-tolliver": "Q1"}
    again, _ = linked(town, text)
    assert (again.made, again.in_force) == ([], 1)


def test_columns_can_be_named(town: Path) -> None:
    outcome, _ = linked(
        town,
        "Sprecher;recon;state;id\nMaren Tolliver;Q1;matched;77\nJonah Adair;Q2;none;78\n",
        id="sprecher",
        wikidata="Recon",
        judgment="state",
    )
    assert [str(one) for one in outcome.rejected] == [
        f"{town.parent / 'names.csv'}, line 2: there is no person with the id Maren Tolliver here"
    ]
    assert outcome.unmatched == 1


REJECTED = [
    ("id,wikidata\nnobody,Q1\n", 0, 2, "no person with the id nobody"),
    ("name,wikidata\nNo Body,Q1\n", 0, 2, "nobody here is called “No Body”"),
    ("name,wikidata\n,Q1\n", 0, 2, "neither an id nor a name"),
    ("id,wikidata\nmaren-tolliver,42\n", 0, 2, "“42” is not a Wikidata item"),
    ("id,wikidata\nmaren-tolliver,Q1\njonah-adair,Q2\nmaren-tolliver,Q3\n", 2, 4, "maren-tolliver is Q1 in line 2"),
    ('id,x,wikidata\njonah-adair,"a\nb",Q2\nnobody,"c\nd",Q1\n', 1, 4, "nobody"),
]


@pytest.mark.parametrize(("text", "made", "line", "reason"), REJECTED)
def test_unclear_rows_are_rejected_with_their_line(town: Path, text: str, made: int, line: int, reason: str) -> None:
    outcome, _ = linked(town, text)
    [rejected] = outcome.rejected
    assert rejected.record == f"line {line}"
    assert reason in rejected.reason
    assert len(outcome.made) == made


def test_a_name_of_several_people_is_rejected_with_their_ids(typed: Run, town: Path) -> None:
    typed("correct", "rename", "jonah-adair", "Maren Tolliver")
    outcome, _ = linked(town, "name,wikidata\nMaren Tolliver,Q1\n")
    assert "several people are called “Maren Tolliver”: jonah-adair, maren-tolliver" in outcome.rejected[0].reason


BROKEN = [
    ("id,name\nmaren-tolliver,x\n", "utf-8", "no Wikidata column"),
    ("who,wikidata\nmaren-tolliver,Q1\n", "utf-8", "no person's column"),
    ("", "utf-8", "no Wikidata column"),
    ("id,wikidata,Wikidata\na,Q1,Q2\n", "utf-8", "several columns are called “wikidata”"),
    ("id,wikidata\nmaren-tolliver,Q1\n", "utf-16", "not UTF-8 text"),
    ('id,wikidata\nmaren-tolliver,Q1\njonah-adair,"Q2\n', "utf-8", "this CSV cannot be read"),
]


@pytest.mark.parametrize(("text", "encoding", "reason"), BROKEN)
def test_a_file_that_cannot_be_read_changes_nothing(town: Path, text: str, encoding: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        linked(town, text, encoding=encoding)
    assert links(town) == {}


def test_a_missing_column_is_reported(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("id,wikidata\na,Q1\n", "utf-8")
    with pytest.raises(InputError, match="no column is called “recon”; there are: id, wikidata"):
        list(read_rows(tmp_path / "names.csv", {"wikidata": "recon"}))


def test_two_people_linked_to_one_item_are_probably_the_same(typed: Run, town: Path, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("id,wikidata\nfarida-olmstead,Q1\nolmstead,Q1\nnobody,Q2\n", "utf-8")
    done = typed("correct", "link-from", "names.csv", "--by", "desk")
    assert done.returncode == 1
    command = "onrecord correct merge olmstead farida-olmstead -a archive.onrecord"
    assert f"probably the same person: {command}\n" in done.stderr
    assert "names.csv, line 4: there is no person" in done.stderr
    assert "2 linked, 0 already linked, 0 without a match, 1 rejected" in done.stderr
    assert {json.loads(line)["by"] for line in typed("correct", "export").stdout.splitlines()} == {"desk"}
    assert typed(*command.split()[1:]).returncode == 0
    answer = json.loads(typed("correct", "link-from", "names.csv", "--json").stdout)
    assert (answer["linked"], answer["already_linked"], answer["merges"]) == ([], 2, [])
    assert typed("correct", "undo", "--last").returncode == 0


def test_the_output_of_names_can_be_imported_with_links(typed: Run, town: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(typed("people", "--names").stdout.splitlines()))
    with (tmp_path / "back.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "Wikidata"], delimiter=";")
        writer.writeheader()
        writer.writerows({**row, "Wikidata": f"Q{number}"} for number, row in enumerate(rows, start=1))
    done = typed("correct", "link-from", "back.csv")
    assert done.returncode == 0
    assert links(town) == {row["id"]: f"Q{number}" for number, row in enumerate(rows, start=1)}
