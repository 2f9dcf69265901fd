"""Corrections from one archive to another, as JSON Lines: one correction a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.archive import Action, Anchor, Archive, Correction
from onrecord.model import Rejected
from onrecord.model.errors import CorrectionError

_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Moved:
    """What became of a file's lines: corrections made, how many stood already or are undone, and what was rejected."""

    made: list[Correction] = field(default_factory=list)
    standing: int = 0
    undone: int = 0
    rejected: list[Rejected] = field(default_factory=list)


def move(archive: Archive, file: str, lines: Iterable[bytes]) -> Moved:
    """Make the correction that each line holds; one that cannot be made is rejected, and the others go on."""
    outcome = Moved()
    standing = [correction for correction in archive.corrections() if not correction.undone]
    for number, line in enumerate(lines, start=1):
        if not (line := line.removeprefix(_MARK).strip()):
            continue
        try:
            correction = Correction.decode(line)
            if correction.undone:
                outcome.undone += 1
            elif any(is_same(correction, one) for one in standing):
                outcome.standing += 1
            else:
                made = archive.correct(correction, commit=False)
                outcome.made.append(made)
                standing.append(made)
        except CorrectionError as error:
            outcome.rejected.append(Rejected(file, f"line {number}", str(error)))
    archive.commit()
    return outcome


def is_same(new: Correction, kept: Correction) -> bool:
    """Whether a correction that is kept says what a new one says, who made it and why aside.

    People are the same by where they appear, else by id; what only the archive fills in may be missing in the new one.
    """
    if any(getattr(new, name) != getattr(kept, name) for name in _TOLD):
        return False
    if new.action is Action.SPLIT and set(new.articles) != set(kept.articles):
        return False
    given = new.action is Action.SPEAKER and not new.person and bool(new.name)
    made = new.action is Action.SPLIT and not kept.into_anchors and (not new.into or bool(new.anchors))
    return (given or _is_one(new.person, new.anchors, kept.person, kept.anchors)) and (
        made or _is_one(new.into, new.into_anchors, kept.into, kept.into_anchors)
    )


_TOLD = ("action", "name", "type", "article", "quotation", "wikidata")


def _is_one(id: str, anchors: tuple[Anchor, ...], kept: str, kept_anchors: tuple[Anchor, ...]) -> bool:
    return anchors == kept_anchors if anchors and kept_anchors else id == kept
