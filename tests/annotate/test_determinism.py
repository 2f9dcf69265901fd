"""The same text gives the same result, whatever is read beside it, with however many threads, and how busy it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.model import Article, Evidence, Json, Reader

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [json.loads(line)["paragraphs"] for line in (ROOT / "evals/demo-gold.jsonl").read_text("utf-8").splitlines()]
LONG = ["\n\n".join(paragraphs) for paragraphs in TEXTS[:9]]


def read(text: str, reader: Reader = Reader.FAST) -> Json:
    article = Article(id="a", url="", outlet="", title="", text=text, language="en")
    return annotate(article, Evidence("a.jsonl", 0, "sha256:0"), reader).to_json()


def test_a_text_is_read_the_same_alone_again_and_among_others() -> None:
    alone = [read(text) for text in LONG]
    assert alone == [read(text) for text in reversed(LONG)][::-1]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(read, LONG)) == alone


def test_the_number_of_threads_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(LONG)))
    printed = []
    for threads in ("1", "4"):
        environment = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), threads)
        command = [sys.executable, "-m", "onrecord", "read", str(file)]
        printed.append(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert printed[0] == printed[1]
    assert printed[0].count(b"\n") == len(LONG)


def test_the_larger_reader_is_another_one() -> None:
    fast, full = ([read(text, reader)["quotations"] for text in LONG] for reader in Reader)
    assert fast != full
