"""A page as it was captured, and inputs that hold no page."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from onrecord.model.dated import Dated
from onrecord.model.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Metadata that an input states outside the page's own markup; empty if it states nothing."""

    id: str = ""
    outlet: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: Dated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A captured page: its bytes, transfer and content encodings undone, and where they came from.

    Exactly one of `html` and `text` is set: `text` where the input gave plain text, to be kept as it is.
    `charset` is the charset that the transport states for `html` ("" for none); `payload` is the WARC payload
    digest, by which a later revisit record names these bytes.
    """

    url: str
    evidence: Evidence
    html: bytes | None = None
    text: str | None = None
    charset: str = ""
    captured: Dated | None = None
    payload: str = ""
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """A capture with the bytes of an earlier one (WARC 1.1, section 6.7); its own record does not repeat them."""

    url: str
    captured: Dated
    payload: str
    evidence: Evidence


class Rejected(Struct, frozen=True):
    """An input that did not become an article: the file, the record in it, and the reason in one line."""

    file: str
    record: str
    reason: str
    url: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.record, self.url) if part)
        return f"{where}: {self.reason}"
