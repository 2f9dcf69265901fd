"""Builds the demo newspaper from `articles/*.txt` and `cast.txt`: the pages of three outlets, and the gold.

    src/onrecord/newspaper/courier/*.html     saved pages of The Verity Courier
    src/onrecord/newspaper/gazette.warc.gz    captures of the Harrow Falls Gazette
    src/onrecord/newspaper/ledger.xml         the feed of The Merrin Ledger
    evals/demo-gold.jsonl                     the gold: expected quotations, one article a line

usage: python -m newspaper.make [--check]

`--check` builds in a temporary folder and fails, with the files' names, if the committed files differ.
The same sources give the same bytes on every machine. The format of the sources is described in newsfile.py.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from newspaper.goldfile import cast, line
from newspaper.newsfile import read
from newspaper.outlets import url_of
from newspaper.rssfile import feed
from newspaper.warcfile import warc
from newspaper.webpages import page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DATA = "src/onrecord/newspaper"
GOLD = "evals/demo-gold.jsonl"


def make(root: Path) -> list[str]:
    """Write everything below `root`; return the sorted paths of the files, relative to it."""
    items = read(HERE / "articles")
    of = {name: [item for item in items if item.outlet == name] for name in ("courier", "gazette", "ledger")}
    types = cast(HERE / "cast.txt")
    urls = {item.name: url_of(item) for item in items}
    gold = [line(item, types, urls) for item in items]
    files = {
        f"{DATA}/{entry['file']}": page(item)
        for item, entry in zip(items, gold, strict=True)
        if item.outlet == "courier"
    }
    files[f"{DATA}/gazette.warc.gz"] = warc((item, page(item, of["gazette"])) for item in of["gazette"])
    files[f"{DATA}/ledger.xml"] = feed(of["ledger"])
    files[GOLD] = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in gold).encode()
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return sorted(files)


def check() -> list[str]:
    """Return the committed files that differ from the build, are missing, or have no source."""
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder))
        kept = [path.relative_to(ROOT).as_posix() for path in (ROOT / DATA).rglob("*") if path.is_file()]
        differ = [name for name in made if not _same(Path(folder) / name, ROOT / name)]
    return sorted({*differ, *(set(kept) - set(made))})


def _same(made: Path, kept: Path) -> bool:
    return kept.is_file() and made.read_bytes() == kept.read_bytes()


def main(arguments: list[str]) -> int:
    """Build, or compare with `--check`; return 1 if something differs, 2 for an unknown argument."""
    if arguments == ["--check"]:
        differ = check()
        for name in differ:
            print(f"{name}: differs from what newspaper/articles gives; run python -m newspaper.make", file=sys.stderr)
        return 1 if differ else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    for name in make(ROOT):
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
