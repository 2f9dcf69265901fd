"""Recognise the format of a file by its first bytes, then by its name.

Every format of the registry is tried; a file that none of them reads is refused with a reason that says what to do.
"""

from __future__ import annotations

import codecs

from onrecord.model.errors import InputError
from onrecord.sources import registry
from onrecord.sources.compression.packed_file import ZIP
from onrecord.sources.formats.format import Format, Lead

_ZIPPED = "it is a zip archive and no .wacz: unpack it and give the files in it"
_PACKED_TWICE = "it is {inner} within {packing}: unpack it once with {tool} first"
_FOREIGN = {
    b"PK\x03\x04": _ZIPPED,
    b"PK\x05\x06": _ZIPPED,
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


def recognise(file: str, data: bytes, *, damaged: bool = False, packing: str = "") -> Format:
    """Return the format of `file`, which begins with `data`. Raises InputError with the reason if it has none.

    `packing` is the compression of `data` before unpacking ("gzip", "zstd"). If the file is `damaged` before anything
    could be unpacked, its name alone decides, and reading it will report the damage.
    """
    lead = Lead(file, data, _text(data))
    named = next((known for known in registry.formats() if lead.ends_with(known.endings)), None)
    if not data.strip() and not (damaged and named):
        raise InputError(
            file, f"its {packing} data is damaged from the start: fetch it again" if damaged else "it is empty"
        )
    if named and not data:
        return named
    verdicts: dict[str, bool | None] = {}
    for known in registry.formats():
        verdicts[known.name] = verdict = known.sniff(lead)
        if verdict:
            return known
    fits = named is not None and verdicts[named.name] is None
    if not lead.text and (foreign := _foreign(data, packing)):
        raise InputError(file, foreign)
    if named and fits:
        return named
    if not lead.text:
        raise InputError(file, f"it is binary data of no kind that is read ({registry.names()})")
    if named:
        raise InputError(file, f"its name says {named.name}, and its first bytes do not: fetch it again")
    raise InputError(file, f"neither its first bytes nor its name say what it is (these are read: {registry.names()})")


def _foreign(data: bytes, packing: str) -> str:
    """Return why binary data of a well-known kind is not read; "" if it is of none."""
    reason = next((reason for magic, reason in _FOREIGN.items() if data.startswith(magic)), "")
    inner, tool = "gzip" if data.startswith(b"\x1f\x8b") else "zstd", "zstd -d" if packing == "zstd" else "gunzip"
    return reason.format(inner=inner, packing=packing or "gzip", tool=tool)


def _text(data: bytes) -> str:
    """Return the first bytes as text, however badly decoded; "" if they are binary."""
    if data.startswith(_WIDE):
        return data.decode("utf-16", errors="replace").removeprefix("\ufeff")
    if data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<"):  # a saved page may hold a zip
        data = data.partition(ZIP[0])[0]
    if data.startswith(tuple(_FOREIGN)) or b"\0" in data:
        return ""
    text = data.decode("utf-8-sig", errors="replace")
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in data)
    # Of random bytes 27 in 256 are controls; real text in a legacy charset has none, or a stray one.
    return "" if controls > len(data) // 50 else text
