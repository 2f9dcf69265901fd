"""All formats that are read: those of other packages, then our own.

Our own are listed here and not declared as entry points: an editable install keeps the entry points it was installed
with, a source tree on `PYTHONPATH` or in a zip has none, and their order, which decides between two that fit, is not
that of the metadata. They are the same `Format` values all the same, and nothing else names a format.

A fault of a format costs only the file at hand, which is rejected, whether the format is ours or another package's. A
format that cannot be loaded is listed once a run (`unloadable`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from onrecord.model import Evidence, Rejected
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
    return _known()[0]


def unloadable() -> tuple[Rejected, ...]:
    """Return the entry points that could not be loaded as a format, each with the reason."""
    return _known()[1]


def names(*, endings: bool = False) -> str:
    """Return the formats in words, each with its file name endings if asked for: for messages and help."""
    return ", ".join(str(known) if endings else known.name for known in formats())


@cache
def _known() -> tuple[tuple[Format, ...], tuple[Rejected, ...]]:
    """Return every format, and the entry points that could not be loaded."""
    loaded, failed = [], []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            loaded.append(_loaded(point))
        except Exception as error:
            reason = f"this format cannot be loaded, update or remove its package ({type(error).__name__}: {error})"
            failed.append(Rejected(f"{GROUP} entry point", _named(point), reason))
    return tuple(map(_guarded, (*loaded, *_BUILT_IN))), tuple(failed)


def _loaded(point: EntryPoint) -> Format:
    given = point.load()
    if not isinstance(given, Format):
        raise TypeError(f"{point.value} is not an onrecord.sources.Format")
    return given


def _named(point: EntryPoint) -> str:
    return f"{point.name} of {point.dist.name} {point.dist.version}" if point.dist else point.name


def _guarded(known: Format) -> Format:
    """Return a format with every fault of its code turned into an InputError for the file at hand."""

    def sniff(lead: Lead) -> bool | None:
        with _faults_of(known, lead.file):
            return known.sniff(lead)

    def read(file: str, stream: PackedFile, limits: Limits, skipped: Counter[str]) -> Iterator[Item]:
        with _faults_of(known, file):
            yield from known.read(file, stream, limits, skipped)

    def body_at(evidence: Evidence, limits: Limits) -> bytes:
        with _faults_of(known, evidence.file):
            return known.body(evidence, limits)

    return replace(known, sniff=sniff, read=read, body_at=body_at)


@contextmanager
def _faults_of(known: Format, file: str) -> Iterator[None]:
    try:
        yield
    except (InputError, DamageError, OSError):
        raise
    except Exception as error:
        reason = f"report it to its authors ({type(error).__name__}: {error})"
        raise InputError(file, f'the format "{known.name}" failed on this file, {reason}') from error
