"""Results as the pages show them: takes hits, gives words in runs (matched or not) and lines about who and when.

The words of a direct quotation stand in their own marks, those of a paraphrase in none: nothing here adds any.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from onrecord.api.words import quotation_label
from onrecord.archive.query.tree import Field
from onrecord.archive.requests import Sort
from onrecord.archive.results import ArticleHit, QuotationHit, Snippet
from onrecord.dates.words import in_words
from onrecord.model import Dated, Said, Span
from onrecord.web.search_url import State
from onrecord.web.views.speaker import Who, who


@dataclass(frozen=True, slots=True)
class Run:
    """Some words, and whether the query matched them."""

    text: str
    match: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """A quotation in a list of results. `context` is the passage around it where the query matched only there."""

    hit: QuotationHit
    label: str
    words: tuple[tuple[Run, ...], ...]
    context: tuple[Run, ...]
    who: Who
    said: str
    printed: str
    href: str
    copies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article in a list of results; `copies` is the address of all copies of its story, earliest first."""

    hit: ArticleHit
    passage: tuple[Run, ...]
    printed: str
    href: str
    copies: str


def quotation_view(hit: QuotationHit) -> QuotationView:
    """What the list shows of a quotation."""
    return QuotationView(
        hit=hit,
        label=quotation_label(hit.kind, hit.act),
        words=_words(hit),
        context=_context(hit),
        who=who(hit.speaker, hit.source, hit.people, hit.described),
        said=said(hit.said),
        printed=printed(hit.published),
        href=article_href(hit.article, quotation=hit.id),
        copies=copies_href(hit.story),
    )


def article_view(hit: ArticleHit) -> ArticleView:
    """What the list shows of an article."""
    return ArticleView(
        hit=hit,
        passage=passage(hit.snippet),
        printed=printed(hit.published),
        href=article_href(hit.id),
        copies=copies_href(hit.story),
    )


def article_href(id: str, *, capture: str | None = None, quotation: str = "") -> str:
    """The address of an article, as one capture has it, at one quotation."""
    query = f"?capture={capture}" if capture is not None else ""
    anchor = f"#{anchor_of(quotation)}" if quotation else ""
    return f"/article/{quote(id, safe='')}{query}{anchor}"


def copies_href(story: str) -> str:
    """The address of all copies of a story, earliest first."""
    return State(path="/articles", fields=(Field("story", story),), sort=Sort.OLDEST).href()


def anchor_of(quotation: str) -> str:
    """The name of a quotation's place in its article's page."""
    return f"q-{quote(quotation, safe='')}"


def said(said: Said | None) -> str:
    """The day of speaking in words; "" where nothing says it."""
    return in_words(said.value) if said else ""


def printed(published: Dated | None) -> str:
    """The day of printing in words, or "undated"."""
    return in_words(published.day) if published else "undated"


def runs(text: str, marks: Iterable[Span], within: Span | None = None) -> tuple[Run, ...]:
    """`text` (or the span of it that is `within`) cut where matches begin and end."""
    at, end = within or (0, len(text))
    cut: list[Run] = []
    for mark_begin, mark_end in sorted(marks):
        first, last = max(mark_begin, at), min(mark_end, end)
        if first < last:
            cut += [Run(text[at:first]), Run(text[first:last], True)]
            at = last
    cut.append(Run(text[at:end]))
    return tuple(run for run in cut if run.text)


def passage(snippet: Snippet) -> tuple[Run, ...]:
    """A passage cut at its matches, with an ellipsis wherever it is cut out of a paragraph."""
    before, after = snippet.truncated
    return (*[Run("… ")] * before, *runs(snippet.text, snippet.highlights), *[Run(" …")] * after)


def _words(hit: QuotationHit) -> tuple[tuple[Run, ...], ...]:
    """The pieces of the content, with the matches where the passage holds the very same pieces."""
    text = hit.snippet.text
    if tuple(text[begin:end] for begin, end in hit.quoted) == hit.content:
        return tuple(runs(text, hit.snippet.highlights, span) for span in hit.quoted)
    return tuple((Run(piece),) for piece in hit.content)


def _context(hit: QuotationHit) -> tuple[Run, ...]:
    inside = any(begin < to and at < end for begin, end in hit.snippet.highlights for at, to in hit.quoted)
    return () if inside or not hit.snippet.highlights else passage(hit.snippet)
