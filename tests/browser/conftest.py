"""A real server on a free loopback port and a real Chromium; skipped without Chromium, unless it is required."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from onrecord.archive import open_archive
from onrecord.web import create_app
from onrecord.web.server import address, listen
from tests.helpers.paper import make_archive, reread

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser, for one module: while playwright runs, no other test can run an event loop."""
    if not CHROMIUM.is_file():
        reason = f"no Chromium at {CHROMIUM}: install it, or say where it is with $CHROMIUM"
        if os.environ.get("ONRECORD_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the test newspaper's pages, without a trailing slash."""
    path = make_archive(tmp_path_factory.mktemp("paper"))
    with open_archive(path) as archive, listen("127.0.0.1", 0) as listening:
        server = uvicorn.Server(
            uvicorn.Config(create_app(archive, reread=reread, corrections=True), log_level="warning")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield address(listening).rstrip("/")
        server.should_exit = True
        thread.join()


@pytest.fixture
def desk(chromium: Browser, site: str) -> Iterator[Page]:
    """A page in a window of 1280 by 900."""
    context = chromium.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium: Browser, site: str) -> Iterator[Page]:
    """A page on a phone of 360 by 740."""
    context = chromium.new_context(base_url=site, viewport={"width": 360, "height": 740}, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_scripts(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    """A browser in which JavaScript is off."""
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    yield context
    context.close()
