"""Pages saved whole by a browser: .mhtml, .mht (RFC 2557).

Takes one file, gives its root document: the part that `start` names, else the first that is HTML. Its address is
`Snapshot-Content-Location` or the part's `Content-Location`; the message's Date is when it was saved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import cast

from onrecord.dates.written import parse_date
from onrecord.model import Evidence, Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources import digests
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.stream import Reader
from onrecord.sources.limits import Limits


def read(file: str, reader: Reader, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """The one page of a saved file, or why there is none."""
    message = reader.read(limits.page + 1)
    if len(message) > limits.page:
        yield Rejected(file, "", content_codings.too_large(limits.page))
        return
    whole, root, body = _root(message)
    if root is None or not body.strip():
        yield Rejected(file, "", "it holds no HTML document, or none that is whole: save the page again")
        return
    url = str(whole.get("Snapshot-Content-Location") or root.get("Content-Location") or "").strip()
    yield Page(
        url=url if url.startswith("http") else "",
        evidence=Evidence(file, 0, digests.of(body)),
        html=body,
        charset=root.get_content_charset() or "",
        captured=parse_date(str(whole.get("Date") or ""), basis="the MHTML's Date"),
    )


def body_at(file: str, limits: Limits) -> bytes:
    """The root document's bytes. Raises InputError, DamageError, OSError."""
    with Reader(Path(file)) as reader:
        _, root, body = _root(reader.read(limits.page))
    if root is None:
        raise InputError(file, "the document that was read here is gone: the file has changed")
    return body


def _root(message: bytes) -> tuple[EmailMessage, EmailMessage | None, bytes]:
    """The message, its root part, and that part's bytes with the transfer encoding undone."""
    whole = cast(EmailMessage, message_from_bytes(message, policy=policy.compat32.clone(max_line_length=0)))
    start = whole.get_param("start")
    parts = [part for part in whole.walk() if part.get_content_type() in _HTML]
    named = [part for part in parts if start and str(part.get("Content-ID") or "").strip() == str(start).strip()]
    root = next(iter([*named, *parts]), None)
    payload = root.get_payload(decode=True) if root is not None else b""
    return whole, root, payload if isinstance(payload, bytes) else b""


_HTML = frozenset({"text/html", "application/xhtml+xml"})
