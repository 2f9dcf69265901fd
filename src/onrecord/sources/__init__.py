"""Where do pages come from?

From files and folders in any format of the registry (`registry.names()`; docs/inputs.md), plain or packed with gzip or
zstd. A file's format is recognised by its first bytes and then by its name.

`pages` yields their pages, lazily and in bounded memory, and a Rejected with the reason for all that cannot be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.model import Evidence, Rejected
from onrecord.model.errors import InputError
from onrecord.sources import files, registry
from onrecord.sources.compression.gzip_members import DamageError
from onrecord.sources.compression.packed_file import PackedFile
from onrecord.sources.formats.format import LEAD_SIZE, Format, Item, Lead, digest_of
from onrecord.sources.formats.named_fields import FieldError, page_from_fields
from onrecord.sources.limits import Limits
from onrecord.sources.sniffing import recognise

__all__ = [
    "DamageError",
    "FieldError",
    "Format",
    "Inputs",
    "Item",
    "Items",
    "Lead",
    "Limits",
    "PackedFile",
    "digest_of",
    "page_from_fields",
    "pages",
    "reread",
    "size",
]

Inputs = str | Path | Iterable[str | Path]
"""A file or folder, or several."""
_DEFAULT = Limits()


class Items:
    """The items of some inputs, as `pages` yields them, for a caller that shows progress.

    During iteration `consumed` is the number of stored bytes read so far (of `size`), and `skipped` counts what is
    neither a page nor an error (an image, a redirect, a hidden file) by reason.
    """

    def __init__(self, inputs: Inputs, limits: Limits = _DEFAULT) -> None:
        self.consumed = 0
        self.skipped: Counter[str] = Counter()
        self._inputs = _paths(inputs)
        self._limits = limits

    def __iter__(self) -> Iterator[Item]:
        yield from registry.unloadable()
        for path in files.walk(self._inputs, self.skipped):
            if isinstance(path, Rejected):
                yield path
            else:
                yield from self._file(path)

    def _file(self, path: Path) -> Iterator[Item]:
        before, file = self.consumed, str(path)
        try:
            with PackedFile(path) as stream:
                for item in self._format(file, stream).read(file, stream, self._limits, self.skipped):
                    self.consumed = before + stream.stored
                    yield item
        except InputError as error:
            yield Rejected(file, error.record, error.reason)
        except DamageError as damage:
            yield Rejected(file, f"offset {damage.offset}", damage.reason)
        except OSError as error:
            yield Rejected(file, "", f"it cannot be read ({error.strerror or error})")
        self.consumed = before + _stored(path)

    def _format(self, file: str, stream: PackedFile) -> Format:
        """Return the format of the file. Raises InputError, DamageError, OSError."""
        lead = stream.lead(LEAD_SIZE)
        try:
            return recognise(file, lead, damaged=stream.damaged, packing=stream.packing)
        except InputError:
            most = self._limits.page
            if stream.packing and lead and stream.skip(most) == most:
                size = f"more than {most / 1e6:g} MB of nothing that is read"
                raise InputError(file, f"it unpacks to {size}, as a {stream.packing} bomb does: leave it out") from None
            raise


def pages(inputs: Inputs, limits: Limits = _DEFAULT) -> Iterator[Item]:
    """Yield every page in `inputs` (files and folders), in order, and a Rejected for each input that cannot be read.

    Raises nothing for bad input.
    """
    return iter(Items(inputs, limits))


def size(inputs: Inputs) -> int:
    """Return the number of bytes of the files in `inputs` as stored, which `Items.consumed` reaches at the end."""
    return sum(_stored(path) for path in files.walk(_paths(inputs), Counter()) if isinstance(path, Path))


def reread(evidence: Evidence, limits: Limits = _DEFAULT) -> bytes:
    """Return the bytes of the page that `evidence` names. Raises InputError if they are gone or changed."""
    file, record = evidence.file, f"offset {evidence.offset}"
    try:
        with PackedFile(Path(file)) as stream:
            known = recognise(file, stream.lead(LEAD_SIZE), damaged=stream.damaged, packing=stream.packing)
        body = known.body(evidence, limits)
    except DamageError as damage:
        raise InputError(file, damage.reason, record=record) from damage
    except OSError as error:
        raise InputError(file, f"it cannot be read ({error.strerror or error})", record=record) from error
    if digest_of(body) != evidence.digest:
        raise InputError(file, "the page here is not the one that was read: the file changed", record=record)
    return body


def _paths(inputs: Inputs) -> list[Path]:
    return [Path(given) for given in ([inputs] if isinstance(inputs, str | Path) else inputs)]


def _stored(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
