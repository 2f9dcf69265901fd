"""All formats that are read: those of other packages, then our own.

Our own are listed here and not declared as entry points: an editable install keeps the entry points it was installed
with, a source tree on `PYTHONPATH` or in a zip has none, and their order, which decides between two that fit, is not
that of the metadata. They are the same `Format` values all the same, and nothing else names a format.

A package that cannot be loaded costs only itself: `unloadable` gives the reason, and every run lists it once.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from onrecord.model import Rejected
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
from onrecord.sources.formats.format import Format
from onrecord.sources.formats.warc import pages as warc

GROUP = "onrecord.formats"
"""The entry point group of other packages' formats."""

# Asked in this order: those with a signature first, then those that many files look like.
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
    """Return every format in the order in which they are asked: other packages' first, so that they can refine ours."""
    return _plugins()[0] + _BUILT_IN


def unloadable() -> tuple[Rejected, ...]:
    """Return the entry points that give no format, each with the reason."""
    return _plugins()[1]


def names(*, endings: bool = False) -> str:
    """Return the formats in words, each with its file name endings if asked for: for messages and help."""
    return ", ".join(str(known) if endings else known.name for known in formats())


@cache
def _plugins() -> tuple[tuple[Format, ...], tuple[Rejected, ...]]:
    loaded, failed = [], []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            loaded.append(_loaded(point))
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
