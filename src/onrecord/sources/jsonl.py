"""Pages as lines of JSON: .jsonl, .ndjson.

Takes one object a line, `{"id"?, "url"?, "outlet"?, "title"?, "authors"?, "published"?, "text" | "html"}`, gives a
Page for each; `date` counts where there is no `published`. A line that cannot be read is rejected alone. Offsets count
bytes of the unpacked stream.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.model import Dated, Evidence, Given, Page, Rejected
from onrecord.sources import dates, digests
from onrecord.sources.limits import Limits, count
from onrecord.sources.members import DamageError
from onrecord.sources.streams import Reader

_FIELDS = frozenset({"id", "url", "outlet", "title", "authors", "published", "date", "text", "html"})
_BOM = b"\xef\xbb\xbf"
_NAMES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}


class _LineError(Exception):
    """A line that gives no page; the message is the reason."""


def read(file: str, reader: Reader, limits: Limits, skipped: Counter[str]) -> Iterator[Page | Rejected]:
    """A page for each line. Fields that are not ours are counted as skipped, by name."""
    offset = number = 0
    try:
        while line := reader.readline(limits.page):
            number += 1
            begin, offset = offset, offset + len(line)
            if len(line) == limits.page and not line.endswith(b"\n"):
                passed = _pass_line(reader, limits)
                offset += passed
                yield Rejected(file, f"line {number}", f"the line is longer than {limits.page / 1e6:g} MB")
                if passed >= limits.line:
                    yield Rejected(file, f"line {number}", "no end of the line was found: the rest of the file is left")
                    return
                continue
            if not line.strip(b" \t\r\n" + _BOM):
                continue
            try:
                yield _page(file, begin, _parsed(line, first=number == 1), skipped)
            except _LineError as unfit:
                yield Rejected(file, f"line {number}", str(unfit))
    except DamageError as broken:
        yield Rejected(file, f"line {number + 1}", broken.reason)


def body_at(file: str, offset: int, limits: Limits) -> bytes:
    """The bytes of the text or html of the line at `offset`. Raises InputError, DamageError, OSError."""
    with Reader(Path(file)) as reader:
        reader.skip(offset)
        try:
            return _body(_parsed(reader.readline(limits.page), first=offset == 0)).encode()
        except _LineError as error:
            raise InputError(file, str(error), record=f"offset {offset}") from error


def _pass_line(reader: Reader, limits: Limits) -> int:
    """Read past the rest of a line, at most `limits.line` bytes; gives how many there were. Raises DamageError."""
    passed = 0
    while passed < limits.line:
        piece = reader.readline(min(65_536, limits.line - passed))
        passed += len(piece)
        if not piece or piece.endswith(b"\n"):
            return min(passed, limits.line - 1)
    return passed


def _parsed(line: bytes, *, first: bool) -> dict[str, Any]:
    try:
        text = (line.removeprefix(_BOM) if first else line).rstrip(b"\r\n").decode()
        fields = json.loads(text)
    except UnicodeDecodeError as error:
        raise _LineError(f"not UTF-8 from byte {error.start + 1} of the line: convert the file to UTF-8") from error
    except json.JSONDecodeError as error:
        raise _LineError(f"not JSON at column {error.colno}: {error.msg}; write one object a line") from error
    except (RecursionError, ValueError) as error:
        raise _LineError(f"not JSON that can be read: {error}") from error
    if not isinstance(fields, dict):
        raise _LineError(f"{_named(fields)} where an object is wanted: write one object a line")
    return fields


def _page(file: str, offset: int, fields: dict[str, Any], skipped: Counter[str]) -> Page:
    body = _body(fields)
    is_html = fields.get("html") is not None
    for name in fields:
        if name not in _FIELDS:
            count(skipped, f'field "{name[:40]}" of JSONL, which is not read')
    return Page(
        url=_string(fields, "url"),
        evidence=Evidence(file, offset, digests.of(body.encode())),
        html=body.encode() if is_html else None,
        text=None if is_html else body,
        charset="utf-8" if is_html else "",
        given=Given(
            id=_string(fields, "id"),
            outlet=_string(fields, "outlet"),
            title=_string(fields, "title"),
            authors=_authors(fields),
            published=_published(fields),
        ),
    )


def _body(fields: dict[str, Any]) -> str:
    present = [name for name in ("text", "html") if fields.get(name) is not None]
    if len(present) != 1:
        raise _LineError(
            f'has {"both" if present else "neither"} "text" {"and" if present else "nor"} "html": give one'
        )
    body = _string(fields, present[0])
    if not body.strip():
        raise _LineError(f'its "{present[0]}" is empty')
    return body


def _string(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _LineError(f'"{name}" is {_named(value)}, and must be a string')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise _LineError(f'"{name}" holds half a surrogate pair at character {error.start + 1}') from error
    return value


def _authors(fields: dict[str, Any]) -> tuple[str, ...]:
    value = fields.get("authors")
    if isinstance(value, list):
        return tuple(filter(None, (_string({"authors": author}, "authors").strip() for author in value)))
    return tuple(filter(None, [_string(fields, "authors").strip()]))


def _published(fields: dict[str, Any]) -> Dated | None:
    """The day of publication; many data sets call the field `date`, which counts where `published` is not given."""
    name = "published" if fields.get("published") else "date"
    written = _string(fields, name)
    if not written:
        return None
    if published := dates.dated(written, f"the input's {name} field"):
        return published
    raise _LineError(f'"{name}" is "{written[:40]}", which is no date that can be read: write it like 2021-02-21')


def _named(value: object) -> str:
    return _NAMES.get(type(value), "null")
