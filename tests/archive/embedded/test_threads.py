"""Many readers, in threads and processes, beside one writer."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

from onrecord.archive import Request, Sort, open_archive, parse
from tests.helpers.records import Quoted, record


def test_threads_read_while_another_archive_writes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with open_archive(path, create=True, write=True) as writer:
        writer.add(record("first", "The tide.", Quoted("“A tide,”", "Ines Calder")))
        writer.commit()
        done = Event()
        with open_archive(path) as reader:

            def read(number: int) -> list[int]:
                totals: list[int] = []
                while not done.is_set() or not totals:
                    request = Request(query=parse("tide"), sort=list(Sort)[number % 3])
                    answer = reader.quotes(request) if number % 2 else reader.search(request)
                    assert len(answer.results) == min(answer.total, 20)
                    assert all(hit.snippet.highlights for hit in answer.results)
                    stored = reader.article(answer.results[0].id) if not number % 2 else None
                    assert number % 2 or stored is not None
                    totals.append(answer.total)
                return totals

            with ThreadPoolExecutor(8) as pool:
                reading = [pool.submit(read, number) for number in range(8)]
                try:
                    for batch in range(20):
                        for number in range(10):
                            writer.add(record(f"{batch}-{number}", "The tide.", Quoted("“A tide,”", "Ines Calder")))
                        writer.commit()
                finally:
                    done.set()
                for read_totals in (future.result() for future in reading):
                    assert read_totals == sorted(read_totals)
            assert reader.search(Request(query=parse("tide"))).total == 201


def test_a_record_opens_with_plain_sqlite_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with open_archive(path, create=True, write=True) as writer:
        writer.add(record("first", "The tide.", Quoted("“A tide,”", "Ines Calder")))
        writer.commit()
        with closing(sqlite3.connect(path / "record.sqlite")) as connection:
            row = connection.execute("SELECT content, source, cue, speaker, kind FROM quotation").fetchone()
            assert row == ("“A tide,”", "Ines Calder", "said", "Ines Calder", "direct")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            assert tables >= {"article", "capture", "quotation", "rejected", "meta", "change"}
            assert (
                connection.execute("SELECT json_extract(record, '$.text') FROM capture").fetchone()[0].startswith("The")
            )
