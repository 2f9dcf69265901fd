"""Links with Wikidata from the rows of a reconciled file, each a correction of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.archive.corrections.correction import Action, Correction
from onrecord.archive.corrections.reconciliation import Row, all_people, read_rows, wikidata_item
from onrecord.archive.protocol import Archive, ReadArchive
from onrecord.archive.requests import PeopleRequest
from onrecord.archive.results import PersonHit
from onrecord.model import Rejected
from onrecord.model.errors import CorrectionError

ALL = PeopleRequest(type=None)


@dataclass(slots=True)
class Linked:
    """The outcome of a file: the links made, the number already in force or without a match, and the rows rejected.

    `items` are all items that the file assigns to people.
    """

    made: list[Correction] = field(default_factory=list)
    in_force: int = 0
    unmatched: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    items: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ProbablySame:
    """Two people linked to one Wikidata item: `person` could be merged into `into`, the one quoted more often."""

    person: str
    into: str


class Linker:
    """Makes links row by row, and remembers which line linked which person."""

    def __init__(self, archive: Archive, file: str) -> None:
        self.archive = archive
        self.file = file
        self.outcome = Linked()
        self.hits = {hit.id: hit for hit in all_people(archive, ALL)}
        self.ids: dict[str, set[str]] = defaultdict(set)
        for hit in self.hits.values():
            for name in {hit.name, *hit.names}:
                self.ids[_folded(name)].add(hit.id)
        self.lines: dict[str, tuple[int, str]] = {}
        self.linked: set[str] = set()

    def link(self, rows: Iterable[Row | None], *, note: str = "", by: str = "") -> Linked:
        """Link the people of all rows; rows without a clear item or person are rejected, and the linking goes on."""
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
        item = wikidata_item(row.wikidata)
        if not item:
            raise CorrectionError(f"“{row.wikidata}” is not a Wikidata item; items look like Q42")
        id = self._person(row)
        line, before = self.lines.setdefault(id, (row.line, item))
        if before != item:
            raise CorrectionError(f"{id} is {before} in line {line}, but {item} here; correct one of the two lines")
        self.outcome.items.add(item)
        if id in self.linked or (id in self.hits and self.hits[id].wikidata == item):
            self.outcome.in_force += 1
            return
        link = Correction(action=Action.LINK, person=id, wikidata=item, note=note, by=by)
        self.outcome.made.append(self.archive.correct(link, commit=False))
        self.linked.add(id)

    def _person(self, row: Row) -> str:
        """Return the id of a row's person. Raises CorrectionError if there is none, or if it could be several."""
        if row.id:
            if row.id in self.hits:
                return row.id
            if merged := self.archive.named([row.id]):
                return merged[row.id].id
            raise CorrectionError(f"there is no person with the id {row.id} here")
        if not row.name:
            raise CorrectionError("it has neither an id nor a name")
        ids = sorted(self.ids.get(_folded(row.name), ()))
        if len(ids) > 1:
            raise CorrectionError(
                f"several people are called “{row.name}”: {', '.join(ids)}; give one of these in an id column"
            )
        if not ids:
            raise CorrectionError(f"nobody here is called “{row.name}”")
        return ids[0]


def link_from_file(
    archive: Archive, file: Path, column_names: Mapping[str, str], *, note: str = "", by: str = ""
) -> Linked:
    """Link the people of a reconciled CSV; `column_names` are those given by the user. Raises InputError."""
    rows = list(read_rows(file, column_names))
    return Linker(archive, str(file)).link(rows, note=note, by=by)


def probably_same(archive: ReadArchive, items: Iterable[str]) -> list[ProbablySame]:
    """Return the people who share one of `items`, each with the most quoted of them."""
    wanted = set(items)
    sharing: dict[str, list[PersonHit]] = defaultdict(list)
    for hit in all_people(archive, ALL) if wanted else ():
        if hit.wikidata in wanted:
            sharing[hit.wikidata].append(hit)
    return [ProbablySame(other.id, first.id) for _, [first, *others] in sorted(sharing.items()) for other in others]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
