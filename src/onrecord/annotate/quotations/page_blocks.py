"""Who says what a page sets apart?

Takes an article; gives a quotation for each of its posts, by the post's author, at the post's own time, with the
network as its venue, and for each quotation block that names its speaker. Their words are someone's own as the page
shows them, so they are direct, whatever language they are in; no sentence needs to be read for it.
"""

from __future__ import annotations

import re

from onrecord.model import Article, Block, Kind, Quotation, Role, Said, Speaker, SpeakerType
from onrecord.spans import common, length

# Of 100 display names of posts, nearly all are persons; an outlet, a body or a club tells itself by a word like these.
_ORGANISED = re.compile(
    r"\b(?:news|times|post|tribune|council|committee|ministry|department|office|police|senate|house|party|union|club|"
    r"fc|university|school|museum|agency|service|company|inc|ltd|group|foundation|institute|embassy|government|city of|"
    r"official|association|society|network|radio|tv|press|court|hospital|bank|board|authority|commission|force|army)\b",
    re.IGNORECASE,
)


def quotations_of_blocks(article: Article) -> list[Quotation]:
    """The quotations that the article's blocks are, in the order of the text; their ids are left empty."""
    return [_quotation(block) for block in article.blocks if _speaks(block)]


def is_told(quotation: Quotation, blocks: list[Quotation]) -> bool:
    """Whether a quotation that was read in the text says nothing more than one of `blocks` does.

    That is where it has the same words, or where its content or source is the line that names a block's speaker.
    """
    return any(
        length(common(quotation.content, block.content)) * 2 > length(block.content)
        or common(quotation.content, block.source)
        for block in blocks
    )


def _speaks(block: Block) -> bool:
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
