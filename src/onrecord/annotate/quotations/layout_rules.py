"""Layout rules: attributions by layout alone, without a cue verb, in signatures, posts, letters and transcripts.

`“Never.” ― Jane Doe` under or beside words in quotation marks, letters from `Dear Sir,` to their signature,
`— Jane Doe (@janedoe) Feb. 3` under or after a post, and turns of a transcript, `DOE: We will not.` or `Q. Why?`
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.text.document import Document
from onrecord.model import Span

_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|la|del|der|van|von|bin|al|and|of|the|[a-z]’[A-Z]\w+)){0,5}"
_SIGNED = re.compile(
    rf"[^\S\n]*\n{{0,2}}[^\S\n]*(?P<cue>[―—–]|--?)[^\S\n]*(?P<source>{_NAME}(?:,[^\n.”\"]{{2,80}})?)[^\S\n]*(?=\.?[^\S\n]*(?:\n|$))"
)
_POSTED = re.compile(
    r"\n{1,2}[^\S\n]*(?P<cue>[―—–]|--?)[^\S\n]*(?P<source>[^\n@()]{1,60}\(@\w{1,30}\))[^\n]{0,60}(?=\n|$)"
)
_INLINE = re.compile(
    r"(?P<content>\S[^\n]*?[.!?…”\"])[^\S\n]+(?P<cue>[―—–]|--)[^\S\n]*"
    r"(?P<source>[^\n@()―—–]{1,60}\(@\w{1,30}\))[^\n]{0,40}\Z"
)
_SALUTATION = re.compile(
    r"(?:Dear [^\n]{1,60}|Dear Sir or Madam|Sirs?|Madam|To the [Ee]ditor|To whom it may concern)[,:]"
)
_CLOSING = re.compile(
    r"(?:Yours(?: \w+)?|(?:Very |Most )?(?:[Ss]incerely|[Rr]espectfully|[Ff]aithfully)(?: yours)?|Regards|Love"
    r"|(?:With )?(?:[Bb]est|[Kk]ind|[Ww]arm)(?: \w+)? ?(?:[Rr]egards|[Ww]ishes)?),"
)
_SIGNATURE = re.compile(rf"(?:(?P<cue>[―—–]|--?)[^\S\n]*)?(?P<source>{_NAME}(?:, [^\n.]{{2,60}})?)")
_TURN = re.compile(
    rf"(?:(?<=\n)|^)(?P<source>[QA]|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){{0,4}}|{_NAME})"
    r"(?P<cue>:|(?<=\n[QA])\.|(?<=^[QA])\.)[^\S\n]+(?=\S)"
)
_TURNS = 3
"""Fewest turns of a transcript: fewer lines that begin with a name and a colon are headings or labels."""


@dataclass(frozen=True, slots=True)
class LayoutAttribution:
    """One attribution that the layout shows, as offsets."""

    content: tuple[Span, ...]
    source: Span
    cue: Span


def layout_attributions(document: Document) -> list[LayoutAttribution]:
    """Return the attributions that the layout shows, in order; none of them overlap."""
    text, paragraphs = document.text, document.paragraphs
    posts, letters = _posts(text, paragraphs), _letters(text, paragraphs)
    found = [*_signatures(text, document.quoted), *posts, *letters, *_turns(text, paragraphs)]
    apart: list[LayoutAttribution] = []
    for laid in sorted(found, key=lambda laid: laid.content):
        if not apart or laid.content[0][0] >= max(apart[-1].content[-1][1], apart[-1].source[1]):
            apart.append(laid)
    return apart


def _signatures(text: str, quoted: list[tuple[Span, ...]]) -> list[LayoutAttribution]:
    signed = []
    for pieces in quoted:
        before = text[max(0, pieces[0][0] - 200) : pieces[0][0]].rpartition("\n")[2].strip()
        signature = _SIGNED.match(text, pieces[-1][1])
        if signature and not before:
            begin, end = signature.span("source")
            end -= text[end - 1] == "." and not signature["source"].endswith(("Jr.", "Sr."))
            signed.append(LayoutAttribution(pieces, (begin, end), signature.span("cue")))
    return signed


def _posts(text: str, paragraphs: list[Span]) -> list[LayoutAttribution]:
    posts = []
    for paragraph in paragraphs:
        signature = _POSTED.match(text, paragraph[1])
        if signature:
            posts.append(LayoutAttribution((paragraph,), signature.span("source"), signature.span("cue")))
        elif "(@" in text[slice(*paragraph)] and (post := _INLINE.match(text, *paragraph)):
            posts.append(LayoutAttribution((post.span("content"),), post.span("source"), post.span("cue")))
    return posts


def _letters(text: str, paragraphs: list[Span]) -> list[LayoutAttribution]:
    """Return the letters: the paragraphs between a salutation and, within `_LETTER` paragraphs, a signature."""
    letters = []
    for number, paragraph in enumerate(paragraphs):
        salutation = _SALUTATION.fullmatch(text, *paragraph)
        following = paragraphs[number + 1 : number + 1 + _LETTER] if salutation else []
        for length, line in enumerate(following):
            signature = _SIGNATURE.fullmatch(text, *line)
            if not length or not signature:
                continue
            closed = _CLOSING.fullmatch(text, *following[length - 1])
            body = following[: length - 1] if closed else following[:length]
            cue = following[length - 1] if closed else signature.span("cue") if signature["cue"] else paragraph
            if body and cue != body[-1]:
                letters.append(LayoutAttribution(tuple(body), signature.span("source"), cue))
            break
    return letters


def _turns(text: str, paragraphs: list[Span]) -> list[LayoutAttribution]:
    turns = [(number, turn) for number, (begin, _) in enumerate(paragraphs) if (turn := _TURN.match(text, begin))]
    labels = [turn["source"] for _, turn in turns]
    if len(turns) < _TURNS or len(set(labels)) == len(labels):
        return []
    repeated = {label for label in labels if labels.count(label) > 1}
    sure = {number for number, turn in turns if turn["source"] in repeated or turn["source"].isupper()}
    begun = [(number, turn) for number, turn in turns if sure & {number - 1, number, number + 1}]
    attributions = []
    for (number, turn), (following, _) in zip(begun, [*begun[1:], (begun[-1][0] + 1, begun[-1][1])], strict=True):
        own = (turn.end(), paragraphs[number][1])
        more = paragraphs[number + 1 : following] if following - number <= _FURTHER else []
        attributions.append(LayoutAttribution((own, *more), turn.span("source"), turn.span("cue")))
    return attributions


_LETTER = 40
"""Paragraphs after a salutation in which a signature is looked for."""

_FURTHER = 4
"""Most paragraphs of one turn: more before the next turn are the article's own words in between."""
