"""Pages saved as HTML files: .html, .htm, .xhtml.

Takes one file, gives one Page. Its URL and capture time are known only where the program that saved it wrote them
down: browsers ("saved from url") and SingleFile do. A file's modification time says nothing of the page. SingleFile
also saves one or several pages as a zip that an HTML file around it unpacks (SingleFileZ): they are read from the zip,
and their evidence names `FILE.html/index.html`.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.dates.written import parse_date
from onrecord.model import Dated, Evidence, Page, Rejected
from onrecord.sources import digests
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.stream import Reader
from onrecord.sources.limits import Limits

# Both stand right after the doctype or the <html> tag, whose attributes can be long.
_LEAD = 8192
_INDEX = re.compile(r"(?:pages/\d+/)?index\.html")
_PAGES = "sfz-pages.json"
_BAD_ZIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError)
Saved = tuple[str, Dated | None]
"""A page's address and the time at which it was saved; "" and None where nothing says so."""

_BROWSER = re.compile(rb"<!--\s*saved from url=\((\d{4})\)(\S+)")
_SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*"
    rb"(?:\w{3} )?(\w{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})?"
)


def read(file: str, reader: Reader, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """The one page of a saved file, or those of the zip in it."""
    zipped = _zipped(file, limits)
    if not zipped:
        yield _page(file, reader, limits)
        return
    outside = _saved_from(reader.lead(_LEAD))
    for name, url in zipped.items():
        around = outside if name == "index.html" else ("", None)
        yield _unzipped(f"{file}/{name}", (around[0] or url, around[1]), limits)


def _page(file: str, reader: Reader, limits: Limits, around: Saved = ("", None)) -> Page | Rejected:
    """The page that a reader gives; `around` is what is known of it where the page itself does not say it."""
    body = reader.read(limits.page + 1)
    if len(body) > limits.page:
        return Rejected(file, "", content_codings.too_large(limits.page))
    url, captured = _saved_from(body[:_LEAD])
    evidence = Evidence(file, 0, digests.of(body))
    return Page(url=url or around[0], evidence=evidence, html=body, captured=captured or around[1])


def _zipped(file: str, limits: Limits) -> dict[str, str]:
    """The pages of the zip that a saved page holds: where each lies in it, and its address where the zip says it."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if _INDEX.fullmatch(name)]
            addresses = _addresses(archive, limits)
    except (OSError, *_BAD_ZIP):
        return {}
    return {name: addresses.get(name, "") for name in names}


def _addresses(archive: zipfile.ZipFile, limits: Limits) -> dict[str, str]:
    """What SingleFile's list of the pages in a zip says of each one's address; {} where there is none."""
    try:
        with archive.open(_PAGES) as listed:
            entries = json.loads(listed.read(limits.page))["pages"]
        return {f"{entry['path']}index.html": _text(str(entry["url"]).encode()) for entry in entries}
    except (ValueError, KeyError, TypeError, *_BAD_ZIP):
        return {}


def _unzipped(file: str, around: Saved, limits: Limits) -> Page | Rejected:
    """One page of a zip."""
    try:
        with Reader(Path(file)) as reader:
            return _page(file, reader, limits, around)
    except OSError as error:
        return Rejected(file, "", f"{error.strerror}: save the page again")
    except (DamageError, *_BAD_ZIP) as error:
        return Rejected(file, "", f"it is damaged in the zip ({error}): save the page again")


def _saved_from(lead: bytes) -> Saved:
    """The address that a page was saved from and when; "" and None where nothing says so."""
    if single := _SINGLE_FILE.search(lead):
        month, day, year, clock, zone = (
            part.decode("ascii", "replace") if part else "" for part in single.groups()[1:]
        )
        captured = parse_date(f"{day} {month} {year} {clock} {zone or 'GMT'}", basis="SingleFile's saved date")
        return _text(single[1]), captured
    if browser := _BROWSER.search(lead):
        return _text(browser[2][: int(browser[1])]), None
    return "", None


def _text(url: bytes) -> str:
    written = url.decode("utf-8", errors="replace")
    return written if written.startswith(("http://", "https://")) else ""
