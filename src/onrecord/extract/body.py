"""The body: the words of a page that belong to the article.

Its paragraphs are separated by a blank line; headings, list items, table rows and the paragraphs of quotations are
paragraphs of their own. trafilatura (fast) chooses the elements.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from lxml.etree import _Element, iterwalk, strip_elements
from lxml.html import HtmlElement

from onrecord.extract import captions, embeds
from onrecord.extract.layout import lay_out, place_captions
from onrecord.extract.questions import Questions
from onrecord.extract.tree import content, elements, line
from onrecord.model import Block, Caption
from onrecord.model.errors import NotAnArticle

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

# Elements that nothing reads after the metadata, while trafilatura copies the tree three times. JSON-LD stays: its
# articleBody is trafilatura's last resort.
_DEAD = ("style", "svg", "link", "meta", "iframe", "canvas", "img", "picture", "source")
# Elements that trafilatura drops whole, but searches first.
_FURNITURE = ("nav", "footer", "aside", "select", "noscript", "button")
# If there is no body, the caller raises the reason that trafilatura would log.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "row", "list", "table", "code", "div", "body", "main", "article", "section"}
)
_APART = ("aside", "footer", "form", "nav", "figure")
# The line that WordPress puts under each entry of a feed.
_SYNDICATED = re.compile(r"The post .+ appeared first on .+\.")
_STOP = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
# trafilatura, htmldate and courlan cache up to 16,000 strings of earlier pages; emptying the caches takes 12 ms.
_RESET_EVERY = 500
_pages = count(1)


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text, the blocks in it, and the captions beside it."""

    text: str
    blocks: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()


def extract_body(tree: HtmlElement, html: str, *, title: str = "", whole: bool = False) -> Body:
    """Return the article's body, "" if trafilatura finds none; without a headline (`title` or an <h1>) at its head.

    `html` is the source of the tree. `whole` leaves menus and footers in the tree as they are, so that their links can
    be counted afterwards.
    Raises NotAnArticle if the page is nested too deeply. The tree is not usable afterwards: scripts and other parts
    that are not read are removed from it.
    """
    headlines = {title.casefold(), *(content(heading).casefold() for heading in elements(tree, ".//h1"))}
    for script in list(elements(tree, ".//script")):
        if "ld+json" not in (script.get("type") or ""):
            script.drop_tree()
    taken = embeds.take_out_embeds(tree, html)
    questions, pictures = Questions(tree), captions.take_out_captions(tree)
    strip_elements(tree, *_DEAD, with_tail=False)
    if not whole:
        _flatten(tree, kept={up for piece in taken for up in piece.holder.iterancestors()})
    chosen = _chosen(tree)
    if chosen is None:
        return Body("")
    paragraphs = [paragraph for raw in _paragraphs(chosen) if (paragraph := line(raw))]
    if len(paragraphs) == 1:
        paragraphs = _page_paragraphs(tree, paragraphs[0]) or paragraphs
    if paragraphs and paragraphs[0].casefold() in headlines:
        del paragraphs[0]
    if paragraphs and _SYNDICATED.fullmatch(paragraphs[-1]):
        del paragraphs[-1]
    text, blocks = lay_out(embeds.put_back_embeds(paragraphs, taken, tree), questions)
    return Body(text, blocks, place_captions(pictures, text))


def _chosen(tree: HtmlElement) -> _Element | None:
    """Return the elements that trafilatura chooses; None if it finds no article."""
    # Here, since it takes 0.1 s to load (justext, courlan): texts and feeds need none of it.
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.meta import reset_caches  # noqa: PLC0415

    if next(_pages) % _RESET_EVERY == 0:
        reset_caches()
    try:
        chosen: _Element | None = getattr(bare_extraction(tree, options=_options()), "body", None)
    except RecursionError as fault:
        raise NotAnArticle("its elements are nested too deeply to be read") from fault
    return chosen


@cache
def _options() -> Extractor:
    """Return the options: fast, the body alone; any format but "python", which would serialise the text twice."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 (as above)

    return Extractor(output_format="txt", fast=True, comments=False, with_metadata=False)


def _flatten(tree: HtmlElement, *, kept: set[HtmlElement]) -> None:
    """Reduce elements that trafilatura drops whole to their words, which it counts for the page; `kept` ones stay."""
    for element in list(tree.iter(*_FURNITURE)):
        if len(element) and element not in kept:
            # Words of menus count for the length of the page; words elsewhere only must not be lost.
            text = " ".join(element.itertext()) if element.tag == "nav" else element.text_content()
            del element[:]
            element.text = text


def _page_paragraphs(tree: HtmlElement, text: str) -> list[str]:
    """Return the page's own <p> elements if trafilatura's last resort returned a whole <article> as one paragraph."""
    bare = "".join(text.split())
    for article in elements(tree, ".//article"):
        # trafilatura separates the blocks of that text with blanks that the page does not have.
        if "".join(content(article).split()) == bare:
            found = [p for p in article.iter("p") if next(p.iterancestors(*_APART), None) is None]
            return [paragraph for p in found if (paragraph := content(p))]
    return []


def _paragraphs(root: _Element) -> Iterator[str]:
    """Yield the text of each innermost block, in order; text between blocks is a paragraph too."""
    parts: list[str] = []
    for event, element in iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        closes = tag in _BLOCKS or (event == "start" and tag == "lb" and (_stops(parts) or _is_double(element)))
        if closes and parts:
            yield "".join(parts)
            parts = []
        if event == "start":
            parts.append(f" {element.text or ''}" if tag in {"lb", "cell"} else element.text or "")
        elif element is not root:
            parts.append(element.tail or "")
    yield "".join(parts)


def _stops(parts: list[str]) -> bool:
    """True if the paragraph so far ends like a sentence, so that a line break after it ends the paragraph."""
    return bool(parts) and _STOP.search(parts[-1].rstrip()[-4:]) is not None


def _is_double(element: _Element) -> bool:
    """True if another line break follows: two in a row separate paragraphs."""
    after = element.getnext()
    return after is not None and after.tag == "lb" and not (element.tail or "").strip()
