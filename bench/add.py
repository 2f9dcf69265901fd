"""How fast is `add`, end to end on one core, beside trafilatura alone on the same pages in the same run?

usage: python -m bench.add [SAMPLE.warc.gz] [--rounds N]

Each round runs, one after the other and bound to one core: the whole command `onrecord add` in a process of its own
(start, reading, extraction, quotations, record, index), and trafilatura's `bare_extraction(html, fast=True,
with_metadata=True)` over the same pages' bytes in a process of its own. Prints the median of both and their ratio.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "shared/data/pages/sample.warc.gz"
PEER = """
import sys
from fastwarc.warc import ArchiveIterator, WarcRecordType
from trafilatura import bare_extraction
with open(sys.argv[1], "rb") as file:
    pages = 0
    for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="none"):
        bare_extraction(record.reader.read(), fast=True, with_metadata=True)
        pages += 1
print(pages)
"""


def timed(*command: str) -> tuple[float, str]:
    """Return the seconds that a command took on one core, and what it printed."""
    begun = time.perf_counter()
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, preexec_fn=lambda: os.sched_setaffinity(0, {0})
    )
    seconds = time.perf_counter() - begun
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)} failed: {done.stderr}")
    return seconds, done.stdout


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sample", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not options.sample.is_file():
        print(f"skipped: {options.sample} is not here")
        return
    ours, theirs, pages = [], [], 0
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            archive = str(Path(folder) / "bench.onrecord")
            seconds, _ = timed(sys.executable, "-m", "onrecord", "add", "-q", str(options.sample), "-a", archive)
            ours.append(seconds)
        seconds, printed = timed(sys.executable, "-c", PEER, str(options.sample))
        theirs.append(seconds)
        pages = int(printed)
    add, peer = pages / statistics.median(ours), pages / statistics.median(theirs)
    print(f"{pages} pages, one core, median of {options.rounds} rounds")
    print(f"onrecord add, end to end      {add:6.1f} pages/s")
    print(f"trafilatura alone (fast)      {peer:6.1f} pages/s")
    print(f"ratio                         {add / peer:6.2f}")


if __name__ == "__main__":
    main()
