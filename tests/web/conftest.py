"""Pages of the test newspaper without a server: requests go straight to the application."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import lxml.html
import pytest
from starlette.applications import Starlette

from onrecord.archive import Archive, open_archive
from onrecord.web import create_app
from tests.helpers.html_query import Html
from tests.helpers.paper import make_archive, make_town, reread

Get = Callable[..., httpx.Response]


class Pages:
    """Requests pages from an application as a browser would, without following redirects."""

    def __init__(self, app: Starlette) -> None:
        self.app = app

    def get(self, path: str, *, method: str = "GET", status: int = 200) -> httpx.Response:
        """The response to one request, which must have that status."""
        response = asyncio.run(self._ask(method, path))
        assert response.status_code == status, f"{path}: {response.status_code} {response.text[:400]}"
        return response

    def page(self, path: str, *, status: int = 200) -> Html:
        """A page, read as HTML."""
        return lxml.html.fromstring(self.get(path, status=status).text)

    def post(self, path: str, *, status: int = 303, **sent: Any) -> httpx.Response:
        """The response to a form (`data`), to JSON (`json`) or to whatever else httpx sends."""
        response = asyncio.run(self._ask("POST", path, **sent))
        assert response.status_code == status, f"{path}: {response.status_code} {response.text[:2000]}"
        return response

    async def _ask(self, method: str, path: str, **sent: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://onrecord.test") as client:
            return await client.request(method, path, **sent)


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of an archive of the test newspaper, shared; tests only read it."""
    return make_archive(tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="session")
def archive(paper: Path) -> Iterator[Archive]:
    """The archive of the test newspaper, open for reading."""
    with open_archive(paper) as opened:
        yield opened


@pytest.fixture(scope="session")
def pages(archive: Archive) -> Pages:
    """The pages of the test newspaper."""
    return Pages(create_app(archive, reread=reread))


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Archive]:
    """A few articles of the paper in an archive of the test's own, open for reading."""
    with open_archive(make_town(tmp_path)) as opened:
        yield opened


@pytest.fixture
def desk(town: Archive) -> Pages:
    """The pages of the town's archive, with corrections allowed."""
    return Pages(create_app(town, reread=reread, corrections=True))
