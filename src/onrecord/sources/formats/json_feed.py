"""Pages from saved JSON Feeds (jsonfeed.org, versions 1 and 1.1): .json.

Takes one feed, gives a Page for each item: its `content_html`, else its `content_text`. Offsets count items from 0.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.model import Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.stream import Reader
from onrecord.sources.formats.named_fields import FieldError, body, page
from onrecord.sources.limits import Limits

MARK = "jsonfeed.org/version/"


def read(file: str, reader: Reader, limits: Limits, skipped: Counter[str]) -> Iterator[Page | Rejected]:
    """A page for each item of a feed; an item without content is rejected alone."""
    text = reader.read(limits.page + 1)
    if len(text) > limits.page:
        yield Rejected(file, "", content_codings.too_large(limits.page))
        return
    try:
        feed = json.loads(text)
        items = feed["items"]
    except (ValueError, RecursionError) as error:
        yield Rejected(file, "", f"its JSON is broken ({error}): fetch it again")
        return
    except (KeyError, TypeError):
        items, feed = None, {}
    if not isinstance(items, list) or not items:
        yield Rejected(file, "", "the feed has no items")
        return
    for number, item in enumerate(items):
        try:
            yield page(file, number, _fields(feed, item), skipped, kind="JSON Feed")
        except FieldError as unfit:
            yield Rejected(file, f"item {number + 1}", str(unfit))


def body_at(file: str, offset: int, limits: Limits) -> bytes:
    """The bytes of the content of item `offset`. Raises InputError, DamageError, OSError."""
    with Reader(Path(file)) as reader:
        try:
            feed = json.loads(reader.read(limits.page))
            return body(_fields(feed, feed["items"][offset])).encode()
        except (ValueError, KeyError, IndexError, TypeError, FieldError) as error:
            reason = "the item that was read here is gone: the file has changed"
            raise InputError(file, reason, record=f"offset {offset}") from error


def _fields(feed: dict[str, Any], item: Any) -> dict[str, Any]:
    """An item in the fields that we read. Raises FieldError."""
    if not isinstance(item, dict):
        raise FieldError("it is no object")
    html, text = item.get("content_html"), item.get("content_text")
    authors = item.get("authors") or [item["author"]] if item.get("author") or item.get("authors") else []
    if not html and not text:
        raise FieldError("it has neither content_html nor content_text: the feed gives no more than its summary")
    fields = {
        "url": item.get("url"),
        "outlet": feed.get("title"),
        "title": item.get("title"),
        "authors": [author.get("name") for author in authors if isinstance(author, dict) and author.get("name")],
        "published": item.get("date_published"),
        "html" if html else "text": html or text,
    }
    return {name: value for name, value in fields.items() if value}
