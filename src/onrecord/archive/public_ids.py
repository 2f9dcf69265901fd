"""Public ids of captures and corrections: short, safe in a URL, and the same in every archive that has them.

They are digests (BLAKE2b) of the fields that identify the thing, so that they need no counter and adding again in
another archive gives the same ids.
"""

from __future__ import annotations

import json
import re
from hashlib import blake2b

PATTERN = re.compile(r"[0-9a-f]{8,16}")
"""The form of these ids."""


def capture_id(article: str, captured: str, digest: str) -> str:
    """Return the id (16 hex digits) of the capture of an article at one time (as in the record; "" unknown)."""
    return _digest([article, captured, digest], size=8)


def correction_id(made: str, content: object, attempt: int = 0) -> str:
    """Return the id (8 hex digits) of a correction made at a time; `content` is its JSON value without id and times.

    `attempt` gives another id to the same correction made twice in one second.
    """
    return _digest([made, content, attempt], size=4)


def _digest(value: list[object], *, size: int) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
