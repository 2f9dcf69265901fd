"""A page from named fields: a line of JSON, a row of a table, an item of a JSON feed.

Fields are `{"id"?, "url"?, "outlet"?, "title"?, "authors"?, "published"?, "text" | "html"}`; `date` is read if there is
no `published`, `author` if there are no `authors`. An error names the field.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from onrecord.dates.written import parse_date
from onrecord.model import Dated, Evidence, Given, Page
from onrecord.sources.formats.format import digest_of
from onrecord.sources.limits import count

FIELDS = ("id", "url", "outlet", "title", "authors", "author", "published", "date", "text", "html")
_NAMES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}


class FieldError(Exception):
    """Fields from which no page can be made; the message is the reason."""


def page_from_fields(
    file: str, offset: int, fields: dict[str, Any], skipped: Counter[str], *, kind: str = "JSONL"
) -> Page:
    """Return the page in `fields`; unknown fields are counted as skipped, by name. Raises FieldError.

    `kind` is the format in words, for these counts.
    """
    text = body_from_fields(fields)
    is_html = fields.get("html") is not None
    for name in fields:
        if name not in FIELDS:
            count(skipped, f'field "{name[:40]}" of {kind}, which is not read')
    return Page(
        url=_string(fields, "url"),
        evidence=Evidence(file, offset, digest_of(text.encode())),
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


def body_from_fields(fields: dict[str, Any]) -> str:
    """Return the text or html of `fields`. Raises FieldError if there is neither, or both."""
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
        raise FieldError(f'"{name}" is {json_type(value)}, and must be a string')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise FieldError(f'"{name}" holds half a surrogate pair at character {error.start + 1}') from error
    return value


def _authors(fields: dict[str, Any]) -> tuple[str, ...]:
    """Return the names in `authors` or, failing that, `author`: a string, or a list of strings."""
    name = "author" if fields.get("authors") in (None, "", []) else "authors"
    value = fields.get(name)
    if isinstance(value, list):
        return tuple(filter(None, (_string({name: author}, name).strip() for author in value)))
    return tuple(filter(None, [_string(fields, name).strip()]))


def _published(fields: dict[str, Any]) -> Dated | None:
    """Return the publication date; many data sets call the field `date`, which is read if there is no `published`."""
    name = "published" if fields.get("published") else "date"
    written = _string(fields, name)
    if not written:
        return None
    if published := parse_date(written, basis=f"the input's {name} field"):
        return published
    raise FieldError(f'"{name}" is "{written[:40]}", which is no date that can be read: write it like 2021-02-21')


def json_type(value: object) -> str:
    """Return the JSON type of a value in words."""
    return _NAMES.get(type(value), "null")
