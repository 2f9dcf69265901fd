"""How well do names, pronouns and roles lead to one entity? Entities and coreference on GUM's dev documents.

usage: python -m evals.coreference [--file dev.conllu.gz] [--json]

The product is not a coreference system: rules name speakers, without syntax. Every known name, every pronoun that is
resolved and every role with a known holder is a mention here. A mention is found if it equals a gold mention, or lies
in one and contains the end of its head (GUM's minimal span), one to one; `exact` counts only the former. Rows: all gold
mentions (GUM annotates every noun phrase, singletons too); those of entities with two mentions or more (as CorefUD
counts); and the target: persons and organisations, and of these the names and pronouns alone. The output is the same in
each row; a mention that equals a gold mention which the row leaves out is left out too, any other counts as wrong.

Published: no CoNLL figure for this dev part was available to us. Zhu, Pradhan and Zeldes (OntoGUM, ACL 2021, abstract)
found systems trained on OntoNotes "nearly 15-20%" worse on GUM's genres, by OntoNotes' guidelines (no singletons);
their figures are not comparable with these.

The corpus is not in this repository; if it is absent this says so and exits 0.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path

from evals import gum
from evals.clusters import METRICS, Counts, mentions, score
from evals.gum import Mention, Span, documents
from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.lexicon.english.roles import ROLE_HEADS
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document
from onrecord.model.quotation import UNCERTAIN

FILE = Path(__file__).resolve().parents[2] / "shared/data/gum/dev.conllu.gz"
_ROLE = re.compile(
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(ROLE_HEADS, key=len, reverse=True))})\b"
)
_PRONOUN = re.compile(
    r"\b(?:he|him|his|himself|she|her|hers|herself|they|them|their|it|its|itself|who|whose|which|I|my|me)\b", re.I
)
_AIMED_AT = frozenset({"person", "organization"})
ROWS: dict[str, Callable[[Mention, int], bool]] = {
    "all gold mentions": lambda mention, size: True,
    "entities of two or more": lambda mention, size: size > 1,
    "persons and organisations": lambda mention, size: mention.type in _AIMED_AT,
    "their names and pronouns": lambda mention, size: mention.type in _AIMED_AT and mention.form != "nominal",
}


def entities(text: str) -> list[set[Span]]:
    """Return the spans that our rules assign to each entity."""
    document = Document(text)
    names = Names(document)
    resolver = SpeakerResolver(document, names)
    found = {entity: set(entity.mentions) for entity in names.entities}
    for pattern, resolve in ((_PRONOUN, resolver.pronouns.resolve), (_ROLE, resolver.nominals.resolve)):
        for place in pattern.finditer(text):
            words = place[0].lower() if pattern is _PRONOUN else place[0]
            resolution = resolve(words, place.start())
            if resolution is not None and resolution.certainty >= UNCERTAIN and len(resolution.entities) == 1:
                found.setdefault(resolution.entities[0], set()).add(place.span())
    return [spans for spans in found.values() if spans]


def aligned(gold: list[Mention], said: list[set[Span]], *, exact: bool) -> list[set[object]]:
    """Return the clusters with the number of the gold mention in place of each span that is one; other spans stay."""
    free = sorted(range(len(gold)), key=lambda number: gold[number].span[1] - gold[number].span[0])
    names: dict[Span, object] = {}
    spans = sorted({span for cluster in said for span in cluster})
    for rank in (0,) if exact else (0, 1):
        for span in spans:
            number = next((one for one in free if span not in names and _is(span, gold[one], exact=rank == 0)), None)
            if number is not None:
                names[span] = number
                free.remove(number)
    return [{names.get(span, span) for span in cluster} for cluster in said]


def _is(span: Span, mention: Mention, *, exact: bool) -> bool:
    (begin, end), (low, high) = span, mention.span
    return span == mention.span if exact else low <= begin < mention.head[1] <= end <= high


def counts(document: gum.Document, wanted: Callable[[Mention, int], bool], *, exact: bool) -> dict[str, Counts]:
    """Return the counts of each metric for one document and one row."""
    groups: dict[str, set[object]] = {}
    for number, mention in enumerate(document.mentions):
        groups.setdefault(mention.entity, set()).add(number)
    kept = {number for number, mention in enumerate(document.mentions) if wanted(mention, len(groups[mention.entity]))}
    gold = [cluster & kept for cluster in groups.values() if cluster & kept]
    left_out = set(range(len(document.mentions))) - kept
    said = [cluster - left_out for cluster in aligned(document.mentions, entities(document.text), exact=exact)]
    said = [cluster for cluster in said if cluster]
    return {name: metric(gold, said) for name, metric in {"mentions": mentions, **METRICS}.items()}


def measure(file: Path) -> dict[str, dict[str, float]]:
    """Return for each row, matched by heads and exactly, the F1 of mentions, of each metric, and their mean."""
    read = list(documents(file))
    found = {}
    for row, wanted in ROWS.items():
        for exact in (False, True):
            each = [counts(document, wanted, exact=exact) for document in read]
            figures = {name: score([one[name] for one in each]).f1 for name in ("mentions", *METRICS)}
            figures["CoNLL"] = sum(figures[name] for name in METRICS) / len(METRICS)
            found[row + (", exact" if exact else "")] = {name: round(value, 1) for name, value in figures.items()}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--file", type=Path, default=FILE)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"skipped: not there: {options.file}")
        return
    found = measure(options.file)
    if options.json:
        print(json.dumps(found))
        return
    for row, figures in found.items():
        print(f"{row:34}" + "  ".join(f"{name} F1 {value:5.1f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
