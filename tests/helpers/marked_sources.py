"""Sources marked in invented sentences: `⟦Doe⟧ said it was safe.` gives the text and the speaker of each source."""

from __future__ import annotations

import re

from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document
from onrecord.model import Span, Speaker

_MARKED = re.compile(r"⟦([^⟧]*)⟧")


def marked(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and where the marked words lie in it."""
    spans, plain, at = [], "", 0
    for found in _MARKED.finditer(text):
        plain += text[at : found.start()]
        spans.append((len(plain), len(plain) + len(found[1])))
        plain, at = plain + found[1], found.end()
    return plain + text[at:], spans


def resolved(text: str, *, authors: tuple[str, ...] = ()) -> list[Speaker]:
    """The speakers of the marked sources of `text`, in order; each content is the sentence's rest behind the source."""
    plain, spans = marked(text)
    document = Document(plain)
    speakers = SpeakerResolver(document, Names(document), authors)
    found = []
    for begin, end in spans:
        stop = re.compile(r"[.!?]”?(?:\s|$)").search(plain, end)
        content = (end, stop.end() if stop else len(plain))
        found.append(speakers.resolve((begin, end), content=(content,)))
    return found


def last(text: str, *, authors: tuple[str, ...] = ()) -> tuple[str, str]:
    """Name and type of the speaker of the last marked source."""
    speaker = resolved(text, authors=authors)[-1]
    return speaker.name, str(speaker.type)
