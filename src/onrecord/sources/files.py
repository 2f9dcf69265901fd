"""The files of some inputs: each file given, and every file in each folder given.

Files come in a stable order (folders sorted by name, depth first), with a Rejected for each path that cannot be
reached. Lazy: the names of one folder a level are in memory at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.model import Rejected
from onrecord.sources.limits import count

FolderId = tuple[int, int]
"""Device and inode of a folder."""


def walk(inputs: Iterable[Path], skipped: Counter[str]) -> Iterator[Path | Rejected]:
    """Yield every file to read by its absolute path; files left out on purpose are counted in `skipped`."""
    for path in inputs:
        yield from _under(path.absolute(), skipped, set())


def _under(path: Path, skipped: Counter[str], above: set[FolderId]) -> Iterator[Path | Rejected]:
    """Yield the files at or under `path`; `above` are the folders it lies in."""
    try:
        status = path.stat()
        folder = (status.st_dev, status.st_ino)
        names = sorted(entry.name for entry in path.iterdir()) if path.is_dir() else []
    except OSError as error:
        yield Rejected(str(path), "", _unreachable(path, error))
        return
    if path.is_file():
        yield path
    elif not path.is_dir():
        yield Rejected(str(path), "", "it is neither a file nor a folder")
    elif folder in above:
        count(skipped, "link to a folder that it lies in")
    else:
        for name in names:
            if reason := _passed_over(name, names):
                count(skipped, reason)
            else:
                yield from _under(path / name, skipped, above | {folder})


def _passed_over(name: str, names: list[str]) -> str:
    """Return why a name in a folder is not read; browsers save a page's images in `PAGE_files` next to it."""
    if name.startswith("."):
        return "hidden file or folder"
    stem = name.removesuffix("_files")
    if stem != name and any(f"{stem}{ending}" in names for ending in (".html", ".htm")):
        return "folder of a saved page's resources"
    return ""


def _unreachable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it is a link to nowhere" if path.is_symlink() else "there is no such file or folder"
    return f"it cannot be read ({error.strerror or error})"
