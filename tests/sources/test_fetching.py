"""Fetching: what is asked for, how politely, what is kept, and what is refused. The site is a server of our own."""

# ruff: noqa: E501 (inputs read best as they are)
from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.model import Page, Rejected
from onrecord.sources import pages
from onrecord.sources.fetching import Fetching, FetchSettings
from onrecord.sources.fetching.link_lists import listed_in
from onrecord.sources.fetching.ssrf import ForbiddenError, PublicTransport
from tests.helpers.command_line import command_in
from tests.helpers.pages import html

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Site:
    """What each path answers, in turn (the last for good), and what was asked for when."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, float, dict[str, str]]] = field(default_factory=list)
    base: str = ""

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, time.monotonic(), dict(self.headers)))
            answers = made.answers.get(self.path, [(404, {}, b"")])
            status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def run(
    site: Site, folder: Path, *paths: str, delay: float = 0.0, size: int = 1_000_000
) -> tuple[Fetching, list[Rejected]]:
    settings = FetchSettings(delay=delay, allow_private=True, size=size)
    fetching = Fetching([site.base + path for path in paths], folder, settings)
    return fetching, list(fetching)


def test_what_is_fetched_is_kept_as_warc_that_reads_as_any_other(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = [(200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(html()))]
    fetching, failed = run(site, tmp_path, "/a")
    assert (fetching.fetched, failed) == (1, [])
    (page,) = pages([fetching.file])
    assert isinstance(page, Page)
    assert (page.url, page.html, page.charset) == (f"{site.base}/a", html(), "utf-8")
    assert page.captured is not None
    assert page.payload.startswith("sha1:")
    agent = site.asked[-1][2]["User-Agent"]
    assert agent.startswith("onrecord/")


def test_a_sitemap_of_sitemaps_and_a_feed_lead_to_their_pages(site: Site, tmp_path: Path) -> None:
    index = f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{site.base}/news.xml.gz</loc></sitemap></sitemapindex>"
    news = (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
        f"<url><loc>{site.base}/a</loc><n:news><n:title>Slip</n:title></n:news></url></urlset>"
    )
    feed = f"<rss version='2.0'><channel><link>/</link><item><link>/b</link></item><item><guid>{site.base}/a</guid></item></channel></rss>"
    site.answers |= {
        "/index.xml": [(200, {"Content-Type": "text/xml"}, index.encode())],
        "/news.xml.gz": [(200, {"Content-Type": "application/gzip"}, gzip.compress(news.encode()))],
        "/feed": [(200, {"Content-Type": "application/rss+xml"}, feed.encode())],
        "/a": [(200, HTML, html(title="A"))],
        "/b": [(200, HTML, html(title="B"))],
    }
    fetching, failed = run(site, tmp_path, "/index.xml", "/feed")
    assert failed == []
    assert fetching.fetched == 5
    assert sorted(page.url for page in pages([fetching.file]) if isinstance(page, Page)) == [
        f"{site.base}/a",
        f"{site.base}/b",
    ]
    assert site.paths().count("/a") == 1


def test_robots_txt_is_obeyed_and_asked_for_once(site: Site, tmp_path: Path) -> None:
    site.answers["/robots.txt"] = [
        (200, {}, b"User-agent: onrecord\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n")
    ]
    site.answers["/a"] = [(200, HTML, html())]
    fetching, failed = run(site, tmp_path, "/private/x", "/a")
    assert [rejected.url for rejected in failed] == [f"{site.base}/private/x"]
    assert "robots.txt does not let us" in failed[0].reason
    assert fetching.fetched == 1
    assert site.paths() == ["/robots.txt", "/a"]


def test_a_robots_txt_that_cannot_be_had_forbids_all(site: Site, tmp_path: Path) -> None:
    site.answers["/robots.txt"] = [(503, {}, b"")]
    site.answers["/a"] = [(200, HTML, html())]
    _, failed = run(site, tmp_path, "/a")
    assert "robots.txt" in failed[0].reason
    assert "/a" not in site.paths()


@pytest.mark.parametrize(("delay", "robots"), [(0.15, b""), (0.0, b"User-agent: *\nCrawl-delay: 0.15\n")])
def test_a_host_is_left_alone_between_two_requests(site: Site, tmp_path: Path, delay: float, robots: bytes) -> None:
    site.answers["/robots.txt"] = [(200, {}, robots)]
    site.answers |= {f"/{n}": [(200, HTML, html())] for n in range(3)}
    run(site, tmp_path, "/0", "/1", "/2", delay=delay)
    times = [at for path, at, _ in site.asked if path != "/robots.txt"]
    assert all(later - earlier >= 0.14 for earlier, later in pairwise(times))


def test_what_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = [
        (200, {**HTML, "ETag": '"v1"', "Last-Modified": "Tue, 08 Mar 2022 09:00:00 GMT"}, html()),
        (304, {}, b""),
    ]
    run(site, tmp_path, "/a")
    fetching, failed = run(site, tmp_path, "/a")
    assert (fetching.fetched, failed, sum(fetching.skipped.values())) == (0, [], 1)
    assert not fetching.file.exists()
    headers = site.asked[-1][2]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"v1"', "Tue, 08 Mar 2022 09:00:00 GMT")


def test_a_busy_site_is_asked_again_and_a_broken_one_is_told(site: Site, tmp_path: Path) -> None:
    site.answers["/busy"] = [(503, {"Retry-After": "0"}, b""), (429, {}, b""), (200, HTML, html())]
    site.answers["/broken"] = [(500, {}, b"")]
    site.answers["/later"] = [(503, {"Retry-After": "86400"}, b"")]
    fetching, failed = run(site, tmp_path, "/busy", "/broken", "/later", "/gone")
    assert fetching.fetched == 1
    assert site.paths().count("/broken") == 3
    assert [rejected.reason for rejected in failed] == [
        "its site answers with status 500",
        "its site wants to be asked again in 86400 s only (status 503)",
        "its site answers with status 404",
    ]


def test_redirects_are_followed_but_not_for_ever(site: Site, tmp_path: Path) -> None:
    site.answers["/old"] = [(301, {"Location": "/new#top"}, b"")]
    site.answers["/new"] = [(200, HTML, html())]
    site.answers |= {f"/{n}": [(302, {"Location": f"/{n + 1}"}, b"")] for n in range(9)}
    fetching, failed = run(site, tmp_path, "/old", "/0")
    assert [page.url for page in pages([fetching.file])] == [f"{site.base}/new"]
    assert len(failed) == 1
    assert "on and on" in failed[0].reason


def test_a_page_that_is_too_large_is_left(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = [(200, HTML, bytes(3_000_000))]
    _, failed = run(site, tmp_path, "/a")
    assert "more than 1 MB" in failed[0].reason


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]", "0.0.0.0"]
)
def test_addresses_that_are_not_public_are_refused(tmp_path: Path, host: str) -> None:
    (failed,) = Fetching([f"http://{host}/a"], tmp_path, FetchSettings(delay=0.0))
    assert "is no public address" in failed.reason


def test_a_name_is_checked_by_what_it_resolves_to(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", 80))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [entry])
    with (
        PublicTransport(allow_private=False) as guard,
        pytest.raises(ForbiddenError, match=r"news\.example is 10\.1\.2\.3"),
    ):
        guard._checked("news.example", 80)


def test_the_command_fetches_adds_and_completes(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = [(200, {**HTML, "ETag": "x"}, html()), (304, {}, b"")]
    (tmp_path / "list.txt").write_text(f"# pages\n{site.base}/a\n{site.base}/gone\n")
    command = command_in(tmp_path)
    first = command("fetch", "list.txt", "-a", "a", "--delay", "0", "--allow-private")
    assert first.returncode == 1
    assert "1 fetched, 0 unchanged, 1 not fetched" in first.stderr
    assert "1 new articles" in first.stderr
    again = command("fetch", f"{site.base}/a", "-a", "a", "--delay", "0", "--allow-private")
    assert again.returncode == 0
    assert "1 unchanged" in again.stderr
    assert "1 already in the archive" in again.stderr
    assert "Ines Calder" in command("quotes", "calder", "-a", "a").stdout


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "neither an address nor a readable file"),
        ("Some words.\n", "lists no addresses"),
        ("<html><p>x</p></html>", "lists no addresses"),
    ],
)
def test_a_file_that_lists_nothing_is_told(tmp_path: Path, content: str | None, reason: str) -> None:
    if content is not None:
        (tmp_path / "list.txt").write_text(content)
    done = command_in(tmp_path)("fetch", "list.txt", "-a", "a")
    assert done.returncode == 2
    assert reason in done.stderr
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<urlset",
        b"\x1f\x8bxx",
        b"{}",
        b"<!DOCTYPE a [<!ENTITY x 'http://x/'>]><urlset><url><loc>&x;</loc></url></urlset>",
    ],
)
def test_broken_lists_list_nothing(data: bytes) -> None:
    found = listed_in(data)
    assert found is None or not found.pages
