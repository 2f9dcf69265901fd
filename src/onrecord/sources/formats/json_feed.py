"""Pages from saved JSON Feeds (jsonfeed.org, versions 1 and 1.1): .json.

Each item becomes a Page: its `content_html`, else its `content_text`. Offsets count items from 0.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from onrecord.model import Page, Rejected
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.format import Format, Lead
from onrecord.sources.formats.named_fields import FieldError, page_from_fields
from onrecord.sources.limits import Limits

VERSION = "jsonfeed.org/version/"
"""The text that the version of every JSON Feed contains."""


def sniff(lead: Lead) -> bool:
    """Return True if the object states a JSON Feed version near its beginning."""
    return VERSION in lead.text[:2048] and lead.text.lstrip().startswith("{")


def read_json_feed(file: str, stream: PackedFile, limits: Limits, skipped: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield a page for each item of a feed; an item without content is rejected alone."""
    text = stream.read(limits.page + 1)
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
            yield page_from_fields(file, number, _fields(feed, item), skipped, kind="JSON Feed")
        except FieldError as unfit:
            yield Rejected(file, f"item {number + 1}", str(unfit))


def _fields(feed: dict[str, Any], item: Any) -> dict[str, Any]:
    """Return an item under the field names that `page_from_fields` reads. Raises FieldError."""
    if not isinstance(item, dict):
        raise FieldError("it is not an object")
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


JSON_FEED = Format(name="JSON feed", sniff=sniff, read=read_json_feed)
