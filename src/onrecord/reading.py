"""What do some inputs record? sources → extract → annotate: takes inputs, gives a record or a Rejected for each item.

It needs no archive and imports none, so that the first record comes as soon as it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.annotate import annotate
from onrecord.extract import extract
from onrecord.model import Page, Reader, Record, Rejected, Revisit
from onrecord.model.errors import NotAnArticle
from onrecord.sources import Inputs, Item, Items, Limits

UNSEEN = "a revisit of a page that was not captured here before; add the file that holds the first capture"


@dataclass(frozen=True, slots=True)
class Settings:
    """How inputs are read: what bounds them, which reader finds the quotations, and on how many processes."""

    limits: Limits = field(default_factory=Limits)
    reader: Reader = Reader.FAST
    jobs: int = 1


def read_page(page: Page, reader: Reader) -> Record | Rejected:
    """One page's record, or why it has none. Pure: the same page gives the same record anywhere."""
    try:
        return annotate(extract(page), page.evidence, reader)
    except NotAnArticle as none:
        return rejected(page, none.reason)
    except Exception as error:  # one page must never cost the others, whatever a parser does on it
        return rejected(page, f"the reader failed on this page, please report it: {type(error).__name__}: {error}")


def read(inputs: Inputs, *, settings: Settings | None = None) -> Iterator[Record | Rejected]:
    """The record of every article in `inputs`, in their order, and a Rejected for what has none; no archive needed."""
    settings = settings or Settings()
    for item in Items(inputs, settings.limits):
        yield read_item(item, settings.reader)


def read_item(item: Item, reader: Reader) -> Record | Rejected:
    """`read_page` as workers call it, with pages only."""
    return read_page(item, reader) if isinstance(item, Page) else unread(item)


def unread(item: Revisit | Rejected) -> Rejected:
    """What becomes of an item that holds no page: a revisit is told by where it stands."""
    if isinstance(item, Rejected):
        return item
    return Rejected(item.evidence.file, f"offset {item.evidence.offset}", UNSEEN, item.url)


def rejected(page: Page, reason: str) -> Rejected:
    """A page that gave no record, and why."""
    return Rejected(page.evidence.file, f"offset {page.evidence.offset}", reason, page.url)
