"""Who said what, when?

`annotate` takes an article and gives its record: quotations with source, cue and speaker, and the people it names. It
reads by rules (sentences → marks → frames → patterns → names → speakers) and needs no model.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from onrecord.annotate.blocks import is_told, quotations_of_blocks
from onrecord.annotate.frames import lay_out
from onrecord.annotate.kinds import kind_of
from onrecord.annotate.names import Names
from onrecord.annotate.reader import Attribution, read
from onrecord.annotate.speakers import Speakers
from onrecord.annotate.venues import venue_of
from onrecord.model import Article, Evidence, Quotation, Record, pieces, quotation_id

__all__ = ["annotate"]


def annotate(article: Article, evidence: Evidence) -> Record:
    """The record of `article`: its quotations in the order of their first words, and the people it names.

    Offsets count code points of `article.text`. `said` and `times` are left empty, which is no claim that the text has
    no dates. The rules read English: an article in another language gets no quotations but those of its blocks.
    Never raises on any text; time grows linearly with its length.
    """
    blocks = quotations_of_blocks(article)
    if article.language and not article.language.lower().startswith("en"):
        return Record(article=article, quotations=_numbered(article, blocks), evidence=evidence)
    text = article.text
    names = Names(text)
    speakers = Speakers(text, names)
    found = [_quotation(article, one, speakers) for one in _distinct(read(lay_out(text)))]
    quotations = _numbered(article, [*blocks, *(one for one in found if not is_told(one, blocks))])
    return Record(article=article, quotations=quotations, people=names.people(), evidence=evidence)


def _numbered(article: Article, quotations: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations in the order of their words, each with its id."""
    occurrences: Counter[str] = Counter()
    numbered = []
    for quotation in sorted(quotations, key=lambda one: (one.content, one.cue)):
        words = pieces(article.text, quotation.content)
        occurrences[words] += 1
        numbered.append(replace(quotation, id=quotation_id(article.id, words, occurrences[words])))
    return tuple(numbered)


def _distinct(found: list[Attribution]) -> list[Attribution]:
    return list({tuple(attribution.content): attribution for attribution in found}.values())


def _quotation(article: Article, found: Attribution, speakers: Speakers) -> Quotation:
    content = tuple(found.content)
    return Quotation(
        id="",
        kind=kind_of(article.text, content),
        content=content,
        source=(found.source,),
        cue=(found.cue,),
        speaker=speakers.resolve(found.source),
        venue=venue_of(article.text, found.cue),
        certainty=found.certainty,
    )
