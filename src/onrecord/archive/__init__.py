"""How is it kept and found?

`protocol` says what every archive does: keep records (`results`, `requests`), find articles and quotations by queries
(`query`), tell people apart (`identity`) and apply readers' corrections (`corrections`). `engines` opens an archive by
its address; `embedded` is the engine for an archive in a folder.
"""

from __future__ import annotations

from onrecord.archive.corrections.correction import Action, Anchor, Correction
from onrecord.archive.engines import folder_of, open_archive
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
    Change,
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
    "Change",
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
    "folder_of",
    "open_archive",
    "parse",
    "write",
]
