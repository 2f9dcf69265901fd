"""Who said what, when?

`annotate` takes an article and gives its record: quotations with source, cue and speaker, and the people it names. A
trained encoder finds the quotations (pieces → encoder → tagging → links → attributions), rules name the speakers.
"""

from __future__ import annotations

from collections import Counter

from onrecord.annotate.acts import act_of
from onrecord.annotate.attributions import LAID_OUT, Found, read
from onrecord.annotate.encoder import shipped
from onrecord.annotate.names import Names
from onrecord.annotate.speakers import Speakers
from onrecord.annotate.venues import venue_of
from onrecord.model import Act, Article, Evidence, Quotation, Reader, Record, pieces, quotation_id

__all__ = ["annotate"]


def annotate(article: Article, evidence: Evidence, reader: Reader = Reader.FAST) -> Record:
    """The record of `article`: its quotations in the order of their first words, and the people it names.

    Offsets count code points of `article.text`. `said` and `times` are left empty, which is no claim that the text has
    no dates. The reader knows English: an article in another language gets a record without quotations and people.
    Never raises on any text; time grows linearly with its length.
    """
    if article.language and not article.language.lower().startswith("en"):
        return Record(article=article, quotations=(), evidence=evidence)
    text, encoder = article.text, shipped(reader)
    names = Names(text)
    speakers = Speakers(text, names)
    occurrences: Counter[str] = Counter()
    quotations = []
    for found in read(text, encoder):
        words = pieces(text, found.attribution.content)
        occurrences[words] += 1
        quotations.append(_quotation(article, found, speakers, quotation_id(article.id, words, occurrences[words])))
    return Record(article=article, quotations=tuple(quotations), people=names.people(), evidence=evidence)


def _quotation(article: Article, found: Found, speakers: Speakers, id: str) -> Quotation:
    told = found.attribution
    return Quotation(
        id=id,
        kind=found.kind,
        act=Act.SAID if told.signs is LAID_OUT else act_of(article.text, told.cue, found.kind),
        content=told.content,
        source=(told.source,) if told.source else (),
        cue=(told.cue,),
        speaker=speakers.resolve(told.source),
        venue=venue_of(article.text, told.cue),
        certainty=found.certainty,
    )
