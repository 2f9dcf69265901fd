"""The whole product on one page: sources → extract → annotate → archive.

`read` gives the record of every article in some inputs; `build` keeps them in an archive. What an input holds that
is no article, or cannot be read, comes out as a Rejected with its reason, and never ends the run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from onrecord.annotate import annotate
from onrecord.archive import Added, Archive
from onrecord.errors import NotAnArticle
from onrecord.extract import extract
from onrecord.model import Page, Reader, Record, Rejected, Revisit
from onrecord.sources import Inputs, Limits, Reading
from onrecord.workers import Killed, Workers

Found = Page | Revisit | Rejected

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
    """How inputs are read: what bounds them, which reader finds the quotations, and on how many processes."""

    limits: Limits = field(default_factory=Limits)
    reader: Reader = Reader.FAST
    jobs: int = 1


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
        yield _read_item(item, settings.reader)


def build(
    inputs: Inputs,
    archive: Archive,
    *,
    watch: Watch = lambda tally, consumed, rejected: None,
    stop: Callable[[], bool] = lambda: False,
    settings: Settings | None = None,
) -> Tally:
    """Add every article in `inputs` to `archive`, on as many processes as `settings` says; what is in already is
    not read again.

    `watch` is called after each page with the tally, the bytes consumed and the reject if it was one; `stop` is
    asked after each page: when it says so, what was added is committed and the tally says `stopped`.
    Raises ArchiveError.
    """
    tally = Tally()
    settings = settings or Settings()
    reading = Reading(inputs, settings.limits)
    due = time.monotonic() + COMMIT_SECONDS
    workers = Workers(partial(_read_item, reader=settings.reader), jobs=settings.jobs)
    known = archive.knows
    outcomes = workers.map(reading, wanted=lambda item: isinstance(item, Page) and not known(item))
    for number, (item, outcome) in enumerate(outcomes, start=1):
        watch(tally, reading.consumed, _keep(item, outcome, archive, tally))
        if number % COMMIT_PAGES == 0 or time.monotonic() > due:
            archive.commit()
            due = time.monotonic() + COMMIT_SECONDS
        if stop():
            tally.stopped = True
            break
    outcomes.close()
    archive.commit()
    tally.skipped = dict(reading.skipped)
    return tally


def _read_item(item: Found, reader: Reader) -> Record | Rejected:
    """`read_page` as workers call it, with pages only."""
    return read_page(item, reader) if isinstance(item, Page) else _unread(item)


def _keep(item: Found, read: Record | Rejected | Killed | None, archive: Archive, tally: Tally) -> Rejected | None:
    outcome: Record | Rejected | Added
    if isinstance(item, Page):
        outcome = _rejected(item, str(read)) if isinstance(read, Killed) else read or Added.KNOWN
        if isinstance(outcome, Record):
            outcome = archive.add(outcome, payload=item.payload)
    elif isinstance(item, Revisit):
        outcome = archive.revisit(item) or _unread(item)
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


def _unread(item: Revisit | Rejected) -> Rejected:
    if isinstance(item, Rejected):
        return item
    return Rejected(item.evidence.file, f"offset {item.evidence.offset}", UNSEEN, item.url)


def _rejected(page: Page, reason: str) -> Rejected:
    return Rejected(page.evidence.file, f"offset {page.evidence.offset}", reason, page.url)
