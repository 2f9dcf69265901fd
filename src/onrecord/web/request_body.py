"""What a form or a program sends: takes the body of a request, gives its fields or its JSON, within bounds.

Our forms send `application/x-www-form-urlencoded`, which needs no parser of files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.datastructures import ImmutableMultiDict
from starlette.exceptions import HTTPException
from starlette.requests import Request

LARGEST = 1 << 20
"""Bytes: a merge of someone in 10,000 articles, with all places where they appear, has 600 kB as JSON."""

FIELDS = 1_000
"""Fields of a form: the longest has 200 articles to choose from."""

Form = ImmutableMultiDict[str, str]


@dataclass(frozen=True, slots=True)
class Sent:
    """The body of a request: the fields of a form, or (`form` is None) a JSON object as it was sent."""

    form: Form | None
    json: bytes


async def read(request: Request) -> Sent:
    """The body of a request. Raises HTTPException: 413 too large, 415 of another type, 400 not what its type says."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/json", "application/x-www-form-urlencoded"):
        raise HTTPException(415, "Send a form (application/x-www-form-urlencoded) or JSON (application/json).")
    body = await _body(request)
    try:
        if kind == "application/json":
            body = body.strip() or b"{}"
            msgspec.json.decode(body, type=dict[str, Any])
            return Sent(None, body)
        fields = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS)
        return Sent(ImmutableMultiDict(fields), b"")
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"What was sent cannot be read as {kind} in UTF-8.") from error


def is_json(request: Request) -> bool:
    """Whether a request sends JSON, so that it is answered in JSON, also when it is refused."""
    return request.headers.get("content-type", "").lower().startswith("application/json")


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413, f"What was sent is larger than {LARGEST:,} bytes.")
    return bytes(body)
