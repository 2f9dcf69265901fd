"""How long does a new article take to find its story among a million others?

usage: python -m bench.copies [--articles N]

Adds the sample's articles to an archive, and the hashes of N other articles, 50 each as an article of 800 words has.
Then times how long it takes to put excerpts of the sample's articles (a third of each) and whole copies with one line
more into their stories: fingerprint, look-up, comparison and the new rows, in a transaction that is rolled back. Prints
wall time, and processor time, which other processes on a busy machine do not lengthen.
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
    """Insert the hashes of `articles` other articles in ascending order, which is fastest for a B-tree."""
    made = np.random.default_rng(4)
    hashes = np.sort(made.integers(0, 2**63, articles * EACH, dtype=np.int64))
    for at in range(0, len(hashes), BATCH):
        part = hashes[at : at + BATCH].tolist()
        owners = made.integers(1_000_000, 1_000_000 + articles, len(part)).tolist()
        connection.executemany("INSERT OR IGNORE INTO fingerprint VALUES (?, ?)", zip(part, owners, strict=True))


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
            print(f"excerpts, a third: {assign(connection, [first_third(text) for text in texts])}")
            print(f"whole copies: {assign(connection, [f'{text} Printed with leave.' for text in texts])}")


def first_third(text: str) -> str:
    """Return the first third of a text's words."""
    words = text.split()
    return " ".join(words[: len(words) // 3])


def assign(connection: sqlite3.Connection, texts: list[str]) -> str:
    """Put each text into its story, twice, and return a summary of the better times."""
    wall, processor = [float("inf")] * len(texts), [float("inf")] * len(texts)
    for _ in range(2):
        connection.execute("BEGIN")
        for number, text in enumerate(texts):
            begun, spent = time.perf_counter(), time.thread_time()
            copies.assign_story(connection, 10_000_000 + number, text)
            wall[number] = min(wall[number], time.perf_counter() - begun)
            processor[number] = min(processor[number], time.thread_time() - spent)
        connection.execute("ROLLBACK")
    return f"wall {summary(wall)}; processor {summary(processor)}"


def summary(spent: list[float]) -> str:
    """Return the median and the 95th percentile of times, as text."""
    ordered = sorted(spent)
    middle, slow = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    return f"{middle * 1e3:.2f} ms median, {slow * 1e3:.2f} p95"


if __name__ == "__main__":
    main()
