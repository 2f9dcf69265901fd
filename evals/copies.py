"""How well are copies folded? Synthetic cuts of the 227 real pages, and the demo newspaper's gold copies.

    python -m evals.copies

Each article of 200 words or more is cut to 30% three ways (its head, paragraphs at random, sentences at random) and put
beside all whole articles, into an archive as `add` does. Recall: cuts in the story of their whole. Precision: of all
pairs that are in one story, those that are of one article. The threshold is chosen on every second article and
measured on the others. The newspaper's pairs are those of its gold (`copy_of`).
"""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

from onrecord import build, open_archive
from onrecord.archive import Request, parse
from onrecord.archive.embedded.record import copies as assigning
from onrecord.archive.fingerprints import SHARE, fingerprint
from onrecord.archive.protocol import Archive
from onrecord.extract import extract
from onrecord.model import Article, Evidence, Page, Record
from onrecord.sources import pages

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "shared/data/pages/sample.warc.gz"
NEWSPAPER = HERE.parent / "src/onrecord/newspaper"

DRAWS = (4, 5, 6)
"""The seeds of the cuts."""


def cuts(text: str, pick: random.Random) -> Iterator[str]:
    """Return three cuts of a text to 30% of its words."""
    words = text.split()
    wanted = int(0.3 * len(words))
    yield " ".join(words[:wanted])
    for parts in (text.split("\n\n"), [part for p in text.split("\n\n") for part in p.split(". ")]):
        order, kept, size = list(range(len(parts))), [], 0
        pick.shuffle(order)
        for at in order:
            if size < wanted:
                kept.append(at)
                size += len(parts[at].split())
        yield "\n\n".join(parts[at] for at in sorted(kept))


def stories(archive: Archive) -> set[tuple[str, str]]:
    """Return the pairs of articles, by URL, that are in one story."""
    hits = archive.search(Request(query=parse(""), size=10_000, facets=False)).results
    pairs: set[tuple[str, str]] = set()
    for hit in hits:
        stored = archive.article(hit.id)
        if stored:
            pairs |= set(combinations(sorted(copy.url for copy in stored.copies), 2))
    return pairs


def print_figures(name: str, found: set[tuple[str, str]], gold: set[tuple[str, str]], right: int) -> None:
    precision = len(found & gold) / len(found) if found else 1.0
    print(f"{name}: recall {right / len(gold):.4f}, precision {precision:.4f}  ({len(found)} pairs found)")


def synthetic() -> None:
    """Measure cuts of real pages: of the half on which the threshold is chosen, and of the other half."""
    texts = [extract(page).text for page in pages(SAMPLE) if isinstance(page, Page)]
    speed(texts)
    for threshold in (0.6, 0.65, SHARE, 0.75):
        for draw in DRAWS:
            cut(f"half to choose on, at {threshold}, draw {draw}", texts[::2], threshold, draw)
    for draw in DRAWS:
        cut(f"other half, at {SHARE}, draw {draw}", texts[1::2], SHARE, draw)


def speed(texts: list[str]) -> None:
    """Print the rate at which fingerprints are made, the best of five times."""
    spent = float("inf")
    for _ in range(5):
        begun = time.process_time()
        for text in texts:
            fingerprint(text)
        spent = min(spent, time.process_time() - begun)
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"fingerprints: {len(texts) / spent:.0f} articles/s a core, of {words:.0f} words")


def cut(name: str, texts: list[str], threshold: float, draw: int) -> None:
    """Measure recall and precision on cuts of these texts beside the whole ones."""
    pick = random.Random(draw)
    added = [(f"https://whole.example/{n}", text) for n, text in enumerate(texts)]
    gold: set[tuple[str, str]] = set()
    for number, text in enumerate(texts):
        if len(text.split()) >= 200:
            for way, part in enumerate(cuts(text, pick)):
                url = f"https://cut.example/{number}/{way}"
                added.append((url, part))
                gold.add((url, f"https://whole.example/{number}"))
    pick.shuffle(added)
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(assigning, "SHARE", threshold),
        open_archive(Path(folder) / "a", create=True, write=True) as archive,
    ):
        for url, text in added:
            article = Article(id=url, url=url, outlet="", title="", text=text)
            archive.add(Record(article=article, quotations=(), evidence=Evidence("x", 0, url)))
        archive.commit()
        found = stories(archive)
    mates: dict[str, set[str]] = defaultdict(set)
    for one, other in found:
        mates[one].add(other)
        mates[other].add(one)
    right = sum(whole in mates[cut] for cut, whole in gold)
    same = {(one, other) for one, other in found if _number(one) == _number(other)}
    precision = len(same) / len(found) if found else 1.0
    print(f"cuts to 30%, {name}: recall {right / len(gold):.4f}, precision {precision:.4f}  ({len(gold)} cuts)")


def _number(url: str) -> str:
    return url.split("/")[3]


def newspaper() -> None:
    """Measure the demo newspaper's copies."""
    items = [json.loads(line) for line in (HERE / "demo-gold.jsonl").read_text("utf-8").splitlines()]
    groups: dict[str, set[str]] = defaultdict(set)
    for item in items:
        if item.get("copy_of"):
            groups[item["copy_of"]] |= {item["url"], item["copy_of"]}
    gold = {pair for group in groups.values() for pair in combinations(sorted(group), 2)}
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "a", create=True, write=True) as archive:
        build([NEWSPAPER], archive)
        found = stories(archive)
    print_figures("demo newspaper", found, gold, len(found & gold))
    for pair in sorted(gold ^ found):
        print(f"  {'missed' if pair in gold else 'wrong'}: {pair[0]} {pair[1]}")


def main() -> None:
    """Measure and print."""
    if SAMPLE.is_file():
        synthetic()
    else:
        print(f"synthetic cuts skipped: {SAMPLE} is not here")
    newspaper()


if __name__ == "__main__":
    main()
