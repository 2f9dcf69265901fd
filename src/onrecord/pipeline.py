"""The whole product on one page: sources → extract → annotate → archive.

`reading.read` yields the record of every article in some inputs; `build` keeps them in an archive. Whatever in an input
is not an article or cannot be read becomes a Rejected with its reason, and never ends the run.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from onrecord.archive import Added, Archive
from onrecord.model import Page, Record, Rejected, Revisit
from onrecord.reading import Settings, read_item, rejected, unread
from onrecord.sources import Inputs, Item, Items
from onrecord.workers import Killed, Workers

__all__ = ["Settings", "Tally", "Watch", "build"]

T = TypeVar("T")

COMMIT_PAGES = 500  # an index commit costs about 60 ms here: under 1% of the time that 500 pages take
BATCH_PAGES = 20  # pages in one call to the archive: a round trip for each where it is not on this machine
BATCH_SIZE = 4_000_000  # characters of the pages looked up at once, which are in memory meanwhile
COMMIT_SECONDS = 15.0  # the most that a kill can lose, and the age of a reader's view of a running `add`


@dataclass(slots=True)
class Tally:
    """The outcome of everything read so far, as counts."""

    new: int = 0
    captures: int = 0
    known: int = 0
    rejected: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    stopped: bool = False

    @property
    def pages(self) -> int:
        """The number of captures read."""
        return self.new + self.captures + self.known + self.rejected


Watch = Callable[[Tally, int, Rejected | None], None]
Outcome = tuple[Item, Record | Rejected | Killed | None]


def build(
    inputs: Inputs,
    archive: Archive,
    *,
    watch: Watch = lambda tally, consumed, rejected: None,
    stop: Callable[[], bool] = lambda: False,
    settings: Settings | None = None,
) -> Tally:
    """Add every article in `inputs` to `archive`, on as many processes as `settings` says; known captures are not read.

    `watch` is called for each page with the tally, the bytes consumed and the reject if it was one; `stop` is called
    after each page: when it returns True, what was read is committed and the tally says `stopped`.
    Raises ArchiveError.
    """
    tally = Tally()
    settings = settings or Settings()
    items = Items(inputs, settings.limits)
    due, committed = time.monotonic() + COMMIT_SECONDS, 0
    workers = Workers(partial(read_item, reader=settings.reader), jobs=settings.jobs)
    wanted: deque[bool] = deque()
    outcomes = workers.map(_looked_up(items, archive, wanted), wanted=lambda _item: wanted.popleft())

    def ends_batch(_outcome: Outcome) -> bool:
        tally.stopped = stop()
        return tally.stopped or time.monotonic() > due

    for batch in _batches(outcomes, ends_batch):
        _keep_and_count(batch, archive, tally, lambda reject: watch(tally, items.consumed, reject))
        if tally.pages - committed >= COMMIT_PAGES or time.monotonic() > due:
            archive.commit()
            due, committed = time.monotonic() + COMMIT_SECONDS, tally.pages
        if tally.stopped:
            break
    outcomes.close()
    archive.commit()
    tally.skipped = dict(items.skipped)
    return tally


def _looked_up(items: Iterable[Item], archive: Archive, wanted: deque[bool]) -> Iterator[Item]:
    """Yield the items, looked up in batches; `wanted` records for each whether it is a page to be read."""
    size = 0

    def ends_batch(item: Item) -> bool:
        nonlocal size
        size += len(item.html or item.text or "") if isinstance(item, Page) else 0
        return size > BATCH_SIZE

    for batch in _batches(items, ends_batch):
        known = iter(archive.knows_many([item for item in batch if isinstance(item, Page)]))
        wanted.extend(isinstance(item, Page) and not next(known) for item in batch)
        yield from batch
        size = 0


def _batches(values: Iterable[T], ends_batch: Callable[[T], bool]) -> Iterator[list[T]]:
    """Yield values in batches of at most `BATCH_PAGES`; an error is raised after all values that came before it."""
    batch: list[T] = []
    try:
        for value in values:
            batch.append(value)
            if ends_batch(value) or len(batch) == BATCH_PAGES:
                yield batch
                batch = []
    except Exception:
        yield batch
        raise
    yield batch


def _keep_and_count(
    batch: Sequence[Outcome], archive: Archive, tally: Tally, watch: Callable[[Rejected | None], None]
) -> None:
    for added in _keep(batch, archive):
        if isinstance(added, Rejected):
            tally.rejected += 1
        elif added is Added.NEW:
            tally.new += 1
        elif added is Added.CAPTURE:
            tally.captures += 1
        else:
            tally.known += 1
        watch(added if isinstance(added, Rejected) else None)


def _keep(batch: Sequence[Outcome], archive: Archive) -> Iterator[Added | Rejected]:
    """Keep records, captures and rejects, and yield the outcomes, in the order of the items."""
    records: list[tuple[Record, str]] = []
    for item, made in batch:
        if isinstance(item, Page) and isinstance(made, Record):
            records.append((made, item.payload))
            continue
        yield from archive.add_many(records)  # before a revisit, which may be of one of them
        records.clear()
        outcome = _without_record(item, made, archive)
        if isinstance(outcome, Rejected):
            archive.reject(outcome)
        yield outcome
    yield from archive.add_many(records)


def _without_record(item: Item, made: Record | Rejected | Killed | None, archive: Archive) -> Added | Rejected:
    """Return the outcome of an item of which no record was made."""
    if isinstance(item, Rejected):
        return item
    if isinstance(item, Revisit):
        return archive.revisit(item) or unread(item)
    if isinstance(made, Killed):
        return rejected(item, str(made))
    return made if isinstance(made, Rejected) else Added.KNOWN
