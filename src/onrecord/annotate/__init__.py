"""Who said what, when?

`annotate` takes an article and gives its record: quotations with source, cue and speaker, the people and the times that
it names. It reads by rules (sentences → marks → frames → patterns → names → speakers → times) and needs no model.
"""

from __future__ import annotations

from collections import Counter

from onrecord.annotate.doubts import doubts
from onrecord.annotate.frames import lay_out
from onrecord.annotate.kinds import kind_of
from onrecord.annotate.names import Names
from onrecord.annotate.reader import Attribution, read
from onrecord.annotate.saying import read_days
from onrecord.annotate.sentences import sentences
from onrecord.annotate.speakers import Speakers
from onrecord.annotate.venues import venue_of
from onrecord.model import Article, Evidence, Quotation, Record, pieces, quotation_id

__all__ = ["annotate"]


def annotate(article: Article, evidence: Evidence) -> Record:
    """The record of `article`: its quotations in the order of their first words, and people and times it names.

    Offsets count code points of `article.text`. `said` is empty where the text does not tell the day. The rules read
    English: an article in another language gets a record without quotations and people.
    Never raises on any text; time grows linearly with its length.
    """
    if article.language and not article.language.lower().startswith("en"):
        return Record(article=article, quotations=(), evidence=evidence)
    text = article.text
    names = Names(text)
    speakers = Speakers(text, names)
    occurrences: Counter[str] = Counter()
    quotations = []
    for found in sorted(_distinct(read(lay_out(text))), key=lambda found: (found.content, found.cue)):
        words = pieces(text, tuple(found.content))
        occurrences[words] += 1
        quotations.append(_quotation(article, found, speakers, words, occurrences[words]))
    dated, times = read_days(text, article.published.value if article.published else None, quotations)
    return Record(
        article=article,
        quotations=dated,
        times=times,
        people=names.people(),
        doubts=doubts(article, times, sentences(text)),
        evidence=evidence,
    )


def _distinct(found: list[Attribution]) -> list[Attribution]:
    return list({tuple(attribution.content): attribution for attribution in found}.values())


def _quotation(article: Article, found: Attribution, speakers: Speakers, words: str, occurrence: int) -> Quotation:
    content = tuple(found.content)
    return Quotation(
        id=quotation_id(article.id, words, occurrence),
        kind=kind_of(article.text, content),
        content=content,
        source=(found.source,),
        cue=(found.cue,),
        speaker=speakers.resolve(found.source),
        venue=venue_of(article.text, found.cue),
        certainty=found.certainty,
    )
