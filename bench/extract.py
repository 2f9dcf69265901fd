"""How fast is `extract`, all fields, on one core, compared with trafilatura with metadata on the same pages?

usage: python -m bench.extract [SAMPLE.warc.gz] [--rounds N]

The two take turns page by page, and at going first, so that what slows the machine or fills a cache serves both.
Prints pages a second of processor time of both and the ratio, and what reading the file (sources) adds to ours a page.
trafilatura is `bare_extraction(html, fast=True, with_metadata=True)`: body, title, author, site and date.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType
from trafilatura import bare_extraction

from onrecord.extract import extract
from onrecord.model import Dated, Evidence, Page, Precision
from onrecord.model.errors import NotAnArticle
from onrecord.sources import Items

SAMPLE = Path(__file__).resolve().parents[2] / "shared/data/pages/sample.warc.gz"
REFUSED: set[str] = set()


def pages(sample: Path) -> list[Page]:
    """Return the HTML responses of the sample, whose bodies are stored without encoding."""
    with sample.open("rb") as file:
        return [
            Page(
                url=record.headers["WARC-Target-URI"],
                html=record.reader.read(),
                charset=record.http_charset or "",
                captured=Dated(record.headers["WARC-Date"], Precision.SECOND, "WARC-Date"),
                evidence=Evidence(sample.name, record.stream_pos, "sha256:"),
            )
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="none")
        ]


def ours(page: Page) -> None:
    """Extract all fields; note a refusal."""
    try:
        extract(page)
    except NotAnArticle as reason:
        REFUSED.add(f"{page.url}: {reason}")


def theirs(page: Page) -> None:
    """Extract body and metadata with trafilatura."""
    bare_extraction(page.html, url=page.url, fast=True, with_metadata=True, include_comments=False)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    if not options.sample.is_file():
        print(f"skipped: {options.sample} is not here")
        return
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sample = pages(options.sample)
    seconds = {ours: 0.0, theirs: 0.0}
    for turn in range(options.rounds):
        for page in sample:
            for extractor in (ours, theirs) if turn % 2 else (theirs, ours):
                begun = time.thread_time()
                extractor(page)
                seconds[extractor] += time.thread_time() - begun
    begun = time.thread_time()
    found = sum(isinstance(item, Page) for item in Items([options.sample]))
    sources = time.thread_time() - begun
    number = options.rounds * len(sample)
    print(f"{len(sample)} pages, one core, {options.rounds} rounds, {len(REFUSED)} refused")
    print(f"onrecord extract, all fields    {number / seconds[ours]:6.1f} pages/s")
    print(f"trafilatura fast, with metadata {number / seconds[theirs]:6.1f} pages/s")
    print(f"ratio                           {seconds[theirs] / seconds[ours]:6.2f}")
    each = seconds[ours] / number
    print(f"a page: sources {1000 * sources / found:.1f} ms, extract {1000 * each:.1f} ms", end=", ")
    print(f"together {1 / (each + sources / found):.1f} pages/s")
    for line in sorted(REFUSED):
        print(f"refused: {line}")


if __name__ == "__main__":
    main()
