"""Memory of `add` over many thousand pages: resident memory from the 1,000th page on, which should stay flat.

usage: python -m bench.memory [SAMPLE.warc.gz] [--pages N] [--folder F]

Writes a WARC of N pages (default 20,000) by repeating the sample's pages under changed URLs, adds it in this
process, and prints the resident memory at every 1,000th page, and of samples at every 100th the least and the most and
how far these are from the memory at the 1,000th page. "Its own" leaves out the files that are mapped into memory (the
index while its segments are merged, libraries), which the system takes back when it needs the room.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
from fastwarc.warc import ArchiveIterator, WarcRecordType

from onrecord import pipeline
from onrecord.archive import open_archive
from onrecord.model import Rejected

SAMPLE = Path(__file__).resolve().parents[2] / "shared/data/pages/sample.warc.gz"
STEP = 1000
SAMPLED = 100


def responses(sample: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield URL, date and HTTP message of every response in a WARC."""
    with sample.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=False, auto_decode="none"):
            yield record.headers["WARC-Target-URI"], record.headers["WARC-Date"], record.reader.read()


def repeat(sample: Path, target: Path, pages: int) -> None:
    """Write `pages` responses by repeating those of the sample, each round under new URLs."""
    originals = list(responses(sample))
    with target.open("wb") as file:
        for number in range(pages):
            url, date, message = originals[number % len(originals)]
            mark = "&" if "?" in url else "?"
            head = (
                f"WARC/1.1\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
                f"WARC-Target-URI: {url}{mark}copy={number}\r\nWARC-Date: {date}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(message)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + message + b"\r\n\r\n", compresslevel=1))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if not options.sample.is_file():
        print(f"skipped: {options.sample} is not here")
        return
    process = psutil.Process()
    resident: dict[int, float] = {}
    private: dict[int, float] = {}

    def watch(tally: pipeline.Tally, consumed: int, rejected: Rejected | None) -> None:
        if tally.pages < STEP or tally.pages % SAMPLED:
            return
        memory = process.memory_info()
        resident[tally.pages] = memory.rss / 2**20
        private[tally.pages] = (memory.rss - memory.shared) / 2**20
        if tally.pages % STEP == 0:
            own = private[tally.pages]
            print(f"{tally.pages:7d} pages  {resident[tally.pages]:7.1f} MiB, {own:7.1f} its own", flush=True)

    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        warc = Path(folder) / "repeated.warc.gz"
        repeat(options.sample, warc, options.pages)
        with open_archive(Path(folder) / "bench.onrecord", create=True, write=True) as archive:
            pipeline.build([warc], archive, watch=watch)
    summarise("resident", resident)
    summarise("its own", private)


def summarise(name: str, sizes: dict[int, float]) -> None:
    """Print how far sizes (MiB, by page) are from the first, and how many are more than a tenth away."""
    first, least, most = sizes[STEP], min(sizes.values()), max(sizes.values())
    beyond = sum(1 for size in sizes.values() if abs(size / first - 1) > 0.1)
    print(
        f"{name}: at the {STEP}th page {first:.1f} MiB, least {least:.1f} ({100 * (least / first - 1):+.1f}%), ", end=""
    )
    print(f"most {most:.1f} ({100 * (most / first - 1):+.1f}%); {beyond} of {len(sizes)} samples beyond 10%")


if __name__ == "__main__":
    main()
