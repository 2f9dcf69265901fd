"""Corrections applied to an article: they turn the record as read into the record as shown."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onrecord.archive.corrections.correction import Action, Correction
from onrecord.archive.embedded.record import correction_rows, people_rows
from onrecord.model import Quotation, Record, Speaker, SpeakerType
from onrecord.spans import text_of

SHARED = 0.6
"""The share of its words by which a quotation is recognised after its article was read again: enough for one that
moved by a word or a clause, while no two quotations of the demo newspaper have as much in common."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record as shown.

    `fixed` has the speakers of a quotation according to corrections, by its id; `made` the corrections that were
    applied, and `as_read` their quotations before correction, by the id of the correction.
    """

    record: Record
    fixed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    made: tuple[Correction, ...] = ()
    as_read: Mapping[str, Quotation] = field(default_factory=dict)


def apply(connection: sqlite3.Connection, record: Record) -> Corrected:
    """Return the record with all corrections to its quotations that are in force, in their order."""
    corrections = list(correction_rows.in_force_of_article(connection, record.article.id))
    if not corrections:
        return Corrected(record)
    quotations = dict(enumerate(record.quotations))
    fixed: dict[str, tuple[int, ...]] = {}
    made: list[Correction] = []
    as_read: dict[str, Quotation] = {}
    for correction in corrections:
        index = _index_of(record, quotations, correction)
        if index is None:
            continue
        made.append(correction)
        as_read[correction.id] = record.quotations[index]
        if correction.action is Action.REMOVE:
            fixed.pop(quotations.pop(index).id, None)
            continue
        person = people_rows.number_of(connection, correction.person) if correction.person else None
        quotations[index] = replace(quotations[index], speaker=_speaker(connection, correction, person))
        fixed[quotations[index].id] = () if person is None else (person,)
    return Corrected(replace(record, quotations=tuple(quotations.values())), fixed, tuple(made), as_read)


def _index_of(record: Record, quotations: Mapping[int, Quotation], correction: Correction) -> int | None:
    """Return the index of the quotation that a correction is about: by its id, else by most of its words."""
    for index, quotation in quotations.items():
        if quotation.id == correction.quotation:
            return index
    wanted = _bag(correction.words)
    shares = {
        index: _dice(wanted, _bag(text_of(record.article.text, quotation.content)))
        for index, quotation in quotations.items()
    }
    best = max(shares, key=lambda index: shares[index], default=None)
    return best if best is not None and shares[best] >= SHARED else None


def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    """Return Dice's coefficient of two bags of words."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _speaker(connection: sqlite3.Connection, correction: Correction, person: int | None) -> Speaker:
    why = f"corrected on {correction.made[:10]}" + (f": {correction.note}" if correction.note else "")
    if person is None:
        return Speaker("", SpeakerType.UNNAMED, 1.0, why)
    name, type = people_rows.shown(connection, person)
    return Speaker(name, type, 1.0, why)
