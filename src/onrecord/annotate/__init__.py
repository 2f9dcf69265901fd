"""Who said what, when?

`annotate` turns an article into its record: quotations with source, cue, speaker and date said, and the people and
times that the article names. Posts and quotation blocks that a page sets apart are quotations as they are
(`quotations/page_blocks`). A trained encoder finds all others (`quotations/`); rules find the names (`entities/`),
resolve sources to speakers (`speakers/`), read time expressions (`times/`) and date the quotations (`dating/`).
What differs between languages is a `Language`; English is the first.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from onrecord.annotate.english import ENGLISH
from onrecord.annotate.language import Language
from onrecord.annotate.quotations.attributions import ScoredAttribution, find_attributions
from onrecord.annotate.quotations.encoder import load_encoder
from onrecord.annotate.quotations.page_blocks import block_quotations, repeats_block
from onrecord.annotate.speakers.resolver import SpeakerResolver
from onrecord.annotate.text.document import Document
from onrecord.annotate.times import Publication
from onrecord.model import Act, Article, Evidence, Quotation, Reader, Record, quotation_id
from onrecord.spans import text_of

__all__ = ["annotate", "language_for"]

_LANGUAGES = (ENGLISH,)


def language_for(tag: str) -> Language | None:
    """Return the language of a BCP 47 tag ("en", "en-GB"), or None if it is not supported; "" counts as English."""
    if not tag:
        return ENGLISH
    return next((language for language in _LANGUAGES if tag.lower().startswith(language.code)), None)


def annotate(article: Article, evidence: Evidence, reader: Reader = Reader.FAST) -> Record:
    """Return the record of `article`: its quotations in the order of their contents, its people and its times.

    Offsets count code points of `article.text`. `said` is empty if neither a post's own date nor the text shows when
    it was said. An article in an unsupported language gets a record without people and times, and with no quotations
    but those of its blocks. Never raises on any text; time grows linearly with its length.
    """
    blocks = block_quotations(article)
    language = language_for(article.language)
    if language is None:
        return Record(article=article, quotations=_numbered(article, blocks), evidence=evidence)
    document = Document(article.text, language.sentence_rules)
    attributions = find_attributions(document, load_encoder(reader, language.weights))
    sources = [scored.attribution.source for scored in attributions if scored.attribution.source]
    names = language.find_names(document, sources)
    speakers = language.speakers(document, names, article.authors)
    in_text = [_quotation(document, scored, speakers, language) for scored in attributions]
    new = [quotation for quotation in in_text if not repeats_block(quotation, blocks)]
    date = article.published.value if article.published else ""
    publication = Publication(date, article.domain, article.locale)
    quotations, times = language.resolve_dates(document, publication, _numbered(article, [*blocks, *new]))
    doubts = (*article.doubts, *language.check_dates(article, times, document.sentences))
    return Record(
        article=replace(article, doubts=doubts),
        quotations=quotations,
        times=times,
        people=language.describe_people(article.text, names.people()),
        evidence=evidence,
    )


def _numbered(article: Article, quotations: list[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations in the order of their contents, each with its id."""
    occurrences: Counter[str] = Counter()
    numbered = []
    for quotation in sorted(quotations, key=lambda quotation: (quotation.content, quotation.cue)):
        words = text_of(article.text, quotation.content)
        occurrences[words] += 1
        numbered.append(replace(quotation, id=quotation_id(article.id, words, occurrences[words])))
    return tuple(numbered)


def _quotation(
    document: Document, scored: ScoredAttribution, speakers: SpeakerResolver, language: Language
) -> Quotation:
    """Return the quotation made from an attribution, with its speaker; call this in the order of the text."""
    attribution, text = scored.attribution, document.text
    source, cue, content = attribution.source, attribution.cue, attribution.content
    return Quotation(
        id="",
        kind=scored.kind,
        act=Act.SAID if attribution.is_layout else language.act_of(text, cue, scored.kind),
        content=content,
        source=(source,) if source else (),
        cue=(cue,),
        speaker=speakers.resolve(source, cue=cue, content=content),
        venue=language.venue_of(text, cue, content),
        certainty=scored.certainty,
    )
