"""Time stamps of the entries of a live blog.

A time that a story mentions, or that dates the whole page, is not one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from onrecord.dates.written import date_in
from onrecord.extract.tree import content
from onrecord.model import Dated

_LIVE = re.compile(r"live-?_?(?:blog|update|post|entry|feed|text|event|coverage)|lb-?post|liveblog", re.IGNORECASE)
_STAMP = re.compile(
    r"time-?stamp|post-?time|entry-?time|block-?time|update-?time|\bdate-?time\b|\btime\b", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp as shown (`words`, one line), and its date if the markup or the words state one."""

    words: tuple[str, ...]
    date: Dated | None


def time_stamps(tree: HtmlElement) -> dict[HtmlElement, Stamp]:
    """Return the time stamps of a live page's entries; none if the page has fewer than two."""
    found: dict[HtmlElement, Stamp] = {}
    for element in tree.iter("time", "span", "div", "p"):
        if element.tag != "time" and not _is_stamp(element.get("class")):
            continue
        text = content(element)
        if len(text) > _LONGEST or not _CLOCK.search(text) or any(up in found for up in element.iterancestors()):
            continue
        if any(_is_live(up.get("class"), up.get("id")) for up in element.iterancestors()):
            stamp = element.get("datetime") or next((inner.get("datetime") or "" for inner in element.iter("time")), "")
            found[element] = Stamp((text,), date_in(stamp or text, basis="the entry's time stamp"))
    return found if len(found) > 1 else {}


@lru_cache(maxsize=512)
def _is_stamp(name: str | None) -> bool:
    """True if an element of this class can be a stamp; only the `T` may be a capital."""
    return name is not None and "time" in name.replace("T", "t") and _STAMP.search(name) is not None


@lru_cache(maxsize=512)
def _is_live(name: str | None, identity: str | None) -> bool:
    return _LIVE.search(f"{name or ''} {identity or ''}") is not None
