"""Pages from web archives: .warc, .warc.gz and .warc.zst (ISO 28500, WARC 1.1).

Each HTML page captured with success becomes a Page, each capture that refers to bytes in another file a Revisit (its
evidence has no digest), and each damaged part a Rejected. Records without a page (requests, images, redirects) are
counted by reason.
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
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.gzip_members import CUT, DamageError
from onrecord.sources.compression.packed_file import PackedFile, Position
from onrecord.sources.formats.format import Format, Item, Lead, digest_of
from onrecord.sources.formats.warc import http_message, records
from onrecord.sources.formats.warc.payload import NoPageError, page_content, revisited_type
from onrecord.sources.formats.warc.records import Block
from onrecord.sources.limits import Limits, count

WET = "its records are text taken out of pages (WET), which no longer tells what a page is: give the WARC of the pages"


@dataclass(frozen=True, slots=True)
class _Archive:
    """A WARC that is being read. `seen` maps the payload digest of each page to its offset; nothing else grows."""

    file: str
    stream: PackedFile
    limits: Limits
    skipped: Counter[str]
    seen: dict[str, int]


def sniff(lead: Lead) -> bool | None:
    """Return True for a WARC header; a file that is damaged at its beginning is recognised by its name."""
    return True if lead.data.startswith(records.MAGIC) else None


def read_warc(file: str, stream: PackedFile, limits: Limits, skipped: Counter[str]) -> Iterator[Item]:
    """Yield the pages of one WARC, in the file's order.

    A revisit of a page earlier in this file becomes a Page with that page's bytes, if they can be read without
    unpacking the file again from its beginning; the others become Revisits. Raises InputError for a WET file.
    """
    archive = _Archive(file, stream, limits, skipped, {})
    begun = False
    while True:
        position = stream.position()
        block: Block | None = None
        try:
            start = records.next_position(stream)
            if start is None:
                return
            position = start
            block = records.open_record(stream, position, limits)
            kind = block.headers.get("WARC-Type")
            if kind == "conversion" and not begun:
                raise InputError(file, WET, record=_place(position))
            begun = begun or kind != "warcinfo"
            item = _item(archive, block)
            records.close_record(stream, block)
        except DamageError as broken:
            here = broken.offset == position.member
            more = records.resume_after(stream, position, broken, limits)
            nothing_more = "" if more or broken.reason == CUT else "; no record was found after it"
            yield Rejected(
                file,
                _place(position) if here else f"offset {broken.offset}",
                broken.reason + nothing_more,
                _url(block.headers) if here and block else "",
            )
            if not more:
                return
            continue
        if isinstance(item, Page) and item.payload and position.aligned:
            archive.seen.setdefault(item.payload, position.offset)
        if item:
            yield item


def body_at(evidence: Evidence, limits: Limits) -> bytes:
    """Return the page of the record at the evidence's offset. Raises InputError, OSError.

    The offset counts stored bytes or, if the record does not begin a gzip member, unpacked bytes; the digest decides.
    """
    file, offset = evidence.file, evidence.offset
    reason = "the record that was read here is gone: the file has changed"
    for skip in (0, offset):
        with PackedFile(Path(file), start=offset - skip) as stream:
            if skip and not stream.packing:
                break
            try:
                stream.skip(skip)
                body = _body_here(file, stream, limits)
            except (DamageError, content_codings.DecodingError):
                continue
            except NoPageError as none:
                reason = f"no page can be read here: {none}"
                continue
            if digest_of(body) == evidence.digest:
                return body
    raise InputError(file, reason, record=f"offset {offset}")


def _item(archive: _Archive, block: Block) -> Item | None:
    """Return the item of one record; None if it is counted as skipped. Raises DamageError."""
    try:
        if block.headers.get("WARC-Type") == "revisit":
            return _revisit(archive, block)
        body, content_type = page_content(archive.stream, block, archive.limits)
        return _page(archive.file, block, body, http_message.charset(content_type))
    except NoPageError as reason:
        count(archive.skipped, str(reason))
        return None
    except content_codings.DecodingError as error:
        return Rejected(archive.file, _place(block.position), str(error), _url(block.headers))


def _page(file: str, block: Block, body: bytes, charset: str) -> Page:
    return Page(
        url=_url(block.headers),
        evidence=Evidence(file, block.position.offset, digest_of(body)),
        html=body,
        charset=charset,
        captured=_captured(block.headers),
        payload=block.headers.get("WARC-Payload-Digest") or "",
    )


def _revisit(archive: _Archive, block: Block) -> Page | Revisit:
    """Return a capture that refers to an earlier one. Raises NoPageError, DecodingError, DamageError."""
    file, record = archive.file, block.headers
    payload = record.get("WARC-Payload-Digest") or ""
    if not payload:
        raise NoPageError("revisit without a payload digest")
    content_type = revisited_type(block.take(archive.stream, archive.limits.header))
    if payload in archive.seen:
        with PackedFile(Path(file), start=archive.seen[payload]) as earlier:
            body, earlier_type = page_content(earlier, _block_here(earlier, archive.limits), archive.limits)
        return _page(file, block, body, http_message.charset(content_type or earlier_type))
    captured = _captured(record)
    if captured is None:
        raise content_codings.DecodingError(f"the revisit has no valid WARC-Date ({record.get('WARC-Date') or 'none'})")
    evidence = Evidence(file, block.position.offset, "")
    return Revisit(url=_url(record), captured=captured, payload=payload, evidence=evidence)


def _body_here(file: str, stream: PackedFile, limits: Limits) -> bytes:
    """Return the page of the record at the stream's position; of a revisit, that of the record it refers to."""
    block = _block_here(stream, limits)
    if block.headers.get("WARC-Type") != "revisit":
        return page_content(stream, block, limits)[0]
    payload = block.headers.get("WARC-Payload-Digest")
    with PackedFile(Path(file)) as earlier:
        while (position := records.next_position(earlier)) is not None:
            other = records.open_record(earlier, position, limits)
            if other.headers.get("WARC-Payload-Digest") == payload:
                return page_content(earlier, other, limits)[0]
            records.close_record(earlier, other)
    raise NoPageError("revisit of a page that is not in this file")


def _block_here(stream: PackedFile, limits: Limits) -> Block:
    position = records.next_position(stream)
    if position is None:
        raise NoPageError("end of the file")
    return records.open_record(stream, position, limits)


def _url(record: HeaderMap) -> str:
    """Return the record's URL; WARC 1.0 allows it in angle brackets, and some writers use them."""
    return (record.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")


def _captured(record: HeaderMap) -> Dated | None:
    return parse_date(record.get("WARC-Date") or "", basis="WARC-Date")


def _place(position: Position) -> str:
    return f"offset {position.offset}"


WARC = Format(name="web archive", endings=(".warc",), sniff=sniff, read=read_warc, body_at=body_at)
