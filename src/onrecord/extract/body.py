"""Which words are the article's?

Takes the tree; gives the text, its paragraphs parted by a blank line: headings, list items, table rows and the
paragraphs of quotations each stand for themselves. trafilatura (fast) chooses the elements.
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
from onrecord.extract.layout import lay_out, place
from onrecord.extract.questions import Questions
from onrecord.extract.tree import content, elements, line
from onrecord.model import Block, Caption
from onrecord.model.errors import NotAnArticle

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

# What no part reads after the metadata, while trafilatura copies the tree thrice. JSON-LD stays: its articleBody is
# trafilatura's last resort.
_DEAD = ("style", "svg", "link", "meta", "iframe", "canvas", "img", "picture", "source")
# What trafilatura drops whole, but looks through first.
_FURNITURE = ("nav", "footer", "aside", "select", "noscript", "button")
# What trafilatura logs for want of a body is raised by the caller as a reason.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "row", "list", "table", "code", "div", "body", "main", "article", "section"}
)
_APART = ("aside", "footer", "form", "nav", "figure")
# The line that WordPress puts under each entry of a feed.
_SYNDICATED = re.compile(r"The post .+ appeared first on .+\.")
_STOP = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
# trafilatura, htmldate and courlan keep up to 16,000 strings of pages long gone; emptying them takes 12 ms.
_RESET_EVERY = 500
_pages = count(1)


@dataclass(frozen=True, slots=True)
class Body:
    """An article's text, the blocks in it, and the captions beside it."""

    text: str
    blocks: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()


def body(tree: HtmlElement, html: str, *, title: str = "", whole: bool = False) -> Body:
    """The article's text, or "" where trafilatura finds none; without the headline, `title` or an <h1>, that heads it.

    `html` is what the tree was parsed from. `whole`: leave menus and footers in the tree as they are, for a look at
    their links afterwards.
    Raises NotAnArticle where the page is nested too deeply to be read. The tree is spent afterwards: scripts and other
    parts that are not read are gone from it.
    """
    headlines = {title.casefold(), *(content(heading).casefold() for heading in elements(tree, ".//h1"))}
    for script in list(elements(tree, ".//script")):
        if "ld+json" not in (script.get("type") or ""):
            script.drop_tree()
    taken = embeds.take_out(tree, html)
    questions, pictures = Questions(tree), captions.take_out(tree)
    strip_elements(tree, *_DEAD, with_tail=False)
    if not whole:
        _flatten(tree, kept={up for piece in taken for up in piece.holder.iterancestors()})
    found = _chosen(tree)
    if found is None:
        return Body("")
    paragraphs = [paragraph for raw in _paragraphs(found) if (paragraph := line(raw))]
    if len(paragraphs) == 1:
        paragraphs = _marked(tree, paragraphs[0]) or paragraphs
    if paragraphs and paragraphs[0].casefold() in headlines:
        del paragraphs[0]
    if paragraphs and _SYNDICATED.fullmatch(paragraphs[-1]):
        del paragraphs[-1]
    text, blocks = lay_out(embeds.put_back(paragraphs, taken, tree), questions)
    return Body(text, blocks, place(pictures, text))


def _chosen(tree: HtmlElement) -> _Element | None:
    """The elements that trafilatura chooses; None where it finds no article."""
    # Here, since it takes 0.1 s to load (justext, courlan): texts and feeds need none of it.
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.meta import reset_caches  # noqa: PLC0415

    if next(_pages) % _RESET_EVERY == 0:
        reset_caches()
    try:
        found: _Element | None = getattr(bare_extraction(tree, options=_options()), "body", None)
    except RecursionError as fault:
        raise NotAnArticle("its elements are nested too deeply to be read") from fault
    return found


@cache
def _options() -> Extractor:
    """Fast, the body alone; any format but "python", for which it would write the text out a second time."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 (as above)

    return Extractor(output_format="txt", fast=True, comments=False, with_metadata=False)


def _flatten(tree: HtmlElement, *, kept: set[HtmlElement]) -> None:
    """Of what trafilatura drops whole, leave the words alone, which it counts for the page's; `kept` stays."""
    for element in list(tree.iter(*_FURNITURE)):
        if len(element) and element not in kept:
            # The words of menus count for the page's length; those of the rest must only not be lost.
            text = " ".join(element.itertext()) if element.tag == "nav" else element.text_content()
            del element[:]
            element.text = text


def _marked(tree: HtmlElement, text: str) -> list[str]:
    """The paragraphs that the page marks as such, where trafilatura's last resort took a whole <article> for one."""
    bare = "".join(text.split())
    for article in elements(tree, ".//article"):
        # trafilatura parts the blocks of that text with blanks where the page has none.
        if "".join(content(article).split()) == bare:
            found = [p for p in article.iter("p") if next(p.iterancestors(*_APART), None) is None]
            return [paragraph for p in found if (paragraph := content(p))]
    return []


def _paragraphs(root: _Element) -> Iterator[str]:
    """The text of each innermost block, in order; text between blocks is a paragraph too."""
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
    """Whether the paragraph so far ends as sentences do, so that a line break after it ends the paragraph."""
    return bool(parts) and _STOP.search(parts[-1].rstrip()[-4:]) is not None


def _is_double(element: _Element) -> bool:
    """Two line breaks in a row part paragraphs."""
    after = element.getnext()
    return after is not None and after.tag == "lb" and not (element.tail or "").strip()
