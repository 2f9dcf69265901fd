"""Scores of `onrecord read` on the demo newspaper's articles, against its gold annotation.

usage: python -m evals.newspaper [--reader fast|full] [--json]

The rules are those of PolNeAR's scorer: a quotation is found if its content overlaps the gold content by half (one to
one, best match first), and correct if the sources also overlap by half, end in the same word, or are both missing. Of
the found quotations with a named speaker in the gold: the shares with the right and with a wrong name. In percent.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from evals.reading import records

GOLD = Path(__file__).with_name("demo-gold.jsonl")
Spans = list[list[int]]


def articles() -> list[dict[str, Any]]:
    """Return the gold articles that are scored (English, with a text, not rejected), each with its `text`."""
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    kept = [row for row in rows if row["paragraphs"] and not row["reject"] and row["language"] == "en"]
    return [{**row, "text": "\n\n".join(row["paragraphs"])} for row in kept]


def overlap(wanted: Spans, got: Spans) -> float:
    """Return the share of characters that two contents have in common."""
    a = {place for begin, end in wanted for place in range(begin, end)}
    b = {place for begin, end in got for place in range(begin, end)}
    return len(a & b) / len(a | b) if a | b else 0.0


def same_source(text: str, wanted: Spans, got: Spans) -> bool:
    """True if two sources are the same mention."""
    if not wanted or not got:
        return not wanted and not got
    ends = [re.findall(r"\w+", " ".join(text[b:e] for b, e in spans))[-1:] for spans in (wanted, got)]
    return overlap(wanted, got) >= 0.5 or ends[0] == ends[1]


def same_name(wanted: str, got: str) -> bool:
    """True if every expected name is among the found ones, with or without given names and titles; "" is no name."""
    folded = [[re.findall(r"\w+", name.lower()) for name in names.split(";")] for names in (wanted, got)]
    return bool(wanted) == bool(got) and all(any(_alike(one, other) for other in folded[1]) for one in folded[0])


def _alike(one: list[str], other: list[str]) -> bool:
    return one[-1:] == other[-1:] and (set(one) <= set(other) or set(other) <= set(one))


def matched(text: str, gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> dict[int, int]:
    """Return the pairs of a found and a gold quotation."""
    pairs = [(overlap(g["at"]["content"], r["content"]), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)]
    found: dict[int, int] = {}
    for share, i, j in sorted(pairs, reverse=True):
        if share >= 0.5 and j not in found and i not in found.values():
            found[j] = i
    return found


def measure(*options: str) -> dict[str, dict[str, float]]:
    """Return F1, precision and recall of content and mention, and right and wrong names, overall and by kind."""
    gold, count = articles(), Counter[tuple[str, str]]()
    found = records(({"id": row["file"] + row["url"], "text": row["text"]} for row in gold), *options)
    for row in gold:
        read = found[row["file"] + row["url"]]["quotations"]
        pairs = matched(row["text"], row["quotations"], read)
        for group in ("all", *{q["kind"] for q in row["quotations"]}):
            count[group, "wanted"] += sum(group in ("all", q["kind"]) for q in row["quotations"])
        for j, quotation in enumerate(read):
            wanted = row["quotations"][pairs[j]] if j in pairs else None
            right = wanted is not None and same_source(row["text"], wanted["at"]["source"], quotation["source"])
            for group in ("all", wanted["kind"] if wanted else quotation["kind"]):
                count[group, "read"] += 1
                count[group, "right"] += right
                if wanted is not None:
                    name, given = wanted["speaker"] or "", (quotation["speaker"] or {}).get("name", "")
                    same = same_name(name, given)
                    count[group, "found"] += 1
                    count[group, "named"] += bool(name)
                    count[group, "named right"] += bool(name) and same
                    count[group, "wrong name"] += bool(given) and not same
    return {group: figures(count, group) for group in ("all", "direct", "mixed", "indirect")}


def figures(count: Counter[tuple[str, str]], group: str) -> dict[str, float]:
    """Return F1, precision and recall of one group."""
    wanted, read, right = (count[group, name] for name in ("wanted", "read", "right"))
    return {
        "F1": round(200 * right / max(1, wanted + read), 1),
        "P": round(100 * right / max(1, read), 1),
        "R": round(100 * right / max(1, wanted), 1),
        "named right": round(100 * count[group, "named right"] / max(1, count[group, "named"]), 1),
        "wrong name": round(100 * count[group, "wrong name"] / max(1, count[group, "found"]), 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reader", default="fast")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    found = measure("--reader", options.reader)
    if options.json:
        print(json.dumps(found))
        return
    for group, row in found.items():
        print(f"{group:10} " + "  ".join(f"{name} {value:5.1f}" for name, value in row.items()))


if __name__ == "__main__":
    main()
