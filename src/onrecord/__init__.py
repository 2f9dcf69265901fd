"""On Record: piles of news pages → a searchable record of who said what, and when.

read(inputs)            the record of every article in some files
open_archive(path)      an archive to add to and to search
build(inputs, archive)
Settings(reader, jobs)  which reader finds the quotations, and on how many processes
parse(query)            the query language, as in the search box
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.archive import Request, Sort, open_archive, parse
    from onrecord.model import Reader, Record, Rejected
    from onrecord.pipeline import build
    from onrecord.reading import Settings, read

__all__ = ["Reader", "Record", "Rejected", "Request", "Settings", "Sort", "build", "open_archive", "parse", "read"]

# Each name is taken from its module when asked for, for the command's sake: Python runs this file before any module of
# the package, and `read` must not wait for the archive, nor `--help` for a reader.
_HOMES = {
    "Reader": "model",
    "Record": "model",
    "Rejected": "model",
    "Request": "archive",
    "Settings": "reading",
    "Sort": "archive",
    "build": "pipeline",
    "open_archive": "archive",
    "parse": "archive",
    "read": "reading",
}


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})


if not TYPE_CHECKING:  # else a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        """One of the names above, at its first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return found
