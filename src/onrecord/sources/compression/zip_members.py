"""Files that lie in a zip archive, read where they lie.

A path that leads into a zip (`crawl.wacz/archive/data.warc.gz`) is opened as any other; nothing is unpacked to disk.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import BinaryIO, cast

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")


def opened(path: Path) -> BinaryIO:
    """The bytes of a file, or of a member of a zip file that lies on the way to it. Raises OSError."""
    holder = _zip_above(path)
    if holder is None:
        return path.open("rb")
    member = path.relative_to(holder).as_posix()
    try:
        with zipfile.ZipFile(holder) as archive:
            return cast(BinaryIO, archive.open(member))
    except KeyError as error:
        raise FileNotFoundError(2, f"no {member} in this zip", str(holder)) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise OSError(5, f"the zip cannot be read: {error}", str(holder)) from error


def _zip_above(path: Path) -> Path | None:
    if path.exists():
        return None
    return next((up for up in path.parents if up.is_file() and zipfile.is_zipfile(up)), None)
