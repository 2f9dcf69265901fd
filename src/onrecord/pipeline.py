"""The whole product on one page: sources → extract → annotate → archive.

`reading.read` yields the record of every article in some inputs; `build` keeps them in an archive. Whatever in an input
is not an article or cannot be read becomes a Rejected with its reason, and never ends the run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from onrecord.archive import Added, Archive
from onrecord.model import Page, Record, Rejected, Revisit
from onrecord.reading import Settings, read_item, rejected, unread
from onrecord.sources import Inputs, Item, Items
from onrecord.workers import Killed, Workers

__all__ = ["Settings", "Tally", "Watch", "build"]

COMMIT_PAGES = 500  # an index commit costs about 60 ms here: under 1% of the time that 500 pages take
COMMIT_SECONDS = 15.0  # what a kill can lose, and how old a reader's view of a running `add` gets


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
    reading = Items(inputs, settings.limits)
    due = time.monotonic() + COMMIT_SECONDS
    workers = Workers(partial(read_item, reader=settings.reader), jobs=settings.jobs)
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


def _keep(item: Item, made: Record | Rejected | Killed | None, archive: Archive, tally: Tally) -> Rejected | None:
    outcome: Record | Rejected | Added
    if isinstance(item, Page):
        outcome = rejected(item, str(made)) if isinstance(made, Killed) else made or Added.KNOWN
        if isinstance(outcome, Record):
            outcome = archive.add(outcome, payload=item.payload)
    elif isinstance(item, Revisit):
        outcome = archive.revisit(item) or unread(item)
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
