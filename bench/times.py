"""Speed of the time tagger in sentences a second on one core, next to dateparser's search on the same sentences.

usage: python -m bench.times [TEXTS.jsonl[.gz]] [--rounds N]

TEXTS has one object a line with "text"; the default is the demo newspaper's pages. Sentence splitting is not timed.
dateparser is installed with htmldate; the tagger does not use it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from pathlib import Path

from dateparser.search import search_dates

from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication, tag_times
from onrecord.model import Record, Span
from onrecord.reading import read


def texts(path: Path | None) -> list[str]:
    """Return the texts to tag."""
    if path is None:
        newspaper = Path(__file__).resolve().parents[1] / "src/onrecord/newspaper"
        return [record.article.text for record in read([newspaper]) if isinstance(record, Record)]
    packed = path.read_bytes()
    lines = gzip.decompress(packed) if path.suffix == ".gz" else packed
    return [json.loads(line)["text"] for line in lines.splitlines()]


def ours(split: list[tuple[str, list[Span]]], rounds: int) -> tuple[float, int]:
    """Return sentences a second, the best of some rounds, and the number of expressions."""
    best, found = 0.0, 0
    published = Publication("2021-02-20")
    count = sum(len(spans) for _, spans in split)
    for _ in range(rounds):
        begin = time.process_time()
        found = sum(len(tag_times(text, published, spans)) for text, spans in split)
        best = max(best, count / (time.process_time() - begin))
    return best, found


def theirs(split: list[tuple[str, list[Span]]], limit: int) -> tuple[float, int]:
    """Return the same for dateparser.search, in English, on the first sentences (it is too slow for all)."""
    chosen = [text[begin:end] for text, spans in split for begin, end in spans][:limit]
    begin = time.process_time()
    found = sum(len(search_dates(sentence, languages=["en"]) or ()) for sentence in chosen)
    return len(chosen) / (time.process_time() - begin), found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    split = [(text, Document(text).sentences) for text in texts(options.texts)]
    total = sum(len(spans) for _, spans in split)
    speed, found = ours(split, options.rounds)
    print(f"on record: {speed:,.0f} sentences/s ({total} sentences, {found} expressions)")
    speed, found = theirs(split, 300)
    print(f"dateparser: {speed:,.0f} sentences/s (the first 300 sentences at most, {found} expressions)")


if __name__ == "__main__":
    main()
