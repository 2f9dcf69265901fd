"""Pages as lines of JSON: .jsonl, .ndjson.

Takes one object a line, `{"id"?, "url"?, "outlet"?, "title"?, "authors"?, "published"?, "text" | "html"}`, gives a
Page for each; `date` counts where there is no `published`, `author` where there is no `authors`. A line that cannot be
read is rejected alone. Offsets count bytes of the unpacked stream.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.model import Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.stream import Reader
from onrecord.sources.formats.named_fields import (
    FieldError,
    body,
    named,
    page,
)
from onrecord.sources.limits import Limits

_BOM = b"\xef\xbb\xbf"


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
                yield page(file, begin, _parsed(line, first=number == 1), skipped)
            except FieldError as unfit:
                yield Rejected(file, f"line {number}", str(unfit))
    except DamageError as broken:
        yield Rejected(file, f"line {number + 1}", broken.reason)


def body_at(file: str, offset: int, limits: Limits) -> bytes:
    """The bytes of the text or html of the line at `offset`. Raises InputError, DamageError, OSError."""
    with Reader(Path(file)) as reader:
        reader.skip(offset)
        try:
            return body(_parsed(reader.readline(limits.page), first=offset == 0)).encode()
        except FieldError as error:
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
        raise FieldError(f"not UTF-8 from byte {error.start + 1} of the line: convert the file to UTF-8") from error
    except json.JSONDecodeError as error:
        raise FieldError(f"not JSON at column {error.colno}: {error.msg}; write one object a line") from error
    except (RecursionError, ValueError) as error:
        raise FieldError(f"not JSON that can be read: {error}") from error
    if not isinstance(fields, dict):
        raise FieldError(f"{named(fields)} where an object is wanted: write one object a line")
    return fields
