"""The entries of a feed (RSS 2.0, RDF, Atom): where each begins, its authors, and its date as written.

fastfeedparser converts dates to UTC, which moves an evening's story to the next day, and uses the date of the last
change if there is no date of publication; it returns one author; and it repairs malformed XML silently. So these fields
are read here with expat: strictly, in one pass, without entities that the feed declares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from onrecord.dates.written import parse_date
from onrecord.model import Dated

_PUBLISHED = ("pubDate", "published", "issued", "date", "created")
# RFC 5321, section 4.5.3.1: at most 64 characters before the @ and 255 after it.
_EMAIL_AND_NAME = re.compile(r"\S{1,64}@\S{1,255}\s*\((.+)\)")
# libxml2 refuses deeper nesting too (its XML_MAX_DEPTH without "huge").
_DEEPEST = 256


@dataclass(slots=True)
class Entry:
    """One entry: the byte and the line where it begins, its date, and its authors in order."""

    offset: int
    line: int
    published: Dated | None = None
    authors: list[str] = field(default_factory=list)


class _RefusedError(Exception):
    """A well-formed feed that is not read; the message is the reason."""


class Outline:
    """The entries of one feed that end before its first error.

    `error` says what is malformed from `line` on; "" if nothing is.
    """

    def __init__(self, body: bytes) -> None:
        self.entries: list[Entry] = []
        self.error = ""
        self.line = 0
        self._entry: Entry | None = None
        self._path: list[str] = []
        self._words: list[str] = []
        self._parse(body)

    def _parse(self, body: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.EntityDeclHandler = self._refuse_entity
        self._parser = parser
        try:
            parser.Parse(body, True)
        except expat.ExpatError as error:
            self.error = f"the feed is malformed ({expat.errors.messages[error.code]})"
            self.line = error.lineno
        except _RefusedError as refused:
            self.error, self.line = str(refused), parser.CurrentLineNumber
        except (LookupError, ValueError) as error:
            self.error, self.line = f"its encoding cannot be read ({error})", 1
        finally:
            del self._parser

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise _RefusedError(f'the feed declares an entity of its own ("{name[:40]}"), which is not followed for safety')

    def _start(self, name: str, _: dict[str, str]) -> None:
        if len(self._path) >= _DEEPEST:
            raise _RefusedError(f"the feed nests its elements more than {_DEEPEST} deep")
        local = name.rpartition(" ")[2]
        if self._entry is None and local in ("item", "entry"):
            self._entry = Entry(self._parser.CurrentByteIndex, self._parser.CurrentLineNumber)
            self._path = []
        else:
            self._path.append(local)
        self._words.clear()

    def _end(self, _: str) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if not self._path:
            if self._entry:
                self.entries.append(self._entry)
                self._entry = None
            return
        if self._entry and words:
            self._take(self._entry, self._path, words)
        self._path.pop()

    def _take(self, entry: Entry, path: list[str], words: str) -> None:
        match path:
            case [local] if local in _PUBLISHED and entry.published is None:
                entry.published = parse_date(words, basis=f"the feed's {local}")
            case ["creator" | "author"] | ["author", "name"]:
                named = _EMAIL_AND_NAME.fullmatch(words)
                author = named[1] if named else words
                if author not in entry.authors:
                    entry.authors.append(author)
