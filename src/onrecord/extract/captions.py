"""Captions of pictures, each with its credit and the paragraph before it.

They are removed from the tree, so that they stay out of the body: of 121 captions on the benchmark's pages its
annotators counted 3 as part of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.extract.text_lines import paragraphs
from onrecord.extract.tree import content, finder

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption(?:-text)?|image-caption|photo-caption)(?=$|[\s_])", re.IGNORECASE
)
_CREDIT = re.compile(r"credit|copyright|photographer|attribution|\bsource\b", re.IGNORECASE)
_WRITTEN = re.compile(
    r"\s*[(|\[]?\s*((?:photo(?:graph)?|image|picture|video|credit)s?(?: (?:by|courtesy(?: of)?)|:|/)\s*[^()]{3,80}"
    r"|©\s*[^()]{3,60})[)\]]?\s*$",
    re.IGNORECASE,
)
_BEFORE = finder("preceding::p[position() < 4]")
_SHORTEST, _LONGEST = 8, 1000


@dataclass(frozen=True, slots=True)
class Captioned:
    """A caption, its credit ("" if none is recognised), and the paragraph before it ("" at the head)."""

    text: str
    credit: str
    after: str


def take_out_captions(tree: HtmlElement) -> list[Captioned]:
    """Remove the captions from the tree; return those of the story, in order, each once."""
    found: dict[str, Captioned] = {}
    for element in list(_candidates(tree)):
        if element.getparent() is None or next(element.iterancestors("figcaption"), None) is not None:
            continue
        if not _is_caption(element):
            continue
        if _in_story(element) and (caption := _read(element)):
            found.setdefault(caption.text, caption)
        element.drop_tree()
    return list(found.values())


def _candidates(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("figcaption", "p", "div", "span"):
        if element.tag == "figcaption" or "aption" in (element.get("class") or ""):
            yield element


def _is_caption(element: HtmlElement) -> bool:
    """True for a <figcaption> that does not name a quotation's speaker, and for an element classed as a caption."""
    if element.tag == "figcaption":
        figure = next(element.iterancestors("figure"), None)
        return figure is None or next(figure.iter("blockquote"), None) is None
    return (
        _CAPTION.search(element.get("class") or "") is not None
        and len(content(element)) <= _LONGEST
        and next(element.iter("img", "figure", "video"), None) is None
    )


def _in_story(element: HtmlElement) -> bool:
    return any(
        up.tag in {"article", "main"}
        or re.search(r"article|story|entry|post|content|body", up.get("class") or "", re.I)
        for up in element.iterancestors()
    )


def _read(element: HtmlElement) -> Captioned | None:
    credits = [inner for inner in element.iterdescendants() if _CREDIT.search(inner.get("class") or "")]
    text = " ".join(paragraphs(element, without=frozenset(credits)))
    credit = " ".join(text for inner in credits[:1] for text in paragraphs(inner))
    if not credit and (match := _WRITTEN.search(text)):
        text, credit = text[: match.start()].strip(), match[1].strip()
    if not _SHORTEST <= len(text) <= _LONGEST:
        return None
    before = next((preceding for p in _BEFORE(element) if (preceding := content(p))), "")
    return Captioned(text, credit, before)
