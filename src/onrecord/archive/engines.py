"""Engines: what keeps an archive, chosen by the scheme of its address.

A path, or file:///PATH, is an archive in a folder. Further engines are entries of `ENGINES`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from onrecord.archive.embedded import open_folder
from onrecord.archive.protocol import Archive
from onrecord.model.errors import ArchiveError


class Engine(Protocol):
    """Opens the archive at an address. Raises NoArchive, ArchiveBusy, ArchiveBroken and ArchiveError."""

    def __call__(self, address: str, *, create: bool, write: bool) -> Archive:
        """Open it to read, or also to write; make it where there is none, with `create`."""
        ...


ENGINES: dict[str, Engine] = {"file": open_folder}
"""The engines by the scheme of the addresses that they open."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


def open_archive(address: str | Path, *, create: bool = False, write: bool = False) -> Archive:
    """Open the archive at `address`, a path or a URL: to read, or also to write with `write`.

    `create` makes the archive if there is none. An index that cannot be used is an error for a reader; opening to write
    makes it again from the record. Raises NoArchive, ArchiveBusy (another writer), ArchiveBroken (damaged, or of
    another version) and ArchiveError (among others: an address with an unknown scheme).
    """
    scheme = _SCHEME.match(str(address)) if isinstance(address, str) else None
    name = scheme[1].lower() if scheme else "file"
    if name not in ENGINES:
        known = ", ".join(f"{known}://" for known in sorted(ENGINES))
        raise ArchiveError(f"{address}: no archive can be opened by {name}://; give the path of a folder, or {known}")
    return ENGINES[name](str(address), create=create, write=write)
