"""Metadata that a page states about its article: title, authors, outlet, dates, declared language.

Each comes from the first source that states it: JSON-LD, then OpenGraph and other meta tags, then microdata, then
visible markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.extract import jsonld, meta, publication_dates, topics
from onrecord.extract.bylines import author_names
from onrecord.extract.language import declared_language, language_tag
from onrecord.extract.titles import choose_title, is_name, without_slogan
from onrecord.extract.tree import content, elements, line
from onrecord.model import Candidate, Dated
from onrecord.urls import domain

_TITLES = ("twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "headline")
_AUTHORS = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "cxenseparse:author",
    "article.author",
    "byline",
    "twitter:creator",
]
_ITEMS = ("author", *publication_dates.ITEMS)
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "citation_journal_title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The metadata that a page states; empty if it states nothing. `is_article`: it calls itself an article."""

    url: str
    outlet: str
    title: str
    authors: tuple[str, ...]
    language: str
    locale: str
    dates: tuple[Candidate, ...]
    is_article: bool
    section: str
    tags: tuple[str, ...]
    canonical: str
    is_paywalled: bool
    is_live: bool
    word_count: int

    def date(self, field: str) -> Dated | None:
        """Return the date chosen for `field`: published, modified."""
        return next((found.date for found in self.dates if found.field == field and found.chosen), None)


def read_metadata(tree: HtmlElement, *, url: str = "", captured: str = "") -> Metadata:
    """Return what a page at `url` ("": its own link is used), captured on the day `captured`, states in its tree."""
    table, items = meta.read_meta(tree), meta.microdata(tree, _ITEMS)
    url = url or _own_url(tree, table)
    nodes = jsonld.read_nodes(tree)
    node = jsonld.main_article(nodes, url=url)
    outlet, sites = _outlet(node, nodes, table, url)
    sources = publication_dates.DateSources(
        tree=tree, node=node, nodes=nodes, table=table, items=items, url=url, captured=captured
    )
    headline = choose_title(_titles(tree, node, nodes, table), site=sites)
    return Metadata(
        url=url,
        outlet=outlet,
        title=headline,
        authors=_authors(sources, sites),
        language=declared_language(tree),
        locale=_locale(language_tag(tree), meta.first(table, ("og:locale",))),
        dates=publication_dates.find_dates(sources),
        is_article=bool(node) or "article:published_time" in table or _says_article(nodes, table),
        section=topics.section(node, nodes, table),
        tags=topics.tags(tree, node, nodes, table),
        canonical=topics.canonical(tree, table, url),
        is_paywalled=topics.is_paywalled(node, table),
        is_live=topics.is_live(node, url, headline),
        word_count=topics.word_count(node),
    )


def _says_article(nodes: list[jsonld.Node], table: meta.Meta) -> bool:
    """True if `og:type` says article and no JSON-LD contradicts it: WordPress calls its archive pages articles too."""
    lists = any({"CollectionPage", "SearchResultsPage", "ItemList"} & set(jsonld.types(node)) for node in nodes)
    return meta.first(table, ("og:type",)).lower() == "article" and not lists


def _own_url(tree: HtmlElement, table: meta.Meta) -> str:
    links = (link.get("href", "") for link in elements(tree, ".//link[@rel='canonical']"))
    return next((link for link in links if link.startswith("http")), "") or meta.first(table, ("og:url",))


def _outlet(node: jsonld.Node, nodes: list[jsonld.Node], table: meta.Meta, url: str) -> tuple[str, list[str]]:
    """Return the outlet's name, and all names that a title may end with.

    `og:site_name` takes precedence: the publisher in JSON-LD is the agency on pages of wire stories (Hearst), or the
    maker of the software (Blogger). If it is an address or a slug, the publisher's name is used.
    """
    publisher = jsonld.texts(node.get("publisher"), nodes)
    websites = [name for other in nodes if "WebSite" in jsonld.types(other) for name in jsonld.texts(other, nodes)]
    tags = [value for name in _SITES if (value := meta.first(table, (name,)))]
    host = domain(url)
    names = [*tags[:1], *publisher, *websites, *tags[1:]]
    short = [name for full in names if (name := without_slogan(full))]
    outlet = next((name for name in short if is_name(name, host)), next(iter(short), host))
    return outlet, [*names, *short, host, host.partition(".")[0]]


def _locale(tag: str, graph: str) -> str:
    """Return the page's own language tag if it names a region (en-GB), else Open Graph's (en_GB)."""
    return tag.strip() if re.match(r"\s*[A-Za-z]{2,3}[-_]\w", tag) or not graph else graph


def _titles(tree: HtmlElement, node: jsonld.Node, nodes: list[jsonld.Node], table: meta.Meta) -> Iterator[str]:
    # Where `og:title` and JSON-LD's headline differ in words, the publishers' own parsers (46 pages of 33 outlets, see
    # evals/articles.py) take the former 5 times and the latter 3 times.
    yield meta.first(table, ("og:title",))
    yield from jsonld.texts(node.get("headline"), nodes)
    yield meta.first(table, _TITLES)
    yield from (content(heading) for heading in elements(tree, ".//h1"))
    yield from (line(element.text or "") for element in elements(tree, ".//title"))
    yield from jsonld.texts(node.get("name"), nodes)


def _authors(page: publication_dates.DateSources, sites: list[str]) -> tuple[str, ...]:
    def sources() -> Iterator[list[str]]:
        yield jsonld.texts(page.node.get("author"), page.nodes)
        yield jsonld.texts(page.node.get("creator"), page.nodes)
        yield from (page.table.get(name, []) for name in _AUTHORS)
        yield page.items["author"]
        yield [content(link) for link in elements(page.tree, ".//a[@rel='author']")]

    return next((names for bylines in sources() if (names := author_names(bylines, outlets=sites))), ())
