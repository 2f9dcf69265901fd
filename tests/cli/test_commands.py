"""The command line on the demo newspaper, as a user types it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.helpers.command_line import Run

SEED = (
    " date 2021-02-21 ✖\n\nThe harbour board met. “We have waited long enough,” Ines Calder said on Saturday.\n\n"
    "The board will meet again."
)


def test_read_prints_one_record_per_line_and_writes_no_files(run: Run, newspaper: Path, tmp_path: Path) -> None:
    done = run("read", next(newspaper.glob("*.xml")))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) > 5
    for record in records:
        assert {
            "id",
            "url",
            "outlet",
            "title",
            "authors",
            "language",
            "published",
            "modified",
            "captured",
            "text",
        } <= set(record)
        for quotation in record["quotations"]:
            for begin, end in quotation["content"] + quotation["source"] + quotation["cue"]:
                assert 0 <= begin < end <= len(record["text"])
    assert list(tmp_path.iterdir()) == []


def test_a_dated_text_is_added_whole_with_the_date_of_its_header(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    path.write_text(SEED, "utf-8")
    record = json.loads(run("read", path).stdout)
    assert record["text"] == SEED.partition("\n\n")[2]
    assert record["published"]["value"] == "2021-02-21"
    assert record["published"]["basis"] == "header line"
    assert run("add", path).returncode == 0
    answer = json.loads(run("quotes", "published:2021-02-21", "--json").stdout)
    assert [hit["speaker"]["name"] for hit in answer["results"]] == ["Ines Calder"]


def test_adding_twice_changes_nothing(run: Run, newspaper: Path) -> None:
    first = json.loads(run("add", "--json", newspaper).stdout)
    before = run("search", "--json", "-n", "1000").stdout
    second = json.loads(run("add", "--json", newspaper).stdout)
    assert second["new"] == second["captures"] == 0
    assert second["known"] == first["new"] + first["captures"] + first["known"]
    assert run("search", "--json", "-n", "1000").stdout == before


def test_quotes_pages_through_everything_by_its_cursor(run: Run, demo_archive: Path) -> None:
    seen: list[str] = []
    after: list[str] = []
    while True:
        answer = json.loads(run("quotes", "--json", "-n", "150", "-a", demo_archive, *after).stdout)
        seen += [hit["id"] for hit in answer["results"]]
        if not answer["next"]:
            break
        after = ["--after", answer["next"]]
    assert len(seen) == len(set(seen)) == answer["total"]


def test_counts_are_singular_and_no_results_have_no_facets(run: Run, demo_archive: Path) -> None:
    alone = run("quotes", "speaker:barnaby-eskildsen", "-a", demo_archive).stderr
    assert alone.startswith("1 quotation\n")
    assert "  speaker: Barnaby Eskildsen (1)" in alone
    assert run("search", "zebra", "-a", demo_archive).stderr == "0 articles\n"


def test_copies_are_folded_when_asked(run: Run, demo_archive: Path) -> None:
    every = json.loads(run("search", "--json", "-n", "100", "-a", demo_archive).stdout)
    folded = json.loads(run("search", "--json", "-n", "100", "--copies", "folded", "-a", demo_archive).stdout)
    stories = {hit["story"]: hit["copies"] for hit in every["results"]}
    assert folded["total_with_copies"] == every["total"] == sum(stories.values())
    assert folded["total"] == len(stories) == len({hit["story"] for hit in folded["results"]}) < every["total"]
    story, copies = next((story, copies) for story, copies in stories.items() if copies > 1)
    output = run("search", f"story:{story}", "-a", demo_archive)
    assert output.stdout.count(f"1 of {copies} copies, story:{story}") == copies
    assert f"{copies} articles, {copies - 1} in copies of earlier articles (--copies folded)" in output.stderr
    one = run("quotes", f"story:{story}", "--copies", "folded", "-a", demo_archive)
    assert "quotations, copies folded: " in one.stderr


def test_a_paraphrase_is_labelled_and_has_no_quotation_marks(run: Run, demo_archive: Path) -> None:
    done = run("quotes", "kind:indirect", "-a", demo_archive)
    assert done.stdout.count("paraphrase") == 20
    assert not any(line.startswith(("“", '"')) for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("query", "reason"),
    [("colour:red", "colour"), ('"open', "quot"), ("published:2023-02-30", "2023-02-30"), ("(a", ")")],
)
def test_an_invalid_query_shows_the_position_and_exits_2(run: Run, demo_archive: Path, query: str, reason: str) -> None:
    done = run("quotes", query, "-a", demo_archive)
    assert done.returncode == 2
    assert done.stdout == ""
    assert reason in done.stderr
    assert "character" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_no_archive_says_what_to_do(run: Run) -> None:
    done = run("search", "x")
    assert done.returncode == 2
    assert "archive.onrecord" in done.stderr
    assert "onrecord add" in done.stderr


def test_the_archive_can_be_set_in_the_environment(run: Run, demo_archive: Path) -> None:
    environment = {**os.environ, "ONRECORD_ARCHIVE": str(demo_archive)}
    assert json.loads(run("search", "--json", env=environment).stdout)["total"] > 30


def test_doctor_confirms_a_healthy_archive_and_rebuilds_a_lost_index(run: Run, newspaper: Path, tmp_path: Path) -> None:
    run("add", "-q", newspaper)
    assert run("doctor").stdout.splitlines()[-1] == "healthy"
    before = run("quotes", "--json", "-n", "1000").stdout
    index = next(path for path in (tmp_path / "archive.onrecord").iterdir() if path.is_dir())
    shutil.rmtree(index)
    done = run("doctor", "--json")
    assert json.loads(done.stdout)["problems"] or json.loads(done.stdout)["repaired"] >= 0
    assert run("quotes", "--json", "-n", "1000").stdout == before


def test_demo_answers_a_question_and_prints_the_address(run: Run, tmp_path: Path) -> None:
    done = run("demo")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().startswith("Q: ")
    assert "http://127.0.0.1:8765/quotes?q=" in done.stdout
    assert "published 2023-" in done.stdout
