"""Recovery: killed writers, damaged files, full disks, a second writer, another version."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from onrecord.archive import Added, Archive, Request, open_archive, parse
from onrecord.model import Record
from onrecord.model.errors import (
    ArchiveBroken,
    ArchiveBusy,
    ArchiveError,
    NoArchive,
)
from tests.helpers.records import Quoted, record

ROOT = Path(__file__).resolve().parents[3]
MAKE = """
import resource, sys
from pathlib import Path
from tests.archive.embedded.test_recovery import made
from onrecord.archive import open_archive
path = Path(sys.argv[1])
"""


def made(number: int) -> Record:
    return record(
        f"{number:05}", f"The tide rose {number} times. " * 20, Quoted(f"“Tide {number},”", f"Ada {number % 9}")
    )


def build(path: Path, count: int) -> None:
    with open_archive(path, create=True, write=True) as archive:
        for number in range(count):
            archive.add(made(number))


@contextmanager
def process(path: Path, code: str) -> Iterator[subprocess.Popen[str]]:
    """Runs `code` on the archive at `path` in a process of its own."""
    command = [sys.executable, "-c", MAKE + code, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as started:
        try:
            yield started
        finally:
            started.kill()


def agrees(path: Path, archive: Archive) -> int:
    """How many articles the archive at `path` holds, once record and index are seen to hold the same ones."""
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        kept = {row[0] for row in connection.execute("SELECT id FROM article")}
        quotations = connection.execute("SELECT count(*) FROM quotation").fetchone()[0]
    found = archive.search(Request(query=parse("tide"), size=10_000))
    assert {hit.id for hit in found.results} == kept
    assert archive.quotes(Request(query=parse("tide"), size=0)).total == quotations == len(kept)
    return len(kept)


@pytest.mark.parametrize("lines", [1, 3, 6])
def test_a_killed_writer_loses_at_most_its_last_batch(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "a"
    code = """
with open_archive(path, create=True, write=True) as archive:
    for number in range(100_000):
        archive.add(made(number))
        if number % 150 == 149:
            archive.commit()
        if number % 100 == 99:
            print(number, flush=True)
"""
    with process(path, code) as writer:
        assert writer.stdout is not None
        reached = [int(writer.stdout.readline()) for _ in range(lines)][-1] + 1
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    with open_archive(path, write=True) as archive:
        kept = agrees(path, archive)
        assert kept > reached - 64
        assert archive.doctor().problems == ()
        assert [archive.add(made(number)) for number in (0, kept - 1, kept)] == [Added.KNOWN, Added.KNOWN, Added.NEW]
    with open_archive(path) as archive:
        assert agrees(path, archive) == kept + 1


def test_what_the_record_has_and_the_index_not_yet_is_replayed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    build(path, 10)
    code = """
import os
archive = open_archive(path, write=True)
for number in range(10, 110):
    archive.add(made(number))
os._exit(9)
"""
    with process(path, code) as writer:
        assert writer.wait() == 9
    with open_archive(path) as reader:
        assert reader.counts().articles == 10 + 64
        assert reader.search(Request(query=parse("tide"))).total == 10
        with open_archive(path, write=True) as archive:
            assert agrees(path, archive) == 74
        assert reader.search(Request(query=parse("tide"))).total == 74


def _remove(index: Path) -> None:
    shutil.rmtree(index)


def _empty(index: Path) -> None:
    for file in index.iterdir():
        file.unlink()


def _garble(index: Path) -> None:
    (index / "meta.json").write_text("{")


def _exchange(index: Path) -> None:
    build(index.parent.parent / "other", 3)
    shutil.rmtree(index)
    shutil.copytree(index.parent.parent / "other" / "index", index)


def _truncate(suffix: str, index: Path) -> None:
    for file in index.glob(f"*{suffix}"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


@pytest.mark.parametrize(
    "damage", [_remove, _empty, _garble, _exchange, ".term", ".fast", ".idx", ".pos", ".fieldnorm"]
)
def test_a_damaged_index_is_named_to_readers_and_made_anew_for_writers(tmp_path: Path, damage: object) -> None:
    path = tmp_path / "a"
    build(path, 20)
    if isinstance(damage, str):
        _truncate(damage, path / "index")
    else:
        assert callable(damage)
        damage(path / "index")
    with pytest.raises(ArchiveBroken, match="onrecord doctor -a"), open_archive(path) as archive:
        archive.search(Request(query=parse("tide")))
    with open_archive(path, write=True) as archive:
        checkup = archive.doctor()
        assert len(checkup.problems) >= 1
        assert checkup.mended == len(checkup.problems)
        assert (checkup.indexed_articles, checkup.indexed_quotations) == (20, 20)
        assert agrees(path, archive) == 20
        assert archive.doctor().problems == ()
    with open_archive(path) as archive:
        assert agrees(path, archive) == 20


@pytest.mark.parametrize("suffix", [".term", ".fast", ".idx", ".pos", ".fieldnorm", ".store"])
def test_doctor_finds_a_changed_byte_by_the_checksum(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "a"
    build(path, 20)
    (file,) = (path / "index").glob(f"*{suffix}")
    with open_archive(path, write=True) as archive:
        with file.open("r+b") as bytes:  # in place: the file is mapped into memory
            bytes.seek(file.stat().st_size // 3)
            changed = bytes.read(1)[0] ^ 0xFF
            bytes.seek(-1, os.SEEK_CUR)
            bytes.write(changed.to_bytes())
        checkup = archive.doctor()
        assert checkup.problems == (f"index: {file.name} is damaged",)
        assert checkup.mended == 1
        assert agrees(path, archive) == 20
        assert archive.add(made(20)) is Added.NEW
    with open_archive(path) as archive:
        assert agrees(path, archive) == 21


def test_doctor_names_each_article_that_differs_and_mends_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    build(path, 5)
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        connection.execute("DELETE FROM article WHERE number = 2")
        connection.execute("DELETE FROM quotation WHERE article NOT IN (SELECT id FROM article)")
        connection.execute("DELETE FROM quotation WHERE number = 4")
        connection.execute("UPDATE article SET quotations = 0 WHERE number = 4")
        connection.execute("DELETE FROM quotation WHERE number = 5")
        connection.commit()
    with open_archive(path, write=True) as archive:
        checkup = archive.doctor()
        assert len(checkup.problems) == 2
        assert "has 1 quotations that are not the record's 0" in checkup.problems[0]
        assert "holds article number 2, which the record does not have" in checkup.problems[1]
        assert (checkup.mended, checkup.indexed_articles, checkup.indexed_quotations) == (2, 4, 2)
        assert archive.doctor().problems == ()
        assert archive.search(Request(query=parse("tide"))).total == 4


def test_doctor_can_make_the_whole_index_anew_under_readers(tmp_path: Path) -> None:
    path = tmp_path / "a"
    build(path, 20)
    with open_archive(path) as reader:
        assert agrees(path, reader) == 20
        checkup = reader.doctor(rebuild=True)
        assert (checkup.problems, checkup.mended, checkup.indexed_articles) == ((), 0, 20)
        assert agrees(path, reader) == 20
        with open_archive(path, write=True) as archive:
            archive.add(made(20))
        assert agrees(path, reader) == 21


def test_a_second_writer_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with open_archive(path, create=True, write=True) as archive:
        with pytest.raises(ArchiveBusy, match=f"another process \\({os.getpid()}\\) is writing to this archive"):
            open_archive(path, write=True)
        archive.add(made(0))
    with open_archive(path, write=True) as archive:
        assert agrees(path, archive) == 1


def test_a_writer_that_was_killed_holds_nothing_even_if_its_workers_live(tmp_path: Path) -> None:
    path = tmp_path / "a"
    code = """
import os, time
archive = open_archive(path, create=True, write=True)
if not os.fork():
    print(os.getpid(), flush=True)
time.sleep(30)
"""
    with process(path, code) as writer:
        assert writer.stdout is not None
        child = int(writer.stdout.readline())
        with pytest.raises(ArchiveBusy):
            open_archive(path, write=True)
        writer.kill()
        writer.wait()
        try:
            with open_archive(path, write=True) as archive:
                assert archive.add(made(0)) is Added.NEW
        finally:
            os.kill(child, signal.SIGKILL)


@pytest.mark.parametrize("durable", [True, False], ids=["index", "record"])
def test_on_a_full_disk_what_was_committed_stays_and_the_next_run_completes(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "a"
    build(path, 30)
    code = f"""
from onrecord.model.errors import ArchiveFull
try:
    with open_archive(path, write=True) as archive:
        for number in range({64 if durable else 10}):
            archive.add(made(30 + number))
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, resource.RLIM_INFINITY))
        archive.commit()
except ArchiveFull as full:
    print(full)
"""
    with process(path, code) as writer:
        assert writer.stdout is not None
        said = writer.stdout.read()
        assert writer.wait() == 0
    assert "no room is left on this disk" in said
    assert str(path) in said
    with open_archive(path) as archive:
        assert archive.search(Request(query=parse("tide"))).total == 30
        assert archive.counts().articles == (94 if durable else 30)
    with open_archive(path, write=True) as archive:
        assert {archive.add(made(number)) for number in range(94)} == {Added.KNOWN} | (
            set() if durable else {Added.NEW}
        )
        archive.commit()
        assert agrees(path, archive) == 94


def test_after_a_full_disk_the_writer_takes_no_more(tmp_path: Path) -> None:
    path = tmp_path / "a"
    build(path, 1)
    code = """
from onrecord.model.errors import ArchiveFull
failures = 0
with open_archive(path, write=True) as archive:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, resource.RLIM_INFINITY))
    for number in range(1, 200):
        try:
            archive.add(made(number))
        except ArchiveFull:
            failures += 1
print(failures)
"""
    with process(path, code) as writer:
        assert writer.stdout is not None
        assert int(writer.stdout.read()) >= 199 - 64
    with open_archive(path, write=True) as archive:
        assert agrees(path, archive) == 1


def test_an_archive_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    build(path, 1)
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'version'")
        connection.commit()
    for write in (False, True):
        with pytest.raises(ArchiveBroken, match=r"written by a newer On Record .* install the newer one"):
            open_archive(path, write=write)


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    build(path, 1)
    (path / "record.sqlite").write_bytes(b"no database " * 1_000)
    for write in (False, True):
        with pytest.raises(ArchiveBroken, match=r"the record is damaged .* put back a copy of record\.sqlite"):
            open_archive(path, write=write)


def test_a_damaged_article_in_the_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    build(path, 1)
    with closing(sqlite3.connect(path / "record.sqlite")) as connection:
        (article,) = connection.execute("SELECT article FROM capture").fetchone()
        connection.execute("UPDATE capture SET record = replace(record, '\"quotations\"', '\"quotation\"')")
        connection.commit()
    with open_archive(path) as archive, pytest.raises(ArchiveBroken, match=r"a stored article is damaged .*quotations"):
        archive.article(article)


def test_another_database_is_no_archive(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "record.sqlite")) as connection:
        connection.execute("CREATE TABLE other (x)")
    with pytest.raises(ArchiveBroken, match="not a record of On Record"):
        open_archive(tmp_path)


def test_an_archive_is_made_only_where_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("three years of work")
    with pytest.raises(ArchiveError, match=r"this folder holds other things \(thesis.doc"):
        open_archive(tmp_path, create=True)
    with pytest.raises(ArchiveError, match="name a folder"):
        open_archive(tmp_path / "thesis.doc", create=True, write=True)
    with pytest.raises(NoArchive):
        open_archive(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.doc"]
