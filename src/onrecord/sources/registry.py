"""All formats that are read: those of other packages, then our own.

Our own are listed here and not declared as entry points: an editable install keeps the entry points it was installed
with, a source tree on `PYTHONPATH` or in a zip has none, and their order, which decides between two that fit, is not
that of the metadata. They are the same `Format` values all the same, and nothing else names a format.

Another package's fault costs only itself: a format that cannot be loaded is listed once a run (`unloadable`), and a
file it fails on is rejected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from onrecord.model import Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats import (
    feed,
    json_feed,
    json_lines,
    mhtml,
    news_item,
    plain_text,
    saved_page,
    table,
    wacz,
)
from onrecord.sources.formats.format import Format, Item, Lead
from onrecord.sources.formats.warc import pages as warc
from onrecord.sources.limits import Limits

GROUP = "onrecord.formats"
"""The entry point group of other packages' formats."""

# Tried in this order: those with a signature first, then those that many files look like.
_BUILT_IN: tuple[Format, ...] = (
    warc.WARC,
    wacz.WACZ,
    mhtml.MHTML,
    feed.FEED,
    news_item.NEWS_ITEM,
    json_feed.JSON_FEED,
    json_lines.JSON_LINES,
    plain_text.PLAIN_TEXT,
    saved_page.SAVED_PAGE,
    table.CSV,
    table.PARQUET,
)


def formats() -> tuple[Format, ...]:
    """Return every format in the order in which they are tried: other packages' first, so that they can refine ours."""
    return _plugins()[0] + _BUILT_IN


def unloadable() -> tuple[Rejected, ...]:
    """Return the entry points that could not be loaded as a format, each with the reason."""
    return _plugins()[1]


def names(*, endings: bool = False) -> str:
    """Return the formats in words, each with its file name endings if asked for: for messages and help."""
    return ", ".join(str(known) if endings else known.name for known in formats())


@cache
def _plugins() -> tuple[tuple[Format, ...], tuple[Rejected, ...]]:
    loaded, failed = [], []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            loaded.append(_guarded(_loaded(point)))
        except Exception as error:
            reason = f"this format cannot be loaded, update or remove its package ({type(error).__name__}: {error})"
            failed.append(Rejected(f"{GROUP} entry point", _named(point), reason))
    return tuple(loaded), tuple(failed)


def _loaded(point: EntryPoint) -> Format:
    given = point.load()
    if not isinstance(given, Format):
        raise TypeError(f"{point.value} is not an onrecord.sources.Format")
    return given


def _named(point: EntryPoint) -> str:
    return f"{point.name} of {point.dist.name} {point.dist.version}" if point.dist else point.name


def _guarded(plugin: Format) -> Format:
    """Return another package's format with every fault of its code turned into an InputError for the file at hand."""

    def sniff(lead: Lead) -> bool | None:
        try:
            return plugin.sniff(lead)
        except InputError:
            raise
        except Exception as error:
            raise InputError(lead.file, _fault(plugin, error)) from error

    def read(file: str, stream: PackedFile, limits: Limits, skipped: Counter[str]) -> Iterator[Item]:
        try:
            yield from plugin.read(file, stream, limits, skipped)
        except (InputError, DamageError, OSError):
            raise
        except Exception as error:
            raise InputError(file, _fault(plugin, error)) from error

    return replace(plugin, sniff=sniff, read=read)


def _fault(plugin: Format, error: Exception) -> str:
    return f'the format "{plugin.name}" failed on this file, report it to its authors ({type(error).__name__}: {error})'
