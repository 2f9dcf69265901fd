"""What is the article?

Takes one captured page; gives the article in it (text, title, authors, outlet, dates with their basis, language,
dateline), or raises NotAnArticle with the reason. Nothing is fetched; the HTML is parsed once.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract import metadata
from onrecord.extract.body import Body, body
from onrecord.extract.date_checks import doubts
from onrecord.extract.dateline import dateline
from onrecord.extract.decode import decode, is_binary
from onrecord.extract.language import language
from onrecord.extract.refusal import refuse, words
from onrecord.extract.tree import parse
from onrecord.model import Article, Candidate, Flag, Given, Page, Role, article_id
from onrecord.model.errors import NotAnArticle
from onrecord.urls import domain

__all__ = ["extract"]

# trafilatura's own limit (MAX_FILE_SIZE): the tree of such a page takes about ten times its bytes.
_LARGEST = 20_000_000
_TITLE = 80
# What walls leave to be read is a paragraph or two: the sample's whole articles behind one have 270 words
# and more, its two stubs 94 and 106.
_STUB = 120


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
        domain=domain(page.url),
    )


def _from_html(page: Page, html: bytes) -> Article:
    if not html.strip():
        raise NotAnArticle("empty page")
    if len(html) > _LARGEST:
        raise NotAnArticle(f"a page of {len(html) / 1e6:.0f} MB: over the {_LARGEST / 1e6:.0f} MB that are read")
    if is_binary(html):
        raise NotAnArticle(f"no HTML: binary data that begins with {html[:8]!r}")
    markup = decode(html, charset=page.charset)
    tree = parse(markup)
    said = metadata.read(tree, url=page.url, captured=page.captured.day if page.captured else "")
    found = body(tree, markup, title=said.title, whole=not said.is_article)
    text = found.text
    refuse(text, said, tree)
    given = page.given
    candidates = _candidates(given, said)
    return Article(
        id=_id(page),
        url=said.url,
        outlet=given.outlet or said.outlet,
        title=given.title or said.title or _first_words(text),
        text=text,
        authors=given.authors or said.authors,
        language=language(text, declared=said.language),
        locale=said.locale,
        published=given.published or said.date("published"),
        modified=said.date("modified"),
        captured=page.captured,
        dateline=dateline(text),
        blocks=found.blocks,
        captions=found.captions,
        candidates=candidates,
        doubts=doubts(candidates, captured=page.captured),
        section=said.section,
        tags=said.tags,
        canonical=said.canonical,
        domain=domain(said.url),
        flags=_flags(said, found, text),
    )


def _candidates(given: Given, said: metadata.Metadata) -> tuple[Candidate, ...]:
    """All dates found, the one that the input states first: what it states wins over what the page says."""
    if given.published is None:
        return said.dates
    reason = f"less trusted than {given.published.basis}"
    others = (replace(one, chosen=False, reason=reason) if one.field == "published" else one for one in said.dates)
    return (Candidate("published", given.published, True, "what the input states wins"), *others)


def _flags(said: metadata.Metadata, found: Body, text: str) -> tuple[Flag, ...]:
    """Paywalled, and a stub where less than half the words are there that the page says it has, or few are."""
    flags = []
    if said.is_paywalled:
        number = words(text)
        flags.append(Flag.PAYWALLED)
        if 2 * number < said.word_count or number < _STUB:
            flags.append(Flag.STUB)
    if said.is_live or sum(block.role is Role.STAMP for block in found.blocks) > 1:
        flags.append(Flag.LIVE)
    return tuple(flags)


def _id(page: Page) -> str:
    return article_id(url=page.url, given=page.given.id, digest=page.evidence.digest)


def _first_words(text: str) -> str:
    """A title for a text that has none: its first line where that reads like one, else its first words."""
    first = " ".join(text.strip().partition("\n")[0].split())
    if len(first) <= _TITLE:
        return first
    return first[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:—–- ") + "…"
