"""Scores of `onrecord read` on invented passages, one set for each form in which news presents speech.

usage: python -m evals.forms [--misses] [--json]

`forms.jsonl` holds passages with their form and all expected quotations, in the words of the text. A quotation is
correct if its content is exact (a final period aside), its kind and act are the same and its source ends in the same
word. Cues are not scored, because annotators differ on how far they reach ("said" or "said on Monday").
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.reading import records

FILE = Path(__file__).with_name("forms.jsonl")


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of a quotation that are compared."""

    content: tuple[str, ...]
    kind: str
    act: str
    source: str

    def same_words(self) -> Said:
        """Return the quotation without the parts that are not compared."""
        content = tuple(re.sub(r"\s+", " ", piece).strip(" .") for piece in self.content)
        return Said(content, self.kind, self.act, (re.findall(r"\w+", self.source) or [""])[-1].lower())


def wanted(row: dict[str, Any]) -> list[Said]:
    """Return the quotations expected in a passage."""
    return [Said(tuple(q["content"]), q["kind"], q["act"], q["source"]).same_words() for q in row["quotations"]]


def read(record: dict[str, Any]) -> list[Said]:
    """Return the quotations found in a passage."""
    text = record["text"]
    words = [
        Said(
            tuple(text[b:e] for b, e in q["content"]),
            q["kind"],
            q["act"],
            " ".join(text[b:e] for b, e in q["source"]),
        )
        for q in record["quotations"]
    ]
    return [said.same_words() for said in words]


def passages() -> list[dict[str, Any]]:
    """Return the passages of `forms.jsonl`."""
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def measure(*, misses: bool = False) -> dict[str, dict[str, int]]:
    """Return the counts of expected, found and correct quotations, by form and overall."""
    rows = passages()
    found = records({"id": row["id"], "text": row["text"]} for row in rows)
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        gold, got = Counter(wanted(row)), Counter(read(found[row["id"]]))
        right = (gold & got).total()
        for form in (row["form"], "all"):
            counts.setdefault(form, Counter()).update(wanted=gold.total(), read=got.total(), right=right)
        if misses and gold != got:
            print(f"{row['id']}: {row['text']!r}")
            print(*(f"  missed {said}" for said in gold - got), *(f"  read   {said}" for said in got - gold), sep="\n")
    return {form: dict(count) for form, count in counts.items()}


def f1(count: dict[str, int]) -> float:
    """Return F1 in percent; 100 if nothing is expected and nothing found."""
    both = count["wanted"] + count["read"]
    return round(200 * count["right"] / both, 1) if both else 100.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="show the passages that were not read right")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    counts = measure(misses=options.misses)
    if options.json:
        print(json.dumps({form: {**count, "F1": f1(count)} for form, count in counts.items()}))
        return
    for form, count in counts.items():
        counted = "  ".join(f"{name} {count[name]:3}" for name in ("wanted", "read", "right"))
        print(f"{form:22} F1 {f1(count):5.1f}  {counted}")


if __name__ == "__main__":
    main()
