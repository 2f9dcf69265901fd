"""Protection of corrections: only if turned on, only from our own pages or a program, of limited size, and escaped."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from onrecord.archive import Archive
from onrecord.web import Service, create_app
from onrecord.web.request_body import LARGEST
from onrecord.web.server import correctable, listen
from tests.helpers.filled_forms import VOTE, about, fill
from tests.helpers.html_query import one, select
from tests.helpers.paper import SCRIPT, reread
from tests.web.conftest import Pages
from tests.web.test_security import ALLOWED, tame

RENAME = {"action": "rename", "person": "gill", "name": "Skipper Gill"}


@pytest.mark.parametrize("sent", [{"json": RENAME}, {"data": RENAME}])
@pytest.mark.parametrize("path", ["/corrections", "/corrections/1/undo"])
def test_no_correction_is_made_if_they_are_turned_off(town: Archive, path: str, sent: dict[str, object]) -> None:
    closed = Pages(create_app(town, reread=reread))
    assert "serve --corrections" in closed.post(path, status=403, **sent).text
    assert town.corrections() == ()


@pytest.mark.parametrize("token", ["", "0" * 64, "Ω"])
def test_a_form_without_our_token_is_refused(desk: Pages, town: Archive, token: str) -> None:
    address, data = fill(desk.page("/people/gill"), "rename", name="Skipper Gill")
    for path in (address, "/corrections/1/undo"):
        assert "reload the page" in desk.post(path, status=403, data={**data, "token": token}).text
    assert town.corrections() == ()


def test_the_token_of_another_process_is_refused(desk: Pages, town: Archive) -> None:
    other = Pages(create_app(town, reread=reread, corrections=True))
    address, data = fill(other.page("/people/gill"), "rename", name="Skipper Gill")
    desk.post(address, status=403, data=data)
    other.post(address, data=data)


ELSEWHERE = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": "https://elsewhere.example"},
    {"origin": "http://onrecord.test:8080"},
    {"origin": "http://["},
    {"sec-fetch-site": "same-origin", "origin": "https://elsewhere.example"},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_a_form_from_another_site_is_refused(desk: Pages, town: Archive, headers: dict[str, str]) -> None:
    address, data = fill(desk.page("/people/gill"), "rename", name="Skipper Gill")
    assert "another site" in desk.post(address, status=403, data=data, headers=headers).text
    assert "another site" in desk.post("/corrections", status=403, json=RENAME, headers=headers).json()["detail"]
    assert town.corrections() == ()


OURS = [
    {"sec-fetch-site": "same-origin", "origin": "null"},
    {"sec-fetch-site": "none"},
    {"origin": "http://onrecord.test"},
]


@pytest.mark.parametrize("headers", OURS)
def test_a_form_from_our_own_page_is_accepted(desk: Pages, headers: dict[str, str]) -> None:
    """Headers as browsers send them: `Origin` is "null" from pages that send no referrer."""
    address, data = fill(desk.page("/people/gill"), "rename", name="Skipper Gill")
    desk.post(address, data=data, headers=headers)


def test_a_proxy_name_is_accepted_but_not_another_local_port(town: Archive) -> None:
    names = ("localhost", "127.0.0.1", "archive.example")
    desk = Pages(create_app(town, reread=reread, hosts=names, corrections=True))
    host = {"host": "127.0.0.1:8765"}
    desk.post("/corrections", status=201, json=RENAME, headers={**host, "origin": "https://archive.example"})
    desk.post("/corrections", status=201, json=RENAME, headers={**host, "origin": "http://127.0.0.1:8765"})
    desk.post("/corrections", status=403, json=RENAME, headers={**host, "origin": "http://127.0.0.1:8000"})
    desk.post("/corrections", status=403, json=RENAME, headers={**host, "origin": "http://localhost:8000"})


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("text/plain", b'{"action": "rename", "person": "gill", "name": "X"}', 415),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        ("application/json", b"[]", 400),
        ("application/json", b"{", 400),
        ("application/json", b"\xff", 400),
        ("application/json", b"[" * 100_000, 400),
        ("application/json", b'{"action": "rename", "person": "gill", "name": "\\ud800"}', 400),
        ("application/json", b'{"action": "rename", "person": ["gill"], "name": "X"}', 400),
        ("application/json", b'{"action": "split", "person": "orla-gill", "articles": [1]}', 400),
        (
            "application/json",
            b'{"action": "split", "person": "orla-gill", "articles": ["the-vote"], "into": "<b>"}',
            400,
        ),
        ("application/x-www-form-urlencoded", b"token=%ff&action=\xff", 400),
        ("application/x-www-form-urlencoded", b"a&" * 2_000, 400),
        ("application/json", b" " * (LARGEST + 1), 413),
        ("application/x-www-form-urlencoded", b"token=" + b"x" * LARGEST, 413),
    ],
)
def test_a_body_that_is_not_a_correction_is_refused(
    desk: Pages, town: Archive, kind: str, body: bytes, status: int
) -> None:
    response = desk.post("/corrections", status=status, content=body, headers={"content-type": kind})
    assert set(response.headers["content-security-policy"].split("; ")) == ALLOWED
    assert town.corrections() == ()


def test_a_form_with_an_unknown_action_is_refused(desk: Pages) -> None:
    address, data = fill(desk.page("/people/gill"), "rename", name="X")
    assert "no valid action" in desk.post(address, status=400, data={**data, "action": "burn"}).text


def test_a_missing_quotation_is_refused(desk: Pages) -> None:
    address, data = fill(desk.page(about(VOTE)), "remove")
    assert "no quotation nowhere" in desk.post(address, status=400, data={**data, "quotation": "nowhere"}).text
    assert "no article nowhere" in desk.post(address, status=400, data={**data, "article": "nowhere"}).text


def test_what_readers_write_is_escaped(desk: Pages, town: Archive) -> None:
    address, data = fill(desk.page(about(VOTE)), "speaker", who=SCRIPT, note=SCRIPT, by='"><img src=x>')
    desk.post(address, data=data)
    desk.post("/corrections", status=201, json={**RENAME, "name": SCRIPT, "note": SCRIPT, "made": SCRIPT})
    person = town.corrections()[0].person
    pages = ["/", "/quotes", "/people", f"/people/{person}", "/people/gill", "/article/the-vote", "/corrections"]
    for path in [*pages, about(VOTE), f"/people?same={person}", f"/people/gill?into={person}"]:
        tame(desk.page(path))


@pytest.mark.parametrize("into", [SCRIPT, "https://elsewhere.example", "nobody"])
def test_only_an_existing_person_is_filled_in(desk: Pages, into: str) -> None:
    page = desk.page(f"/people/gill?into={quote(into)}")
    assert dict(select(page, "#merge form")[0].form_values())["into"] == ""
    assert one(page, "#merge").get("open") is None


def test_corrections_are_on_if_only_this_machine_can_open_the_pages() -> None:
    with listen("127.0.0.1", 0) as local, listen("0.0.0.0", 0) as anywhere:
        assert correctable(local, Service())
        assert not correctable(local, Service(corrections=False))
        assert not correctable(local, Service(names=("archive.example",)))
        assert correctable(local, Service(names=("archive.example",), corrections=True))
        assert not correctable(anywhere, Service())
        assert correctable(anywhere, Service(corrections=True))
