"""The type of an input format: how its files are recognised, read, and read again by evidence.

Each format is one `Format` value. Those of On Record are listed in `sources.registry`; another package adds its own
through an entry point of the group `onrecord.formats` (docs/inputs.md, "Reading another format").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from onrecord.model import Evidence, Page, Rejected, Revisit
from onrecord.model.errors import InputError
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.limits import Limits

LEAD_SIZE = 16 * 1024
"""The number of bytes examined to recognise a file: a feed's root or an HTML tag comes within them even after a long
comment."""

Item = Page | Revisit | Rejected
"""An item of a file: a page, a repeated capture of a page, or a Rejected with the reason."""

ReadFile = Callable[[str, PackedFile, Limits, Counter[str]], Iterator[Item]]
"""Reads one file, given its path, its unpacked bytes, the limits, and the count of what is skipped, by reason.

Yields its items in order, lazily; each Page has an Evidence with the path, an offset of the format's own and the digest
of the bytes. May raise InputError, DamageError and OSError.
"""


@dataclass(frozen=True, slots=True)
class Lead:
    """The beginning of a file: its path, its first LEAD_SIZE bytes unpacked, and these as text ("" if binary)."""

    file: str
    data: bytes
    text: str

    def ends_with(self, endings: tuple[str, ...]) -> bool:
        """True if the file's name has one of these endings, whatever its case and before any .gz or .zst."""
        return self.file.lower().removesuffix(".gz").removesuffix(".zst").endswith(endings)


def by_ending(lead: Lead) -> bool | None:
    """Sniff a text format that has no signature: the file's name decides, and binary data is refused."""
    return None if lead.text else False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format of input.

    `name` is a noun for messages and help ("saved page"); `endings` are file name endings with their dot, lower case,
    without .gz or .zst. `sniff` returns True if the file is certainly of this format, False if it certainly is not,
    None if its name must decide; it may raise InputError for a file that it knows and that cannot be read.
    `body_at` returns the bytes of one page by its evidence; without it the file is read again up to that page.
    Raises ValueError for endings that no file can have.
    """

    name: str
    endings: tuple[str, ...] = ()
    read: ReadFile
    sniff: Callable[[Lead], bool | None] = by_ending
    body_at: Callable[[Evidence, Limits], bytes] | None = None

    def __post_init__(self) -> None:
        if unfit := [ending for ending in self.endings if not re.fullmatch(r"(?:\.[^.\sA-Z]+)+", ending)]:
            raise ValueError(f'"{unfit[0]}" is not a file name ending: write it like ".html", in lower case')

    def body(self, evidence: Evidence, limits: Limits) -> bytes:
        """Return the bytes of the page that `evidence` names. Raises InputError, DamageError, OSError."""
        return self.body_at(evidence, limits) if self.body_at else _read_again(self.read, evidence, limits)

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(self.endings)})" if self.endings else self.name


def digest_of(body: bytes) -> str:
    """Return `sha256:` and the hex digest of a page's bytes, by which they are recognised later."""
    return f"sha256:{sha256(body).hexdigest()}"


def whole_file(evidence: Evidence, limits: Limits) -> bytes:
    """Return the bytes of a file that is one page. Raises DamageError, OSError."""
    with PackedFile(Path(evidence.file)) as stream:
        return stream.read(limits.page)


def _read_again(read: ReadFile, evidence: Evidence, limits: Limits) -> bytes:
    """Read a file up to the page at the evidence's offset. Raises InputError, DamageError, OSError."""
    with PackedFile(Path(evidence.file)) as stream:
        for item in read(evidence.file, stream, limits, Counter()):
            if isinstance(item, Page) and item.evidence.offset == evidence.offset:
                return item.html if item.html is not None else (item.text or "").encode()
    reason = "the page that was read here is gone: the file has changed"
    raise InputError(evidence.file, reason, record=f"offset {evidence.offset}")
