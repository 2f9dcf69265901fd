"""PolNeAR's articles as training data: word pieces, one tag a piece, and links between spans.

The texts belong to their publishers and stay in `../shared/data/attributions`; the files are pinned by hash.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.annotate.quotations.wordpieces import Wordpieces, tokenize
from onrecord.annotate.text.document import Document
from training.encoder import base_folder

FOLDER = Path(__file__).resolve().parents[2] / "shared/data/attributions"
PINS = {
    "train.jsonl.gz": "e273c6038f9a4f5ef98b2bfe3bad58377b29be941a14c11cf07c146e26cde06a",
    "dev.jsonl.gz": "1ab841d4994fb48edf4412d025e430e92815ef488d61991cb47bba3dd326a82f",
}
KINDS = {"source": 1, "cue": 3, "content": 5}
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with its attributions, each as ranges of pieces: (sources, cues, contents)."""

    row: dict
    pieces: Wordpieces
    attributions: list[tuple[list[Range], list[Range], list[Range]]]


def tokenizer() -> Tokenizer:
    """Return the base model's tokenizer, without a limit on length."""
    made = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def articles(name: str) -> list[Gold]:
    """Return the articles of one file. Exits if the file is missing or its hash differs."""
    file = FOLDER / name
    if not file.exists():
        raise SystemExit(f"{file} is not here: the reader cannot be trained without it")
    if (found := sha256(file.read_bytes()).hexdigest()) != PINS[name]:
        raise SystemExit(f"{file}: its SHA-256 is {found}, not {PINS[name]}")
    made = tokenizer()
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [gold(json.loads(line), made) for line in lines]


def gold(row: dict, made: Tokenizer) -> Gold:
    """Return an annotated row as word pieces."""
    pieces = tokenize(Document(row["text"]), made)
    begins, ends = pieces.spans[:, 0].tolist(), pieces.spans[:, 1].tolist()

    def ranges(spans: list[list[int]]) -> list[Range]:
        found = ((bisect_left(ends, begin + 1), bisect_left(begins, end)) for begin, end in spans)
        return [(low, high) for low, high in found if low < high]

    parts = [(ranges(a["source"]), ranges(a["cue"]), ranges(a["content"])) for a in row["attributions"]]
    return Gold(row, pieces, parts)


def unlabelled(file: Path) -> list[Gold]:
    """Return articles without annotation (JSON Lines with "text"); only a teacher labels them."""
    made = tokenizer()
    with file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Gold(row, tokenize(Document(row["text"]), made), []) for row in rows]


def tags(article: Gold) -> np.ndarray:
    """Return one tag a piece; of overlapping spans, which are annotation errors, the later one wins."""
    found = np.zeros(len(article.pieces.ids), dtype=np.int64)
    for parts in article.attributions:
        for kind, spans in zip(KINDS, parts, strict=True):
            for begin, end in spans:
                found[begin:end] = KINDS[kind] + 1
                found[begin] = KINDS[kind]
    return found


def cue_of(text: str, attribution: dict) -> str:
    """Return the words of an annotated cue, in lower case."""
    return " ".join(text[begin:end] for begin, end in attribution["cue"]).lower()


def cues(name: str) -> set[str]:
    """Return the words of all cues in one file."""
    return {cue_of(gold.row["text"], a) for gold in articles(name) for a in gold.row["attributions"] if a["content"]}
