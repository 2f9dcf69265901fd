"""GUM's entities and coreference: the text and the mentions of each document of a CoNLL-U file.

Zeldes, Language Resources and Evaluation 51 (2017). The format of `Entity=` is that of CorefUD.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
_BRACKET = re.compile(r"\((\d+)-([^()]*)(\)?)|(\d+)\)")
_PRONOUN = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: its span, the span of its head (GUM's minimal span), its entity, and the entity's type.

    `form` is "pronoun", "name" or "nominal", from the tag of the head's last word.
    """

    span: Span
    head: Span
    entity: str
    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document; offsets count characters of `text`."""

    name: str
    text: str
    mentions: list[Mention]


def documents(file: Path) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file, compressed or not."""
    packed = file.read_bytes()
    read = _Reading("")
    for line in (gzip.decompress(packed) if file.suffix == ".gz" else packed).decode().split("\n"):
        if line.startswith("# newdoc id = "):
            if read.name:
                yield read.document()
            read = _Reading(line.rpartition(" = ")[2].strip())
        else:
            read.take(line)
    if read.name:
        yield read.document()


class _Reading:
    """A document while its lines are read."""

    def __init__(self, name: str) -> None:
        self.name, self._text = name, ""
        self._words: list[tuple[Span, str]] = []
        self._open: list[tuple[str, list[str], int]] = []
        self._mentions: list[Mention] = []
        self._whole = 0  # The last word of a token of several words (`Byron's`), whose form is in the text already.

    def document(self) -> Document:
        return Document(self.name, self._text, self._mentions)

    def take(self, line: str) -> None:
        if line.startswith("# newpar"):
            self._text = self._text.rstrip() + "\n\n" if self._text else ""
        if not line or line.startswith("#"):
            return
        number, form, _, _, tag, *_, misc = line.split("\t")
        if "-" in number:
            self._whole = int(number.partition("-")[2])
            self._token, self._at = form, len(self._text)
            self._text += form + ("" if "SpaceAfter=No" in misc else " ")
        elif number == "1" or "." not in number:
            self._word(int(number), form, tag, misc)

    def _word(self, number: int, form: str, tag: str, misc: str) -> None:
        if number <= self._whole:
            begin = self._text.find(form, self._at)
            self._at = begin = max(begin, self._at)
        else:
            begin, self._whole = len(self._text), 0
            self._text += form + ("" if "SpaceAfter=No" in misc else " ")
        if number == self._whole:
            self._whole = 0
        self._words.append(((begin, begin + len(form)), tag))
        entity = next((field[7:] for field in misc.split("|") if field.startswith("Entity=")), "")
        for bracket in _BRACKET.finditer(entity):
            if bracket[1]:
                self._open.append((bracket[1], bracket[2].split("-"), len(self._words) - 1))
            if bracket[3] or bracket[4]:
                self._close(bracket[4] or bracket[1])

    def _close(self, entity: str) -> None:
        at = max(place for place, one in enumerate(self._open) if one[0] == entity)
        _, fields, first = self._open.pop(at)
        least = [first + int(place) - 1 for place in fields[4].split(",")]
        head = self._words[least[0]][0][0], self._words[least[-1]][0][1]
        tag = self._words[least[-1]][1]
        form = "pronoun" if tag in _PRONOUN else "name" if tag.startswith("NNP") else "nominal"
        span = self._words[first][0][0], self._words[-1][0][1]
        self._mentions.append(Mention(span, head, entity, fields[0], form))
