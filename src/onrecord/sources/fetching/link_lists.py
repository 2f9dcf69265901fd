"""Lists of URLs: a sitemap or sitemap index (sitemaps.org 0.9, Google's news extension), a feed (RSS, RDF, Atom, JSON
Feed), or a plain list of one URL a line.
"""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from onrecord.sources.formats import json_feed

# sitemaps.org: 50,000 addresses and 50 MB a sitemap.
_MOST, _LARGEST = 50_000, 50_000_000


@dataclass(frozen=True, slots=True)
class Listing:
    """The URLs that a document lists: pages, and other lists (the sitemaps of an index)."""

    pages: tuple[str, ...]
    lists: tuple[str, ...] = ()


def listed_in(data: bytes, *, base: str = "") -> Listing | None:
    """Return the URLs that `data`, fetched from `base`, lists; None if it is not a list."""
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(31).decompress(data, _LARGEST)
        except (zlib.error, gzip.BadGzipFile):
            return None
    lead = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if lead.startswith(b"{") and json_feed.VERSION.encode() in lead:
        return _json(data, base)
    if lead.startswith(b"<"):
        return _xml(data, base)
    lines = [line.strip() for line in data.decode("utf-8", "replace").splitlines()]
    addresses = [line for line in lines if line and not line.startswith("#")]
    return Listing(_clean(addresses, "")) if addresses and all(is_address(line) for line in addresses) else None


def is_address(text: str) -> bool:
    """True if `text` is an http or https URL and nothing else."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(c.isspace() for c in text)
    except ValueError:
        return False


def _xml(data: bytes, base: str) -> Listing | None:
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(data[:_LARGEST], parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    match _name(root):
        case "sitemapindex":
            return Listing((), _clean([_text(element) for element in root.iter() if _name(element) == "loc"], base))
        case "urlset":
            urls = [
                _text(element)
                for element in root.iter()
                if _name(element) == "loc" and _name(element.getparent()) == "url"
            ]
            return Listing(_clean(urls, base))
        case "rss" | "RDF" | "feed":
            entries = [element for element in root.iter() if _name(element) in {"item", "entry"}]
            return Listing(_clean([_link(entry) for entry in entries], base))
    return None


def _link(entry: etree._Element) -> str:
    """Return an entry's own page: Atom's alternate link, RSS's link or permanent guid."""
    for element in entry:
        if _name(element) == "link" and element.get("rel", "alternate") == "alternate":
            return element.get("href") or _text(element)
    return next(
        (_text(element) for element in entry if _name(element) == "guid" and element.get("isPermaLink") != "false"), ""
    )


def _json(data: bytes, base: str) -> Listing | None:
    try:
        items = json.loads(data)["items"]
        return Listing(_clean([str(item.get("url") or "") for item in items if isinstance(item, dict)], base))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _clean(addresses: list[str], base: str) -> tuple[str, ...]:
    urls = []
    for address in addresses[:_MOST]:
        try:
            full = urljoin(base, address.strip()).partition("#")[0]
        except ValueError:
            continue
        if address.strip() and is_address(full):
            urls.append(full)
    return tuple(dict.fromkeys(urls))


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()


def _name(element: etree._Element | None) -> str:
    return str(element.tag).rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""
