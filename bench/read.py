"""How fast is `annotate`? On articles of 750 words, on one core, beside a peer in the same run.

usage: python -m bench.read [--articles N] [--rounds N] [--json]

The articles are cut from the demo newspaper. The peer is what most would take for the work: MiniLM's six layers in ONNX
Runtime and int8, over the same windows, with nothing that comes before or after. Prints articles a second (process
time, best of the rounds) of each reader and its ratio to the peer; then, of a fresh process that reads them with the
fast reader, the most memory it held and how long it took to its first record; and what the package weighs.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.annotate.quotations.encoder import load_encoder
from onrecord.annotate.text.document import Document
from onrecord.model import Article, Evidence, Reader

ROOT = Path(__file__).resolve().parents[1]
WORDS = 750
MIB = 2**20


def texts() -> Iterator[str]:
    """Return articles of 750 words, made of the demo newspaper's paragraphs, repeated."""
    paragraphs: list[str] = []
    while True:
        for file in sorted((ROOT / "newspaper/articles").glob("*.txt")):
            body = file.read_text("utf-8").partition("\n\n")[2].partition("\n==")[0]
            plain = re.sub(r"\{\d+[a-z]? |\}", "", body)
            for paragraph in plain.split("\n\n"):
                if paragraph.strip() and not paragraph.startswith(("@", "=")):
                    paragraphs.append(paragraph.strip())
                    if sum(len(one.split()) for one in paragraphs) >= WORDS:
                        yield " ".join("\n\n".join(paragraphs).split(" ")[:WORDS])
                        paragraphs = []


def best(rounds: int, work: Callable[[], None]) -> float:
    """Return the process time of the fastest round, in seconds."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def fresh(articles: list[str]) -> tuple[float, float]:
    """Return the peak memory of `onrecord read` in MiB, and the seconds until its first record."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(articles))
        file.flush()
        began = time.monotonic()
        command = [sys.executable, "-m", "onrecord", "read", file.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            first = time.monotonic() - began
            process.stdout.read()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / MIB, first


def measure(count: int, rounds: int) -> dict[str, float]:
    """Return all figures."""
    source = texts()
    articles = [next(source) for _ in range(count)]
    memory, first = fresh(articles)

    def peer() -> None:
        encoder = load_encoder(Reader.FULL)
        for text in articles:
            encoder.encode(encoder.tokenize(Document(text)))

    def read(reader: Reader) -> None:
        for text in articles:
            article = Article(id="a", url="", outlet="", title="", text=text, language="en")
            annotate(article, Evidence("bench", 0, "sha256:0"), reader)

    found = {"peer": count / best(rounds, peer)}
    for reader in Reader:
        found[reader] = count / best(rounds, lambda reader=reader: read(reader))  # type: ignore[misc]
    weights = ROOT / "src/onrecord"
    size = sum(file.stat().st_size for file in weights.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return {**found, "memory": memory, "first": first, "package": size / MIB}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    found = measure(options.articles, options.rounds)
    if options.json:
        print(json.dumps(found))
        return
    print(f"six layers of MiniLM, encoder only  {found['peer']:5.1f} articles/s")
    for reader in Reader:
        rate = found[reader]
        print(f"annotate, reader {reader:4}               {rate:5.1f} articles/s   ratio {rate / found['peer']:.2f}")
    print(f"onrecord read: {found['memory']:.0f} MiB resident at most, first record after {found['first']:.2f} s")
    print(f"package: {found['package']:.1f} MiB")


if __name__ == "__main__":
    main()
