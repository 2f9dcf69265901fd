"""Web archives packed with their indexes: .wacz (WACZ 1.1.1).

The WARCs are read within the zip. The pages index (`pages/*.jsonl`) lists the pages that were visited; those that no
record holds are counted. Evidence names `FILE.wacz/archive/NAME.warc.gz`.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.model import Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.packed_file import ZIP, PackedFile
from onrecord.sources.formats.format import Format, Item, Lead
from onrecord.sources.formats.warc.pages import read_warc
from onrecord.sources.limits import Limits, count

_ENDINGS = (".wacz",)
_WARCS = re.compile(r"archive/.+\.warc(?:\.gz|\.zst)?$", re.IGNORECASE)
_PAGES = re.compile(r"pages/.+\.jsonl$", re.IGNORECASE)
UNHELD = "page of a WACZ's pages index that no record holds under its address (a redirect, or not captured)"


def sniff(lead: Lead) -> bool:
    """Return True for a zip archive whose name says WACZ."""
    return lead.data.startswith(ZIP) and lead.ends_with(_ENDINGS)


def read_wacz(file: str, _: PackedFile, limits: Limits, skipped: Counter[str]) -> Iterator[Item]:
    """Yield the items of a WACZ's WARCs, in the order of their names. Raises InputError."""
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
        for item in _member(f"{file}/{name}", limits, skipped):
            listed.discard(_bare(item.url))
            yield item
    for _url in listed:
        count(skipped, UNHELD)


def _member(file: str, limits: Limits, skipped: Counter[str]) -> Iterator[Item]:
    """Yield the items of one WARC in the zip; damage ends this WARC alone."""
    try:
        with PackedFile(Path(file)) as stream:
            yield from read_warc(file, stream, limits, skipped)
    except InputError as error:
        yield Rejected(file, error.record, error.reason)
    except DamageError as damage:
        yield Rejected(file, f"offset {damage.offset}", damage.reason)
    except (zipfile.BadZipFile, EOFError) as error:
        yield Rejected(file, "", f"it is damaged in the zip ({error}): fetch the file again")


def _listed(archive: zipfile.ZipFile, name: str, limits: Limits) -> Iterator[str]:
    """Yield the URLs in a pages index, whose first line is a header; lines that are not a page are skipped."""
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


WACZ = Format(name="packed web archive", endings=_ENDINGS, sniff=sniff, read=read_wacz)
