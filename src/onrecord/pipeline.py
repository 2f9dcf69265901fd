"""The whole product on one page: sources → extract → annotate → archive.

`read` gives the record of every article in some inputs; `build` keeps them in an archive. What an input holds that
is no article, or cannot be read, comes out as a Rejected with its reason, and never ends the run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from onrecord.annotate import annotate
from onrecord.archive import Added, Archive
from onrecord.errors import NotAnArticle
from onrecord.extract import extract
from onrecord.model import Page, Reader, Record, Rejected, Revisit
from onrecord.sources import Inputs, Limits, Reading

COMMIT_PAGES = 500  # an index commit costs about 60 ms here: under 1% of the time that 500 pages take
COMMIT_SECONDS = 15.0  # what a kill can lose, and how old a reader's view of a running `add` gets
UNSEEN = "a revisit of a page that was not captured here before; add the file that holds the first capture"


@dataclass(slots=True)
class Tally:
    """What became of everything read so far."""

    new: int = 0
    captures: int = 0
    known: int = 0
    rejected: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    stopped: bool = False

    @property
    def pages(self) -> int:
        """How many captures were looked at."""
        return self.new + self.captures + self.known + self.rejected


@dataclass(frozen=True, slots=True)
class Settings:
    """How inputs are read: what bounds them, and which reader finds the quotations."""

    limits: Limits = field(default_factory=Limits)
    reader: Reader = Reader.FAST


Watch = Callable[[Tally, int, Rejected | None], None]


def read_page(page: Page, reader: Reader) -> Record | Rejected:
    """One page's record, or why it has none. Pure: the same page gives the same record anywhere."""
    try:
        return annotate(extract(page), page.evidence, reader)
    except NotAnArticle as none:
        return _rejected(page, none.reason)
    except Exception as error:  # one page must never cost the others, whatever a parser does on it
        return _rejected(page, f"the reader failed on this page, please report it: {type(error).__name__}: {error}")


def read(inputs: Inputs, *, settings: Settings | None = None) -> Iterator[Record | Rejected]:
    """The record of every article in `inputs`, in their order, and a Rejected for what has none; no archive needed."""
    settings = settings or Settings()
    for item in Reading(inputs, settings.limits):
        if isinstance(item, Page):
            yield read_page(item, settings.reader)
        elif isinstance(item, Revisit):
            yield Rejected(item.evidence.file, f"offset {item.evidence.offset}", UNSEEN, item.url)
        else:
            yield item


def build(
    inputs: Inputs,
    archive: Archive,
    *,
    watch: Watch = lambda tally, consumed, rejected: None,
    stop: Callable[[], bool] = lambda: False,
    settings: Settings | None = None,
) -> Tally:
    """Add every article in `inputs` to `archive`; what is in already is not read again.

    `watch` is called after each page with the tally, the bytes consumed and the reject if it was one; `stop` is
    asked after each page: when it says so, what was added is committed and the tally says `stopped`.
    Raises ArchiveError.
    """
    tally = Tally()
    settings = settings or Settings()
    reading = Reading(inputs, settings.limits)
    due = time.monotonic() + COMMIT_SECONDS
    for number, item in enumerate(reading, start=1):
        watch(tally, reading.consumed, _keep(item, archive, tally, settings.reader))
        if number % COMMIT_PAGES == 0 or time.monotonic() > due:
            archive.commit()
            due = time.monotonic() + COMMIT_SECONDS
        if stop():
            tally.stopped = True
            break
    archive.commit()
    tally.skipped = dict(reading.skipped)
    return tally


def _keep(item: Page | Revisit | Rejected, archive: Archive, tally: Tally, reader: Reader) -> Rejected | None:
    outcome: Record | Rejected | Added
    if isinstance(item, Page):
        outcome = Added.KNOWN if archive.knows(item) else read_page(item, reader)
        if isinstance(outcome, Record):
            outcome = archive.add(outcome, payload=item.payload)
    elif isinstance(item, Revisit):
        place = f"offset {item.evidence.offset}"
        outcome = archive.revisit(item) or Rejected(item.evidence.file, place, UNSEEN, item.url)
    else:
        outcome = item
    if isinstance(outcome, Rejected):
        archive.reject(outcome)
        tally.rejected += 1
        return outcome
    if outcome is Added.NEW:
        tally.new += 1
    elif outcome is Added.CAPTURE:
        tally.captures += 1
    else:
        tally.known += 1
    return None


def _rejected(page: Page, reason: str) -> Rejected:
    return Rejected(page.evidence.file, f"offset {page.evidence.offset}", reason, page.url)
