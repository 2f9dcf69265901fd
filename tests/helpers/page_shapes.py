"""Marked pages: the shapes in which pages hold what was said outside their paragraphs, with invented words.

The markup is that of the networks' embed codes, of WordPress's blocks and of the wrappers around them, as they stand in
real pages; each shape says which words are in it, whose they are and of when.
"""

# ruff: noqa: E501 (markup reads best as it stands on a page)
from __future__ import annotations

from dataclasses import dataclass
from html import escape

from onrecord.model import Role

WORDS = "The ferry runs again from Monday, and nobody pays on the first day. See you at the slip!"
SECOND = "Bring the children, bring the dog, and bring a coat for the crossing."


@dataclass(frozen=True, slots=True)
class Shape:
    """A piece of markup and what is in it; `day` is when it says that it was said, "" where it does not."""

    markup: str
    role: Role
    name: str
    handle: str = ""
    network: str = ""
    link: str = ""
    day: str = ""
    words: tuple[str, ...] = (WORDS,)


# The numbers in these addresses say when they were posted: Twitter 2022-03-05, Mastodon and TikTok 2022-03-04.
TWEET = "https://twitter.com/marrowferry/status/1500000000000000000"
GRAM = "https://www.instagram.com/p/CasLdYyMAbc/"
TOOT = "https://mastodon.example/@ines/107900000000000000"
TIKTOK = "https://www.tiktok.com/@marrowferry/video/7071234567890123456"
SKY = "https://bsky.app/profile/did:plc:abc123/post/3kxyz"

POSTS = {
    "tweet": Shape(
        f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{WORDS} <a href="https://t.co/aBcD">pic.twitter.com/aBcD</a></p>&mdash; Marrow Ferry 🚢 (@marrowferry) <a href="{TWEET}?ref_src=twsrc%5Etfw">March 5, 2022</a></blockquote> <script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>',
        Role.POST, "Marrow Ferry", "@marrowferry", "Twitter", TWEET, "2022-03-05",
    ),
    "tweet whose author has a paragraph": Shape(
        f'<blockquote class="twitter-tweet" data-width="550"> <p lang="en" dir="ltr">{WORDS}</p> <p>&mdash; Ines Calder (@inescalder) <a href="https://x.com/inescalder/status/1500000000000000000">March 5, 2022</a></p></blockquote>',
        Role.POST, "Ines Calder", "@inescalder", "X", "https://x.com/inescalder/status/1500000000000000000", "2022-03-05",
    ),
    "tweet without its class": Shape(
        f'<blockquote><p>{WORDS}<br><br>{SECOND}</p><p>— Tobias Renn (@trenn) <a href="https://twitter.com/trenn/status/1500000000000000000">March 5, 2022</a></p></blockquote>',
        Role.POST, "Tobias Renn", "@trenn", "Twitter", "https://twitter.com/trenn/status/1500000000000000000", "2022-03-05", (WORDS, SECOND),
    ),
    "instagram": Shape(
        f'<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="{GRAM}?utm_source=ig_embed" data-instgrm-version="14"><div> <a href="{GRAM}" target="_blank"><div><svg></svg></div><div>View this post on Instagram</div></a> <p><a href="{GRAM}">{WORDS}</a></p> <p>A post shared by <a href="https://www.instagram.com/marrowferry/"> Marrow Ferry</a> (@marrowferry) on <time datetime="2022-03-04T18:05:11+00:00">Mar 4, 2022 at 10:05am PST</time></p></div></blockquote><script async src="//www.instagram.com/embed.js"></script>',
        Role.POST, "Marrow Ferry", "@marrowferry", "Instagram", GRAM, "2022-03-04",
    ),
    "facebook": Shape(
        f'<div class="fb-post" data-href="https://www.facebook.com/marrowbay/posts/10158000" data-width="500"><blockquote cite="https://www.facebook.com/marrowbay/posts/10158000" class="fb-xfbml-parse-ignore"><p>{WORDS}</p>Posted by <a href="#" role="button">Town of Marrow Bay</a> on&nbsp;<a href="https://www.facebook.com/marrowbay/posts/10158000">Saturday, March 5, 2022</a></blockquote></div>',
        Role.POST, "Town of Marrow Bay", "@marrowbay", "Facebook", "https://www.facebook.com/marrowbay/posts/10158000", "2022-03-05",
    ),
    "bluesky": Shape(
        f'<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc123/app.bsky.feed.post/3kxyz" data-bluesky-cid="bafy"><p lang="en">{WORDS}<br><br><a href="{SKY}?ref_src=embed">[image or embed]</a></p>&mdash; Ines Calder (<a href="https://bsky.app/profile/did:plc:abc123?ref_src=embed">@ines.marrowbay.example</a>) <a href="{SKY}?ref_src=embed">March 5, 2024 at 9:03 AM</a></blockquote>',
        Role.POST, "Ines Calder", "@ines.marrowbay.example", "Bluesky", SKY, "2024-03-05",
    ),
    "mastodon": Shape(
        f'<blockquote class="mastodon-embed" data-embed-url="{TOOT}/embed"><p>{WORDS}</p><a href="{TOOT}"><div>Post by @ines@mastodon.example</div><div>View on Mastodon</div></a></blockquote>',
        Role.POST, "", "@ines@mastodon.example", "Mastodon", TOOT, "2022-03-04",
    ),
    "threads": Shape(
        f'<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@marrowferry/post/Cxyz" id="ig-tp-Cxyz"><a href="https://www.threads.net/@marrowferry/post/Cxyz"><div><svg></svg></div><p>{WORDS}</p><div>Post by @marrowferry</div><div>View on Threads</div></a></blockquote>',
        Role.POST, "", "@marrowferry", "Threads", "https://www.threads.net/@marrowferry/post/Cxyz",
    ),
    "tiktok": Shape(
        f'<blockquote class="tiktok-embed" cite="{TIKTOK}" data-video-id="7071234567890123456"><section><a target="_blank" title="@marrowferry" href="https://www.tiktok.com/@marrowferry?refer=embed">@marrowferry</a> <p>{WORDS} <a title="slip" href="https://www.tiktok.com/tag/slip">#slip</a></p> <a href="https://www.tiktok.com/music/x">♬ original sound - Marrow Ferry</a></section></blockquote>',
        Role.POST, "", "@marrowferry", "TikTok", TIKTOK, "2022-03-04", (f"{WORDS} #slip",),
    ),
    "card of the page's own": Shape(
        f'<div class="tweet-card" data-id="1500000000000000000"><div class="tweet-card__author">Marrow Ferry <span>@marrowferry</span></div><div class="tweet-card__text"><p>{WORDS}</p></div><a href="{TWEET}"><time datetime="2022-03-05T07:00:00Z">5 Mar</time></a></div>',
        Role.POST, "Marrow Ferry", "@marrowferry", "Twitter", TWEET, "2022-03-05",
    ),
    "picture of a post": Shape(
        f'<div class="js-delayed-image-load" data-alt="Twitter post by @marrowferry: {WORDS} " data-src="https://img.example/x.png" data-width="465"></div>',
        Role.POST, "", "@marrowferry", "Twitter",
    ),
}  # fmt: skip

QUOTES = {
    "footer": Shape(f"<blockquote><p>{WORDS}</p><footer>— Ines Calder, council chair</footer></blockquote>", Role.QUOTE, "Ines Calder"),
    "footer with the work": Shape(f'<blockquote class="blockquote"><p>{WORDS}</p><footer class="blockquote-footer">Ines Calder in <cite title="Letters">Letters to the Bay</cite></footer></blockquote>', Role.QUOTE, "Ines Calder"),
    "wordpress quote": Shape(f'<blockquote class="wp-block-quote"><p>{WORDS}</p><p>{SECOND}</p><cite>Dr. Ines Calder</cite></blockquote>', Role.QUOTE, "Ines Calder", words=(WORDS, SECOND)),
    "figure": Shape(f"<figure><blockquote><p>{WORDS}</p></blockquote><figcaption>Ines Calder, chair of the council</figcaption></figure>", Role.QUOTE, "Ines Calder"),
    "dash on a line of its own": Shape(f"<blockquote><p>{WORDS}</p><p>— Ines Calder, council chair</p></blockquote>", Role.QUOTE, "Ines Calder"),
    "wordpress pull quote": Shape(f'<figure class="wp-block-pullquote"><blockquote><p>{WORDS}</p><cite>Ines Calder</cite></blockquote></figure>', Role.PULL, "Ines Calder"),
    "pull quote with citation": Shape(f'<blockquote cite="Ines Calder " role="blockquote" class="c-stack body__pullquote"><div class="icon"></div><p>{WORDS}</p><span class="body__citation">— <span>Ines Calder </span></span></blockquote>', Role.PULL, "Ines Calder"),
    "pull quote in an aside": Shape(f'<aside class="pullquote"><p>{WORDS}</p><span class="quote-author">Ines Calder</span></aside>', Role.PULL, "Ines Calder"),
}  # fmt: skip

WRAPPERS = {
    "bare": "{}",
    "embed": '<div class="social-media-embed">{}</div>',
    "wordpress": '<figure class="wp-block-embed is-type-rich is-provider-twitter"><div class="wp-block-embed__wrapper">{}</div></figure>',
    "aside": '<aside class="embed-container"><h4>From the network</h4>{}</aside>',
    "noscript": '<div class="lazy-embed" data-loaded="no"><noscript>{}</noscript></div>',
    "template": "<div><template>{}</template></div>",
    "element of the page's own": '<inline-embed name="rich"><div class="embed-rich">{}</div></inline-embed>',
}


def marked() -> dict[str, Shape]:
    """Every shape in every wrapper that pages put it in, by name."""
    found = {
        f"{name}, {wrapper}": Shape(around.format(shape.markup), *_rest(shape))
        for name, shape in POSTS.items()
        for wrapper, around in WRAPPERS.items()
    }
    found |= {
        f"{name}, {wrapper}": Shape(around.format(shape.markup), *_rest(shape))
        for name, shape in QUOTES.items()
        for wrapper, around in WRAPPERS.items()
        if wrapper in {"bare", "embed", "element of the page's own"}
    }
    waiting = escape(POSTS["tweet"].markup, quote=True)
    found["tweet in an attribute"] = Shape(f'<div class="lazy" data-html="{waiting}"></div>', *_rest(POSTS["tweet"]))
    return found


def _rest(shape: Shape) -> tuple[Role, str, str, str, str, str, tuple[str, ...]]:
    return shape.role, shape.name, shape.handle, shape.network, shape.link, shape.day, shape.words
