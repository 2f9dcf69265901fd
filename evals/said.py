"""How well is the date said found? Scores the quotations that are found in PolNeAR's dev articles.

usage: python -m evals.said [--reader fast|full] [--misses] [--json]

`attributions.py` counts the dates over all annotated quotations, so that a quotation that was not found also costs its
date. This counts the quotations found, by the scorer's own rule (contents overlap with an intersection over union of
half): of the dates given, how many are annotated so (precision), and of the dates annotated, how many are given
(recall). The texts are publishers' and not in this repository; if they are absent this says so and exits 0.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from evals import attributions

NONE = "-"
"""The annotation's sign for a day that the text does not tell."""

Spans = list[list[int]]


@dataclass(frozen=True, slots=True)
class Days:
    """A quotation that was found: its date as annotated and as read ("" if none), its article and words."""

    article: str
    annotated: str
    read: str
    how: str
    words: str

    @property
    def verdict(self) -> str:
        """The outcome, in words."""
        if not self.read:
            return "missed" if self.annotated else "rightly none"
        if self.read == self.annotated:
            return "right"
        return "wrong day" if self.annotated else "day where none is annotated"


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 in per cent, and the counts behind them."""

    precision: float
    recall: float
    f1: float
    right: int
    read: int
    annotated: int


def compare(reader: str = "fast") -> list[Days]:
    """Return each quotation that was found, with both dates; empty, with a notice, if the texts are absent."""
    printed = attributions.read(reader)
    if not printed:
        return []
    records = {record["id"]: record for record in map(json.loads, printed.splitlines())}
    annotated: dict[str, list[tuple[Spans, str]]] = defaultdict(list)
    with attributions.SPEAKERS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            content = [[int(end) for end in piece.split("-")] for piece in row["content"].split(";") if piece]
            if content:
                annotated[row["doc"]].append((content, "" if row["when"] == NONE else row["when"]))
    return [days for name, golds in annotated.items() for days in _found(records[name], golds)]


def _found(record: dict[str, Any], golds: list[tuple[Spans, str]]) -> Iterator[Days]:
    """Yield the annotated quotations of one article that were found, each with the one that overlaps it best."""
    wanted = [_offsets(content) for content, _ in golds]
    read = [_offsets(quotation["content"]) for quotation in record["quotations"]]
    pairs = ((len(a & b) / len(a | b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(read) if a & b)
    taken: set[int] = set()
    given: set[int] = set()
    for overlap, i, j in sorted(pairs, reverse=True):
        if overlap < 0.5 or i in taken or j in given:
            continue
        taken.add(i)
        given.add(j)
        said = record["quotations"][j]["said"] or {"value": "", "how": ""}
        begin, end = min(read[j]), max(read[j]) + 1
        yield Days(record["id"], golds[i][1], said["value"], said["how"], record["text"][begin:end])


def _offsets(spans: Spans) -> set[int]:
    return {offset for begin, end in spans for offset in range(begin, end)}


def figures(found: list[Days]) -> Figures:
    """Return precision, recall and F1 with their counts."""
    right = sum(days.verdict == "right" for days in found)
    read, annotated = sum(bool(days.read) for days in found), sum(bool(days.annotated) for days in found)
    return Figures(
        precision=_percent(right, read),
        recall=_percent(right, annotated),
        f1=_percent(2 * right, read + annotated),
        right=right,
        read=read,
        annotated=annotated,
    )


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reader", default="fast")
    parser.add_argument("--misses", action="store_true", help="list each day that is missing or differs")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    found = compare(options.reader)
    if not found:
        return
    score = figures(found)
    if options.json:
        print(json.dumps(asdict(score)))
        return
    shown = f"P {score.precision:5.1f}  R {score.recall:5.1f}  F1 {score.f1:5.1f}"
    print(f"date said, of {len(found)} quotations found: {shown}")
    for verdict, count in Counter(days.verdict for days in found).most_common():
        print(f"  {count:5} {verdict}")
    for days in found if options.misses else ():
        if days.verdict not in ("right", "rightly none"):
            print(f"{days.verdict}\t{days.annotated}\t{days.read}\t{days.how}\t{days.article}\t{days.words!r}")


if __name__ == "__main__":
    main()
