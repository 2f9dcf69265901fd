"""A quotation: what was said, by whom, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from onrecord.model.span import Span


class Kind(StrEnum):
    """How much of a quotation's content stands in quotation marks (DESIGN: the words we use)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What someone did with a quotation's content: said or wrote it; thought, meant, wanted or felt it; or unclear."""

    SAID = "said"
    THOUGHT = "thought"
    UNCLEAR = "unclear"


class SpeakerType(StrEnum):
    """What a speaker is; UNNAMED is a source that the article leaves without a name ("a police officer")."""

    PERSON = "person"
    ORG = "org"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source stands for; `name` is "" when unknown, and `basis` says in words how it was found."""

    name: str
    type: SpeakerType
    certainty: float
    basis: str


@dataclass(frozen=True, slots=True)
class Said:
    """The day something was said: EDTF value, the spans that say so, and how (stated, carried, post)."""

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
    """Something said, by whom, in which words of the article (an attribution: content, source, cue).

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
    """An id that stays while the quoted words stay: 12 hex digits of article, words and the how-manieth time."""
    return sha256(f"{article}\n{occurrence}\n{content}".encode()).hexdigest()[:12]
