"""Texts without annotation for distillation, as JSON Lines of {"text"}.

usage: python -m training.texts OUT.jsonl

Sources are the other texts of `../shared/data`: GUM's training documents, the articles of TimeML and of the sample's
pages. The texts belong to their publishers and stay out of the repository.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.extract import extract
from onrecord.model import Page
from onrecord.model.errors import NotAnArticle
from onrecord.sources import Items, Limits

SHARED = Path(__file__).resolve().parents[2] / "shared/data"
LEAST, MOST = 400, 20_000
"""Bounds in characters: a shorter text is a fragment, a longer one would outweigh the others."""


def of_gum(file: Path) -> Iterator[str]:
    """Yield the documents of a CoNLL-U file."""
    for document in re.split(r"(?m)^# newdoc id", gzip.decompress(file.read_bytes()).decode())[1:]:
        paragraphs = re.split(r"(?m)^# newpar.*$", document)
        yield "\n\n".join(" ".join(re.findall(r"(?m)^# text = (.*)$", part)) for part in paragraphs if "# text" in part)


def of_timeml(folder: Path) -> Iterator[str]:
    """Yield the texts of TimeML files; a single line break there does not end a paragraph."""
    for file in sorted(folder.rglob("*.tml")):
        marked = file.read_text("utf-8", errors="replace")
        text = re.search(r"<TEXT>(.*)</TEXT>", marked, re.S)
        plain = html.unescape(re.sub(r"<[^>]+>", "", text[1] if text else marked)).strip()
        yield re.sub(r"\n\s*\n+", "\n\n", re.sub(r"(?<!\n)\n(?!\n)", " ", plain))


def of_pages(file: Path) -> Iterator[str]:
    """Yield the English articles of a web archive."""
    for page in Items([file], Limits()):
        if isinstance(page, Page):
            try:
                article = extract(page)
            except NotAnArticle:
                continue
            if (article.language or "en").startswith("en"):
                yield article.text


def main() -> None:
    texts = [
        *of_gum(SHARED / "gum/train.conllu.gz"),
        *of_timeml(SHARED / "times"),
        *of_pages(SHARED / "pages/sample.warc.gz"),
    ]
    lines = [json.dumps({"text": text[:MOST]}) + "\n" for text in texts if len(text) > LEAST]
    Path(sys.argv[1]).write_text("".join(lines), "utf-8")
    print(len(lines), "texts")


if __name__ == "__main__":
    main()
