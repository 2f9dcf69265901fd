"""How long does a new article take to find its story among a million others?

usage: python -m bench.copies [--articles N]

The sample's articles are added to an archive, and beside them N articles' worth of other hashes, 50 each as an article
of 800 words has. Then cuts of the sample's articles to a third, and whole copies with a line more, are put into their
stories: sign, look-up, comparison and the new rows are timed, in a transaction that is rolled back; beside the time by
the clock that of the processor, which other processes on a busy machine do not lengthen.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

import numpy as np

from onrecord import open_archive
from onrecord.archive.embedded.record import copies
from onrecord.extract import extract
from onrecord.model import Page, Record
from onrecord.sources import pages

SAMPLE = Path(__file__).resolve().parents[2] / "shared/data/pages/sample.warc.gz"
EACH, BATCH = 50, 1_000_000


def fill(connection: sqlite3.Connection, articles: int) -> None:
    """Rows of `articles` others, in the order of their hashes, as a B-tree takes them fastest."""
    made = np.random.default_rng(4)
    hashes = np.sort(made.integers(0, 2**63, articles * EACH, dtype=np.int64))
    for at in range(0, len(hashes), BATCH):
        part = hashes[at : at + BATCH].tolist()
        owners = made.integers(1_000_000, 1_000_000 + articles, len(part)).tolist()
        connection.executemany("INSERT OR IGNORE INTO sign VALUES (?, ?)", zip(part, owners, strict=True))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    options = parser.parse_args()
    if not SAMPLE.is_file():
        print(f"skipped: {SAMPLE} is not here")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        with open_archive(path, create=True, write=True) as archive:
            for page in pages(SAMPLE):
                if isinstance(page, Page):
                    archive.add(Record(article=extract(page), quotations=(), evidence=page.evidence))
        with closing(sqlite3.connect(path / "record.sqlite", isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN")
            fill(connection, options.articles)
            connection.execute("COMMIT")
            size = (path / "record.sqlite").stat().st_size / 1e9
            print(f"among {options.articles:,} articles, {size:.1f} GB:")
            texts = [row["text"] for row in connection.execute("SELECT text FROM article")]
            print(f"cuts to a third: {assigned(connection, [third(text) for text in texts])}")
            print(f"whole copies: {assigned(connection, [f'{text} Printed with leave.' for text in texts])}")


def third(text: str) -> str:
    """The first third of a text's words."""
    words = text.split()
    return " ".join(words[: len(words) // 3])


def assigned(connection: sqlite3.Connection, texts: list[str]) -> str:
    """How long it took to put each text into its story: the better of two times for each, in words."""
    clock, processor = [float("inf")] * len(texts), [float("inf")] * len(texts)
    for _ in range(2):
        connection.execute("BEGIN")
        for number, text in enumerate(texts):
            begun, spent = time.perf_counter(), time.thread_time()
            copies.assign(connection, 10_000_000 + number, text)
            clock[number] = min(clock[number], time.perf_counter() - begun)
            processor[number] = min(processor[number], time.thread_time() - spent)
        connection.execute("ROLLBACK")
    return f"clock {told(clock)}; processor {told(processor)}"


def told(spent: list[float]) -> str:
    """Median and 95th percentile of times, in words."""
    ordered = sorted(spent)
    middle, slow = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    return f"{middle * 1e3:.2f} ms median, {slow * 1e3:.2f} p95"


if __name__ == "__main__":
    main()
