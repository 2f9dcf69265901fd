"""Pages saved as HTML files: .html, .htm, .xhtml.

A file is one Page. Its URL and capture time are known only if the program that saved it recorded them, as browsers
("saved from url") and SingleFile do; a file's modification time says nothing about the page. SingleFile also saves one
or several pages as a zip within an HTML file that unpacks it (SingleFileZ): these are read from the zip, and their
evidence names `FILE.html/index.html`.
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
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.format import Format, Lead, digest_of, whole_file
from onrecord.sources.formats.warc.http_message import looks_like_html
from onrecord.sources.limits import Limits

# Both are right after the doctype or the <html> tag, whose attributes can be long.
_LEAD = 8192
_INDEX = re.compile(r"(?:pages/\d+/)?index\.html")
_PAGES = "sfz-pages.json"
_BAD_ZIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError)
Saved = tuple[str, Dated | None]
"""A page's URL and the time at which it was saved; "" and None if not stated."""

_BROWSER = re.compile(rb"<!--\s*saved from url=\((\d{4})\)(\S+)")
_SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*"
    rb"(?:\w{3} )?(\w{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})?"
)


def sniff(lead: Lead) -> bool | None:
    """Return True for text with a tag that only HTML has; a page without one is recognised by its name."""
    if not lead.text:
        return False
    return True if looks_like_html(lead.text.encode()) else None


def read_saved_page(file: str, stream: PackedFile, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield the one page of a saved file, or those of the zip in it."""
    zipped = _zipped(file, limits)
    if not zipped:
        yield _page(file, stream, limits)
        return
    outside = _saved_from(stream.lead(_LEAD))
    for name, url in zipped.items():
        around = outside if name == "index.html" else ("", None)
        yield _unzipped(f"{file}/{name}", (around[0] or url, around[1]), limits)


def _page(file: str, stream: PackedFile, limits: Limits, around: Saved = ("", None)) -> Page | Rejected:
    """Return the page in a file; `around` is its URL and capture time if the page itself does not state them."""
    body = stream.read(limits.page + 1)
    if len(body) > limits.page:
        return Rejected(file, "", content_codings.too_large(limits.page))
    url, captured = _saved_from(body[:_LEAD])
    evidence = Evidence(file, 0, digest_of(body))
    return Page(url=url or around[0], evidence=evidence, html=body, captured=captured or around[1])


def _zipped(file: str, limits: Limits) -> dict[str, str]:
    """Return the pages of the zip in a saved page: the path of each, and its URL if the zip states it."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name for name in archive.namelist() if _INDEX.fullmatch(name)]
            addresses = _addresses(archive, limits)
    except (OSError, *_BAD_ZIP):
        return {}
    return {name: addresses.get(name, "") for name in names}


def _addresses(archive: zipfile.ZipFile, limits: Limits) -> dict[str, str]:
    """Return the URL of each page according to SingleFile's list in the zip; {} if there is no list."""
    try:
        with archive.open(_PAGES) as listed:
            entries = json.loads(listed.read(limits.page))["pages"]
        return {f"{entry['path']}index.html": _text(str(entry["url"]).encode()) for entry in entries}
    except (ValueError, KeyError, TypeError, *_BAD_ZIP):
        return {}


def _unzipped(file: str, around: Saved, limits: Limits) -> Page | Rejected:
    """Return one page of a zip, or why it cannot be read."""
    try:
        with PackedFile(Path(file)) as stream:
            return _page(file, stream, limits, around)
    except OSError as error:
        return Rejected(file, "", f"{error.strerror}: save the page again")
    except (DamageError, *_BAD_ZIP) as error:
        return Rejected(file, "", f"it is damaged in the zip ({error}): save the page again")


def _saved_from(lead: bytes) -> Saved:
    """Return the URL that a page was saved from, and when; "" and None if not stated."""
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


SAVED_PAGE = Format(
    name="saved page",
    endings=(".html", ".htm", ".xhtml", ".shtml"),
    sniff=sniff,
    read=read_saved_page,
    body_at=whole_file,
)
