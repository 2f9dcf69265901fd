"""Articles as plain text: .txt, .md.

A file is one Page. Its text is exactly the file's, without a header line that states the date and the blank lines
after it, and without the final newline.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator

from onrecord.dates.written import parse_date
from onrecord.model import Evidence, Given, Page, Rejected
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.format import Format, Lead, digest_of, whole_file
from onrecord.sources.limits import Limits

_HEADER = re.compile(r"\ufeff?[ \t]*(?:date\b[ \t]*:?|published[ \t]*:)[ \t]*(.+?)[ \t]*[✖✕✗✘×]?[ \t]*", re.I)
_NEWLINE = re.compile(r"\r\n|\r|\n")
_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The charset of a longer text is guessed from its beginning: charset-normalizer takes up to 1 s for 100 kB.
_GUESSED = 50_000
_LONGEST_HEADER = 200  # Characters; the longest date that is read has 60.
_ENDINGS = (".txt", ".md", ".text", ".markdown")


def sniff(lead: Lead) -> bool | None:
    """Return True for text by its name, unless it may be markup: an article about HTML can look like HTML."""
    if not lead.text:
        return False
    return True if lead.ends_with(_ENDINGS) and not lead.text.lstrip().startswith("<") else None


def read_plain_text(file: str, stream: PackedFile, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """Yield the one page of a text file."""
    body = stream.read(limits.page + 1)
    if len(body) > limits.page:
        yield Rejected(file, "", content_codings.too_large(limits.page))
        return
    text, given = split_header(decode_text(body))
    if not text.strip():
        yield Rejected(file, "", "there is no text in it")
        return
    yield Page(url="", evidence=Evidence(file, 0, digest_of(body)), text=text, given=given)


def decode_text(body: bytes) -> str:
    """Decode `body` as UTF-8, else by its byte order mark, else by the likeliest charset (charset-normalizer)."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if body.startswith(_BOMS):
        wide = "utf-32" if body.startswith(_BOMS[:2]) else "utf-16"
        return body.decode(wide, errors="replace")
    # Here, since few texts need it and it takes 0.02 s to load.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(body[:_GUESSED]).best()
    return body.decode(best.encoding if best else "cp1252", errors="replace")


def split_header(text: str) -> tuple[str, Given]:
    """Return the text without its header line, and the date that line states; the whole text if there is none."""
    given = Given()
    first = _NEWLINE.search(text)
    header = _HEADER.fullmatch(text[: first.start()]) if first and first.start() <= _LONGEST_HEADER else None
    published = parse_date(header[1], basis="header line") if header else None
    if first and published:
        given = Given(published=published)
        text = re.sub(r"\A(?:[ \t]*(?:\r\n|\r|\n))*", "", text[first.end() :])
    return re.sub(r"\r?\n\Z", "", text), given


PLAIN_TEXT = Format(name="plain text", endings=_ENDINGS, sniff=sniff, read=read_plain_text, body_at=whole_file)
