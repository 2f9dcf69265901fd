"""Embedded posts, quotation blocks and live-blog time stamps, which trafilatura would lose.

Before it runs, each is replaced by a paragraph between two placeholders, outside the wrappers that trafilatura drops
(an <aside>, a class with "embed"). Afterwards each is put back among the paragraphs it chose. trafilatura still decides
where the article begins and ends: the paragraph has the words of the embed, so that measures of length see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement
from lxml.html.builder import P

from onrecord.extract import posts, quoteblocks
from onrecord.extract.lazy_embeds import unfold_embeds
from onrecord.extract.posts import Post
from onrecord.extract.quoteblocks import PULL, Quote
from onrecord.extract.timestamps import Stamp, time_stamps
from onrecord.extract.tree import content, finder

_PLACED = re.compile(r"orpiece(?P<number>\d+)begins\b.*?\borpiece(?P=number)ends\b", re.DOTALL)
_PLACEHOLDER = re.compile(r"\s*\borpiece\d+(?:begins|ends)\b\s*")
# Elements that trafilatura removes regardless of their contents (its settings.MANUALLY_CLEANED), and the class names
# that it considers furniture (its xpaths.OVERALL_DISCARD_XPATH) and that pages give to wrappers of embeds.
_DROPPED = frozenset({"aside", "figure", "noscript", "template", "footer", "picture", "iframe", "object", "details"})
_WRAPPER = re.compile(
    r"embed|social|tweet|quote|widget|media|share|slide|attachment|overlay|rating|message|meta|expand|button",
    re.IGNORECASE,
)
_NO_STORY = re.compile(
    r"comment|related|sidebar|side-bar|latest|trending|most-|timeline|feed\b|follow|likebox|fb-page|newsletter|promo",
    re.IGNORECASE,
)
_CONTAINERS = frozenset({"article", "main", "body", "html", "td", "th"})
# Pages put a headline or a button around an embed, not a story: more characters are another part of the page.
_AROUND = 300
_DESCRIBED = finder(".//@data-alt/..")
# Elements that can be an embed by their class.
_CLASSED = ("aside", "div", "figure", "section", "article", "p", "q")
_WORDS = re.compile("uote|weet|toot|skeet|[-_]post")

Source = Post | Quote | Stamp


@dataclass(frozen=True, slots=True)
class Piece:
    """One embed that was taken out, the paragraph in its place, and its number in the order of the page."""

    number: int
    source: Source
    holder: HtmlElement


def take_out_embeds(tree: HtmlElement, html: str) -> list[Piece]:
    """Replace the embeds of `tree`, parsed from `html`, by paragraphs between placeholders.

    An embed that occurs twice (for browsers without scripts) is kept once.
    """
    unfold_embeds(tree, html)
    _mark_inline(tree)
    pieces: list[Piece] = []
    seen: set[tuple[str, ...]] = set()
    for element, source in list(_sources(tree, described="data-alt" in html)):
        if element.getparent() is None or not _in_story(element):
            continue
        key = source.words if isinstance(source, Post) else ()
        if isinstance(source, Post) and (not source.words or key in seen):
            _remove(element)
            continue
        seen.add(key)
        words = " ".join(source.words)
        holder = P(f"orpiece{len(pieces)}begins {words} orpiece{len(pieces)}ends")
        _place(holder, element)
        pieces.append(Piece(len(pieces), source, holder))
    return pieces


def put_back_embeds(paragraphs: list[str], pieces: list[Piece], tree: HtmlElement) -> list[str | Source]:
    """Return the paragraphs with each embed back in its place.

    An embed that trafilatura skipped comes back if the paragraphs before and after it were chosen; one whose words are
    in the text as well (a pull quote) is left out.
    """
    laid: list[str | Source] = []
    lost: dict[int, Source] = {piece.number: piece.source for piece in pieces}
    for paragraph in paragraphs:
        at = 0
        for match in _PLACED.finditer(paragraph):
            laid += [text for text in (without_placeholders(paragraph[at : match.start()]),) if text]
            if (source := lost.pop(int(match["number"]), None)) is not None:
                laid.append(source)
            at = match.end()
        laid += [text for text in (without_placeholders(paragraph[at:]),) if text]
    for piece in pieces:
        if piece.number in lost:
            _put_lost(piece, laid, tree, pieces)
    words = _bare(" ".join(text for text in laid if isinstance(text, str)))
    return [
        item for item in laid if not (isinstance(item, Quote) and item.pulled and _bare(" ".join(item.words)) in words)
    ]


def without_placeholders(text: str) -> str:
    """Return `text` without single placeholders: an embed that trafilatura cut in two is ordinary text."""
    return _PLACEHOLDER.sub(" ", text).strip() if "orpiece" in text else text.strip()


def _put_lost(piece: Piece, laid: list[str | Source], tree: HtmlElement, pieces: list[Piece]) -> None:
    """Put an embed after the nearest paragraph before it, if that and one after it (or a sibling) were chosen."""
    order = [element for element in tree.iter("p", "li", "h2", "h3") if element.text or len(element)]
    try:
        at = next(number for number, element in enumerate(order) if element is piece.holder)
    except StopIteration:
        return
    sources = {id(other.holder): other.source for other in pieces}

    def place(element: HtmlElement) -> int | None:
        wanted: str | Source = sources.get(id(element), content(element))
        return next((number for number, item in enumerate(laid) if item is wanted or item == wanted), None)

    before = next(
        (found for element in reversed(order[max(0, at - 4) : at]) if (found := place(element)) is not None), None
    )
    after = next((found for element in order[at + 1 : at + 5] if (found := place(element)) is not None), None)
    kin = any(element.getparent() is piece.holder.getparent() for element in order[max(0, at - 2) : at])
    if before is not None and ((after is not None and after > before) or kin):
        laid.insert(before + 1, piece.source)


def _sources(tree: HtmlElement, *, described: bool) -> Iterator[tuple[HtmlElement, Source]]:
    """Yield the elements to take out, outermost first, in the order of the page."""
    within: set[HtmlElement] = set()
    stamped = time_stamps(tree)
    others = {*stamped, *(_DESCRIBED(tree) if described else ())}
    for element in _in_order(tree, {*_candidates(tree), *others}) if others else _candidates(tree):
        if any(up in within for up in element.iterancestors()):
            continue
        source: Source | None = stamped.get(element) or posts.read_post(element)
        if source is None and (element.tag == "blockquote" or _is_pull(element)):
            source = quoteblocks.read_quote(element)
        if source is not None:
            within.add(element)
            yield element, source


def _candidates(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that can be an embed by their name, class or alternative text."""
    for element in tree.iter("blockquote", "img", *_CLASSED):
        if element.tag == "img":
            if " by " in (element.get("alt") or ""):
                yield element
        elif element.tag == "blockquote" or _may_be_piece(element.get("class")):
            yield element


@lru_cache(maxsize=1024)
def _may_be_piece(name: str | None) -> bool:
    return name is not None and _WORDS.search(name) is not None


def _in_order(tree: HtmlElement, chosen: set[HtmlElement]) -> list[HtmlElement]:
    return [element for element in tree.iter() if element in chosen]


def _is_pull(element: HtmlElement) -> bool:
    """True for a pull quote without <blockquote>, in an element of its own."""
    return (
        element.tag in {"aside", "div", "figure", "section", "p", "q"}
        and PULL.search(element.get("class") or "") is not None
        and next(element.iter("blockquote"), None) is None
    )


def _in_story(element: HtmlElement) -> bool:
    """True unless an element around it is a comment, a widget of the site or a list of other stories."""
    for up in element.iterancestors():
        if up.tag in _CONTAINERS:
            return True
        if up.tag == "nav" or _NO_STORY.search(f"{up.get('class') or ''} {up.get('id') or ''}"):
            return False
    return True


def _place(holder: HtmlElement, element: HtmlElement) -> None:
    """Replace `element` by `holder`, before the outermost wrapper around it that would be dropped."""
    outermost, own = element, len(content(element))
    for up in element.iterancestors():
        if up.tag in _CONTAINERS or len(content(up)) - own > _AROUND + own // 2:
            break
        if up.tag in _DROPPED or up.tag == "p" or "-" in up.tag or _WRAPPER.search(up.get("class") or ""):
            outermost = up
    outermost.addprevious(holder)
    _remove(element)
    if outermost is not element and not content(outermost):
        _remove(outermost)


def _remove(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _mark_inline(tree: HtmlElement) -> None:
    """Replace <q>, a quotation whose quotation marks the browser adds (HTML, section 4.5.7), by these and text."""
    for element in list(tree.iter("q")):
        if element.getparent() is None or PULL.search(element.get("class") or ""):
            continue
        text = content(element)
        if text and text[0] not in '"“‘«„':
            element.text = f"“{element.text or ''}"
            if len(element):
                element[-1].tail = f"{element[-1].tail or ''}”"
            else:
                element.text += "”"
        element.drop_tag()


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
