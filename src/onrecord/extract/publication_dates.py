"""The dates on which an article was published and modified: all candidates, each with its basis, and the choice.

Candidates come from JSON-LD, meta tags, microdata, `<time>`, the URL and, last, the text (htmldate). A date that the
page states for machines takes precedence over any guess. If nothing states a date there is none: the day of capture is
never used as the publication date.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.dates.calendar_names import MONTH_PREFIXES, any_of
from onrecord.dates.written import date_in
from onrecord.extract import jsonld, meta
from onrecord.extract.tree import content, drop, elements
from onrecord.model import Candidate, Dated, Precision

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
    "article:publishdate", "published_time", "article_date_original", "originalpublicationdate", "publish-date",
    "publish_date", "publishdate", "publication_date", "pubdate", "ptime", "pdate", "displaydate", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.created", "dc.date", "dcterms.date",
    "citation_publication_date", "citation_online_date", "citation_date", "prism.publicationdate", "date_published",
    "date.created", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:modified_time", "og:updated_time",
    "datemodified", "article.updated", "dcterms.modified", "dc.date.modified", "dc.modified", "revision_date",
    "last-modified", "utime", "modified_date", "lastmod",
)  # fmt: skip
ITEMS = ("datePublished", "dateModified")
"""The microdata properties that are read here."""
_URL_DAY = re.compile(
    rf"[/_-]((?:19|20)\d{{2}})([/-]?)(?:(0[1-9]|1[0-2])|({any_of(MONTH_PREFIXES)}))\2"
    r"(0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_TIME_CLASS = re.compile(r"\b(?:entry-date|published|publish(?:ed)?[-_]date|pubdate)\b")
logging.getLogger("htmldate").addHandler(logging.NullHandler())
# htmldate's search in running text takes 100 to 180 ms on 2 of the 227 sample pages, and its two more dates (of 21
# asked for) come from text that does not say what it dates.
_EXTENSIVE = False
_UNSEEN = ("script", "style", "noscript", "template", "svg")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSources:
    """The sources that may state a page's dates; `node` is the one of `nodes` that describes the article.

    `table` has the meta tags, `items` the microdata of `ITEMS`.
    """

    tree: HtmlElement
    node: jsonld.Node
    nodes: list[jsonld.Node]
    table: meta.Meta
    items: meta.Meta
    url: str
    captured: str


def find_dates(sources: DateSources) -> tuple[Candidate, ...]:
    """Return all dates that the page states, the most trusted first; one of each field is chosen, each with a reason.

    If nothing states when it was published, the date that htmldate finds is the only candidate.
    """
    published = [found for found in _published(sources) if found]
    if not published and (guess := _by_htmldate(sources.tree, sources.captured)):
        published = [guess]
    return (
        *_judged("published", published),
        *_judged("modified", [found for found in _modified(sources) if found]),
    )


def _judged(field: str, found: list[Dated]) -> list[Candidate]:
    """Return the candidates of a field. The first wins, unless it is a day and another adds the time on that day."""
    dates = list(dict.fromkeys(found))
    if not dates:
        return []
    first = dates[0]
    won = first
    if first.precision is Precision.DAY:
        won = next((date for date in dates if "T" in date.value and date.day == first.day), first)
    return [Candidate(field, date, date is won, _reason(date, won, first)) for date in dates]


def _reason(date: Dated, won: Dated, first: Dated) -> str:
    if date is won:
        by = "the only one" if won.basis == "htmldate" else "the most trusted source that states one"
        return by if won is first else f"the day of {first.basis}, with its time"
    return (
        f"less trusted than {won.basis}, and the same day" if date.day == won.day else f"less trusted than {won.basis}"
    )


def _modified(sources: DateSources) -> Iterator[Dated | None]:
    yield date_in(sources.node.get("dateModified"), basis="JSON-LD dateModified")
    yield from _named(sources.table, _MODIFIED)
    for value in sources.items["dateModified"]:
        yield date_in(value, basis="microdata dateModified")


def _published(sources: DateSources) -> Iterator[Dated | None]:
    node = sources.node
    for key in ("datePublished", "dateCreated"):
        yield date_in(node.get(key), basis=f"JSON-LD {key}")
    yield from _named(sources.table, _PUBLISHED)
    for value in sources.items["datePublished"]:
        yield date_in(value, basis="microdata datePublished")
    for other in sources.nodes:
        kinds = jsonld.types(other)
        if other is not node and not {"WebSite", "Organization"} & set(kinds):
            thing = "" if jsonld.is_page(other) else f" ({kinds[0]})"
            yield date_in(other.get("datePublished"), basis=f"JSON-LD datePublished{thing}")
    yield from _time_elements(sources.tree)
    if match := _URL_DAY.search(sources.url):
        year, _, number, name, day = match.groups()
        yield date_in(f"{day} {name} {year}" if name else f"{year}-{number}-{day}", basis="URL")


def _named(table: meta.Meta, names: tuple[str, ...]) -> Iterator[Dated | None]:
    for name in names:
        for value in table.get(name, ()):
            yield date_in(value, basis=f"meta {name}")


def _time_elements(tree: HtmlElement) -> Iterator[Dated | None]:
    """Yield dates of `<time>` elements marked as published, by `pubdate` or by classes of WordPress and hAtom."""
    for element in elements(tree, ".//time"):
        classes = (element.get("class") or "").lower()
        changed = "updated" in classes.split() and "published" not in classes.split()
        if not changed and (element.get("pubdate") is not None or _TIME_CLASS.search(classes)):
            yield date_in(element.get("datetime") or content(element), basis="time element")


def _by_htmldate(tree: HtmlElement, captured: str) -> Dated | None:
    """Return the date that htmldate finds in the body; None if it finds none that can be trusted.

    The head was read already, and htmldate would use its date of change. The day of capture (from a page's clock or
    footer) is refused, and so is a first of January, which htmldate makes of a year alone (a copyright line). Scripts
    are removed first, in which htmldate finds dates of software and other articles.
    """
    # Here, since it takes 0.1 s to load (urllib3, dateparser) and most pages state their date.
    from htmldate import find_date  # noqa: PLC0415

    body = deepcopy(tree.find("body"))
    if body is None:
        return None
    drop(body, *_UNSEEN)
    try:
        day = find_date(body, extensive_search=_EXTENSIVE, original_date=True)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError, RecursionError):
        return None
    if not day or day.endswith("-01-01") or (captured and day >= captured):
        return None
    return date_in(day, basis="htmldate")
