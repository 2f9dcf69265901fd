"""JSON of the types in this package and of those built on them: bytes out, and errors that name the field.

Encoding and decoding are msgspec's (https://jcristharif.com/msgspec): a Struct's fields are its JSON keys, in their
order.
"""

from __future__ import annotations

import json
import re

import msgspec

REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_FIELD = re.compile(r" - at `\$\.?(.*)`", re.DOTALL)


def encode(value: object) -> bytes:
    """Return a value as compact JSON in UTF-8; half a surrogate pair (as in file names) becomes U+FFFD."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return clean(json.dumps(msgspec.to_builtins(value), ensure_ascii=False)).encode()


def clean(text: str) -> str:
    """Return text that UTF-8 can hold: each half of a surrogate pair becomes U+FFFD, so offsets stay."""
    return _SURROGATE.sub(REPLACEMENT, text)


def reason(error: Exception) -> str:
    """Return the fault in some JSON, preceded by its field: "people[0].name: expected `str`, got `int`"."""
    text, *field = _FIELD.split(str(error))[:2]
    return f"{field[0]}: {text[:1].lower()}{text[1:]}" if field and field[0] else text
