"""Corrections that readers make: who a person is, who said something, and what is not a quotation.

A correction does not change records: it is kept beside them, applied whenever an article is shown or read again, can be
undone, and is exported to other archives as JSON. It identifies people by id and by where they appear (`anchors`: an
article and the name used in it), and quotations by id and by their words, so that it still applies after people are
regrouped and articles are read again.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec
from msgspec import Struct, structs

from onrecord.archive.public_ids import PATTERN
from onrecord.model import SpeakerType, codec
from onrecord.model.errors import CorrectionError


class Action(StrEnum):
    """The effect of a correction."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    SPEAKER = "speaker"
    REMOVE = "remove"
    LINK = "link"


class Anchor(Struct, frozen=True, array_like=True):
    """Where a person appears: an article, and the name it gives the speaker. In JSON: `[article, name]`."""

    article: str
    name: str


class Correction(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One correction. Which fields are used depends on `action`:

    RENAME   `person` is shown as `name`
    MERGE    `person` and `into` are one person, with the id `into`
    SPLIT    in `articles` it is not `person` but another: `into`, or a new person called `name` ("": the same name)
    SPEAKER  `quotation` of `article` was said by `person`, or by a person of this `name` and `type`; neither: unknown
    REMOVE   `quotation` of `article` is not a quotation
    LINK     `person` is the Wikidata item `wikidata` ("Q42"; "" removes the link)

    `by` and `note` say who makes the correction and why. The archive fills `id` (unless it was given by another
    archive), `made` and `undone` (times in UTC; "" if not undone), `words` (the quotation's content) and the anchors.
    In JSON, fields with their default value are left out.
    """

    id: str = ""
    made: str = ""
    action: Action
    person: str = ""
    into: str = ""
    name: str = ""
    article: str = ""
    quotation: str = ""
    wikidata: str = ""
    words: str = ""
    note: str = ""
    by: str = ""
    undone: str = ""
    type: SpeakerType = SpeakerType.PERSON
    articles: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    into_anchors: tuple[Anchor, ...] = ()

    @classmethod
    def decode(cls, json: bytes | str) -> Correction:
        """Return the correction of some JSON text, with or without the fields that the archive fills in.

        Keys that only answers have (`summary`) are ignored. Raises CorrectionError, with the
        field that is wrong.
        """
        try:
            fields = msgspec.json.decode(json)
            if isinstance(fields, dict):
                fields = {name: value for name, value in fields.items() if name not in _IGNORED}
            return msgspec.convert(fields, Correction)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise CorrectionError(f"{_NOT_ONE}: {codec.reason(error)}") from None

    def describe(self) -> str:
        """Return the correction in words: "dana-ruiz is d-ruiz"."""
        match self.action:
            case Action.RENAME:
                return f"{self.person} is shown as “{self.name}”"
            case Action.MERGE:
                return f"{self.person} is {self.into}"
            case Action.SPLIT:
                who = self.into or (f"someone else, “{self.name}”" if self.name else "someone else of the same name")
                return f"{self.person} in {', '.join(self.articles)} is {who}"
            case Action.SPEAKER:
                who = self.person or (f"“{self.name}”" if self.name else "someone unknown")
                return f"{self.words or self.quotation} was said by {who}"
            case Action.REMOVE:
                return f"{self.words or self.quotation} is not a quotation"
            case Action.LINK:
                return f"{self.person} is {self.wikidata}" if self.wikidata else f"{self.person} has no Wikidata item"


_NOT_ONE = "this is not the JSON of a correction"
_IGNORED = frozenset({"summary", "sentence", "number"})
"""Keys that may come with a correction but are not part of it: its summary, as in answers, and old numbers."""

NEEDED = {
    Action.RENAME: ("person", "name"),
    Action.MERGE: ("person", "into"),
    Action.SPLIT: ("person", "articles"),
    Action.SPEAKER: ("article", "quotation"),
    Action.REMOVE: ("article", "quotation"),
    Action.LINK: ("person",),
}
"""The fields that each action requires."""


def checked(correction: Correction) -> Correction:
    """Return the correction. Raises CorrectionError if a field that its action requires is missing or not valid."""
    for name in NEEDED[correction.action]:
        if not getattr(correction, name):
            raise CorrectionError(f"to {_VERBS[correction.action]}, give {_WHAT[name]}")
    if correction.id and not PATTERN.fullmatch(correction.id):
        raise CorrectionError(f"“{correction.id[:LONGEST]}” is not the id of a correction; leave it out to get one")
    for id in (correction.person, correction.into):
        if id and not _ID.fullmatch(id):
            raise CorrectionError(f"“{id[:LONGEST]}” is not the id of a person; ids look like dana-ruiz or dana-ruiz-2")
    if correction.action is Action.MERGE and correction.person == correction.into:
        raise CorrectionError(f"{correction.person} cannot be merged with itself; name two people")
    if correction.action is Action.LINK and correction.wikidata and not _is_item(correction.wikidata):
        raise CorrectionError(f"“{correction.wikidata}” is not a Wikidata item; items look like Q42")
    if len(correction.name) > LONGEST or len(correction.note) > 10 * LONGEST or len(correction.by) > LONGEST:
        raise CorrectionError(f"a name can have up to {LONGEST} characters, a note up to {10 * LONGEST:,}")
    names_somebody = correction.action is Action.SPEAKER and correction.name
    return correction if names_somebody else structs.replace(correction, type=SpeakerType.PERSON)


LONGEST = 200
"""The most characters of a name; the longest of 20,000 names read had 98."""

_ID = re.compile(r"[a-z0-9-]{1,100}")

_VERBS = {
    Action.RENAME: "rename a person",
    Action.MERGE: "merge two people",
    Action.SPLIT: "split a person in two",
    Action.SPEAKER: "correct a speaker",
    Action.REMOVE: "remove a quotation",
    Action.LINK: "link a person",
}
_WHAT = {
    "person": "the id of the person",
    "name": "the new name",
    "into": "the id of the other person",
    "articles": "the ids of the articles",
    "article": "the id of the article",
    "quotation": "the id of the quotation",
}


def _is_item(text: str) -> bool:
    return text[:1] == "Q" and text[1:].isascii() and text[1:].isdigit() and text[1:2] != "0"


CORRECTED = "a reader’s correction"
"""The basis of an appearance assigned to a person by a correction; its certainty is still that of the first choice."""
