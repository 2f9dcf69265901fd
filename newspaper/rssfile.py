"""The Ledger's feed: RSS 2.0 with whole articles in content:encoded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from newspaper.htmlbody import body
from newspaper.inlines import inline
from newspaper.newsfile import Item
from newspaper.outlets import OUTLETS, url_of
from newspaper.webpages import byline, first_words


def feed(items: Iterable[Item]) -> bytes:
    """Return the feed, newest article first (RSS 2.0 specification and its content module)."""
    newest = sorted(items, key=lambda item: datetime.fromisoformat(item.get("published")), reverse=True)
    site = OUTLETS["ledger"].site
    built = format_datetime(datetime.fromisoformat(newest[0].get("published")))
    head = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>The Merrin Ledger</title>
<link>{site}/</link>
<description>News from the northern shore</description>
<language>en</language>
<lastBuildDate>{built}</lastBuildDate>
<atom:link href="{site}/feed.xml" rel="self" type="application/rss+xml"/>
"""
    return (head + "".join(_item(item) for item in newest) + "</channel>\n</rss>\n").encode()


def _item(item: Item) -> str:
    url, title = url_of(item), escape(inline(item.get("title")).plain)
    html = body(item)
    home = f'<a href="{OUTLETS["ledger"].site}">The Merrin Ledger</a>'
    trailer = f'<p>The post <a href="{url}">{title}</a> appeared first on {home}.</p>'
    return f"""<item>
<title>{title}</title>
<link>{url}</link>
<guid isPermaLink="true">{url}</guid>
<dc:creator>{escape(byline(item))}</dc:creator>
<pubDate>{format_datetime(datetime.fromisoformat(item.get("published")))}</pubDate>
<category>{escape(item.get("section"))}</category>
<description>{escape(first_words(item))}</description>
<content:encoded><![CDATA[{html}
{trailer}]]></content:encoded>
</item>
"""
