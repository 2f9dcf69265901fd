"""Those who speak, for reading in a terminal: takes people as an archive gives them, gives text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.archive import Correction, Named, PersonFile, PersonHit, QuotationHit
from onrecord.archive.results import AppearanceHit, Bucket, Role
from onrecord.cli.printing import count

LISTED = 12
"""Outlets, topics and others shown of a person; `--json` has them all."""


def hit_text(hit: PersonHit) -> str:
    """A person in a list."""
    details = [hit.described + (f" ({hit.described_on})" if hit.described_on else "")] if hit.described else []
    others = [name for name in hit.names if name != hit.name]
    details += [_extent(hit)]
    details += [f"also {', '.join(others)}"] if others else []
    details += [f"Wikidata {hit.wikidata}"] if hit.wikidata else []
    return "\n    ".join([f"{hit.name}  {hit.id}", *details])


def file_text(file: PersonFile, *, articles: int) -> str:
    """All that is known of a person, with the latest `articles`."""
    parts = [hit_text(file.person)]
    parts += _part("called", map(_standing, file.roles))
    for title, counted in (("outlets", file.outlets), ("topics", file.topics)):
        parts += _part(title, [_counted(counted)] if counted else [])
    beside = [f"{_name(one.person)} in {count(one.articles, 'article')}" for one in file.quoted_alongside[:LISTED]]
    parts += _part("quoted in the same articles", beside)
    parts += _part(
        "gaps",
        (f"no quotation in this archive between {gap.last} and {gap.next} ({gap.days} days)" for gap in file.gaps),
    )
    parts += _part("others of this name", map(_name, file.namesakes))
    parts += _part("perhaps the same, not decided", map(_name, file.possible_matches))
    shown = file.appearances[:articles]
    title = "articles" if len(shown) == len(file.appearances) else f"articles, the latest {len(shown)}"
    parts += _part(title, map(_appearance, shown))
    parts += _part("corrections", map(correction_text, file.corrections))
    return "\n".join(parts)


def correction_text(correction: Correction) -> str:
    """A correction in a list."""
    why = ", ".join(
        part
        for part in (
            correction.made[:10],
            f"by {correction.by}" if correction.by else "",
            f"undone on {correction.undone[:10]}" if correction.undone else "",
        )
        if part
    )
    return f"{correction.number}: {correction.sentence()} ({why})" + (f": {correction.note}" if correction.note else "")


def speaker_text(hit: QuotationHit) -> str:
    """Who said a quotation, what its article calls them, and its name for someone whom we show under another."""
    name = hit.speaker.name if hit.speaker else ""
    if not name:
        return f"speaker unknown{f' ({hit.source[0]})' if hit.source else ''}"
    told = max((words for words in hit.described if not words.isdigit()), key=len, default="")
    if len(hit.people) != 1:
        return name
    label = hit.people[0].label
    if label != name and not label.startswith(f"{name} ("):
        return f"{label}, here “{name}”" + (f" ({told})" if told else "")
    return f"{name} ({told})" if told else label


def _standing(one: Role) -> str:
    return f"{one.words}: {_days(one.first, one.last)}, {count(one.articles, 'article')}"


def _appearance(one: AppearanceHit) -> str:
    called = f", called {'; '.join(one.described)}" if one.described else ""
    return "\n        ".join(
        [
            f"{one.published.partition('T')[0] or 'undated'}, {one.outlet or 'outlet unknown'}: {one.title}",
            f"as {one.name}{called}; {count(one.quotations, 'quotation')}",
            f"why: {one.basis}",
            f"article {one.article}" + (f", {one.url}" if one.url else ""),
        ]
    )


def _extent(hit: PersonHit) -> str:
    said = count(hit.quotations, "quotation") if hit.quotations else "nothing said or written, only thought or unclear,"
    counts = f"{said} in {count(hit.articles, 'article')}"
    return f"{hit.type}, {counts}, {_days(hit.first, hit.last)}"


def _days(first: str, last: str) -> str:
    if not (first or last):
        return "undated"
    return first if first == last or not last else f"{first} to {last}"


def _counted(values: Iterable[Bucket]) -> str:
    listed = list(values)
    more = f", and {len(listed) - LISTED} more" if len(listed) > LISTED else ""
    return ", ".join(f"{one.value} ({one.count})" for one in listed[:LISTED]) + more


def _name(who: Named) -> str:
    return f"{who.label}  {who.id}"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A titled part of a file; nothing where it has no lines."""
    found = list(lines)
    if found:
        yield title
        yield from (f"    {line}" for line in found)
