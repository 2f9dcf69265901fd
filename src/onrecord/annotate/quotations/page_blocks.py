"""Quotations of page blocks: posts and quotation blocks that the page sets apart with the name of their speaker.

A post is a quotation by its author, said at the post's own time, with the network as its venue. Blocks are direct
quotations as the page shows them, in whatever language; none of their sentences is analysed.
"""

from __future__ import annotations

import re

from onrecord.annotate.lexicon.english.bodies import IN_DISPLAY_NAMES
from onrecord.annotate.lexicon.word_list import alternatives
from onrecord.model import Article, Block, Kind, Quotation, Role, Said, Speaker, SpeakerType
from onrecord.spans import common, length

_ORGANISED = re.compile(rf"\b(?:{alternatives(IN_DISPLAY_NAMES)})\b", re.IGNORECASE)


def block_quotations(article: Article) -> list[Quotation]:
    """Return the quotations of the article's blocks, in the order of the text, without ids."""
    return [_quotation(block) for block in article.blocks if _has_speaker(block)]


def repeats_block(quotation: Quotation, blocks: list[Quotation]) -> bool:
    """True if a quotation found in the text repeats one of the quotations of `blocks`.

    It does if it has the same words, or if its content or source is the line that names a block's speaker.
    """
    return any(
        length(common(quotation.content, block.content)) * 2 > length(block.content)
        or common(quotation.content, block.source)
        for block in blocks
    )


def _has_speaker(block: Block) -> bool:
    named = bool(block.name or block.handle)
    return named and block.role in {Role.POST, Role.QUOTE, Role.PULL}


def _quotation(block: Block) -> Quotation:
    is_post = block.role is Role.POST
    basis = f"author of the post ({block.handle or block.network})" if is_post else "named under the quotation"
    name = block.name or block.handle
    kind = SpeakerType.ORG if _ORGANISED.search(name) else SpeakerType.PERSON
    return Quotation(
        id="",
        kind=Kind.DIRECT,
        content=(block.words,),
        source=(block.source,) if block.source else (),
        speaker=Speaker(name, kind, 1.0 if is_post else 0.95, basis),
        said=Said(block.date.day, (block.dated,) if block.dated else (), "post") if block.date else None,
        venue=block.network,
    )
