"""Each bad input gets one line with file, record and reason; all other pages are added; a second run completes it."""

from __future__ import annotations

import ctypes
import gzip
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.model import Rejected
from tests.helpers.command_line import Run
from tests.helpers.pages import html, response, warc_gz

GOOD, PAGES = 4, 300
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2  # linux/prctl.h, linux/capability.h


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A WARC with four good pages, added along with each bad input."""
    path = tmp_path / "good.warc.gz"
    records = [
        response(f"https://tarnpost.example/{n}", html(title=f"Board meeting {n}"), number=n) for n in range(GOOD)
    ]
    path.write_bytes(warc_gz(*records))
    return path


def add(run: Run, *inputs: Path) -> tuple[dict[str, object], list[str]]:
    """Add and return the summary with its rejects; the exit code must say whether there were any."""
    done = run("add", "--json", *inputs)
    summary = json.loads(done.stdout)
    assert done.returncode == (1 if summary["rejects"] else 0), done.stderr
    return summary, [str(Rejected(**reject)) for reject in summary["rejects"]]


def the_one_reject(run: Run, bad: Path, good: Path, *, others: int = GOOD) -> str:
    """Add the bad input before the good one: one reject, on one line that names the file, all other pages added."""
    summary, rejects = add(run, bad, good)
    assert summary["new"] == others
    assert len(rejects) == 1
    assert "\n" not in rejects[0]
    assert str(bad) in rejects[0]
    return rejects[0]


def test_truncated_warc(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "cut.warc.gz"
    whole = warc_gz(*(response(f"https://cut.example/{n}", html(title=f"Cut {n}"), number=n) for n in range(3)))
    last = warc_gz(response("https://cut.example/2", html(title="Cut 2"), number=2))
    bad.write_bytes(whole[: -len(last) // 2])
    line = the_one_reject(run, bad, good, others=GOOD + 2)
    assert f"offset {len(whole) - len(last)}" in line


def test_gzip_bomb(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bomb.html.gz"
    with gzip.open(bad, "wb", compresslevel=9) as file:
        for _ in range(1024):
            file.write(bytes(1 << 20))
    assert "MB" in the_one_reject(run, bad, good)


def test_gzip_bomb_in_a_warc(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bomb.warc.gz"
    zeros = gzip.compress(bytes(200 << 20))
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip"
    bomb = response("https://bomb.example/", zeros, headers=headers)
    bad.write_bytes(warc_gz(bomb, response("https://bomb.example/after", html(title="After the bomb"), number=1)))
    line = the_one_reject(run, bad, good, others=GOOD + 1)
    assert "offset 0" in line
    assert "https://bomb.example/" in line


def test_page_of_50_mb(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "large.html"
    bad.write_bytes(html(extra="word " * 10_000_000))
    assert "MB" in the_one_reject(run, bad, good)


@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">'])
def test_wrong_or_missing_charset_is_read_all_the_same(run: Run, tmp_path: Path, declared: str) -> None:
    page = (
        html(said="Das Café am Hafen bleibt geöffnet, naturally").decode().replace('<meta charset="utf-8">', declared)
    )
    path = tmp_path / "latin.html"
    path.write_bytes(page.encode("cp1252"))
    done = run("read", path)
    assert done.returncode == 0, done.stderr
    assert "“Das Café am Hafen bleibt geöffnet, naturally,”" in json.loads(done.stdout)["text"]


def test_json_lines_with_a_broken_line_3(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "feed.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": f"Ines Calder said number {n} was enough."}) for n in range(5)]
    lines[2] = lines[2][:-9]
    bad.write_text("\n".join(lines) + "\n", "utf-8")
    assert "line 3" in the_one_reject(run, bad, good, others=GOOD + 4)


def test_empty_file(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "empty.warc.gz"
    bad.touch()
    assert "empty" in the_one_reject(run, bad, good)


def test_binary_file(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "photo.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    the_one_reject(run, bad, good)


def test_missing_file(run: Run, good: Path, tmp_path: Path) -> None:
    the_one_reject(run, tmp_path / "nowhere.warc.gz", good)


def without_root_powers() -> None:
    """Root reads any folder: give up the two capabilities that let it (capabilities(7)), before the command starts."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if os.geteuid() == 0 and libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def test_unreadable_folder(run: Run, good: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "page.html").write_bytes(html())
    closed.chmod(0)
    done = run("add", "--json", closed, good, preexec_fn=without_root_powers)
    closed.chmod(0o755)
    assert done.returncode == 1, done.stderr
    summary = json.loads(done.stdout)
    assert summary["new"] == GOOD
    (line,) = (str(Rejected(**reject)) for reject in summary["rejects"])
    assert str(closed) in line
    assert "ermission denied" in line


def test_full_disk_ends_with_one_line_and_a_second_run_completes(run: Run, tmp_path: Path) -> None:
    """A limit on file sizes simulates a full disk: the write fails in the same place (EFBIG for ENOSPC)."""
    path = tmp_path / "many.warc.gz"
    path.write_bytes(
        warc_gz(*(response(f"https://t.example/{n}", html(title=f"Meeting {n}"), number=n) for n in range(PAGES)))
    )
    limit = 300 * 1024
    done = run("add", path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert done.returncode == 3, done.stderr
    assert len([line for line in done.stderr.splitlines() if line.startswith("onrecord: ")]) == 1
    assert "no room is left" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    summary, _ = add(run, path)
    assert summary["new"] + summary["known"] == PAGES  # type: ignore[operator]
    assert json.loads(run("search", "--json").stdout)["total"] == PAGES


def test_ctrl_c_keeps_what_was_added_and_a_second_run_completes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.warc.gz"
    path.write_bytes(
        warc_gz(*(response(f"https://t.example/{n}", html(title=f"Meeting {n}"), number=n) for n in range(PAGES)))
    )
    command = [sys.executable, "-m", "onrecord", "add", str(path)]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and not list(tmp_path.glob("archive.onrecord/*.sqlite*")):
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, output = process.communicate(timeout=60)
    assert process.returncode == 130, output
    assert "stopped" in output
    assert "Traceback" not in output
    before = json.loads(run("search", "--json").stdout)["total"]
    assert before < PAGES
    summary, _ = add(run, path)
    assert summary == {**summary, "new": PAGES - before, "known": before}
    assert json.loads(run("search", "--json").stdout)["total"] == PAGES


def test_rejects_are_kept_and_can_be_listed(run: Run, good: Path, tmp_path: Path) -> None:
    bad = tmp_path / "empty.html"
    bad.touch()
    add(run, bad, good)
    add(run, bad, good)
    listed = [line for line in run("doctor", "--rejected").stdout.splitlines() if line.startswith("rejected: ")]
    assert len(listed) == 1
    assert str(bad) in listed[0]
    record = sqlite3.connect(next((tmp_path / "archive.onrecord").glob("*.sqlite")))
    assert record.execute("select count(*) from rejected").fetchone() == (1,)
    record.close()
