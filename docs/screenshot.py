"""Update docs/quotes.png, the README's picture: a page of the demo archive in Chromium.

usage: python docs/screenshot.py [ADDRESS]    (of a running `python3 dev.py serve`)
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

SHOWN = "/quotes?{}".format(urlencode({"q": 'speaker:"Maren Tolliver" published:2023-12'}))


def main(address: str) -> None:
    """Take a screenshot of 1280 × 900 CSS pixels."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address.rstrip("/") + SHOWN)
        page.screenshot(path=Path(__file__).with_name("quotes.png"))
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8765")
