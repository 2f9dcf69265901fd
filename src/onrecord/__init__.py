"""On Record: piles of news pages → a searchable record of who said what, and when.

read(inputs)               the record of every article in some files
read_text(text)            the record of one text
read_page(html)            the record of one page
open_archive(path)         an archive to add to and to search
build(inputs, archive)     add every article in some files to an archive
Settings(reader=, jobs=)   which model finds the quotations, and on how many processes
parse(query)               the query language, as in the search box
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.archive import Request as Request
    from onrecord.archive import Sort as Sort
    from onrecord.archive import open_archive as open_archive
    from onrecord.archive import parse as parse
    from onrecord.model import Reader as Reader
    from onrecord.model import Record as Record
    from onrecord.model import Rejected as Rejected
    from onrecord.pipeline import build as build
    from onrecord.reading import Settings as Settings
    from onrecord.reading import read as read
    from onrecord.reading import read_page as read_page
    from onrecord.reading import read_text as read_text

# Each name is loaded from its module at its first use: Python runs this file before any module of the package, and the
# command `read` must not wait for the archive, nor `--help` for a model.
_HOMES = {
    "archive": ("Request", "Sort", "open_archive", "parse"),
    "model": ("Reader", "Record", "Rejected"),
    "pipeline": ("build",),
    "reading": ("Settings", "read", "read_page", "read_text"),
}
__all__ = [name for names in _HOMES.values() for name in names]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # else a type checker would accept any name

    def __getattr__(name: str) -> object:
        """Load one of the names above."""
        home = next((module for module, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
        return value
