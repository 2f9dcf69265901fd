"""Decoding of a page's bytes.

The order is that of the WHATWG encoding sniffing algorithm (HTML, section 13.2.3.2): byte order mark, transport,
`<meta charset>`; but bytes that are valid UTF-8 are decoded as UTF-8 whatever is declared, since a wrong declaration is
the commoner fault, and text in another charset with a non-ASCII character is almost never valid UTF-8. Nothing here
raises: bytes that no charset can decode become U+FFFD.
"""

from __future__ import annotations

import codecs
import re

# WHATWG looks at 1,024 bytes; pages that put scripts first declare their charset later.
_HEAD = 4096
# As much as charset-normalizer needs to tell charsets apart; trafilatura samples as much, but from the page's two ends,
# which are often all ASCII. On fewer than 20 bytes beyond ASCII it guesses; the web's default then is windows-1252.
_SAMPLE = 10_000
_TELLING = 20
# A run of text between tags or line ends, whole, so that no character is split: no charset of the web has these bytes
# within a character. The runs with bytes beyond ASCII are picked out afterwards: an expression that looks for such a
# byte starts again at each byte of a run that has none.
_RUN = re.compile(rb"[^<>\n]+")

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BOMS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# NUL aside (pages padded with it are text): controls but for tab, line feed, form feed, return and ISO 2022's escape.
_UNTEXTUAL = bytes({*range(1, 9), *range(14, 32), 11, 127} - {27})
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*+["']?\s*+([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
# Languages whose default charset is windows-1252 (HTML, section 13.2.3.2, step 9); by its letters French could as
# well be in windows-1250.
_WESTERN = re.compile(
    rb"""<html[^>]{0,300}?\slang\s*=\s*["']?(?:en|fr|de|es|it|pt|nl|sv|da|no|nb|fi|is|ca)\b""", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes({*range(32), 127} - {9, 10, 12, 13})

# Labels that WHATWG (Encoding, section 4.2) reads as a wider charset than the one they name.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
    "euc_jis_2004": "euc_jp",
    "shift_jis_2004": "cp932",
}
# Spellings that Python's codecs do not know.
_SPELLINGS = {
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "ks_c_5601-1987": "cp949",
    "x-x-big5": "big5hkscs",
}
# The encodings of the web; Python knows more, and some ("unicode_escape", "utf-7") would run what they read.
_WEB = frozenset(
    [
        "utf-8",
        "utf-16-le",
        "utf-16-be",
        "cp866",
        "koi8-r",
        "koi8-u",
        "mac-roman",
        "mac-cyrillic",
        "gb18030",
        "big5hkscs",
        "euc_jp",
        "iso2022_jp",
        "cp932",
        "cp949",
        "cp874",
    ]
    + [f"iso8859-{n}" for n in range(2, 17)]
    + [f"cp125{n}" for n in range(9)]
)


def decode(html: bytes, *, charset: str = "") -> str:
    """Return the characters of `html`, without NUL and other controls; `charset` is what the transport states."""
    text = _characters(html, charset)
    # No charset of the web makes a control of other bytes, and looking at the bytes takes a tenth of the time.
    return _CONTROLS.sub("", text) if len(html.translate(None, _CONTROL_BYTES)) < len(html) else text


def is_binary(data: bytes) -> bool:
    """True if `data` is not text in any charset: a PDF, or more controls than 1 byte in 50, which no text has.

    Compressed formats (images, archives, fonts) have them in one byte of ten, and HTML in none.
    """
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _UNTEXTUAL))
    return head.startswith(b"%PDF-") or (
        50 * controls > len(head) and not _utf16(head) and not head.startswith(_BOMS_16)
    )


def codec(label: str) -> str:
    """Return Python's name of the encoding that browsers use for `label`; "" for one that browsers do not know."""
    label = label.strip().strip("\"'").lower()
    try:
        name = codecs.lookup(_SPELLINGS.get(label, label)).name
    except (LookupError, ValueError):
        return ""
    name = _WIDER.get(name, name)
    return name if name in _WEB else ""


def _characters(html: bytes, charset: str) -> str:
    for bom, name in _BOMS:
        if html.startswith(bom):
            return html[len(bom) :].decode(name, "replace")
    try:
        text = html.decode("utf-8")
    except UnicodeDecodeError:
        return _by_declaration(html, _declared(html, charset)) or _by_sample(html)
    if not html.isascii():
        return text
    return (
        _by_declaration(html, [name for name in _declared(html, charset) if name == "iso2022_jp"])
        or _utf16(html)
        or text
    )


def _declared(html: bytes, charset: str) -> list[str]:
    """Return the charsets that transport and markup declare. Readable markup cannot be UTF-16 (HTML, 13.2.3.2)."""
    head = html[:_HEAD]
    marks = [match[1].decode("ascii") for pattern in (_META, _XML) if (match := pattern.search(head))]
    names = [codec(charset) if charset else "", *("" if "16" in mark else codec(mark) for mark in marks)]
    return list(dict.fromkeys(name for name in names if name))


def _by_declaration(html: bytes, names: list[str]) -> str:
    """Decode by the first declared encoding that fits all, else the first that fits nearly all; "" if none does."""
    nearly = ""
    for name in names:
        try:
            return html.decode(name)
        except UnicodeDecodeError:
            text = html.decode(name, "replace")
        if not nearly and _credible(text):
            nearly = text
    return nearly


def _credible(text: str) -> bool:
    """True if faults are the exception: the charset decodes most characters beyond ASCII."""
    faults = text.count("\ufffd")
    return 4 * faults <= sum(character > "\x7f" for character in text)


def _by_sample(html: bytes) -> str:
    if text := _utf16(html):
        return text
    almost = html.decode("utf-8", "replace")
    faults = almost.count("�")
    if faults < sum(character > "\x7f" for character in almost) - faults:
        return almost
    if _WESTERN.search(html[:_HEAD]):
        return html.decode("cp1252", "replace")
    runs = b""
    for run in _RUN.finditer(html):
        if not run[0].isascii():
            runs += run[0] + b"\n"
        if len(runs) > _SAMPLE:
            break
    if sum(byte > 0x7F for byte in runs) < _TELLING:
        return html.decode("cp1252", "replace")
    # Here, since few pages need it and it takes 0.02 s to load.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(runs).best()
    return html.decode((best and codec(best.encoding)) or "cp1252", "replace")


def _utf16(html: bytes) -> str:
    """Decode UTF-16 without a byte order mark, by the NUL in every other byte of ASCII markup; "" if it is not."""
    head = html[:64]
    if len(head) >= 4 and head[1::2].count(0) > len(head) // 3:
        return html.decode("utf-16-le", "replace")
    if len(head) >= 4 and head[0::2].count(0) > len(head) // 3:
        return html.decode("utf-16-be", "replace")
    return ""
