"""Pages as lines of JSON, one object a line (`named_fields`): .jsonl, .ndjson.

A line that cannot be read is rejected alone. Offsets count bytes of the unpacked stream.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.model import Evidence, Page, Rejected
from onrecord.model.errors import InputError
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.format import LEAD_SIZE, Format, Lead
from onrecord.sources.formats.named_fields import (
    FieldError,
    body_from_fields,
    json_type,
    page_from_fields,
)
from onrecord.sources.limits import Limits

_BOM = b"\xef\xbb\xbf"
_ENDINGS = (".jsonl", ".ndjson")


def sniff(lead: Lead) -> bool | None:
    """Return True for text whose first line is an object, or whose name says so. Raises InputError for other JSON."""
    if not lead.text:
        return False
    text = lead.text.lstrip()
    first = text.partition("\n")[0]
    if lead.ends_with(_ENDINGS) or _is_object(first, whole="\n" in text or len(lead.text) < LEAD_SIZE):
        return True
    if lead.ends_with((".json",)):
        reason = "it is JSON over several lines: write one object a line (jq -c '.[]?, objects' does)"
        raise InputError(lead.file, reason)
    return None


def read_json_lines(file: str, stream: PackedFile, limits: Limits, skipped: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield a page for each line. Unknown fields are counted as skipped, by name."""
    offset = number = 0
    try:
        while line := stream.readline(limits.page):
            number += 1
            begin, offset = offset, offset + len(line)
            if len(line) == limits.page and not line.endswith(b"\n"):
                passed = _pass_line(stream, limits)
                offset += passed
                yield Rejected(file, f"line {number}", f"the line is longer than {limits.page / 1e6:g} MB")
                if passed >= limits.line:
                    yield Rejected(file, f"line {number}", "no end of the line was found: the rest of the file is left")
                    return
                continue
            if not line.strip(b" \t\r\n" + _BOM):
                continue
            try:
                yield page_from_fields(file, begin, _parsed(line, first=number == 1), skipped)
            except FieldError as unfit:
                yield Rejected(file, f"line {number}", str(unfit))
    except DamageError as broken:
        yield Rejected(file, f"line {number + 1}", broken.reason)


def body_at(evidence: Evidence, limits: Limits) -> bytes:
    """Return the text or html of the line at the evidence's offset. Raises InputError, DamageError, OSError."""
    with PackedFile(Path(evidence.file)) as stream:
        stream.skip(evidence.offset)
        try:
            return body_from_fields(_parsed(stream.readline(limits.page), first=evidence.offset == 0)).encode()
        except FieldError as error:
            raise InputError(evidence.file, str(error), record=f"offset {evidence.offset}") from error


def _pass_line(stream: PackedFile, limits: Limits) -> int:
    """Read past the rest of a line, at most `limits.line` bytes; return how many there were. Raises DamageError."""
    passed = 0
    while passed < limits.line:
        piece = stream.readline(min(65_536, limits.line - passed))
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
        raise FieldError(f"{json_type(fields)} where an object is wanted: write one object a line")
    return fields


def _is_object(line: str, *, whole: bool) -> bool:
    """True if a first line, which may not be `whole`, is a JSON object."""
    if not line.startswith("{"):
        return False
    if not whole:
        return re.match(r'\{\s*"', line) is not None
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


JSON_LINES = Format(name="JSON lines", endings=_ENDINGS, sniff=sniff, read=read_json_lines, body_at=body_at)
