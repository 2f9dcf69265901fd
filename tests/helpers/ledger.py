"""Pages of our own writing in the shapes of real ones: invented people, outlets and news."""

from __future__ import annotations

import json
from typing import Any

from onrecord.model import Dated, Evidence, Given, Page, Precision

PARAGRAPHS = (
    (
        "The council of Marrow Bay voted on Tuesday to reopen the ferry slip that was closed after the winter storms, "
        "ending a quarrel that had divided the town for the better part of a year and cost two members their seats."
    ),
    (
        "“We owe it to the people who cross this water every day,” Ines Calder, the council's chair, said after the "
        "vote. She added that the first boats would run before the summer, and that the engineers had signed off on "
        "the piles."
    ),
    (
        "Opponents said the repairs would cost more than the town could bear. The treasurer put the sum at four "
        "hundred thousand crowns, to be paid over five years from the harbour dues and a loan from the county."
    ),
)
URL = "https://www.marrowbayledger.example/news/ferry-slip-to-reopen"


def page(html: str | bytes, *, url: str = URL, charset: str = "", given: Given | None = None) -> Page:
    """A captured page."""
    return Page(
        url=url,
        html=html.encode() if isinstance(html, str) else html,
        charset=charset,
        evidence=Evidence("marrow.warc.gz", 512, "sha256:00ff"),
        captured=Dated("2022-03-09T04:00:00Z", Precision.SECOND, "WARC-Date"),
        given=given or Given(),
    )


def text_page(text: str, *, given: Given | None = None) -> Page:
    """A page given as plain text."""
    return Page(url="", text=text, evidence=Evidence("note.txt", 0, "sha256:00ff"), given=given or Given())


def html(
    *,
    head: str = "",
    body: str = "",
    title: str = "Ferry slip to reopen | Marrow Bay Ledger",
    lang: str = "en",
    paragraphs: tuple[str, ...] = PARAGRAPHS,
) -> str:
    """An article page: navigation, the article with its paragraphs and `body` after them, a footer."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/tides">Tides</a></nav>'
        f"<article><h1>Ferry slip to reopen</h1>{story}{body}</article>"
        "<footer><p>© 2022 Marrow Bay Ledger. All rights reserved.</p></footer></body></html>"
    )


def jsonld(*values: Any) -> str:
    """JSON-LD scripts, one for each value."""
    return "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)


def article_node(**fields: Any) -> dict[str, Any]:
    """A NewsArticle as most publishers write it, changed by `fields`."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry slip to reopen",
        "datePublished": "2022-03-08T09:30:00-05:00",
        "dateModified": "2022-03-08T11:02:41-05:00",
        "author": {"@type": "Person", "name": "Tobias Renn"},
        "publisher": {"@type": "Organization", "name": "Marrow Bay Ledger"},
        **fields,
    }
