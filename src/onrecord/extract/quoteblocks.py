"""Block quotations and pull quotes: the words, apart from the line that names the speaker.

That line is a <footer> or <cite> in the quotation, the caption of its figure (HTML, section 4.4.4), an element with a
class that says so, or a last line after a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.extract.text_lines import paragraphs
from onrecord.extract.tree import content

PULL = re.compile(r"pull-?_?quote|pulled-?quote|quote-?pull", re.IGNORECASE)
_SOURCE = re.compile(
    r"citation|attribution|quote[-_]*(?:author|source|credit|name|by)|\b(?:author|source|byline)\b", re.I
)
_DASHED = re.compile(r"^(?:[—–―]|--?)\s*(?=\S)(?P<who>.{2,120})$")
# A <blockquote> with headings, forms or tables, or many times longer than the longest quotation of the sample pages
# (682 characters), is part of the page's layout and holds its text.
_LONGEST = 4000
_FURNITURE = ("h1", "h2", "h3", "form", "input", "table", "nav")
_TITLES = re.compile(
    r"^(?:(?:sir|dame|dr|mr|mrs|ms|prof|rev|sen|rep|gov|president|senator|mayor)\.?\s+)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A block quotation: `words` in paragraphs, `by` the line that names the speaker ("" if there is none)."""

    words: tuple[str, ...]
    by: str
    name: str
    pulled: bool


def read_quote(element: HtmlElement) -> Quote | None:
    """Return the quotation in `element`; None for a part of the page's layout, and for a list of links."""
    if next(element.iter(*_FURNITURE), None) is not None:
        return None
    figure = next(element.iterancestors("figure"), None)
    sources = _sources(element, figure)
    words = paragraphs(element, without=frozenset(sources))
    by = " ".join(text for source in sources for text in paragraphs(source))
    if not by and len(words) > 1 and _DASHED.match(words[-1]):
        by = words.pop()
    stated = element.get("cite") or ""
    if not by and stated and "/" not in stated and ":" not in stated:
        by = stated.strip()
    size = sum(len(text) for text in words)
    linked = sum(len(content(link)) for link in element.iter("a"))
    if not words or size > _LONGEST or linked > 0.8 * (size + len(by)):
        return None
    return Quote(words=tuple(words), by=by, name=_name(by, sources), pulled=_is_pulled(element))


def _sources(element: HtmlElement, figure: HtmlElement | None) -> list[HtmlElement]:
    """Return the outermost elements that name the speaker; of a figure, its caption."""
    if element.tag != "figure" and figure is not None and next(element.iter("cite", "footer"), None) is None:
        captions = list(figure.iter("figcaption"))
        if captions:
            return captions[:1]
    found: list[HtmlElement] = []
    for inner in _candidates(element):
        if not any(outer in found for outer in inner.iterancestors()) and len(content(inner)) <= 200:
            found.append(inner)
    return found


def _candidates(element: HtmlElement) -> Iterator[HtmlElement]:
    for inner in element.iterdescendants():
        if (
            inner.tag in {"footer", "figcaption"}
            or (inner.tag == "cite" and _ends(inner, element))
            or (isinstance(inner.tag, str) and inner.tag not in {"a", "p"} and _SOURCE.search(inner.get("class") or ""))
        ):
            yield inner


def _ends(cite: HtmlElement, element: HtmlElement) -> bool:
    """True if a <cite> is at the end: within a sentence it is the title of a work."""
    last = paragraphs(element)[-1:]
    return bool(last) and last[0].endswith(content(cite)) and not (cite.tail or "").strip()


def _is_pulled(element: HtmlElement) -> bool:
    around = [element, *list(element.iterancestors())[:3]]
    return element.tag == "aside" or any(PULL.search(up.get("class") or "") or up.tag == "aside" for up in around)


def _name(by: str, sources: list[HtmlElement]) -> str:
    """Return the speaker's name in the line that names them: "Ines Calder" in "— Ines Calder, chair, in The Ledger"."""
    text = by
    for source in sources:
        for cite in source.iter("cite"):
            if cite is not source and (before := by.partition(content(cite))[0].strip(" ,—–-")):
                text = re.sub(r"[\s,]+(?:in|at|on|to|for)(?:\s+the)?$", "", before)
    text = re.sub(r"^(?:[—–―\s]|--?)+|^(?:said|says|by)\s+", "", text)
    head = _TITLES.sub("", re.split(r"[,;(|]|\s[–—-]\s|\s(?:in|at|on|to)\s", text)[0].strip(' .:“”"'))
    return head if 1 <= len(head.split()) <= 6 and head[:1].isupper() and not head.startswith("http") else ""
