"""The layout of a text: its paragraphs, and the spans of the blocks (posts, quotations, time stamps) among them.

Spans count code points. A block consists of its words and, below them, the line that names the speaker.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.captions import Captioned
from onrecord.extract.embeds import Source
from onrecord.extract.posts import Post
from onrecord.extract.questions import Questions
from onrecord.extract.quoteblocks import Quote
from onrecord.model import Block, Caption, Role, Span
from onrecord.urls import without_trailing_links


def lay_out(items: Iterable[str | Source], questions: Questions) -> tuple[str, tuple[Block, ...]]:
    """Return the text, its paragraphs separated by a blank line, and its blocks in order."""
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for item in items:
        own = [item] if isinstance(item, str) else _lines(item)
        text = "\n\n".join(own)
        if isinstance(item, str):
            if role := questions.role(item):
                blocks.append(Block(span=(at, at + len(text)), role=role, words=(at, at + len(text))))
        else:
            blocks.append(_block(item, text, at))
        lines.append(text)
        at += len(text) + 2
    return "\n\n".join(lines), tuple(blocks)


def place_captions(captions: Iterable[Captioned], text: str) -> tuple[Caption, ...]:
    """Return the captions, each at the end of the paragraph it follows; at 0 if that is not in the text."""
    placed = []
    for caption in captions:
        at = text.find(caption.after) if caption.after else -1
        placed.append(Caption(caption.text, caption.credit, at + len(caption.after) if at >= 0 else 0))
    return tuple(placed)


def _lines(item: Source) -> list[str]:
    by = getattr(item, "by", "")
    return [*item.words, *([_dashed(by)] if by else [])]


def _dashed(by: str) -> str:
    return by if by[:1] in "—–―-" or by.startswith(("A ", "Posted by", "Post by", "Video by")) else f"— {by}"


def _block(item: Source, text: str, at: int) -> Block:
    words = "\n\n".join(item.words)
    end = at + len(text)
    said = (at, at + len(without_trailing_links(words)))
    if isinstance(item, Post):
        by = text[len(words) :]
        return Block(
            span=(at, end),
            role=Role.POST,
            words=said,
            source=_within(by, _who(item), at + len(words)),
            name=item.name,
            handle=item.handle,
            network=item.network,
            link=item.link,
            date=item.date,
            dated=_within(by, item.shown, at + len(words)),
        )
    if isinstance(item, Quote):
        role = Role.PULL if item.pulled else Role.QUOTE
        source = (end - len(item.by.lstrip("—–―- ")), end) if item.by else None
        return Block(span=(at, end), role=role, words=(at, at + len(words)), source=source, name=item.name)
    return Block(span=(at, end), role=Role.STAMP, words=(at, end), date=item.date)


def _who(post: Post) -> str:
    """Return the words that name the author, as in the author's line."""
    if post.name and post.handle and f"{post.name} ({post.handle})" in post.by:
        return f"{post.name} ({post.handle})"
    return next((who for who in (post.name, post.handle) if who and who in post.by), "")


def _within(by: str, part: str, at: int) -> Span | None:
    """Return the span of `part` in `by`, which begins at `at`; None if it is not there."""
    begin = by.find(part) if part else -1
    return (at + begin, at + begin + len(part)) if begin >= 0 else None
