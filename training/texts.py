"""Texts that nobody annotated, for a reader to learn from its teacher: one JSON line each, {"text"}.

usage: python -m training.texts OUT.jsonl

Takes what lies in `../shared/data` beside the annotated articles: GUM's training documents, the articles of TimeML and
those of the sample's pages. The texts are their publishers' and stay out of the repository.
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
"""Characters: a shorter text is a fragment, a longer one would outweigh the others."""


def of_gum(file: Path) -> Iterator[str]:
    """The documents of a CoNLL-U file."""
    for document in re.split(r"(?m)^# newdoc id", gzip.decompress(file.read_bytes()).decode())[1:]:
        paragraphs = re.split(r"(?m)^# newpar.*$", document)
        yield "\n\n".join(" ".join(re.findall(r"(?m)^# text = (.*)$", part)) for part in paragraphs if "# text" in part)


def of_timeml(folder: Path) -> Iterator[str]:
    """The texts of TimeML files; a lone line break in them is no paragraph's end."""
    for file in sorted(folder.rglob("*.tml")):
        marked = file.read_text("utf-8", errors="replace")
        text = re.search(r"<TEXT>(.*)</TEXT>", marked, re.S)
        plain = html.unescape(re.sub(r"<[^>]+>", "", text[1] if text else marked)).strip()
        yield re.sub(r"\n\s*\n+", "\n\n", re.sub(r"(?<!\n)\n(?!\n)", " ", plain))


def of_pages(file: Path) -> Iterator[str]:
    """The English articles of a web archive."""
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
