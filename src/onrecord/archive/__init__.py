"""How is it kept and found?

Takes records and keeps them; takes queries (`grammar`: text → `query`: tree) and finds articles and quotations.
`base` says what every archive does; `embedded` is the one in a folder.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.archive import embedded
from onrecord.archive.corrections.correction import Action, Anchor, Correction
from onrecord.archive.protocol import Archive
from onrecord.archive.query.grammar import parse
from onrecord.archive.query.tree import (
    And,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Words,
    both,
    conjuncts,
    either,
    write,
)
from onrecord.archive.requests import Copies, PeopleRequest, PeopleSort, Request, Sort
from onrecord.archive.results import (
    Added,
    Answer,
    ArticleHit,
    Bucket,
    Capture,
    Checkup,
    Counts,
    Facet,
    Named,
    PersonFile,
    PersonHit,
    QuotationHit,
    Regrouped,
    Snippet,
    Stored,
)
from onrecord.dates.steps import Level

__all__ = [
    "Action",
    "Added",
    "Anchor",
    "And",
    "Answer",
    "Archive",
    "ArticleHit",
    "Bucket",
    "Capture",
    "Checkup",
    "Copies",
    "Correction",
    "Counts",
    "Everything",
    "Facet",
    "Field",
    "Level",
    "Named",
    "Node",
    "Not",
    "Or",
    "PeopleRequest",
    "PeopleSort",
    "PersonFile",
    "PersonHit",
    "QuotationHit",
    "Regrouped",
    "Request",
    "Snippet",
    "Sort",
    "Stored",
    "Words",
    "both",
    "conjuncts",
    "either",
    "open_archive",
    "parse",
    "write",
]


def open_archive(path: str | Path, *, create: bool = False, write: bool = False) -> Archive:
    """The archive in the folder `path`: to read, or to add to with `write`; `create` makes it where there is none.

    Raises NoArchive, ArchiveBusy (another writer), ArchiveBroken (damaged, or of a newer version) and ArchiveError.
    A reader needs a sound index; opening to write mends the index from the record.
    """
    folder = Path(path)
    if create:
        embedded.create(folder)
    return embedded.EmbeddedArchive(folder, write=write)
