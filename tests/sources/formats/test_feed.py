"""Feeds: RSS, RDF and Atom; the day as the feed writes it, every author, and nothing of the feed's own entities."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.model import Dated, Evidence, Page, Precision, Rejected
from onrecord.model.errors import InputError
from onrecord.sources import Limits, pages, reread

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Tarn Post</title><link>https://tarnpost.example/</link>
<pubDate>Mon, 01 Mar 2021 09:00:00 GMT</pubDate><item><title>Ferry &amp; wall</title><link>/ferry</link>
<dc:creator>Ines Calder</dc:creator><dc:creator>Bo Reed</dc:creator>
<pubDate>Sat, 20 Feb 2021 22:00:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>“Never again,” she said. <item>x</item></p>]]></content:encoded></item>
<item><title>Café</title><author>c@tarnpost.example (Cy Lund)</author><description>Only a summary.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title>
<entry><title type="html">Ferry &amp;amp; wall</title><link href="https://tides.example/a"/>
<author><name>Ines Calder</name></author><author><name>Bo Reed</name><uri>x</uri></author>
<updated>2021-02-23T09:00:00Z</updated><published>2021-02-21T23:00:00-05:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>“Never again.”</p></div></content></entry>
<entry><title>B</title><updated>2021-02-23T09:00:00Z</updated><content type="text">a &lt; b</content></entry>
<entry><title>C</title><summary>Only a summary.</summary></entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Old Tides</title><items><rdf:Seq><rdf:li resource="u"/></rdf:Seq></items></channel>
<item rdf:about="https://o.example/1"><title>T</title><link>https://o.example/1</link><dc:date>2004-05-01</dc:date>
<description>Sum.</description></item></rdf:RDF>"""


def read(tmp_path: Path, feed: str | bytes, name: str = "a.xml") -> list[Page | Rejected]:
    path = tmp_path / name
    path.write_bytes(feed if isinstance(feed, bytes) else feed.encode())
    found = [item for item in pages([path]) if isinstance(item, Page | Rejected)]
    for page in found:
        if isinstance(page, Page):
            assert reread(page.evidence) == page.html
    return found


def only_pages(found: list[Page | Rejected]) -> list[Page]:
    assert all(isinstance(item, Page) for item in found), found
    return [item for item in found if isinstance(item, Page)]


def test_rss(tmp_path: Path) -> None:
    first, second = only_pages(read(tmp_path, RSS))
    assert first.url == "https://tarnpost.example/ferry"
    assert (first.given.title, first.given.outlet) == ("Ferry & wall", "The Tarn Post")
    assert first.given.authors == ("Ines Calder", "Bo Reed")
    assert first.given.published == Dated("2021-02-20T22:00:00-05:00", Precision.SECOND, "the feed's pubDate")
    assert first.charset == "utf-8"
    assert first.captured is None
    assert first.html is not None
    assert "<title>Ferry &amp; wall</title>" in first.html.decode()
    assert "<p>“Never again,” she said. <item>x</item></p>" in first.html.decode()
    assert "Short." not in first.html.decode()
    assert (second.url, second.given.authors, second.given.published) == ("", ("Cy Lund",), None)
    assert second.html is not None
    assert "Only a summary." in second.html.decode()
    assert [page.evidence.offset for page in (first, second)] == [
        RSS.encode().index(start) for start in (b"<item><title>Ferry", b"<item><title>Caf")
    ]


def test_atom(tmp_path: Path) -> None:
    first, second, third = only_pages(read(tmp_path, ATOM))
    assert first.url == "https://tides.example/a"
    assert (first.given.title, first.given.outlet) == ("Ferry & wall", "Tides")
    assert first.given.authors == ("Ines Calder", "Bo Reed")
    assert first.given.published == Dated("2021-02-21T23:00:00-05:00", Precision.SECOND, "the feed's published")
    assert first.html is not None
    assert "<p>“Never again.”</p>" in first.html.decode()
    assert second.given.published is None, "the date of the last change is not that of publication"
    assert second.html is not None
    assert "<p>a &lt; b</p>" in second.html.decode()
    assert third.html is not None
    assert "Only a summary." in third.html.decode()


def test_rdf_and_packed(tmp_path: Path) -> None:
    (page,) = only_pages(read(tmp_path, gzip.compress(RDF.encode()), "a.rdf.gz"))
    assert (page.url, page.given.outlet) == ("https://o.example/1", "Old Tides")
    assert page.given.published == Dated("2004-05-01", Precision.DAY, "the feed's date")


@pytest.mark.parametrize("name", ["a.rss", "a.atom", "a.data"])
def test_a_feed_is_known_by_its_root_element(tmp_path: Path, name: str) -> None:
    assert len(only_pages(read(tmp_path, RSS, name))) == 2


def test_a_feed_in_another_charset(tmp_path: Path) -> None:
    latin = RSS.replace("utf-8", "iso-8859-1").replace("“", '"').replace("”", '"').encode("iso-8859-1")
    assert [page.given.title for page in only_pages(read(tmp_path, latin))] == ["Ferry & wall", "Café"]


def test_a_malformed_feed_gives_the_entries_before_and_the_line(tmp_path: Path) -> None:
    first, refused = read(tmp_path, RSS.replace("<author>", "<autor>"))
    assert isinstance(first, Page)
    assert first.given.title == "Ferry & wall"
    reason = "the feed is malformed (mismatched tag): the entries from there on are not read"
    assert refused == Rejected(str(tmp_path / "a.xml"), "line 8", reason)


def test_a_feed_malformed_from_the_start(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, RSS.replace("<channel>", "<channel"))
    assert refused == Rejected(
        str(tmp_path / "a.xml"), "line 3", "the feed is malformed (not well-formed (invalid token))"
    )


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "words">',
        '<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
    ],
)
def test_entities_of_the_feeds_own_are_not_followed(tmp_path: Path, declared: str) -> None:
    feed = RSS.replace("<rss", f"<!DOCTYPE rss [{declared}]>\n<rss", 1)
    reason = 'the feed declares an entity of its own ("a"), which is not followed for safety'
    assert read(tmp_path, feed) == [Rejected(str(tmp_path / "a.xml"), "line 2", reason)]


def test_a_feed_that_nests_too_deep(tmp_path: Path) -> None:
    feed = RSS.replace("<channel>", "<a>" * 5000 + "<channel>")
    (refused,) = read(tmp_path, feed)
    assert isinstance(refused, Rejected)
    assert refused.reason == "the feed nests its elements more than 256 deep"


def test_a_feed_without_entries_or_too_large(tmp_path: Path) -> None:
    empty = '<rss version="2.0"><channel><title>x</title></channel></rss>'
    (refused,) = read(tmp_path, empty)
    assert isinstance(refused, Rejected)
    assert refused.reason == "the feed has no entries"
    (large,) = pages([tmp_path / "a.xml"], Limits(page=50))
    assert isinstance(large, Rejected)
    assert large.reason.startswith("the page is larger")


def test_a_file_that_is_called_a_feed_and_is_none(tmp_path: Path) -> None:
    (refused,) = read(tmp_path, "<opml version='2.0'></opml>", "a.rss")
    assert isinstance(refused, Rejected)
    assert refused.reason == "its name says feed, and its first bytes do not: fetch it again"


def test_rereading_an_entry_that_is_gone(tmp_path: Path) -> None:
    first, second = only_pages(read(tmp_path, RSS))
    (tmp_path / "a.xml").write_text(RSS.replace("Only a", "No"))
    assert reread(first.evidence) == first.html
    with pytest.raises(InputError, match="the file changed"):
        reread(second.evidence)
    with pytest.raises(InputError, match="the page that was read here is gone"):
        reread(Evidence(second.evidence.file, 3, second.evidence.digest))
