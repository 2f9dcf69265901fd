"""Search results: words in highlighted and plain runs, and the lines about who said it and where it was published.

A direct quotation keeps the article's quotation marks, a paraphrase has none: nothing here adds any.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.api.words import quotation_label
from onrecord.archive.results import ArticleHit, QuotationHit, Snippet
from onrecord.dates.words import in_words
from onrecord.model import Dated, Said, Span
from onrecord.web.views.links import article_href, copies_href
from onrecord.web.views.speaker import SpeakerView, speaker_view


@dataclass(frozen=True, slots=True)
class Run:
    """Some words, and whether they match the query."""

    text: str
    match: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """A quotation in a list of results.

    `context` is the passage around it, if the query matches only there; `copies` the address of its story's copies.
    """

    hit: QuotationHit
    label: str
    words: tuple[tuple[Run, ...], ...]
    context: tuple[Run, ...]
    speaker: SpeakerView
    said: str
    published: str
    href: str
    copies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article in a list of results; `copies` is the address of all copies of its story, earliest first."""

    hit: ArticleHit
    passage: tuple[Run, ...]
    published: str
    href: str
    copies: str


def quotation_view(hit: QuotationHit) -> QuotationView:
    """Return a quotation as the list shows it."""
    return QuotationView(
        hit=hit,
        label=quotation_label(hit.kind, hit.act),
        words=_words(hit),
        context=_context(hit),
        speaker=speaker_view(hit.speaker, hit.source, hit.people, hit.described),
        said=said_text(hit.said),
        published=published_text(hit.published),
        href=article_href(hit.article, quotation=hit.id),
        copies=copies_href(hit.story),
    )


def article_view(hit: ArticleHit) -> ArticleView:
    """Return an article as the list shows it."""
    return ArticleView(
        hit=hit,
        passage=passage(hit.snippet),
        published=published_text(hit.published),
        href=article_href(hit.id),
        copies=copies_href(hit.story),
    )


def said_text(said: Said | None) -> str:
    """Return the date said in words, or "" if it is unknown."""
    return in_words(said.value) if said else ""


def published_text(published: Dated | None) -> str:
    """Return the publication date in words, or "undated"."""
    return in_words(published.day) if published else "undated"


def highlighted(text: str, highlights: Iterable[Span], within: Span | None = None) -> tuple[Run, ...]:
    """Split `text`, or its span `within`, into runs that match the query and runs that do not."""
    at, end = within or (0, len(text))
    found: list[Run] = []
    for begin, close in sorted(highlights):
        first, last = max(begin, at), min(close, end)
        if first < last:
            found += [Run(text[at:first]), Run(text[first:last], True)]
            at = last
    found.append(Run(text[at:end]))
    return tuple(run for run in found if run.text)


def passage(snippet: Snippet) -> tuple[Run, ...]:
    """Return a passage in runs, with an ellipsis where it begins or ends within a paragraph."""
    before, after = snippet.truncated
    return (*[Run("… ")] * before, *highlighted(snippet.text, snippet.highlights), *[Run(" …")] * after)


def _words(hit: QuotationHit) -> tuple[tuple[Run, ...], ...]:
    """Return the pieces of the content; highlighted if the passage has exactly these pieces."""
    text = hit.snippet.text
    if tuple(text[begin:end] for begin, end in hit.quoted) == hit.content:
        return tuple(highlighted(text, hit.snippet.highlights, span) for span in hit.quoted)
    return tuple((Run(piece),) for piece in hit.content)


def _context(hit: QuotationHit) -> tuple[Run, ...]:
    inside = any(begin < to and at < end for begin, end in hit.snippet.highlights for at, to in hit.quoted)
    return () if inside or not hit.snippet.highlights else passage(hit.snippet)
