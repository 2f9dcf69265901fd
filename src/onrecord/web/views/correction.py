"""Corrections in words: takes them as the archive keeps them, gives lines with links, and where each is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from onrecord.archive.corrections.correction import Action, Anchor, Correction
from onrecord.archive.results import Stored
from onrecord.dates.words import in_words
from onrecord.web.views.article_text import Told, opening, speaking
from onrecord.web.views.hits import article_href
from onrecord.web.views.speaker import Who, person_href

ARTICLES = 10
"""Articles of a split that a line names one by one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line: where they lead ("" nowhere), and whether they are words of the page that was read."""

    text: str
    href: str = ""
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A correction as a list shows it; `made` and `undone` are days in words."""

    id: str
    parts: tuple[Part, ...]
    note: str
    by: str
    made: str
    undone: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A correction to a quotation of an article: the quotation as it is now (None: removed), and who spoke as read."""

    view: CorrectionView
    told: Told | None
    opening: str
    who: Who


def correction_view(correction: Correction) -> CorrectionView:
    """The line that tells of a correction."""
    return CorrectionView(
        id=correction.id,
        parts=tuple(_parts(correction)),
        note=correction.note,
        by=correction.by,
        made=_moment(correction.made),
        undone=_moment(correction.undone),
    )


def mended(stored: Stored, told: Iterable[Told]) -> tuple[Mended, ...]:
    """The corrections to an article's quotations, each with who spoke as it was read."""
    shown: Mapping[str, Told] = {one.id: one for one in told}
    found = []
    for correction in stored.corrections:
        read = stored.as_read[correction.id]
        words = opening(" ".join(correction.words.split()))
        speaker = speaking(stored.record, read, ())
        found.append(Mended(correction_view(correction), shown.get(read.id), words, speaker))
    return tuple(found)


def place(correction: Correction, *, undone: bool = False) -> str:
    """Where a correction that was just made, or undone, is to be seen."""
    match correction.action:
        case Action.SPEAKER | Action.REMOVE:
            gone = correction.action is Action.REMOVE and not undone
            if gone:
                return f"{article_href(correction.article)}#corrections"
            return article_href(correction.article, quotation=correction.quotation)
        case Action.MERGE:
            return person_href(correction.person if undone else correction.into)
        case _:
            return person_href(correction.person)


def correct_href(article: str, quotation: str) -> str:
    """The address of the page on which a quotation is corrected."""
    return f"/correct?{urlencode({'article': article, 'quotation': quotation})}"


def _parts(correction: Correction) -> Iterable[Part]:
    person = _person(correction.person, correction.anchors)
    match correction.action:
        case Action.RENAME:
            return (*person, Part(f" is shown as {correction.name}"))
        case Action.MERGE:
            return (*person, Part(" is the same as "), *_person(correction.into, correction.into_anchors))
        case Action.SPLIT:
            other = _person(correction.into, correction.into_anchors, correction.name)
            return (*person, Part(" is someone else in "), *_articles(correction.articles), Part(": "), *other)
        case Action.SPEAKER:
            who = _person(correction.person, correction.anchors, correction.name) if correction.person else ()
            said = (Part(" was said by "), *(who or (Part("someone unknown"),)))
            return (_words(correction), *said, Part(" in "), _article(correction.article))
        case Action.REMOVE:
            return (_words(correction), Part(" is no quotation in "), _article(correction.article))
        case Action.LINK:
            item = f" is {correction.wikidata} in Wikidata" if correction.wikidata else " has no item in Wikidata"
            return (*person, Part(item))


def _person(id: str, anchors: tuple[Anchor, ...], name: str = "") -> tuple[Part, ...]:
    """A person under the name given or printed, and the id where the name does not tell it."""
    shown = name or (anchors[0].name if anchors else id)
    plain = "-".join(shown.lower().split())
    return (Part(shown, person_href(id)), *((Part(f" ({id})"),) if plain != id else ()))


def _words(correction: Correction) -> Part:
    words = opening(" ".join(correction.words.split())) or correction.quotation
    return Part(words, article_href(correction.article, quotation=correction.quotation), printed=True)


def _article(id: str, text: str = "this article") -> Part:
    return Part(text, article_href(id))


def _articles(ids: tuple[str, ...]) -> Iterable[Part]:
    if len(ids) == 1:
        return (_article(ids[0]),)
    named = [
        part
        for n, id in enumerate(ids[:ARTICLES], start=1)
        for part in (*((Part(" "),) if n > 1 else ()), _article(id, str(n)))
    ]
    return (Part(f"{len(ids)} articles ("), *named, *((Part(" …"),) if len(ids) > ARTICLES else ()), Part(")"))


def _moment(time: str) -> str:
    return in_words(time.removesuffix("+00:00") + "Z" if time.endswith("+00:00") else time)
