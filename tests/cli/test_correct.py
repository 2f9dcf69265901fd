"""`correct`: made, undone, listed, exported, imported."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.helpers.command_line import Run


def quotation(typed: Run, query: str) -> tuple[str, str]:
    """The ids of the first quotation that a query finds, and of its article."""
    found = json.loads(typed("quotes", query, "-n", "1", "--json").stdout)["results"][0]
    return found["article"]["id"], found["id"]


def total(typed: Run, query: str) -> int:
    return int(json.loads(typed("quotes", query, "-n", "1", "--json").stdout)["total"])


def test_a_merge_is_made_shown_and_undone(typed: Run, town: Path) -> None:
    before = total(typed, "speaker:farida-olmstead")
    done = typed("correct", "merge", "olmstead", "farida-olmstead", "--note", "of St Brannoc’s", "--by", "desk")
    assert done.returncode == 0
    id, _, rest = done.stdout.partition(": ")
    assert rest.startswith("olmstead is farida-olmstead (")
    assert done.stdout.endswith(", by desk): of St Brannoc’s\n")
    assert f"onrecord correct undo {id}" in done.stderr
    assert total(typed, "speaker:farida-olmstead") == total(typed, "speaker:olmstead") > before
    assert "was merged into farida-olmstead" in typed("people", "--id", "olmstead").stderr
    assert "undone on" in typed("correct", "undo", id).stdout
    assert total(typed, "speaker:farida-olmstead") == before


def test_a_person_is_renamed_and_linked_by_address(typed: Run, town: Path) -> None:
    typed("correct", "rename", "teodora-ruskin", "Teo Ruskin")
    typed("correct", "link", "teodora-ruskin", "https://www.wikidata.org/wiki/Q42")
    [hit] = json.loads(typed("people", "teo", "--json").stdout)["results"]
    assert (hit["name"], hit["wikidata"]) == ("Teo Ruskin", "Q42")
    assert "Teo Ruskin, here “Teodora Ruskin”" in typed("quotes", "speaker:teodora-ruskin").stdout
    assert typed("correct", "link", "teodora-ruskin", "--none").returncode == 0
    assert json.loads(typed("people", "teo", "--json").stdout)["results"][0]["wikidata"] is None


def test_a_quotation_gets_a_speaker_or_is_removed(typed: Run, town: Path) -> None:
    article, id = quotation(typed, "speaker:maren-tolliver")
    count = total(typed, "speaker:maren-tolliver")
    made = json.loads(typed("correct", "speaker", article, id, "--name", "Ada Quill", "--json").stdout)
    assert (made["action"], made["person"]) == ("speaker", "ada-quill")
    assert total(typed, "speaker:ada-quill") == 1
    typed("correct", "speaker", article, id, "--unknown")
    assert total(typed, "speaker:ada-quill") == 0
    typed("correct", "speaker", article, id, "--person", "teodora-ruskin")
    assert quotation(typed, "speaker:teodora-ruskin") == (article, id)
    everything = total(typed, "")
    assert "is not a quotation" in typed("correct", "remove", article, id).stdout
    assert (total(typed, ""), total(typed, "speaker:maren-tolliver")) == (everything - 1, count - 1)


def test_one_person_is_split_in_two(typed: Run, town: Path) -> None:
    article, _ = quotation(typed, "speaker:maren-tolliver")
    made = json.loads(
        typed("correct", "split", "maren-tolliver", "--article", article, "--name", "M. Tolliver", "--json").stdout
    )
    assert made["articles"] == [article]
    assert json.loads(typed("people", "--id", made["into"], "--json").stdout)["name"] == "M. Tolliver"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["merge", "maren-tolliver", "nobody"], "there is no person nobody"),
        (["rename", "nobody", "X"], "there is no person nobody"),
        (["split", "maren-tolliver", "--article", "none"], "does not speak in none"),
        (["split", "maren-tolliver", "--article", "a", "--name", "X", "--into", "y"], "choose one"),
        (["speaker", "none", "none"], "say who"),
        (["speaker", "none", "none", "--unknown", "--name", "X"], "say who"),
        (["speaker", "none", "none", "--unknown"], "there is no article none"),
        (["link", "maren-tolliver", "42"], "“42” is not a Wikidata item"),
        (["link", "maren-tolliver"], "give a Wikidata item"),
        (["undo", "9"], "there is no correction 9"),
        (["undo", "--last"], "there is no correction to undo"),
        (["undo"], "give the id of a correction"),
        (["import", "none.jsonl"], "none.jsonl"),
    ],
)
def test_an_invalid_correction_exits_2_with_the_reason(
    typed: Run, town: Path, arguments: list[str], reason: str
) -> None:
    done = typed("correct", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr
    assert typed("correct", "list").stdout == ""


def test_corrections_are_exported_and_imported_once(typed: Run, town: Path, demo_archive: Path, tmp_path: Path) -> None:
    article, id = quotation(typed, "speaker:maren-tolliver")
    typed("correct", "merge", "olmstead", "farida-olmstead", "--by", "desk")
    typed("correct", "speaker", article, id, "--name", "Ada Quill")
    typed("correct", "rename", "jonah-adair", "J. Adair")
    typed("correct", "undo", "--last")
    exported = typed("correct", "export").stdout
    assert [json.loads(line)["action"] for line in exported.splitlines()] == ["merge", "speaker"]
    everything = typed("correct", "export", "--all").stdout
    assert len(everything.splitlines()) == 3
    listed = typed("correct", "list").stdout.splitlines()
    assert [line.partition(":")[0] for line in listed] == [json.loads(line)["id"] for line in everything.splitlines()]
    assert "undone on" in listed[2]

    other = shutil.copytree(demo_archive, tmp_path / "other.onrecord")
    (tmp_path / "c.jsonl").write_text(everything, "utf-8")
    first = typed("correct", "import", "c.jsonl", "-a", other)
    assert first.returncode == 0
    assert "2 made, 0 already in force, 1 undone, 0 rejected" in first.stderr
    again = json.loads(typed("correct", "import", "c.jsonl", "-a", other, "--json").stdout)
    assert again == {"made": [], "already_made": 2, "undone": 1, "rejects": []}
    assert typed("correct", "export", "-a", other).stdout == exported
    both = [typed("people", "--type", "any", "-n", "1000", "--json", "-a", path).stdout for path in (town, other)]
    assert both[0] == both[1]


LINES = """
{"action": "link", "person": "maren-tolliver", "wikidata": "Q7"}
{"action": "merge", "person": "nobody", "into": "maren-tolliver"}
{"action": "burn"}
[1]
{"action": "link"
{"action": "link", "person": "maren-tolliver", "wikidata": "Q7", "by": "another desk"}
{"action": "rename", "person": "jonah-adair", "name": "J. Adair"}
"""


def test_bad_lines_are_listed_and_the_others_are_imported(typed: Run, town: Path, tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text(LINES, "utf-8-sig")
    done = typed("correct", "import", "c.jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    rejected = [line for line in done.stderr.splitlines() if line.startswith("rejected: ")]
    assert [line.split(": ")[1] for line in rejected] == [f"c.jsonl, line {number}" for number in (3, 4, 5, 6)]
    assert "there is no person nobody" in rejected[0]
    assert done.stderr.splitlines()[-1] == "2 made, 1 already in force, 0 undone, 4 rejected"
    standing = typed("correct", "import", "-", input=typed("correct", "export").stdout)
    assert (standing.returncode, standing.stdout) == (0, "")
