"""Addresses of the pages, and links to them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from onrecord.archive.query.tree import Field
from onrecord.archive.requests import Sort
from onrecord.web.search_url import State

_LISTS = (("Quotations", "/quotes"), ("Articles", "/articles"), ("People", "/people"))


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the address that it leads to."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several ways to see the same thing: name, number of results (None: not shown), address, if current."""

    name: str
    count: int | None
    href: str
    current: bool


def list_tabs(current: str) -> tuple[Tab, ...]:
    """Return the tabs of the archive's lists, unfiltered; `current` is the path of the one that is open."""
    return tuple(Tab(name, None, path, path == current) for name, path in _LISTS)


def article_href(id: str, *, capture: str | None = None, quotation: str = "") -> str:
    """Return the address of an article; with `capture` as captured then, with `quotation` at that quotation."""
    query = f"?capture={capture}" if capture is not None else ""
    anchor = f"#{quotation_anchor(quotation)}" if quotation else ""
    return f"/article/{quote(id, safe='')}{query}{anchor}"


def quotation_anchor(quotation: str) -> str:
    """Return the anchor of a quotation on its article's page."""
    return f"q-{quote(quotation, safe='')}"


def copies_href(story: str) -> str:
    """Return the address of the list of all copies of a story, earliest first."""
    return State(path="/articles", fields=(Field("story", story),), sort=Sort.OLDEST).href()


def person_href(id: str, suffix: str = "") -> str:
    """Return the address of a person's page, or with the suffix `.json` that of its JSON."""
    return f"/people/{quote(id, safe='')}{suffix}"


def quotes_href(name: str, value: str) -> str:
    """Return the address of the quotations that match one filter."""
    return State(path="/quotes", fields=(Field(name, value),)).href()


def correct_href(article: str, quotation: str) -> str:
    """Return the address of the form that corrects a quotation."""
    return f"/correct?{urlencode({'article': article, 'quotation': quotation})}"
