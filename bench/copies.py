"""How long does a new article take to find its story among a million others?

usage: python bench/copies.py [--articles N]

The sample's articles are added to an archive, and beside them N articles' worth of other hashes, 50 each as an article
of 800 words has. Then cuts of the sample's articles are put into their stories: sign, look-up, comparison and the new
rows are timed, in a transaction that is rolled back.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

import numpy as np

from onrecord import build, open_archive
from onrecord.archive.embedded import stories

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
            build([SAMPLE], archive)
        with closing(sqlite3.connect(path / "record.sqlite", isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN")
            fill(connection, options.articles)
            connection.execute("COMMIT")
            texts = [row["text"] for row in connection.execute("SELECT text FROM article")]
            connection.execute("BEGIN")
            spent = []
            for number, text in enumerate(texts):
                cut = " ".join(text.split()[: len(text.split()) // 3])
                begun = time.perf_counter()
                stories.assign(connection, 10_000_000 + number, cut)
                spent.append(time.perf_counter() - begun)
            connection.execute("ROLLBACK")
        spent.sort()
        middle, slow = spent[len(spent) // 2], spent[int(0.95 * len(spent))]
        size = (path / "record.sqlite").stat().st_size / 1e9
        print(f"{options.articles:,} articles, {size:.1f} GB: {middle * 1e3:.2f} ms median, {slow * 1e3:.2f} ms p95")


if __name__ == "__main__":
    main()
