"""Who said what, when?

`annotate` takes an article and gives its record: quotations with source, cue, speaker and day, the people and the times
that it names. What a page sets apart (posts, signed quotation blocks) is a quotation as it stands (`blocks`). A trained
encoder finds the others (pieces → encoder → tagging → links → attributions), rules name the speakers, read the time
expressions (`times`) and find the day on which something was said (`saying`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from onrecord.annotate.dating.date_checks import check_dates
from onrecord.annotate.dating.quotation_dates import resolve_dates
from onrecord.annotate.entities.descriptions import describe_people
from onrecord.annotate.entities.mentions import Names
from onrecord.annotate.quotations.act import act_of
from onrecord.annotate.quotations.attributions import ScoredAttribution, find_attributions
from onrecord.annotate.quotations.encoder import load_encoder
from onrecord.annotate.quotations.page_blocks import block_quotations, repeats_block
from onrecord.annotate.quotations.venue import venue_of
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Printed
from onrecord.model import Act, Article, Evidence, Quotation, Reader, Record, quotation_id
from onrecord.spans import text_of

__all__ = ["annotate"]


def annotate(article: Article, evidence: Evidence, reader: Reader = Reader.FAST) -> Record:
    """The record of `article`: its quotations in the order of their first words, and the people and times it names.

    Offsets count code points of `article.text`. `said` is empty where neither a post's own date nor the text tells the
    day. The reader knows English: an article in another language gets a record without people and times, and no
    quotations but those of its blocks.
    Never raises on any text; time grows linearly with its length.
    """
    blocks = block_quotations(article)
    if article.language and not article.language.lower().startswith("en"):
        return Record(article=article, quotations=_numbered(article, blocks), evidence=evidence)
    document, text = Document(article.text), article.text
    told = find_attributions(document, load_encoder(reader))
    names = Names(document, (one.attribution.source for one in told if one.attribution.source))
    speakers = SpeakerResolver(document, names, article.authors)
    found = [_quotation(text, one, speakers) for one in told]
    quotations = _numbered(article, [*blocks, *(one for one in found if not repeats_block(one, blocks))])
    day = article.published.value if article.published else ""
    dated, times = resolve_dates(document, Printed(day, domain=article.domain, locale=article.locale), quotations)
    doubted = replace(article, doubts=(*article.doubts, *check_dates(article, times, document.sentences)))
    people = describe_people(text, names.people())
    return Record(article=doubted, quotations=dated, times=times, people=people, evidence=evidence)


def _numbered(article: Article, quotations: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations in the order of their words, each with its id."""
    occurrences: Counter[str] = Counter()
    numbered = []
    for quotation in sorted(quotations, key=lambda one: (one.content, one.cue)):
        words = text_of(article.text, quotation.content)
        occurrences[words] += 1
        numbered.append(replace(quotation, id=quotation_id(article.id, words, occurrences[words])))
    return tuple(numbered)


def _quotation(text: str, found: ScoredAttribution, speakers: SpeakerResolver) -> Quotation:
    told = found.attribution
    return Quotation(
        id="",
        kind=found.kind,
        act=Act.SAID if told.is_layout else act_of(text, told.cue, found.kind),
        content=told.content,
        source=(told.source,) if told.source else (),
        cue=(told.cue,),
        speaker=speakers.resolve(told.source, cue=told.cue, content=told.content),
        venue=venue_of(text, told.cue, told.content),
        certainty=found.certainty,
    )
