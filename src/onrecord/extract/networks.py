"""Social networks by the URLs of posts: the network's name, the handle in the URL, and the moment that the post's
number encodes.

 The encodings are the networks' own: Twitter's and Mastodon's snowflakes,
Instagram's sharded ids, TikTok's seconds.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from onrecord.model import Dated, Precision

_HOSTS = {
    "twitter.com": "Twitter", "x.com": "X", "instagram.com": "Instagram", "facebook.com": "Facebook",
    "fb.watch": "Facebook", "bsky.app": "Bluesky", "threads.net": "Threads", "threads.com": "Threads",
    "tiktok.com": "TikTok", "youtube.com": "YouTube", "truthsocial.com": "Truth Social", "reddit.com": "Reddit",
    "t.me": "Telegram", "linkedin.com": "LinkedIn",
}  # fmt: skip
_POST = re.compile(
    r"/status(?:es)?/\d+|/(?:p|reel|reels|tv)/[\w-]+|/posts?/[\w-]+|/profile/[^/]+/post/|/videos?/\d+|permalink|photo"
    r"|story_fbid|/@[\w.@-]+/(?:posts/)?\d+|/comments/\w+"
)
_HANDLE = re.compile(r"/(?:profile/)?@?([A-Za-z0-9_.-]+(?:@[\w.-]+)?)(?:/|$)")
_NO_HANDLE = frozenset({"p", "reel", "reels", "tv", "i", "video", "videos", "watch", "permalink.php", "posts", "r"})
# The ids' zero points, in milliseconds: Twitter's is in its open-source Snowflake (2010), Instagram's in its
# engineering blog of 2012 ("Sharding & IDs at Instagram").
_TWITTER, _INSTAGRAM = 1_288_834_974_657, 1_314_220_021_721
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def network(url: str) -> str:
    """Return the network of `url`; "Mastodon" for `/@name/number` on any other host; "" if it is of none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    except ValueError:
        return ""
    if host in _HOSTS:
        return _HOSTS[host]
    return "Mastodon" if re.match(r"/@[\w.-]+(?:@[\w.-]+)?/\d{15,20}(?:/embed)?$", parts.path) else ""


def is_post(url: str) -> bool:
    """True if `url` is that of one post of a known network."""
    return bool(network(url)) and _POST.search(url) is not None


def handle(url: str) -> str:
    """Return the author's handle in a post's URL, with its "@"; "" if it has none (Instagram's have not)."""
    match = _HANDLE.match(urlsplit(url).path) if network(url) else None
    return f"@{match[1]}" if match and match[1] not in _NO_HANDLE and not match[1].startswith("did") else ""


def time_posted(url: str) -> Dated | None:
    """Return the moment (UTC) that the number in a post's URL encodes; None if it encodes none."""
    milliseconds = 0
    name, path = network(url), urlsplit(url).path
    if name in {"Twitter", "X"} and (match := re.search(r"/status(?:es)?/(\d{17,20})", path)):
        milliseconds = (int(match[1]) >> 22) + _TWITTER
    elif name == "Mastodon" and (match := re.search(r"/(\d{15,20})", path)):
        milliseconds = int(match[1]) >> 16
    elif name == "TikTok" and (match := re.search(r"/video/(\d{17,20})", path)):
        milliseconds = (int(match[1]) >> 32) * 1000
    elif name == "Instagram" and (match := re.search(r"/(?:p|reel|reels|tv)/([\w-]{10,11})(?:/|$)", path)):
        number = 0
        for character in match[1]:
            number = number * 64 + _BASE64.index(character)
        milliseconds = (number >> 23) + _INSTAGRAM
    # A moment before the networks existed or far ahead is a made-up number, or another scheme of ids.
    if not 1_200_000_000_000 < milliseconds < 4_000_000_000_000:
        return None
    moment = datetime.fromtimestamp(milliseconds // 1000, UTC)
    return Dated(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), Precision.SECOND, "the post's number")
