"""Figures on annotated articles during training: strict spans, and attributions by the rules of the project's
scorer."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

from onrecord.annotate.quotations.attributions import Attribution
from onrecord.model import Span
from training import data

_FILE = Path(__file__).resolve().parents[2] / "shared/tools/score_attributions.py"


def _scorer():
    spec = importlib.util.spec_from_file_location("score_attributions", _FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_SCORER = _scorer()


def f1(right: int, said: int, gold: int) -> float:
    """Return F1 in percent."""
    return round(200 * right / (said + gold), 1) if said + gold else 0.0


def figures(golds: list[data.Gold], answers: list) -> dict[str, float]:
    """Return strict span F1 of source, cue and content, content+mention F1 overall and by kind, and recall on unseen
    cues."""
    found: dict[str, float] = {}
    for kind in ("source", "cue", "content"):
        right = said = there = 0
        for gold, (spans, _) in zip(golds, answers, strict=True):
            wanted = {tuple(span) for a in gold.row["attributions"] for span in a[kind]}
            got = set(spans[kind])
            right, said, there = right + len(wanted & got), said + len(got), there + len(wanted)
        found[f"strict {kind}"] = f1(right, said, there)
    right, said, there, content_right = Counter(), Counter(), Counter(), Counter()
    for gold, (_, attributions) in zip(golds, answers, strict=True):
        correct, kinds, overlapping = matched(gold, attributions)
        said_kinds = [_SCORER.kind(gold.row["text"], a.content) for a in attributions]
        there.update([*kinds, *["all"] * len(kinds)])
        said.update([*said_kinds, *["all"] * len(said_kinds)])
        for i in overlapping.values():
            content_right.update([kinds[i], "all"])
        for i in correct.values():
            right.update([kinds[i], "all"])
    for kind in ("all", "direct", "mixed", "indirect"):
        found[kind] = f1(right[kind], said[kind], there[kind])
    found["P"] = round(100 * right["all"] / max(1, said["all"]), 1)
    found["R"] = round(100 * right["all"] / max(1, there["all"]), 1)
    found["content"] = f1(content_right["all"], said["all"], there["all"])
    return found


def matched(gold: data.Gold, attributions: list[Attribution]) -> tuple[dict[int, int], list[str], dict[int, int]]:
    """Return the correct attributions, those correct in content only (number → gold number), and the kinds of the
    gold."""
    text = gold.row["text"]
    wanted = [a for a in gold.row["attributions"] if a["content"]]
    pairs = []
    for i, a in enumerate(wanted):
        chars = _SCORER.chars(a["content"])
        for j, attribution in enumerate(attributions):
            other = _SCORER.chars(attribution.content)
            both = len(chars & other)
            if both and (share := both / len(chars | other)) >= 0.5:
                pairs.append((share, i, j))
    overlapping: dict[int, int] = {}
    for _, i, j in sorted(pairs, reverse=True):
        if i not in overlapping.values() and j not in overlapping:
            overlapping[j] = i
    correct = {j: i for j, i in overlapping.items() if _same(text, wanted[i]["source"], attributions[j].source)}
    return correct, [_SCORER.kind(text, a["content"]) for a in wanted], overlapping


def _same(text: str, wanted: list, source: Span | None) -> bool:
    got = [source] if source else []
    a, b = _SCORER.chars(wanted), _SCORER.chars(got)
    if not a or not b:
        return not a and not b
    return len(a & b) / len(a | b) >= 0.5 or _SCORER.last_word(text, wanted) == _SCORER.last_word(text, got)


def unseen(golds: list[data.Gold], answers: list, known: set[str]) -> float:
    """Return the share, in percent, of the gold contents with an unseen cue that are found."""
    there = found = 0
    for gold, (_, attributions) in zip(golds, answers, strict=True):
        overlapping = set(matched(gold, attributions)[2].values())
        wanted = [a for a in gold.row["attributions"] if a["content"]]
        for number, attribution in enumerate(wanted):
            if data.cue_of(gold.row["text"], attribution) not in known:
                there += 1
                found += number in overlapping
    return round(100 * found / max(1, there), 1)
