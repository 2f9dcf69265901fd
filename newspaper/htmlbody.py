"""The body of an article in HTML: the markup between title and footer.

The three outlets use different markup for the same things, as real ones do: one's `<aside>` is another's
`<blockquote>`.
"""

from __future__ import annotations

from html import escape

from newspaper.inlines import inline
from newspaper.newsfile import Block, Item
from newspaper.outlets import written

PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='640' height='360'%3E"
    "%3Crect width='640' height='360' fill='%23cfd6d8'/%3E%3C/svg%3E"
)
POSTS = ("tweet", "instagram", "blockquote")
FRAMES = {  # role: markup around the block, markup around each of its lines
    "body": ("<p>{}</p>", "{}"),
    "heading": ("<h2>{}</h2>", "{}"),
    "note": ('<p class="correction"><em>{}</em></p>', "{}"),
    "list": ("<ul>\n{}</ul>", "<li>{}</li>\n"),
    "signature": ('<div class="signature">{}</div>', "<p>{}</p>"),
    "ad": ('<div class="ad-slot" data-slot="inline-1"><span>Advertisement</span>{}</div>', "{}"),
}
WRAPPERS = {
    "courier": '<figure class="c-embed c-embed--social">{}</figure>',
    "gazette": '<div class="oembed-asset embed-container">{}</div>',
    "ledger": '<div class="wp-block-embed__wrapper">{}</div>',
}
PULLS = {
    "courier": '<aside class="c-pullquote"><p>{}</p></aside>',
    "gazette": '<blockquote class="pull-quote"><p>{}</p></blockquote>',
    "ledger": '<figure class="wp-block-pullquote"><blockquote><p>{}</p></blockquote></figure>',
}


def body(item: Item) -> str:
    """Return the blocks of an article as HTML, one a line, with its outlet's quotation marks."""
    return written(item, "\n".join(_block(item, block) for block in item.blocks))


def _block(item: Item, block: Block) -> str:
    lines = [inline(text).html for text in block.lines]
    if block.role in POSTS:
        return _post(item, block, lines)
    if block.role == "photo":
        return _photo(block, lines[0])
    if block.role == "related":
        title, _, url = block.argument.partition(" | ")
        return f'<aside class="related-inline"><span>Read also</span> <a href="{url}">{escape(title)}</a></aside>'
    outer, each = (PULLS[item.outlet], "{}") if block.role == "pull" else FRAMES[block.role]
    return outer.format("".join(each.format(text) for text in lines))


def _photo(block: Block, caption: str) -> str:
    file, _, credit = block.argument.partition(" | ")
    return (
        f'<figure class="photo"><img src="{PICTURE}" data-src="/media/{file}" alt="" width="640" height="360">'
        f'<figcaption><span class="caption">{caption}</span> '
        f'<span class="credit">Photo: {escape(credit)}</span></figcaption></figure>'
    )


def _post(item: Item, block: Block, lines: list[str]) -> str:
    *words, by = lines
    if block.role == "blockquote":
        footer = f"<footer>— <cite>{by.removeprefix('— ')}</cite></footer>"
        return "<blockquote>\n" + "\n".join(f"<p>{text}</p>" for text in words) + f"\n{footer}\n</blockquote>"
    post = _tweet(block.argument, words, by) if block.role == "tweet" else _instagram(block.argument, words, by)
    return WRAPPERS[item.outlet].format(post)


def _tweet(url: str, words: list[str], by: str) -> str:
    name, _, day = by.rpartition(") ")
    text = "<br>".join(words)
    return (
        f'<blockquote class="twitter-tweet" data-dnt="true"><p lang="en" dir="ltr">{text}</p>'
        f'{name.replace("— ", "&mdash; ")}) <a href="{url}?ref_src=twsrc">{day}</a></blockquote>'
        '<script async src="https://platform.x.example/widgets.js" charset="utf-8"></script>'
    )


def _instagram(url: str, words: list[str], by: str) -> str:
    head, _, day = by.rpartition(" on ")
    text = "".join(
        f'<p style="margin:8px 0 0 0;padding:0 4px;"><a href="{url}" target="_blank">{line}</a></p>' for line in words
    )
    return (
        f'<blockquote class="instagram-media" data-instgrm-captioned '
        f'data-instgrm-permalink="{url}?utm_source=ig_embed" '
        f'data-instgrm-version="14" style="background:#FFF;border:0;max-width:540px;"><div style="padding:16px;">'
        f'<div style="padding-top:8px;"><a href="{url}" target="_blank">View this post on Instagram</a></div>{text}'
        f'<p style="color:#c9c8cd;font-size:14px;">{head} on <time style="font-size:14px;">{day}</time></p>'
        "</div></blockquote>"
        '<script async src="https://embed.instagram.example/embed.js"></script>'
    )
