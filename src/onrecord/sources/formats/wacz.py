"""Web archives packed with their indexes: .wacz (WACZ 1.1.1).

Takes one file, reads the WARCs in it where they lie, and gives what they hold. The pages index (`pages/*.jsonl`) names
the pages that were visited: one that no record holds is told. Evidence names `FILE.wacz/archive/NAME.warc.gz`.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.model import Page, Rejected, Revisit
from onrecord.model.errors import InputError
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.stream import Reader
from onrecord.sources.formats.warc import pages as warc
from onrecord.sources.limits import Limits, count

Found = Page | Revisit | Rejected
_WARCS = re.compile(r"archive/.+\.warc(?:\.gz|\.zst)?$", re.IGNORECASE)
_PAGES = re.compile(r"pages/.+\.jsonl$", re.IGNORECASE)
UNHELD = "page of a WACZ's pages index that no record holds under its address (a redirect, or not captured)"


def read(file: str, _: Reader, limits: Limits, skipped: Counter[str]) -> Iterator[Found]:
    """What the WARCs of a WACZ hold, in the order of their names. Raises InputError."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            listed = {url for name in names if _PAGES.match(name) for url in _listed(archive, name, limits)}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError(file, f"its zip is damaged ({error}): fetch it again") from error
    warcs = sorted(name for name in names if _WARCS.match(name))
    if not warcs:
        raise InputError(file, "it is a zip archive that holds no archive/*.warc, as a WACZ does: unpack it first")
    for name in warcs:
        for found in _member(f"{file}/{name}", limits, skipped):
            listed.discard(_bare(found.url))
            yield found
    for _url in listed:
        count(skipped, UNHELD)


def _member(file: str, limits: Limits, skipped: Counter[str]) -> Iterator[Found]:
    """What one WARC in the zip holds; damage in it ends it alone."""
    try:
        with Reader(Path(file)) as reader:
            yield from warc.read(file, reader, limits, skipped)
    except InputError as error:
        yield Rejected(file, error.record, error.reason)
    except DamageError as damage:
        yield Rejected(file, f"offset {damage.offset}", damage.reason)
    except (zipfile.BadZipFile, EOFError) as error:
        yield Rejected(file, "", f"it is damaged in the zip ({error}): fetch the file again")


def _listed(archive: zipfile.ZipFile, name: str, limits: Limits) -> Iterator[str]:
    """The addresses of a pages index; its first line is a header. A line that is no page is none."""
    with archive.open(name) as lines:
        while line := lines.readline(limits.page):
            try:
                url = json.loads(line).get("url")
            except (ValueError, AttributeError, RecursionError):
                continue
            if isinstance(url, str):
                yield _bare(url)


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url.partition("#")[0]).rstrip("/")
