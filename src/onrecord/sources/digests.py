"""The digest by which a page's bytes are known again."""

from hashlib import sha256


def of(body: bytes) -> str:
    """`sha256:` and the hex digest of `body`."""
    return f"sha256:{sha256(body).hexdigest()}"
