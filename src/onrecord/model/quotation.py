"""A quotation: its content, source, cue and speaker, and where and when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from onrecord.model.span import Span


class Kind(StrEnum):
    """How much of a quotation's content is in quotation marks: all, a part, or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What the speaker did with the content: said or wrote it; thought, meant, wanted or felt it; or unclear."""

    SAID = "said"
    THOUGHT = "thought"
    UNCLEAR = "unclear"


class SpeakerType(StrEnum):
    """The type of a speaker; UNNAMED is a source that the article leaves without a name ("a police officer")."""

    PERSON = "person"
    ORG = "org"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Speaker(Struct, frozen=True):
    """The entity that a source refers to; `name` is "" when unknown, `basis` says in words how it was found."""

    name: str
    type: SpeakerType
    certainty: float
    basis: str


UNCERTAIN = 0.5
"""Certainty below which a speaker is more likely wrong than right: left unnamed when resolved, marked when shown."""


class Said(Struct, frozen=True):
    """The date said: an EDTF value, the spans that state it, and how it was found (stated, carried, post)."""

    value: str
    basis: tuple[Span, ...]
    how: str


NETWORKS = frozenset({
    "Bluesky", "Facebook", "Instagram", "LinkedIn", "Mastodon", "Reddit", "Snapchat", "Telegram", "Threads", "TikTok",
    "Truth Social", "Twitter", "Weibo", "X", "YouTube",
})  # fmt: skip
"""The networks that a quotation's `venue` may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation (an attribution): the spans of its content, source and cue, its speaker, date said and venue.

    `venue` is a network or an outlet by its name ("Instagram", "CNN"), or in small letters the kind of occasion or
    writing ("news conference", "essay"), without article or preposition.
    """

    id: str
    kind: Kind
    content: tuple[Span, ...]
    act: Act = Act.SAID
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: Speaker | None = None
    said: Said | None = None
    venue: str = ""
    certainty: float = 1.0


def quotation_id(article: str, content: str, occurrence: int) -> str:
    """Return an id that stays as long as the words do: 12 hex digits of a hash of article, words, occurrence.

    `occurrence` counts from 0 the quotations of the same words in the article.
    """
    return sha256(f"{article}\n{occurrence}\n{content}".encode()).hexdigest()[:12]
