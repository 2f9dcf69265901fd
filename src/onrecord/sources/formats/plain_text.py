"""Articles as plain text: .txt, .md.

Takes a text file, gives one Page whose text is exactly the file's, less a header line that states the date and the
blank lines after it, less the final newline.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator

from onrecord.dates.written import parse_date
from onrecord.model import Evidence, Given, Page, Rejected
from onrecord.sources import digests
from onrecord.sources.compression import content_codings
from onrecord.sources.compression.stream import Reader
from onrecord.sources.limits import Limits

_HEADER = re.compile(r"\ufeff?[ \t]*(?:date\b[ \t]*:?|published[ \t]*:)[ \t]*(.+?)[ \t]*[✖✕✗✘×]?[ \t]*", re.I)
_NEWLINE = re.compile(r"\r\n|\r|\n")
_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Longer texts are guessed from their beginning: charset-normalizer takes 1 s for 100 kB in the worst case.
_GUESSED = 50_000


def read(file: str, reader: Reader, limits: Limits, _: Counter[str]) -> Iterator[Page | Rejected]:
    """The one page of a text file."""
    body = reader.read(limits.page + 1)
    if len(body) > limits.page:
        yield Rejected(file, "", content_codings.too_large(limits.page))
        return
    text, given = parted(decoded(body))
    if not text.strip():
        yield Rejected(file, "", "there is no text in it")
        return
    yield Page(url="", evidence=Evidence(file, 0, digests.of(body)), text=text, given=given)


def decoded(body: bytes) -> str:
    """The text of `body`: UTF-8, else what its byte order mark says, else what charset-normalizer finds likeliest."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if body.startswith(_MARKS):
        wide = "utf-32" if body.startswith(_MARKS[:2]) else "utf-16"
        return body.decode(wide, errors="replace")
    # Here, since few texts need it and it takes 0.02 s to load.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(body[:_GUESSED]).best()
    return body.decode(best.encoding if best else "cp1252", errors="replace")


def parted(text: str) -> tuple[str, Given]:
    """The text without its header line, and what that line states; all of the text where there is no such line."""
    given = Given()
    first = _NEWLINE.search(text)
    header = _HEADER.fullmatch(text[: first.start()]) if first else None
    published = parse_date(header[1], basis="header line") if header else None
    if first and published:
        given = Given(published=published)
        text = re.sub(r"\A(?:[ \t]*(?:\r\n|\r|\n))*", "", text[first.end() :])
    return re.sub(r"\r?\n\Z", "", text), given
