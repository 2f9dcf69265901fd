"""What is the article?

Takes one captured page; gives the article in it (text, title, authors, outlet, dates with their basis, language,
dateline), or raises NotAnArticle with the reason. Nothing is fetched; the HTML is parsed once.
"""

from __future__ import annotations

from onrecord.errors import NotAnArticle
from onrecord.extract import metadata
from onrecord.extract.body import body
from onrecord.extract.dateline import dateline
from onrecord.extract.decode import decode, is_binary
from onrecord.extract.language import language
from onrecord.extract.refusal import refuse
from onrecord.extract.titles import domain
from onrecord.extract.tree import parse
from onrecord.model import Article, Page, article_id

__all__ = ["extract"]

# trafilatura's own limit (MAX_FILE_SIZE): the tree of such a page takes about ten times its bytes.
_LARGEST = 20_000_000
_TITLE = 80


def extract(page: Page) -> Article:
    """The article that `page` holds. What the input states of it (`page.given`) goes before what the page says.

    A page given as text is an article whatever its length, and its text stays exactly as given.
    Raises NotAnArticle, whose reason is one line: too few words (how many), an index page, a consent wall, …
    """
    return _from_text(page, page.text) if page.text is not None else _from_html(page, page.html or b"")


def _from_text(page: Page, text: str) -> Article:
    if not text.strip():
        raise NotAnArticle("empty text")
    given = page.given
    return Article(
        id=_id(page),
        url=page.url,
        outlet=given.outlet or domain(page.url),
        title=given.title or _first_words(text),
        text=text,
        authors=given.authors,
        language=language(text),
        published=given.published,
        captured=page.captured,
        dateline=dateline(text),
    )


def _from_html(page: Page, html: bytes) -> Article:
    if not html.strip():
        raise NotAnArticle("empty page")
    if len(html) > _LARGEST:
        raise NotAnArticle(f"a page of {len(html) / 1e6:.0f} MB: over the {_LARGEST / 1e6:.0f} MB that are read")
    if is_binary(html):
        raise NotAnArticle(f"no HTML: binary data that begins with {html[:8]!r}")
    tree = parse(decode(html, charset=page.charset))
    said = metadata.read(tree, url=page.url, captured=page.captured.day if page.captured else "")
    found = body(tree, title=said.title)
    text = found.text
    refuse(text, said, tree)
    given = page.given
    return Article(
        id=_id(page),
        url=said.url,
        outlet=given.outlet or said.outlet,
        title=given.title or said.title or _first_words(text),
        text=text,
        authors=given.authors or said.authors,
        language=language(text, declared=said.language),
        published=given.published or said.published,
        modified=said.modified,
        captured=page.captured,
        dateline=dateline(text),
        blocks=found.blocks,
        captions=found.captions,
    )


def _id(page: Page) -> str:
    return article_id(url=page.url, given=page.given.id, digest=page.evidence.digest)


def _first_words(text: str) -> str:
    """A title for a text that has none: its first line where that reads like one, else its first words."""
    first = " ".join(text.strip().partition("\n")[0].split())
    if len(first) <= _TITLE:
        return first
    return first[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:—–- ") + "…"
