"""The format of an article file, `articles/<outlet>-<nn>-<slug>.txt`: header, blocks and speakers.

A header of `key: value` lines, a blank line, blocks separated by blank lines, a line `==`, and the speakers.
In a block, `{1 words}` is content of quotation 1, `{1s words}` its source, `{1q words}` its cue (inlines.py).
A block is a paragraph, a crosshead (`## words`), or opens with a directive:

    @photo FILE | CREDIT     the next line is the caption
    @tweet URL, @instagram URL, @blockquote     lines of the post or plate; the last one names its author
    @list                    one item a line
    @pull WORDS              a pull quote: it repeats the body, so it is no paragraph of the text
    @note WORDS, @signature A | B, @ad, @related TITLE | URL

Speakers: `1 2 = Name; said 2023-09-12; on Instagram; alters FILE: how`. `?` is an unnamed speaker (`?; group` for
several); two names are two speakers; `direct` sets the kind if a quotation mark is missing on purpose.

A copy names its original in `copy-of` and the numbers of the copied paragraphs in `keep` (directives are neither
counted nor copied); each line of its body is a change, `old words => new words`. Its speakers are the original's unless
listed. Wrong dates in the markup are `meta-date` and `jsonld-date`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newspaper.inlines import inline


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (role `body`), a crosshead or a directive; `lines` still have their markup."""

    role: str
    argument: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Says:
    """A quotation's line in the speakers' part: speaker, date (EDTF or ""), venue, and the quotation it alters."""

    names: tuple[str, ...]
    said: str = ""
    venue: str = ""
    alters: str = ""
    how: str = ""
    group: bool = False
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One article; a copy has its original's paragraphs filled in."""

    name: str
    header: dict[str, str]
    blocks: tuple[Block, ...]
    says: dict[int, Says] = field(default_factory=dict)

    @property
    def outlet(self) -> str:
        """Return the outlet's short name, the first part of the file name."""
        return self.name.partition("-")[0]

    def get(self, key: str) -> str:
        """Return a value of the header, "" if it is missing."""
        return self.header.get(key, "")

    @property
    def quirks(self) -> tuple[str, ...]:
        """Return the article's traps, by their names in README.md's table."""
        return tuple(quirk.strip() for quirk in self.get("quirks").split(",") if quirk.strip())


def read(folder: Path) -> list[Item]:
    """Return all articles of `folder` by file name. Raises ValueError, with the file's name, for a wrong format."""
    raw = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    return [_item(name, raw) for name in raw]


def _item(name: str, raw: dict[str, str]) -> Item:
    head, body, tail = _split(raw[name])
    if origin := head.get("copy-of"):
        first_head, first_body, first_tail = _split(raw[origin])
        body = _copy(first_body, head["keep"], body, name)
        says = _says(first_tail) | _says(tail)
        head = {"story": first_head.get("story", ""), **head}
    else:
        says = _says(tail)
    blocks = tuple(_block(part) for part in body.split("\n\n") if part.strip())
    marked = {
        span[0] for text in (*(line for b in blocks for line in b.lines), head["title"]) for span in inline(text).spans
    }
    if missing := marked - says.keys():
        raise ValueError(f"{name}: nobody is named for quotations {sorted(missing)}")
    if not origin and (unused := says.keys() - marked):
        raise ValueError(f"{name}: speakers are named for quotations that are not there: {sorted(unused)}")
    return Item(name, head, blocks, {number: says[number] for number in sorted(marked)})


def _split(raw: str) -> tuple[dict[str, str], str, str]:
    head, _, rest = raw.partition("\n\n")
    body, _, tail = f"\n{rest}".partition("\n==")
    pairs = (line.partition(":") for line in head.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}, body.strip("\n"), tail.strip()


def _copy(body: str, keep: str, changes: str, name: str) -> str:
    paragraphs = [part for part in body.split("\n\n") if not part.startswith("@")]
    text = "\n\n".join(paragraphs[number - 1] for number in _numbers(keep))
    for change in changes.splitlines():
        old, arrow, new = change.partition(" =>")
        if arrow:
            if text.count(old.strip()) != 1:
                raise ValueError(f"{name}: these words do not stand exactly once in what is kept: {old.strip()}")
            text = text.replace(old.strip(), new.strip().replace("\\n", "\n")).replace("  ", " ")
    return text


def _numbers(keep: str) -> Iterator[int]:
    for part in keep.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _block(part: str) -> Block:
    first, _, rest = part.strip("\n").partition("\n")
    if not first.startswith("@"):
        role, line = ("heading", first[3:]) if first.startswith("## ") else ("body", part.strip("\n"))
        return Block(role, "", (line,))
    role, _, argument = first[1:].partition(" ")
    lines = tuple(rest.splitlines())
    if role == "signature":
        lines = tuple(piece.strip() for piece in argument.split("|"))
    elif role in ("pull", "note"):
        lines = (argument,)
    return Block(role, argument, lines)


def _says(tail: str) -> dict[int, Says]:
    found = {}
    for line in tail.splitlines():
        numbers, _, rest = line.partition("=")
        said = _one(rest)
        found.update({int(number): said for number in numbers.split()})
    return found


def _one(rest: str) -> Says:
    names, values = [], {"said": "", "venue": "", "alters": "", "how": ""}
    fields = [piece.strip() for piece in rest.split(";")]
    for piece in fields:
        word, _, value = piece.partition(" ")
        if word == "said":
            values["said"] = value
        elif word in ("on", "in"):
            values["venue"] = value
        elif word == "alters":
            values["alters"], _, how = value.partition(": ")
            values["how"] = how
        elif piece not in ("?", "group", "direct"):
            names.append(piece)
    return Says(tuple(names), group="group" in fields, direct="direct" in fields, **values)
