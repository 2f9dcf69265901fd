"""Corrections in words, with links, and the addresses at which their effects can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.archive.corrections.correction import Action, Anchor, Correction
from onrecord.archive.results import Stored
from onrecord.dates.words import in_words
from onrecord.web.views.article_text import NumberedQuotation, opening, speaker_of
from onrecord.web.views.links import article_href, person_href
from onrecord.web.views.speaker import SpeakerView

ARTICLES = 10
"""Articles of a split that are linked one by one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line: the address they link to ("" for none), and whether they are quoted from an article."""

    text: str
    href: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A correction in a list; `made` and `undone` are times in words."""

    id: str
    parts: tuple[Part, ...]
    note: str
    by: str
    made: str
    undone: str


@dataclass(frozen=True, slots=True)
class CorrectedQuotation:
    """A correction to a quotation of an article: the quotation now (None: removed), and the speaker before it."""

    correction: CorrectionView
    quotation: NumberedQuotation | None
    opening: str
    speaker_as_read: SpeakerView


def correction_view(correction: Correction) -> CorrectionView:
    """Return a correction as a list shows it."""
    return CorrectionView(
        id=correction.id,
        parts=tuple(_parts(correction)),
        note=correction.note,
        by=correction.by,
        made=_moment(correction.made),
        undone=_moment(correction.undone),
    )


def corrected_quotations(stored: Stored, quotations: Iterable[NumberedQuotation]) -> tuple[CorrectedQuotation, ...]:
    """Return the corrections to an article's quotations; `quotations` are those that its page shows."""
    shown: Mapping[str, NumberedQuotation] = {quotation.id: quotation for quotation in quotations}
    corrected = []
    for correction in stored.corrections:
        read = stored.as_read[correction.id]
        words = opening(" ".join(correction.words.split()))
        speaker = speaker_of(stored.record, read, ())
        corrected.append(CorrectedQuotation(correction_view(correction), shown.get(read.id), words, speaker))
    return tuple(corrected)


def corrected_href(correction: Correction, *, undone: bool = False) -> str:
    """Return the address that shows the effect of a correction just made, or just undone."""
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
            speaker = _person(correction.person, correction.anchors, correction.name) if correction.person else ()
            said = (Part(" was said by "), *(speaker or (Part("someone unknown"),)))
            return (_words(correction), *said, Part(" in "), _article(correction.article))
        case Action.REMOVE:
            return (_words(correction), Part(" is not a quotation in "), _article(correction.article))
        case Action.LINK:
            item = f" is {correction.wikidata} in Wikidata" if correction.wikidata else " has no item in Wikidata"
            return (*person, Part(item))


def _person(id: str, anchors: tuple[Anchor, ...], name: str = "") -> tuple[Part, ...]:
    """Return a link to a person by name, followed by the id unless it follows from the name."""
    shown = name or (anchors[0].name if anchors else id)
    plain = "-".join(shown.lower().split())
    return (Part(shown, person_href(id)), *((Part(f" ({id})"),) if plain != id else ()))


def _words(correction: Correction) -> Part:
    words = opening(" ".join(correction.words.split())) or correction.quotation
    return Part(words, article_href(correction.article, quotation=correction.quotation), verbatim=True)


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
