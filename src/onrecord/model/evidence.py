"""Where the bytes of an article are stored."""

from __future__ import annotations

from msgspec import Struct


class Evidence(Struct, frozen=True):
    """Where the bytes of an article are stored.

    `file` is a path or the name of a member in it, `offset` the byte where the record begins in that file
    (as stored, so compressed where the file is), `digest` is `sha256:` and the hex digest of the page's bytes.
    """

    file: str
    offset: int
    digest: str
