"""How right are the articles? Body F1 on 181 benchmark pages, fields on 46 publisher pages, from `../shared`.

    python -m evals.articles [--list]

Body: the rule of scrapinghub's article-extraction-benchmark: precision and recall of 4-gram shingles of words, each a
mean over pages, and the F1 of the two means. Fields: title exact (blanks normalised), set of authors, day of
publication. `--list` prints each field that differs. trafilatura's own body and fields are printed too.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from onrecord.extract import extract
from onrecord.model import Article, Evidence, Page
from onrecord.model.errors import NotAnArticle

PAGES = Path(__file__).resolve().parents[2] / "shared/data/pages"
Shingles = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """What an extractor found in a page."""

    text: str
    title: str
    authors: frozenset[str]
    day: str


def ours(html: bytes, url: str) -> Found:
    """Return what our extractor finds; a refused page is empty."""
    try:
        article = extract(Page(url=url, html=html, evidence=Evidence("evals", 0, "sha256:")))
    except NotAnArticle as refused:
        print(f"refused: {url}: {refused}")
        article = Article(id="", url=url, outlet="", title="", text="")
    day = article.published.day if article.published else ""
    return Found(article.text, article.title, frozenset(article.authors), day)


def peer(html: bytes, url: str) -> Found:
    """Return what trafilatura finds, with its own metadata."""
    found: Any = bare_extraction(html, url=url, fast=True, with_metadata=True, include_comments=False)
    authors = (
        frozenset(name.strip() for name in (found.author or "").split(";") if name.strip()) if found else frozenset()
    )
    return (
        Found(found.text or "", found.title or "", authors, found.date or "") if found else Found("", "", authors, "")
    )


def benchmark() -> Iterator[tuple[bytes, str, str]]:
    """Yield HTML, URL and gold body of each benchmark page."""
    for name, truth in json.loads((PAGES / "benchmark/ground-truth.json").read_text()).items():
        yield (
            gzip.decompress((PAGES / f"benchmark/html/{name}.html.gz").read_bytes()),
            truth["url"],
            truth["articleBody"],
        )


def publishers() -> Iterator[tuple[str, bytes, str, Found]]:
    """Yield name, HTML, URL and expected fields of each publisher page.

    An outlet's expectations lie in one file without the pages' names: the earlier page is the earlier published one.
    """
    index = json.loads((PAGES / "publishers/index.json").read_text())
    for file in sorted((PAGES / "publishers").glob("*/*.json")):
        expected = sorted(json.loads(file.read_text()).values(), key=lambda fields: str(fields["publishing_date"]))
        captured = sorted(file.parent.glob(f"{file.stem}_*.html.gz"))
        for page, fields in zip(captured, expected, strict=True):
            url = index[f"{file.parent.name}/{page.name}"]["url"]
            gold = Found("", fields["title"], frozenset(fields.get("authors", [])), fields["publishing_date"][:10])
            yield page.name, gzip.decompress(page.read_bytes()), url, gold


def shingles(text: str) -> Shingles:
    """Count each run of four words in `text`; a text of fewer words is one run."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def body(extractor: Callable[[bytes, str], Found]) -> tuple[float, float, float]:
    """Return F1, precision and recall over the benchmark pages."""
    precisions, recalls = [], []
    for html, url, gold in benchmark():
        true, found = shingles(gold), shingles(extractor(html, url).text)
        both = (true & found).total()
        if found:
            precisions.append(both / found.total())
        recalls.append(both / true.total() if true else 1.0)
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall), precision, recall


def fields(extractor: Callable[[bytes, str], Found], *, listing: bool = False) -> dict[str, float]:
    """Return the share of publisher pages whose title, authors and day are right."""
    right: Counter[str] = Counter()
    number = 0
    for name, html, url, gold in publishers():
        number += 1
        found = extractor(html, url)
        pairs = {
            "title": (" ".join(gold.title.split()), " ".join(found.title.split())),
            "authors": (gold.authors, found.authors),
            "published": (gold.day, found.day),
        }
        for field, (expected, got) in pairs.items():
            right[field] += expected == got
            if listing and expected != got:
                print(f"  {name} {field}: expected {expected!r}, found {got!r}")
    return {field: right[field] / number for field in ("title", "authors", "published")}


def main() -> None:
    """Measure our extractor and trafilatura, and print."""
    if not PAGES.is_dir():
        print(f"skipped: {PAGES} is not here")
        return
    for name, extractor in (("onrecord", ours), ("trafilatura", peer)):
        f1, precision, recall = body(extractor)
        print(f"{name:12} body F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  (181 pages)")
        shares = fields(extractor, listing="--list" in sys.argv and extractor is ours)
        print(f"{name:12} " + "  ".join(f"{field} {share:.3f}" for field, share in shares.items()) + "  (46 pages)")


if __name__ == "__main__":
    main()
