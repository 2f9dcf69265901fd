"""The writer lock: a lock on a file in the archive, which the system releases however the process ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from onrecord.model.errors import ArchiveBusy, ArchiveError

_held: set[int] = set()
"""The open files of the locks held by this process."""


def _release_in_child() -> None:
    """Close the copies of a forked child: a worker that outlives its parent would otherwise keep the archive locked."""
    for file in _held:
        os.close(file)
    _held.clear()


os.register_at_fork(after_in_child=_release_in_child)


class WriterLock:
    """Held from construction to `release`. Raises ArchiveBusy at once if another writer holds it."""

    def __init__(self, path: Path) -> None:
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise ArchiveError(f"{path}: cannot be written ({error.strerror}); check the folder's rights") from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(self._file, 20).decode(errors="replace").strip()
            os.close(self._file)
            raise ArchiveBusy(
                f"{path.parent}: another process{f' ({holder})' if holder else ''} is writing to this archive; "
                "wait for it to end, then try again"
            ) from None
        _held.add(self._file)
        os.ftruncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())

    def release(self) -> None:
        """Release the lock."""
        if self._file in _held:
            _held.discard(self._file)
            os.ftruncate(self._file, 0)
            os.close(self._file)
