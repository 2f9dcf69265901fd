"""Corrections from another archive, or from this one before it was rebuilt: JSON Lines, one correction a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.archive.corrections.correction import Action, Anchor, Correction
from onrecord.archive.protocol import Archive
from onrecord.model import Rejected
from onrecord.model.errors import CorrectionError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Imported:
    """The outcome of an import: the corrections made, the number already in force or undone, and the lines rejected."""

    made: list[Correction] = field(default_factory=list)
    in_force: int = 0
    undone: int = 0
    rejected: list[Rejected] = field(default_factory=list)


def import_corrections(archive: Archive, file: str, lines: Iterable[bytes]) -> Imported:
    """Make the correction of each line; a line that cannot be used is rejected, and the import goes on."""
    outcome = Imported()
    in_force = [correction for correction in archive.corrections() if not correction.undone]
    for number, line in enumerate(lines, start=1):
        if not (line := line.removeprefix(_BYTE_ORDER_MARK).strip()):
            continue
        try:
            correction = Correction.decode(line)
            if correction.undone:
                outcome.undone += 1
            elif any(is_same(correction, kept) for kept in in_force):
                outcome.in_force += 1
            else:
                made = archive.correct(correction, commit=False)
                outcome.made.append(made)
                in_force.append(made)
        except CorrectionError as error:
            outcome.rejected.append(Rejected(file, f"line {number}", str(error)))
    archive.commit()
    return outcome


def is_same(new: Correction, kept: Correction) -> bool:
    """True if a kept correction says the same as a new one, whoever made them and why.

    People are compared by where they appear, else by id; fields filled in by the archive may be missing in the new one.
    """
    if any(getattr(new, name) != getattr(kept, name) for name in _CONTENT):
        return False
    if new.action is Action.SPLIT and set(new.articles) != set(kept.articles):
        return False
    by_name = new.action is Action.SPEAKER and not new.person and bool(new.name)
    made = new.action is Action.SPLIT and not kept.into_anchors and (not new.into or bool(new.anchors))
    return (by_name or _is_same_person(new.person, new.anchors, kept.person, kept.anchors)) and (
        made or _is_same_person(new.into, new.into_anchors, kept.into, kept.into_anchors)
    )


_CONTENT = ("action", "name", "type", "article", "quotation", "wikidata")


def _is_same_person(id: str, anchors: tuple[Anchor, ...], kept: str, kept_anchors: tuple[Anchor, ...]) -> bool:
    return anchors == kept_anchors if anchors and kept_anchors else id == kept
