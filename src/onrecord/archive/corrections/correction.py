"""What a reader corrects, as data of its own: who someone is, who said something, that something was not said.

A correction changes no record: it is kept beside them, applied whenever an article is shown or read again, can be
undone, and moves between archives as JSON. It names people by their ids and also by where they appear (`anchors`:
an article and the name that stands in it), and quotations also by their words, so that it still holds after people
were grouped anew and articles read anew.
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
    """An appearance: the article, and the name under which it has someone speak."""

    article: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction. Which fields count depends on `action`:

    RENAME   `person` is to be shown as `name`
    MERGE    `person` and `into` are one, who keeps the id `into`
    SPLIT    who appears in `articles` is another than `person`: someone of that `name` ("" keeps it), or `into`
    SPEAKER  `quotation` of `article` was said by `person`, or by someone of this `name` and `type`; neither: unknown
    REMOVE   `quotation` of `article` is no quotation
    LINK     `person` is the Wikidata item `wikidata` ("Q42"; "" takes a link away)

    `by` and `note` say who corrects and why; the archive fills `id` (unless given: another archive's), `made` and
    `undone` (times in UTC, "" for not undone), `words` (the quotation's content) and the anchors.
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
        """The correction as it is exported: only the fields that it has."""
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
        """The correction that `to_json` wrote, or one without what the archive fills. Raises CorrectionError."""
        json = {name: value for name, value in json.items() if name not in _PASSED_OVER}
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
        """What it says, for a list of corrections."""
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
    return correction


LONGEST = 200
"""Characters of a name; the longest of 20,000 names read had 98."""

_ID = re.compile(r"[a-z0-9-]{1,100}")

_PASSED_OVER = frozenset({"sentence", "number"})
"""Keys that files of corrections may have and that say nothing here: the words of one, and its number in an archive."""

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
        case [str(article), str(printed)] | Anchor(article, printed):
            return Anchor(article, printed)
    raise CorrectionError(f"“{name}” must be a list of pairs: the id of an article, and a name in it")


CORRECTED = "a reader’s correction"
"""The basis of an appearance assigned to a person by a correction; its certainty is still that of the first choice."""
