"""Time of folding copies in an index of a million articles, 300,000 of them later copies.

usage: python -m bench.folding [--articles N]

Builds an index of N articles without texts: 60% have no copies, the others are in stories of four. Queries that match
1, 10 and 100% of them at random, and one outlet of ten, are folded once (`first`: the query is new to the snapshot);
then a page of 20 results is timed, folded and with all copies (`all`).
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable

import tantivy
from tantivy import Occur, Query

from onrecord.archive import words
from onrecord.archive.documents import FIRST_COPY, LATER_COPY
from onrecord.archive.embedded.index import fields, folding
from onrecord.archive.embedded.index.snapshots import Snapshot
from onrecord.archive.query.target import Target
from onrecord.archive.query.tree import Field

HEAP = 100_000_000


def made(number: int, articles: int, pick: random.Random) -> tantivy.Document:
    """Return the document of an article, with all the fields that folding reads."""
    document = tantivy.Document()
    document.add_text("type", fields.ARTICLE)
    alone = number < 0.6 * articles
    story = number if alone else number // 4 * 4
    if not alone:
        document.add_text("mark", FIRST_COPY if number == story else LATER_COPY)
    for share in (1, 10):
        if pick.randrange(100) < share:
            document.add_text("mark", f"is:{share}")
    document.add_text("domain", str(pick.randrange(10)))
    document.add_unsigned("story", story)
    document.add_unsigned("fold", story)
    day = (story if alone else story + number % 4 * 1_000) % 40_000
    document.add_unsigned("newest", day * 1440 << fields.NUMBER_BITS | (fields.NUMBER - number))
    document.add_unsigned("oldest", day * 1440 << fields.NUMBER_BITS | number)
    return document


def timed(run: Callable[[], object], times: int = 5) -> float:
    """Return the best time of several runs, in ms."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - begun)
    return best * 1e3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    articles = parser.parse_args().articles
    pick = random.Random(4)
    with tempfile.TemporaryDirectory() as folder:
        schema = fields.schema()
        index = tantivy.Index(schema, folder)
        index.register_tokenizer("words", words.analyzer())
        writer = index.writer(HEAP, 1)
        for number in range(articles):
            writer.add_document(made(number, articles, pick))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        searcher = index.searcher()
        asked = {"1 in 100": ("mark", "is:1"), "10 in 100": ("mark", "is:10"), "an outlet": ("domain", "3")}
        for name, (field, value) in {**asked, "all": ("type", fields.ARTICLE)}.items():
            term = Query.term_query(schema, field, value, "basic")
            query = Query.boolean_query([(Occur.Must, Query.const_score_query(term, 0.0))])

            def fold(query: Query = query) -> Query:
                return folding.folded(schema, Snapshot("", searcher), (Target.ARTICLES, Field("is", "")), query)

            folded = fold()
            later = folding.later(schema, searcher, query)
            every, few = (
                timed(lambda what=what: searcher.search(what, 20, order_by_field="newest"))  # type: ignore[misc]
                for what in (query, folded)
            )
            counts = f"{searcher.search(query, 1).count:,} articles, {later:,} later copies"  # type: ignore[attr-defined]
            print(f"{name}: {counts}: {timed(fold):.0f} ms first, a page {few:.1f} ms folded, {every:.1f} ms all")


if __name__ == "__main__":
    main()
