"""Names for reconciliation with Wikidata, written as CSV, and the rows of the reconciled file.

Nothing here queries Wikidata: users reconcile elsewhere and pass the file back. OpenRefine exports the columns that its
users choose (https://openrefine.org/docs/manual/reconciling), so columns are recognised by their names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import TextIO

from onrecord.archive.protocol import ReadArchive
from onrecord.archive.requests import PeopleRequest
from onrecord.archive.results import PersonHit
from onrecord.model.errors import InputError

COLUMNS = ("id", "name", "type", "described", "first", "last", "quotations")
"""The columns that `write_names` writes: days are EDTF, `described` is the description in the latest article."""

COLUMN_NAMES = {
    "id": ("id", "person", "person id"),
    "name": ("name",),
    "wikidata": ("wikidata", "wikidata id", "wikidata_id", "qid", "item"),
    "judgment": ("judgment", "judgement"),
}
"""The lower-case names by which each column is recognised, unless the user names it; the first match is used."""

_ITEM = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:entity|wiki)/|wd:)?(Q[1-9][0-9]{0,11})", re.IGNORECASE)
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A row with an item: its line in the file, the person's id or name, and the item as written."""

    line: int
    id: str
    name: str
    wikidata: str


def all_people(archive: ReadArchive, request: PeopleRequest) -> Iterator[PersonHit]:
    """Yield all people that a request finds, from its page on."""
    request = replace(request, size=_PAGE)
    while True:
        page = archive.people(request)
        yield from page.results
        if page.next is None:
            return
        request = replace(request, after=page.next)


def write_names(people: Iterable[PersonHit], out: TextIO) -> None:
    """Write people as CSV with the columns `COLUMNS`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for hit in people:
        described = hit.described.words if hit.described else ""
        writer.writerow((hit.id, hit.name, hit.type, described, hit.first_day, hit.last_day, hit.quotations))


def wikidata_item(text: str) -> str:
    """Return the Wikidata item in an id or an address ("Q42"); "" if there is none."""
    match = _ITEM.fullmatch(text.strip())
    return match[1].upper() if match else ""


def read_rows(path: Path, names: Mapping[str, str]) -> Iterator[Row | None]:
    """Yield the rows of a file that have an item, and None for each of the others.

    `names` are the names of columns given by the user. Fields are separated by comma, semicolon or tab; the text is
    UTF-8, with or without a byte order mark. Raises InputError if the file cannot be read or lacks a column.
    """
    lines = list(StringIO(_text(path), newline=""))
    try:
        yield from _rows(str(path), lines, names)
    except csv.Error as error:
        raise InputError(str(path), f"this CSV cannot be read ({error})") from error


def _rows(file: str, lines: list[str], names: Mapping[str, str]) -> Iterator[Row | None]:
    reader = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
    header = [cell.strip().casefold() for cell in next(reader, [])]
    at = {column: _column(file, header, column, names.get(column, "")) for column in COLUMN_NAMES}
    if at["wikidata"] is None:
        raise InputError(file, _lacks("Wikidata", "wikidata"))
    if at["id"] is None and at["name"] is None:
        raise InputError(file, _lacks("person's", "id", "name"))
    line = reader.line_num + 1
    for cells in reader:
        values = {
            column: cells[index].strip() if index is not None and index < len(cells) else ""
            for column, index in at.items()
        }
        matched = at["judgment"] is None or values["judgment"].casefold() == "matched"
        if any(map(str.strip, cells)):
            usable = values["wikidata"] and matched
            yield Row(line, values["id"], values["name"], values["wikidata"]) if usable else None
        line = reader.line_num + 1


def _column(file: str, header: list[str], column: str, wanted: str) -> int | None:
    """Return the index of the column named `wanted`, else of the first with a known name; None if there is none."""
    names = (wanted.strip().casefold(),) if wanted else COLUMN_NAMES[column]
    for name in names:
        if header.count(name) > 1:
            raise InputError(file, f"several columns are called “{name}”; give them different names")
        if name in header:
            return header.index(name)
    if wanted:
        raise InputError(file, f"no column is called “{wanted}”; there are: {', '.join(filter(None, header))}")
    return None


def _lacks(what: str, *columns: str) -> str:
    names = ", ".join(name for column in columns for name in COLUMN_NAMES[column])
    options = " or ".join(f"--{column}-column" for column in columns)
    return f"it has no {what} column (known names: {names}); give its name with {options}"


def _delimiter(lines: list[str]) -> str:
    """Return the one of comma, semicolon and tab that splits the header into the most fields."""
    return max(",;\t", key=lambda mark: len(next(csv.reader(lines[:1], delimiter=mark), [])))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"it cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"it is not UTF-8 text (byte {error.start}); export it as UTF-8") from error
