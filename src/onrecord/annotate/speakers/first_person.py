"""The referent of `I` in an article, and the person behind a handle.

Input: the text of an article and its authors. `I` outside quotation marks is the author, the person described in the
note below the article, or the person who signs a letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.annotate.entities.mentions import Entity
from onrecord.model import SpeakerType

_BY = re.compile(r"^by\s*(?=[A-Z])", re.I)
_CONTACT = re.compile(r"[.,;]?\s*(?:\be-?mail\b|\btwitter\b|@)", re.I)  # What some pages put after an author's name.
# The words of a name are bounded, or the search would take time quadratic in a run of capitalised words.
_NAME = r"[A-Z][\w’'.-]{0,60}(?: (?:(?:de|la|van|von|der|bin|al) )?[A-Z][\w’'.-]{0,60}){1,3}"
_NOTE = re.compile(rf"({_NAME})(?:, [^.\n]{{3,120}},)? (?:is|was|writes|teaches|lives|serves|covers) ")
_SIGNED = re.compile(rf"(?:[-–—― ]*)({_NAME}|@\w{{2,30}})\.?(?:[,;] [^\n]{{0,60}})?$")
_OWNED = re.compile(rf"({_NAME}),? \(?(@\w{{2,30}})\)?")
_LONGEST = 60  # The most characters in a signature below a letter.


class FirstPerson:
    """The writers of one article: its author, or on a page of letters the signature below each."""

    def __init__(self, text: str, authors: tuple[str, ...]) -> None:
        self._handles = {handle.lower(): Entity(name, SpeakerType.PERSON) for name, handle in _OWNED.findall(text)}
        self._signed: list[tuple[int, Entity]] = []
        at = 0
        for line in text.split("\n"):
            words = line.strip()
            if at and len(words) <= _LONGEST and (name := _SIGNED.fullmatch(words)):
                self._signed.append((at, Entity(name[1].rstrip("."), SpeakerType.PERSON)))
            at += len(line) + 1
        self._writer = self._author(authors) or self._noted(text)

    def writer(self, offset: int) -> Entity | None:
        """Return the referent of `I` at `offset`, outside quotation marks; None if unknown or several people wrote."""
        if self._writer is not None:
            return self._writer
        at = bisect_right(self._signed, offset, key=_begin)
        return self._signed[at][1] if at < len(self._signed) else None

    def person_with_handle(self, handle: str) -> Entity:
        """Return the person behind a handle if the article says who it is, else an entity named by the handle."""
        return self._handles.get(handle.lower(), Entity(handle, SpeakerType.PERSON))

    @staticmethod
    def _author(authors: tuple[str, ...]) -> Entity | None:
        if len(authors) != 1:
            return None
        name = _CONTACT.split(_BY.sub("", authors[0].strip()))[0]
        name = name.title() if name.isupper() else name
        return Entity(name, SpeakerType.PERSON) if re.fullmatch(_NAME, name) else None

    @staticmethod
    def _noted(text: str) -> Entity | None:
        """Return the author described in the note below an article: `Jane Doe is a playwright.`"""
        last = text.rstrip().rpartition("\n")[2]
        note = _NOTE.match(last)
        return Entity(note[1], SpeakerType.PERSON) if note and text.count(note[1]) == 1 and len(last) < 400 else None


def _begin(signed: tuple[int, Entity]) -> int:
    return signed[0]
