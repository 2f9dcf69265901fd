"""What a reader corrects, as data of its own: who someone is, who said something, that something was not said.

A correction changes no record: it is kept beside them, applied whenever an article is shown or read again, can be
undone, and moves between archives as JSON. It names people by their ids and also by where they appear (`anchors`:
an article and the name that stands in it), and quotations also by their words, so that it still holds after people
were grouped anew and articles read anew.
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
    """What a correction does."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    SPEAKER = "speaker"
    REMOVE = "remove"
    LINK = "link"


class Anchor(Struct, frozen=True, array_like=True):
    """An appearance: an article, and the name under which it quotes somebody. In JSON: `[article, name]`."""

    article: str
    name: str


class Correction(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One correction. Which fields count depends on `action`:

    RENAME   `person` is to be shown as `name`
    MERGE    `person` and `into` are one person, with the id `into`
    SPLIT    in `articles` it is not `person`, but somebody else named `name` ("" keeps the name), or `into`
    SPEAKER  `quotation` of `article` was said by `person`, or by somebody of this `name` and `type`; neither: unknown
    REMOVE   `quotation` of `article` is not a quotation
    LINK     `person` is the Wikidata item `wikidata` ("Q42"; "" removes a link)

    `by` and `note` say who corrects and why. The archive fills in `id` (unless given: another archive's), `made` and
    `undone` (times in UTC, "" for not undone), `words` (the quotation's content) and the anchors. In JSON fields with
    their default are left out.
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
                who = self.into or (f"someone else, “{self.name}”" if self.name else "someone else of that name")
                return f"{self.person} in {', '.join(self.articles)} is {who}"
            case Action.SPEAKER:
                who = self.person or (f"“{self.name}”" if self.name else "someone unknown")
                return f"{self.words or self.quotation} was said by {who}"
            case Action.REMOVE:
                return f"{self.words or self.quotation} is no quotation"
            case Action.LINK:
                return f"{self.person} is {self.wikidata}" if self.wikidata else f"{self.person} has no Wikidata item"


_NOT_ONE = "this is not the JSON of a correction"
_IGNORED = frozenset({"summary", "sentence", "number"})
"""Keys that may come with a correction and do not belong to it: its words, as answers have them, and old numbers."""

NEEDED = {
    Action.RENAME: ("person", "name"),
    Action.MERGE: ("person", "into"),
    Action.SPLIT: ("person", "articles"),
    Action.SPEAKER: ("article", "quotation"),
    Action.REMOVE: ("article", "quotation"),
    Action.LINK: ("person",),
}
"""The fields that each action cannot do without."""


def checked(correction: Correction) -> Correction:
    """The correction, white space made single. Raises CorrectionError where it lacks what its action needs."""
    for name in NEEDED[correction.action]:
        if not getattr(correction, name):
            raise CorrectionError(f"to {_VERBS[correction.action]}, say {_WHAT[name]}")
    if correction.id and not PATTERN.fullmatch(correction.id):
        raise CorrectionError(f"“{correction.id[:LONGEST]}” is no correction’s id; leave it out to get one")
    for id in (correction.person, correction.into):
        if id and not _ID.fullmatch(id):
            raise CorrectionError(f"“{id[:LONGEST]}” is no person’s id; an id is written as dana-ruiz or dana-ruiz-2")
    if correction.action is Action.MERGE and correction.person == correction.into:
        raise CorrectionError(f"{correction.person} cannot be merged with itself; name two people")
    if correction.action is Action.LINK and correction.wikidata and not _is_item(correction.wikidata):
        raise CorrectionError(f"“{correction.wikidata}” is no Wikidata item; write one as Q42")
    if len(correction.name) > LONGEST or len(correction.note) > 10 * LONGEST or len(correction.by) > LONGEST:
        raise CorrectionError(f"a name has {LONGEST} characters at most, a note ten times as many")
    names_somebody = correction.action is Action.SPEAKER and correction.name
    return correction if names_somebody else structs.replace(correction, type=SpeakerType.PERSON)


LONGEST = 200
"""Characters of a name; the longest of 20,000 names read had 98."""

_ID = re.compile(r"[a-z0-9-]{1,100}")

_VERBS = {
    Action.RENAME: "rename someone",
    Action.MERGE: "merge two people",
    Action.SPLIT: "split someone in two",
    Action.SPEAKER: "say who said something",
    Action.REMOVE: "remove a quotation",
    Action.LINK: "link someone",
}
_WHAT = {
    "person": "whom: the id of a person",
    "name": "which name",
    "into": "with whom: the id of a person",
    "articles": "in which articles: their ids",
    "article": "in which article: its id",
    "quotation": "which quotation: its id",
}


def _is_item(text: str) -> bool:
    return text[:1] == "Q" and text[1:].isascii() and text[1:].isdigit() and text[1:2] != "0"


CORRECTED = "a reader’s correction"
"""The basis of an appearance assigned to a person by a correction; its certainty is still that of the first choice."""
