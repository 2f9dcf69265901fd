"""URLs: their domains, and the links at the end of a post."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_TRAILING_LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.(?:twitter|x)\.com/\S+))+\s*$")


def domain(url: str) -> str:
    """Return the host of `url` without `www.`; "" if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def without_trailing_links(words: str) -> str:
    """Return `words` without the links they end with (a post's pictures, not its words); unchanged if all are links."""
    return _TRAILING_LINKS.sub("", words) or words
