"""The document that was made of one entry of a file, where entries become HTML of ours: feeds and NewsML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.model import Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression.stream import Reader
from onrecord.sources.limits import Limits

Read = Callable[[str, Reader, Limits, Counter[str]], Iterator[Page | Rejected]]


def document_at(read: Read, file: str, offset: int, limits: Limits, *, of: str) -> bytes:
    """The document that `read` makes of the entry at `offset`; `of` is what the format calls an entry.

    Raises InputError, OSError, DamageError.
    """
    with Reader(Path(file)) as reader:
        for page in read(file, reader, limits, Counter()):
            if isinstance(page, Page) and page.evidence.offset == offset and page.html:
                return page.html
    raise InputError(file, f"the {of} that was read here is gone: the file has changed", record=f"offset {offset}")
