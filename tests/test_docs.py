"""The commands of README.md and docs/people.md, and README.md's Python, do what they say on the demo newspaper."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.archive import write

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = (ROOT / "docs" / "people.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of README.md in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.M | re.S)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("onrecord ")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, newspaper: Path) -> Path:
    """A folder with the files that the README names."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(next(path for path in newspaper.iterdir() if path.is_dir()), folder / "saved-pages")
    shutil.copy(next(newspaper.glob("*.warc.gz")), folder / "crawl.warc.gz")
    shutil.copy(next(newspaper.glob("*.xml")), folder / "feed.xml")
    assert run(folder, COMMANDS[0]).returncode == 1  # the newspaper holds pages that are no articles
    return folder


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run `onrecord …` as the README writes it."""
    arguments = [sys.executable, "-m", *shlex.split(command)]
    return subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


def test_the_readme_shows_commands() -> None:
    assert COMMANDS[0].startswith("onrecord add ")
    assert len(COMMANDS) >= 4


@pytest.mark.parametrize("command", [command for command in COMMANDS[1:] if " serve" not in command])
def test_a_finding_command_finds_something(folder: Path, command: str) -> None:
    done = run(folder, command)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_serve_serves(folder: Path) -> None:
    command = next(command for command in COMMANDS if " serve" in command)
    arguments = [sys.executable, "-u", "-m", *shlex.split(command), "--port", "0"]
    with subprocess.Popen(arguments, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout
        line = server.stdout.readline()
        server.terminate()
        assert re.search(r"http://127\.0\.0\.1:\d+", line), line


@pytest.mark.parametrize("code", blocks("python"))
def test_the_python_runs(folder: Path, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_python_about_archives_runs(demo: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "archive.md").read_text("utf-8"), flags=re.S)
    done = subprocess.run([sys.executable, "-c", code], cwd=demo, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "“" in done.stdout


def test_every_command_is_in_the_readme() -> None:
    listed = set(re.findall(r"^\| `onrecord (\w+)", README, flags=re.M))
    shown = subprocess.run(
        [sys.executable, "-m", "onrecord", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert listed == set(re.findall(r"^  (\w+)  ", shown.partition("Commands:")[2], flags=re.M))


def test_links_to_files_lead_somewhere() -> None:
    for document in [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text("utf-8")):
            assert target.startswith("https://") or (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_query_in_the_docs_can_be_asked() -> None:
    rows = re.findall(r"^\| (`.+?) \|", (ROOT / "docs" / "queries.md").read_text("utf-8"), flags=re.M)
    queries = [query for row in rows for query in re.findall(r"`([^`]+)`", row)]
    assert len(queries) > 15
    for query in queries:
        assert onrecord.parse(query) == onrecord.parse(str(write(onrecord.parse(query)))), query


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demo_archive: Path) -> Path:
    """A folder with the demo archive, and the CSV that docs/people.md shows."""
    folder = tmp_path_factory.mktemp("people")
    shutil.copytree(demo_archive, folder / "demo.onrecord")
    (shown,) = re.findall(r"```csv\n(.*?)```", PEOPLE, flags=re.S)
    (folder / "reconciled.csv").write_text(shown, "utf-8")
    return folder


def test_the_commands_of_the_page_on_people_run_in_their_order(demo: Path) -> None:
    commands = [
        line for block in re.findall(r"^```sh\n(.*?)^```", PEOPLE, flags=re.M | re.S) for line in block.splitlines()
    ]
    assert len(commands) > 8
    for command in commands:
        typed, _, file = command.partition(" > ")
        done = run(demo, typed)
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout.strip() or " import " in command, command
        if file:
            (demo / file).write_text(done.stdout, "utf-8")
    header = (demo / "names.csv").read_text("utf-8").partition("\n")[0]
    assert all(f"`{column}`" in PEOPLE for column in header.split(","))
    assert "Q4115189" in run(demo, "onrecord people --id maren-tolliver -a demo.onrecord").stdout


def test_every_correction_command_is_in_the_page_on_people() -> None:
    listed = set(re.findall(r"^\| `onrecord correct ([\w-]+)", PEOPLE, flags=re.M))
    arguments = [sys.executable, "-m", "onrecord", "correct", "--help"]
    shown = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    assert listed == set(re.findall(r"^  ([\w-]+)  ", shown.partition("Commands:")[2], flags=re.M))


def test_the_record_in_the_docs_has_the_keys_of_a_record(newspaper: Path) -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", (ROOT / "docs" / "archive.md").read_text("utf-8"), flags=re.S)
    documented = json.loads(shown)
    for record in onrecord.read(next(newspaper.glob("*.warc.gz"))):
        if isinstance(record, onrecord.Record) and record.quotations and record.article.dateline:
            actual = record.to_json()
            break
    assert list(documented) == list(actual)
    assert list(documented["people"][0]) == list(actual["people"][0])
    assert list(documented["quotations"][0]) == list(actual["quotations"][0])
    assert list(documented["quotations"][0]["speaker"]) == list(actual["quotations"][0]["speaker"])
    assert list(documented["evidence"]) == list(actual["evidence"])
