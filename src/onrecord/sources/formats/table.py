"""Pages as rows of a table: .csv, .tsv, .parquet.

Columns are named like the fields of JSON Lines (`named_fields`) or by a common alias of one. A row without a page is
rejected alone. Offsets count bytes of the unpacked CSV file, and rows of a Parquet file from 0.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any

from onrecord.model import Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.format import Format, Lead
from onrecord.sources.formats.named_fields import FIELDS, FieldError, page_from_fields
from onrecord.sources.limits import Limits

Rows = Iterator[tuple[int, int, dict[str, Any]]]
"""Offset, row number as shown to the user, and fields."""

# Column names seen in tables of news (Kaggle's and CC-NEWS's exports, MediaCloud, LexisNexis, Factiva).
_ALIASES = {
    "link": "url", "address": "url", "permalink": "url", "source": "outlet", "publisher": "outlet",
    "publication": "outlet", "newspaper": "outlet", "media_name": "outlet", "headline": "title", "author": "authors",
    "byline": "authors", "publish_date": "published", "publication_date": "published",
    "published_at": "published", "publishedat": "published", "date_published": "published", "content": "text",
    "article": "text", "body": "text", "maintext": "text", "article_text": "text", "full_text": "text",
}  # fmt: skip
_SNIFFED = 8192
csv.field_size_limit(Limits().page)


def read_csv(file: str, stream: PackedFile, limits: Limits, skipped: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield a page for each row of a CSV file. Raises InputError, DamageError."""
    yield from _pages(file, _csv_rows(file, stream, limits), skipped, "CSV")


def read_parquet(file: str, _: PackedFile, __: Limits, skipped: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield a page for each row of a Parquet file. Raises InputError."""
    yield from _pages(file, _parquet_rows(file), skipped, "Parquet")


def sniff_parquet(lead: Lead) -> bool:
    """Return True for Parquet by its magic number."""
    return lead.data.startswith(b"PAR1")


def _pages(file: str, rows: Rows, skipped: Counter[str], kind: str) -> Iterator[Page | Rejected]:
    for offset, number, fields in rows:
        try:
            if "" in fields:
                raise FieldError("it has more cells than the table has columns: quote cells that hold the delimiter")
            yield page_from_fields(file, offset, fields, skipped, kind=kind)
        except FieldError as unfit:
            yield Rejected(file, f"row {number}", str(unfit))


def _csv_rows(file: str, stream: PackedFile, limits: Limits) -> Rows:
    sample = stream.lead(_SNIFFED).decode("utf-8-sig", "replace")
    first = sample.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    lines = _Lines(file, stream, limits)
    table = csv.reader(lines, delimiter=delimiter)
    names: list[str] = []
    number = 0
    while True:
        begin = lines.offset
        number += 1
        try:
            row = next(table, None)
        except csv.Error as error:
            raise InputError(file, f"it is no CSV from here on ({error})", record=f"row {number}") from error
        if row is None:
            return
        if not names:
            names = _named(file, row)
        elif any(cell.strip() for cell in row):
            yield begin, number, _fields(names, row)


class _Lines:
    """The lines of a CSV file as text, and the offset of the next one. Raises InputError, DamageError."""

    def __init__(self, file: str, stream: PackedFile, limits: Limits) -> None:
        self.offset = 0
        self._file = file
        self._reader = stream
        self._limit = limits.page

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._reader.readline(self._limit)
        if not line:
            raise StopIteration
        first = self.offset == 0
        self.offset += len(line)
        try:
            text = line.decode("utf-8-sig" if first else "utf-8")
        except UnicodeDecodeError as error:
            place = f"offset {self.offset - len(line) + error.start}"
            raise InputError(self._file, "not UTF-8: convert the table to UTF-8", record=place) from error
        return text.replace("\0", "")


def _parquet_rows(file: str) -> Rows:
    try:
        from pyarrow import ArrowException  # noqa: PLC0415 (an extra of 45 MB that few need)
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError as error:
        raise InputError(file, "Parquet needs pyarrow: pip install 'onrecord[parquet]'") from error
    number = 0
    try:
        with ParquetFile(file) as table:
            names = _named(file, table.schema_arrow.names)
            for batch in table.iter_batches(batch_size=256):
                columns = [column.to_pylist() for column in batch.columns]
                for row in zip(*columns, strict=True):
                    yield number, number + 1, _fields(names, [_written(cell) for cell in row])
                    number += 1
    except (ArrowException, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(file, f"its Parquet cannot be read ({reason})", record=f"row {number + 1}") from error


def _named(file: str, row: list[str]) -> list[str]:
    """Return the columns by field name; of two with one name the first. Raises InputError if none is the text."""
    names: list[str] = []
    for cell in row:
        name = cell.strip().lower().replace(" ", "_")
        name = name if name in FIELDS else _ALIASES.get(name, name)
        names.append(name if name not in names else f"{name}_{len(names)}")
    if not {"text", "html"} & set(names):
        raise InputError(
            file,
            f'no column is named "text" or "html" (it has: {", ".join(row)[:200]}): name the columns in a first row',
        )
    return names


def _fields(names: list[str], row: list[Any]) -> dict[str, Any]:
    """Return the non-empty cells by name; "" holds the cells beyond the last column."""
    fields = {name: cell for name, cell in zip(names, row, strict=False) if cell not in ("", None)}
    if fields.get("html") and fields.get("text"):
        del fields["text"]
    return fields | ({"": row[len(names) :]} if len(row) > len(names) else {})


def _written(cell: Any) -> Any:
    """Return a cell as JSON Lines would have it: dates as ISO 8601, all else unchanged."""
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


CSV = Format(name="table", endings=(".csv", ".tsv"), read=read_csv)
PARQUET = Format(name="Parquet table", endings=(".parquet",), sniff=sniff_parquet, read=read_parquet)
