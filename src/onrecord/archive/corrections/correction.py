"""Corrections that readers make: who a person is, who said something, and what is not a quotation.

A correction does not change records: it is kept beside them, applied whenever an article is shown or read again, can be
undone, and is exported to other archives as JSON. It identifies people by id and by where they appear (`anchors`: an
article and the name used in it), and quotations by id and by their words, so that it still applies after people were
regrouped and articles read again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from onrecord.archive.public_ids import PATTERN
from onrecord.model import Json, SpeakerType
from onrecord.model.errors import CorrectionError


class Action(StrEnum):
    """What a correction does."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    SPEAKER = "speaker"
    REMOVE = "remove"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a person appears: an article, and the name that the article gives the speaker."""

    article: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction. Which fields are used depends on `action`:

    RENAME   `person` is shown as `name`
    MERGE    `person` and `into` are one person, with the id `into`
    SPLIT    in `articles` it is not `person` but another: `into`, or a new person called `name` ("": the same name)
    SPEAKER  `quotation` of `article` was said by `person`, or by a person of this `name` and `type`; neither: unknown
    REMOVE   `quotation` of `article` is not a quotation
    LINK     `person` is the Wikidata item `wikidata` ("Q42"; "" removes the link)

    `by` and `note` say who makes the correction and why. The archive fills `id` (unless it was given by another
    archive), `made` and `undone` (times in UTC; "" if not undone), `words` (the quotation's content) and the anchors.
    """

    action: Action
    person: str = ""
    into: str = ""
    name: str = ""
    type: SpeakerType = SpeakerType.PERSON
    articles: tuple[str, ...] = ()
    article: str = ""
    quotation: str = ""
    wikidata: str = ""
    note: str = ""
    by: str = ""
    id: str = ""
    made: str = ""
    undone: str = ""
    words: str = ""
    anchors: tuple[Anchor, ...] = ()
    into_anchors: tuple[Anchor, ...] = ()

    def to_json(self) -> Json:
        """Return the correction as it is exported, without the fields that are empty."""
        json: Json = {"id": self.id, "made": self.made, "action": str(self.action)}
        for name in ("person", "into", "name", "article", "quotation", "wikidata", "words", "note", "by", "undone"):
            if value := getattr(self, name):
                json[name] = value
        if self.action is Action.SPEAKER and self.name:
            json["type"] = str(self.type)
        if self.articles:
            json["articles"] = list(self.articles)
        for name in ("anchors", "into_anchors"):
            if anchors := getattr(self, name):
                json[name] = [[anchor.article, anchor.name] for anchor in anchors]
        return json

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Correction:
        """Return the correction that `to_json` wrote; what the archive fills may be missing. Raises CorrectionError."""
        json = {name: value for name, value in json.items() if name not in _IGNORED}
        known = {field.name for field in fields(cls)}
        if unknown := sorted(set(json) - known):
            raise CorrectionError(f"a correction has no “{unknown[0]}”; it has {', '.join(sorted(known))}")
        try:
            values: dict[str, Any] = {**json, "action": Action(json["action"])}
            if "type" in json:
                values["type"] = SpeakerType(json["type"])
        except (KeyError, ValueError):
            raise CorrectionError(f"a correction needs an action: {', '.join(Action)}") from None
        for name in ("anchors", "into_anchors"):
            values[name] = tuple(_anchor(name, pair) for pair in _list(json, name))
        values["articles"] = tuple(_text("articles", one) for one in _list(json, "articles"))
        for name in known - {"action", "type", "articles", "anchors", "into_anchors"}:
            _text(name, json.get(name, ""))
        return cls(**values)

    def sentence(self) -> str:
        """Return what the correction says, for a list of corrections."""
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
    return correction


LONGEST = 200
"""Characters of a name; the longest of 20,000 names read had 98."""

_ID = re.compile(r"[a-z0-9-]{1,100}")

_IGNORED = frozenset({"sentence", "number"})
"""Keys of exported files that are ignored: the correction in words, and its number in an archive of version 4."""

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


def _list(json: Mapping[str, Any], name: str) -> list[Any]:
    found = json.get(name) or []
    if not isinstance(found, list | tuple):
        raise CorrectionError(f"“{name}” must be a list")
    return list(found)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise CorrectionError(f"“{name}” must be text")
    return value


def _anchor(name: str, pair: object) -> Anchor:
    match pair:
        case [str(article), str(name_used)] | Anchor(article, name_used):
            return Anchor(article, name_used)
    raise CorrectionError(f"“{name}” must be a list of pairs: the id of an article, and a name in it")


CORRECTED = "a reader’s correction"
"""The basis of an appearance assigned to a person by a correction; its certainty is still that of the first choice."""
