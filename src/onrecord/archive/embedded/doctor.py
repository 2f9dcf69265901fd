"""The doctor: finds damage in record and index, and the differences between them, one line for each."""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

import tantivy
from tantivy import Query

from onrecord.archive.embedded import error_translation
from onrecord.archive.embedded.index import fields
from onrecord.archive.embedded.index.query_compiler import count
from onrecord.archive.embedded.index.snapshots import Index

_MAGIC = 1337
"""The last four bytes of a tantivy file, after the length of its footer (tantivy, src/directory/footer.rs)."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Articles whose documents are missing or stale, and numbers in the index that the record does not have."""

    stale: frozenset[int]
    unknown: frozenset[int]
    problems: tuple[str, ...]


def record_problems(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Return the faults that SQLite finds in the record."""
    try:
        found = [row[0] for row in connection.execute("PRAGMA quick_check(20)")]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    return [f"record: {line}; put back a copy of {path}" for line in found if line != "ok"]


def damaged_files(path: Path) -> list[str]:
    """Return the files of the index that do not match the checksum at their end, one line for each."""
    segments = json.loads((path / "meta.json").read_bytes())["segments"]
    ours = {segment["segment_id"].replace("-", "") for segment in segments}  # other files were left by a killed writer
    files = sorted(file for file in path.iterdir() if file.name.partition(".")[0] in ours)
    return [f"index: {file.name} is damaged" for file in files if not _whole(file)]


def compare(index: Index, connection: sqlite3.Connection) -> Differences:
    """Return the differences: documents that the index lacks, has in an older state, or has but the record does not."""
    searcher = index.snapshot().searcher
    with error_translation.of_index(index.path):
        indexed = _articles(index, searcher)
        quoted = _quotations(index, searcher)
    kept: dict[int, int] = dict(connection.execute("SELECT number, seq FROM article JOIN change USING (id)").fetchall())
    rows: dict[int, list[int]] = {}
    for article, number in connection.execute(
        "SELECT article.number, quotation.number FROM quotation JOIN article ON article.id = quotation.article "
        "ORDER BY quotation.number"
    ):
        rows.setdefault(article, []).append(number)
    stale, problems = set(), []
    for number, seq in kept.items():
        reason = _reason(indexed.get(number, []), seq, quoted.get(number, []), rows.get(number, []))
        if reason:
            stale.add(number)
            problems.append(f"index: article {_id(connection, number)} {reason}")
    unknown = (indexed.keys() | quoted.keys()) - kept.keys()
    problems += [f"index: holds article number {number}, which the record does not have" for number in sorted(unknown)]
    return Differences(frozenset(stale), frozenset(unknown), tuple(problems))


def size(index: Index) -> tuple[int, int]:
    """Return how many articles and how many quotations the index holds."""
    searcher = index.snapshot().searcher
    with error_translation.of_index(index.path):
        articles, quotations = (
            count(searcher, Query.term_query(index.schema, "type", type, "basic"))
            for type in (fields.ARTICLE, fields.QUOTATION)
        )
    return articles, quotations


def _reason(seqs: list[int], seq: int, quoted: list[int], rows: list[int]) -> str:
    if not seqs:
        return "is missing"
    if len(seqs) > 1:
        return f"is there {len(seqs)} times"
    if seqs[0] != seq:
        return f"is in an older state (change {seqs[0]}, the record has {seq})"
    if quoted != rows:
        return f"has {len(quoted)} quotations that are not the record's {len(rows)}"
    return ""


def _articles(index: Index, searcher: tantivy.Searcher) -> dict[int, list[int]]:
    """Return the article numbers in the index, each with the change numbers of its documents."""
    found: dict[int, list[int]] = {}
    for number, seq in _values(index, searcher, fields.ARTICLE, "seq"):
        found.setdefault(number, []).append(seq)
    return found


def _quotations(index: Index, searcher: tantivy.Searcher) -> dict[int, list[int]]:
    """Return the article numbers in the index, each with the numbers of its quotations, in order."""
    found: dict[int, list[int]] = {}
    for number, key in _values(index, searcher, fields.QUOTATION, "oldest"):
        found.setdefault(number, []).append(fields.row_number(key, "oldest"))
    return {number: sorted(numbers) for number, numbers in found.items()}


def _values(index: Index, searcher: tantivy.Searcher, type: str, field: str) -> list[tuple[int, int]]:
    """Return the article number and the value of one more field of each document of a type."""
    query = Query.term_query(index.schema, "type", type, "basic")
    hits = searcher.search(query, max(1, count(searcher, query)), order_by_field="number").hits
    values = searcher.fast_field_values(field, [address for _, address in hits])
    return [(int(number), int(value or 0)) for (number, _), value in zip(hits, values, strict=True)]


def _id(connection: sqlite3.Connection, number: int) -> str:
    return str(connection.execute("SELECT id FROM article WHERE number = ?", (number,)).fetchone()[0])


def _whole(file: Path) -> bool:
    """True if a file matches its checksum. Its parts: body, footer (JSON with `crc`), footer length, magic number."""
    if file.stat().st_size < 8:
        return False
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as data:
        begin = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
        if int.from_bytes(data[-4:], "little") != _MAGIC or begin < 0:
            return False
        try:
            with memoryview(data) as body, body[:begin] as summed:
                return bool(json.loads(data[begin:-8])["crc"] == zlib.crc32(summed))
        except (ValueError, KeyError):
            return False
