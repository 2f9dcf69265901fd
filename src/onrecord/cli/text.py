"""Hits, people and corrections as text for a terminal.

A paraphrase is labelled as one and never put in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.api import placed
from onrecord.api.words import act_label
from onrecord.archive import ArticleHit, Correction, Named, PersonFile, PersonHit, QuotationHit
from onrecord.archive.results import Appearance, Bucket, Gap, PersonRole
from onrecord.cli.printing import count

LISTED = 12
"""Outlets, topics and other people listed for a person; `--json` has them all."""


def quotation_text(hit: QuotationHit, *, ids: bool = False) -> str:
    """Return a quotation hit: its words, who said them when and where, and its article."""
    words = " … ".join(hit.content)
    details = [speaker_text(hit), "paraphrase" if hit.kind == "indirect" else str(hit.kind)]
    details += [] if hit.act == "said" else [act_label(hit.act)]
    details += [f"said {hit.said.value}"] if hit.said else []
    details += [placed(hit.venue)] if hit.venue else []
    shown = f"\n    article {hit.article}  quotation {hit.id}" + "".join(f"  person {who.id}" for who in hit.people)
    return f"{words}\n    {', '.join(details)}\n    {_article_line(hit)}" + (shown if ids else "")


def article_text(hit: ArticleHit, *, ids: bool = False) -> str:
    """Return an article hit: its title, outlet and date, and the passage that matches."""
    counts = count(hit.quotations, "quotation") + (f", {hit.captures} captures" if hit.captures > 1 else "")
    before, after = hit.snippet.truncated
    passage = "… " * before + " ".join(hit.snippet.text.split()) + " …" * after
    shown = f"\n    article {hit.id}" if ids else ""
    return f"{hit.title}\n    {_article_line(hit)}\n    {counts}\n    {passage}{shown}"


def _article_line(hit: QuotationHit | ArticleHit) -> str:
    when = f"published {hit.published.day}" if hit.published else "undated"
    title = f": {hit.title}" if isinstance(hit, QuotationHit) else ""
    copies = f"\n    1 of {hit.copies} copies, story:{hit.story}" if hit.copies > 1 else ""
    return f"{when}, {hit.outlet or 'outlet unknown'}{title}{copies}" + (f"\n    {hit.url}" if hit.url else "")


def speaker_text(hit: QuotationHit) -> str:
    """Return who said a quotation, with the article's description, and the article's own name if it differs."""
    name = hit.speaker.name if hit.speaker else ""
    if not name:
        return f"speaker unknown{f' ({hit.source[0]})' if hit.source else ''}"
    described = max((words for words in hit.described if not words.isdigit()), key=len, default="")
    if len(hit.people) != 1:
        return name
    label = hit.people[0].label
    if label != name and not label.startswith(f"{name} ("):
        return f"{label}, here “{name}”" + (f" ({described})" if described else "")
    return f"{name} ({described})" if described else label


def person_text(hit: PersonHit) -> str:
    """Return a person in a list: name, id, description, counts and dates, other names."""
    described = hit.described
    details = [described.words + (f" ({described.day})" if described.day else "")] if described else []
    others = [name for name in hit.names if name != hit.name]
    details += [_extent(hit)]
    details += [f"also {', '.join(others)}"] if others else []
    details += [f"Wikidata {hit.wikidata}"] if hit.wikidata else []
    return "\n    ".join([f"{hit.name}  {hit.id}", *details])


def profile_text(file: PersonFile, *, articles: int) -> str:
    """Return everything the archive has about a person, with the latest `articles`."""
    parts = [person_text(file.person)]
    parts += _part("roles", map(_role, file.roles))
    for title, counted in (("outlets", file.outlets), ("topics", file.topics)):
        parts += _part(title, [_counted(counted)] if counted else [])
    alongside = [f"{_name(other)} in {count(other.articles, 'article')}" for other in file.quoted_alongside[:LISTED]]
    parts += _part("quoted alongside", alongside)
    parts += _part("gaps", map(_gap, file.gaps))
    parts += _part("others with this name", map(_name, file.namesakes))
    parts += _part("possible matches, not decided", map(_name, file.possible_matches))
    shown = file.appearances[:articles]
    title = "articles" if len(shown) == len(file.appearances) else f"articles, the latest {len(shown)}"
    parts += _part(title, map(_appearance, shown))
    parts += _part("corrections", map(correction_text, file.corrections))
    return "\n".join(parts)


def correction_text(correction: Correction) -> str:
    """Return a correction in a list: its id, what it says, date, author and note."""
    details = (
        correction.made[:10],
        f"by {correction.by}" if correction.by else "",
        f"undone on {correction.undone[:10]}" if correction.undone else "",
    )
    made = ", ".join(filter(None, details))
    note = f": {correction.note}" if correction.note else ""
    return f"{correction.id}: {correction.describe()} ({made}){note}"


def _role(role: PersonRole) -> str:
    return f"{role.words}: {_period(role.first_day, role.last_day)}, {count(role.articles, 'article')}"


def _gap(gap: Gap) -> str:
    return f"no quotation in this archive between {gap.last_day} and {gap.next_day} ({gap.days} days)"


def _appearance(appearance: Appearance) -> str:
    described = f", described as {'; '.join(appearance.described)}" if appearance.described else ""
    published, outlet = (appearance.day or "").partition("T")[0] or "undated", appearance.outlet or "outlet unknown"
    return "\n        ".join(
        [
            f"{published}, {outlet}: {appearance.title}",
            f"named {appearance.name}{described}; {count(appearance.quotations, 'quotation')}",
            f"why: {appearance.basis}",
            f"article {appearance.article_id}" + (f", {appearance.url}" if appearance.url else ""),
        ]
    )


def _extent(hit: PersonHit) -> str:
    said = count(hit.quotations, "quotation") if hit.quotations else "nothing said or written, only thought or unclear,"
    counts = f"{said} in {count(hit.articles, 'article')}"
    return f"{hit.type}, {counts}, {_period(hit.first_day, hit.last_day)}"


def _period(first: str | None, last: str | None) -> str:
    if not (first or last):
        return "undated"
    return f"{first}" if first == last or not last else f"{first or ''} to {last}"


def _counted(values: Iterable[Bucket]) -> str:
    listed = list(values)
    more = f", and {len(listed) - LISTED} more" if len(listed) > LISTED else ""
    return ", ".join(f"{counted.value} ({counted.count})" for counted in listed[:LISTED]) + more


def _name(person: Named) -> str:
    return f"{person.label}  {person.id}"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a titled part of a profile; nothing if it has no lines."""
    shown = list(lines)
    if shown:
        yield title
        yield from (f"    {line}" for line in shown)
