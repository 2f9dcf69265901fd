"""The protocols that every archive fulfils, one a concern: reading, writing, corrections and upkeep.

One process writes at a time; any number read. Every method raises ArchiveError, or one of its subclasses, where the
archive itself cannot answer.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, Self

from onrecord.archive.corrections.correction import Correction
from onrecord.archive.query.tree import Node
from onrecord.archive.requests import Copies, PeopleRequest, Request, Sort
from onrecord.archive.results import (
    Added,
    Answer,
    ArticleHit,
    Change,
    Checkup,
    Counts,
    Named,
    PersonFile,
    PersonHit,
    QuotationHit,
    Regrouped,
    Stored,
)
from onrecord.model import Page, Record, Rejected, Revisit


class ReadArchive(Protocol):
    """Find and read what was committed."""

    @abstractmethod
    def search(self, request: Request) -> Answer[ArticleHit]:
        """Return one page of the articles that match. Raises QueryError for a cursor of another query or order."""
        ...

    @abstractmethod
    def quotes(self, request: Request) -> Answer[QuotationHit]:
        """Return one page of the quotations that match; without `act:` only those said or written.

        Raises QueryError for a cursor of another query or order.
        """
        ...

    @abstractmethod
    def quotations(
        self, query: Node, *, sort: Sort = Sort.NEWEST, copies: Copies = Copies.ALL
    ) -> Iterator[QuotationHit]:
        """Yield every quotation that matches, as `quotes` finds them, however many there are.

        All come from one snapshot, in bounded memory. Raises ValueError for the order by relevance.
        """
        ...

    @abstractmethod
    def records(self, since: str | None = None) -> Iterator[Change]:
        """Yield every article, or every one that changed after the cursor of a change, in the order of the changes.

        Adding, reading again, deleting and correcting an article change it; its last change counts. All come from one
        snapshot, in bounded memory. Raises QueryError for a cursor of another archive.
        """
        ...

    @abstractmethod
    def article(self, id: str, *, capture: str | None = None) -> Stored | None:
        """Return an article as its newest capture, or the capture with this id, has it; None if there is none."""
        ...

    @abstractmethod
    def capture(self, id: str) -> Stored | None:
        """Return the article of a capture as read from it; None if there is none."""
        ...

    @abstractmethod
    def people(self, request: PeopleRequest) -> Answer[PersonHit]:
        """Return one page of the people quoted. Raises QueryError for a cursor of another query or order."""
        ...

    @abstractmethod
    def person(self, id: str) -> PersonFile | None:
        """Return the file of a person; the id of a person merged into another gives the other. None if unknown."""
        ...

    @abstractmethod
    def named(self, ids: Sequence[str]) -> Mapping[str, Named]:
        """Return id and label of each person, by the ids asked for; unknown ids are left out."""
        ...

    @abstractmethod
    def rejected(self) -> Iterator[Rejected]:
        """Yield everything that was rejected, in the order of rejection."""
        ...

    @abstractmethod
    def counts(self) -> Counts:
        """Return how much the archive holds."""
        ...


class WriteArchive(Protocol):
    """Add records, captures and rejects. Raises ArchiveFull if the disk has no room."""

    @abstractmethod
    def knows_many(self, pages: Sequence[Page]) -> list[bool]:
        """Return for each page whether its capture (URL or id, time, bytes) was added, committed or not."""
        ...

    def knows(self, page: Page) -> bool:
        """True if the capture of a page was added, committed or not."""
        return self.knows_many([page])[0]

    @abstractmethod
    def add_many(self, records: Sequence[tuple[Record, str]]) -> list[Added]:
        """Keep records in their order, each with the digest of its payload ("" unknown).

        A capture that was added before changes nothing.
        """
        ...

    def add(self, record: Record, *, payload: str = "") -> Added:
        """Keep one record."""
        return self.add_many([(record, payload)])[0]

    @abstractmethod
    def revisit(self, revisit: Revisit) -> Added | None:
        """Keep a capture whose bytes were captured before; None if the archive does not have those bytes."""
        ...

    @abstractmethod
    def reject(self, rejected: Rejected) -> None:
        """Keep a rejected input, with the reason; the same reject twice is kept once."""
        ...

    @abstractmethod
    def commit(self) -> None:
        """Make everything added so far durable and searchable."""
        ...


class Corrections(Protocol):
    """Make, undo and list readers' corrections. Raises ArchiveBusy while another process writes."""

    @abstractmethod
    def correct(self, correction: Correction, *, commit: bool = True) -> Correction:
        """Make a correction and return it as kept, durable and searchable unless `commit` is False.

        Raises CorrectionError for one that makes no sense in this archive.
        """
        ...

    @abstractmethod
    def undo(self, id: str) -> Correction:
        """Undo a correction. Raises CorrectionError if there is none, or if it was undone before."""
        ...

    @abstractmethod
    def corrections(self) -> tuple[Correction, ...]:
        """Return all corrections in the order in which they were made, those undone included."""
        ...


class Upkeep(Protocol):
    """Keep the archive in order. Raises ArchiveBusy while another process writes."""

    @abstractmethod
    def regroup(self) -> Regrouped:
        """Decide again which names across articles are one person, then make all corrections again."""
        ...

    @abstractmethod
    def doctor(self, *, rebuild: bool = False) -> Checkup:
        """Compare record and index and repair differences; with `rebuild`, make the whole index again."""
        ...


class Archive(ReadArchive, WriteArchive, Corrections, Upkeep, Protocol):
    """An archive: everything above, used as a context manager."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
