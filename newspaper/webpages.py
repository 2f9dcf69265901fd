"""The pages of the Courier and the Gazette, as captured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

import jinja2

from newspaper.htmlbody import body
from newspaper.inlines import inline
from newspaper.newsfile import Item
from newspaper.outlets import OUTLETS, url_of, written

# Associated Press style: the five short months are never abbreviated.
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
ZONES = {-5: "CDT", -6: "CST"}

_jinja = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=False,  # the values are generated markup, escaped below
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)


def page(item: Item, others: Sequence[Item] = ()) -> bytes:
    """Return the page of an article in its own charset; a front page links to the older ones of `others`."""
    template = {"index page": "gazette-front.html", "consent wall": "gazette-consent.html"}.get(item.get("reject"))
    values = _values(item)
    values["teasers"] = [
        _teaser(other) for other in others if item.get("reject") == "index page" and _on_front(other, item)
    ]
    html = _jinja.get_template(template or f"{item.outlet}.html").render(values)
    return html.encode(values["charset"])


def byline(item: Item) -> str:
    """Return the byline as readers see it."""
    return " and ".join(author.strip() for author in item.get("authors").split(";") if author.strip())


def shown(value: str) -> str:
    """Return a date as readers see it: `Sept. 5, 2023, 4:05 p.m. CDT`, or `October 2023`, or nothing."""
    if len(value) < len("2023-10-01"):
        return f"{datetime.fromisoformat(value + '-01'):%B %Y}" if value else ""
    at = datetime.fromisoformat(value)
    offset = at.utcoffset()
    zone = ZONES[round(offset.total_seconds() / 3600)] if offset else "UTC"
    half = "a.m." if at.hour < 12 else "p.m."
    return f"{MONTHS[at.month - 1]} {at.day}, {at.year}, {at.hour % 12 or 12}:{at.minute:02} {half} {zone}"


def first_words(item: Item) -> str:
    """Return roughly the first sentence of an article, for its description."""
    words = next((inline(b.lines[0]).plain for b in item.blocks if b.role == "body"), "").split()
    return written(item, " ".join(words[:24]) + ("…" if len(words) > 24 else ""))


def _values(item: Item) -> dict[str, Any]:
    title = written(item, inline(item.get("title")).plain)
    published = item.get("published")
    names = [author.partition(",")[0].strip() for author in item.get("authors").split(";") if author.strip()]
    return {
        "title": escape(title),
        "url": url_of(item),
        "section": item.get("section"),
        "language": item.get("language") or "en",
        "description": escape(first_words(item)),
        "byline": byline(item),
        "names": ", ".join(names),
        "shown": shown(published),
        "changed": shown(item.get("modified")),
        "modified": item.get("modified"),
        "meta_date": item.get("meta-date") or published,
        "wire": bool(item.get("story")),
        "body": body(item),
        "charset": item.get("charset") or "utf-8",
        "saved": _saved(item),
        "ld": _linked_data(item, title, names),
    }


def _linked_data(item: Item, title: str, names: list[str]) -> str:
    outlet = OUTLETS[item.outlet]
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": title,
        "url": url_of(item),
        "articleSection": item.get("section"),
        "author": [{"@type": "Person", "name": name} for name in names],
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name, "url": outlet.site},
    }
    if date := item.get("jsonld-date") or item.get("published"):
        data["datePublished"] = date
    if item.get("modified"):
        data["dateModified"] = item.get("modified")
    return json.dumps({"@context": "https://schema.org", "@graph": [data]}, ensure_ascii=False).replace("</", "<\\/")


def _saved(item: Item) -> str:
    """Return the comment that a browser (Save as) or SingleFile leaves in a page; only the latter states the time."""
    url = url_of(item)
    if not item.get("captured"):
        return f"<!-- saved from url=({len(url):04}){url} -->"
    when = datetime.fromisoformat(item.get("captured"))
    day = f"{when:%a} {MONTHS[when.month - 1][:3]} {when:%d %Y %H:%M:%S}"
    zone = "GMT+0000 (Coordinated Universal Time)"
    return f"<!--\n Page saved with SingleFile \n url: {url} \n saved date: {day} {zone}\n-->"


def _on_front(other: Item, front: Item) -> bool:
    if other.get("reject") or other.get("superseded"):
        return False
    return datetime.fromisoformat(other.get("published")) < datetime.fromisoformat(front.get("captured"))


def _teaser(item: Item) -> dict[str, str]:
    title = written(item, inline(item.get("title")).plain)
    return {"url": item.get("url"), "title": escape(title), "text": escape(first_words(item))}
