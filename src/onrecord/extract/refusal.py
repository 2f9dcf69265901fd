"""Refusal of pages that are not articles, with the reason in one line.

The archive lists the pages refused here, so every reason gives its figures. A page that calls itself an article
(JSON-LD, `article:published_time`, `og:type`) is accepted if it has 40 words; the other tests are for pages that do
not.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.extract.metadata import Metadata
from onrecord.extract.tree import content, drop, elements
from onrecord.model.errors import NotAnArticle

# Under 40 words a page is a caption, a teaser or a notice (issue 2; the shortest of 227 real articles has 64).
WORDS = 40
# Chinese, Japanese and Thai (but not Korean) have no blanks between words: two characters count as a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# A wall or an error page has fewer words; a page with more is read as an article.
_SHORT = 150
# Of 227 real articles those that do not call themselves articles have at most one linked headline in h2-h4; front and
# section pages have dozens.
_TEASERS = 6
# A paragraph of running text: the real articles without mark-up as articles all have one of 25 words.
_RUNNING = 25
_SENTENCE = re.compile(r"[.!?…。！？]")
_LINKS = 30

_WALLS = {
    "an error page": (
        r"^(?:error:?\s*)?(?:4\d\d|50\d)\b|page (?:was )?(?:not|can.?t be) found|^(?:page )?not found|access denied|"
        r"service unavailable|bad gateway|page (?:no longer|does(?: not|n.t)) exist"
    ),
    "a robot check": (
        r"just a moment|attention required|are you (?:a robot|human)|verify(?:ing)? (?:that )?you are (?:a )?human|"
        r"security check|captcha|enable javascript and cookies"
    ),
    "a consent wall": (
        r"before you continue|we (?:value|care about) your privacy|(?:accept|reject) all|use[sd]? cookies|"
        r"cookie (?:settings|consent|policy)|privacy (?:settings|choices)|^consent"
    ),
    "a login or paywall page": (
        r"^(?:log ?in|sign ?in|subscribe|register)\b|(?:subscribe|log in|sign in|register) to (?:continue|read|keep)|"
        r"already a subscriber"
    ),
}
_CONSENT_WORD = re.compile(r"cookie|consent|partners|privacy|personal data|accept all|reject all", re.IGNORECASE)
# Of 100 words; the 227 sample pages have 6 at most, their cookie banners counted in, and the wall in tests/extract 20.
_CONSENT_SHARE = 0.08


def count_words(text: str) -> int:
    """Return the number of words of `text`; in scripts without blanks two characters count as one word."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced // 2 if unspaced else len(text.split())


def refuse(text: str, metadata: Metadata, tree: HtmlElement) -> None:
    """Raise NotAnArticle if `tree`, a page whose body is `text`, has no article. May remove its scripts."""
    number = count_words(text)
    if not metadata.is_article or number < WORDS:
        _refuse_index(text, metadata, tree)
        _refuse_wall(text, number, metadata, tree)
    if number < WORDS:
        raise NotAnArticle(
            f"under {WORDS} words of text ({number})" if number else "no text that reads like an article's"
        )


def _refuse_index(text: str, metadata: Metadata, tree: HtmlElement) -> None:
    if metadata.is_article:
        return
    links = sum(1 for _ in elements(tree, ".//a[@href]"))
    teasers = _teasers(tree)
    running = any(
        count_words(paragraph) >= _RUNNING and _SENTENCE.search(paragraph) for paragraph in text.split("\n\n")
    )
    front = bool(metadata.url) and urlsplit(metadata.url).path in {"", "/"} and not urlsplit(metadata.url).query
    if teasers >= (_TEASERS // 2 if front else _TEASERS) or (links >= _LINKS and not running):
        raise NotAnArticle(f"an index page: {links} links, {teasers} of them headlines")


def _teasers(tree: HtmlElement) -> int:
    """Return the number of URLs that the page's h2 to h4 link to, with the link in the heading or around it."""
    found: set[str] = set()
    for heading in tree.iter("h2", "h3", "h4"):
        for link in (*heading.iter("a"), *heading.iterancestors("a")):
            found.add(link.get("href") or "")
    return len(found - {""})


def _refuse_wall(text: str, number: int, metadata: Metadata, tree: HtmlElement) -> None:
    drop(tree, "script")
    whole = content(tree)
    count = count_words(whole)
    if len(_CONSENT_WORD.findall(whole)) > _CONSENT_SHARE * count and number < 3 * _SHORT:
        raise NotAnArticle(f"a consent wall: {count} words on the page, titled {metadata.title[:60]!r}")
    # A short notice that calls itself an article has a cookie banner and a subscription box around it too.
    tested = [metadata.title, whole] if count < _SHORT and not metadata.is_article else [metadata.title]
    for name, pattern in _WALLS.items() if number < _SHORT else ():
        if any(re.search(pattern, part, re.IGNORECASE) for part in tested):
            raise NotAnArticle(f"{name}: {count} words on the page, titled {metadata.title[:60]!r}")
    if number < WORDS and next(elements(tree, ".//input[@type='password']"), None) is not None:
        raise NotAnArticle(f"a login or paywall page: {number} words of text and a password field")
