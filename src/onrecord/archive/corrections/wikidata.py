"""From the rows of a reconciled file to links with Wikidata, each a correction of its own."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.archive import Action, Archive, Correction, PeopleRequest, PersonHit
from onrecord.archive.corrections.reconciliation import (
    Row,
    everyone,
    item,
    read_rows,
)
from onrecord.model import Rejected
from onrecord.model.errors import CorrectionError

ALL = PeopleRequest(type=None)


@dataclass(slots=True)
class Linked:
    """What became of a file's rows: the links made, how many stood already or had no match, what was rejected, and
    all items that people have by this file."""

    made: list[Correction] = field(default_factory=list)
    standing: int = 0
    unmatched: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    items: set[str] = field(default_factory=set)


class Linker:
    """Makes links row by row, and remembers which line linked whom."""

    def __init__(self, archive: Archive, file: str) -> None:
        self.archive = archive
        self.file = file
        self.outcome = Linked()
        self.hits = {hit.id: hit for hit in everyone(archive, ALL)}
        self.ids: dict[str, set[str]] = defaultdict(set)
        for hit in self.hits.values():
            for name in {hit.name, *hit.names}:
                self.ids[_folded(name)].add(hit.id)
        self.lines: dict[str, tuple[int, str]] = {}
        self.linked: set[str] = set()

    def link(self, rows: Iterable[Row | None], *, note: str = "", by: str = "") -> Linked:
        """Link those whom the rows name; rows whose item or person is not clear are rejected, the others go on."""
        for row in rows:
            if row is None:
                self.outcome.unmatched += 1
                continue
            try:
                self._link(row, note, by)
            except CorrectionError as error:
                self.outcome.rejected.append(Rejected(self.file, f"line {row.line}", str(error)))
        self.archive.commit()
        return self.outcome

    def _link(self, row: Row, note: str, by: str) -> None:
        wikidata = item(row.wikidata)
        if not wikidata:
            raise CorrectionError(f"“{row.wikidata}” is no Wikidata item; write one as Q42")
        id = self._person(row)
        line, before = self.lines.setdefault(id, (row.line, wikidata))
        if before != wikidata:
            raise CorrectionError(f"{id} is {before} by line {line}, {wikidata} here; correct one of the two lines")
        self.outcome.items.add(wikidata)
        if self._stands(id, wikidata):
            self.outcome.standing += 1
            return
        link = Correction(action=Action.LINK, person=id, wikidata=wikidata, note=note, by=by)
        made = self.archive.correct(link, commit=False)
        self.outcome.made.append(made)
        self.linked.add(id)

    def _stands(self, id: str, wikidata: str) -> bool:
        return id in self.linked or (id in self.hits and self.hits[id].wikidata == wikidata)

    def _person(self, row: Row) -> str:
        """The id of the one whom a row names. Raises CorrectionError where that is nobody, or several."""
        if row.id:
            if row.id in self.hits:
                return row.id
            if found := self.archive.named([row.id]):
                return found[row.id].id
            raise CorrectionError(f"there is no person with the id {row.id} here")
        if not row.name:
            raise CorrectionError("it names nobody: both id and name are empty")
        ids = sorted(self.ids.get(_folded(row.name), ()))
        if len(ids) > 1:
            raise CorrectionError(
                f"several people are called “{row.name}”: {', '.join(ids)}; say which in an id column"
            )
        if not ids:
            raise CorrectionError(f"nobody here is called “{row.name}”")
        return ids[0]


def from_file(archive: Archive, file: Path, columns: Mapping[str, str], *, note: str = "", by: str = "") -> Linked:
    """Link those whom the rows of a file name; `columns` are those that the user names. Raises InputError."""
    rows = list(read_rows(file, columns))
    return Linker(archive, str(file)).link(rows, note=note, by=by)


def merge_commands(archive: Archive, address: str, items: Iterable[str]) -> list[str]:
    """What merges those who share one of `items` with the most quoted of them, a command each."""
    wanted = set(items)
    sharing: dict[str, list[PersonHit]] = defaultdict(list)
    for hit in everyone(archive, ALL) if wanted else ():
        if hit.wikidata in wanted:
            sharing[hit.wikidata].append(hit)
    where = f" -a {shlex.quote(address)}"
    return [
        f"onrecord correct merge {other.id} {first.id}{where}"
        for _, [first, *others] in sorted(sharing.items())
        for other in others
    ]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
