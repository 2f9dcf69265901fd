"""Pages saved whole by a browser: .mhtml, .mht (RFC 2557).

The page is the root document: the part that `start` names, else the first that is HTML. Its URL is
`Snapshot-Content-Location` or the part's `Content-Location`; the message's Date is when it was saved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from onrecord.dates.written import parse_date
from onrecord.model import Evidence, Page, Rejected
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.format import Format, Lead, digest_of
from onrecord.sources.limits import Limits

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_HEADER = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE)


def sniff(lead: Lead) -> bool:
    """Return True for a message of related parts."""
    return _HEADER.match(lead.text) is not None


def read_mhtml(file: str, stream: PackedFile, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield the one page of a saved file, or why there is none."""
    message = stream.read(limits.page + 1)
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
        evidence=Evidence(file, 0, digest_of(body)),
        html=body,
        charset=root.get_content_charset() or "",
        captured=parse_date(str(whole.get("Date") or ""), basis="the MHTML's Date"),
    )


def _root(message: bytes) -> tuple[EmailMessage, EmailMessage | None, bytes]:
    """Return the message, its root part, and that part's bytes with the transfer encoding undone."""
    whole = cast(EmailMessage, message_from_bytes(message, policy=policy.compat32.clone(max_line_length=0)))
    start = whole.get_param("start")
    parts = [part for part in whole.walk() if part.get_content_type() in _HTML]
    named = [part for part in parts if start and str(part.get("Content-ID") or "").strip() == str(start).strip()]
    root = next(iter([*named, *parts]), None)
    payload = root.get_payload(decode=True) if root is not None else b""
    return whole, root, payload if isinstance(payload, bytes) else b""


MHTML = Format(name="page saved whole", endings=(".mhtml", ".mht"), sniff=sniff, read=read_mhtml)
