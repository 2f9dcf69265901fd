"""Embedded posts: author, date and words, the words apart from the line that names the author.

Every network's embed code is a <blockquote> with its text in the markup, so that it can be read without scripts; they
differ in class names and in the wording of the author's line. Cards made by the page's own software and the alternative
text of a picture of a post are read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.dates.written import date_in
from onrecord.extract import networks
from onrecord.extract.text_lines import paragraphs
from onrecord.extract.tree import content
from onrecord.model import Dated

_CLASSES = {
    "twitter-tweet": "Twitter", "twitter-video": "Twitter", "instagram-media": "Instagram", "bluesky-embed": "Bluesky",
    "mastodon-embed": "Mastodon", "text-post-media": "Threads", "tiktok-embed": "TikTok",
    "truthsocial-embed": "Truth Social", "reddit-embed-bq": "Reddit",
}  # fmt: skip
_CARD = re.compile(
    r"(?:^|[\s_-])(?:tweet|toot|skeet|(?:twitter|x|instagram|facebook|bluesky|mastodon|threads|tiktok|social)-?post)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_BY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:[—–-]{1,2}|&mdash;)\s*(?P<name>.*?)\s*\((?P<handle>@[\w.@-]+)\)\s*(?P<date>.*)$",
        r"^A (?:\w+) (?:shar|post)ed by (?P<name>.*?)\s*(?:\((?P<handle>@[\w.]+)\))?(?:\s+on\s+(?P<date>.*))?$",
        r"^Posted by (?P<name>.*?)\s+on\s+(?P<date>.*)$",
        r"^(?:Post|Video) by (?P<handle>@[\w.@-]+)\s*(?P<name>)(?P<date>.*)$",
        r"^(?:by|[—–-]) (?P<handle>u/[\w-]+)(?P<name>)(?P<date>.*)$",
        r"^(?P<name>[^@]{0,60}?)\s*(?P<handle>@[\w.@-]+)\s*[·•|,]?\s*(?P<date>(?:\w{1,12} \d{1,2}, \d{4}|\d.*)?)$",
    )
)
_BOILERPLATE = re.compile(
    r"^(?:View (?:this (?:post|photo|profile|more)|(?:more )?on|post) .*|♬ .*|\[(?:image|video) or embed\]|Reply|"
    r"Retweet|Like|Share|Loading.*|Follow|Read \d+ replies|Add a comment.*|Watch on .*)$",
    re.IGNORECASE,
)
_ALT = re.compile(
    r"^(?P<net>Twitter|X|Instagram|Facebook|TikTok|Threads|Bluesky|Mastodon|YouTube) (?:post|video) by "
    r"(?P<who>@?[^:]{2,60}):\s+(?P<words>.{8,})$",
    re.DOTALL,
)
# Ornaments of display names: pictographs, flags, variation selectors.
_ORNAMENT = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\U000e0000-\U000e007f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post on the page: `words` in paragraphs, `by` the line that names its author, as shown."""

    words: tuple[str, ...]
    by: str
    name: str
    handle: str
    network: str
    link: str
    date: Dated | None
    shown: str = ""
    """The date as shown in `by`; "" if there is none."""


def read_post(element: HtmlElement) -> Post | None:
    """Return the post that `element` embeds; None if it is not a post. A post without words has empty `words`."""
    if element.tag == "blockquote":
        return _embed(element)
    if alt := _ALT.match(element.get("data-alt") or (element.get("alt") if element.tag == "img" else "") or ""):
        return _pictured(element, alt)
    return _card(element) if _CARD.search(element.get("class") or "") else None


def _embed(element: HtmlElement) -> Post | None:
    names = (element.get("class") or "").split()
    by_class = next((_CLASSES[name] for name in names if name in _CLASSES), "")
    link = _link(element)
    by_link = networks.network(link) if networks.is_post(link) else ""
    wrapped = any("fb-post" in (up.get("class") or "").split() for up in element.iterancestors("div"))
    lines = paragraphs(element)
    if not (by_class or wrapped or (by_link and any(_author(text) for text in lines))):
        return None
    return _post(element, lines, by_link or by_class or "Facebook", link)


def _post(element: HtmlElement, lines: list[str], network: str, link: str) -> Post:
    lines = [text for text in lines if not _BOILERPLATE.match(text)]
    at = next((n for n in reversed(range(len(lines))) if _author(lines[n])), None)
    match = _author(lines[at]) if at is not None else None
    words = tuple(text for number, text in enumerate(lines) if number != at)
    fields = match.groupdict("") if match else {}
    stamp = next((time.get("datetime") or "" for time in element.iter("time")), "")
    shown = (fields.get("date") or "").strip()
    date = date_in(stamp, basis="the post's time element") or date_in(shown, basis="the post's own line")
    return Post(
        words=words,
        by=lines[at] if at is not None else "",
        name=_clean(fields.get("name", "")),
        handle=fields.get("handle", "") or networks.handle(link),
        network=network,
        link=link,
        date=date or networks.time_posted(link),
        shown=shown if date_in(shown, basis="") else "",
    )


def _author(text: str) -> re.Match[str] | None:
    return next((match for pattern in _BY if (match := pattern.match(text))), None)


def _link(element: HtmlElement) -> str:
    """Return the post's own URL: the one stated by the embed code, else the last link to a post."""
    stated = [element.get(name) or "" for name in ("data-instgrm-permalink", "data-text-post-permalink", "cite")]
    stated.append((element.get("data-embed-url") or "").removesuffix("/embed"))
    stated += [up.get("data-href") or "" for up in element.iterancestors("div")][:2]
    links = [link.get("href") or "" for link in element.iter("a")]
    url = next((link for link in (*stated, *reversed(links)) if networks.is_post(link)), "")
    return url.partition("?")[0] if "story_fbid" not in url else url


def _pictured(element: HtmlElement, alt: re.Match[str]) -> Post:
    """Return the post in a picture whose alternative text is "Network post by author: words"."""
    link = next((up.get("href") or "" for up in element.iterancestors("a")), "") or element.get("data-src") or ""
    link = link.partition("?")[0] if networks.is_post(link) else ""
    who = alt["who"].strip()
    return Post(
        words=(" ".join(alt["words"].split()),),
        by=f"— {who}",
        name="" if who.startswith("@") else who,
        handle=who if who.startswith("@") else "",
        network=alt["net"],
        link=link,
        date=networks.time_posted(link) if link else None,
    )


def _card(element: HtmlElement) -> Post | None:
    """Return a post in a card of the page's own software: a link to it, its author's handle, its words."""
    if next(element.iter("blockquote"), None) is not None:
        return None
    link = _link(element)
    text = next(_named(element, r"text|content|body|message|caption"), None)
    who = next(_named(element, r"author|user|name|handle|byline|header"), None)
    if not link or text is None or who is None or who in list(text.iter()):
        return None
    by = content(who)
    post = _post(element, [*paragraphs(text, without=frozenset({who})), by], networks.network(link), link)
    if post.by:
        return post
    return Post(
        words=post.words[:-1], by=by, name=_clean(by), handle=networks.handle(link), network=post.network, link=link,
        date=post.date,
    )  # fmt: skip


def _named(element: HtmlElement, pattern: str) -> Iterator[HtmlElement]:
    for inner in element.iterdescendants():
        if isinstance(inner.tag, str) and re.search(pattern, inner.get("class") or "", re.IGNORECASE):
            yield inner


def _clean(name: str) -> str:
    return " ".join(_ORNAMENT.sub(" ", name).split()).strip(" |·•-—,")
