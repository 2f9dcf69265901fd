"""How much of what was said outside paragraphs is kept, by us and by trafilatura?

    python -m evals.blocks [--list]

Marked pages: those of `tests/helpers/page_shapes.py`, each with one post or quotation; a page counts if all its words
are in the text, between the paragraphs before and after them, with the speaker's name (for trafilatura: if all its
words are in the text). Real pages: the 227 of `../shared`; counts the posts, quotation blocks and captions kept,
and those of them whose words are not in trafilatura's text. `--list` prints the latter.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

ROOT = Path(__file__).resolve().parents[1]

from evals.articles import PAGES, benchmark, publishers
from onrecord.extract import extract
from onrecord.model import Evidence, Page
from onrecord.model.errors import NotAnArticle
from tests.helpers.ledger import PARAGRAPHS, html, page
from tests.helpers.page_shapes import Shape, marked


def theirs(markup: str | bytes) -> str:
    """Return trafilatura's text, fast."""
    found: Any = bare_extraction(markup, fast=True, include_comments=False)
    return (found.text or "") if found else ""


def has(text: str, words: str) -> bool:
    """True if `words` are in `text` in one run, ignoring punctuation and blanks."""
    return " ".join(re.findall(r"\w+", words)) in " ".join(re.findall(r"\w+", text))


def kept(shape: Shape, markup: str) -> bool:
    """True if a marked page's words are in their place, with their speaker."""
    article = extract(page(markup))
    if len(article.blocks) != 1:
        return False
    block = article.blocks[0]
    text = article.text
    in_place = text.startswith(PARAGRAPHS[0]) and text[block.span[1] :] == "\n\n" + "\n\n".join(PARAGRAPHS[1:])
    named = (block.name, block.handle) == (shape.name, shape.handle)
    return in_place and named and text[slice(*block.words)] == "\n\n".join(shape.words)


def main() -> None:
    """Measure and print."""
    ours = peer = 0
    first = f"<p>{PARAGRAPHS[0]}</p>"
    shapes = marked()
    for shape in shapes.values():
        markup = html().replace(first, first + shape.markup)
        ours += kept(shape, markup)
        peer += has(theirs(markup), " ".join(shape.words))
    print(f"marked pages: {ours} of {len(shapes)} kept in place with speaker; words kept by trafilatura: {peer}")
    if not PAGES.is_dir():
        print(f"real pages skipped: {PAGES} is not here")
        return
    counts: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    pages = [one[:2] for one in benchmark()] + [one[1:3] for one in publishers()]
    for captured, url in pages:
        try:
            article = extract(Page(url=url, html=captured, evidence=Evidence("evals", 0, "sha256:")))
        except NotAnArticle:
            continue
        text = theirs(captured)
        words = [(str(block.role), article.text[slice(*block.words)]) for block in article.blocks]
        for role, said in [*words, *(("caption", caption.text) for caption in article.captions)]:
            counts[role] += 1
            if not has(text, said):
                lost[role] += 1
                if "--list" in sys.argv:
                    print(f"  {url} {role}: {said[:100]!r}")
    for role, count in sorted(counts.items()):
        print(f"real pages: {count} {role}, {lost[role]} of them not in trafilatura's text")


if __name__ == "__main__":
    main()
