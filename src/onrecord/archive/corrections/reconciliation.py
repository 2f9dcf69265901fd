"""Names out, links in: CSV for OpenRefine, and what its reconciliation with Wikidata says of each name.

No program asks Wikidata here: the user reconciles elsewhere and gives the file. OpenRefine exports what columns the
user makes (https://openrefine.org/docs/manual/reconciling), so columns are found by name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from onrecord.archive import Archive, PeopleRequest, PersonHit
from onrecord.model.errors import InputError

F = TypeVar("F", bound=Callable[..., Any])

COLUMNS = ("id", "name", "type", "described", "first", "last", "quotations")
"""What `write_names` writes of each person: days are EDTF, `described` is what the latest article calls them."""

KNOWN = {
    "id": ("id", "person", "person id"),
    "name": ("name",),
    "wikidata": ("wikidata", "wikidata id", "wikidata_id", "qid", "item"),
    "judgment": ("judgment", "judgement"),
}
"""The names, in small letters, by which each column is found unless the user names it; the first that is there."""

_ITEM = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:entity|wiki)/|wd:)?(Q[1-9][0-9]{0,11})", re.IGNORECASE)
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A row that names an item: its line in the file, whom it names by id or by name, and the item as written."""

    line: int
    id: str
    name: str
    wikidata: str


def everyone(archive: Archive, request: PeopleRequest) -> Iterator[PersonHit]:
    """All the people that a request finds, from its page on."""
    request = replace(request, size=_WHOLE)
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
        writer.writerow((hit.id, hit.name, hit.type, hit.described, hit.first, hit.last, hit.quotations))


def column_options(command: F) -> F:
    """`--id-column` and the like: a column by its name in the file, where it is none of those known."""
    for column, names in reversed(KNOWN.items()):
        known = ", ".join(names)
        option = click.option(f"--{column}-column", column, default="", metavar="NAME", help=f"Else: {known}.")
        command = option(command)
    return command


def item(text: str) -> str:
    """The Wikidata item that an id or an address names ("Q42"); "" where it is none."""
    found = _ITEM.fullmatch(text.strip())
    return found[1].upper() if found else ""


def read_rows(path: Path, named: Mapping[str, str]) -> Iterator[Row | None]:
    """The rows of a file that name an item, None for each that names none; `named` are columns that the user names.

    Comma, semicolon or tab separates; the text is UTF-8, with or without a mark. Raises InputError where the file
    cannot be read or lacks a column.
    """
    lines = list(StringIO(_text(path), newline=""))
    try:
        yield from _rows(str(path), lines, named)
    except csv.Error as error:
        raise InputError(str(path), f"it is no CSV that can be read ({error})") from error


def _rows(file: str, lines: list[str], named: Mapping[str, str]) -> Iterator[Row | None]:
    reader = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
    header = [cell.strip().casefold() for cell in next(reader, [])]
    at = {column: _column(file, header, column, named.get(column, "")) for column in KNOWN}
    if at["wikidata"] is None:
        raise InputError(file, _lacks("Wikidata", "wikidata"))
    if at["id"] is None and at["name"] is None:
        raise InputError(file, _lacks("person's", "id", "name"))
    line = reader.line_num + 1
    for cells in reader:
        got = {
            column: cells[index].strip() if index is not None and index < len(cells) else ""
            for column, index in at.items()
        }
        matched = at["judgment"] is None or got["judgment"].casefold() == "matched"
        if any(map(str.strip, cells)):
            known = got["wikidata"] and matched
            yield Row(line, got["id"], got["name"], got["wikidata"]) if known else None
        line = reader.line_num + 1


def _column(file: str, header: list[str], column: str, wanted: str) -> int | None:
    """Where a column stands: the one that the user names, else the first known by its name; None where none is."""
    names = (wanted.strip().casefold(),) if wanted else KNOWN[column]
    for name in names:
        if header.count(name) > 1:
            raise InputError(file, f"several columns are called “{name}”; name each its own way")
        if name in header:
            return header.index(name)
    if wanted:
        raise InputError(file, f"no column is called “{wanted}”; there are: {', '.join(filter(None, header))}")
    return None


def _lacks(what: str, *columns: str) -> str:
    names = ", ".join(name for column in columns for name in KNOWN[column])
    options = " or ".join(f"--{column}-column" for column in columns)
    return f"it has no {what} column (known by {names}); name it with {options}"


def _delimiter(lines: list[str]) -> str:
    """Which of comma, semicolon and tab makes most fields of the first row."""
    return max(",;\t", key=lambda mark: len(next(csv.reader(lines[:1], delimiter=mark), [])))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"it cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"it is no UTF-8 text (byte {error.start}); export it as UTF-8") from error
