"""Does each person stay one over many articles, and do namesakes stay apart? B-cubed figures of `archive.identity`.

usage: python -m evals.people [--reader fast|full] [--keep FOLDER] [--json]

Articles are read in the order of publication, and each speaker is assigned by `choose` among the people met before.
Figures:

- newspaper, dev: the speakers of gold quotations, named as annotated ("annotated"), and as our record names them, for
  the quotations found whose name is right ("right") or that have any name ("found", which counts the wrong names, too).
  One item is one name in one article.
- namesakes: two people of PolNeAR's train articles, each named in full in two articles or more, are given one invented
  name. Nearly all of them are in one field, the election of 2016, so this is harder than a newspaper's namesakes are.
- surnames: of the speakers of train articles three in twenty lose all but the surname; the figures say how many are
  still assigned to the right person.

Weights were tuned on the articles of one half of train, figures are of both. B-cubed as in Bagga and Baldwin (1998),
"Algorithms for Scoring Coreference Chains", each item weighing the same. PolNeAR's texts are not in this repository; if
they are absent this says so. `--keep` reads each text once.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals import newspaper
from evals.reading import records
from onrecord.archive.identity import (
    Appearance,
    Profile,
    appearances,
    choose,
    keys,
)
from onrecord.archive.identity.names import (
    Likeness,
    compare,
    normal,
    parse,
)
from onrecord.archive.identity.profile import company_key
from onrecord.model import Record, SpeakerType

DATA = Path(__file__).resolve().parents[2] / "shared/data/attributions"
Figures = dict[str, float]
SAME_IN_DEV = {
    "Donald J. Trump": "Donald Trump",
    "Leonard E. Burman": "Len Burman",
    "Elijah E. Cummings": "Elijah Cummings",
    "Paul D. Ryan": "Paul Ryan",
    "Politifact": "PolitiFact",
    "U.S. Supreme Court": "Supreme Court",
    "United Nations Security Council": "Security Council",
}
"""Names of dev-speakers.tsv that are one speaker's, though annotated article by article."""
SEED = 1998
STRIPPED = 0.15  # The share of speakers who lose all but their surname.
MOST = 6  # Appearances of one person in a pair of namesakes.


@dataclass(frozen=True)
class Item:
    """One speaker in one article: the gold person, and the appearance that was read."""

    gold: str
    article: str
    appearance: Appearance


@dataclass
class People:
    """An archive's people in memory: every appearance is assigned to a person, old or new."""

    profiles: list[Profile] = field(default_factory=list)
    by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    common: frozenset[str] = frozenset()

    def assign(self, appearance: Appearance) -> int:
        """The number of the person that an appearance is of."""
        mine = keys(appearance.name, appearance.type)
        numbers = list(dict.fromkeys(number for key in mine for number in self.by_key[key]))
        choice = choose(appearance, [self.profiles[n] for n in numbers], common=self.common)
        if choice.index is None:
            number = len(self.profiles)
            self.profiles.append(Profile())
        else:
            number = numbers[choice.index]
        self.profiles[number].add(appearance)
        for key in mine:
            if number not in self.by_key[key]:
                self.by_key[key].append(number)
        return number


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Return F1, precision and recall of the clusters `found` against `gold`, item by item; 0 to 1."""
    wanted, got, both = defaultdict(int), defaultdict(int), defaultdict(int)  # type: ignore[var-annotated]
    for a, b in zip(gold, found, strict=True):
        wanted[a] += 1
        got[b] += 1
        both[a, b] += 1
    if not gold:
        return 0.0, 0.0, 0.0
    precision = sum(n * n / got[b] for (_, b), n in both.items()) / len(gold)
    recall = sum(n * n / wanted[a] for (a, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall), precision, recall


def common_of(found: Sequence[Record]) -> frozenset[str]:
    """Return the names that more than a tenth of the articles contain, as co-occurrence counts them."""
    count = Counter(key for record in found for key in {company_key(person.name) for person in record.people})
    return frozenset(key for key, articles in count.items() if articles > max(2, len(found) / 10))


def clustered(items: Iterable[Item], common: frozenset[str]) -> tuple[list[str], list[int]]:
    """Return the clusters of gold and those found for `items`, in the order of publication."""
    people, assigned = People(common=common), {}
    gold, found = [], []
    for item in sorted(items, key=lambda one: (one.appearance.day, one.article, -len(one.appearance.name.split()))):
        at = item.article, item.appearance.name, item.appearance.type
        if at not in assigned:
            assigned[at] = people.assign(item.appearance)
        gold.append(item.gold)
        found.append(assigned[at])
    return gold, found


def figures(items: Sequence[Item], common: frozenset[str]) -> Figures:
    """Return B-cubed of the items in percent, the number of items, and of people."""
    gold, found = clustered(items, common)
    f1, precision, recall = (round(100 * value, 1) for value in b_cubed(gold, found))
    return {
        "F1": f1,
        "P": precision,
        "R": recall,
        "items": len(gold),
        "people": len(set(gold)),
        "made": len(set(found)),
    }


@dataclass(frozen=True)
class GoldQuotation:
    """A quotation of the gold: its content's spans, and the names and types of its speakers."""

    content: list[list[int]]
    speakers: tuple[str, ...]
    type: SpeakerType


def items_of(record: Record, gold: Sequence[GoldQuotation]) -> dict[str, list[Item]]:
    """Return the items of one article for each way of naming."""
    made: dict[str, dict[tuple[str, str], Item]] = {"annotated": {}, "right": {}, "found": {}}
    types = {name: quotation.type for quotation in gold for name in quotation.speakers}
    for one in appearances(record, types):
        known = replace(one, type=types[one.name])
        made["annotated"][one.name, ""] = Item(SAME_IN_DEV.get(one.name, one.name), record.article.id, known)
    read = record.quotations
    wanted = [{"at": {"content": quotation.content}} for quotation in gold]
    pairs = newspaper.matched(
        record.article.text, wanted, [{"content": [list(span) for span in q.content]} for q in read]
    )
    for j, i in pairs.items():
        speaker = read[j].speaker
        if speaker is None or not speaker.name:
            continue
        said = speaker.name.split("; ")
        if len(said) != len(gold[i].speakers):
            continue
        for name, was in zip(said, gold[i].speakers, strict=True):
            one = appearances(record, [name])[0]
            item = Item(SAME_IN_DEV.get(was, was), record.article.id, one)
            made["found"][was, name] = item
            if _agree(name, was, gold[i].type):
                made["right"][was, name] = item
    return {how: list(items.values()) for how, items in made.items()}


def _agree(said: str, was: str, type_: SpeakerType) -> bool:
    if type_ is SpeakerType.PERSON:
        return compare(parse(said), parse(was)) > Likeness.NEVER
    return normal(said) == normal(was)


def measured(found: Sequence[Record], gold: dict[str, list[GoldQuotation]]) -> dict[str, Figures]:
    """Return the figures of one set of articles: people alone, and all speakers with names."""
    items: dict[str, list[Item]] = defaultdict(list)
    for record in found:
        for how, those in items_of(record, gold.get(record.article.id, [])).items():
            items[f"all speakers, {how}"] += those
            people = {name for quotation in gold.get(record.article.id, []) for name in _people(quotation)}
            items[f"people, {how}"] += [item for item in those if item.gold in people]
    return {name: figures(those, common_of(found)) for name, those in sorted(items.items(), reverse=True)}


def _people(quotation: GoldQuotation) -> list[str]:
    return [SAME_IN_DEV.get(name, name) for name in quotation.speakers] if quotation.type is SpeakerType.PERSON else []


def read(rows: Sequence[dict[str, str]], reader: str, keep: Path | None, name: str) -> list[Record]:
    """Return the records of texts, from the folder `keep` if they are there."""
    file = keep / f"{name}-{reader}.jsonl" if keep else None
    if file and file.exists():
        return [Record.from_json(json.loads(line)) for line in file.read_text("utf-8").splitlines()]
    found = list(records(rows, "--reader", reader).values())
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(json.dumps(record) + "\n" for record in found), "utf-8")
    return [Record.from_json(record) for record in found]


def demo(reader: str, keep: Path | None) -> tuple[list[Record], dict[str, list[GoldQuotation]]]:
    """Return the demo newspaper's records and gold."""
    gold: dict[str, list[GoldQuotation]] = {}
    rows = []
    for row in newspaper.articles():
        name = row["file"] + row["url"]
        published = (row["published"] or "")[:10]
        rows.append({"id": name, "text": row["text"], "title": row["title"], "outlet": row["outlet"]})
        rows[-1] |= {"published": published} if published else {}
        gold[name] = [
            GoldQuotation(q["at"]["content"], tuple(q["speaker"].split("; ")), SpeakerType(q["type"]))
            for q in row["quotations"]
            if q["speaker"]
        ]
    return read(rows, reader, keep, "newspaper"), gold


def polnear(part: str, reader: str, keep: Path | None) -> list[Record]:
    """Return the records of PolNeAR's articles; [] if they are absent."""
    file = DATA / f"{part}.jsonl.gz"
    if not file.exists():
        print(f"skipped: not there: {file}", file=sys.stderr)
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    rows = [
        {"id": t["id"], "text": t["text"], "title": t["title"], "outlet": t["publisher"], "published": t["date"]}
        for t in articles
    ]
    return read(rows, reader, keep, part)


def dev_gold() -> dict[str, list[GoldQuotation]]:
    """Return the speakers of PolNeAR's dev articles, by article."""
    gold: dict[str, list[GoldQuotation]] = defaultdict(list)
    for line in (DATA / "dev-speakers.tsv").read_text("utf-8").splitlines()[1:]:
        doc, _, _, _, content, speaker, type_, *_ = line.split("\t")
        if content and speaker != "?":
            spans = [[int(offset) for offset in span.split("-")] for span in content.split(";")]
            gold[doc].append(GoldQuotation(spans, tuple(speaker.split("; ")), SpeakerType(type_)))
    return gold


def half(record: Record) -> int:
    """Return the half of the train articles that a record is in: weights are tuned on 0, figures are of 1."""
    return sha256(record.article.id.encode()).digest()[0] % 2


def namesakes(found: Iterable[Record]) -> list[list[Item]]:
    """Return pairs of different people under one invented name each; articles that name both are left out."""
    by_name: dict[str, list[Record]] = defaultdict(list)
    for record in found:
        for person in record.people:
            if person.type is SpeakerType.PERSON and len(person.name.split()) > 1:
                by_name[person.name].append(record)
    chosen = random.Random(SEED)
    names = sorted(name for name, those in by_name.items() if len(those) > 1)
    chosen.shuffle(names)
    pairs = []
    for one, other in zip(names[::2], names[1::2], strict=False):
        if compare(parse(one), parse(other)) is not Likeness.NEVER:
            continue
        pair = []
        for name, rival in ((one, other), (other, one)):
            alone = [r for r in by_name[name] if rival not in {person.name for person in r.people}]
            for record in chosen.sample(alone, min(MOST, len(alone))):
                seen = replace(appearances(record, [name])[0], name="Quentin Oxenbridge", type=SpeakerType.PERSON)
                pair.append(Item(name, record.article.id, seen))
        if len({item.gold for item in pair}) == 2:
            pairs.append(pair)
    return pairs


def apart(pairs: Sequence[Sequence[Item]], common: frozenset[str]) -> Figures:
    """Return the figures of pairs of namesakes.

    B-cubed, the share of appearances judged rightly two by two, and of pairs never mixed and never split.
    """
    gold: list[Hashable] = []
    found: list[Hashable] = []
    right = total = clean = whole = 0
    for number, pair in enumerate(pairs):
        a, b = clustered(pair, common)
        gold += [(number, name) for name in a]
        found += [(number, person) for person in b]
        judged = [(a[i] == a[j], b[i] == b[j]) for i in range(len(a)) for j in range(i)]
        right += sum(was == is_ for was, is_ in judged)
        total += len(judged)
        clean += not any(is_ and not was for was, is_ in judged)
        whole += not any(was and not is_ for was, is_ in judged)
    f1, precision, recall = (round(100 * value, 1) for value in b_cubed(gold, found))
    shares = {"judged rightly": right / max(1, total), "never mixed": clean / max(1, len(pairs))}
    shares["never split"] = whole / max(1, len(pairs))
    return {"F1": f1, "P": precision, "R": recall, "pairs": len(pairs)} | {
        name: round(100 * share, 1) for name, share in shares.items()
    }


def alone(found: Iterable[Record], common: frozenset[str]) -> Figures:
    """Return how surnames alone are assigned, among those whose person was met before: shares right, wrong and open."""
    people, chosen = People(common=common), random.Random(SEED)
    gold_names: dict[int, str] = {}
    count: Counter[str] = Counter()
    for record in sorted(found, key=lambda one: one.article.published.day if one.article.published else ""):
        for one in appearances(record, full_speakers(record)):
            stripped = chosen.random() < STRIPPED
            surname = parse(one.name).surname.title()
            known = any(compare(parse(name), parse(one.name)) >= Likeness.INITIAL for name in gold_names.values())
            number = people.assign(replace(one, name=surname) if stripped else one)
            gold_name = gold_names.get(number)
            fits = gold_name is not None and compare(parse(gold_name), parse(one.name)) >= Likeness.INITIAL
            if stripped:
                count["known"] += known
                count["right" if fits else "wrong" if gold_name else "open"] += known or gold_name is not None
            else:
                gold_names.setdefault(number, one.name)
                count["full"] += known
                count["split"] += known and gold_name is None
    total = count["right"] + count["wrong"] + count["open"]
    shares = {name: round(100 * count[name] / max(1, total), 1) for name in ("right", "wrong", "open")}
    return shares | {"surnames": total, "full names split": round(100 * count["split"] / max(1, count["full"]), 1)}


def full_speakers(record: Record) -> list[str]:
    """Return the people with full names who speak in a record."""
    speakers = [q.speaker for q in record.quotations if q.speaker and q.speaker.type is SpeakerType.PERSON]
    named = dict.fromkeys(name for speaker in speakers for name in speaker.name.split("; ") if parse(name).given)
    listed = {person.name for person in record.people}
    return [name for name in named if name in listed]


def measure(reader: str, keep: Path | None) -> dict[str, Any]:
    """Return every figure, by set and way of naming."""
    found: dict[str, Any] = {f"newspaper: {name}": row for name, row in measured(*demo(reader, keep)).items()}
    if dev := polnear("dev", reader, keep):
        found |= {f"dev: {name}": row for name, row in measured(dev, dev_gold()).items()}
    if train := polnear("train", reader, keep):
        for part, name in ((0, "tuned on"), (1, "held out")):
            those = [record for record in train if half(record) == part]
            found[f"namesakes: {name}"] = apart(namesakes(those), common_of(those))
            found[f"surnames: {name}"] = alone(those, common_of(those))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reader", default="fast")
    parser.add_argument("--keep", type=Path, help="a folder in which what was read is kept for the next run")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    found = measure(options.reader, options.keep)
    if options.json:
        print(json.dumps(found))
        return
    for group, row in found.items():
        print(f"{group:36}", *(f"{name} {value}" for name, value in row.items()), sep="  ")


if __name__ == "__main__":
    main()
