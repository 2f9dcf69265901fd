"""A page from named fields, whatever they come from: a line of JSON, a row of a table, an item of a JSON feed.

Takes `{"id"?, "url"?, "outlet"?, "title"?, "authors"?, "published"?, "text" | "html"}`, gives a Page;
`date` counts where there is no `published`, `author` where there is no `authors`. What is wrong with a field is told by
name.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from onrecord.dates.written import parse_date
from onrecord.model import Dated, Evidence, Given, Page
from onrecord.sources import digests
from onrecord.sources.limits import count

FIELDS = ("id", "url", "outlet", "title", "authors", "author", "published", "date", "text", "html")
_NAMES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}


class FieldError(Exception):
    """Fields that give no page; the message is the reason."""


def page(file: str, offset: int, fields: dict[str, Any], skipped: Counter[str], *, kind: str = "JSONL") -> Page:
    """The page that `fields` give; those that are not ours are counted as skipped, by name. Raises FieldError."""
    text = body(fields)
    is_html = fields.get("html") is not None
    for name in fields:
        if name not in FIELDS:
            count(skipped, f'field "{name[:40]}" of {kind}, which is not read')
    return Page(
        url=_string(fields, "url"),
        evidence=Evidence(file, offset, digests.of(text.encode())),
        html=text.encode() if is_html else None,
        text=None if is_html else text,
        charset="utf-8" if is_html else "",
        given=Given(
            id=_string(fields, "id"),
            outlet=_string(fields, "outlet"),
            title=_string(fields, "title"),
            authors=_authors(fields),
            published=_published(fields),
        ),
    )


def body(fields: dict[str, Any]) -> str:
    """The text or html of `fields`, whichever there is. Raises FieldError where there is none, or both."""
    present = [name for name in ("text", "html") if fields.get(name) is not None]
    if len(present) != 1:
        raise FieldError(
            f'has {"both" if present else "neither"} "text" {"and" if present else "nor"} "html": give one'
        )
    text = _string(fields, present[0])
    if not text.strip():
        raise FieldError(f'its "{present[0]}" is empty')
    return text


def _string(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise FieldError(f'"{name}" is {named(value)}, and must be a string')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise FieldError(f'"{name}" holds half a surrogate pair at character {error.start + 1}') from error
    return value


def _authors(fields: dict[str, Any]) -> tuple[str, ...]:
    """Those whom `authors` or, failing that, `author` names: a string, or a list of strings."""
    name = "author" if fields.get("authors") in (None, "", []) else "authors"
    value = fields.get(name)
    if isinstance(value, list):
        return tuple(filter(None, (_string({name: author}, name).strip() for author in value)))
    return tuple(filter(None, [_string(fields, name).strip()]))


def _published(fields: dict[str, Any]) -> Dated | None:
    """The day of publication; many data sets call the field `date`, which counts where `published` is not given."""
    name = "published" if fields.get("published") else "date"
    written = _string(fields, name)
    if not written:
        return None
    if published := parse_date(written, basis=f"the input's {name} field"):
        return published
    raise FieldError(f'"{name}" is "{written[:40]}", which is no date that can be read: write it like 2021-02-21')


def named(value: object) -> str:
    """What kind of JSON value this is, in words."""
    return _NAMES.get(type(value), "null")
