"""What a file is: by its first bytes, then by its name.

Takes the first bytes of a file, unpacked, and its name; gives the kind, or a reason why it is of no kind we read.
"""

from __future__ import annotations

import codecs
import json
import re
from enum import StrEnum

from onrecord.model.errors import InputError
from onrecord.sources.compression import zip_members
from onrecord.sources.formats import json_feed
from onrecord.sources.formats.warc.http_message import looks_like_html

# As much as is looked at: a feed's root or an HTML tag comes within it even after a long comment.
LEAD = 16 * 1024


class Kind(StrEnum):
    """The kinds of input."""

    WARC = "web archive"
    HTML = "saved page"
    JSONL = "JSON lines"
    TEXT = "plain text"
    FEED = "feed"
    WACZ = "packed web archive"
    MHTML = "page saved whole"
    CSV = "table"
    PARQUET = "Parquet table"
    NEWSML = "news item"
    JSONFEED = "JSON feed"


_NAMES = {
    Kind.WARC: (".warc",),
    Kind.HTML: (".html", ".htm", ".xhtml", ".shtml"),
    Kind.JSONL: (".jsonl", ".ndjson"),
    Kind.TEXT: (".txt", ".md", ".text", ".markdown"),
    Kind.FEED: (".rss", ".atom", ".rdf"),
    Kind.WACZ: (".wacz",),
    Kind.MHTML: (".mhtml", ".mht"),
    Kind.CSV: (".csv", ".tsv"),
    Kind.PARQUET: (".parquet",),
    Kind.NEWSML: (".nitf",),
}
_ZIP = "it is a zip archive and no .wacz: unpack it and give the files in it"
_PACKED_TWICE = "it is {inner} within {packing}: unpack it once with {tool} first"
_FOREIGN = {
    b"PK\x03\x04": _ZIP,
    b"PK\x05\x06": _ZIP,
    b"\x28\xb5\x2f\xfd": _PACKED_TWICE,
    b"BZh": "it is packed with bzip2: unpack it with bunzip2 first",
    b"\xfd7zXZ\x00": "it is packed with xz: unpack it with xz -d first",
    b"\x1f\x8b": _PACKED_TWICE,
    b"%PDF": "it is a PDF, and only pages and texts are read: convert it to text first",
    b"\x89PNG": "it is a PNG image, not a page",
    b"\xff\xd8\xff": "it is a JPEG image, not a page",
    b"GIF8": "it is a GIF image, not a page",
    b"\x7fELF": "it is a program, not a page",
    b"SQLite format 3\x00": "it is an SQLite database, not a page",
}
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_READ = "WARC, WACZ, saved HTML and MHTML, JSONL, CSV, Parquet, feeds, NITF, NewsML-G2 and plain text are read"
_PROLOG = r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*"
_FEED_ROOT = re.compile(rf"{_PROLOG}<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.S)
_SITEMAP = re.compile(rf"{_PROLOG}<(?:urlset|sitemapindex)[\s>]", re.S)
_NEWS_ROOT = re.compile(rf"{_PROLOG}<(?:nitf|newsItem|newsMessage)[\s>]", re.S)
_MHTML = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE)
_ROOTS = ((_FEED_ROOT, Kind.FEED), (_NEWS_ROOT, Kind.NEWSML), (_MHTML, Kind.MHTML))


def recognise(name: str, lead: bytes, *, damaged: bool = False, packing: str = "") -> Kind:
    """The kind of the file `name` that begins with `lead`. Raises InputError with the reason where it has none.

    `packing` is what `lead` was unpacked from ("gzip", "zstd"). Where the file is `damaged` before anything could be
    unpacked, its name alone tells, and reading tells the damage.
    """
    named = _by_name(name)
    if not lead.strip() and not (damaged and named):
        raise InputError(
            name, f"its {packing} data is damaged from the start: fetch it again" if damaged else "it is empty"
        )
    if lead.startswith(b"WARC/"):
        return Kind.WARC
    if lead.startswith(b"PAR1"):
        return Kind.PARQUET
    if lead.startswith(zip_members.MAGIC) and named is Kind.WACZ:
        return Kind.WACZ
    text = _text(lead)
    if not text:
        return _by_magic(name, lead, named, packing)
    if root := next((kind for pattern, kind in _ROOTS if pattern.match(text)), None):
        return root
    if _SITEMAP.match(text):
        raise InputError(name, "it is a sitemap, which lists addresses and holds no page: give it to onrecord fetch")
    return _by_text(name, text, named)


def _by_magic(name: str, lead: bytes, named: Kind | None, packing: str) -> Kind:
    """Binary data: a web archive may be damaged where it begins, and good behind that."""
    foreign = next((reason for magic, reason in _FOREIGN.items() if lead.startswith(magic)), "")
    inner, tool = "gzip" if lead.startswith(b"\x1f\x8b") else "zstd", "zstd -d" if packing == "zstd" else "gunzip"
    foreign = foreign.format(inner=inner, packing=packing or "gzip", tool=tool)
    if named and (not lead or (named is Kind.WARC and not foreign)):
        return named
    raise InputError(name, foreign or f"it is binary data of no kind that is read ({_READ})")


def _by_text(name: str, text: str, named: Kind | None) -> Kind:
    first = text.lstrip().partition("\n")[0]
    is_object = first.startswith("{") and _is_object(first, whole="\n" in text.lstrip() or len(text) < LEAD)
    if json_feed.MARK in text[:2048] and text.lstrip().startswith("{"):
        return Kind.JSONFEED
    if is_object or named is Kind.JSONL:
        return Kind.JSONL
    if _stem(name).endswith(".json"):
        raise InputError(name, "it is JSON over several lines: write one object a line (jq -c '.[]?, objects' does)")
    if looks_like_html(text.encode()) and (named is not Kind.TEXT or text.lstrip().startswith("<")):
        return Kind.HTML
    if named in (Kind.WACZ, Kind.PARQUET, Kind.MHTML, Kind.NEWSML):
        raise InputError(name, f"its name says {named}, and its first bytes do not: fetch it again")
    if named is Kind.FEED:
        raise InputError(name, "its name says feed, and it begins with no RSS, RDF or Atom element: fetch it again")
    if named is None:
        raise InputError(name, f"neither its first bytes nor its name say what it is ({_READ})")
    return named


def _text(lead: bytes) -> str:
    """The lead as text, however badly decoded; "" where it is binary."""
    if lead.startswith(_WIDE):
        return lead.decode("utf-16", errors="replace").removeprefix("\ufeff")
    if lead.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<"):  # a saved page may hold a zip
        lead = lead.partition(zip_members.MAGIC[0])[0]
    if lead.startswith(tuple(_FOREIGN)) or b"\0" in lead:
        return ""
    text = lead.decode("utf-8-sig", errors="replace")
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in lead)
    # Random bytes are controls in 27 of 256 cases; real text in a legacy charset has none, or a stray one.
    return "" if controls > len(lead) // 50 else text


def _is_object(line: str, *, whole: bool) -> bool:
    if not whole:
        return re.match(r'\{\s*"', line) is not None
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _by_name(name: str) -> Kind | None:
    return next((kind for kind, endings in _NAMES.items() if _stem(name).endswith(endings)), None)


def _stem(name: str) -> str:
    return name.lower().removesuffix(".gz").removesuffix(".zst")
