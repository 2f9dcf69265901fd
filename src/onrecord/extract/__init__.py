"""What is the article?

`extract` returns the article in one captured page (text, title, authors, outlet, dates with their basis, language,
dateline), or raises NotAnArticle with the reason. Nothing is fetched; the HTML is parsed once.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.body import Body, extract_body
from onrecord.extract.date_checks import check_dates
from onrecord.extract.dateline import find_dateline
from onrecord.extract.decode import decode, is_binary
from onrecord.extract.language import detect_language
from onrecord.extract.metadata import Metadata, read_metadata
from onrecord.extract.refusal import count_words, refuse
from onrecord.extract.tree import parse
from onrecord.model import Article, Candidate, Flag, Given, Page, Role, article_id
from onrecord.model.errors import NotAnArticle
from onrecord.urls import domain

__all__ = ["extract"]

# trafilatura's own limit (MAX_FILE_SIZE): the tree of such a page takes about ten times its bytes.
_LARGEST = 20_000_000
_TITLE = 80
# A paywall leaves a paragraph or two to read: the sample's whole articles behind one have 270 words and more, its two
# stubs 94 and 106.
_STUB = 120


def extract(page: Page) -> Article:
    """Return the article in `page`. What the input states (`page.given`) takes precedence over what the page states.

    A page given as text is an article whatever its length, and its text stays exactly as given.
    Raises NotAnArticle with a reason of one line: too few words (and how many), an index page, a consent wall, …
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
        language=detect_language(text),
        published=given.published,
        captured=page.captured,
        dateline=find_dateline(text),
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
    stated = read_metadata(tree, url=page.url, captured=page.captured.day if page.captured else "")
    body = extract_body(tree, markup, title=stated.title, whole=not stated.is_article)
    text = body.text
    refuse(text, stated, tree)
    given = page.given
    candidates = _candidates(given, stated)
    return Article(
        id=_id(page),
        url=stated.url,
        outlet=given.outlet or stated.outlet,
        title=given.title or stated.title or _first_words(text),
        text=text,
        authors=given.authors or stated.authors,
        language=detect_language(text, declared=stated.language),
        locale=stated.locale,
        published=given.published or stated.date("published"),
        modified=stated.date("modified"),
        captured=page.captured,
        dateline=find_dateline(text),
        blocks=body.blocks,
        captions=body.captions,
        candidates=candidates,
        doubts=check_dates(candidates, captured=page.captured),
        section=stated.section,
        tags=stated.tags,
        canonical=stated.canonical,
        domain=domain(stated.url),
        flags=_flags(stated, body, text),
    )


def _candidates(given: Given, stated: Metadata) -> tuple[Candidate, ...]:
    """Return all dates found; one that the input states comes first and is chosen."""
    if given.published is None:
        return stated.dates
    reason = f"less trusted than {given.published.basis}"
    others = (
        replace(date, chosen=False, reason=reason) if date.field == "published" else date for date in stated.dates
    )
    return (Candidate("published", given.published, True, "what the input states wins"), *others)


def _flags(stated: Metadata, body: Body, text: str) -> tuple[Flag, ...]:
    """Return the flags; a paywalled page is a stub if it has few words, or under half of the number it states."""
    flags = []
    if stated.is_paywalled:
        number = count_words(text)
        flags.append(Flag.PAYWALLED)
        if 2 * number < stated.word_count or number < _STUB:
            flags.append(Flag.STUB)
    if stated.is_live or sum(block.role is Role.STAMP for block in body.blocks) > 1:
        flags.append(Flag.LIVE)
    return tuple(flags)


def _id(page: Page) -> str:
    return article_id(url=page.url, given=page.given.id, digest=page.evidence.digest)


def _first_words(text: str) -> str:
    """Return a title for a text without one: its first line if that is short enough, else its first words."""
    first = " ".join(text.strip().partition("\n")[0].split())
    if len(first) <= _TITLE:
        return first
    return first[:_TITLE].rsplit(" ", 1)[0].rstrip(",;:—–- ") + "…"
