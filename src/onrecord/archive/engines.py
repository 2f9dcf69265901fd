"""Engines: the ways to keep an archive, chosen by the scheme of its address.

A path, or file:///PATH, is an archive in a folder. Further engines are entries of `ENGINES`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from onrecord.archive.embedded import open_folder, path_of
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
    scheme = _scheme(address)
    if scheme not in ENGINES:
        known = ", ".join(f"{known}://" for known in sorted(ENGINES))
        raise ArchiveError(f"{address}: no archive can be opened by {scheme}://; give the path of a folder, or {known}")
    return ENGINES[scheme](str(address), create=create, write=write)


def folder_of(address: str | Path) -> Path:
    """Return the folder of an archive that is kept in one. Raises ArchiveError for any other address."""
    if _scheme(address) != "file":
        raise ArchiveError(f"{address}: this archive is not kept in a folder; give the path of one")
    return path_of(str(address))


def _scheme(address: str | Path) -> str:
    match = _SCHEME.match(address) if isinstance(address, str) else None
    return match[1].lower() if match else "file"
