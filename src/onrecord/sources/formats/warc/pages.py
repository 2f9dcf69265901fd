"""Pages from web archives: .warc, .warc.gz and .warc.zst (ISO 28500, WARC 1.1).

Takes a stream of records, gives a Page for each HTML page captured with success, a Revisit for each capture that
names bytes of another file (its evidence has no digest), and a Rejected for what is damaged. Records that hold no
page (requests, images, redirects) are counted by reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fastwarc.warc import HeaderMap

from onrecord.dates.written import parse_date
from onrecord.model import Dated, Evidence, Page, Rejected, Revisit
from onrecord.model.errors import InputError
from onrecord.sources import digests
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.gzip_members import CUT, DamageError
from onrecord.sources.compression.stream import Mark, Reader
from onrecord.sources.formats.warc import http_message, records
from onrecord.sources.formats.warc.payload import NoPageError, content, revisited_type
from onrecord.sources.formats.warc.records import Block
from onrecord.sources.limits import Limits, count

WET = "its records are text taken out of pages (WET), which no longer tells what a page is: give the WARC of the pages"


@dataclass(frozen=True, slots=True)
class _Archive:
    """One WARC while it is read. `seen` holds a payload digest and offset a page; nothing else grows with the file."""

    file: str
    reader: Reader
    limits: Limits
    skipped: Counter[str]
    seen: dict[str, int]


def read(file: str, reader: Reader, limits: Limits, skipped: Counter[str]) -> Iterator[Page | Revisit | Rejected]:
    """The pages of one WARC, in the file's order.

    A revisit of a page that stands earlier in this file becomes a Page with that page's bytes, where they can be had
    without unpacking the file again from its beginning; the others become Revisits. Raises InputError for a WET file.
    """
    archive = _Archive(file, reader, limits, skipped, {})
    begun = False
    while True:
        mark = reader.mark()
        block: Block | None = None
        try:
            start = records.begin(reader)
            if start is None:
                return
            mark = start
            block = records.opened(reader, mark, limits)
            kind = block.headers.get("WARC-Type")
            if kind == "conversion" and not begun:
                raise InputError(file, WET, record=_place(mark))
            begun = begun or kind != "warcinfo"
            found = _found(archive, block)
            records.close(reader, block)
        except DamageError as broken:
            here = broken.offset == mark.member
            more = records.resume(reader, mark, broken, limits)
            nothing_more = "" if more or broken.reason == CUT else "; no record was found after it"
            yield Rejected(
                file,
                _place(mark) if here else f"offset {broken.offset}",
                broken.reason + nothing_more,
                _url(block.headers) if here and block else "",
            )
            if not more:
                return
            continue
        if isinstance(found, Page) and found.payload and mark.aligned:
            archive.seen.setdefault(found.payload, mark.offset)
        if found:
            yield found


def body_at(file: str, offset: int, digest: str, limits: Limits) -> bytes:
    """The page's bytes that the record at `offset` gave, `digest` telling which. Raises InputError, OSError."""
    reason = "the record that was read here is gone: the file has changed"
    for skip in (0, offset):
        with Reader(Path(file), start=offset - skip) as reader:
            if skip and not reader.packing:
                break
            try:
                reader.skip(skip)
                body = _body_here(file, reader, limits)
            except (DamageError, content_codings.DecodingError):
                continue
            except NoPageError as none:
                reason = f"no page can be had from here: {none}"
                continue
            if digests.of(body) == digest:
                return body
    raise InputError(file, reason, record=f"offset {offset}")


def _found(archive: _Archive, block: Block) -> Page | Revisit | Rejected | None:
    """What one record gives; None where it is counted as skipped. Raises DamageError."""
    try:
        if block.headers.get("WARC-Type") == "revisit":
            return _revisit(archive, block)
        body, content_type = content(archive.reader, block, archive.limits)
        return _page(archive.file, block, body, http_message.charset(content_type))
    except NoPageError as reason:
        count(archive.skipped, str(reason))
        return None
    except content_codings.DecodingError as error:
        return Rejected(archive.file, _place(block.mark), str(error), _url(block.headers))


def _page(file: str, block: Block, body: bytes, charset: str) -> Page:
    return Page(
        url=_url(block.headers),
        evidence=Evidence(file, block.mark.offset, digests.of(body)),
        html=body,
        charset=charset,
        captured=_captured(block.headers),
        payload=block.headers.get("WARC-Payload-Digest") or "",
    )


def _revisit(archive: _Archive, block: Block) -> Page | Revisit:
    """A capture that names the bytes of an earlier one. Raises NoPageError, DecodingError, DamageError."""
    file, record = archive.file, block.headers
    payload = record.get("WARC-Payload-Digest") or ""
    if not payload:
        raise NoPageError("revisit without a payload digest")
    content_type = revisited_type(block.take(archive.reader, archive.limits.header))
    if payload in archive.seen:
        with Reader(Path(file), start=archive.seen[payload]) as earlier:
            body, earlier_type = content(earlier, _block_here(earlier, archive.limits), archive.limits)
        return _page(file, block, body, http_message.charset(content_type or earlier_type))
    captured = _captured(record)
    if captured is None:
        raise content_codings.DecodingError(f"the revisit has no valid WARC-Date ({record.get('WARC-Date') or 'none'})")
    evidence = Evidence(file, block.mark.offset, "")
    return Revisit(url=_url(record), captured=captured, payload=payload, evidence=evidence)


def _body_here(file: str, reader: Reader, limits: Limits) -> bytes:
    """The page's bytes of the record where the reader stands; for a revisit those of the record that it names."""
    block = _block_here(reader, limits)
    if block.headers.get("WARC-Type") != "revisit":
        return content(reader, block, limits)[0]
    payload = block.headers.get("WARC-Payload-Digest")
    with Reader(Path(file)) as earlier:
        while (mark := records.begin(earlier)) is not None:
            other = records.opened(earlier, mark, limits)
            if other.headers.get("WARC-Payload-Digest") == payload:
                return content(earlier, other, limits)[0]
            records.close(earlier, other)
    raise NoPageError("revisit of a page that is not in this file")


def _block_here(reader: Reader, limits: Limits) -> Block:
    mark = records.begin(reader)
    if mark is None:
        raise NoPageError("end of the file")
    return records.opened(reader, mark, limits)


def _url(record: HeaderMap) -> str:
    """WARC 1.0's grammar allows the URI in angle brackets, and some writers put it so."""
    return (record.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")


def _captured(record: HeaderMap) -> Dated | None:
    return parse_date(record.get("WARC-Date") or "", basis="WARC-Date")


def _place(mark: Mark) -> str:
    return f"offset {mark.offset}"
