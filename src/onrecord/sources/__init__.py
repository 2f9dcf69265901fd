"""Where do pages come from?

From files and folders, told apart by their first bytes and then by their names, packed with gzip or zstd or not:

- web archives (.warc, packed in .wacz): every HTML page captured with success; revisits
- saved pages (.html, .htm, .xhtml, .mhtml): one page a file
- tables (.csv, .tsv, .parquet) with named columns: one page a row
- news items (NITF, NewsML-G2): one page an item
- JSON lines (.jsonl, .ndjson): one page a line, with text or html
- feeds (RSS, RDF, Atom, JSON Feed): one page an entry
- plain text (.txt, .md): one page a file, with an optional first line that states its date

`pages` yields what they hold, lazily and in bounded memory; what cannot be read is yielded too, with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.model import Evidence, Page, Rejected, Revisit
from onrecord.model.errors import InputError
from onrecord.sources import digests, files
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.stream import Reader
from onrecord.sources.formats import feed, json_feed, json_lines, mhtml, newsml, plain_text, saved_page, table, wacz
from onrecord.sources.formats.warc import pages as warc
from onrecord.sources.limits import Limits
from onrecord.sources.sniffing import LEAD, Kind, recognise

__all__ = ["Inputs", "Limits", "Reading", "pages", "reread", "size"]

Found = Page | Revisit | Rejected
Inputs = str | Path | Iterable[str | Path]
"""A file or folder, or several."""
_READ: dict[Kind, Callable[[str, Reader, Limits, Counter[str]], Iterator[Found]]] = {
    Kind.WARC: warc.read,
    Kind.HTML: saved_page.read,
    Kind.JSONL: json_lines.read,
    Kind.TEXT: plain_text.read,
    Kind.FEED: feed.read,
    Kind.WACZ: wacz.read,
    Kind.MHTML: mhtml.read,
    Kind.CSV: table.read_csv,
    Kind.PARQUET: table.read_parquet,
    Kind.NEWSML: newsml.read,
    Kind.JSONFEED: json_feed.read,
}
_DEFAULT = Limits()


class Reading:
    """What `pages` iterates over, for a caller that shows progress.

    While it is iterated over, `consumed` is how many stored bytes are read so far (of `size`), and `skipped` counts
    what is no page and no error either (an image, a redirect, a hidden file): reason → how many.
    """

    def __init__(self, inputs: Inputs, limits: Limits = _DEFAULT) -> None:
        self.consumed = 0
        self.skipped: Counter[str] = Counter()
        self._inputs = _paths(inputs)
        self._limits = limits

    def __iter__(self) -> Iterator[Found]:
        for found in files.files(self._inputs, self.skipped):
            if isinstance(found, Rejected):
                yield found
            else:
                yield from self._file(found)

    def _file(self, path: Path) -> Iterator[Found]:
        before, file = self.consumed, str(path)
        try:
            with Reader(path) as reader:
                for found in _READ[self._kind(file, reader)](file, reader, self._limits, self.skipped):
                    self.consumed = before + reader.stored
                    yield found
        except InputError as error:
            yield Rejected(file, error.record, error.reason)
        except DamageError as damage:
            yield Rejected(file, f"offset {damage.offset}", damage.reason)
        except OSError as error:
            yield Rejected(file, "", f"it cannot be read ({error.strerror or error})")
        self.consumed = before + _stored(path)

    def _kind(self, file: str, reader: Reader) -> Kind:
        """The kind of the file. Raises InputError, DamageError, OSError."""
        lead = reader.lead(LEAD)
        try:
            return recognise(file, lead, damaged=reader.damaged, packing=reader.packing)
        except InputError:
            most = self._limits.page
            if reader.packing and lead and reader.skip(most) == most:
                size = f"more than {most / 1e6:g} MB of nothing that is read"
                raise InputError(file, f"it unpacks to {size}, as a {reader.packing} bomb does: leave it out") from None
            raise


def pages(inputs: Inputs, limits: Limits = _DEFAULT) -> Iterator[Found]:
    """Every page that `inputs` (files and folders) hold, in order, and a Rejected for all that cannot be read.

    Raises nothing for bad input.
    """
    return iter(Reading(inputs, limits))


def size(inputs: Inputs) -> int:
    """How many bytes the files of `inputs` have as stored: what `Reading.consumed` comes to."""
    return sum(_stored(found) for found in files.files(_paths(inputs), Counter()) if isinstance(found, Path))


def reread(evidence: Evidence, limits: Limits = _DEFAULT) -> bytes:
    """The bytes of the one page that `evidence` names. Raises InputError where they are gone or changed."""
    file, offset = evidence.file, evidence.offset
    try:
        body = _reread(evidence, limits)
    except DamageError as damage:
        raise InputError(file, damage.reason, record=f"offset {offset}") from damage
    except OSError as error:
        raise InputError(file, f"it cannot be read ({error.strerror or error})", record=f"offset {offset}") from error
    if digests.of(body) != evidence.digest:
        raise InputError(
            file, "the page here is not the one that was read: the file changed", record=f"offset {offset}"
        )
    return body


def _reread(evidence: Evidence, limits: Limits) -> bytes:
    """The bytes where `evidence` points. Raises InputError, DamageError, OSError."""
    file, offset = evidence.file, evidence.offset
    with Reader(Path(file)) as reader:
        kind = recognise(file, reader.lead(LEAD), damaged=reader.damaged, packing=reader.packing)
        if kind in (Kind.HTML, Kind.TEXT):
            return reader.read(limits.page)
    match kind:
        case Kind.WARC:
            return warc.body_at(file, offset, evidence.digest, limits)
        case Kind.MHTML:
            return mhtml.body_at(file, limits)
        case Kind.CSV | Kind.PARQUET:
            return table.body_at(file, offset, limits, parquet=kind is Kind.PARQUET)
        case Kind.NEWSML:
            return newsml.body_at(file, offset, limits)
        case _:
            at = {Kind.JSONL: json_lines.body_at, Kind.JSONFEED: json_feed.body_at}.get(kind, feed.body_at)
            return at(file, offset, limits)


def _paths(inputs: Inputs) -> list[Path]:
    return [Path(given) for given in ([inputs] if isinstance(inputs, str | Path) else inputs)]


def _stored(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
