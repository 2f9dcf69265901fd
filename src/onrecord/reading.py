"""Records of inputs, without an archive: sources → extract → annotate.

`read` takes files and folders, `read_page` one page's HTML, `read_text` one text. All return a Rejected, with the
reason, for an input without a record. No archive is imported, so that the first record comes as soon as it can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import TypedDict, Unpack

from onrecord.annotate import annotate
from onrecord.dates.written import parse_date
from onrecord.extract import extract
from onrecord.model import Evidence, Page, Reader, Record, Rejected, Revisit
from onrecord.model.errors import NotAnArticle
from onrecord.sources import FieldError, Inputs, Item, Items, Limits, digest_of, page_from_fields
from onrecord.sources.compression.content_codings import too_large
from onrecord.workers import Killed, Workers

UNSEEN = "a revisit of a page that was not captured here before; add the file that holds the first capture"
_NO_FILE = "given text"
"""The file in the evidence of a text or page that was not read from a file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How inputs are read: their limits, which model finds the quotations, and on how many processes."""

    limits: Limits = field(default_factory=Limits)
    reader: Reader = Reader.FAST
    jobs: int = 1


class Fields(TypedDict, total=False):
    """The fields that a text may have, as in JSON Lines: `published` is a date like `2021-02-20` or `20 Feb 2021`."""

    id: str
    url: str
    outlet: str
    title: str
    authors: list[str]
    published: str


def read(inputs: Inputs, *, settings: Settings | None = None) -> Iterator[Record | Rejected]:
    """Yield the record of every article in `inputs`, in order, and a Rejected for each that has none.

    The order and the records are the same on any number of processes. With more than one, a script that calls this
    needs the `if __name__ == "__main__":` of `multiprocessing`, since each process imports it.
    """
    settings = settings or Settings()
    workers = Workers(partial(read_item, reader=settings.reader), jobs=settings.jobs)
    outcomes = workers.map(Items(inputs, settings.limits), wanted=lambda item: isinstance(item, Page))
    with closing(outcomes):
        for item, outcome in outcomes:
            yield item_outcome(item, outcome)


def read_text(text: str, *, settings: Settings | None = None, **fields: Unpack[Fields]) -> Record | Rejected:
    """Return the record of one text, or a Rejected with the reason, as for a line of JSON Lines with these fields.

    Offsets in the record count code points of exactly this text. `settings.jobs` has no effect.
    """
    given = {"text": text, **{name: value for name, value in fields.items() if value}}
    try:
        page = page_from_fields(_NO_FILE, 0, given, Counter())
    except FieldError as error:
        return Rejected(_NO_FILE, "", str(error), fields.get("url", ""))
    return record_of(page, (settings or Settings()).reader)


def read_page(
    html: str | bytes,
    *,
    url: str = "",
    captured: str = "",
    charset: str = "",
    settings: Settings | None = None,
) -> Record | Rejected:
    """Return the record of one page, or a Rejected with the reason, as for a captured page with this URL.

    `captured` is a date and time as inputs write them, best in ISO 8601; one that cannot be read is a reason to reject.
    `charset` is what the transport stated for bytes; it counts as in the WHATWG encoding sniffing algorithm.
    """
    body = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
    limits = (settings or Settings()).limits
    if len(body) > limits.page:
        return Rejected(_NO_FILE, "", too_large(limits.page), url)
    moment = parse_date(captured, basis="given capture time") if captured else None
    if captured and moment is None:
        return Rejected(_NO_FILE, "", f'captured is "{captured[:40]}", which is no date that can be read', url)
    page = Page(
        url=url,
        evidence=Evidence(_NO_FILE, 0, digest_of(body)),
        html=body,
        charset=charset if isinstance(html, bytes) else "utf-8",
        captured=moment,
    )
    return record_of(page, (settings or Settings()).reader)


def record_of(page: Page, reader: Reader) -> Record | Rejected:
    """Return one page's record, or a Rejected with the reason. Pure: the same page gives the same record anywhere."""
    try:
        return annotate(extract(page), page.evidence, reader)
    except NotAnArticle as error:
        return rejected(page, error.reason)
    except Exception as error:  # one page must never cost the others, whatever a parser does on it
        return rejected(page, f"the reader failed on this page, please report it: {type(error).__name__}: {error}")


def read_item(item: Item, reader: Reader) -> Record | Rejected:
    """Return the outcome of one item, as workers call it."""
    return record_of(item, reader) if isinstance(item, Page) else unread(item)


def item_outcome(item: Item, outcome: Record | Rejected | Killed | None) -> Record | Rejected:
    """Return the outcome of an item: workers are given pages only, and may have been killed on one."""
    if isinstance(item, Page):
        return rejected(item, str(outcome)) if outcome is None or isinstance(outcome, Killed) else outcome
    return unread(item)


def unread(item: Revisit | Rejected) -> Rejected:
    """Return the Rejected for an item without a page; of a revisit, its place in the file."""
    if isinstance(item, Rejected):
        return item
    return Rejected(item.evidence.file, f"offset {item.evidence.offset}", UNSEEN, item.url)


def rejected(page: Page, reason: str) -> Rejected:
    """Return the Rejected for a page without a record."""
    return Rejected(page.evidence.file, f"offset {page.evidence.offset}", reason, page.url)
