"""Stories that mark their own quotations, for tests that do not depend on the reader of quotations."""

from __future__ import annotations

import re

from onrecord.model import Kind, Quotation, Span, Speaker, SpeakerType


def story(marked: str) -> tuple[str, list[Quotation]]:
    """The text without its marks, and the quotations that the marks make: <content> {source|cue} in any order."""
    text = ""
    content: list[Span] = []
    reports: list[tuple[Span, Span]] = []
    at = 0
    for mark in re.finditer(r"<(?P<content>[^<>]+)>|\{(?P<source>[^|{}]*)\|(?P<cue>[^{}]+)\}|\n\n", marked + "\n\n"):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["content"]:
            content.append((len(text), len(text) + len(mark["content"])))
            text += mark["content"]
        elif mark["cue"]:
            source = (len(text), len(text) + len(mark["source"]))
            text += mark["source"] + " "
            cue = (len(text), len(text) + len(mark["cue"]))
            text += mark["cue"]
            reports.append((source, cue))
        else:
            text += "\n\n"
    made = []
    for number, (source, cue) in enumerate(reports):
        name = text[source[0] : source[1]]
        speaker = Speaker(name, SpeakerType.PERSON, 1.0, "marked") if name[:1].isupper() and " " in name else None
        piece = content[number]
        kind = Kind.DIRECT if text[piece[0]] == '"' else Kind.INDIRECT
        sources = (source,) if source[0] < source[1] else ()
        made.append(Quotation(id=str(number), kind=kind, content=(piece,), source=sources, cue=(cue,), speaker=speaker))
    return text.rstrip(), made
