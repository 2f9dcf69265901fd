"""Pages saved as HTML files: .html, .htm, .xhtml.

Takes one file, gives one Page. Its URL and capture time are known only where the program that saved it wrote them
down: browsers ("saved from url") and SingleFile do. A file's modification time says nothing of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.model import Dated, Evidence, Page, Rejected
from onrecord.sources import codings, dates, digests
from onrecord.sources.limits import Limits
from onrecord.sources.streams import Reader

# Both stand right after the doctype or the <html> tag, whose attributes can be long.
_LEAD = 8192
_BROWSER = re.compile(rb"<!--\s*saved from url=\((\d{4})\)(\S+)")
_SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*"
    rb"(?:\w{3} )?(\w{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})?"
)


def read(file: str, reader: Reader, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """The one page of a saved file."""
    body = reader.read(limits.page + 1)
    if len(body) > limits.page:
        yield Rejected(file, "", codings.too_large(limits.page))
        return
    url, captured = _saved_from(body[:_LEAD])
    yield Page(url=url, evidence=Evidence(file, 0, digests.of(body)), html=body, captured=captured)


def _saved_from(lead: bytes) -> tuple[str, Dated | None]:
    """The address that a page was saved from and when; "" and None where nothing says so."""
    if single := _SINGLE_FILE.search(lead):
        month, day, year, clock, zone = (
            part.decode("ascii", "replace") if part else "" for part in single.groups()[1:]
        )
        captured = dates.dated(f"{day} {month} {year} {clock} {zone or 'GMT'}", "SingleFile's saved date")
        return _text(single[1]), captured
    if browser := _BROWSER.search(lead):
        return _text(browser[2][: int(browser[1])]), None
    return "", None


def _text(url: bytes) -> str:
    written = url.decode("utf-8", errors="replace")
    return written if written.startswith(("http://", "https://")) else ""
