"""The security headers of every response, and the escaping of everything in an archive or a URL."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from onrecord.archive import Archive, open_archive
from onrecord.model import Evidence
from onrecord.web import create_app
from onrecord.web.server import hosts, listen
from tests.helpers.html_query import Html, select
from tests.helpers.paper import ODD_ID, SCRIPT, evidence_path, harbour, make_archive, reread
from tests.web.conftest import Pages

EVERY_PAGE = [
    "/",
    "/quotes",
    "/articles",
    "/quotes.json",
    "/quotes?q=(",
    "/article/harbour",
    "/article/harbour.json",
    evidence_path(harbour()),
    f"{evidence_path(harbour())}/source",
    f"{evidence_path(harbour())}.json",
    "/people",
    "/people.json",
    "/people/ines-calder",
    "/people/ines-calder.json",
    "/corrections",
    "/corrections.json",
    "/nowhere",
    "/health",
    "/favicon.ico",
    "/static/style.css",
]
ALLOWED = {
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def fetch(pages: Pages, path: str, method: str = "GET") -> tuple[int, dict[str, str]]:
    status = 400 if path.endswith("(") else 404 if path == "/nowhere" else 204 if "favicon" in path else 200
    response = pages.get(path, method=method, status=status)
    return response.status_code, dict(response.headers)


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_every_response_has_the_security_headers(pages: Pages, path: str) -> None:
    _, headers = fetch(pages, path)
    policy = set(headers["content-security-policy"].split("; "))
    assert policy == ({"sandbox", "default-src 'none'"} if path.endswith("/source") else ALLOWED)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_head_answers_as_get(pages: Pages, path: str) -> None:
    assert fetch(pages, path, "HEAD") == fetch(pages, path)


def test_only_reading_is_possible(pages: Pages) -> None:
    assert "This is not possible here" in pages.get("/quotes", method="POST", status=405).text


def test_an_internal_error_has_our_error_page_and_the_same_headers(archive: Archive) -> None:
    def broken(evidence: Evidence) -> bytes:
        raise RuntimeError("the reader broke")

    response = Pages(create_app(archive, reread=broken)).get(evidence_path(harbour()), status=500)
    assert "On Record failed on this page" in response.text
    assert "the reader broke" not in response.text
    assert set(response.headers["content-security-policy"].split("; ")) == ALLOWED


def test_an_unreadable_archive_says_what_to_do(tmp_path: Path) -> None:
    path = make_archive(tmp_path)
    with open_archive(path) as archive:
        pages = Pages(create_app(archive, reread=reread))
        for file in path.rglob("*"):
            if file.is_file():
                file.write_bytes(b"")
        for asked in ("/article/harbour", "/article/harbour.json"):
            response = pages.get(asked, status=503)
            assert str(path) in response.text
            assert set(response.headers["content-security-policy"].split("; ")) == ALLOWED


def test_the_stylesheet_is_cached_only_under_its_versioned_address(pages: Pages) -> None:
    href = select(pages.page("/"), "link[rel=stylesheet]")[0].get("href")
    assert "immutable" in pages.get(href).headers["cache-control"]
    assert pages.get("/static/style.css?v=older").headers["cache-control"] == "no-cache"


def tame(page: Html) -> None:
    """Assert that a page has no scripts, handlers or inline styles, and no links that could run code."""
    assert select(page, "script, style, iframe, img, object, embed") == []
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            assert name != "style", element.tag
            if name in ("href", "action", "src"):
                assert value.startswith(("/", "#", "https://www.tarnpost.example/")), (element.tag, value)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/articles?q=published:none",
        "/quotes?q=published:none",
        f"/article/{quote(ODD_ID, safe='')}",
        f"/quotes?q={quote(SCRIPT)}",
        "/quotes?q=" + quote(f'outlet:"{SCRIPT}"'),
        "/quotes?q=" + quote('speaker:"\\"><img src=x onerror=alert(1)>"'),
        "/quotes?q=" + quote('"javascript:alert(1)'),
        f"/articles?sort={quote(SCRIPT)}&after=",
        "/people?q=onerror",
        f"/people?q={quote(SCRIPT)}&same={quote(SCRIPT)}&sort={quote(SCRIPT)}",
        "/people/img-src-x-onerror-alert-1-script-alert-1-script",
    ],
)
def test_markup_in_a_query_or_a_record_is_escaped(pages: Pages, path: str) -> None:
    status = 400 if path.endswith("alert%281%29") else 200
    tame(pages.page(path, status=status))


def test_an_address_that_would_run_is_not_a_link(pages: Pages) -> None:
    page = pages.page(f"/article/{quote(ODD_ID, safe='')}")
    assert select(page, ".address a") == []
    assert select(page, ".address")[0].text_content() == "javascript:alert(1)"
    assert SCRIPT in select(page, "h1")[0].text_content()


def test_the_application_is_one_of_starlette(archive: Archive) -> None:
    assert isinstance(create_app(archive, reread=reread), Starlette)


@pytest.mark.parametrize(
    ("server", "status"),
    [("localhost:8765", 200), ("127.0.0.1:8765", 200), ("[::1]:8765", 200), ("rebound.example", 400)],
)
def test_an_unknown_host_name_is_refused(archive: Archive, server: str, status: int) -> None:
    with listen("127.0.0.1", 0) as listening:
        pages = Pages(create_app(archive, reread=reread, hosts=hosts(listening)))
    response = pages.get(f"http://{server}/quotes", status=status)
    assert set(response.headers["content-security-policy"].split("; ")) == ALLOWED
